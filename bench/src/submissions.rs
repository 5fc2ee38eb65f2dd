//! Whole submissions under load: every page and form of a request, its file, its sending; then nothing may be missing.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use anyhow::{Context, ensure};
use tokio::task::JoinSet;

use crate::{client::Client, resident, server::Server, stopwatch::Stopwatch, table::Table};

/// How long the outbox may take to be empty after the last receipt.
const DELIVERY: Duration = Duration::from_secs(300);
/// People of this measure come after the readers: their addresses differ.
const FIRST_PERSON: u32 = 100_000;

/// A request sent, from the first page of the procedure to the receipt.
#[derive(Debug)]
struct Sent {
    /// When the receipt was read, from the beginning of the measure.
    at: Duration,
    /// How long it all took, in milliseconds.
    wait: f64,
    /// Pages and forms on the way.
    requests: u32,
    /// Address of the receipt.
    receipt: String,
}

/// Lets so many people send request after request, then compares receipts, records and deliveries.
pub(crate) async fn measure(
    server: &Server,
    people: u32,
    time: Duration,
    table: &mut Table,
) -> anyhow::Result<()> {
    let warm_up = time / 2;
    let begin = Stopwatch::start();
    let next = Arc::new(AtomicU32::new(FIRST_PERSON));
    let mut all = JoinSet::new();
    for _ in 0..people {
        let (next, address) = (Arc::clone(&next), server.address());
        all.spawn(async move {
            let mut client = Client::connect(address, 0).await?;
            let mut receipts = Vec::new();
            while begin.elapsed() < warm_up + time {
                client.become_person(next.fetch_add(1, Ordering::Relaxed))?;
                let watch = Stopwatch::start();
                let filled = resident::fill_in(&mut client).await?;
                let receipt = resident::send(&mut client, &filled).await?;
                receipts.push(Sent {
                    at: begin.elapsed(),
                    wait: watch.milliseconds(),
                    requests: client.sent(),
                    receipt,
                });
            }
            anyhow::Ok(receipts)
        });
    }
    tokio::time::sleep(warm_up).await;
    let (cpu, from) = (server.cpu()?, begin.elapsed());
    tokio::time::sleep(time).await;
    let (cpu, to) = (server.cpu()? - cpu, begin.elapsed());

    let mut receipts = Vec::new();
    while let Some(done) = all.join_next().await {
        receipts.extend(done.context("a resident stopped")??);
    }
    let end = Stopwatch::start();
    let mut waits: Vec<f64> = receipts
        .iter()
        .filter(|sent| (from..to).contains(&sent.at))
        .map(|sent| sent.wait)
        .collect();
    waits.sort_by(f64::total_cmp);
    let rate = count(waits.len()) / (to - from).as_secs_f64();
    table.at_least("Whole submissions a second", rate, 100.0, "/s", 1);
    table.told(
        "CPU of one submission, delivery included",
        (!waits.is_empty()).then(|| cpu / count(waits.len())),
        "ms",
        2,
    );
    let requests: u32 = receipts.iter().map(|sent| sent.requests).sum();
    table.told(
        "Pages and forms of one submission, one file",
        f64::from(requests) / count(receipts.len()),
        "",
        1,
    );
    let wait = waits.get(waits.len() / 2).copied();
    table.told(
        format!("One whole submission, {people} at once, p50"),
        wait,
        "ms",
        0,
    );
    let wait = waits.get(waits.len() * 99 / 100).copied();
    table.told(
        format!("One whole submission, {people} at once, p99"),
        wait,
        "ms",
        0,
    );
    arrived(server, &receipts, end, table).await
}

/// Each receipt stands for one recorded request, and each recorded request reaches the back office once.
async fn arrived(
    server: &Server,
    receipts: &[Sent],
    end: Stopwatch,
    table: &mut Table,
) -> anyhow::Result<()> {
    let distinct: BTreeSet<&str> = receipts.iter().map(|sent| sent.receipt.as_str()).collect();
    ensure!(
        distinct.len() == receipts.len(),
        "two residents were given the same receipt"
    );
    let recorded = server.metric("requests_sent").await?;
    let delivered = loop {
        let delivered = server.metric("deliveries{outcome=\"delivered\"}").await?;
        if delivered >= recorded || end.elapsed() > DELIVERY {
            break delivered;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    let given = count(receipts.len());
    table.told("Receipts given", given, "", 0);
    table.at_most(
        "Receipts without a recorded request, and the reverse",
        (given - recorded).abs(),
        0.0,
        "",
        0,
    );
    table.at_most(
        "Recorded requests not in the back office",
        (recorded - delivered).abs(),
        0.0,
        "",
        0,
    );
    table.told(
        "Last receipt to last delivery",
        end.elapsed().as_secs_f64(),
        "s",
        1,
    );
    Ok(())
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of minutes stay far below 2⁵³"
)]
fn count(number: usize) -> f64 {
    number as f64
}
