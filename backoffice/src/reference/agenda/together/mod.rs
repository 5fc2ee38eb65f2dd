//! Times of many people held and made appointments in one write, on PostgreSQL. Only what is plain: one resource tried,
//! one person received at a time, nothing that was done before. Everything else is done by itself, as on SQLite.

mod holds;
mod ticks;
mod visits;

pub(in crate::reference) use holds::hold;
pub(in crate::reference) use visits::{Held, Visit, confirm, held, plain};
