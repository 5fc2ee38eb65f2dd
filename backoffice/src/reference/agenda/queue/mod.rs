//! At the place: who said that they are there, in which order they are called, what agents do about it (decision 0014).

mod arriving;
mod calling;
mod entering;
mod leaving;
mod line;
mod listing;
mod telling;
mod tickets;

pub(in crate::reference) use arriving::arrive;
pub(super) use leaving::{absent_for_long, left};
pub(in crate::reference) use leaving::{forget_request, forget_tickets};
pub use listing::InLine;
pub(in crate::reference) use telling::{queue_of, waiting_at};
