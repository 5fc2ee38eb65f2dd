//! How did it go: answers are kept sealed, counted once, and published eleven by eleven; what people wrote is published one
//! text at a time, by an agent who saw it.

mod answering;
mod counting;
mod desk;
mod exporting;
mod hearing;
mod improvements;
mod journal;
mod opinions;
mod published;
mod publishing;
mod reading;
mod sorting;

pub(super) use answering::{answer, settle_old};
pub(super) use counting::count;
pub use exporting::{Export, ExportPage};
pub use hearing::{HearError, Heard};
pub(super) use improvements::improvements;
pub(super) use journal::JOURNAL;
#[cfg(test)]
pub(super) use opinions::Reach;
pub(super) use published::published;
pub(super) use reading::{figures, oldest_month};
