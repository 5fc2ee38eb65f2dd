//! Opinions on their way to the back office. Nobody's name is beside them: the identifier of one about a request comes
//! from a secret, its content is sealed and goes once the back office has it. What stays says that it was given.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use database::{Database, Row, Write};
use domain::{
    answers::Answers,
    locale::Locale,
    submitted::Submitted,
    survey::{Moment, Subject},
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{StoreError, Vault, instant, later, millis};
use crate::secrets::Purpose;

/// Bytes of the word of an address: 96 bits that nobody guesses.
const BYTES: usize = 12;
/// How long one may say more. The back office counts what it has after an hour.
const OPEN: SignedDuration = SignedDuration::from_mins(50);
/// How long it is known that an opinion was given: longer than anybody may be asked.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What someone answered so far.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The questionnaire.
    pub questionnaire_id: String,
    /// Its version.
    pub version: String,
    /// What it is about.
    pub subject: Subject,
    /// Language of the person.
    pub language: Locale,
    /// What was typed, by page.
    pub pages: BTreeMap<String, Submitted>,
    /// What is right of it, as it was judged when it was typed.
    pub answers: Answers,
}

/// A row of `opinions`.
#[derive(Clone)]
pub struct StoredOpinion {
    /// Identifier, the same in the back office.
    pub id: String,
    /// What was answered; `None` once the back office has it.
    pub content: Option<Content>,
    /// Grows with each page.
    pub revision: u32,
    /// Whether the person is done.
    pub is_complete: bool,
    /// Until when they may say more.
    pub ends_at: Timestamp,
    /// The mark of the page with which they were done.
    closed_by: Option<Vec<u8>>,
}

impl StoredOpinion {
    /// Whether more may be said.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        !self.is_complete && now < self.ends_at && self.content.is_some()
    }

    /// Whether this page is the one with which they were done, sent again.
    #[must_use]
    pub fn is_closed_by(&self, mark: &PageMark) -> bool {
        self.closed_by.as_ref() == Some(&mark.0)
    }

    fn read(vault: &Vault, row: &Row) -> Result<Self, StoreError> {
        let id = row.text("id")?;
        let sealed = row.optional_bytes("content")?;
        let key = row.bytes("data_key")?;
        let content = sealed.map(|sealed| vault.open(&place(&id), &key, &sealed));
        Ok(Self {
            content: content.transpose()?,
            revision: u32::try_from(row.int("revision")?).unwrap_or(u32::MAX),
            is_complete: row.int("is_complete")? == 1,
            ends_at: instant(row.int("ends_at")?)?,
            closed_by: row.optional_bytes("closed_by")?,
            id,
        })
    }
}

fn place(id: &str) -> String {
    format!("opinions:{id}")
}

/// What tells a page that is sent again from another one, without telling what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageMark(Vec<u8>);

impl PageMark {
    /// The mark of what was typed.
    #[must_use]
    pub fn of(vault: &Vault, typed: &Submitted) -> Self {
        let text = format!("{:?}", typed.0);
        Self(vault.keys().blind(Purpose::OpinionEnd, &text).into())
    }
}

/// The identifier of the opinion about a request at one of its moments: the same each time, and nobody else can make it.
#[must_use]
pub fn id_of(vault: &Vault, request: &str, moment: Moment) -> String {
    id_from(vault, &format!("{} {request}", moment.name()))
}

/// The identifier of an opinion that a form gives: sent twice, it is one.
#[must_use]
pub fn id_of_form(vault: &Vault, key: &str) -> String {
    id_from(vault, &format!("form {key}"))
}

fn id_from(vault: &Vault, text: &str) -> String {
    let digest = vault.keys().blind(Purpose::Opinion, text);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    let id = uuid::Builder::from_custom_bytes(bytes);
    id.into_uuid().to_string()
}

/// The word of the address of an opinion.
#[must_use]
pub fn word(vault: &Vault, id: &str) -> String {
    let digest = vault.keys().blind(Purpose::OpinionLink, id);
    URL_SAFE_NO_PAD.encode(&digest[..BYTES])
}

fn word_index(vault: &Vault, word: &str) -> Vec<u8> {
    vault.keys().blind(Purpose::OpinionLinkIndex, word).into()
}

