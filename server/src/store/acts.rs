//! What residents did about their requests: kept here until the back office has it, and a while after.

use database::{Database, Row, Write};
use domain::{
    answers::{Answers, AttachedFile},
    message::MessageKind,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{StoreError, Vault, changes, instant, millis};

/// A row of `acts`. What was written stays sealed until [`StoredAct::open`].
#[derive(Clone)]
pub struct StoredAct {
    /// Identifier.
    pub id: String,
    /// The submission that it is about.
    pub request_id: String,
    /// Draft whose files go with it.
    pub files_of: Option<String>,
    /// How its delivery stands.
    pub state: ActState,
    /// Identifier that the back office gave to what it made of it.
    pub foreign_id: Option<String>,
    /// When the resident did it.
    pub done_at: Timestamp,
    /// When its delivery ended.
    pub ended_at: Option<Timestamp>,
    data_key: Vec<u8>,
    content: Vec<u8>,
}

/// What a resident did, sealed as one JSON text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Deed {
    /// Wrote to the service.
    Message {
        /// What it is meant for.
        #[serde(rename = "meant_for")]
        kind: MessageKind,
        /// What was written.
        text: String,
        /// Attached files, as stored here.
        files: Vec<AttachedFile>,
    },
    /// Withdrew the request.
    Withdrawal {
        /// Why, if they said so.
        reason: Option<String>,
    },
    /// Corrected answers.
    Correction {
        /// Version of the form.
        form_version: String,
        /// Version of the answers corrected.
        answers_version: u32,
        /// All answers, as they are from now on.
        answers: Answers,
    },
    /// Gave a document that the service asked for.
    Document {
        /// Its identifier.
        document: String,
        /// Its files, as stored here.
        files: Vec<AttachedFile>,
    },
    /// Asked for more time.
    Extension {
        /// Identifier of the demand of the service.
        demand: String,
    },
}

impl Deed {
    /// Name in the table.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Message { .. } => "message",
            Self::Withdrawal { .. } => "withdrawal",
            Self::Correction { .. } => "correction",
            Self::Document { .. } => "document",
            Self::Extension { .. } => "extension",
        }
    }
}

/// How the delivery of an act stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActState {
    /// Recorded here, on its way.
    Waiting,
    /// The back office has it.
    Delivered,
    /// The back office refused it for good: what it was about had changed.
    Refused,
}

impl ActState {
    const ALL: [Self; 3] = [Self::Waiting, Self::Delivered, Self::Refused];

    const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Refused => "refused",
        }
    }

    fn from_name(name: &str) -> Result<Self, StoreError> {
        Self::ALL
            .into_iter()
            .find(|state| state.name() == name)
            .ok_or(StoreError::Unreadable("acts.state"))
    }
}

impl StoredAct {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.text("id")?,
            request_id: row.text("request_id")?,
            files_of: row.optional_text("files_of")?,
            state: ActState::from_name(&row.text("state")?)?,
            foreign_id: row.optional_text("foreign_id")?,
            done_at: instant(row.int("done_at")?)?,
            ended_at: row.optional_int("ended_at")?.map(instant).transpose()?,
            data_key: row.bytes("data_key")?,
            content: row.bytes("content")?,
        })
    }

    /// What was done.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn open(&self, vault: &Vault) -> Result<Deed, StoreError> {
        Ok(vault.open(&place(&self.id), &self.data_key, &self.content)?)
    }
}

fn place(id: &str) -> String {
    format!("acts:{id}")
}

/// An act to record.
pub struct NewAct<'a> {
    /// Identifier.
    pub id: &'a str,
    /// The submission that it is about.
    pub request_id: &'a str,
    /// Draft whose files go with it.
    pub files_of: Option<&'a str>,
    /// What was done.
    pub deed: &'a Deed,
    /// Now.
    pub at: Timestamp,
}

/// Records an act, behind those of the same request. `false`: another one came in between; nothing was written.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn insert(
    tx: &mut Write<'_>,
    vault: &Vault,
    new: NewAct<'_>,
) -> Result<bool, StoreError> {
    let place = place(new.id);
    let key = vault.new_key(&place)?;
    let content = key.key.seal(&place, new.deed, vault.randomness())?;
    let sql = "INSERT INTO acts (id, request_id, rank, kind, data_key, content, files_of, state, done_at) \
               SELECT $1, $2, COALESCE(MAX(rank), 0) + 1, $3, $4, $5, $6, 'waiting', $7 \
               FROM acts WHERE request_id = $2 ON CONFLICT DO NOTHING";
    let params = [
        new.id.into(),
        new.request_id.into(),
        new.deed.name().into(),
        key.wrapped.into(),
        content.into(),
        new.files_of.map(str::to_owned).into(),
        millis(new.at).into(),
    ];
    if tx.execute(sql, &params).await? == 0 {
        return Ok(false);
    }
    changes::note(tx, new.request_id, new.at).await?;
    Ok(true)
}

