//! The ticks of many holds in one statement. What two of them want goes to who came first.

use std::collections::{BTreeMap, BTreeSet};

use database::{DatabaseError, Param, Row, Write};

use super::super::ticks::Had;
use crate::reference::{together::column, view::View};

fn columns(had: &[Had<'_>]) -> [Param<'static>; 4] {
    [
        column(had, |one| one.by.to_owned()),
        column(had, |one| one.resource.to_owned()),
        column(had, |one| one.ticks.first),
        column(had, |one| one.ticks.end),
    ]
}

/// Takes what nobody has; how many ticks each one got. Always in the same order, so that two such writes never wait for
/// each other.
pub(super) async fn take(
    tx: &mut Write<'_>,
    wishes: &[Had<'_>],
    held_until: i64,
) -> Result<BTreeMap<String, u64>, DatabaseError> {
    let [appointments, resources, firsts, ends] = columns(wishes);
    let rows = tx
        .fetch_all(
            "WITH taken AS (
               INSERT INTO backoffice_ticks (resource_id, tick, seat, appointment_id, held_until)
               SELECT w.resource_id, t.tick, 0, w.appointment_id, $5
                 FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[]) WITH ORDINALITY
                        AS w (appointment_id, resource_id, first, past, rank),
                      generate_series(w.first, w.past - 1) AS t (tick)
                ORDER BY w.resource_id, t.tick, w.rank
               ON CONFLICT DO NOTHING RETURNING appointment_id)
             SELECT appointment_id, COUNT(*) AS ticks FROM taken GROUP BY appointment_id",
            &[appointments, resources, firsts, ends, held_until.into()],
        )
        .await?;
    counts(&rows)
}

/// Gives back what some took.
pub(super) async fn free(tx: &mut Write<'_>, parts: &[Had<'_>]) -> Result<(), DatabaseError> {
    tx.execute(
        "DELETE FROM backoffice_ticks t
          USING unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])
                  AS w (appointment_id, resource_id, first, past)
          WHERE t.resource_id = w.resource_id AND t.tick >= w.first AND t.tick < w.past
            AND t.appointment_id = w.appointment_id",
        &columns(parts),
    )
    .await?;
    Ok(())
}

/// Those wishes of which someone has a tick, for good or for longer: by whom and of which resource.
pub(super) async fn busy(
    view: &mut View<'_, '_>,
    wishes: &[Had<'_>],
    now: i64,
) -> Result<BTreeSet<(String, String)>, DatabaseError> {
    let [appointments, resources, firsts, ends] = columns(wishes);
    let rows = view
        .rows(
            "SELECT w.appointment_id, w.resource_id
               FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])
                      AS w (appointment_id, resource_id, first, past),
                    LATERAL (SELECT 1 FROM backoffice_ticks t
                              WHERE t.resource_id = w.resource_id AND t.tick >= w.first AND t.tick < w.past
                                AND t.seat = 0 AND (t.held_until IS NULL OR t.held_until > $5)
                              LIMIT 1) AS someone",
            &[appointments, resources, firsts, ends, now.into()],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.text("appointment_id")?, row.text("resource_id")?)))
        .collect()
}

/// Keeps for good what some hold; how many ticks each one has.
pub(super) async fn keep(
    tx: &mut Write<'_>,
    holds: &[Had<'_>],
) -> Result<BTreeMap<String, u64>, DatabaseError> {
    let rows = tx
        .fetch_all(
            "WITH kept AS (
               UPDATE backoffice_ticks t SET held_until = NULL
                 FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])
                        AS w (appointment_id, resource_id, first, past)
                WHERE t.resource_id = w.resource_id AND t.tick >= w.first AND t.tick < w.past
                  AND t.appointment_id = w.appointment_id AND t.held_until IS NOT NULL
               RETURNING t.appointment_id)
             SELECT appointment_id, COUNT(*) AS ticks FROM kept GROUP BY appointment_id",
            &columns(holds),
        )
        .await?;
    counts(&rows)
}

fn counts(rows: &[Row]) -> Result<BTreeMap<String, u64>, DatabaseError> {
    let count = |row: &Row| {
        let ticks = u64::try_from(row.int("ticks")?).unwrap_or(0);
        Ok((row.text("appointment_id")?, ticks))
    };
    rows.iter().map(count).collect()
}
