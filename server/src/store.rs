//! The portal's own tables: drafts, submissions, accesses, outbox, journal. One module per table.

pub mod accesses;
pub mod acts;
pub mod attempts;
pub mod changes;
pub mod copies;
pub mod draft_grants;
pub mod drafts;
pub mod endings;
pub mod envelopes;
pub mod hand_overs;
pub mod invitations;
pub mod irritants;
pub mod journal;
pub mod notice_choices;
pub mod notices;
pub mod opinions;
pub mod outbox;
pub mod progress;
pub mod reminders;
pub mod retention;
mod schema;
pub mod service_letters;
pub mod sms_limits;
pub mod submissions;
pub mod uploads;
mod vault;
pub mod visit_links;
pub mod wait_messages;
pub mod waits;

use database::{Database, DatabaseError};
use jiff::{SignedDuration, Timestamp};

pub use vault::Vault;

use crate::secrets::SealError;

/// Why the store does not give or take something.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// A sealed content does not open: another master key, or damage.
    #[error(transparent)]
    Sealed(#[from] SealError),
    /// A row that this version cannot read.
    #[error("the column {0} cannot be read")]
    Unreadable(&'static str),
}

/// Creates or completes the tables.
///
/// # Errors
/// The database refuses.
pub async fn migrate(database: &Database) -> Result<(), DatabaseError> {
    database.migrate("portal", schema::MIGRATIONS).await
}

/// Milliseconds since 1970, as every table keeps instants.
pub(crate) fn millis(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// An instant some time after another.
pub(crate) fn later(from: Timestamp, by: SignedDuration) -> Timestamp {
    from.saturating_add(by).unwrap_or(Timestamp::MAX)
}

/// Reads an instant of a table.
pub(crate) fn instant(millis: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(millis).map_err(|_| StoreError::Unreadable("instant"))
}
