//! A page of times where a hundred thousand are free: what it costs, and how long people wait for it.

use tokio::task::JoinSet;

use super::{
    Extent, Place,
    catalogue::{self, KIND},
    milliseconds,
};
use crate::{client::Client, machine, resident, rounds, table::Table, tracking::Stored};

/// Readers at the same moment: the portal makes sixteen calls at once, a page makes three.
const AT_ONCE: u32 = 4;

/// Which times are asked for.
#[derive(Debug, Clone, Copy)]
enum Page {
    /// Everybody asks for the same.
    Same,
    /// Each asks for another place and another week.
    Other,
}

const PAGES: [(Page, &str); 2] = [
    (Page::Same, "everybody asks for the same"),
    (Page::Other, "each asks for another place and week"),
];

struct Reader {
    client: Client,
    /// What was asked for so far.
    asked: usize,
    first_monday: jiff::civil::Date,
}

impl rounds::Reader for Reader {
    type Page = Page;

    async fn read(&mut self, page: Page) -> anyhow::Result<()> {
        let path = match page {
            Page::Same => format!("/fr/rendez-vous/{KIND}/horaires"),
            Page::Other => {
                self.asked += 1;
                let place = catalogue::annex(self.asked % catalogue::PLACES);
                let weeks = i64::try_from(self.asked / catalogue::PLACES % 12)?;
                let week = self
                    .first_monday
                    .saturating_add(jiff::Span::new().weeks(weeks));
                format!("/fr/rendez-vous/{KIND}/horaires?lieu={place}&semaine={week}")
            }
        };
        let answer = self.client.get(&path).await?;
        resident::expect(&answer, 200, &path)?;
        anyhow::ensure!(
            answer.text().contains("name=\"horaire\""),
            "{path} shows no time"
        );
        Ok(())
    }
}

pub(super) async fn measure(
    place: Place<'_>,
    catalogue: &std::path::Path,
    extent: Extent,
    table: &mut Table,
) -> anyhow::Result<bool> {
    let engine = place.engine;
    let store = Stored::empty(
        place.program,
        place.cluster,
        &format!("times_{}", std::process::id()),
    )
    .await?;
    let alone = machine::on_first_core();
    let catalogue = catalogue.to_string_lossy();
    // Readers who ask as fast as they are answered must not meet the waiting line.
    let settings = [
        ("PARVIS_BACKOFFICE__CATALOGUE", catalogue.as_ref()),
        ("PARVIS_RUSH__PEOPLE_A_SECOND", "2000"),
    ];
    let server = store.serve_with(&settings).await?;
    let alone = alone && machine::on_second_core();
    server.come_to_rest().await?;
    let first_monday = crate::stopwatch::today().saturating_add(jiff::Span::new().days(7));
    let mut readers = Vec::new();
    let mut all = JoinSet::new();
    for person in 0..AT_ONCE {
        let address = server.address();
        all.spawn(async move {
            anyhow::Ok(Reader {
                client: Client::connect(address, person).await?,
                // Readers begin apart, so that no two ask for the same in one second.
                asked: usize::try_from(person)? * catalogue::PLACES * 3,
                first_monday,
            })
        });
    }
    while let Some(reader) = all.join_next().await {
        readers.push(reader??);
    }
    for (page, name) in PAGES {
        let used = || store.used(&server);
        let (read, seen) = rounds::run(used, readers, page, extent.time).await?;
        readers = read;
        let what = |what: &str| format!("{what} on {engine}, 100,000 times free: {name}");
        table.told(what("CPU of a page of times"), seen.cpu.portal, "ms", 3);
        if place.cluster.is_some() {
            table.told(
                what("CPU of a page inside the database"),
                seen.cpu.database,
                "ms",
                3,
            );
        }
        table.told(what("Pages of times a second"), seen.rate, "/s", 0);
        for (quantile, said) in [(0.5, "p50"), (0.99, "p99")] {
            let wait = milliseconds(&seen.waits, quantile);
            table.told(
                what(&format!("Wait, {AT_ONCE} readers, {said}")),
                wait,
                "ms",
                1,
            );
        }
    }
    server.stop()?;
    store.remove().await?;
    Ok(alone)
}
