//! Paging: a walk loses and repeats nothing while items are added.

use std::collections::BTreeSet;

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{page::Page, problem::ProblemCode, requests::RequestSummary};

const GROUP: &str = "paging";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    report.add(
        GROUP,
        "a cursor that nobody gave is refused",
        bad_cursor(bench).await,
    );
    report.add(
        GROUP,
        "limits outside 1 to 100 are brought back inside",
        limits(bench).await,
    );
    report.add(
        GROUP,
        "a walk loses and repeats nothing while items are added",
        walk(bench).await,
    );
}

async fn bad_cursor<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    for path in ["/v1/requests?cursor=nonsense", "/v1/events?after=nonsense"] {
        bench
            .get(path, &[])
            .await?
            .problem(ProblemCode::InvalidCursor)?;
    }
    Ok(())
}

async fn limits<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    bench.recorded().await?;
    bench.recorded().await?;
    let page: Page<RequestSummary> = bench.get("/v1/requests?limit=0", &[]).await?.json()?;
    ensure(page.items.len() == 1 && page.next_cursor.is_some(), || {
        format!("{} items for a limit of 0", page.items.len())
    })?;
    let page: Page<RequestSummary> = bench.get("/v1/requests?limit=1000", &[]).await?.json()?;
    ensure(page.items.len() <= 100, || {
        format!("{} items seen", page.items.len())
    })
}

async fn walk<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let mut expected = BTreeSet::new();
    for _ in 0..bench.options.walk {
        expected.insert(bench.recorded().await?.1.summary.id);
    }
    let mut seen = Vec::new();
    let mut cursor = None::<String>;
    loop {
        let after = cursor.map_or_else(String::new, |cursor| format!("&cursor={cursor}"));
        let page: Page<RequestSummary> = bench
            .get(&format!("/v1/requests?limit=37{after}"), &[])
            .await?
            .json()?;
        seen.extend(page.items.into_iter().map(|request| request.id));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
        bench.recorded().await?;
    }
    let once: BTreeSet<String> = seen.iter().cloned().collect();
    ensure(once.len() == seen.len(), || {
        format!("{} requests came twice", seen.len() - once.len())
    })?;
    let lost = expected.difference(&once).count();
    ensure(lost == 0, || {
        format!("{lost} of {} requests were lost", expected.len())
    })
}
