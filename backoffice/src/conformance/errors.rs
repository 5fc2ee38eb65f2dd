//! Errors: each is problem+json with its code and the call's name; what is unknown is left alone.

use http::{Method, StatusCode, header};
use serde_json::{Value, json};

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    headers::{IDEMPOTENCY_KEY, REQUEST_ID, TRACEPARENT},
    problem::ProblemCode,
    requests::{Channel, Request},
};

const GROUP: &str = "errors";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    report.add(
        GROUP,
        "a client without the right token is not recognised",
        token(bench).await,
    );
    report.add(
        GROUP,
        "what does not exist is not found",
        not_found(bench).await,
    );
    report.add(
        GROUP,
        "a body that is not JSON is malformed",
        malformed(bench).await,
    );
    report.add(
        GROUP,
        "a body of another type is refused as such",
        other_type(bench).await,
    );
    report.add(
        GROUP,
        "the name of a call comes back",
        call_name(bench).await,
    );
    report.add(
        GROUP,
        "unknown members and values are let through",
        unknown(bench).await,
    );
    report.add(
        GROUP,
        "personal answers are never cached",
        no_store(bench).await,
    );
}

async fn token<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    for token in ["", "wrong", "wrong token with spaces"] {
        for path in ["/v1/capabilities", "/v1/requests", "/v1/nothing"] {
            let reply = bench.as_someone_else(token, path).await?;
            reply.problem(ProblemCode::ClientAuthenticationFailed)?;
        }
    }
    Ok(())
}

async fn not_found<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let id = bench.new_key();
    for path in [
        format!("/v1/requests/{id}"),
        format!("/v1/requests/{id}/timeline"),
        "/v1/requests/not-an-identifier".to_owned(),
        format!("/v1/uploads/{id}"),
        "/v1/nothing".to_owned(),
    ] {
        bench
            .get(&path, &[])
            .await?
            .problem(ProblemCode::NotFound)?;
    }
    Ok(())
}

async fn malformed<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let key = bench.new_key();
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (IDEMPOTENCY_KEY, key.as_str()),
    ];
    for body in [&b"{"[..], b"[]", b"{\"procedure_id\": 3}", b"\xff\xfe"] {
        let reply = bench
            .call(Method::POST, "/v1/requests", &headers, body.into())
            .await?;
        reply.problem(ProblemCode::Malformed)?;
    }
    Ok(())
}

async fn other_type<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let key = bench.new_key();
    let headers = [
        (header::CONTENT_TYPE, "text/plain"),
        (IDEMPOTENCY_KEY, key.as_str()),
    ];
    let reply = bench
        .call(Method::POST, "/v1/requests", &headers, "{}".into())
        .await?;
    reply.problem(ProblemCode::UnsupportedMediaType).map(drop)
}

async fn call_name<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    let headers = [(REQUEST_ID, "call-0123456789"), (TRACEPARENT, trace)];
    let reply = bench.get("/v1/nothing", &headers).await?;
    let problem = reply.problem(ProblemCode::NotFound)?;
    ensure(problem.request_id == "call-0123456789", || {
        format!("{} seen", problem.request_id)
    })?;
    ensure(
        reply.header(REQUEST_ID) == "call-0123456789" && reply.header(TRACEPARENT) == trace,
        || "Request-Id or traceparent did not come back".to_owned(),
    )
}

async fn unknown<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let new = bench.new_request().await?;
    let mut body = serde_json::to_value(&new).map_err(|error| Fault(error.to_string()))?;
    if let Value::Object(members) = &mut body {
        members.insert(
            "a_member_of_a_later_version".to_owned(),
            json!({ "any": "thing" }),
        );
        members.insert("channel".to_owned(), json!("carrier_pigeon"));
    }
    let reply = bench
        .post_json("/v1/requests", &bench.new_key(), &body)
        .await?;
    reply.is(StatusCode::CREATED)?;
    let channel = reply.json::<Request>()?.summary.channel;
    ensure(channel == Channel::Other, || {
        format!("channel {channel:?} seen")
    })
}

async fn no_store<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (_, recorded) = bench.recorded().await?;
    let reply = bench
        .get(&format!("/v1/requests/{}", recorded.summary.id), &[])
        .await?;
    let caching = reply.header(header::CACHE_CONTROL).to_owned();
    ensure(caching.contains("no-store"), || {
        format!("Cache-Control `{caching}` seen")
    })
}
