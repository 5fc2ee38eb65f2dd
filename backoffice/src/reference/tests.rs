//! What residents and agents may count on, on every database at hand.

mod contract;
mod conversation;
mod ends;
mod keeping;
mod office;
mod staff;
