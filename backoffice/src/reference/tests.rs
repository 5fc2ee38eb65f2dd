//! What residents and agents may count on, on every database at hand.

mod asked_documents;
mod contract;
mod conversation;
mod corrections;
mod decisions;
mod ends;
mod keeping;
mod office;
mod staff;
