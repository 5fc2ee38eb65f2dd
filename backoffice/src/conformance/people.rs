//! Changing how many an appointment is for: at the same hour, and never more than are received.

use domain::{
    appointment::AppointmentType,
    booking::{Appointment, AskedVisit},
};
use http::StatusCode;

use super::{
    appointments::{appointment, asked, change, confirmed, free, free_for, held, types},
    bench::Bench,
    ensure,
    report::Fault,
    target::Target,
};
use crate::api::{appointments::NewTime, problem::ProblemCode, requests::Request};

/// The visit of the cases for so many people, with a document for each where documents count.
fn for_many(kind: &AppointmentType, people: u8) -> AskedVisit {
    let mut visit = asked(kind);
    for purpose in &mut visit.purposes {
        purpose.people = people;
        purpose.documents *= people;
    }
    visit
}

/// One person, then two at the same hour, then one again; too many, or for something else, is refused.
pub(super) async fn changed<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let kinds = types(bench).await?;
    let Some(kind) = kinds.iter().find(|kind| kind.max_people > 1) else {
        // Nobody comes with someone: there is nothing to try.
        return Ok(());
    };
    let none = || Fault("no free time to try with".to_owned());
    let way = *kind.modes.first().ok_or_else(none)?;
    let two = for_many(kind, 2);
    // A time with room for two.
    let wide = free_for(bench, &two, way).await?;
    let slot = free(bench, kind, way).await?.into_iter().find(|slot| {
        let mut wide = wide.iter();
        wide.any(|it| it.start == slot.start && it.location_id == slot.location_id)
    });
    let hold = held(bench, kind, &slot.ok_or_else(none)?).await?;
    let request = confirmed(bench, kind, &hold).await?;
    let before = appointment(&request)?;
    let path = format!("/v1/requests/{}/appointment", request.summary.id);
    let come = async |visit: &AskedVisit, key: &str| {
        let time = NewTime {
            slot_id: before.slot.id.clone(),
            visit: Some(visit.clone()),
        };
        change(bench, &path, &time, key).await
    };

    let key = bench.new_key();
    let reply = come(&two, &key).await?;
    reply.is(StatusCode::OK)?;
    let more: Appointment = reply.json()?;
    ensure(
        more.id == before.id
            && more.slot.start == before.slot.start
            && more.slot.end >= before.slot.end
            && more.visit == two
            && more.sequence > before.sequence,
        || "it is not the same appointment at the same hour for two".to_owned(),
    )?;
    let again: Appointment = come(&two, &key).await?.json()?;
    ensure(again == more, || "the repeated answer differs".to_owned())?;

    let crowd = for_many(kind, kind.max_people.saturating_add(1));
    let mut wrong = vec![crowd, AskedVisit::default()];
    let other = kinds.iter().find(|other| other.id != kind.id);
    wrong.extend(other.map(asked));
    for visit in wrong {
        let reply = come(&visit, &bench.new_key()).await?;
        reply.problem(ProblemCode::ValidationFailed)?;
    }
    let path = format!("/v1/requests/{}", request.summary.id);
    let read: Request = bench.get(&path, &[]).await?.json()?;
    ensure(appointment(&read)? == &more, || {
        "what was refused changed something".to_owned()
    })?;

    let alone: Appointment = come(&asked(kind), &bench.new_key()).await?.json()?;
    ensure(
        alone.visit == asked(kind) && alone.slot == before.slot,
        || "with one less, it is not as it was".to_owned(),
    )
}
