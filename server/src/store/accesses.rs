//! Accesses: which visitor may see which request, what they may do there, and until when.

use database::{Database, Row, Write};
use domain::hand_over::Scope;
use jiff::Timestamp;

use super::{StoreError, instant, millis};

/// What an access gives; each gives what those before it give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// Reading.
    Read,
    /// Writing, correcting, giving documents.
    Act,
    /// Everything: withdrawing, handing over, the tracking code.
    Whole,
}

impl Right {
    const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Act => "act",
            Self::Whole => "whole",
        }
    }

    fn from_name(name: &str) -> Result<Self, StoreError> {
        [Self::Read, Self::Act, Self::Whole]
            .into_iter()
            .find(|right| right.name() == name)
            .ok_or(StoreError::Unreadable("accesses.scope"))
    }
}

impl From<Scope> for Right {
    /// Whoever filled in a draft and sent it acts in the request that it became.
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Read => Self::Read,
            Scope::Act | Scope::Continue => Self::Act,
        }
    }
}

/// An access that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// What it gives.
    pub right: Right,
    /// When it ends, unless the request is read before.
    pub expires_at: Timestamp,
    /// The end of the code that opened it: it never lasts longer.
    pub ends_by: Option<Timestamp>,
}

impl Access {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            right: Right::from_name(&row.text("scope")?)?,
            expires_at: instant(row.int("expires_at")?)?,
            ends_by: row.optional_int("ends_by")?.map(instant).transpose()?,
        })
    }
}

/// Gives a visitor the whole access to a request, or prolongs it.
///
/// # Errors
/// The database refuses.
pub async fn grant(
    tx: &mut Write<'_>,
    owner: &[u8],
    request: &str,
    until: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO accesses (owner, request_id, expires_at) VALUES ($1, $2, $3) \
               ON CONFLICT (owner, request_id) DO UPDATE SET expires_at = excluded.expires_at, scope = 'whole', \
               hand_over_id = NULL, ends_by = NULL";
    tx.execute(sql, &[owner.into(), request.into(), millis(until).into()])
        .await?;
    Ok(())
}

/// What a hand-over code opens.
#[derive(Debug, Clone, Copy)]
pub struct Through<'a> {
    /// The hand-over.
    pub hand_over: &'a str,
    /// What it gives.
    pub right: Right,
    /// When the access ends if the request is not read.
    pub until: Timestamp,
    /// When it ends whatever happens.
    pub ends_by: Option<Timestamp>,
}

/// Gives a visitor an access tied to a hand-over code. A whole access that is open stays as it is.
///
/// # Errors
/// The database refuses.
pub async fn grant_through(
    tx: &mut Write<'_>,
    owner: &[u8],
    request: &str,
    through: Through<'_>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO accesses (owner, request_id, expires_at, scope, hand_over_id, ends_by) \
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (owner, request_id) DO UPDATE SET \
               expires_at = excluded.expires_at, scope = excluded.scope, \
               hand_over_id = excluded.hand_over_id, ends_by = excluded.ends_by \
               WHERE accesses.scope <> 'whole' OR accesses.expires_at <= $7";
    let params = [
        owner.into(),
        request.into(),
        millis(through.until).into(),
        through.right.name().into(),
        through.hand_over.into(),
        through.ends_by.map(millis).into(),
        millis(now).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// Prolongs an access that still is one: never one that was closed meanwhile, never beyond the end of its code.
///
/// # Errors
/// The database refuses.
pub async fn prolong(
    tx: &mut Write<'_>,
    owner: &[u8; 32],
    request: &str,
    until: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE accesses SET expires_at = CASE WHEN ends_by < $3 THEN ends_by ELSE $3 END \
               WHERE owner = $1 AND request_id = $2 AND expires_at < $3";
    tx.execute(sql, &[owner.into(), request.into(), millis(until).into()])
        .await?;
    Ok(())
}

const OPEN: &str = "SELECT scope, expires_at, ends_by FROM accesses \
                    WHERE owner = $1 AND request_id = $2 AND expires_at > $3";

/// The access of a visitor to a request; `None`: not now.
///
/// # Errors
/// The database refuses.
pub async fn find(
    database: &Database,
    owner: &[u8; 32],
    request: &str,
    now: Timestamp,
) -> Result<Option<Access>, StoreError> {
    let params = [owner.into(), request.into(), millis(now).into()];
    let row = database.fetch_optional(OPEN, &params).await?;
    row.as_ref().map(Access::read).transpose()
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

/// Whether a visitor has this right on a request now, inside a write.
///
/// # Errors
/// The database refuses.
pub async fn allows(
    tx: &mut Write<'_>,
    owner: &[u8],
    request: &str,
    right: Right,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let params = [owner.into(), request.into(), millis(now).into()];
    let row = tx.fetch_optional(OPEN, &params).await?;
    let access = row.as_ref().map(Access::read).transpose()?;
    Ok(access.is_some_and(|access| access.right >= right))
}

/// Whether a visitor already is where this code leads, inside a write.
///
/// # Errors
/// The database refuses.
pub async fn is_open_through(
    tx: &mut Write<'_>,
    owner: &[u8],
    request: &str,
    hand_over: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "SELECT 1 AS one FROM accesses WHERE owner = $1 AND request_id = $2 AND expires_at > $3 \
               AND (scope = 'whole' OR hand_over_id = $4)";
    let params = [
        owner.into(),
        request.into(),
        millis(now).into(),
        hand_over.into(),
    ];
    Ok(tx.fetch_optional(sql, &params).await?.is_some())
}

/// Ends every access that a hand-over code opened; gives their owners.
///
/// # Errors
/// The database refuses.
pub async fn revoke_through(
    tx: &mut Write<'_>,
    hand_over: &str,
) -> Result<Vec<Vec<u8>>, StoreError> {
    let sql = "DELETE FROM accesses WHERE hand_over_id = $1 RETURNING owner";
    let rows = tx.fetch_all(sql, &[hand_over.into()]).await?;
    rows.iter().map(|row| Ok(row.bytes("owner")?)).collect()
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
