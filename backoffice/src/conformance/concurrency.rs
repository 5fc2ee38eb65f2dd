//! Concurrency: versions of resources, and changes that name the version they change.

use domain::field::FileKind;
use http::{Method, StatusCode, header};

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    sample,
    target::Target,
};
use crate::api::problem::ProblemCode;

const GROUP: &str = "concurrency";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    report.add(
        GROUP,
        "what a client holds is not sent again",
        not_modified(bench).await,
    );
    let name = "a change names the version it changes";
    if bench.capabilities.features.uploads {
        report.add(GROUP, name, named_version(bench).await);
    } else {
        report.skip(GROUP, name, "uploads");
    }
}

async fn not_modified<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (_, recorded) = bench.recorded().await?;
    let paths = [
        "/v1/procedures".to_owned(),
        format!("/v1/procedures/{}", bench.procedure.id),
        "/v1/locations".to_owned(),
        format!("/v1/requests/{}", recorded.summary.id),
    ];
    for path in paths {
        let reply = bench.get(&path, &[]).await?;
        reply.is(StatusCode::OK)?;
        let etag = reply.header(header::ETAG).to_owned();
        ensure(etag.starts_with('"'), || {
            format!("no strong ETag at {path}: `{etag}`")
        })?;
        let reply = bench.get(&path, &[(header::IF_NONE_MATCH, &etag)]).await?;
        reply.is(StatusCode::NOT_MODIFIED)?;
        ensure(reply.body.is_empty(), || {
            format!("304 with a body at {path}")
        })?;
        let other = bench
            .get(&path, &[(header::IF_NONE_MATCH, "\"another\"")])
            .await?;
        other.is(StatusCode::OK)?;
    }
    Ok(())
}

async fn named_version<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let upload = sample::upload(bench, sample::content(FileKind::Png), &bench.new_key()).await?;
    let path = format!("/v1/uploads/{}", upload.id);
    let etag = bench.get(&path, &[]).await?.header(header::ETAG).to_owned();
    let delete = |if_match: Option<String>| {
        let path = path.clone();
        async move {
            let headers = if_match.as_deref().map(|tag| (header::IF_MATCH, tag));
            bench
                .call(
                    Method::DELETE,
                    &path,
                    headers.as_slice(),
                    Default::default(),
                )
                .await
        }
    };
    delete(None)
        .await?
        .problem(ProblemCode::PreconditionRequired)?;
    let stale = delete(Some("\"another\"".to_owned()))
        .await?
        .problem(ProblemCode::StaleVersion)?;
    ensure(stale.more.etag.as_ref() == Some(&etag), || {
        "412 without the present ETag".to_owned()
    })?;
    delete(Some(etag)).await?.is(StatusCode::NO_CONTENT)?;
    bench
        .get(&path, &[])
        .await?
        .problem(ProblemCode::NotFound)
        .map(drop)
}
