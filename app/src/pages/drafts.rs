//! Filling in a procedure: steps, items, review, erasing.

mod banner;
pub mod erase;
pub mod item;
pub mod items;
pub mod open;
pub mod review;
pub mod step;
