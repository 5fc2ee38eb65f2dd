//! Following a request on a portal that stores many: the same pages of the same requests, between 1,000 and between
//! 100,000 requests, must cost nearly the same. What grows with the number of requests is a missing index.

mod copies;
mod follower;
mod seed;
mod stored;
mod tables;

use std::time::Duration;

use crate::{
    machine,
    rounds::{self, Used, median},
    server::Program,
    table::Table,
};
use follower::{Group, Page};
pub(crate) use stored::{Cluster, Stored};
pub(crate) use tables::Tables;

/// Requests stored, few and many.
const SIZES: [(u32, &str); 2] = [(1_000, "1,000"), (100_000, "100,000")];
/// Part by which a page may cost more between many requests than between few, in per cent.
const GROWTH: f64 = 20.0;
/// Residents who read at the same moment. The portal makes 16 calls to the back office at once and shows a copy rather
/// than let anyone wait for a seventeenth; a page makes two at most.
const AT_ONCE: usize = 8;
/// Seconds in which a portal is watched that nobody visits: each of its looks comes by at least once.
const IDLE: Duration = Duration::from_secs(12);

/// Each page with its name, and whether its growth is judged: the others tell where a cause may be.
const PAGES: [(Page, &str, bool); 3] = [
    (Page::Request, "request", true),
    (Page::Messages, "messages", false),
    (Page::Opening, "opening with a code", false),
];

/// How much is measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    /// Residents who follow their request.
    pub(crate) people: u32,
    /// Rounds of each page on each size; the median counts.
    pub(crate) rounds: u32,
    /// Time of each round.
    pub(crate) time: Duration,
}

/// Measures one engine; SQLite without a cluster. Tells whether server and generator had a core each.
pub(crate) async fn measure(
    program: &Program,
    cluster: Option<&Cluster>,
    extent: Extent,
    table: &mut Table,
) -> anyhow::Result<bool> {
    let engine = engine(cluster);
    crate::say(&format!(
        "tracking on {engine}: requests are sent and handled"
    ));
    machine::on_all_cores();
    let few = Stored::empty(program, cluster, &name("few")).await?;
    let mut groups = Group::split(seed::requests(&few, extent.people).await?, AT_ONCE);
    let mut tables = few.tables().await?;
    copies::end_what_waits(&mut tables).await?;
    tables.close().await?;
    let many = few.duplicate(&name("many")).await?;
    let stores = [few, many];
    for (store, (size, said)) in stores.iter().zip(SIZES) {
        crate::say(&format!("tracking on {engine}: {said} requests are stored"));
        let mut tables = store.tables().await?;
        copies::fill_up(&mut tables, size).await?;
        tables.close().await?;
        store.settle().await?;
    }

    // Its connections share the core of the generator: the portal has one for itself.
    let process = cluster.and_then(|cluster| cluster.process);
    let mut alone = process.is_none_or(machine::off_first_core);
    let mut sheets = [Sheet::default(), Sheet::default()];
    for round in 1..=extent.rounds {
        crate::say(&format!("tracking on {engine}: round {round}"));
        for (store, sheet) in stores.iter().zip(&mut sheets) {
            let (read, pinned) = visit(store, groups, extent, sheet).await?;
            (groups, alone) = (read, alone && pinned);
        }
    }
    report(engine, cluster, &sheets, table);
    for store in stores {
        store.remove().await?;
    }
    Ok(alone)
}

/// What is measured, as rows name it.
pub(crate) const fn engine(cluster: Option<&Cluster>) -> &'static str {
    if cluster.is_some() {
        "PostgreSQL"
    } else {
        "SQLite"
    }
}

/// Names differ between two runs on one server of PostgreSQL.
fn name(what: &str) -> String {
    format!("parvis_bench_{}_{what}", std::process::id())
}

/// What one size cost: each round of each page, in the order of [`PAGES`], and a second of rest.
#[derive(Debug, Default)]
struct Sheet {
    pages: [Vec<Used>; PAGES.len()],
    idle: Option<Used>,
}

/// Opens a portal on a store and has every page read.
async fn visit(
    store: &Stored<'_>,
    mut groups: Vec<Group>,
    extent: Extent,
    sheet: &mut Sheet,
) -> anyhow::Result<(Vec<Group>, bool)> {
    let alone = machine::on_first_core();
    let server = store.serve().await?;
    let alone = alone && machine::on_second_core();
    server.come_to_rest().await?;
    if sheet.idle.is_none() {
        let before = store.used(&server)?;
        tokio::time::sleep(IDLE).await;
        let after = store.used(&server)?;
        sheet.idle = Some(Used {
            portal: (after.portal - before.portal) / IDLE.as_secs_f64(),
            database: (after.database - before.database) / IDLE.as_secs_f64(),
        });
    }
    for group in &mut groups {
        group.come_back_to(server.address()).await?;
    }
    for ((page, _, _), costs) in PAGES.into_iter().zip(&mut sheet.pages) {
        let used = || store.used(&server);
        let (read, seen) = rounds::run(used, groups, page, extent.time).await?;
        groups = read;
        costs.push(seen.cpu);
    }
    server.stop()?;
    Ok((groups, alone))
}

fn report(engine: &str, cluster: Option<&Cluster>, sheets: &[Sheet; 2], table: &mut Table) {
    let on = format!("on {engine}");
    report_side(&on, |used| used.portal, Some(GROWTH), sheets, table);
    // One that runs on another machine counts its time there.
    if cluster.is_some_and(|cluster| cluster.process.is_some()) {
        let inside = format!("inside {engine}");
        report_side(&inside, |used| used.database, None, sheets, table);
    }
}

/// The rows of the portal, or of its database server.
fn report_side(
    side: &str,
    part: impl Fn(&Used) -> f64,
    most: Option<f64>,
    sheets: &[Sheet; 2],
    table: &mut Table,
) {
    for (index, (_, page, judged)) in PAGES.into_iter().enumerate() {
        let middle = |sheet: &Sheet| median(sheet.pages[index].iter().map(&part).collect());
        for (sheet, (_, size)) in sheets.iter().zip(SIZES) {
            let what = format!("CPU of a page {side}, {size} stored: {page}");
            table.told(what, middle(sheet), "ms", 3);
        }
        let [few, many] = sheets.each_ref().map(middle);
        let growth = few.zip(many).map(|(few, many)| (many / few - 1.0) * 100.0);
        let what = format!("Growth from few to many {side}: {page}");
        match most.filter(|_| judged) {
            Some(most) => table.at_most(what, growth, most, "%", 1),
            None => table.told(what, growth, "%", 1),
        }
    }
    for (sheet, (_, size)) in sheets.iter().zip(SIZES) {
        let what = format!("CPU of a second of rest {side}, {size} stored");
        table.told(what, sheet.idle.as_ref().map(&part), "ms", 1);
    }
}
