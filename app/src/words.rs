//! Words made from domain values: a code with its arguments becomes a sentence here, and nowhere else.

pub mod faults;
pub mod fields;
pub mod news;
pub mod queue;
pub mod statuses;
pub mod visits;
