//! Life cycle: what a request is just after it was sent.

use domain::request::{Status, TimelineEntry};

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::page::Page;

const GROUP: &str = "life cycle";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    report.add(
        GROUP,
        "a request that was sent is submitted and not final",
        submitted(bench).await,
    );
    report.add(
        GROUP,
        "its timeline begins with its reception",
        timeline(bench).await,
    );
    report.add(
        GROUP,
        "no two requests have the same number",
        numbers(bench).await,
    );
}

async fn submitted<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, recorded) = bench.recorded().await?;
    let summary = recorded.summary;
    ensure(summary.status == Status::Submitted, || {
        format!("status {} seen", summary.status.name())
    })?;
    ensure(!summary.is_final && summary.decision.is_none(), || {
        "it is already final".to_owned()
    })?;
    ensure(summary.procedure_id == new.procedure_id, || {
        "another procedure came back".to_owned()
    })?;
    ensure(summary.form_version == new.form_version, || {
        "another form came back".to_owned()
    })
}

async fn timeline<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (_, recorded) = bench.recorded().await?;
    let path = format!("/v1/requests/{}/timeline", recorded.summary.id);
    let page: Page<TimelineEntry> = bench.get(&path, &[]).await?.json()?;
    let first = page.items.first().and_then(|entry| entry.status);
    ensure(first == Some(Status::Submitted), || {
        format!("it begins with {first:?}")
    })
}

async fn numbers<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (first, second) = (
        bench.recorded().await?.1.summary,
        bench.recorded().await?.1.summary,
    );
    ensure(first.id != second.id, || {
        "one identifier for two".to_owned()
    })?;
    ensure(
        first.number.is_none() || first.number != second.number,
        || format!("both are {:?}", first.number),
    )
}
