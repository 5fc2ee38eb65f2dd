//! Appointments: a time is had by one person at a time, whatever happens between two of them.

use domain::{
    appointment::{AppointmentType, Mode as Way},
    booking::{Appointment, AppointmentStatus, AskedPurpose, AskedVisit, Hold, Slot},
    procedure::Procedure,
};
use http::{Method, StatusCode, header};
use jiff::{SignedDuration, ToSpan, civil::Date, tz::TimeZone};

use super::{
    attendance,
    bench::{Bench, Reply},
    ensure, people,
    report::{Fault, Report},
    sample,
    target::Target,
    together,
};
use crate::api::{
    appointments::{NewHold, NewTime, NewVisit, SlotPage, SlotQuery},
    capabilities::Mode,
    check::day_in_france,
    follow_up::Withdrawal,
    headers::{IDEMPOTENCY_KEY, IDEMPOTENCY_REPLAYED},
    page::Page,
    problem::ProblemCode,
    requests::{NewRequest, Request},
};

const GROUP: &str = "appointments";
/// Greatest number of people who come at one moment in the cases: counters are counted by it.
const CROWD: usize = 100;

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if bench.capabilities.features.appointments != Mode::Native {
        report.skip(GROUP, "residents can book", "appointments");
        return;
    }
    let name = "what one can come for is booked with a request, in each way";
    report.add(GROUP, name, booked(bench).await);
    let name = "purposes that are said to go together do, both ways";
    report.add(GROUP, name, together::told(bench).await);
    if !bench.capabilities.features.holds {
        report.skip(GROUP, "a time can be held", "holds");
        return;
    }
    let name = "a time is held by as many as there are to receive them, and no one more";
    report.add(GROUP, name, crowd(bench).await);
    let name = "a hold is repeated, prolonged once and given back";
    report.add(GROUP, name, hold(bench).await);
    let name = "a time that is not on offer is not held";
    report.add(GROUP, name, never(bench).await);
    if bench.capabilities.features.reschedule {
        let name = "an appointment moves at one moment, or stays";
        report.add(GROUP, name, moved(bench).await);
    } else {
        report.skip(GROUP, "an appointment can be moved", "reschedule");
    }
    let name = "more people keep their hour, and what nobody receives is refused";
    if bench.capabilities.features.change_visit {
        report.add(GROUP, name, people::changed(bench).await);
    } else {
        report.skip(GROUP, name, "change_visit");
    }
    let name = "a withdrawn request gives its time to others";
    report.add(GROUP, name, withdrawn(bench).await);
    let name =
        "a resident says that they come or will be late, and is believed until the time changes";
    report.add(GROUP, name, attendance::said(bench).await);
    let name = "times are said on the clock of their place";
    report.add(GROUP, name, civil(bench).await);
}

pub(super) fn asked(kind: &AppointmentType) -> AskedVisit {
    let counts = kind.length.per_document > 0;
    AskedVisit {
        purposes: vec![AskedPurpose {
            kind: kind.id.clone(),
            people: 1,
            documents: u8::from(counts),
        }],
        help: Vec::new(),
    }
}

pub(super) async fn types<T: Target>(bench: &Bench<T>) -> Result<Vec<AppointmentType>, Fault> {
    let page: Page<AppointmentType> = bench.get("/v1/appointment-types", &[]).await?.json()?;
    ensure(!page.items.is_empty(), || {
        "appointments are on offer, and nothing to come for".to_owned()
    })?;
    Ok(page.items)
}

/// The first type, with its first way of receiving people.
pub(super) async fn any<T: Target>(bench: &Bench<T>) -> Result<(AppointmentType, Way), Fault> {
    let kind = types(bench).await?.swap_remove(0);
    let way = *kind.modes.first().ok_or_else(none)?;
    Ok((kind, way))
}

fn none() -> Fault {
    Fault("no free time to try with".to_owned())
}

async fn slots<T: Target>(
    bench: &Bench<T>,
    visit: &AskedVisit,
    way: Way,
    from: Date,
) -> Result<Vec<Slot>, Fault> {
    let to = from.saturating_add(61.days());
    let query = SlotQuery {
        visit: visit.clone(),
        mode: way,
        location: None,
        from,
        to,
        limit: 500,
        first_only: false,
        moving: None,
    };
    let parameters = query.to_query().map_err(|error| Fault(error.to_string()))?;
    let page: SlotPage = bench
        .get(&format!("/v1/slots?{parameters}"), &[])
        .await?
        .json()?;
    let in_order = page.items.is_sorted_by_key(|slot| slot.start);
    ensure(in_order, || "times are not in order".to_owned())?;
    Ok(page.items)
}

pub(super) async fn free<T: Target>(
    bench: &Bench<T>,
    kind: &AppointmentType,
    way: Way,
) -> Result<Vec<Slot>, Fault> {
    free_for(bench, &asked(kind), way).await
}

