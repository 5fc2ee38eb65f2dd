//! Counting what was observed: it waits until eleven are there, and is then published with them.

use database::{DatabaseError, Write};
use domain::{
    quality::{self, Measure, Observed},
    survey::Subject,
};
use jiff::{Timestamp, civil::Date};

use crate::{api::check::day_in_france, reference::events};

/// Counts an observation of a subject, in this write. Writes about one subject follow each other; so do those that publish.
pub(in crate::reference) async fn count(
    tx: &mut Write<'_>,
    subject: &Subject,
    observed: &Observed,
    now: Timestamp,
) -> Result<(), DatabaseError> {
    if observed.is_empty() {
        return Ok(());
    }
    let name = format!("figures:{}:{}", subject.kind(), subject.id());
    events::next(tx, &name).await?;
    let mut is_publishing = false;
    for (measure, value) in observed {
        wait(tx, subject, *measure, *value).await?;
        if quality::are_published(waiting(tx, subject, *measure).await?) {
            if !is_publishing {
                events::next(tx, "figures").await?;
                is_publishing = true;
            }
            publish(tx, subject, *measure, month(now)).await?;
        }
    }
    Ok(())
}

async fn wait(
    tx: &mut Write<'_>,
    subject: &Subject,
    measure: Measure,
    value: u16,
) -> Result<(), DatabaseError> {
    tx.execute(
        "INSERT INTO backoffice_waiting_figures (subject_kind, subject_id, measure, value, count)
         VALUES ($1, $2, $3, $4, 1)
         ON CONFLICT (subject_kind, subject_id, measure, value)
         DO UPDATE SET count = backoffice_waiting_figures.count + 1",
        &[
            subject.kind().into(),
            subject.id().into(),
            measure.name().into(),
            i64::from(value).into(),
        ],
    )
    .await?;
    Ok(())
}

async fn waiting(
    tx: &mut Write<'_>,
    subject: &Subject,
    measure: Measure,
) -> Result<u64, DatabaseError> {
    let sql =
        "SELECT CAST(COALESCE(SUM(count), 0) AS BIGINT) AS waiting FROM backoffice_waiting_figures
                WHERE subject_kind = $1 AND subject_id = $2 AND measure = $3";
    let params = [
        subject.kind().into(),
        subject.id().into(),
        measure.name().into(),
    ];
    let row = tx.fetch_optional(sql, &params).await?;
    let waiting = row.map_or(Ok(0), |row| row.int("waiting"))?;
    Ok(u64::try_from(waiting).unwrap_or_default())
}

/// What waits becomes public, for the subject and for the whole authority (whose row has no name).
async fn publish(
    tx: &mut Write<'_>,
    subject: &Subject,
    measure: Measure,
    month: i64,
) -> Result<(), DatabaseError> {
    for sql in [
        "INSERT INTO backoffice_figures (subject_kind, subject_id, measure, month, value, count)
         SELECT subject_kind, subject_id, measure, CAST($4 AS BIGINT), value, count FROM backoffice_waiting_figures
          WHERE subject_kind = $1 AND subject_id = $2 AND measure = $3
         ON CONFLICT (subject_kind, subject_id, measure, month, value)
         DO UPDATE SET count = backoffice_figures.count + excluded.count",
        "INSERT INTO backoffice_figures (subject_kind, subject_id, measure, month, value, count)
         SELECT '', '', measure, CAST($4 AS BIGINT), value, count FROM backoffice_waiting_figures
          WHERE subject_kind = $1 AND subject_id = $2 AND measure = $3
         ON CONFLICT (subject_kind, subject_id, measure, month, value)
         DO UPDATE SET count = backoffice_figures.count + excluded.count",
    ] {
        tx.execute(
            sql,
            &[
                subject.kind().into(),
                subject.id().into(),
                measure.name().into(),
                month.into(),
            ],
        )
        .await?;
    }
    tx.execute(
        "DELETE FROM backoffice_waiting_figures
          WHERE subject_kind = $1 AND subject_id = $2 AND measure = $3",
        &[
            subject.kind().into(),
            subject.id().into(),
            measure.name().into(),
        ],
    )
    .await?;
    Ok(())
}

/// The month of an instant in France: 202611.
pub(super) fn month(at: Timestamp) -> i64 {
    month_of(day_in_france(at))
}

/// The month of a day: 202611.
pub(super) fn month_of(day: Date) -> i64 {
    i64::from(day.year()) * 100 + i64::from(day.month())
}
