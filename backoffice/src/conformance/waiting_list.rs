//! Waiting for a time: what suits is offered to one at a time, and taken like any hold.

use domain::{
    appointment::AppointmentType,
    booking::{AppointmentStatus, Hold, Slot},
    waiting::{Offer, WaitingEntry, WaitingStatus, Wish},
};
use http::{Method, StatusCode};

use super::{
    appointments::{asked, confirmed, free, types},
    bench::{Bench, Reply},
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    events::{EventKind, EventPage},
    headers::{IDEMPOTENCY_REPLAYED, PARVIS_ACCESS},
    problem::ProblemCode,
    waiting_list::{DeclinedOffer, NewWaitingEntry},
};

const GROUP: &str = "waiting list";
const PATH: &str = "/v1/waiting-list-entries";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if !bench.capabilities.features.waiting_list {
        report.skip(GROUP, "residents can wait for a time", "waiting_list");
        return;
    }
    let name = "an entry is made once, read, left, and of nobody else";
    report.add(GROUP, name, entered(bench).await);
    let name = "a wish that can never be met is refused";
    report.add(GROUP, name, refused(bench).await);
    let name = "a time is offered to one entry at a time, and goes on when it is declined";
    report.add(GROUP, name, declined(bench).await);
    let name = "an offer is booked like any hold, and is told";
    report.add(GROUP, name, booked(bench).await);
}

/// A type that people can wait for, and a free time of it.
async fn any<T: Target>(bench: &Bench<T>) -> Result<(AppointmentType, Slot), Fault> {
    let mut types = types(bench).await?.into_iter();
    let kind = types.find(|kind| kind.waiting.is_some());
    let kind = kind.ok_or_else(|| Fault("there is nothing to wait for".to_owned()))?;
    let way = kind.modes.first().copied();
    let way = way.ok_or_else(|| Fault("received in no way".to_owned()))?;
    let slot = free(bench, &kind, way).await?.into_iter().next();
    let slot = slot.ok_or_else(|| Fault("no free time to try with".to_owned()))?;
    Ok((kind, slot))
}

/// The day and the place of a time.
fn wish(kind: &AppointmentType, slot: &Slot) -> Wish {
    let day = slot.start.to_zoned(slot.time_zone()).date();
    Wish {
        visit: asked(kind),
        mode: slot.mode,
        location_ids: vec![slot.location_id.clone()],
        from: day,
        to: day,
        parts: Vec::new(),
        last_day: None,
    }
}

async fn join<T: Target>(bench: &Bench<T>, wish: &Wish, key: &str) -> Result<Reply, Fault> {
    let wish = wish.clone();
    bench.post_json(PATH, key, &NewWaitingEntry { wish }).await
}

async fn joined<T: Target>(bench: &Bench<T>, wish: &Wish) -> Result<WaitingEntry, Fault> {
    let reply = join(bench, wish, &bench.new_key()).await?;
    reply.is(StatusCode::CREATED)?;
    reply.json()
}

async fn read<T: Target>(bench: &Bench<T>, entry: &WaitingEntry) -> Result<WaitingEntry, Fault> {
    bench
        .get(&format!("{PATH}/{}", entry.id), &[])
        .await?
        .json()
}

async fn leave<T: Target>(bench: &Bench<T>, entry: &WaitingEntry) -> Result<(), Fault> {
    let path = format!("{PATH}/{}", entry.id);
    let reply = bench.call(Method::DELETE, &path, &[], Vec::new().into());
    reply.await?.is(StatusCode::NO_CONTENT)
}

async fn decline<T: Target>(
    bench: &Bench<T>,
    entry: &WaitingEntry,
    hold: &str,
) -> Result<Reply, Fault> {
    let path = format!("{PATH}/{}/decline", entry.id);
    let hold_id = hold.to_owned();
    let offer = DeclinedOffer { hold_id };
    bench.post_json(&path, &bench.new_key(), &offer).await
}

/// The offer of an entry whose time was free when it was made.
fn offer<'a>(bench: &Bench<impl Target>, entry: &'a WaitingEntry) -> Result<&'a Offer, Fault> {
    let offer = entry.offer.as_ref();
    let offer = offer.filter(|_| entry.status == WaitingStatus::Offered);
    let offer =
        offer.ok_or_else(|| Fault("a free time that suits is not offered at once".to_owned()))?;
    ensure(
        offer.until > bench.options.clock.now()
            && offer.until <= offer.slot.start
            && entry.wish.suits(&offer.slot),
        || "the offer is over, or for a time that does not suit".to_owned(),
    )?;
    Ok(offer)
}

