//! Bookings as fast as the back office takes them, every tenth time wanted by two at once; then it is killed while people
//! book, and every confirmation must be there when it comes back.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use anyhow::{Context, ensure};
use backoffice::api::appointments::NewHold;
use domain::{booking::AppointmentStatus, tracking_code::TrackingCode};
use hdrhistogram::Histogram;
use serde::Deserialize;
use tokio::task::JoinSet;

use super::{
    Extent, Place,
    caller::{Caller, Door},
    catalogue, milliseconds,
    office::Office,
    wanted::{Wanted, wanted},
};
use crate::{rounds, stopwatch::Stopwatch, table::Table, tracking::Stored};

/// Portals' connections that book at once.
const CALLERS: usize = 768;
/// Of so many times one is wanted by two.
const WANTED_TWICE: usize = 10;
/// Times that the office is killed while people book.
const KILLS: u32 = 5;
/// How long they book before each.
const UNTIL_KILLED: Duration = Duration::from_millis(700);

/// A booking that was confirmed.
#[derive(Debug)]
pub(super) struct Booked {
    request: String,
    slot: String,
}

/// What one connection did.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) booked: Vec<Booked>,
    refused: u64,
    waits: Histogram<u64>,
}

pub(super) async fn measure(
    place: Place<'_>,
    folder: &Path,
    extent: Extent,
    table: &mut Table,
) -> anyhow::Result<()> {
    let (program, cluster, engine) = (place.program, place.cluster, place.engine);
    let name = format!("bookings_{}", std::process::id());
    let store = Stored::empty(program, cluster, &name).await?;
    // The office makes no key by itself when it serves alone.
    let made = store.office().arg("new-key").status()?;
    ensure!(made.success(), "no key for the back office");
    let office = Office::start(&store, folder).await?;
    let wanted = Arc::new(wanted(&office.door()).await?);
    table.at_least(
        format!("Free times on {engine}"),
        count(wanted.slots.len()),
        100_000.0_f64.min(count(catalogue::least_free())),
        "",
        0,
    );

    // As people come, plans of statements and files of the database find their size.
    let mut booked = book(&office.door(), &wanted, extent.time / 2).await?.booked;
    let watch = Stopwatch::start();
    let done = book(&office.door(), &wanted, extent.time).await?;
    let rate = count(done.booked.len()) / watch.elapsed().as_secs_f64();
    let what = |what: &str| format!("{what} on {engine}");
    table.told(what("Bookings a second over HTTP"), rate, "/s", 0);
    table.told(
        what("Times that the second of two did not get"),
        rounds::count(done.refused),
        "",
        0,
    );
    for (quantile, said) in [(0.5, "p50"), (0.99, "p99")] {
        let wait = milliseconds(&done.waits, quantile);
        table.told(
            what(&format!("One booking, {CALLERS} at once, {said}")),
            wait,
            "ms",
            1,
        );
    }

    booked.extend(done.booked);
    let mut office = office;
    for _ in 0..KILLS {
        let booking = tokio::spawn({
            let (door, wanted) = (office.door(), Arc::clone(&wanted));
            async move { book(&door, &wanted, Duration::from_secs(60)).await }
        });
        tokio::time::sleep(UNTIL_KILLED).await;
        office.kill()?;
        booked.extend(booking.await??.booked);
        office = Office::start(&store, folder).await?;
    }
    let lost = lost(&office, &booked).await?;
    table.at_most(
        what(&format!("Confirmations lost through {KILLS} kills")),
        lost,
        0.0,
        "",
        0,
    );
    let mut by_slot: BTreeMap<&str, u32> = BTreeMap::new();
    for one in &booked {
        *by_slot.entry(&one.slot).or_default() += 1;
    }
    let doubles = by_slot.values().filter(|count| **count > 1).count();
    table.at_most(what("Times booked twice"), count(doubles), 0.0, "", 0);
    table.told(
        what("Bookings confirmed in all"),
        count(booked.len()),
        "",
        0,
    );
    office.kill()?;
    store.remove().await
}

