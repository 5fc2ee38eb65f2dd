//! Idempotency: a call that is sent again has its effect once.

use http::{Method, StatusCode, header};

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    headers::IDEMPOTENCY_REPLAYED,
    page::Page,
    problem::ProblemCode,
    requests::{Request, RequestSummary},
};

const GROUP: &str = "idempotency";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    report.add(
        GROUP,
        "the same call gives the same answer, said to be repeated",
        again(bench).await,
    );
    report.add(
        GROUP,
        "the same key with another body is refused",
        other_body(bench).await,
    );
    report.add(
        GROUP,
        "two calls at once make one request",
        at_once(bench).await,
    );
    report.add(
        GROUP,
        "a call without key is refused",
        without_key(bench).await,
    );
    report.add(
        GROUP,
        "a request is found by the key of its call",
        found_by_key(bench).await,
    );
    report.add(
        GROUP,
        "a refused call leaves its key free",
        refused(bench).await,
    );
}

async fn again<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, key) = (bench.new_request().await?, bench.new_key());
    let first = bench.post_json("/v1/requests", &key, &new).await?;
    let second = bench.post_json("/v1/requests", &key, &new).await?;
    first.is(StatusCode::CREATED)?;
    second.is(StatusCode::CREATED)?;
    ensure(first.body == second.body, || "two bodies seen".to_owned())?;
    ensure(
        first.header(header::LOCATION) == second.header(header::LOCATION),
        || "two locations seen".to_owned(),
    )?;
    ensure(!first.header(header::ETAG).is_empty(), || {
        "no ETag seen".to_owned()
    })?;
    ensure(second.header(IDEMPOTENCY_REPLAYED) == "true", || {
        "the second answer does not say that it is repeated".to_owned()
    })
}

async fn other_body<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let key = bench.new_key();
    let first = bench.new_request().await?;
    bench
        .post_json("/v1/requests", &key, &first)
        .await?
        .is(StatusCode::CREATED)?;
    let other = bench.new_request().await?;
    let reply = bench.post_json("/v1/requests", &key, &other).await?;
    reply.problem(ProblemCode::IdempotencyKeyReused).map(drop)
}

async fn at_once<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, key) = (bench.new_request().await?, bench.new_key());
    let call = || bench.post_json("/v1/requests", &key, &new);
    let (a, b, c, d) = futures::join!(call(), call(), call(), call());
    let mut ids = Vec::new();
    for reply in [a?, b?, c?, d?] {
        if reply.status == StatusCode::CREATED {
            ids.push(reply.json::<Request>()?.summary.id);
        } else {
            reply.problem(ProblemCode::RequestInProgress)?;
        }
    }
    ids.dedup();
    ensure(ids.len() == 1, || format!("{} requests seen", ids.len()))
}

async fn without_key<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let body = serde_json::to_vec(&bench.new_request().await?)
        .map_err(|error| Fault(error.to_string()))?;
    let kind = [(header::CONTENT_TYPE, "application/json")];
    let reply = bench
        .call(Method::POST, "/v1/requests", &kind, body.into())
        .await?;
    reply.problem(ProblemCode::IdempotencyKeyRequired).map(drop)
}

async fn found_by_key<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, key) = (bench.new_request().await?, bench.new_key());
    let path = format!("/v1/requests?idempotency_key={key}");
    let before: Page<RequestSummary> = bench.get(&path, &[]).await?.json()?;
    ensure(before.items.is_empty(), || {
        "found before it was sent".to_owned()
    })?;
    let sent: Request = bench.post_json("/v1/requests", &key, &new).await?.json()?;
    let after: Page<RequestSummary> = bench.get(&path, &[]).await?.json()?;
    let ids: Vec<_> = after
        .items
        .iter()
        .map(|request| request.id.as_str())
        .collect();
    ensure(ids == [sent.summary.id.as_str()], || {
        format!("{} requests seen", ids.len())
    })
}

async fn refused<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let key = bench.new_key();
    let wrong = bench.request_with(Default::default());
    bench
        .post_json("/v1/requests", &key, &wrong)
        .await?
        .problem(ProblemCode::ValidationFailed)?;
    let right = bench.new_request().await?;
    bench
        .post_json("/v1/requests", &key, &right)
        .await?
        .is(StatusCode::CREATED)
}
