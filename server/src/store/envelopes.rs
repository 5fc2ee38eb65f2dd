//! Envelopes: what was typed in a form about a request and came after the access had ended. Sealed, for ten minutes,
//! for the same browser and whoever opens the same request again with it.

use database::{Database, Row, Write};
use domain::submitted::Submitted;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{StoreError, Vault, millis};

/// What an envelope holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Path and query to which the form was sent.
    pub address: String,
    /// What was sent, the page's own inputs included.
    pub typed: Submitted,
}

/// An envelope, closed.
pub struct Envelope {
    /// The request that it is about.
    pub request: String,
    place: String,
    data_key: Vec<u8>,
    content: Vec<u8>,
}

impl Envelope {
    fn read(row: &Row, owner: &[u8; 32]) -> Result<Self, StoreError> {
        let request = row.text("request_id")?;
        Ok(Self {
            place: place(owner, &request),
            data_key: row.bytes("data_key")?,
            content: row.bytes("content")?,
            request,
        })
    }

    /// Opens it.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn open(&self, vault: &Vault) -> Result<Letter, StoreError> {
        Ok(vault.open(&self.place, &self.data_key, &self.content)?)
    }
}

/// Bound to its browser too: the digest of its cookie, which the row holds as it is.
fn place(owner: &[u8; 32], request: &str) -> String {
    let digest: String = owner.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("envelopes:{request}:{digest}")
}

/// Keeps a letter until `until`, in place of an earlier one about the same request.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn keep(
    tx: &mut Write<'_>,
    vault: &Vault,
    owner: &[u8; 32],
    request: &str,
    letter: &Letter,
    until: Timestamp,
) -> Result<(), StoreError> {
    let place = place(owner, request);
    let key = vault.new_key(&place)?;
    let content = key.key.seal(&place, letter, vault.randomness())?;
    let sql = "INSERT INTO envelopes (owner, request_id, data_key, content, expires_at) \
               VALUES ($1, $2, $3, $4, $5) ON CONFLICT (owner, request_id) DO UPDATE SET \
               data_key = excluded.data_key, content = excluded.content, expires_at = excluded.expires_at";
    let params = [
        owner.into(),
        request.into(),
        key.wrapped.into(),
        content.into(),
        millis(until).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// Envelopes of a browser that are still kept.
///
/// # Errors
/// The database refuses.
pub async fn of_owner(
    database: &Database,
    owner: &[u8; 32],
    now: Timestamp,
) -> Result<Vec<Envelope>, StoreError> {
    let sql = "SELECT request_id, data_key, content FROM envelopes WHERE owner = $1 AND expires_at > $2 \
               ORDER BY expires_at DESC LIMIT 20";
    let params = [owner.into(), millis(now).into()];
    let rows = database.fetch_all(sql, &params).await?;
    rows.iter().map(|row| Envelope::read(row, owner)).collect()
}

/// Deletes the envelopes of a browser.
///
/// # Errors
/// The database refuses.
pub async fn delete_of(tx: &mut Write<'_>, owner: &[u8; 32]) -> Result<(), StoreError> {
    tx.execute("DELETE FROM envelopes WHERE owner = $1", &[owner.into()])
        .await?;
    Ok(())
}

/// Deletes the envelopes about a request that no longer exists.
///
/// # Errors
/// The database refuses.
pub async fn delete_about(tx: &mut Write<'_>, request: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM envelopes WHERE request_id = $1";
    tx.execute(sql, &[request.into()]).await?;
    Ok(())
}

/// Deletes envelopes whose time ran out.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, now: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM envelopes WHERE expires_at <= $1";
    tx.execute(sql, &[millis(now).into()]).await?;
    Ok(())
}
