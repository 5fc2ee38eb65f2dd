//! The outbox: what must still leave this portal. A row is written in the transaction that causes it,
//! leased by one worker at a time, and never deleted before it is done.

use database::{Database, Row, Write};
use jiff::Timestamp;

use super::{StoreError, instant, millis};

/// What leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// A request goes to the back office.
    Delivery,
    /// The receipt goes to the resident.
    Receipt,
    /// What a resident did about a request goes to the back office; the row bears the identifier of the act.
    FollowUp,
    /// A notice goes to the resident; the row bears its identifier.
    Notice,
    /// A message to someone on the waiting list; the row bears its identifier.
    Wait,
    /// An opinion goes to the back office, which is the subject.
    Opinion,
    /// A letter to the service itself; the subject says about what, and which reader.
    Service,
}

impl Topic {
    /// Name in the table and in metrics.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Delivery => "request.deliver",
            Self::Receipt => "mail.receipt",
            Self::FollowUp => "request.follow_up",
            Self::Notice => "notice",
            Self::Wait => "waiting_list",
            Self::Opinion => "opinion",
            Self::Service => "mail.service",
        }
    }
}

/// A leased row.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// Identifier.
    pub id: String,
    /// The submission.
    pub subject: String,
    /// The same at each attempt.
    pub idempotency_key: String,
    /// Attempts made before this one.
    pub attempts: u32,
    /// The last attempt may have arrived: ask before sending again.
    pub doubtful: bool,
    /// When it was written.
    pub created_at: Timestamp,
}

impl Parcel {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.text("id")?,
            subject: row.text("subject")?,
            idempotency_key: row.text("idempotency_key")?,
            attempts: u32::try_from(row.int("attempts")?).unwrap_or(u32::MAX),
            doubtful: row.int("doubtful")? != 0,
            created_at: instant(row.int("created_at")?)?,
        })
    }
}

/// A row to write.
pub struct NewParcel<'a> {
    /// Identifier.
    pub id: String,
    /// What leaves.
    pub topic: Topic,
    /// The submission.
    pub subject: &'a str,
    /// The same at each attempt; unique.
    pub idempotency_key: String,
}

