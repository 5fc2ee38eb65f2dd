//! Accesses: which visitor may see which request, and until when.

use database::{Database, Write};
use jiff::Timestamp;

use super::{StoreError, instant, millis};

/// Gives a visitor access to a request, or prolongs it.
///
/// # Errors
/// The database refuses.
pub async fn grant(
    tx: &mut Write<'_>,
    owner: &[u8; 32],
    request: &str,
    until: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO accesses (owner, request_id, expires_at) VALUES ($1, $2, $3) \
               ON CONFLICT (owner, request_id) DO UPDATE SET expires_at = excluded.expires_at";
    tx.execute(sql, &[owner.into(), request.into(), millis(until).into()])
        .await?;
    Ok(())
}

/// Prolongs an access that still is one: never one that was closed meanwhile.
///
/// # Errors
/// The database refuses.
pub async fn prolong(
    tx: &mut Write<'_>,
    owner: &[u8; 32],
    request: &str,
    until: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE accesses SET expires_at = $3 WHERE owner = $1 AND request_id = $2 AND expires_at < $3";
    tx.execute(sql, &[owner.into(), request.into(), millis(until).into()])
        .await?;
    Ok(())
}

/// Until when a visitor may see a request; `None`: not now.
///
/// # Errors
/// The database refuses.
pub async fn end(
    database: &Database,
    owner: &[u8; 32],
    request: &str,
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let sql =
        "SELECT expires_at FROM accesses WHERE owner = $1 AND request_id = $2 AND expires_at > $3";
    let params = [owner.into(), request.into(), millis(now).into()];
    match database.fetch_optional(sql, &params).await? {
        Some(row) => Ok(Some(instant(row.int("expires_at")?)?)),
        None => Ok(None),
    }
}

/// Whether the access of a visitor to a request ended after `limit`, by itself: one that was closed is gone.
///
/// # Errors
/// The database refuses.
pub async fn ended_since(
    database: &Database,
    owner: &[u8; 32],
    request: &str,
    limit: Timestamp,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "SELECT 1 AS one FROM accesses WHERE owner = $1 AND request_id = $2 AND expires_at <= $3 \
               AND expires_at > $4";
    let params = [
        owner.into(),
        request.into(),
        millis(now).into(),
        millis(limit).into(),
    ];
    Ok(database.fetch_optional(sql, &params).await?.is_some())
}

/// Whether a visitor may see a request now, inside a write.
///
/// # Errors
/// The database refuses.
pub async fn is_open(
    tx: &mut Write<'_>,
    owner: &[u8],
    request: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql =
        "SELECT 1 AS one FROM accesses WHERE owner = $1 AND request_id = $2 AND expires_at > $3";
    let params = [owner.into(), request.into(), millis(now).into()];
    Ok(tx.fetch_optional(sql, &params).await?.is_some())
}

/// Requests that a visitor may see now: identifiers, 20 at most, those whose access ends last first.
///
/// # Errors
/// The database refuses.
pub async fn of_owner(
    database: &Database,
    owner: &[u8; 32],
    now: Timestamp,
) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT request_id FROM accesses WHERE owner = $1 AND expires_at > $2 \
               ORDER BY expires_at DESC, request_id LIMIT 20";
    let rows = database
        .fetch_all(sql, &[owner.into(), millis(now).into()])
        .await?;
    rows.iter().map(|row| Ok(row.text("request_id")?)).collect()
}

/// Ends every access of a visitor; gives the requests.
///
/// # Errors
/// The database refuses.
pub async fn revoke_of(tx: &mut Write<'_>, owner: &[u8; 32]) -> Result<Vec<String>, StoreError> {
    let sql = "DELETE FROM accesses WHERE owner = $1 RETURNING request_id";
    let rows = tx.fetch_all(sql, &[owner.into()]).await?;
    rows.iter().map(|row| Ok(row.text("request_id")?)).collect()
}

/// Deletes accesses that ended before `limit`.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, limit: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM accesses WHERE expires_at <= $1",
        &[millis(limit).into()],
    )
    .await?;
    Ok(())
}

/// Ends every access to a request that no longer exists.
///
/// # Errors
/// The database refuses.
pub async fn revoke_all(tx: &mut Write<'_>, request: &str) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM accesses WHERE request_id = $1",
        &[request.into()],
    )
    .await?;
    Ok(())
}
