//! What agents do about one appointment: it took place, nobody came, it is cancelled. And the end of those that nobody
//! spoke of.

use std::sync::Arc;

use database::Write;
use domain::{
    booking::AppointmentStatus,
    request::{AuthorKind, Status, TimelineKind},
};
use jiff::SignedDuration;

use super::{booked, freeing, queue, waiting};
use crate::{
    api::events::EventKind,
    reference::{
        Inner, OpenError, StaffError, deadlines,
        events::instant,
        staff::{Acting, Done, said},
        taking::{self, Taken},
        timeline::NewEntry,
        view::View,
    },
};

/// What an agent says of an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitAct {
    /// It took place: the request ends.
    Attended,
    /// Nobody came: the request ends.
    Missed,
    /// It cannot take place; the resident is told and chooses another time.
    Cancel {
        /// Why, for the resident.
        words: String,
    },
}

/// How long after an appointment its request ends by itself.
const LEFT_OPEN: SignedDuration = SignedDuration::from_hours(24 * 7);
/// How long those who did not answer a call may still come: until the next day.
const ABSENT: SignedDuration = SignedDuration::from_hours(24);
/// Requests ended in one round.
const BATCH: i64 = 50;

pub(in crate::reference) async fn act(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    act: VisitAct,
) -> Result<Done, StaffError> {
    let taken = &acting.taken;
    let stored = booked::stored_of(acting.office, &mut View::Within(tx), &taken.id).await?;
    let stands = |status: AppointmentStatus| status.has_time();
    if !stored.is_some_and(|stored| stands(stored.status)) || !taken.status.is_open() {
        return Err(StaffError::NoAppointment);
    }
    let (status, words) = match &act {
        VisitAct::Attended => (AppointmentStatus::Attended, None),
        VisitAct::Missed => (AppointmentStatus::Missed, None),
        VisitAct::Cancel { words } => (AppointmentStatus::CancelledByService, Some(said(words)?)),
    };
    let freed = freeing::cancel(acting.office, tx, &taken.id, status).await?;
    let next = match act {
        VisitAct::Cancel { .. } => taken.status,
        VisitAct::Attended | VisitAct::Missed => end(tx, taken).await?,
    };
    let entry = NewEntry {
        status: (next != taken.status).then_some(next),
        words,
        agent: Some(acting.agent),
        ..NewEntry::of(
            &taken.id,
            taken.at,
            TimelineKind::Appointment,
            AuthorKind::Staff,
        )
    };
    entry.add(tx, acting.office).await?;
    waiting::offer_freed(acting.office, tx, freed).await?;
    Ok(acting.done(next))
}

/// Ends the request of an appointment.
pub(super) async fn end(
    tx: &mut Write<'_>,
    taken: &Taken,
) -> Result<Status, database::DatabaseError> {
    let gone = deadlines::delete_after(instant(taken.at), taken.retention_days);
    let status = Status::Closed;
    let sql = "UPDATE backoffice_requests SET status = $2, delete_after = $3 WHERE id = $1";
    let params = [
        (&taken.id).into(),
        status.name().into(),
        gone.as_microsecond().into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(status)
}

/// Ends the requests of appointments that are over for long and of which nobody said anything: they are not kept for
/// ever for lack of a word.
pub(in crate::reference) async fn over(office: &Arc<Inner>) -> Result<u64, OpenError> {
    let before = |age| {
        let limit = office.clock.now().saturating_sub(age);
        limit.map_or(i64::MIN, |limit| limit.as_microsecond())
    };
    let (limit, absent) = (before(LEFT_OPEN), before(ABSENT));
    let mut ended = 0;
    loop {
        let rows = office
            .database
            .fetch_all(
                "SELECT request_id FROM backoffice_appointments WHERE status = 'confirmed' AND ends_at < $1
                 UNION ALL
                 SELECT request_id FROM backoffice_appointments
                  WHERE status IN ('arrived', 'called') AND ends_at < $1
                  LIMIT $2",
                &[limit.into(), BATCH.into()],
            )
            .await?;
        let left: Result<Vec<String>, _> = rows.iter().map(|row| row.text("request_id")).collect();
        let mut over = left?;
        over.extend(queue::absent_for_long(&office.database, absent, BATCH).await?);
        if over.is_empty() {
            return Ok(ended);
        }
        for request in over {
            let inner = Arc::clone(office);
            office
                .database
                .write::<_, OpenError, _>(move |tx| {
                    Box::pin(async move { over_one(&inner, tx, &request).await })
                })
                .await?;
            ended += 1;
        }
    }
}

async fn over_one(office: &Inner, tx: &mut Write<'_>, request: &str) -> Result<(), OpenError> {
    let taken = taking::present(office, tx, request).await?;
    freeing::cancel(office, tx, request, AppointmentStatus::Other).await?;
    if let Some(taken) = taken.filter(|taken| taken.status.is_open()) {
        let status = end(tx, &taken).await?;
        taken
            .tell(office, tx, EventKind::RequestUpdated, status)
            .await?;
    }
    Ok(())
}
