//! How did it go: answers are kept sealed, counted once, and published eleven by eleven.

mod answering;
mod counting;
mod reading;

pub(super) use answering::{answer, settle_old};
pub(super) use counting::count;
pub(super) use reading::figures;