async fn entered<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, slot) = any(bench).await?;
    let (wish, key) = (wish(&kind, &slot), bench.new_key());
    let first = join(bench, &wish, &key).await?;
    first.is(StatusCode::CREATED)?;
    let again = join(bench, &wish, &key).await?;
    ensure(
        again.body == first.body && again.header(IDEMPOTENCY_REPLAYED) == "true",
        || "the repeated answer differs, or does not say that it is repeated".to_owned(),
    )?;
    let entry: WaitingEntry = first.json()?;
    ensure(entry.wish == wish, || "another wish was kept".to_owned())?;
    ensure(read(bench, &entry).await? == entry, || {
        "the entry that is read is not the one that was answered".to_owned()
    })?;
    let access = [(PARVIS_ACCESS, "an access to a request")];
    let known = format!("{PATH}/{}", entry.id);
    let unknown = format!("{PATH}/{}", bench.new_key());
    let foreign = bench.get(&known, &access).await?;
    foreign.problem(ProblemCode::NotFound)?;
    bench
        .get(&unknown, &[])
        .await?
        .problem(ProblemCode::NotFound)?;
    leave(bench, &entry).await?;
    leave(bench, &entry).await?;
    let left = read(bench, &entry).await?;
    ensure(
        left.status == WaitingStatus::Left && left.offer.is_none(),
        || "who left still waits".to_owned(),
    )
}

async fn refused<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, slot) = any(bench).await?;
    let right = wish(&kind, &slot);
    let backwards = Wish {
        to: right.from.saturating_sub(jiff::Span::new().days(1)),
        ..right.clone()
    };
    let nowhere = Wish {
        location_ids: vec!["nowhere".to_owned()],
        ..right.clone()
    };
    let over = Wish {
        from: jiff::civil::date(2020, 1, 6),
        to: jiff::civil::date(2020, 1, 7),
        ..right
    };
    for wrong in [backwards, nowhere, over] {
        let reply = join(bench, &wrong, &bench.new_key()).await?;
        reply.problem(ProblemCode::ValidationFailed)?;
    }
    Ok(())
}

async fn declined<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, slot) = any(bench).await?;
    let wish = wish(&kind, &slot);
    let first = joined(bench, &wish).await?;
    let had = offer(bench, &first)?.clone();
    let second = joined(bench, &wish).await?;
    ensure(second.ahead >= 1, || {
        "nobody is said to be ahead".to_owned()
    })?;
    let other = second.offer.as_ref().map(|offer| &offer.hold_id);
    ensure(other != Some(&had.hold_id), || {
        "one hold is offered to two".to_owned()
    })?;
    decline(bench, &first, &bench.new_key())
        .await?
        .problem(ProblemCode::InvalidState)?;
    let reply = decline(bench, &first, &had.hold_id).await?;
    reply.is(StatusCode::OK)?;
    let after: WaitingEntry = reply.json()?;
    let again = after.offer.as_ref().map(|offer| &offer.slot.id);
    ensure(
        after.status.is_open() && again != Some(&had.slot.id),
        || "what was declined is offered again, or the entry ended".to_owned(),
    )?;
    leave(bench, &first).await?;
    leave(bench, &second).await
}

async fn booked<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, slot) = any(bench).await?;
    let cursor = async || {
        let mut after = String::new();
        loop {
            let path = format!("/v1/events?limit=100&after={after}");
            let page: EventPage = bench.get(&path, &[]).await?.json()?;
            if page.items.is_empty() {
                return Ok::<_, Fault>(page.next_cursor);
            }
            after = page.next_cursor;
        }
    };
    let before = cursor().await?;
    let entry = joined(bench, &wish(&kind, &slot)).await?;
    let had = offer(bench, &entry)?.clone();
    let hold = Hold {
        id: had.hold_id,
        slot: had.slot,
        expires_at: had.until,
        extendable: false,
    };
    let request = confirmed(bench, &kind, &hold).await?;
    let got = request.appointment.as_ref();
    ensure(
        got.is_some_and(|it| {
            it.status == AppointmentStatus::Confirmed && it.slot.start == hold.slot.start
        }),
        || "the offer did not become an appointment".to_owned(),
    )?;
    let after = read(bench, &entry).await?;
    ensure(
        after.status == WaitingStatus::Booked && after.offer.is_none(),
        || "who booked still waits".to_owned(),
    )?;
    let path = format!("/v1/events?limit=100&after={before}");
    let page: EventPage = bench.get(&path, &[]).await?.json()?;
    let address = format!("{PATH}/{}", entry.id);
    let told = page.items.iter().any(|event| {
        event.kind == EventKind::WaitingEntryUpdated && event.data.resource == address
    });
    ensure(told, || "the offer was not told".to_owned())
}
