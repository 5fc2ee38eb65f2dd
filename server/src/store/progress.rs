//! What becomes of a submission after it is recorded: delivered, refused, answered, masked.

use database::Write;
use jiff::Timestamp;

use super::{
    StoreError, Vault, changes, millis,
    submissions::{DeliveryState, Known, StoredSubmission, find_in},
};
use crate::pii::masked;

/// The back office acknowledged a request.
///
/// # Errors
/// The database refuses.
pub async fn delivered(
    tx: &mut Write<'_>,
    id: &str,
    backoffice_id: &str,
    number: Option<&str>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE submissions SET state = 'delivered', backoffice_id = $2, number = $3, delivered_at = $4 \
               WHERE id = $1 AND delivered_at IS NULL";
    let number = number.map(str::to_owned);
    let params = [
        id.into(),
        backoffice_id.into(),
        number.into(),
        millis(now).into(),
    ];
    if tx.execute(sql, &params).await? == 1 {
        changes::note(tx, id, now).await?;
    }
    Ok(())
}

/// The delivery stopped until an operator looks, or goes on.
///
/// # Errors
/// The database refuses.
pub async fn mark(tx: &mut Write<'_>, id: &str, state: DeliveryState) -> Result<(), StoreError> {
    let sql = "UPDATE submissions SET state = $2 WHERE id = $1 AND delivered_at IS NULL";
    tx.execute(sql, &[id.into(), state.name().into()]).await?;
    Ok(())
}

/// Masks the e-mail address of the holder, since it is known that a receipt left and no longer where to; and forgets
/// the answers that the back office showed.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn mask(tx: &mut Write<'_>, vault: &Vault, id: &str) -> Result<(), StoreError> {
    let Some(submission) = find_in(tx, id).await? else {
        return Ok(());
    };
    let mut holder = submission.holder(vault)?;
    holder.email = holder.email.as_deref().map(masked);
    let holder = submission.seal(vault, &holder)?;
    let known = submission.known(vault)?.map(Known::without_answers);
    let known = known
        .map(|known| submission.seal(vault, &known))
        .transpose()?;
    tx.execute(
        "UPDATE submissions SET holder = $2, known = $3 WHERE id = $1",
        &[id.into(), holder.into(), known.into()],
    )
    .await?;
    Ok(())
}

/// What opens a request again, once a correction changed it.
///
/// # Errors
/// The database refuses.
pub async fn reprove(
    tx: &mut Write<'_>,
    id: &str,
    email_proof: Option<[u8; 32]>,
    birth_date_proof: Option<[u8; 32]>,
) -> Result<(), StoreError> {
    let sql = "UPDATE submissions SET email_proof = $2, birth_date_proof = $3 WHERE id = $1";
    let params = [
        id.into(),
        email_proof.map(Vec::from).into(),
        birth_date_proof.map(Vec::from).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// The same for a request known by its identifier.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn learn_of(
    tx: &mut Write<'_>,
    vault: &Vault,
    id: &str,
    known: &Known,
    now: Timestamp,
) -> Result<(), StoreError> {
    match find_in(tx, id).await? {
        Some(submission) => learn(tx, vault, &submission, known, now).await,
        None => Ok(()),
    }
}

/// Keeps what the back office said at `now`; open pages are told when it is not what was known before.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn learn(
    tx: &mut Write<'_>,
    vault: &Vault,
    submission: &StoredSubmission,
    known: &Known,
    now: Timestamp,
) -> Result<(), StoreError> {
    // Their retention may have ended while the back office was asked.
    let current = find_in(tx, &submission.id).await?;
    let keeps = current
        .as_ref()
        .is_some_and(StoredSubmission::keeps_answers);
    let before = current.map(|current| current.known(vault)).transpose()?;
    if before.flatten().as_ref() != Some(known) {
        changes::note(tx, &submission.id, now).await?;
    }
    let sealed = if keeps {
        submission.seal(vault, known)?
    } else {
        submission.seal(vault, &known.clone().without_answers())?
    };
    let sql = "UPDATE submissions SET known = $2, known_at = $3, \
               number = CASE WHEN $4 = '' THEN number ELSE $4 END WHERE id = $1";
    let number = known.number().unwrap_or_default();
    tx.execute(
        sql,
        &[
            (&submission.id).into(),
            sealed.into(),
            millis(now).into(),
            number.into(),
        ],
    )
    .await?;
    Ok(())
}
