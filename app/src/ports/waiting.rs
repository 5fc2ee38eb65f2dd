//! Places on the waiting list, as pages show them.

use domain::{
    booking::Slot,
    waiting::{Offer, WaitingStatus, Wish},
};
use jiff::Timestamp;

/// A place on the waiting list as its link opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waited {
    /// Where it stands.
    pub status: WaitingStatus,
    /// What is waited for.
    pub wish: Wish,
    /// How many people who wait for something alike entered before.
    pub ahead: u32,
    /// When it ends by itself.
    pub ends_at: Timestamp,
    /// The time that is kept for this person.
    pub offer: Option<Offer>,
    /// Where messages go, so that only their owner recognises it: "r…@example.org".
    pub reached: Vec<String>,
    /// When the back office said so.
    pub known_at: Timestamp,
    /// Now.
    pub shown_at: Timestamp,
}

/// A place of a visitor among what they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldWait {
    /// The word of its link.
    pub word: String,
    /// What is waited for.
    pub wish: Wish,
    /// The time that is kept for them.
    pub offered: Option<Slot>,
}
