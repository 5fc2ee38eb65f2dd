//! Uploads: digest, size, kind, and what a request may name.

use bytes::Bytes;
use domain::{answers::Answer, field::FileKind};
use http::{Method, StatusCode, header};
use sha2::{Digest, Sha256};

use super::{
    bench::{Bench, Reply},
    ensure,
    report::{Fault, Report},
    sample,
    target::Target,
};
use crate::api::{
    headers::{CONTENT_DIGEST, IDEMPOTENCY_KEY, digest_of_sha256},
    problem::ProblemCode,
    uploads::{Upload, UploadRejection, UploadStatus},
};

const GROUP: &str = "uploads";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if !bench.capabilities.features.uploads {
        report.skip(GROUP, "files can be attached", "uploads");
        return;
    }
    report.add(GROUP, "a file is known by its content", known(bench).await);
    report.add(GROUP, "the same call keeps one file", once(bench).await);
    report.add(
        GROUP,
        "a body that is not that of its digest is refused",
        digest(bench).await,
    );
    report.add(
        GROUP,
        "other kinds than those announced are refused",
        kind(bench).await,
    );
    report.add(GROUP, "an empty file is refused", empty(bench).await);
    report.add(
        GROUP,
        "a file over the limit is refused with the limit",
        heavy(bench).await,
    );
    report.add(
        GROUP,
        "a request names only files that are here",
        absent_file(bench).await,
    );
}

async fn send<T: Target>(bench: &Bench<T>, content: Bytes, digest: &str) -> Result<Reply, Fault> {
    let key = bench.new_key();
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream"),
        (CONTENT_DIGEST, digest),
        (IDEMPOTENCY_KEY, key.as_str()),
    ];
    bench
        .call(Method::POST, "/v1/uploads", &headers, content)
        .await
}

fn digest_of(content: &[u8]) -> String {
    digest_of_sha256(&Sha256::digest(content))
}

async fn known<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    for kind in [FileKind::Pdf, FileKind::Jpeg, FileKind::Png] {
        if !bench
            .capabilities
            .limits
            .mime
            .iter()
            .any(|known| known == kind.media_type())
        {
            continue;
        }
        let content = sample::content(kind);
        let sent = sample::upload(bench, content, &bench.new_key()).await?;
        let read: Upload = bench
            .get(&format!("/v1/uploads/{}", sent.id), &[])
            .await?
            .json()?;
        ensure(read.media_type == kind.media_type(), || {
            format!("{} seen", read.media_type)
        })?;
        ensure(read.digest == digest_of(content), || {
            "another digest came back".to_owned()
        })?;
        ensure(read.bytes == content.len() as u64, || {
            "another weight came back".to_owned()
        })?;
        ensure(read.filename == "pièce.pdf", || {
            format!("named `{}`", read.filename)
        })?;
        ensure(read.status != UploadStatus::Rejected, || {
            "rejected".to_owned()
        })?;
    }
    Ok(())
}

async fn once<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (key, content) = (bench.new_key(), sample::content(FileKind::Pdf));
    let first = sample::upload(bench, content, &key).await?;
    let second = sample::upload(bench, content, &key).await?;
    ensure(first.id == second.id, || "two files seen".to_owned())
}

async fn digest<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let content = Bytes::from_static(sample::content(FileKind::Pdf));
    let reply = send(bench, content.clone(), &digest_of(b"something else")).await?;
    reply.problem(ProblemCode::Malformed)?;
    let reply = send(bench, content, "sha-256=nonsense").await?;
    reply.problem(ProblemCode::Malformed).map(drop)
}

async fn kind<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    for content in [
        &b"#!/bin/sh\necho hello\n"[..],
        b"PK\x03\x04",
        b"<html><script>",
        b"MZ\x90",
    ] {
        let reply = send(bench, Bytes::from_static(content), &digest_of(content)).await?;
        let problem = reply.problem(ProblemCode::UploadRejected)?;
        let reason = problem.more.reason;
        ensure(reason == Some(UploadRejection::Type), || {
            format!("reason {reason:?} seen")
        })?;
    }
    Ok(())
}

async fn empty<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let reply = send(bench, Bytes::new(), &digest_of(b"")).await?;
    reply.problem(ProblemCode::UploadRejected).map(drop)
}

async fn heavy<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let limit = bench.capabilities.limits.max_upload_bytes;
    let mut content = sample::content(FileKind::Pdf).to_vec();
    content.resize(usize::try_from(limit).unwrap_or(0) + 1, 0);
    let digest = digest_of(&content);
    let problem = send(bench, content.into(), &digest)
        .await?
        .problem(ProblemCode::PayloadTooLarge)?;
    ensure(problem.more.max_bytes == Some(limit), || {
        format!("max_bytes {:?} seen", problem.more.max_bytes)
    })
}

async fn absent_file<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let mut new = bench.new_request().await?;
    let mut changed = false;
    for answer in new.answers.0.values_mut() {
        if let Answer::Files(files) = answer {
            for file in files {
                file.id = bench.new_key();
                changed = true;
            }
        }
    }
    if !changed {
        return Ok(());
    }
    let reply = bench
        .post_json("/v1/requests", &bench.new_key(), &new)
        .await?;
    reply.is(StatusCode::UNPROCESSABLE_ENTITY)?;
    reply.problem(ProblemCode::ValidationFailed).map(drop)
}