/// Books for so long on every connection, or until the office is gone.
pub(super) async fn book(
    door: &Door,
    wanted: &Arc<Wanted>,
    time: Duration,
) -> anyhow::Result<Done> {
    let begin = Stopwatch::start();
    let mut all = JoinSet::new();
    for _ in 0..CALLERS {
        let (door, wanted) = (door.clone(), Arc::clone(wanted));
        all.spawn(async move {
            let mut done = Done {
                booked: Vec::new(),
                refused: 0,
                waits: Histogram::new(3)?,
            };
            // Killed before everybody was there.
            let Ok(mut caller) = Caller::at(&door).await else {
                return Ok(done);
            };
            while begin.elapsed() < time {
                let turn = wanted.next.fetch_add(1, Ordering::Relaxed);
                let Some(slot) = wanted.slots.get(time_of(turn)) else {
                    break;
                };
                let watch = Stopwatch::start();
                // Killed in between: what was not confirmed does not count.
                match one(&mut caller, &wanted, slot, turn).await {
                    Ok(Some(request)) => {
                        done.waits
                            .record(u64::try_from(watch.elapsed().as_micros())?)?;
                        let slot = slot.clone();
                        done.booked.push(Booked { request, slot });
                    }
                    Ok(None) => done.refused += 1,
                    Err(error) if error.is::<hyper::Error>() => break,
                    Err(error) => return Err(error),
                }
            }
            anyhow::Ok(done)
        });
    }
    let mut whole = Done {
        booked: Vec::new(),
        refused: 0,
        waits: Histogram::new(3)?,
    };
    while let Some(done) = all.join_next().await {
        let done = done.context("a caller stopped")??;
        whole.booked.extend(done.booked);
        whole.refused += done.refused;
        whole.waits.add(done.waits)?;
    }
    Ok(whole)
}

/// The time that the person of this rank wants: among so many who come one after the other, two want the same.
const fn time_of(turn: usize) -> usize {
    turn - turn.div_ceil(WANTED_TWICE + 1)
}

/// Books one time: the identifier of the request, or nothing if someone else has it.
async fn one(
    caller: &mut Caller,
    wanted: &Wanted,
    slot: &str,
    turn: usize,
) -> anyhow::Result<Option<String>> {
    let mut new = wanted.request.clone();
    let visit = new.visit.as_mut().context("a request without a visit")?;
    slot.clone_into(&mut visit.slot_id);
    let hold = NewHold {
        slot_id: slot.to_owned(),
        visit: visit.visit.clone(),
    };
    let held = caller.post("/v1/holds", &key(1, turn), &hold).await?;
    if held.status == 409 {
        return Ok(None);
    }
    ensure!(held.status == 201, "a hold: {}", held.told());
    visit.hold_id = held.read::<Identified>()?.id;
    let mut entropy = [0; 16];
    entropy[8..].copy_from_slice(&(u64::try_from(turn)? * 0x9E37_79B9_7F4A_7C15).to_be_bytes());
    new.tracking_code = TrackingCode::from_entropy(&entropy).to_string();
    let booked = caller.post("/v1/requests", &key(2, turn), &new).await?;
    ensure!(booked.status == 201, "a booking: {}", booked.told());
    let request: Sent = booked.read()?;
    ensure!(
        request.appointment.status == AppointmentStatus::Confirmed,
        "a hold did not become an appointment: {}",
        booked.told()
    );
    Ok(Some(request.id))
}

/// What is looked at of a hold.
#[derive(Debug, Deserialize)]
struct Identified {
    id: String,
}

/// What is looked at of a request.
#[derive(Debug, Deserialize)]
struct Sent {
    id: String,
    appointment: Visit,
}

#[derive(Debug, Deserialize)]
struct Visit {
    status: AppointmentStatus,
    slot: Identified,
}

/// A key of the shape that the contract asks for (UUID, version 7), not the same twice.
fn key(what: u8, turn: usize) -> String {
    format!("01890000-0000-7000-8{what:03x}-{turn:012x}")
}

/// Confirmed bookings that the office does not know as they were confirmed.
async fn lost(office: &Office, booked: &[Booked]) -> anyhow::Result<f64> {
    let mut caller = Caller::at(&office.door()).await?;
    let mut lost = 0;
    for one in booked {
        let path = format!("/v1/requests/{}", one.request);
        let request = caller.get::<Sent>(&path).await;
        let is_there = request.is_ok_and(|request| request.appointment.slot.id == one.slot);
        lost += u32::from(!is_there);
    }
    Ok(f64::from(lost))
}

fn count(number: usize) -> f64 {
    rounds::count(u64::try_from(number).unwrap_or(u64::MAX))
}
