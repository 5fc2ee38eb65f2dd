//! How many text messages leave: five a day for one number, so many a day for the whole portal, counted in the
//! database that all portals share. Numbers are kept as digests.

use database::Write;
use domain::notice::SMS_A_DAY;
use jiff::{SignedDuration, Timestamp};

use super::{StoreError, instant, later, millis};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Whether a message may leave now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// It may, and is counted.
    Now,
    /// This number got its messages of the day.
    NumberFull(Timestamp),
    /// The portal sent its messages of the day.
    PortalFull(Timestamp),
}

/// Takes a place for a message to a number, or says when the next one is free. One that already has a place keeps it.
///
/// # Errors
/// The database refuses.
pub async fn take(
    tx: &mut Write<'_>,
    notice: &str,
    number: &[u8; 32],
    everyone: i64,
    now: Timestamp,
) -> Result<Allowed, StoreError> {
    let sql = "SELECT 1 AS one FROM sms_places WHERE notice_id = $1";
    if tx.fetch_optional(sql, &[notice.into()]).await?.is_some() {
        return Ok(Allowed::Now);
    }
    // Two portals that count at the same moment count one after the other.
    let sql = "INSERT INTO sms_turn (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at";
    tx.execute(sql, &[millis(now).into()]).await?;
    let since = millis(now.saturating_sub(DAY).unwrap_or(Timestamp::MIN));
    let sql = "SELECT count(*) AS number, min(at) AS oldest FROM sms_places WHERE recipient = $1 AND at > $2";
    let own = tx
        .fetch_optional(sql, &[number.into(), since.into()])
        .await?
        .ok_or(StoreError::Unreadable("sms_places"))?;
    if own.int("number")? >= SMS_A_DAY {
        return Ok(Allowed::NumberFull(next(own.optional_int("oldest")?, now)?));
    }
    let sql = "SELECT count(*) AS number, min(at) AS oldest FROM sms_places WHERE at > $1";
    let all = tx
        .fetch_optional(sql, &[since.into()])
        .await?
        .ok_or(StoreError::Unreadable("sms_places"))?;
    if all.int("number")? >= everyone {
        return Ok(Allowed::PortalFull(next(all.optional_int("oldest")?, now)?));
    }
    let sql = "INSERT INTO sms_places (notice_id, recipient, at) VALUES ($1, $2, $3)";
    tx.execute(sql, &[notice.into(), number.into(), millis(now).into()])
        .await?;
    Ok(Allowed::Now)
}

fn next(oldest: Option<i64>, now: Timestamp) -> Result<Timestamp, StoreError> {
    let oldest = oldest.map(instant).transpose()?.unwrap_or(now);
    // Its place is free a moment after its day, not within it.
    Ok(later(later(oldest, DAY), SignedDuration::from_secs(1)))
}

/// Deletes what does not count any more.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, now: Timestamp) -> Result<(), StoreError> {
    let since = now.saturating_sub(DAY).unwrap_or(Timestamp::MIN);
    let sql = "DELETE FROM sms_places WHERE at <= $1";
    tx.execute(sql, &[millis(since).into()]).await?;
    Ok(())
}
