//! Delays: how long past requests took, for everybody.

use domain::delays::Delays;
use http::{StatusCode, header};

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::problem::ProblemCode;

const GROUP: &str = "delays";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    let name = "the delays of a procedure are known and may be cached";
    if bench.capabilities.features.statistics {
        report.add(GROUP, name, known(bench).await);
    } else {
        report.skip(GROUP, name, "statistics");
    }
}

async fn known<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let reply = bench
        .get(
            &format!("/v1/procedures/{}/delays", bench.procedure.id),
            &[],
        )
        .await?;
    reply.is(StatusCode::OK)?;
    let delays: Delays = reply.json()?;
    ensure(delays.since < delays.until, || {
        format!("from {} to {}", delays.since, delays.until)
    })?;
    ensure(
        reply.header(header::CACHE_CONTROL).contains("public"),
        || "shared caches may not keep it".to_owned(),
    )?;
    let unknown = bench
        .get("/v1/procedures/no-such-procedure/delays", &[])
        .await?;
    unknown.problem(ProblemCode::NotFound).map(drop)
}