pub(super) async fn free_for<T: Target>(
    bench: &Bench<T>,
    visit: &AskedVisit,
    way: Way,
) -> Result<Vec<Slot>, Fault> {
    let today = day_in_france(bench.options.clock.now());
    let found = slots(bench, visit, way, today).await?;
    // Far enough to be changed.
    let soon = bench.options.clock.now() + SignedDuration::from_hours(72);
    Ok(found.into_iter().filter(|slot| slot.start > soon).collect())
}

async fn try_hold<T: Target>(
    bench: &Bench<T>,
    kind: &AppointmentType,
    slot: &str,
    key: &str,
) -> Result<Reply, Fault> {
    let new = NewHold {
        slot_id: slot.to_owned(),
        visit: asked(kind),
    };
    bench.post_json("/v1/holds", key, &new).await
}

pub(super) async fn held<T: Target>(
    bench: &Bench<T>,
    kind: &AppointmentType,
    slot: &Slot,
) -> Result<Hold, Fault> {
    let reply = try_hold(bench, kind, &slot.id, &bench.new_key()).await?;
    reply.is(StatusCode::CREATED)?;
    let hold: Hold = reply.json()?;
    ensure(
        hold.slot.start == slot.start && hold.expires_at > bench.options.clock.now(),
        || "another time is held, or none any more".to_owned(),
    )?;
    Ok(hold)
}

/// A request with the visit that is held.
pub(super) async fn confirmed<T: Target>(
    bench: &Bench<T>,
    kind: &AppointmentType,
    hold: &Hold,
) -> Result<Request, Fault> {
    let id = kind.procedure_for(hold.slot.mode);
    let procedure: Procedure = bench
        .get(&format!("/v1/procedures/{id}"), &[])
        .await?
        .json()?;
    ensure(procedure.visit, || format!("{id} takes no visits"))?;
    let answers = sample::answers(&procedure, bench.options.clock.now())?;
    let new = NewRequest {
        procedure_id: procedure.id,
        form_version: procedure.form_version,
        visit: Some(NewVisit {
            hold_id: hold.id.clone(),
            slot_id: hold.slot.id.clone(),
            visit: asked(kind),
        }),
        ..bench.request_with(answers)
    };
    let reply = bench
        .post_json("/v1/requests", &bench.new_key(), &new)
        .await?;
    reply.is(StatusCode::CREATED)?;
    let request: Request = reply.json()?;
    let path = format!("/v1/requests/{}", request.summary.id);
    let read: Request = bench.get(&path, &[]).await?.json()?;
    ensure(read.appointment == request.appointment, || {
        "the appointment that is read is not the one that was answered".to_owned()
    })?;
    Ok(request)
}

pub(super) fn appointment(request: &Request) -> Result<&Appointment, Fault> {
    let appointment = request.appointment.as_ref();
    appointment.ok_or_else(|| Fault("the request has no appointment".to_owned()))
}

async fn booked<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    for kind in types(bench).await? {
        for way in kind.modes.clone() {
            let slot = free(bench, &kind, way).await?;
            let slot = slot
                .first()
                .ok_or_else(|| Fault(format!("no free time for {}, {way:?}", kind.id)))?;
            let hold = held(bench, &kind, slot).await?;
            let request = confirmed(bench, &kind, &hold).await?;
            let got = appointment(&request)?;
            ensure(
                got.status == AppointmentStatus::Confirmed
                    && got.slot.start == slot.start
                    && got.slot.mode == way
                    && got.visit == asked(&kind),
                || format!("{}: another appointment than the one held", kind.id),
            )?;
        }
    }
    Ok(())
}

async fn crowd<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, way) = any(bench).await?;
    let slot = free(bench, &kind, way).await?.pop().ok_or_else(none)?;
    let offered = async || {
        let free = free(bench, &kind, way).await?;
        Ok::<_, Fault>(free.iter().any(|it| it.id == slot.id))
    };
    for _ in 0..CROWD {
        let still = offered().await?;
        let reply = try_hold(bench, &kind, &slot.id, &bench.new_key()).await?;
        if reply.status == StatusCode::CREATED {
            ensure(still, || "a time was held that was not offered".to_owned())?;
            continue;
        }
        reply.problem(ProblemCode::SlotUnavailable)?;
        return ensure(!still, || "a time that is full was offered".to_owned());
    }
    Err(Fault(format!("{CROWD} people have the same time")))
}

async fn hold<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, way) = any(bench).await?;
    let slot = free(bench, &kind, way).await?.swap_remove(0);
    let key = bench.new_key();
    let first = try_hold(bench, &kind, &slot.id, &key).await?;
    first.is(StatusCode::CREATED)?;
    let again = try_hold(bench, &kind, &slot.id, &key).await?;
    ensure(
        again.body == first.body && again.header(IDEMPOTENCY_REPLAYED) == "true",
        || "the repeated answer differs, or does not say that it is repeated".to_owned(),
    )?;
    let hold: Hold = first.json()?;
    let path = format!("/v1/holds/{}", hold.id);
    let extend = async || {
        let path = format!("{path}/extension");
        bench
            .call(Method::POST, &path, &[], Vec::new().into())
            .await
    };
    let once: Hold = extend().await?.json()?;
    let twice: Hold = extend().await?.json()?;
    ensure(
        hold.extendable
            && once.expires_at > hold.expires_at
            && !once.extendable
            && twice.expires_at == once.expires_at,
        || "a hold is prolonged once".to_owned(),
    )?;
    for _ in 0..2 {
        let gone = bench.call(Method::DELETE, &path, &[], Vec::new().into());
        gone.await?.is(StatusCode::NO_CONTENT)?;
    }
    extend().await?.problem(ProblemCode::NotFound)?;
    let free = free(bench, &kind, way).await?;
    ensure(free.iter().any(|it| it.id == slot.id), || {
        "a time given back is not offered".to_owned()
    })
}

