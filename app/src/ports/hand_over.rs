//! Codes that hand something over, and who is here thanks to one.

use domain::hand_over::{Device, HandOverCode, Purpose, Scope};
use jiff::Timestamp;

/// How someone is here thanks to a hand-over code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guest {
    /// What the code gives.
    pub scope: Scope,
    /// When it ends.
    pub until: Timestamp,
}

/// A hand-over code, as whoever gave it sees it.
#[derive(Debug, Clone)]
pub struct HandOver {
    /// Identifier in addresses.
    pub id: String,
    /// The code; `None` once it ended.
    pub code: Option<HandOverCode>,
    /// Whom it is for.
    pub purpose: Purpose,
    /// What it gives.
    pub scope: Scope,
    /// When it was given.
    pub given_at: Timestamp,
    /// When it ends, or ended.
    pub ends_at: Timestamp,
    /// Whether it ended before its time.
    pub revoked: bool,
    /// When it was taken up and on what, the oldest first.
    pub uses: Vec<(Timestamp, Device)>,
}
