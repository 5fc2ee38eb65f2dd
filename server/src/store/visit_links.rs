//! Links of messages to an appointment: whoever holds one confirms or cancels that appointment, says that they are there,
//! and nothing else. The word of a link is found by its digest alone, and ends with the appointment, or with its day where
//! people wait to be called.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use database::{Database, Write};
use domain::{appointment::Mode, booking::Slot, queue::day_end};
use jiff::Timestamp;

use super::{StoreError, Vault, millis};
use crate::secrets::Purpose;

/// Bytes of a word: 96 bits that nobody guesses, in 16 signs that a text message has room for.
const BYTES: usize = 12;

/// The word of the link of a message: the same each time that the message is sent.
#[must_use]
pub fn word(vault: &Vault, notice: &str) -> String {
    let digest = vault.keys().blind(Purpose::VisitLink, notice);
    URL_SAFE_NO_PAD.encode(&digest[..BYTES])
}

/// Keeps the link of a message for an appointment at that time.
///
/// # Errors
/// The database refuses.
pub async fn keep(
    tx: &mut Write<'_>,
    vault: &Vault,
    word: &str,
    request: &str,
    slot: &Slot,
) -> Result<(), StoreError> {
    let index = vault.keys().blind(Purpose::VisitLinkIndex, word);
    let ends_at = match slot.mode {
        // Whoever waits past their hour still looks when their turn comes.
        Mode::Onsite => day_end(slot),
        Mode::Phone | Mode::Video | Mode::Home => slot.end,
    };
    let sql = "INSERT INTO visit_links (word_index, request_id, ends_at) VALUES ($1, $2, $3) \
               ON CONFLICT (word_index) DO UPDATE SET ends_at = excluded.ends_at";
    let params = [
        Vec::from(index).into(),
        request.into(),
        millis(ends_at).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// The submission that a word leads to, while it does.
///
/// # Errors
/// The database refuses.
pub async fn find(
    database: &Database,
    vault: &Vault,
    word: &str,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let index = vault.keys().blind(Purpose::VisitLinkIndex, word);
    let sql = "SELECT request_id FROM visit_links WHERE word_index = $1 AND ends_at > $2";
    let row = database
        .fetch_optional(sql, &[Vec::from(index).into(), millis(now).into()])
        .await?;
    Ok(row.map(|row| row.text("request_id")).transpose()?)
}

/// Deletes the links to a request.
///
/// # Errors
/// The database refuses.
pub async fn delete_of(tx: &mut Write<'_>, request: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM visit_links WHERE request_id = $1";
    tx.execute(sql, &[request.into()]).await?;
    Ok(())
}

/// Deletes those that ended.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, now: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM visit_links WHERE ends_at <= $1";
    tx.execute(sql, &[millis(now).into()]).await?;
    Ok(())
}
