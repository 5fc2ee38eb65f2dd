//! Calls that have their effect once: the record of a call is written with its effect, or not at all.

use std::collections::BTreeSet;

use database::{DatabaseError, Engine, Row, Write};
use serde::{Serialize, de::DeserializeOwned};

use super::{Inner, together::column};
use crate::api::{
    back_office::{Call, Novelty, Written},
    problem::{Answered, Problem, ProblemCode},
};

/// What is known of a call at the beginning of a write.
pub(super) enum Met<T> {
    /// Never seen: go on, then [`keep`].
    First,
    /// Done before: this was the answer.
    Again(Written<T>),
}

/// What is kept of a call.
const RECORD: &str = "SELECT fingerprint, etag, body FROM backoffice_calls WHERE call_key = $1";

/// Takes the key for this write. Another write with the same key waits for the end of this one.
pub(super) async fn meet<T: DeserializeOwned>(
    office: &Inner,
    tx: &mut Write<'_>,
    call: &Call,
) -> Answered<Met<T>> {
    if tx.engine() == Engine::Sqlite {
        // Nobody else writes now: the key is taken when the answer is kept.
        let row = tx.fetch_optional(RECORD, &[(&call.key).into()]).await?;
        return match row {
            Some(row) => repeated(office, call, &row).map(Met::Again),
            None => Ok(Met::First),
        };
    }
    let taken = tx
        .execute(
            "INSERT INTO backoffice_calls (call_key, fingerprint, resource, etag, body, at)
             VALUES ($1, $2, '', '', $3, $4) ON CONFLICT (call_key) DO NOTHING",
            &[
                (&call.key).into(),
                (&call.fingerprint).into(),
                [0_u8; 0].into(),
                office.clock.now().as_microsecond().into(),
            ],
        )
        .await?;
    if taken == 1 {
        return Ok(Met::First);
    }
    let row = tx.fetch_optional(RECORD, &[(&call.key).into()]).await?;
    // Gone between the two statements: purged this instant, so nothing was lost by trying again.
    let row = row.ok_or_else(|| Problem::new(ProblemCode::RequestInProgress).retry_after(1))?;
    repeated(office, call, &row).map(Met::Again)
}

/// The answer to a call that was done before, outside of any write.
pub(super) async fn answered<T: DeserializeOwned>(
    office: &Inner,
    call: &Call,
) -> Answered<Option<Written<T>>> {
    let key = [(&call.key).into()];
    let row = office.database.fetch_optional(RECORD, &key).await?;
    row.map(|row| repeated(office, call, &row)).transpose()
}

/// The stored answer of the same call.
fn repeated<T: DeserializeOwned>(office: &Inner, call: &Call, row: &Row) -> Answered<Written<T>> {
    same(call, &row.text("fingerprint")?)?;
    let place = place(&call.key);
    Ok(Written {
        value: office.vault.open_json(&place, &row.bytes("body")?)?,
        etag: row.text("etag")?,
        novelty: Novelty::Replayed,
    })
}

/// Refuses a key that served for another call.
pub(super) fn same(call: &Call, fingerprint: &str) -> Answered<()> {
    if call.fingerprint == fingerprint {
        return Ok(());
    }
    Err(Problem::new(ProblemCode::IdempotencyKeyReused))
}

/// Keeps the answer of a call whose key was taken by [`meet`] in the same write.
pub(super) async fn keep<T: Serialize>(
    office: &Inner,
    tx: &mut Write<'_>,
    call: &Call,
    resource: &str,
    written: &Written<T>,
) -> Answered<()> {
    let body = office
        .vault
        .seal_json(&place(&call.key), &written.value, &*office.randomness)?;
    let (key, etag) = ((&call.key).into(), (&written.etag).into());
    match tx.engine() {
        Engine::Sqlite => {
            let sql =
                "INSERT INTO backoffice_calls (call_key, fingerprint, resource, etag, body, at)
                       VALUES ($1, $2, $3, $4, $5, $6)";
            let fingerprint = (&call.fingerprint).into();
            let at = office.clock.now().as_microsecond().into();
            let params = [key, fingerprint, resource.into(), etag, body.into(), at];
            tx.execute(sql, &params).await?;
        }
        Engine::Postgres => {
            let sql = "UPDATE backoffice_calls SET resource = $2, etag = $3, body = $4 WHERE call_key = $1";
            let params = [key, resource.into(), etag, body.into()];
            tx.execute(sql, &params).await?;
        }
    }
    Ok(())
}

/// Those of some keys that served before (PostgreSQL only).
pub(super) async fn known(
    tx: &mut Write<'_>,
    keys: Vec<String>,
) -> Result<BTreeSet<String>, DatabaseError> {
    let sql = "SELECT call_key FROM backoffice_calls WHERE call_key = ANY($1)";
    let rows = tx.fetch_all(sql, &[keys.into()]).await?;
    rows.iter().map(|row| row.text("call_key")).collect()
}

/// Keeps the answers of calls of different keys (PostgreSQL only), in one order, so that two such writes never wait for
/// each other; `Conflict` when one of them served before.
pub(super) async fn keep_all<T: Serialize>(
    office: &Inner,
    tx: &mut Write<'_>,
    kept: &[(&Call, String, &Written<T>)],
) -> Answered<()> {
    let seal = |(call, _, written): &(&Call, String, &Written<T>)| {
        let place = place(&call.key);
        office
            .vault
            .seal_json(&place, &written.value, &*office.randomness)
    };
    let bodies: Result<Vec<Vec<u8>>, _> = kept.iter().map(seal).collect();
    let new = tx
        .execute(
            "INSERT INTO backoffice_calls (call_key, fingerprint, resource, etag, body, at)
             SELECT call_key, fingerprint, resource, etag, body, $6
               FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[])
                 AS t (call_key, fingerprint, resource, etag, body)
              ORDER BY call_key
             ON CONFLICT (call_key) DO NOTHING",
            &[
                column(kept, |(call, _, _)| call.key.clone()),
                column(kept, |(call, _, _)| call.fingerprint.clone()),
                column(kept, |(_, resource, _)| resource.clone()),
                column(kept, |(_, _, written)| written.etag.clone()),
                bodies?.into(),
                office.clock.now().as_microsecond().into(),
            ],
        )
        .await?;
    if usize::try_from(new) == Ok(kept.len()) {
        Ok(())
    } else {
        Err(DatabaseError::Conflict.into())
    }
}

fn place(key: &str) -> String {
    format!("call:{key}")
}