async fn never<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, way) = any(bench).await?;
    let slot = free(bench, &kind, way).await?.swap_remove(0);
    let number = slot.start.as_second();
    let at_night = slot.id.replace(
        &number.to_string(),
        &(number + 60 * 60 * 12 + 7 * 60).to_string(),
    );
    for id in ["", "nothing", &at_night] {
        try_hold(bench, &kind, id, &bench.new_key())
            .await?
            .problem(ProblemCode::SlotUnavailable)?;
    }
    Ok(())
}

async fn moved<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, way) = any(bench).await?;
    let free_before = free(bench, &kind, way).await?;
    // Far from each other: times that follow each other closely may overlap.
    let [first, .., second] = &free_before[..] else {
        return Err(none());
    };
    let hold = held(bench, &kind, first).await?;
    let request = confirmed(bench, &kind, &hold).await?;
    let path = format!("/v1/requests/{}/appointment", request.summary.id);
    let key = bench.new_key();
    let to = async |slot: &Slot, key: &str| {
        let time = NewTime {
            slot_id: slot.id.clone(),
            visit: None,
        };
        change(bench, &path, &time, key).await
    };
    let reply = to(second, &key).await?;
    reply.is(StatusCode::OK)?;
    let moved: Appointment = reply.json()?;
    let before = appointment(&request)?;
    ensure(
        moved.slot.start == second.start
            && moved.id == before.id
            && moved.sequence > before.sequence,
        || "the appointment is not the same one at the new time".to_owned(),
    )?;
    let again: Appointment = to(second, &key).await?.json()?;
    ensure(again == moved, || "the repeated answer differs".to_owned())?;
    let now_free = free(bench, &kind, way).await?;
    ensure(now_free.iter().any(|it| it.id == first.id), || {
        "the old time is not free again".to_owned()
    })?;
    // Others take all of the first time: it cannot be had back, and the second one stays.
    for _ in 0..CROWD {
        let reply = try_hold(bench, &kind, &first.id, &bench.new_key()).await?;
        if reply.status != StatusCode::CREATED {
            break;
        }
    }
    to(first, &bench.new_key())
        .await?
        .problem(ProblemCode::SlotUnavailable)?;
    let path = format!("/v1/requests/{}", request.summary.id);
    let read: Request = bench.get(&path, &[]).await?.json()?;
    ensure(appointment(&read)? == &moved, || {
        "the old time was lost although the new one was not had".to_owned()
    })
}

/// Asks for another time, or for other people.
pub(super) async fn change<T: Target>(
    bench: &Bench<T>,
    path: &str,
    time: &NewTime,
    key: &str,
) -> Result<Reply, Fault> {
    let body = serde_json::to_vec(time).map_err(|error| Fault(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (IDEMPOTENCY_KEY, key),
    ];
    bench.call(Method::PATCH, path, &headers, body.into()).await
}

async fn withdrawn<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, way) = any(bench).await?;
    let slot = free(bench, &kind, way).await?.swap_remove(0);
    let hold = held(bench, &kind, &slot).await?;
    let request = confirmed(bench, &kind, &hold).await?;
    let withdrawal = Withdrawal {
        reason: None,
        withdrawn_at: request.summary.submitted_at,
    };
    let path = format!("/v1/requests/{}/withdrawal", request.summary.id);
    let reply = bench
        .post_json(&path, &bench.new_key(), &withdrawal)
        .await?;
    reply.is(StatusCode::OK)?;
    let read: Request = reply.json()?;
    ensure(
        appointment(&read)?.status == AppointmentStatus::CancelledByUser,
        || "the appointment still stands".to_owned(),
    )?;
    let free = free(bench, &kind, way).await?;
    ensure(free.iter().any(|it| it.id == slot.id), || {
        "the time is not free again".to_owned()
    })
}

/// Each time has the zone of its place, and is a whole number of five minutes on its clock.
async fn civil<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, way) = any(bench).await?;
    for slot in free(bench, &kind, way).await? {
        let zone = TimeZone::get(&slot.zone);
        let zone = zone.map_err(|error| Fault(error.to_string()))?;
        let civil = slot.start.to_zoned(zone);
        ensure(civil.minute() % 5 == 0 && civil.second() == 0, || {
            format!("{} is no time that people say", slot.start)
        })?;
    }
    Ok(())
}
