//! The journal: what happened, in a chain of digests, so that a line changed or taken out is noticed.
//! A line holds an act and an identifier, never a word of a person.

use database::{Database, Row, Write};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::{StoreError, millis};

/// What is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// A request was recorded here.
    Recorded,
    /// The back office acknowledged it.
    Delivered,
    /// The back office refused it: a person must look.
    Refused,
    /// A visitor opened it with its code and a proof.
    Opened,
    /// The portal's copy of its answers was erased.
    Erased,
    /// A resident wrote, or did something else about it.
    FollowedUp,
    /// The back office has what the resident did.
    FollowUpDelivered,
    /// The back office could not take it: the request had changed meanwhile.
    FollowUpRefused,
    /// A resident chose how to be told of what happens.
    NoticesChosen,
    /// A code was given to go on with a request or a draft elsewhere.
    HandedOver,
    /// Such a code was taken up.
    TakenUp,
    /// Such a code was revoked, and what it opened with it.
    TakenBack,
}

impl Act {
    const fn name(self) -> &'static str {
        match self {
            Self::Recorded => "request.recorded",
            Self::Delivered => "request.delivered",
            Self::Refused => "request.refused",
            Self::Opened => "request.opened",
            Self::Erased => "request.erased",
            Self::FollowedUp => "request.followed_up",
            Self::FollowUpDelivered => "request.follow_up_delivered",
            Self::FollowUpRefused => "request.follow_up_refused",
            Self::NoticesChosen => "request.notices_chosen",
            Self::HandedOver => "hand_over.given",
            Self::TakenUp => "hand_over.taken_up",
            Self::TakenBack => "hand_over.revoked",
        }
    }
}

/// Where the chain breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the journal was changed at line {rank}")]
pub struct BrokenChain {
    /// First line that does not follow from the one before.
    pub rank: i64,
}

/// Adds a line. The head's row is locked until the commit, so that lines follow each other.
///
/// # Errors
/// The database refuses.
pub async fn append(
    tx: &mut Write<'_>,
    act: Act,
    subject: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let head = match tx.fetch_optional(NEXT, &[]).await? {
        Some(head) => head,
        None => first(tx).await?,
    };
    let (rank, previous) = (head.int("rank")?, head.bytes("hash")?);
    let hash = digest(&previous, rank, millis(now), act.name(), subject);
    let line = "INSERT INTO journal (rank, at, act, subject, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)";
    let params = [
        rank.into(),
        millis(now).into(),
        act.name().into(),
        subject.into(),
        previous.into(),
        (&hash).into(),
    ];
    tx.execute(line, &params).await?;
    tx.execute(
        "UPDATE journal_head SET hash = $1 WHERE id = 1",
        &[(&hash).into()],
    )
    .await?;
    Ok(())
}

/// Takes the head for one more line.
const NEXT: &str = "UPDATE journal_head SET rank = rank + 1 WHERE id = 1 RETURNING rank, hash";

/// The head of a journal without a line. Made only then: to find it there costs a wait for whoever writes a line.
async fn first(tx: &mut Write<'_>) -> Result<Row, StoreError> {
    let sql =
        "INSERT INTO journal_head (id, rank, hash) VALUES (1, 0, $1) ON CONFLICT (id) DO NOTHING";
    tx.execute(sql, &[(&[0; 32]).into()]).await?;
    let head = tx.fetch_optional(NEXT, &[]).await?;
    head.ok_or(StoreError::Unreadable("journal_head"))
}

/// Reads the whole chain, 1,000 lines at a time; gives the number of lines.
///
/// # Errors
/// The database refuses; `Ok(Err(_))` when the chain is broken.
pub async fn verify(database: &Database) -> Result<Result<i64, BrokenChain>, StoreError> {
    let sql = "SELECT * FROM journal WHERE rank > $1 ORDER BY rank LIMIT 1000";
    let (mut last, mut hash) = (0, vec![0; 32]);
    loop {
        let rows = database.fetch_all(sql, &[last.into()]).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let rank = row.int("rank")?;
            if rank != last + 1 || !follows(row, &hash)? {
                return Ok(Err(BrokenChain { rank: last + 1 }));
            }
            (last, hash) = (rank, row.bytes("hash")?);
        }
    }
    // Lines cut off at the end show in the head, which remembers how many there were.
    let head = database
        .fetch_optional("SELECT rank, hash FROM journal_head WHERE id = 1", &[])
        .await?;
    let whole = match head {
        Some(head) => head.int("rank")? == last && head.bytes("hash")? == hash,
        None => last == 0,
    };
    Ok(if whole {
        Ok(last)
    } else {
        Err(BrokenChain { rank: last + 1 })
    })
}

fn follows(row: &Row, previous: &[u8]) -> Result<bool, StoreError> {
    let hash = digest(
        previous,
        row.int("rank")?,
        row.int("at")?,
        &row.text("act")?,
        &row.text("subject")?,
    );
    Ok(row.bytes("previous")? == previous && row.bytes("hash")? == hash)
}

/// SHA-256 of the previous digest and the line; each text is preceded by its length, so that no two lines
/// have the same bytes.
fn digest(previous: &[u8], rank: i64, at: i64, act: &str, subject: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(previous);
    hash.update(rank.to_be_bytes());
    hash.update(at.to_be_bytes());
    for text in [act, subject] {
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(text);
    }
    hash.finalize().into()
}