/// An act by its identifier.
///
/// # Errors
/// The database refuses.
pub async fn find(database: &Database, id: &str) -> Result<Option<StoredAct>, StoreError> {
    let sql = "SELECT * FROM acts WHERE id = $1";
    let row = database.fetch_optional(sql, &[id.into()]).await?;
    row.as_ref().map(StoredAct::read).transpose()
}

/// Acts about a request, in the order in which they were done.
///
/// # Errors
/// The database refuses.
pub async fn of_request(database: &Database, request: &str) -> Result<Vec<StoredAct>, StoreError> {
    let sql = "SELECT * FROM acts WHERE request_id = $1 ORDER BY rank";
    let rows = database.fetch_all(sql, &[request.into()]).await?;
    rows.iter().map(StoredAct::read).collect()
}

/// Whether an act of a request still waits before this one: acts arrive in the order in which they were done.
///
/// # Errors
/// The database refuses.
pub async fn has_earlier(database: &Database, act: &StoredAct) -> Result<bool, StoreError> {
    let sql = "SELECT 1 AS one FROM acts WHERE request_id = $1 AND state = 'waiting' \
               AND rank < (SELECT rank FROM acts WHERE id = $2) LIMIT 1";
    let params = [(&act.request_id).into(), (&act.id).into()];
    Ok(database.fetch_optional(sql, &params).await?.is_some())
}

/// The delivery of an act ended.
///
/// # Errors
/// The database refuses.
pub async fn end(
    tx: &mut Write<'_>,
    id: &str,
    state: ActState,
    foreign_id: Option<&str>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE acts SET state = $2, foreign_id = $3, ended_at = $4 WHERE id = $1 AND state = 'waiting' \
               RETURNING request_id";
    let params = [
        id.into(),
        state.name().into(),
        foreign_id.map(str::to_owned).into(),
        millis(now).into(),
    ];
    if let Some(row) = tx.fetch_optional(sql, &params).await? {
        changes::note(tx, &row.text("request_id")?, now).await?;
    }
    Ok(())
}

/// Deletes acts that ended before `limit`; gives the identifiers of the files to delete after the commit.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, limit: Timestamp) -> Result<Vec<String>, StoreError> {
    let sql = "DELETE FROM acts WHERE state <> 'waiting' AND ended_at <= $1 RETURNING files_of";
    let rows = tx.fetch_all(sql, &[millis(limit).into()]).await?;
    files_of(tx, rows).await
}

/// Deletes every act about a request; gives the identifiers of the files to delete after the commit.
///
/// # Errors
/// The database refuses.
pub async fn delete_of(tx: &mut Write<'_>, request: &str) -> Result<Vec<String>, StoreError> {
    let sql = "DELETE FROM acts WHERE request_id = $1 RETURNING files_of";
    let rows = tx.fetch_all(sql, &[request.into()]).await?;
    files_of(tx, rows).await
}

/// Whether an act still has the files of a draft: documents given together come from one.
async fn is_needed(tx: &mut Write<'_>, draft: &str) -> Result<bool, StoreError> {
    let sql = "SELECT 1 AS one FROM acts WHERE files_of = $1 LIMIT 1";
    Ok(tx.fetch_optional(sql, &[draft.into()]).await?.is_some())
}

/// Whether an act of this kind about a request is on its way.
///
/// # Errors
/// The database refuses.
pub async fn waits(tx: &mut Write<'_>, request: &str, deed: &Deed) -> Result<bool, StoreError> {
    let sql = "SELECT 1 AS one FROM acts WHERE request_id = $1 AND kind = $2 AND state = 'waiting' LIMIT 1";
    let params = [request.into(), deed.name().into()];
    Ok(tx.fetch_optional(sql, &params).await?.is_some())
}

/// Whether a request was withdrawn here, and the back office did not refuse it.
///
/// # Errors
/// The database refuses.
pub async fn is_withdrawn(tx: &mut Write<'_>, request: &str) -> Result<bool, StoreError> {
    let sql = "SELECT 1 AS one FROM acts WHERE request_id = $1 AND kind = $2 AND state <> 'refused' LIMIT 1";
    let kind = Deed::Withdrawal { reason: None }.name();
    let params = [request.into(), kind.into()];
    Ok(tx.fetch_optional(sql, &params).await?.is_some())
}

async fn files_of(tx: &mut Write<'_>, rows: Vec<Row>) -> Result<Vec<String>, StoreError> {
    let mut files = Vec::new();
    for row in rows {
        if let Some(draft) = row.optional_text("files_of")?
            && !is_needed(tx, &draft).await?
        {
            files.extend(super::uploads::delete_of(tx, &draft).await?);
        }
    }
    Ok(files)
}
