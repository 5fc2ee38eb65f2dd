//! Form: its version, its schema, and what it refuses.

use domain::{answers::Answer, answers::Answers};
use http::{StatusCode, header};

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{forms::Form, problem::ProblemCode, requests::Request};

const GROUP: &str = "form";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    report.add(
        GROUP,
        "its ETag is its version, and 304 follows",
        version(bench).await,
    );
    report.add(
        GROUP,
        "its schema is JSON Schema 2020-12 and closed",
        schema(bench).await,
    );
    report.add(
        GROUP,
        "a version that never was is refused",
        outdated(bench).await,
    );
    report.add(
        GROUP,
        "every right answer comes back as it was sent",
        round_trip(bench).await,
    );
    report.add(
        GROUP,
        "answers that nobody asked for are refused",
        unexpected(bench).await,
    );
    report.add(
        GROUP,
        "missing answers are refused with pointers",
        missing(bench).await,
    );
    report.add(
        GROUP,
        "a procedure that does not exist is refused",
        unknown(bench).await,
    );
}

async fn version<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let path = format!("/v1/procedures/{}/form", bench.procedure.id);
    let reply = bench.get(&path, &[]).await?;
    reply.is(StatusCode::OK)?;
    let form: Form = reply.json()?;
    let etag = reply.header(header::ETAG).to_owned();
    ensure(etag == format!("\"{}\"", form.form_version), || {
        format!("ETag {etag} seen")
    })?;
    ensure(form.form_version == bench.procedure.form_version, || {
        "form and procedure name two versions".to_owned()
    })?;
    bench
        .get(&path, &[(header::IF_NONE_MATCH, &etag)])
        .await?
        .is(StatusCode::NOT_MODIFIED)
}

async fn schema<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let form: Form = bench
        .get(&format!("/v1/procedures/{}/form", bench.procedure.id), &[])
        .await?
        .json()?;
    let dialect = form
        .schema
        .get("$schema")
        .and_then(serde_json::Value::as_str);
    ensure(
        dialect == Some("https://json-schema.org/draft/2020-12/schema"),
        || format!("$schema {dialect:?} seen"),
    )?;
    ensure(
        form.schema.get("type").is_some_and(|kind| kind == "object"),
        || "the schema of answers is not that of an object".to_owned(),
    )
}

async fn outdated<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let mut new = bench.new_request().await?;
    new.form_version = "a version that never was".to_owned();
    let reply = bench
        .post_json("/v1/requests", &bench.new_key(), &new)
        .await?;
    let problem = reply.problem(ProblemCode::FormVersionOutdated)?;
    let current = problem.more.current_form_version;
    ensure(
        current.as_deref() == Some(&bench.procedure.form_version),
        || format!("current_form_version {current:?} seen"),
    )
}

async fn round_trip<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, recorded) = bench.recorded().await?;
    let reply = bench
        .get(&format!("/v1/requests/{}", recorded.summary.id), &[])
        .await?;
    reply.is(StatusCode::OK)?;
    let read: Request = reply.json()?;
    for (key, answer) in &new.answers.0 {
        ensure(read.answers.get(key) == Some(answer), || {
            format!("`{key}` came back changed")
        })?;
    }
    ensure(read.answers == new.answers, || {
        "an answer appeared that was not sent".to_owned()
    })?;
    ensure(
        read.summary.locale == new.locale && read.summary.channel == new.channel,
        || "language or channel came back changed".to_owned(),
    )?;
    ensure(read.summary.submitted_at == new.submitted_at, || {
        format!(
            "submitted_at {} seen, {} sent",
            read.summary.submitted_at, new.submitted_at
        )
    })
}

async fn unexpected<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let mut new = bench.new_request().await?;
    new.answers
        .0
        .insert("nobody_asked".to_owned(), Answer::Text("hello".to_owned()));
    let reply = bench
        .post_json("/v1/requests", &bench.new_key(), &new)
        .await?;
    let problem = reply.problem(ProblemCode::ValidationFailed)?;
    let pointers: Vec<_> = problem
        .errors
        .iter()
        .map(|error| error.pointer.as_str())
        .collect();
    ensure(pointers == ["#/answers/nobody_asked"], || {
        format!("pointers {pointers:?} seen")
    })
}

async fn missing<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let new = bench.request_with(Answers::default());
    let reply = bench
        .post_json("/v1/requests", &bench.new_key(), &new)
        .await?;
    let problem = reply.problem(ProblemCode::ValidationFailed)?;
    ensure(
        problem
            .errors
            .iter()
            .any(|error| error.pointer.starts_with("#/answers/")),
        || "no pointer into the answers".to_owned(),
    )
}

async fn unknown<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let mut new = bench.new_request().await?;
    new.procedure_id = "no-such-procedure".to_owned();
    let reply = bench
        .post_json("/v1/requests", &bench.new_key(), &new)
        .await?;
    reply.problem(ProblemCode::ValidationFailed)?;
    let reply = bench.get("/v1/procedures/no-such-procedure", &[]).await?;
    reply.problem(ProblemCode::NotFound).map(drop)
}
