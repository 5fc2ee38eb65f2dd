//! A round: many people who ask for one page again as soon as they have it, and what that costs the server.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use anyhow::Context;
use hdrhistogram::Histogram;
use tokio::task::JoinSet;

use crate::stopwatch::Stopwatch;

/// Someone who reads.
pub(crate) trait Reader: Send + 'static {
    /// What may be read.
    type Page: Copy + Send + 'static;

    /// Asks for a page and checks that it is the right one.
    fn read(&mut self, page: Self::Page) -> impl Future<Output = anyhow::Result<()>> + Send;
}

/// Processor time used so far, in milliseconds.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Used {
    /// By the portal.
    pub(crate) portal: f64,
    /// By the database server; 0 where there is none.
    pub(crate) database: f64,
}

/// What a round showed.
#[derive(Debug)]
pub(crate) struct Seen {
    /// Processor time for one page, in milliseconds.
    pub(crate) cpu: Used,
    /// Pages a second.
    pub(crate) rate: f64,
    /// From sending to the last byte, in microseconds.
    pub(crate) waits: Histogram<u64>,
}

/// Lets everybody read a page for so long, after a warm-up half as long.
pub(crate) async fn run<R: Reader>(
    used: impl Fn() -> anyhow::Result<Used>,
    readers: Vec<R>,
    page: R::Page,
    time: Duration,
) -> anyhow::Result<(Vec<R>, Seen)> {
    let warm_up = time / 2;
    let pages = Arc::new(AtomicU64::new(0));
    let begin = Stopwatch::start();
    let mut all = JoinSet::new();
    for mut reader in readers {
        let pages = Arc::clone(&pages);
        all.spawn(async move {
            let mut waits = Histogram::<u64>::new(3)?;
            while begin.elapsed() < warm_up + time {
                let watch = Stopwatch::start();
                reader.read(page).await?;
                pages.fetch_add(1, Ordering::Relaxed);
                if begin.elapsed() >= warm_up {
                    waits.record(u64::try_from(watch.elapsed().as_micros())?)?;
                }
            }
            anyhow::Ok((reader, waits))
        });
    }
    let now = || anyhow::Ok((used()?, pages.load(Ordering::Relaxed), begin.elapsed()));
    tokio::time::sleep(warm_up).await;
    let (cpu, read, at) = now()?;
    tokio::time::sleep(time).await;
    let (cpu_after, read_after, end) = now()?;

    let (mut readers, mut waits) = (Vec::new(), Histogram::<u64>::new(3)?);
    while let Some(done) = all.join_next().await {
        let (reader, own) = done.context("a reader stopped")??;
        readers.push(reader);
        waits.add(own)?;
    }
    let pages = count(read_after - read);
    let seen = Seen {
        cpu: Used {
            portal: (cpu_after.portal - cpu.portal) / pages,
            database: (cpu_after.database - cpu.database) / pages,
        },
        rate: pages / (end - at).as_secs_f64(),
        waits,
    };
    Ok((readers, seen))
}

/// A count as a number to divide by.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of minutes stay far below 2⁵³"
)]
pub(crate) fn count(number: u64) -> f64 {
    number as f64
}

/// A wait that so many readers do not exceed, in milliseconds.
pub(crate) fn milliseconds(waits: &Histogram<u64>, quantile: f64) -> f64 {
    count(waits.value_at_quantile(quantile)) / 1000.0
}

/// The value in the middle; `None` of none.
pub(crate) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
