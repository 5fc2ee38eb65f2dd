//! The end of submissions: their answers go when their time here is over, never before they are delivered.

use database::{Database, Write};
use jiff::Timestamp;

use super::{
    StoreError, Vault, accesses, acts, changes, endings, envelopes, hand_overs, invitations,
    millis, notices, outbox, progress, reminders, uploads, visit_links,
};

/// Delivered submissions whose answers were kept until `limit`: identifiers, 100 at most.
///
/// # Errors
/// The database refuses.
pub async fn due(database: &Database, limit: Timestamp) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT id FROM submissions WHERE state = 'delivered' AND delivered_at <= $1 \
               AND payload IS NOT NULL LIMIT 100";
    let rows = database.fetch_all(sql, &[millis(limit).into()]).await?;
    rows.iter().map(|row| Ok(row.text("id")?)).collect()
}

/// Erases the answers of a delivered submission; gives the identifiers of the files to delete after the
/// commit. Its code goes on opening what the back office holds.
///
/// # Errors
/// The database refuses.
pub async fn erase_answers(
    tx: &mut Write<'_>,
    vault: &Vault,
    id: &str,
) -> Result<Vec<String>, StoreError> {
    let sql = "UPDATE submissions SET payload = NULL WHERE id = $1 AND state = 'delivered' RETURNING draft_id";
    let Some(row) = tx.fetch_optional(sql, &[id.into()]).await? else {
        return Ok(Vec::new());
    };
    progress::mask(tx, vault, id).await?;
    outbox::forget_receipt(tx, id).await?;
    uploads::delete_of(tx, &row.text("draft_id")?).await
}

/// Deletes a submission that the back office deleted, with what was done about it; gives the identifiers of the files to delete after
/// the commit.
///
/// # Errors
/// The database refuses.
pub async fn delete(
    tx: &mut Write<'_>,
    id: &str,
    now: Timestamp,
) -> Result<Vec<String>, StoreError> {
    let sql = "DELETE FROM submissions WHERE id = $1 AND state = 'delivered' RETURNING draft_id";
    let Some(row) = tx.fetch_optional(sql, &[id.into()]).await? else {
        return Ok(Vec::new());
    };
    accesses::revoke_all(tx, id).await?;
    notices::delete_of(tx, id).await?;
    reminders::delete_of(tx, id).await?;
    visit_links::delete_of(tx, id).await?;
    invitations::delete_of(tx, id).await?;
    envelopes::delete_about(tx, id).await?;
    changes::note(tx, id, now).await?;
    hand_overs::delete_of(tx, id).await?;
    let mut files = uploads::delete_of(tx, &row.text("draft_id")?).await?;
    files.extend(acts::delete_of(tx, id).await?);
    files.extend(endings::erase_about(tx, id, now).await?);
    Ok(files)
}
