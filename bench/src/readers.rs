//! Many people who read at once: each with a draft of their own, a closed loop without pause.

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

use crate::{
    client::Client,
    resident::{self, Filled},
    server::Server,
    stopwatch::Stopwatch,
    table::Table,
};

/// A page that is read.
#[derive(Debug, Clone, Copy)]
enum Page {
    Home,
    Step,
    StepCompressed,
    Review,
}

/// Each page with its name and the processor time it may take, in milliseconds. Times exclude compression, which
/// a reverse proxy may do; the step is measured with it as well.
const PAGES: [(Page, &str, Option<f64>); 4] = [
    (Page::Home, "home", Some(0.2)),
    (Page::Step, "step", Some(0.3)),
    (Page::Review, "review", None),
    // Last: from then on every page would come compressed.
    (Page::StepCompressed, "step, compressed", None),
];

struct Reader {
    client: Client,
    filled: Filled,
}

impl Reader {
    async fn read(&mut self, page: Page) -> anyhow::Result<()> {
        let path = match page {
            Page::Home => resident::HOME,
            Page::Step | Page::StepCompressed => &self.filled.step,
            Page::Review => &self.filled.review,
        };
        resident::expect(&self.client.get(path).await?, 200, path)
    }
}

/// Reads each page for a while and tells what it cost the server, and how long people waited.
pub(crate) async fn measure(
    server: &Server,
    people: u32,
    time: Duration,
    table: &mut Table,
) -> anyhow::Result<()> {
    let mut readers = prepare(server, people).await?;
    for (page, name, allowed) in PAGES {
        if matches!(page, Page::StepCompressed) {
            readers
                .iter_mut()
                .for_each(|reader| reader.client.take_compressed());
        }
        let (read, seen) = round(server, readers, page, time).await?;
        readers = read;
        let cpu = format!("CPU of a page: {name}");
        match allowed {
            Some(allowed) => table.at_most(cpu, seen.cpu, allowed, "ms", 3),
            None => table.told(cpu, seen.cpu, "ms", 3),
        }
        let rate = format!("Pages a second on one core: {name}");
        if matches!(page, Page::StepCompressed) {
            table.told(rate, seen.rate, "/s", 0);
        } else {
            table.at_least(rate, seen.rate, 3000.0, "/s", 0);
        }
        let wait = |quantile| milliseconds(seen.waits.value_at_quantile(quantile));
        table.told(
            format!("Wait, {people} readers, p50: {name}"),
            wait(0.5),
            "ms",
            1,
        );
        table.told(
            format!("Wait, {people} readers, p99: {name}"),
            wait(0.99),
            "ms",
            1,
        );
    }
    Ok(())
}

async fn prepare(server: &Server, people: u32) -> anyhow::Result<Vec<Reader>> {
    let mut all = JoinSet::new();
    for person in 0..people {
        let address = server.address();
        all.spawn(async move {
            let mut client = Client::connect(address, person).await?;
            let filled = resident::fill_in(&mut client).await?;
            anyhow::Ok(Reader { client, filled })
        });
    }
    all.join_all().await.into_iter().collect()
}

struct Seen {
    /// Processor time of the server for one page, in milliseconds.
    cpu: f64,
    /// Pages a second.
    rate: f64,
    /// From sending to the last byte, in microseconds.
    waits: Histogram<u64>,
}

async fn round(
    server: &Server,
    readers: Vec<Reader>,
    page: Page,
    time: Duration,
) -> anyhow::Result<(Vec<Reader>, Seen)> {
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
    let now = || {
        anyhow::Ok((
            server.cpu()?,
            pages.load(Ordering::Relaxed),
            begin.elapsed(),
        ))
    };
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
        cpu: (cpu_after - cpu) / pages,
        rate: pages / (end - at).as_secs_f64(),
        waits,
    };
    Ok((readers, seen))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of minutes stay far below 2⁵³"
)]
fn count(pages: u64) -> f64 {
    pages as f64
}

fn milliseconds(microseconds: u64) -> f64 {
    count(microseconds) / 1000.0
}
