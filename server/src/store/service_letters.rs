//! Letters to the service itself, each written once however many portals run: the week, and what fell.

use database::Write;
use jiff::Timestamp;

use super::{
    StoreError, Vault, millis,
    outbox::{self, NewParcel, Topic},
};

/// Writes a letter to each of so many readers; `false`: another portal did, or this one before.
///
/// # Errors
/// The database refuses.
pub async fn write(
    tx: &mut Write<'_>,
    vault: &Vault,
    about: &str,
    readers: usize,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO service_letters (id, told_at) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    let params = [about.into(), millis(now).into()];
    if tx.execute(sql, &params).await? == 0 {
        return Ok(false);
    }
    for reader in 0..readers {
        let subject = format!("{about} {reader}");
        let parcel = NewParcel {
            id: vault.new_id(),
            topic: Topic::Service,
            subject: &subject,
            idempotency_key: format!("service-{}", subject.replace(' ', "-")),
        };
        outbox::insert(tx, parcel, now).await?;
    }
    Ok(true)
}

/// Forgets what was written before an instant: longer than figures show a month.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, limit: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM service_letters WHERE told_at <= $1";
    tx.execute(sql, &[millis(limit).into()]).await?;
    Ok(())
}
