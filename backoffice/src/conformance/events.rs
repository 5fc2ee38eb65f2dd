//! Events: ordered, at least once, resumed from a cursor.

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    capabilities::Events,
    events::{EventKind, EventPage},
};

const GROUP: &str = "events";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if bench.capabilities.features.events == Events::None {
        report.skip(GROUP, "changes are told", "events");
        return;
    }
    report.add(
        GROUP,
        "each request is told, in order, after the cursor",
        in_order(bench).await,
    );
    report.add(
        GROUP,
        "a walk one by one tells the same as a walk by pages",
        resumed(bench).await,
    );
    report.add(
        GROUP,
        "nothing new leaves the cursor where it was",
        nothing(bench).await,
    );
}

async fn walk<T: Target>(
    bench: &Bench<T>,
    mut after: String,
    limit: u16,
) -> Result<(Vec<String>, String), Fault> {
    let mut resources = Vec::new();
    loop {
        let path = format!("/v1/events?limit={limit}&after={after}");
        let page: EventPage = bench.get(&path, &[]).await?.json()?;
        if page.items.is_empty() {
            return Ok((resources, page.next_cursor));
        }
        resources.extend(
            page.items
                .into_iter()
                .map(|event| format!("{} {}", event.id, event.subject)),
        );
        ensure(page.next_cursor != after, || {
            "events without a new cursor".to_owned()
        })?;
        after = page.next_cursor;
    }
}

async fn in_order<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (_, after) = walk(bench, String::new(), 100).await?;
    let first = bench.recorded().await?.1.summary.id;
    let second = bench.recorded().await?.1.summary.id;
    let page: EventPage = bench
        .get(&format!("/v1/events?after={after}"), &[])
        .await?
        .json()?;
    let created: Vec<_> = page
        .items
        .iter()
        .filter(|event| event.kind == EventKind::RequestCreated)
        .map(|event| event.data.resource.as_str())
        .collect();
    let expected = [first, second].map(|id| format!("/v1/requests/{id}"));
    ensure(created == expected, || format!("{created:?} seen"))?;
    ensure(
        page.items.iter().all(|event| event.specversion == "1.0"),
        || "not CloudEvents 1.0".to_owned(),
    )
}

async fn resumed<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (_, start) = walk(bench, String::new(), 100).await?;
    for _ in 0..3 {
        bench.recorded().await?;
    }
    let (by_one, _) = walk(bench, start.clone(), 1).await?;
    let (by_page, _) = walk(bench, start, 100).await?;
    ensure(by_one == by_page && by_one.len() >= 3, || {
        "the two walks differ".to_owned()
    })
}

async fn nothing<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (_, end) = walk(bench, String::new(), 100).await?;
    let (again, same) = walk(bench, end.clone(), 100).await?;
    ensure(again.is_empty() && same == end, || {
        "something came from nothing".to_owned()
    })
}
