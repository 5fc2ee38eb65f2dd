//! Whose turn it is: a rule that everybody who waits can check.

use jiff::{SignedDuration, Timestamp};

use super::Ticket;

/// How long after their arrival someone without an appointment is called as if their hour had come: those who have an
/// appointment by then go first, and nobody passes them afterwards.
const WITHOUT: SignedDuration = SignedDuration::from_mins(30);

/// When the hour of someone comes: that of their appointment, or their arrival when they are late; without an
/// appointment, half an hour after the arrival. It never changes: nobody can be passed again and again.
#[must_use]
pub fn due(appointment: Option<Timestamp>, arrived: Timestamp) -> Timestamp {
    match appointment {
        Some(hour) => hour.max(arrived),
        None => arrived.saturating_add(WITHOUT).unwrap_or(Timestamp::MAX),
    }
}

/// The order in which people are called: by their hour, then by their arrival. Whoever is there is called although
/// their hour is still to come when nobody of an earlier hour waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    /// When their hour comes ([`due`]).
    pub due: Timestamp,
    /// When they arrived.
    pub arrived: Timestamp,
    /// Two who arrive at one moment have different tickets.
    pub ticket: Option<Ticket>,
}
