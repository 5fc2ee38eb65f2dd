//! Moving an appointment, or changing how many it is for: the old time is freed only if the new one is got, in one write.
//! Saying that one will be late.

use std::sync::Arc;

use database::Write;
use domain::{
    booking::{Appointment, AppointmentStatus, AskedVisit},
    request::{AuthorKind, TimelineKind},
};
use jiff::Timestamp;

use super::{
    booked::{self, Stored},
    finding::Free,
    freeing::Freed,
    ticks::{self, Taker},
    time::Time,
    waiting,
};
use crate::{
    api::{
        appointments::{Lateness, NewTime},
        back_office::{Call, Novelty, Written},
        events::EventKind,
        problem::{Answered, FieldProblem, Problem, ProblemCode},
    },
    reference::{
        Inner,
        events::{self, instant},
        once,
        taking::{self, Taken},
        timeline::NewEntry,
        view::View,
    },
};

pub(in crate::reference) async fn reschedule(
    office: &Arc<Inner>,
    id: &str,
    call: Call,
    new: NewTime,
) -> Answered<Written<Appointment>> {
    if let Some(again) = once::answered(office, &call).await? {
        return Ok(again);
    }
    let mut view = View::Committed(&office.database);
    let known = booked::stored_of(office, &mut view, id).await?;
    let known = known.ok_or_else(Problem::not_found)?;
    let time = wanted(office, &mut view, &known, &new).await?;
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                let (taken, stored) = taken(&inner, tx, &id).await?;
                let now = inner.clock.now();
                let too_late =
                    stored.status == AppointmentStatus::Confirmed && stored.change_until < now;
                if !stored.status.may_move() || too_late {
                    return Err(Problem::new(ProblemCode::TooLateToChange));
                }
                // Changed by someone else since it was looked at: the visit that would be written is of before.
                if stored.sequence != known.sequence {
                    return Err(Problem::new(ProblemCode::RequestInProgress).retry_after(1));
                }
                events::in_turn(tx).await?;
                ticks::free(tx, stored.had()).await?;
                let taker = Taker {
                    appointment: &stored.id,
                    held_until: None,
                };
                // Without the new time, the whole write is undone: the old one stays.
                let Some(resource) = time.take(tx, taker, now).await? else {
                    return Err(Problem::new(ProblemCode::SlotUnavailable));
                };
                // What was said of this hour is still true of it.
                let same_hour = stored.status.has_time() && stored.name() == time.name;
                let moved = Stored {
                    request: stored.request.clone(),
                    sequence: stored.sequence + 1,
                    late_minutes: stored.late_minutes.filter(|_| same_hour),
                    confirmed: stored.confirmed.filter(|_| same_hour),
                    ..time.stored(&stored.id, resource, AppointmentStatus::Confirmed)
                };
                moved.update(&inner, tx).await?;
                let freed = stored.status.has_time().then(|| Freed::of(&stored.slot()));
                waiting::offer_freed(&inner, tx, freed).await?;
                written(&inner, tx, (&taken, &call), "appointment", &moved).await
            })
        })
        .await
}

/// The time that is asked for, and what for.
async fn wanted(
    office: &Inner,
    view: &mut View<'_, '_>,
    known: &Stored,
    new: &NewTime,
) -> Answered<Time> {
    let visit = new.visit.as_ref().unwrap_or(&known.visit);
    let kinds = |visit: &AskedVisit| -> Vec<String> {
        visit.purposes.iter().map(|it| it.kind.clone()).collect()
    };
    // Other purposes would be another request, with another form.
    if kinds(visit) != kinds(&known.visit) {
        let detail = "the purposes of the visit stay as they are";
        let problem = FieldProblem::new("#/visit/purposes", "other_purposes", detail);
        return Err(Problem::validation(vec![problem]));
    }
    let same_hour = known.status.has_time() && known.name().write() == new.slot_id;
    // Help that was not asked for before takes its notice: nobody is promised an interpreter for tomorrow.
    let known_help = |visit: &AskedVisit| {
        let mut help = visit.help.iter();
        help.all(|help| known.visit.help.contains(help))
    };
    if same_hour && new.visit.as_ref().is_some_and(known_help) {
        return Time::kept(office, view, known, visit).await;
    }
    let (asked, except) = ((&*new.slot_id, visit), Some(known.id.as_str()));
    let time = Time::asked(office, view, asked, except, Free::Now).await?;
    if time.name.mode != known.mode {
        return Err(Problem::new(ProblemCode::SlotUnavailable));
    }
    Ok(time)
}

