//! The waiting list: times that become free are offered in the order of entry, each to one person at a time
//! (decision 0013).

mod entries;
mod joining;
mod leaving;
mod listing;
mod offering;
mod turns;

pub(in crate::reference) use joining::{join, read};
pub(in crate::reference) use leaving::{decline, give_up, leave};
pub use listing::Waiter;
pub(in crate::reference) use turns::{forget_entries, turn};

pub(super) use leaving::{booked, declined, taken_back};
pub(super) use offering::{offer_freed, offer_opened};

/// Address of an entry.
fn resource(id: &str) -> String {
    format!("/v1/waiting-list-entries/{id}")
}
