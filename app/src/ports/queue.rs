//! At the place, as pages show it.

use domain::queue::Queued;

/// Where someone stands who comes today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// They did not say that they are there.
    NotThere,
    /// They wait, or are called.
    There(Box<Queued>),
    /// The back office does not answer.
    Away,
}
