//! Wrong attempts to open a request, counted in SQL so that every instance of the portal sees them.
//! Keys are digests: neither codes nor addresses of devices are kept.

use database::Write;
use jiff::Timestamp;

use super::{StoreError, millis};

/// Length of a window in milliseconds: 15 minutes from the first wrong attempt.
const WINDOW: i64 = 15 * 60 * 1000;

/// Seconds to wait when `limit` wrong attempts were counted for this key; `None`: go on.
/// Locks the key until the end of the write, so that simultaneous attempts are counted one by one.
///
/// # Errors
/// The database refuses.
pub async fn wait(
    tx: &mut Write<'_>,
    key: &[u8; 32],
    limit: i64,
    now: Timestamp,
) -> Result<Option<u32>, StoreError> {
    let lock = "INSERT INTO attempts (blind_key, started_at, wrong) VALUES ($1, $2, 0) \
                ON CONFLICT (blind_key) DO UPDATE SET \
                wrong = CASE WHEN attempts.started_at <= $3 THEN 0 ELSE attempts.wrong END, \
                started_at = CASE WHEN attempts.started_at <= $3 THEN $2 ELSE attempts.started_at END \
                RETURNING started_at, wrong";
    let now = millis(now);
    let row = tx
        .fetch_optional(lock, &[key.into(), now.into(), (now - WINDOW).into()])
        .await?;
    let row = row.ok_or(StoreError::Unreadable("attempts.wrong"))?;
    if row.int("wrong")? < limit {
        return Ok(None);
    }
    let left = row.int("started_at")? + WINDOW - now;
    Ok(Some(u32::try_from(left / 1000 + 1).unwrap_or(1)))
}

/// Counts a wrong attempt.
///
/// # Errors
/// The database refuses.
pub async fn count(tx: &mut Write<'_>, key: &[u8; 32]) -> Result<(), StoreError> {
    let sql = "UPDATE attempts SET wrong = wrong + 1 WHERE blind_key = $1";
    tx.execute(sql, &[key.into()]).await?;
    Ok(())
}

/// Deletes windows that ended.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, now: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM attempts WHERE started_at <= $1";
    tx.execute(sql, &[(millis(now) - WINDOW).into()]).await?;
    Ok(())
}
