//! The rush: everybody comes within seconds for a few times, through the whole portal.

use std::{path::Path, time::Duration};

use anyhow::Context;
use hdrhistogram::Histogram;
use tokio::task::JoinSet;

use super::{
    Extent, Place,
    catalogue::FEW,
    milliseconds,
    seeker::{self, Sought},
};
use crate::{rounds, stopwatch::Stopwatch, table::Table, tracking::Stored};

/// Time in which everybody comes.
const OPENING: Duration = Duration::from_secs(10);
/// Targets: nobody waits longer for an answer, and hardly anybody as long.
const P99: f64 = 2_000.0;
const WORST: f64 = 5_000.0;
/// Order of arrival against order of service: 1 is the same order.
const FAIR: f64 = 0.95;
/// How long bookings may take to reach the back office.
const DELIVERY: Duration = Duration::from_secs(120);
/// People of this measure have addresses of their own.
const FIRST_PERSON: u32 = 1_000_000;

pub(super) async fn measure(
    place: Place<'_>,
    catalogue: &Path,
    extent: Extent,
    table: &mut Table,
) -> anyhow::Result<()> {
    let engine = place.engine;
    let name = format!("rush_{}", std::process::id());
    let store = Stored::empty(place.program, place.cluster, &name).await?;
    let catalogue = catalogue.to_string_lossy();
    let server = store
        .serve_with(&[("PARVIS_BACKOFFICE__CATALOGUE", catalogue.as_ref())])
        .await?;
    server.come_to_rest().await?;
    let cpu = server.cpu()?;
    let begin = Stopwatch::start();
    let mut all = JoinSet::new();
    for person in 0..extent.crowd {
        let after = OPENING * person / extent.crowd;
        all.spawn(seeker::seek(
            server.address(),
            FIRST_PERSON + person,
            begin,
            after,
        ));
    }
    let mut everybody = Vec::new();
    while let Some(sought) = all.join_next().await {
        everybody.push(sought.context("someone stopped")??);
    }
    let (took, cpu) = (begin.elapsed(), server.cpu()? - cpu);
    let booked = everybody.iter().filter(|one| one.is_booked).count();
    let watch = Stopwatch::start();
    while server.metric("deliveries{outcome=\"delivered\"}").await? < count(booked)
        && watch.elapsed() < DELIVERY
    {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    server.stop()?;

    let what = |what: &str| format!("Rush of {} on {engine}: {what}", extent.crowd);
    let mut waits = Histogram::<u64>::new(3)?;
    for one in &everybody {
        waits.add(&one.waits)?;
    }
    table.told(what("pages and forms"), rounds::count(waits.len()), "", 0);
    table.told(
        what("CPU of one of them"),
        cpu / rounds::count(waits.len()),
        "ms",
        3,
    );
    table.told(what("an answer, p50"), milliseconds(&waits, 0.5), "ms", 0);
    table.at_most(
        what("an answer, p99"),
        milliseconds(&waits, 0.99),
        P99,
        "ms",
        0,
    );
    table.at_most(
        what("the slowest answer"),
        milliseconds(&waits, 1.0),
        WORST,
        "ms",
        0,
    );
    let failures: u32 = everybody.iter().map(|one| one.failures).sum();
    table.at_most(
        what("answers of failure (5xx)"),
        f64::from(failures),
        0.0,
        "",
        0,
    );
    table.told(
        what("until the last one saw the times"),
        took.as_secs_f64(),
        "s",
        1,
    );
    line(&everybody, &what, table);
    table.at_least(what("appointments"), count(booked), count(FEW), "", 0);

    let mut tables = store.tables().await?;
    let confirmed = tables
        .count("SELECT count(*) FROM backoffice_appointments WHERE status = 'confirmed'")
        .await?;
    let doubles = tables
        .count(
            "SELECT count(*) FROM (SELECT resource_id, starts_at FROM backoffice_appointments
              WHERE status = 'confirmed' GROUP BY resource_id, starts_at HAVING count(*) > 1) AS twice",
        )
        .await?;
    tables.close().await?;
    let missing = count(booked) - count(usize::try_from(confirmed)?);
    table.at_most(
        what("receipts without an appointment, and the reverse"),
        missing.abs(),
        0.0,
        "",
        0,
    );
    table.at_most(
        what("times booked twice"),
        count(usize::try_from(doubles)?),
        0.0,
        "",
        0,
    );
    store.remove().await
}

/// What the line did: how many stood in it, and whether they were served in the order in which they came.
fn line(everybody: &[Sought], what: &impl Fn(&str) -> String, table: &mut Table) {
    let waited = everybody.iter().filter(|one| one.in_line > 0);
    let waited: Vec<&Sought> = waited.collect();
    table.told(what("people who stood in line"), count(waited.len()), "", 0);
    let put_back: u32 = everybody.iter().map(|one| one.put_back).sum();
    table.at_most(
        what("pages of the line for who was let in already"),
        f64::from(put_back),
        0.0,
        "",
        0,
    );
    let longest = waited.iter().map(|one| one.let_in - one.came).max();
    table.told(
        what("the longest stay in line"),
        longest.map(|it| it.as_secs_f64()),
        "s",
        1,
    );
    let order = order(everybody);
    table.at_least(
        what("order of arrival against order of service (1: the same)"),
        order,
        FAIR,
        "",
        3,
    );
    // Whoever came among the first so many has a time, up to what few seconds of choosing change.
    let mut by_arrival: Vec<&Sought> = everybody.iter().collect();
    by_arrival.sort_by_key(|one| one.came);
    let early = by_arrival.iter().take(2 * FEW);
    let early = early.filter(|one| one.is_booked).count();
    let booked = everybody.iter().filter(|one| one.is_booked).count();
    let share = 100.0 * count(early) / count(booked.max(1));
    table.told(
        what("appointments of those who came among the first 400"),
        share,
        "%",
        1,
    );
    let refused: u32 = everybody.iter().map(|one| one.refused).sum();
    table.told(
        what("times that others had just before"),
        f64::from(refused),
        "",
        0,
    );
}

/// Spearman's rank correlation of arrival and service.
fn order(everybody: &[Sought]) -> f64 {
    let ranks = |moment: fn(&Sought) -> Duration| {
        let mut sorted: Vec<usize> = (0..everybody.len()).collect();
        sorted.sort_by_key(|index| moment(&everybody[*index]));
        let mut ranks = vec![0.0; everybody.len()];
        for (rank, index) in sorted.into_iter().enumerate() {
            ranks[index] = count(rank);
        }
        ranks
    };
    let (came, let_in) = (ranks(|one| one.came), ranks(|one| one.let_in));
    let squares: f64 = came.iter().zip(&let_in).map(|(a, b)| (a - b).powi(2)).sum();
    let people = count(everybody.len());
    1.0 - 6.0 * squares / (people * (people * people - 1.0))
}

fn count(number: usize) -> f64 {
    rounds::count(u64::try_from(number).unwrap_or(u64::MAX))
}