/// Keeps an opinion; `false`: there is one under this identifier.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn insert(
    tx: &mut Write<'_>,
    vault: &Vault,
    id: &str,
    (content, closed_by): (&Content, Option<&PageMark>),
    now: Timestamp,
) -> Result<bool, StoreError> {
    let place = place(id);
    let key = vault.new_key(&place)?;
    let sealed = key.key.seal(&place, content, vault.randomness())?;
    let sql = "INSERT INTO opinions \
               (id, word_index, data_key, content, revision, is_complete, closed_by, ends_at, forget_at) \
               VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    let params = [
        id.into(),
        word_index(vault, &word(vault, id)).into(),
        key.wrapped.into(),
        sealed.into(),
        i64::from(closed_by.is_some()).into(),
        closed_by.map(|mark| mark.0.as_slice()).into(),
        millis(later(now, OPEN)).into(),
        millis(later(now, KEPT)).into(),
    ];
    Ok(tx.execute(sql, &params).await? == 1)
}

/// Takes an opinion for this write: nobody else changes it before its end.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn take(
    tx: &mut Write<'_>,
    vault: &Vault,
    id: &str,
) -> Result<Option<StoredOpinion>, StoreError> {
    let sql = "UPDATE opinions SET revision = revision WHERE id = $1 RETURNING *";
    let row = tx.fetch_optional(sql, &[id.into()]).await?;
    row.map(|row| StoredOpinion::read(vault, &row)).transpose()
}

/// Writes the next revision of an opinion that was taken.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn revise(
    tx: &mut Write<'_>,
    vault: &Vault,
    id: &str,
    (content, closed_by): (&Content, Option<&PageMark>),
) -> Result<(), StoreError> {
    let sql = "SELECT data_key FROM opinions WHERE id = $1";
    let row = tx.fetch_optional(sql, &[id.into()]).await?;
    let row = row.ok_or(StoreError::Unreadable("opinions"))?;
    let sealed = vault.seal(&place(id), &row.bytes("data_key")?, content)?;
    let sql = "UPDATE opinions SET content = $2, is_complete = $3, closed_by = $4, revision = revision + 1 \
               WHERE id = $1";
    let params = [
        id.into(),
        sealed.into(),
        i64::from(closed_by.is_some()).into(),
        closed_by.map(|mark| mark.0.as_slice()).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// The opinion of an identifier.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn find(
    database: &Database,
    vault: &Vault,
    id: &str,
) -> Result<Option<StoredOpinion>, StoreError> {
    let sql = "SELECT * FROM opinions WHERE id = $1";
    let row = database.fetch_optional(sql, &[id.into()]).await?;
    row.map(|row| StoredOpinion::read(vault, &row)).transpose()
}

/// Whether anything was said under an identifier.
///
/// # Errors
/// The database refuses.
pub async fn is_known(tx: &mut Write<'_>, id: &str) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM opinions WHERE id = $1";
    Ok(tx.fetch_optional(sql, &[id.into()]).await?.is_some())
}

/// The opinion that the word of an address leads to.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn by_word(
    database: &Database,
    vault: &Vault,
    word: &str,
) -> Result<Option<StoredOpinion>, StoreError> {
    let sql = "SELECT * FROM opinions WHERE word_index = $1";
    let params = [word_index(vault, word).into()];
    let row = database.fetch_optional(sql, &params).await?;
    row.map(|row| StoredOpinion::read(vault, &row)).transpose()
}

/// The back office has this revision, or will not take it: once nothing more may be said, nothing is kept of it here.
///
/// # Errors
/// The database refuses.
pub async fn delivered(
    tx: &mut Write<'_>,
    id: &str,
    revision: u32,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE opinions SET sent_revision = $2, \
               content = CASE WHEN is_complete = 1 OR ends_at <= $3 THEN NULL ELSE content END \
               WHERE id = $1 AND revision = $2";
    let params = [id.into(), i64::from(revision).into(), millis(now).into()];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// Forgets what was said where the back office has it and nothing more may be said; in the end, whatever became of it.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE opinions SET content = NULL \
               WHERE content IS NOT NULL AND ends_at <= $1 AND sent_revision = revision";
    tx.execute(sql, &[millis(now).into()]).await?;
    let sql = "UPDATE opinions SET closed_by = NULL WHERE closed_by IS NOT NULL AND ends_at <= $1";
    tx.execute(sql, &[millis(now).into()]).await?;
    let sql = "DELETE FROM opinions WHERE forget_at <= $1";
    tx.execute(sql, &[millis(now).into()]).await?;
    Ok(())
}
