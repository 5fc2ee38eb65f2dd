//! The journal: what happened, in a chain of digests, so that a line changed or taken out is noticed.
//! A line holds an act and an identifier, never a word of a person.

use database::{Database, Engine, Row, Write};
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

/// Adds a line. The head's row is locked until the commit, so that lines follow each other: whoever writes one writes it
/// last, or two jobs could wait for each other.
///
/// # Errors
/// The database refuses.
pub async fn append(
    tx: &mut Write<'_>,
    act: Act,
    subject: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let line = Line {
        at: millis(now),
        act: act.name(),
        subject,
    };
    if line.add(tx).await? {
        return Ok(());
    }
    // A journal without a line has no head yet. Made only then: to find it there costs a wait for whoever writes a line.
    let seed =
        "INSERT INTO journal_head (id, rank, hash) VALUES (1, 0, $1) ON CONFLICT (id) DO NOTHING";
    tx.execute(seed, &[(&[0; 32]).into()]).await?;
    if line.add(tx).await? {
        return Ok(());
    }
    Err(StoreError::Unreadable("journal_head"))
}

/// A line to come.
struct Line<'a> {
    at: i64,
    act: &'a str,
    subject: &'a str,
}

impl Line<'_> {
    /// Writes it after the last one; `false` when the journal has no head.
    async fn add(&self, tx: &mut Write<'_>) -> Result<bool, StoreError> {
        match tx.engine() {
            Engine::Sqlite => self.add_alone(tx).await,
            Engine::Postgres => self.add_in_turn(tx).await,
        }
    }

    /// Nobody else writes now.
    async fn add_alone(&self, tx: &mut Write<'_>) -> Result<bool, StoreError> {
        let next = "UPDATE journal_head SET rank = rank + 1 WHERE id = 1 RETURNING rank, hash";
        let Some(head) = tx.fetch_optional(next, &[]).await? else {
            return Ok(false);
        };
        let (rank, previous) = (head.int("rank")?, head.bytes("hash")?);
        let hash = digest(&previous, rank, &self.bytes());
        let line = "INSERT INTO journal (rank, at, act, subject, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)";
        let params = [
            rank.into(),
            self.at.into(),
            self.act.into(),
            self.subject.into(),
            previous.into(),
            (&hash).into(),
        ];
        tx.execute(line, &params).await?;
        let done = "UPDATE journal_head SET hash = $1 WHERE id = 1";
        tx.execute(done, &[(&hash).into()]).await?;
        Ok(true)
    }

    /// In one statement: others wait for it and for the commit, not for exchanges with the server.
    async fn add_in_turn(&self, tx: &mut Write<'_>) -> Result<bool, StoreError> {
        let sql = "WITH head AS (SELECT rank, hash FROM journal_head WHERE id = 1 FOR UPDATE),
                        line AS (
                          INSERT INTO journal (rank, at, act, subject, previous, hash)
                          SELECT rank + 1, $1, $2, $3, hash, sha256(hash || int8send(rank + 1) || $4) FROM head
                          RETURNING rank, hash)
                   UPDATE journal_head SET rank = line.rank, hash = line.hash FROM line WHERE id = 1";
        let params = [
            self.at.into(),
            self.act.into(),
            self.subject.into(),
            self.bytes().into(),
        ];
        Ok(tx.execute(sql, &params).await? == 1)
    }

    /// What its digest covers besides the line before and its rank; each text is preceded by its length, so that no two
    /// lines have the same bytes.
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.at.to_be_bytes().to_vec();
        for text in [self.act, self.subject] {
            bytes.extend(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
            bytes.extend(text.as_bytes());
        }
        bytes
    }
}

/// Reads the whole chain, 1,000 lines at a time, also while lines are added; gives the number of lines.
///
/// # Errors
/// The database refuses; `Ok(Err(_))` when the chain is broken.
pub async fn verify(database: &Database) -> Result<Result<i64, BrokenChain>, StoreError> {
    let sql = "SELECT * FROM journal WHERE rank > $1 ORDER BY rank LIMIT 1000";
    let (mut last, mut hash, mut told) = (0, vec![0; 32], None);
    let head = loop {
        let rows = database.fetch_all(sql, &[last.into()]).await?;
        if rows.is_empty() {
            let head = database
                .fetch_optional("SELECT rank, hash FROM journal_head WHERE id = 1", &[])
                .await?;
            let rank = head.as_ref().map(|head| head.int("rank")).transpose()?;
            // A line may have come since its rows were read; the second time it is missing.
            if rank <= Some(last) || rank == told {
                break head;
            }
            told = rank;
        }
        for row in &rows {
            let rank = row.int("rank")?;
            if rank != last + 1 || !follows(row, &hash)? {
                return Ok(Err(BrokenChain { rank: last + 1 }));
            }
            (last, hash) = (rank, row.bytes("hash")?);
        }
    };
    // Lines cut off at the end show in the head, which remembers how many there were.
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
    let (act, subject) = (row.text("act")?, row.text("subject")?);
    let line = Line {
        at: row.int("at")?,
        act: &act,
        subject: &subject,
    };
    let hash = digest(previous, row.int("rank")?, &line.bytes());
    Ok(row.bytes("previous")? == previous && row.bytes("hash")? == hash)
}

/// SHA-256 of the digest before, the rank and the line.
fn digest(previous: &[u8], rank: i64, line: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(previous);
    hash.update(rank.to_be_bytes());
    hash.update(line);
    hash.finalize().into()
}
