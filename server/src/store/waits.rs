//! Places on the waiting list of the back office: whose each is, how to reach them, and where it stood when it was last
//! read. The back office knows none of that; what names a person or opens an entry is sealed.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use database::{Database, Row, Write};
use domain::{locale::Locale, notice::Way, waiting::WaitingEntry};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{StoreError, Vault, instant, later, millis};
use crate::secrets::Purpose;

/// Bytes of the word of a link: 96 bits that nobody guesses, in 16 signs that a text message has room for.
const BYTES: usize = 12;

/// How long the page of a place that ended can still be read: as long as the back office keeps the entry.
const AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How someone who waits is reached.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The way they chose.
    pub way: Way,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone number as dialled from anywhere.
    pub phone: Option<String>,
    /// Language of messages.
    pub locale: Locale,
}

impl Contact {
    /// The address of a way.
    #[must_use]
    pub fn address(&self, way: Way) -> Option<&str> {
        match way {
            Way::Email => self.email.as_deref(),
            Way::Sms => self.phone.as_deref(),
        }
    }

    /// The ways that lead somewhere, the chosen one first.
    #[must_use]
    pub fn ways(&self, offered: &[Way]) -> Vec<Way> {
        let ways = [self.way, self.way.other()].into_iter();
        ways.filter(|way| offered.contains(way) && self.address(*way).is_some())
            .collect()
    }
}

/// A row of `waits`.
#[derive(Clone)]
pub struct StoredWait {
    /// Identifier.
    pub id: String,
    /// Digest of the cookie of whoever entered; empty once they ended everything on their computer.
    pub owner: Vec<u8>,
    /// How they are reached.
    pub contact: Contact,
    /// The entry as it was last read.
    pub entry: WaitingEntry,
    /// When it was read.
    pub known_at: Timestamp,
}

impl StoredWait {
    fn read(vault: &Vault, row: &Row) -> Result<Self, StoreError> {
        let id = row.text("id")?;
        let (place, key) = (place(&id), row.bytes("data_key")?);
        Ok(Self {
            owner: row.bytes("owner")?,
            contact: vault.open(&place, &key, &row.bytes("content")?)?,
            entry: vault.open(&place, &key, &row.bytes("known")?)?,
            known_at: instant(row.int("known_at")?)?,
            id,
        })
    }
}

/// A place to keep.
#[derive(Clone)]
pub struct NewWait {
    /// Identifier, which the form drew.
    pub id: String,
    /// Digest of the cookie of whoever enters.
    pub owner: [u8; 32],
    /// How they are reached.
    pub contact: Contact,
    /// The entry.
    pub entry: WaitingEntry,
    /// Now.
    pub at: Timestamp,
}

fn place(id: &str) -> String {
    format!("waits:{id}")
}

/// The word of the link to a place: the same in each message.
#[must_use]
pub fn word(vault: &Vault, id: &str) -> String {
    let digest = vault.keys().blind(Purpose::WaitLink, id);
    URL_SAFE_NO_PAD.encode(&digest[..BYTES])
}

fn word_index(vault: &Vault, word: &str) -> Vec<u8> {
    vault.keys().blind(Purpose::WaitLinkIndex, word).into()
}

fn entry_index(vault: &Vault, entry: &str) -> Vec<u8> {
    vault.keys().blind(Purpose::WaitEntry, entry).into()
}

/// Until when the row of an entry is kept.
fn end(entry: &WaitingEntry, now: Timestamp) -> Timestamp {
    let end = if entry.status.is_open() {
        entry.expires_at
    } else {
        entry.expires_at.min(now)
    };
    later(end, AFTER)
}

/// Keeps a place; `false`: it is kept already.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn insert(tx: &mut Write<'_>, vault: &Vault, new: &NewWait) -> Result<bool, StoreError> {
    let place = place(&new.id);
    let key = vault.new_key(&place)?;
    let content = key.key.seal(&place, &new.contact, vault.randomness())?;
    let known = key.key.seal(&place, &new.entry, vault.randomness())?;
    let sql = "INSERT INTO waits (id, owner, word_index, entry_index, data_key, content, known, known_at, is_open, \
               created_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $10) ON CONFLICT DO NOTHING";
    let params = [
        (&new.id).into(),
        Vec::from(new.owner).into(),
        word_index(vault, &word(vault, &new.id)).into(),
        entry_index(vault, &new.entry.id).into(),
        key.wrapped.into(),
        content.into(),
        known.into(),
        millis(new.at).into(),
        i64::from(new.entry.status.is_open()).into(),
        millis(end(&new.entry, new.at)).into(),
    ];
    Ok(tx.execute(sql, &params).await? == 1)
}

