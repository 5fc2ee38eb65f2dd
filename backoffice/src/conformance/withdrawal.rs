//! Withdrawal: a resident ends their own request, once.

use domain::request::Status;
use http::{Method, StatusCode, header};

use super::{
    bench::{Bench, Reply},
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    follow_up::Withdrawal,
    headers::{IDEMPOTENCY_KEY, IDEMPOTENCY_REPLAYED},
    problem::ProblemCode,
    requests::Request,
};

const GROUP: &str = "withdrawal";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if !bench.capabilities.features.withdrawal {
        report.skip(GROUP, "residents can withdraw", "withdrawal");
        return;
    }
    let name = "a request just sent can be withdrawn, once";
    report.add(GROUP, name, withdrawn(bench).await);
    let name = "whoever saw an old version is told";
    report.add(GROUP, name, stale(bench).await);
}

async fn withdraw<T: Target>(
    bench: &Bench<T>,
    recorded: &Request,
    key: &str,
    if_match: Option<&str>,
) -> Result<Reply, Fault> {
    let id = &recorded.summary.id;
    let withdrawal = Withdrawal {
        reason: Some("Je déménage.".to_owned()),
        // The same at each call, as a portal that sends again sends it.
        withdrawn_at: recorded.summary.submitted_at,
    };
    let body = serde_json::to_vec(&withdrawal).map_err(|error| Fault(error.to_string()))?;
    let mut headers = vec![
        (header::CONTENT_TYPE, "application/json"),
        (IDEMPOTENCY_KEY, key),
    ];
    headers.extend(if_match.map(|tag| (header::IF_MATCH, tag)));
    let path = format!("/v1/requests/{id}/withdrawal");
    bench.call(Method::POST, &path, &headers, body.into()).await
}

async fn withdrawn<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (_, recorded) = bench.recorded().await?;
    let key = bench.new_key();
    let path = format!("/v1/requests/{}", recorded.summary.id);
    let seen = bench.get(&path, &[]).await?;
    let seen = Some(seen.header(header::ETAG));
    let first = withdraw(bench, &recorded, &key, seen).await?;
    first.is(StatusCode::OK)?;
    let again = withdraw(bench, &recorded, &key, seen).await?;
    ensure(
        again.body == first.body && again.header(IDEMPOTENCY_REPLAYED) == "true",
        || "the repeated answer differs, or does not say that it is repeated".to_owned(),
    )?;
    let read = bench.get(&path, &[]).await?;
    ensure(
        read.header(header::ETAG) == first.header(header::ETAG),
        || "the ETag is not that of the request".to_owned(),
    )?;
    let read: Request = read.json()?;
    ensure(
        read.summary.status == Status::Withdrawn && read.summary.is_final,
        || format!("status {} seen", read.summary.status.name()),
    )?;
    let problem = withdraw(bench, &recorded, &bench.new_key(), None)
        .await?
        .problem(ProblemCode::InvalidState)?;
    ensure(
        problem.more.present_status == Some(Status::Withdrawn)
            && problem.more.allowed.contains(&Status::Submitted),
        || "409 without the present status and those in which it is possible".to_owned(),
    )
}

async fn stale<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (_, recorded) = bench.recorded().await?;
    let reply = withdraw(bench, &recorded, &bench.new_key(), Some("\"another\"")).await?;
    let problem = reply.problem(ProblemCode::StaleVersion)?;
    ensure(problem.more.etag.is_some(), || {
        "412 without the present ETag".to_owned()
    })?;
    let read: Request = bench
        .get(&format!("/v1/requests/{}", recorded.summary.id), &[])
        .await?
        .json()?;
    ensure(read.summary.status == Status::Submitted, || {
        format!("status {} seen", read.summary.status.name())
    })
}