/// Writes a row, due now.
///
/// # Errors
/// The database refuses.
pub async fn insert(
    tx: &mut Write<'_>,
    new: NewParcel<'_>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO outbox (id, topic, subject, idempotency_key, state, next_at, lease_until, attempts, \
               doubtful, created_at) VALUES ($1, $2, $3, $4, 'waiting', $5, 0, 0, 0, $5)";
    let params = [
        new.id.into(),
        new.topic.name().into(),
        new.subject.into(),
        new.idempotency_key.into(),
        millis(now).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// A row that waits is not due before `at`.
///
/// # Errors
/// The database refuses.
pub async fn not_before(tx: &mut Write<'_>, id: &str, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET next_at = $2, lease_until = 0 WHERE id = $1 AND state = 'waiting'";
    tx.execute(sql, &[id.into(), millis(at).into()]).await?;
    Ok(())
}

/// Leases the due row that has waited longest. No other worker gets it before `until`.
///
/// # Errors
/// The database refuses.
pub async fn lease(
    tx: &mut Write<'_>,
    topic: Topic,
    now: Timestamp,
    until: Timestamp,
) -> Result<Option<Parcel>, StoreError> {
    // The conditions stand twice: PostgreSQL checks the outer ones again on a row that another worker
    // leased while this statement waited for it. A lease that ran out was never told how its attempt ended:
    // the worker died, and what it sent may have arrived.
    let sql = "UPDATE outbox SET lease_until = $3, attempts = attempts + 1, \
               doubtful = CASE WHEN lease_until > 0 THEN 1 ELSE doubtful END WHERE id IN \
               (SELECT id FROM outbox WHERE topic = $1 AND state = 'waiting' AND next_at <= $2 \
               AND lease_until <= $2 ORDER BY created_at, id LIMIT 1) \
               AND state = 'waiting' AND lease_until <= $2 \
               RETURNING id, subject, idempotency_key, attempts - 1 AS attempts, doubtful, created_at";
    let params = [
        topic.name().into(),
        millis(now).into(),
        millis(until).into(),
    ];
    let row = tx.fetch_optional(sql, &params).await?;
    row.as_ref().map(Parcel::read).transpose()
}

/// Leases the row of a subject, if it is due and nobody has it.
///
/// # Errors
/// The database refuses.
pub async fn lease_of(
    tx: &mut Write<'_>,
    topic: Topic,
    subject: &str,
    (now, until): (Timestamp, Timestamp),
) -> Result<Option<Parcel>, StoreError> {
    let sql = "UPDATE outbox SET lease_until = $3, attempts = attempts + 1, \
               doubtful = CASE WHEN lease_until > 0 THEN 1 ELSE doubtful END \
               WHERE topic = $1 AND subject = $4 AND state = 'waiting' AND next_at <= $2 AND lease_until <= $2 \
               RETURNING id, subject, idempotency_key, attempts - 1 AS attempts, doubtful, created_at";
    let params = [
        topic.name().into(),
        millis(now).into(),
        millis(until).into(),
        subject.into(),
    ];
    let row = tx.fetch_optional(sql, &params).await?;
    row.as_ref().map(Parcel::read).transpose()
}

/// Whether someone is at work on the row of a subject.
///
/// # Errors
/// The database refuses.
pub async fn is_leased(
    database: &Database,
    topic: Topic,
    subject: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "SELECT 1 AS one FROM outbox WHERE topic = $1 AND subject = $2 AND state = 'waiting' \
               AND lease_until > $3";
    let params = [topic.name().into(), subject.into(), millis(now).into()];
    Ok(database.fetch_optional(sql, &params).await?.is_some())
}

/// Keeps a lease for a longer piece of work.
///
/// # Errors
/// The database refuses.
pub async fn renew(tx: &mut Write<'_>, id: &str, until: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET lease_until = $2 WHERE id = $1 AND state = 'waiting'";
    tx.execute(sql, &[id.into(), millis(until).into()]).await?;
    Ok(())
}

/// The row is done.
///
/// # Errors
/// The database refuses.
pub async fn done(tx: &mut Write<'_>, id: &str, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET state = 'done', doubtful = 0, last_error = NULL, ended_at = $2 WHERE id = $1";
    tx.execute(sql, &[id.into(), millis(now).into()]).await?;
    Ok(())
}

/// Whether the last attempt may have arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It certainly did not.
    Refused,
    /// It may have.
    MayHaveArrived,
}

/// The row waits for another attempt. `code` never holds personal data.
///
/// # Errors
/// The database refuses.
pub async fn later(
    tx: &mut Write<'_>,
    id: &str,
    next_at: Timestamp,
    code: &str,
    doubt: Doubt,
) -> Result<(), StoreError> {
    // A doubt stays until an answer ends it: an attempt refused later says nothing about the earlier one.
    let sql = "UPDATE outbox SET next_at = $2, lease_until = 0, last_error = $3, \
               doubtful = CASE WHEN $4 = 1 THEN 1 ELSE doubtful END WHERE id = $1 AND state = 'waiting'";
    let doubtful = i64::from(doubt == Doubt::MayHaveArrived);
    tx.execute(
        sql,
        &[
            id.into(),
            millis(next_at).into(),
            code.into(),
            doubtful.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Reason of a row that waits for another one of its subject.
pub const TURN: &str = "waits_for_its_turn";

/// What waited for its turn behind something of the same subject may go now.
///
/// # Errors
/// The database refuses.
pub async fn next_turn(
    tx: &mut Write<'_>,
    subject: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET next_at = $2 WHERE subject = $1 AND state = 'waiting' AND last_error = $3";
    let params = [subject.into(), millis(now).into(), TURN.into()];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// Nothing more is tried until an operator says so.
///
/// # Errors
/// The database refuses.
pub async fn stop(tx: &mut Write<'_>, id: &str, code: &str) -> Result<(), StoreError> {
    let sql =
        "UPDATE outbox SET state = 'needs_human', lease_until = 0, last_error = $2 WHERE id = $1";
    tx.execute(sql, &[id.into(), code.into()]).await?;
    Ok(())
}

/// An operator mended what was wrong: what stopped of a submission is tried again.
///
/// # Errors
/// The database refuses.
pub async fn resume(tx: &mut Write<'_>, subject: &str, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE outbox SET state = 'waiting', next_at = $2, lease_until = 0, attempts = 0 \
               WHERE subject = $1 AND state = 'needs_human'";
    Ok(tx
        .execute(sql, &[subject.into(), millis(now).into()])
        .await?
        > 0)
}

/// A row that waits for an operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// Name of what leaves.
    pub topic: String,
    /// The submission.
    pub subject: String,
    /// Why it stopped: a code, never a text of someone else.
    pub reason: String,
    /// Since when the row exists.
    pub created_at: Timestamp,
}

/// Rows that wait for an operator, the oldest first, 1,000 at most.
///
/// # Errors
/// The database refuses.
pub async fn stopped(database: &Database) -> Result<Vec<Stopped>, StoreError> {
    let sql = "SELECT topic, subject, last_error, created_at FROM outbox WHERE state = 'needs_human' \
               ORDER BY created_at, id LIMIT 1000";
    let rows = database.fetch_all(sql, &[]).await?;
    rows.iter()
        .map(|row| {
            Ok(Stopped {
                topic: row.text("topic")?,
                subject: row.text("subject")?,
                reason: row.optional_text("last_error")?.unwrap_or_default(),
                created_at: instant(row.int("created_at")?)?,
            })
        })
        .collect()
}

/// How many rows wait for an operator.
///
/// # Errors
/// The database refuses.
pub async fn stopped_count(database: &Database) -> Result<i64, StoreError> {
    let sql = "SELECT count(*) AS number FROM outbox WHERE state = 'needs_human'";
    let row = database.fetch_optional(sql, &[]).await?;
    let row = row.ok_or(StoreError::Unreadable("outbox"))?;
    Ok(row.int("number")?)
}

/// How many rows of a topic wait, and since when the oldest does.
///
/// # Errors
/// The database refuses.
pub async fn waiting(database: &Database, topic: Topic) -> Result<(i64, Option<i64>), StoreError> {
    let sql = "SELECT count(*) AS number, min(created_at) AS oldest FROM outbox \
               WHERE topic = $1 AND state = 'waiting'";
    let row = database.fetch_optional(sql, &[topic.name().into()]).await?;
    let row = row.ok_or(StoreError::Unreadable("outbox"))?;
    Ok((row.int("number")?, row.optional_int("oldest")?))
}

/// Deletes a receipt that never left: where it should go is not known any more.
///
/// # Errors
/// The database refuses.
pub async fn forget_receipt(tx: &mut Write<'_>, subject: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM outbox WHERE subject = $1 AND topic = $2 AND state <> 'done'";
    let params = [subject.into(), Topic::Receipt.name().into()];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// Deletes rows done before `limit`.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, limit: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM outbox WHERE state = 'done' AND ended_at <= $1";
    tx.execute(sql, &[millis(limit).into()]).await?;
    Ok(())
}