/// Whoever entered goes back and gives another address: it is told there, as if nothing had been told. `false`: nothing
/// changes.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn readdress(
    tx: &mut Write<'_>,
    vault: &Vault,
    new: &NewWait,
) -> Result<bool, StoreError> {
    let sql = "UPDATE waits SET known_at = known_at WHERE id = $1 AND owner = $2 RETURNING *";
    let params = [(&new.id).into(), Vec::from(new.owner).into()];
    let Some(row) = tx.fetch_optional(sql, &params).await? else {
        return Ok(false);
    };
    if StoredWait::read(vault, &row)?.contact == new.contact {
        return Ok(false);
    }
    let content = vault.seal(&place(&new.id), &row.bytes("data_key")?, &new.contact)?;
    let sql = "UPDATE waits SET content = $2 WHERE id = $1";
    tx.execute(sql, &[(&new.id).into(), content.into()]).await?;
    let sql = "DELETE FROM wait_messages WHERE wait_id = $1";
    tx.execute(sql, &[(&new.id).into()]).await?;
    Ok(true)
}

/// The entry was read again; gives it as it was known before. `None`: it is not kept any more.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn learn(
    tx: &mut Write<'_>,
    vault: &Vault,
    id: &str,
    entry: &WaitingEntry,
    now: Timestamp,
) -> Result<Option<StoredWait>, StoreError> {
    // Its row is locked: what is new is found by one reader.
    let sql = "UPDATE waits SET known_at = known_at WHERE id = $1 RETURNING *";
    let Some(row) = tx.fetch_optional(sql, &[id.into()]).await? else {
        return Ok(None);
    };
    let before = StoredWait::read(vault, &row)?;
    let known = vault.seal(&place(id), &row.bytes("data_key")?, entry)?;
    let ends_at = if before.entry.status.is_open() || entry.status.is_open() {
        end(entry, now)
    } else {
        // It ended when that was first known.
        instant(row.int("ends_at")?)?
    };
    let sql =
        "UPDATE waits SET known = $2, known_at = $3, is_open = $4, ends_at = $5 WHERE id = $1";
    let params = [
        id.into(),
        known.into(),
        millis(now).into(),
        i64::from(entry.status.is_open()).into(),
        millis(ends_at).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(Some(before))
}

/// The place that the word of a link leads to.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn by_word(
    database: &Database,
    vault: &Vault,
    word: &str,
    now: Timestamp,
) -> Result<Option<StoredWait>, StoreError> {
    let sql = "SELECT * FROM waits WHERE word_index = $1 AND ends_at > $2";
    let params = [word_index(vault, word).into(), millis(now).into()];
    let row = database.fetch_optional(sql, &params).await?;
    row.map(|row| StoredWait::read(vault, &row)).transpose()
}

/// The place of an entry of the back office.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn by_entry(
    database: &Database,
    vault: &Vault,
    entry: &str,
) -> Result<Option<StoredWait>, StoreError> {
    let sql = "SELECT * FROM waits WHERE entry_index = $1";
    let params = [entry_index(vault, entry).into()];
    let row = database.fetch_optional(sql, &params).await?;
    row.map(|row| StoredWait::read(vault, &row)).transpose()
}

/// A place by its identifier.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn find(
    database: &Database,
    vault: &Vault,
    id: &str,
) -> Result<Option<StoredWait>, StoreError> {
    let sql = "SELECT * FROM waits WHERE id = $1";
    let row = database.fetch_optional(sql, &[id.into()]).await?;
    row.map(|row| StoredWait::read(vault, &row)).transpose()
}

/// Places that a visitor entered and still holds, the latest first, 20 at most.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn of_owner(
    database: &Database,
    vault: &Vault,
    owner: &[u8; 32],
) -> Result<Vec<StoredWait>, StoreError> {
    let sql = "SELECT * FROM waits WHERE owner = $1 AND is_open = 1 ORDER BY created_at DESC, id LIMIT 20";
    let rows = database.fetch_all(sql, &[Vec::from(*owner).into()]).await?;
    rows.iter()
        .map(|row| StoredWait::read(vault, row))
        .collect()
}

/// A visitor ended everything on this computer: what they wait for goes on, and is no longer shown here.
///
/// # Errors
/// The database refuses.
pub async fn let_go(tx: &mut Write<'_>, owner: &[u8; 32]) -> Result<(), StoreError> {
    let sql = "UPDATE waits SET owner = $2 WHERE owner = $1";
    tx.execute(sql, &[Vec::from(*owner).into(), Vec::<u8>::new().into()])
        .await?;
    Ok(())
}

/// Deletes the places that ended long enough ago, and their messages.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, now: Timestamp) -> Result<(), StoreError> {
    let sql =
        "DELETE FROM wait_messages WHERE wait_id IN (SELECT id FROM waits WHERE ends_at <= $1)";
    tx.execute(sql, &[millis(now).into()]).await?;
    let sql = "DELETE FROM waits WHERE ends_at <= $1";
    tx.execute(sql, &[millis(now).into()]).await?;
    Ok(())
}
