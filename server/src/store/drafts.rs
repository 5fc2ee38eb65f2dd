//! Drafts: who holds them, how they stand, and what was typed, sealed.

use database::{Database, Row, Write};
use domain::{
    answers::Answers,
    booking::{AskedVisit, Hold},
    draft::DraftContent,
    locale::Locale,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    StoreError, Vault,
    draft_grants::{self, Guest},
    instant, millis,
};

/// A row of `drafts`. What was typed stays sealed until [`StoredDraft::open`].
#[derive(Clone)]
pub struct StoredDraft {
    /// Identifier.
    pub id: String,
    /// Digest of the holder's cookie; empty once the holder closed the access to what it became.
    pub owner: Vec<u8>,
    /// Those with whom a code shares it, in a draft found by its identifier.
    pub guests: Vec<Guest>,
    /// Its procedure.
    pub procedure_id: String,
    /// Version of the form at the last save.
    pub form_version: String,
    /// Language it was begun in.
    pub locale: Locale,
    /// What it will be.
    pub purpose: Purpose,
    /// How it stands.
    pub state: DraftState,
    /// The request it became, or went to.
    pub request_id: Option<String>,
    /// The hand-over through which a guest sent it.
    pub sent_through: Option<String>,
    /// Grows at each change.
    pub version: i64,
    /// Last change.
    pub updated_at: Timestamp,
    /// End of its retention.
    pub expires_at: Timestamp,
    data_key: Option<Vec<u8>>,
    content: Option<Vec<u8>>,
}

/// What a draft will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A request.
    Request,
    /// A message about a request: the identifier of its submission.
    Message(String),
    /// A correction of the answers of a request.
    Correction(String),
    /// Documents that the service asked for about a request.
    Documents(String),
}

impl Purpose {
    const fn name(&self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Message(_) => "message",
            Self::Correction(_) => "correction",
            Self::Documents(_) => "documents",
        }
    }

    /// The submission that it is about.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        match self {
            Self::Request => None,
            Self::Message(request) | Self::Correction(request) | Self::Documents(request) => {
                Some(request)
            }
        }
    }

    fn read(row: &Row) -> Result<Self, StoreError> {
        match (&*row.text("purpose")?, row.optional_text("about")?) {
            ("request", None) => Ok(Self::Request),
            ("message", Some(request)) => Ok(Self::Message(request)),
            ("correction", Some(request)) => Ok(Self::Correction(request)),
            ("documents", Some(request)) => Ok(Self::Documents(request)),
            _ => Err(StoreError::Unreadable("drafts.purpose")),
        }
    }
}

/// How a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftState {
    /// Being filled in.
    Open,
    /// Sent; its content is now in the submission.
    Sent,
    /// Erased by its holder.
    Erased,
    /// Erased when its time ran out.
    Expired,
}

/// What a draft holds, sealed as one JSON text.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Content {
    /// What was typed and attached.
    pub draft: DraftContent,
    /// Last identifier given to an item: an identifier is never given twice.
    pub last_item: u32,
    /// What a correction corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    /// The time that goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<Visit>,
}

/// A visit and the time that is held for it, or was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// What it is for.
    pub asked: AskedVisit,
    /// The time.
    pub hold: Hold,
}

/// The answers that a correction corrects, as the service has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// The answers.
    pub answers: Answers,
    /// Their version in the back office.
    pub version: u32,
    /// Day on which the request was sent: a date that was to come then is still right.
    pub day: Date,
}

impl DraftState {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Sent => "sent",
            Self::Erased => "erased",
            Self::Expired => "expired",
        }
    }

    fn from_name(name: &str) -> Result<Self, StoreError> {
        [Self::Open, Self::Sent, Self::Erased, Self::Expired]
            .into_iter()
            .find(|state| state.name() == name)
            .ok_or(StoreError::Unreadable("drafts.state"))
    }
}

impl StoredDraft {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.text("id")?,
            owner: row.bytes("owner")?,
            guests: Vec::new(),
            procedure_id: row.text("procedure_id")?,
            form_version: row.text("form_version")?,
            locale: locale(&row.text("locale")?),
            purpose: Purpose::read(row)?,
            state: DraftState::from_name(&row.text("state")?)?,
            request_id: row.optional_text("request_id")?,
            sent_through: row.optional_text("sent_through")?,
            version: row.int("version")?,
            updated_at: instant(row.int("updated_at")?)?,
            expires_at: instant(row.int("expires_at")?)?,
            data_key: row.optional_bytes("data_key")?,
            content: row.optional_bytes("content")?,
        })
    }

    /// Opens what was typed; empty once sent or erased.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn open(&self, vault: &Vault) -> Result<Content, StoreError> {
        match (&self.data_key, &self.content) {
            (Some(key), Some(content)) => Ok(vault.open(&place(&self.id), key, content)?),
            _ => Ok(Content::default()),
        }
    }
}

/// Reads a language tag of a row.
pub(super) fn locale(tag: &str) -> Locale {
    Locale::from_tag(tag).unwrap_or(Locale::French)
}

fn place(id: &str) -> String {
    format!("drafts:{id}")
}

/// How many share it comes along: almost always nobody, and then there is nothing more to ask.
const ONE: &str = "SELECT drafts.*, (SELECT COUNT(*) FROM draft_grants WHERE draft_id = drafts.id) AS guests \
                   FROM drafts WHERE id = $1";

