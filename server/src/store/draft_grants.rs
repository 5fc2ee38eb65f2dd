//! Drafts that a hand-over code shares: who may go on with which, and until when.

use database::{Database, Row, Write};
use jiff::Timestamp;

use super::{StoreError, instant, millis};

/// Someone with whom a draft is shared.
#[derive(Clone)]
pub struct Guest {
    /// Digest of their cookie.
    pub owner: Vec<u8>,
    /// The hand-over that let them in.
    pub hand_over: String,
    /// When their part in it ends: with the code.
    pub until: Timestamp,
}

impl Guest {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            owner: row.bytes("owner")?,
            hand_over: row.text("hand_over_id")?,
            until: instant(row.int("expires_at")?)?,
        })
    }
}

const OF_DRAFT: &str =
    "SELECT owner, hand_over_id, expires_at FROM draft_grants WHERE draft_id = $1";

/// Those with whom a draft is shared, those whose time ran out included.
///
/// # Errors
/// The database refuses.
pub async fn of_draft(database: &Database, draft: &str) -> Result<Vec<Guest>, StoreError> {
    let rows = database.fetch_all(OF_DRAFT, &[draft.into()]).await?;
    rows.iter().map(Guest::read).collect()
}

/// The same, inside a write.
///
/// # Errors
/// The database refuses.
pub async fn of_draft_in(tx: &mut Write<'_>, draft: &str) -> Result<Vec<Guest>, StoreError> {
    let rows = tx.fetch_all(OF_DRAFT, &[draft.into()]).await?;
    rows.iter().map(Guest::read).collect()
}

/// Shares a draft; a second code in the same browser takes the place of the first.
///
/// # Errors
/// The database refuses.
pub async fn share(tx: &mut Write<'_>, draft: &str, guest: &Guest) -> Result<(), StoreError> {
    let sql = "INSERT INTO draft_grants (owner, draft_id, hand_over_id, expires_at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (owner, draft_id) DO UPDATE SET hand_over_id = excluded.hand_over_id, \
               expires_at = excluded.expires_at";
    let params = [
        (&guest.owner).into(),
        draft.into(),
        (&guest.hand_over).into(),
        millis(guest.until).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// Ends the part of one guest in a draft.
///
/// # Errors
/// The database refuses.
pub async fn leave(tx: &mut Write<'_>, owner: &[u8; 32], draft: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM draft_grants WHERE owner = $1 AND draft_id = $2";
    tx.execute(sql, &[owner.into(), draft.into()]).await?;
    Ok(())
}

/// Ends the part of one guest in every draft.
///
/// # Errors
/// The database refuses.
pub async fn leave_all(tx: &mut Write<'_>, owner: &[u8; 32]) -> Result<(), StoreError> {
    let sql = "DELETE FROM draft_grants WHERE owner = $1";
    tx.execute(sql, &[owner.into()]).await?;
    Ok(())
}

/// Ends the part of all whom a hand-over code let in.
///
/// # Errors
/// The database refuses.
pub async fn revoke_through(tx: &mut Write<'_>, hand_over: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM draft_grants WHERE hand_over_id = $1";
    tx.execute(sql, &[hand_over.into()]).await?;
    Ok(())
}

/// Deletes what ran out.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, now: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM draft_grants WHERE expires_at <= $1";
    tx.execute(sql, &[millis(now).into()]).await?;
    Ok(())
}
