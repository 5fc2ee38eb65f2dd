//! Many people who read at once: each with a draft of their own, a closed loop without pause.

use std::time::Duration;

use tokio::task::JoinSet;

use crate::{
    client::Client,
    resident::{self, Filled},
    rounds,
    server::Server,
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

impl rounds::Reader for Reader {
    type Page = Page;

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
        let (read, seen) = rounds::run(|| server.used(), readers, page, time).await?;
        readers = read;
        let cpu = format!("CPU of a page: {name}");
        match allowed {
            Some(allowed) => table.at_most(cpu, seen.cpu.portal, allowed, "ms", 3),
            None => table.told(cpu, seen.cpu.portal, "ms", 3),
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

fn milliseconds(microseconds: u64) -> f64 {
    rounds::count(microseconds) / 1000.0
}