/// A draft, outside a write.
///
/// # Errors
/// The database refuses.
pub async fn find(database: &Database, id: &str) -> Result<Option<StoredDraft>, StoreError> {
    let row = database.fetch_optional(ONE, &[id.into()]).await?;
    let Some(row) = row else { return Ok(None) };
    let mut draft = StoredDraft::read(&row)?;
    if row.int("guests")? > 0 {
        draft.guests = draft_grants::of_draft(database, id).await?;
    }
    Ok(Some(draft))
}

/// A draft, inside a write.
///
/// # Errors
/// The database refuses.
pub async fn find_in(tx: &mut Write<'_>, id: &str) -> Result<Option<StoredDraft>, StoreError> {
    let row = tx.fetch_optional(ONE, &[id.into()]).await?;
    let Some(row) = row else { return Ok(None) };
    let mut draft = StoredDraft::read(&row)?;
    if row.int("guests")? > 0 {
        draft.guests = draft_grants::of_draft_in(tx, id).await?;
    }
    Ok(Some(draft))
}

/// Open drafts of requests of a holder that have not run out, the latest first; 50 at most.
///
/// # Errors
/// The database refuses.
pub async fn open_of(
    database: &Database,
    owner: &[u8; 32],
    now: Timestamp,
) -> Result<Vec<StoredDraft>, StoreError> {
    let sql = "SELECT * FROM drafts WHERE owner = $1 AND state = 'open' AND purpose = 'request' \
               AND expires_at > $2 ORDER BY updated_at DESC, id DESC LIMIT 50";
    let rows = database
        .fetch_all(sql, &[owner.into(), millis(now).into()])
        .await?;
    rows.iter().map(StoredDraft::read).collect()
}

/// Open drafts that a code shares with a visitor now, the latest first; 50 at most.
///
/// # Errors
/// The database refuses.
pub async fn shared_with(
    database: &Database,
    owner: &[u8; 32],
    now: Timestamp,
) -> Result<Vec<StoredDraft>, StoreError> {
    let sql = "SELECT * FROM drafts WHERE state = 'open' AND purpose = 'request' AND expires_at > $2 AND id IN \
               (SELECT draft_id FROM draft_grants WHERE owner = $1 AND expires_at > $2) \
               ORDER BY updated_at DESC, id DESC LIMIT 50";
    let rows = database
        .fetch_all(sql, &[owner.into(), millis(now).into()])
        .await?;
    rows.iter().map(StoredDraft::read).collect()
}

/// The latest open draft of a holder about a request, if there is one.
///
/// # Errors
/// The database refuses.
pub async fn open_about(
    database: &Database,
    owner: &[u8; 32],
    purpose: &Purpose,
    now: Timestamp,
) -> Result<Option<StoredDraft>, StoreError> {
    let sql = "SELECT * FROM drafts WHERE owner = $1 AND state = 'open' AND purpose = $2 AND about = $3 \
               AND expires_at > $4 ORDER BY created_at DESC, id LIMIT 1";
    let about = purpose.about().unwrap_or_default();
    let params = [
        owner.into(),
        purpose.name().into(),
        about.into(),
        millis(now).into(),
    ];
    let row = database.fetch_optional(sql, &params).await?;
    row.as_ref().map(StoredDraft::read).transpose()
}

/// A draft to begin.
pub struct NewDraft {
    /// Identifier.
    pub id: String,
    /// Digest of the holder's cookie.
    pub owner: [u8; 32],
    /// Its procedure.
    pub procedure_id: String,
    /// Version of the form.
    pub form_version: String,
    /// Language.
    pub locale: Locale,
    /// What it will be.
    pub purpose: Purpose,
    /// What it holds from the beginning.
    pub content: Content,
    /// Now.
    pub at: Timestamp,
    /// End of its retention.
    pub expires_at: Timestamp,
}

/// Stores a draft just begun; one of this identifier that exists stays as it is.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn insert(tx: &mut Write<'_>, vault: &Vault, new: &NewDraft) -> Result<(), StoreError> {
    let place = place(&new.id);
    let key = vault.new_key(&place)?;
    let content = key.key.seal(&place, &new.content, vault.randomness())?;
    let sql = "INSERT INTO drafts (id, owner, procedure_id, form_version, locale, data_key, content, version, \
               state, created_at, updated_at, expires_at, purpose, about) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 'open', $8, $8, $9, $10, $11) \
               ON CONFLICT (id) DO NOTHING";
    tx.execute(
        sql,
        &[
            (&new.id).into(),
            (&new.owner).into(),
            (&new.procedure_id).into(),
            (&new.form_version).into(),
            new.locale.tag().into(),
            key.wrapped.into(),
            content.into(),
            millis(new.at).into(),
            millis(new.expires_at).into(),
            new.purpose.name().into(),
            new.purpose.about().map(str::to_owned).into(),
        ],
    )
    .await?;
    Ok(())
}

/// Stores what was typed since `draft` was read. `false`: someone else changed it meanwhile.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn update(
    tx: &mut Write<'_>,
    vault: &Vault,
    draft: &StoredDraft,
    content: &Content,
) -> Result<bool, StoreError> {
    let key = draft
        .data_key
        .as_ref()
        .ok_or(StoreError::Unreadable("drafts.data_key"))?;
    let sealed = vault.seal(&place(&draft.id), key, content)?;
    let sql = "UPDATE drafts SET content = $3, form_version = $4, updated_at = $5, expires_at = $6, \
               version = version + 1 WHERE id = $1 AND version = $2 AND state = 'open'";
    let changed = tx
        .execute(
            sql,
            &[
                (&draft.id).into(),
                draft.version.into(),
                sealed.into(),
                (&draft.form_version).into(),
                millis(draft.updated_at).into(),
                millis(draft.expires_at).into(),
            ],
        )
        .await?;
    Ok(changed == 1)
}
