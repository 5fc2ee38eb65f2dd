//! What residents and agents may count on, on every database at hand.

mod addresses;
mod agenda;
mod agenda_crowd;
mod asked_documents;
mod booking;
mod contract;
mod conversation;
mod corrections;
mod decisions;
mod ends;
mod free_times;
mod heard;
mod heard_by_all;
mod keeping;
mod office;
mod opinions;
mod people;
mod queue;
mod queue_crowd;
mod staff;
mod surveys;
mod together;
mod waiters;
mod waiting;
mod waiting_crowd;
mod waiting_entries;
