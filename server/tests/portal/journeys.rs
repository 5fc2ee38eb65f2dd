//! Whole journeys by plain forms, as on a phone without JavaScript: what is typed, kept, sent, followed.

mod appointment_accidents;
pub(crate) mod appointments;
mod away;
mod ends;
mod files;
pub(crate) mod follow_up;
mod hand_over;
pub(crate) mod line;
mod lists;
mod mistakes;
pub(crate) mod nearby;
pub(crate) mod open_pages;
mod opinions;
mod people;
mod purposes;
mod reminders;
pub(crate) mod through;
mod turn;
mod turn_by_link;
pub(crate) mod waiting;
