//! Whole journeys by plain forms, as on a phone without JavaScript: what is typed, kept, sent, followed.

mod appointment_accidents;
pub(crate) mod appointments;
mod away;
mod doors;
mod ends;
mod files;
pub(crate) mod follow_up;
mod hand_over;
mod heard;
pub(crate) mod line;
mod lists;
mod mistakes;
pub(crate) mod nearby;
pub(crate) mod open_pages;
mod opinions;
mod people;
mod purposes;
pub(crate) mod quality;
mod recognising;
mod reminders;
mod statement;
pub(crate) mod through;
mod turn;
mod turn_by_link;
pub(crate) mod waiting;
