//! Saying that one is there: from an hour before the appointment to its end, at the place, once.

use std::sync::Arc;

use database::Write;
use domain::{
    appointment::Mode,
    booking::AppointmentStatus,
    queue::{Queued, due, opens},
    request::{AuthorKind, TimelineKind},
};

use super::{
    telling::queued,
    tickets::{self, NewTicket, take_line},
};
use crate::{
    api::{
        back_office::{Call, Novelty, Written},
        events::EventKind,
        problem::{Answered, Problem, ProblemCode},
    },
    ports::new_id,
    reference::{
        Inner,
        agenda::booked,
        events::instant,
        once,
        taking::{self, Taken},
        timeline::NewEntry,
        view::View,
    },
};

pub(in crate::reference) async fn arrive(
    office: &Arc<Inner>,
    id: &str,
    call: Call,
) -> Answered<Written<Queued>> {
    if let Some(again) = once::answered(office, &call).await? {
        return Ok(again);
    }
    let known = booked::stored_of(office, &mut View::Committed(&office.database), id).await?;
    let place = known.ok_or_else(Problem::not_found)?.place;
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                take_line(tx, &place).await?;
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                let taken = taking::take(&inner, tx, &id).await?;
                taken.open()?;
                let stored = booked::stored_of(&inner, &mut View::Within(tx), &id).await?;
                let stored = stored.ok_or_else(Problem::not_found)?;
                if stored.place != place {
                    // It moved to another place in between.
                    return Err(Problem::new(ProblemCode::RequestInProgress).retry_after(1));
                }
                if !is_there(tx, &stored).await? {
                    may_arrive(&taken, &stored)?;
                    enter(&inner, tx, (&taken, &stored)).await?;
                }
                let mut view = View::Within(tx);
                let ticket = tickets::of_request(&mut view, &id).await?;
                let ticket = ticket.ok_or_else(Problem::not_found)?;
                let written = Written {
                    value: queued(&inner, &mut view, ticket).await?,
                    etag: taken.etag(),
                    novelty: Novelty::New,
                };
                let resource = format!("{}/appointment/arrival", taken.resource());
                once::keep(&inner, tx, &call, &resource, &written).await?;
                Ok(written)
            })
        })
        .await
}

/// Whether the arrival for this time was noted before. Whoever did not answer a call says again that they are there.
async fn is_there(tx: &mut Write<'_>, stored: &booked::Stored) -> Answered<bool> {
    let noted = matches!(
        stored.status,
        AppointmentStatus::Arrived | AppointmentStatus::Called | AppointmentStatus::Missed
    );
    let Some(request) = stored.request.as_deref().filter(|_| noted) else {
        return Ok(false);
    };
    let ticket = tickets::of_request(&mut View::Within(tx), request).await?;
    Ok(ticket.is_some())
}

fn may_arrive(taken: &Taken, stored: &booked::Stored) -> Answered<()> {
    let stands = stored.status == AppointmentStatus::Confirmed && stored.mode == Mode::Onsite;
    if !stands {
        let detail = "the appointment does not stand, or not at a place";
        return Err(Problem::invalid_state(taken.status, Vec::new()).detail(detail));
    }
    let now = instant(taken.at);
    if stored.end <= now {
        return Err(Problem::new(ProblemCode::TooLateToChange));
    }
    let from = opens(&stored.slot());
    if now < from {
        return Err(Problem::too_early(from));
    }
    Ok(())
}

async fn enter(
    office: &Inner,
    tx: &mut Write<'_>,
    (taken, stored): (&Taken, &booked::Stored),
) -> Answered<()> {
    let arrived = instant(taken.at);
    let ticket = NewTicket {
        id: &new_id(&*office.randomness),
        place: &stored.place,
        day: arrived.to_zoned(stored.slot().time_zone()).date(),
        request: Some(&taken.id),
        visit: &stored.visit,
        planned: stored.end.duration_since(stored.start),
        due: due(Some(stored.start), arrived),
        arrived,
    };
    let entry = NewEntry::of(
        &taken.id,
        taken.at,
        TimelineKind::Appointment,
        AuthorKind::Citizen,
    );
    entry.add(tx, office).await?;
    taken
        .tell(office, tx, EventKind::RequestUpdated, taken.status)
        .await?;
    let sql = "UPDATE backoffice_appointments SET status = $2 WHERE id = $1";
    let arrived = AppointmentStatus::Arrived.name();
    tx.execute(sql, &[(&stored.id).into(), arrived.into()])
        .await?;
    let made = ticket.insert(tx).await?;
    made.map(drop)
        .ok_or_else(|| Problem::new(ProblemCode::BackofficeUnavailable))
}
