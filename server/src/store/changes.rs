//! Which requests changed lately, so that pages left open learn of it, whichever portal wrote the change. A row says
//! that something changed, never what.

use database::{Database, Write};
use jiff::Timestamp;

use super::{StoreError, millis};

/// A request that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its identifier.
    pub request: String,
    /// Grows with each change.
    pub rank: i64,
}

/// Notes that a request changed.
///
/// # Errors
/// The database refuses.
pub async fn note(tx: &mut Write<'_>, request: &str, now: Timestamp) -> Result<(), StoreError> {
    let sql = "INSERT INTO changes (request_id, rank, at) VALUES ($1, 1, $2) \
               ON CONFLICT (request_id) DO UPDATE SET rank = changes.rank + 1, at = excluded.at";
    tx.execute(sql, &[request.into(), millis(now).into()])
        .await?;
    Ok(())
}

/// Requests that changed since `from`.
///
/// # Errors
/// The database refuses.
pub async fn since(database: &Database, from: Timestamp) -> Result<Vec<Changed>, StoreError> {
    let sql = "SELECT request_id, rank FROM changes WHERE at >= $1";
    let rows = database.fetch_all(sql, &[millis(from).into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Changed {
                request: row.text("request_id")?,
                rank: row.int("rank")?,
            })
        })
        .collect()
}

/// Deletes what changed before `limit`: no open page waits for it any more.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, limit: Timestamp) -> Result<(), StoreError> {
    tx.execute("DELETE FROM changes WHERE at < $1", &[millis(limit).into()])
        .await?;
    Ok(())
}