/// What a resident says of an appointment that stands.
#[derive(Debug, Clone, Copy)]
pub(in crate::reference) enum Said {
    /// They will be late.
    Late(Lateness),
    /// They come.
    Comes,
}

impl Said {
    const fn path(self) -> &'static str {
        match self {
            Self::Late(_) => "appointment/lateness",
            Self::Comes => "appointment/confirmation",
        }
    }

    async fn write(self, tx: &mut Write<'_>, stored: Stored, now: Timestamp) -> Answered<Stored> {
        let (sql, value, said) = match self {
            Self::Late(late) => (
                "UPDATE backoffice_appointments SET late_minutes = $2 WHERE id = $1",
                i64::from(late.minutes),
                Stored {
                    late_minutes: Some(late.minutes),
                    ..stored
                },
            ),
            Self::Comes => (
                "UPDATE backoffice_appointments SET confirmed_at = $2 WHERE id = $1",
                now.as_microsecond(),
                Stored {
                    // As it will be read.
                    confirmed: Some(instant(now.as_microsecond())),
                    ..stored
                },
            ),
        };
        tx.execute(sql, &[(&said.id).into(), value.into()]).await?;
        Ok(said)
    }
}

pub(in crate::reference) async fn say(
    office: &Arc<Inner>,
    id: &str,
    call: Call,
    said: Said,
) -> Answered<Written<Appointment>> {
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                let (taken, stored) = taken(&inner, tx, &id).await?;
                let now = inner.clock.now();
                if stored.status != AppointmentStatus::Confirmed || stored.end <= now {
                    return Err(Problem::new(ProblemCode::TooLateToChange));
                }
                let stored = said.write(tx, stored, now).await?;
                written(&inner, tx, (&taken, &call), said.path(), &stored).await
            })
        })
        .await
}

/// The request, taken for this write, and its appointment.
async fn taken(office: &Inner, tx: &mut Write<'_>, id: &str) -> Answered<(Taken, Stored)> {
    let taken = taking::take(office, tx, id).await?;
    taken.open()?;
    let stored = booked::stored_of(office, &mut View::Within(tx), id).await?;
    Ok((taken, stored.ok_or_else(Problem::not_found)?))
}

/// What a resident did to their appointment: a line in the history, an event, the record of the call.
async fn written(
    office: &Inner,
    tx: &mut Write<'_>,
    (taken, call): (&Taken, &Call),
    path: &str,
    stored: &Stored,
) -> Answered<Written<Appointment>> {
    let (id, kind) = (&taken.id, TimelineKind::Appointment);
    let entry = NewEntry::of(id, taken.at, kind, AuthorKind::Citizen);
    entry.add(tx, office).await?;
    taken
        .tell(office, tx, EventKind::RequestUpdated, taken.status)
        .await?;
    let written = Written {
        value: stored.appointment(),
        etag: taken.etag(),
        novelty: Novelty::New,
    };
    let resource = format!("{}/{path}", taken.resource());
    once::keep(office, tx, call, &resource, &written).await?;
    Ok(written)
}

impl Stored {
    /// Writes another time and visit over those that were known.
    async fn update(&self, office: &Inner, tx: &mut Write<'_>) -> Answered<()> {
        let confirmed = self.confirmed.map(Timestamp::as_microsecond);
        tx.execute(
            "UPDATE backoffice_appointments
                SET status = $2, resource_id = $3, place_id = $4, zone = $5, starts_at = $6, ends_at = $7,
                    free_at = $8, seats = $9, change_until = $10, sequence = $11, late_minutes = $12,
                    confirmed_at = $13, visit = $14
              WHERE id = $1",
            &[
                (&self.id).into(),
                self.status.name().into(),
                (&self.resource).into(),
                (&self.place).into(),
                (&self.zone).into(),
                self.start.as_microsecond().into(),
                self.end.as_microsecond().into(),
                self.free.as_microsecond().into(),
                self.seats.into(),
                self.change_until.as_microsecond().into(),
                i64::from(self.sequence).into(),
                self.late_minutes.map(i64::from).into(),
                confirmed.into(),
                self.sealed_visit(office)?.into(),
            ],
        )
        .await?;
        Ok(())
    }
}
