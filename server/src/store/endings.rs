//! How drafts end: sent, erased, run out, forgotten.

use database::{Database, Param, Write};
use jiff::Timestamp;

use super::{StoreError, drafts::DraftState, millis, uploads};

/// Ends an open draft read at `version`: its content and its key are gone. `false`: changed meanwhile.
///
/// # Errors
/// The database refuses.
pub async fn end(
    tx: &mut Write<'_>,
    id: &str,
    version: i64,
    state: DraftState,
    request_id: Option<&str>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE drafts SET content = NULL, data_key = NULL, state = $3, request_id = $4, updated_at = $5, \
               version = version + 1 WHERE id = $1 AND version = $2 AND state = 'open'";
    let params = [
        id.into(),
        version.into(),
        state.name().into(),
        request_id.map(str::to_owned).into(),
        millis(now).into(),
    ];
    Ok(tx.execute(sql, &params).await? == 1)
}

/// The drafts of a holder that ended belong to nobody any more: they lead back to nothing.
///
/// # Errors
/// The database refuses.
pub async fn let_go(tx: &mut Write<'_>, owner: &[u8; 32]) -> Result<(), StoreError> {
    let sql = "UPDATE drafts SET owner = $2 WHERE owner = $1 AND state <> 'open'";
    tx.execute(sql, &[owner.into(), Vec::<u8>::new().into()])
        .await?;
    Ok(())
}

/// Erases every open draft of a holder; gives the identifiers of the files to delete after the commit.
///
/// # Errors
/// The database refuses.
pub async fn erase_of(
    tx: &mut Write<'_>,
    owner: &[u8; 32],
    now: Timestamp,
) -> Result<Vec<String>, StoreError> {
    let sql = "UPDATE drafts SET content = NULL, data_key = NULL, state = 'erased', updated_at = $2, \
               version = version + 1 WHERE owner = $1 AND state = 'open' RETURNING id";
    erase(tx, sql, &[owner.into(), millis(now).into()]).await
}

/// Erases what a holder began about requests: messages, corrections, documents; gives the identifiers of the files to
/// delete after the commit.
///
/// # Errors
/// The database refuses.
pub async fn erase_begun(
    tx: &mut Write<'_>,
    owner: &[u8; 32],
    now: Timestamp,
) -> Result<Vec<String>, StoreError> {
    let sql = "UPDATE drafts SET content = NULL, data_key = NULL, state = 'erased', updated_at = $2, \
               version = version + 1 WHERE owner = $1 AND state = 'open' AND about IS NOT NULL RETURNING id";
    erase(tx, sql, &[owner.into(), millis(now).into()]).await
}

/// Erases what anybody began about a request that no longer exists; gives the identifiers of the files to delete after
/// the commit.
///
/// # Errors
/// The database refuses.
pub async fn erase_about(
    tx: &mut Write<'_>,
    request: &str,
    now: Timestamp,
) -> Result<Vec<String>, StoreError> {
    let sql = "UPDATE drafts SET content = NULL, data_key = NULL, state = 'erased', updated_at = $2, \
               version = version + 1 WHERE about = $1 AND state = 'open' RETURNING id";
    erase(tx, sql, &[request.into(), millis(now).into()]).await
}

/// Erases what one visitor began about a request and did not send; gives the identifiers of the files to delete after
/// the commit.
///
/// # Errors
/// The database refuses.
pub async fn erase_about_of(
    tx: &mut Write<'_>,
    owner: &[u8],
    request: &str,
    now: Timestamp,
) -> Result<Vec<String>, StoreError> {
    let sql = "UPDATE drafts SET content = NULL, data_key = NULL, state = 'erased', updated_at = $3, \
               version = version + 1 WHERE about = $1 AND state = 'open' AND owner = $2 RETURNING id";
    let params = [request.into(), owner.into(), millis(now).into()];
    erase(tx, sql, &params).await
}

/// Runs a statement that erases drafts; gives the identifiers of their files, whose rows are gone.
async fn erase(
    tx: &mut Write<'_>,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<Vec<String>, StoreError> {
    let mut files = Vec::new();
    for row in tx.fetch_all(sql, params).await? {
        files.extend(uploads::delete_of(tx, &row.text("id")?).await?);
    }
    Ok(files)
}

/// Remembers through which hand-over a draft was sent: its holder was not there.
///
/// # Errors
/// The database refuses.
pub async fn sent_through(tx: &mut Write<'_>, id: &str, hand_over: &str) -> Result<(), StoreError> {
    let sql = "UPDATE drafts SET sent_through = $2 WHERE id = $1";
    tx.execute(sql, &[id.into(), hand_over.into()]).await?;
    Ok(())
}

/// Open drafts whose time ran out: identifier and version, 100 at most.
///
/// # Errors
/// The database refuses.
pub async fn run_out(
    database: &Database,
    now: Timestamp,
) -> Result<Vec<(String, i64)>, StoreError> {
    let sql = "SELECT id, version FROM drafts WHERE state = 'open' AND expires_at <= $1 LIMIT 100";
    let rows = database.fetch_all(sql, &[millis(now).into()]).await?;
    rows.iter()
        .map(|row| Ok((row.text("id")?, row.int("version")?)))
        .collect()
}

/// Deletes what remained of drafts ended before `limit`, so that their holder was told until then.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, limit: Timestamp) -> Result<u64, StoreError> {
    let sql = "DELETE FROM drafts WHERE state <> 'open' AND updated_at <= $1";
    Ok(tx.execute(sql, &[millis(limit).into()]).await?)
}
