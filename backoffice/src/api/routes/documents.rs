//! Documents that the service asks for and the resident gives, more time to find them, and documents that the
//! service delivers.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::info_request::InfoRequest;
use http::{HeaderMap, Method, StatusCode, Uri, header};

use super::exchange::{act, created, reader};
use crate::api::{
    back_office::BackOffice,
    etag,
    follow_up::{ExtensionDemand, GivenDocument},
    headers::{REPR_DIGEST, attachment, digest_of_sha256},
    problem::{Answered, Problem},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new()
        .route("/v1/requests/{id}/documents", post(give::<B>))
        .route(
            "/v1/requests/{id}/documents/{document}",
            get(delivered::<B>),
        )
        .route("/v1/requests/{id}/extension", post(extend::<B>))
}

fn offered<B: BackOffice>(office: &B) -> Answered<()> {
    if office.capabilities().features.documents {
        Ok(())
    } else {
        Err(Problem::not_supported("documents"))
    }
}

/// Takes a document that the service asked for, once per `Idempotency-Key`. `ETag` is the new version of the
/// request.
#[utoipa::path(post, path = "/v1/requests/{id}/documents", tag = "requests",
    params(
        ("id" = String, Path),
        ("Idempotency-Key" = String, Header, description = "UUID"),
    ),
    request_body = GivenDocument,
    responses((status = 201, body = InfoRequest), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn give<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    let (call, given) = act(&*office, &id, (&method, &uri, &headers), content).await?;
    let written = office.receive_document(&id, call, given).await?;
    Ok(created(&written, &format!("/v1/requests/{id}")))
}

/// Notes that the resident needs more time, once for each demand of the service. `ETag` is the new version of
/// the request.
#[utoipa::path(post, path = "/v1/requests/{id}/extension", tag = "requests",
    params(
        ("id" = String, Path),
        ("Idempotency-Key" = String, Header, description = "UUID"),
    ),
    request_body = ExtensionDemand,
    responses((status = 201, body = InfoRequest), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn extend<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    let (call, demand) = act(&*office, &id, (&method, &uri, &headers), content).await?;
    let written = office.extend(&id, call, demand).await?;
    Ok(created(&written, &format!("/v1/requests/{id}")))
}

/// The content of a document that the service delivered, to save. A document never changes: its digest is its
/// version.
#[utoipa::path(get, path = "/v1/requests/{id}/documents/{document}", tag = "requests",
    params(
        ("id" = String, Path),
        ("document" = String, Path, description = "`file.id` of a delivered document"),
        ("Parvis-Access" = Option<String>, Header, description = "Token of `/v1/tracking`"),
        ("If-None-Match" = Option<String>, Header),
    ),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream", headers(
        ("Content-Disposition" = String, description = "`attachment`, with the name"),
        ("Repr-Digest" = String, description = "`sha-256=:<base64>:` (RFC 9530)"),
    )), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn delivered<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path((id, document)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answered<Response> {
    offered(&*office)?;
    let file = office.document(&id, &document, reader(&headers)).await?;
    let digest = digest_of_sha256(&file.sha256);
    let version = [(header::ETAG, etag::of_parts(&[&digest]))];
    if etag::is_known(&headers, &version[0].1) {
        return Ok((StatusCode::NOT_MODIFIED, version).into_response());
    }
    let told = [
        (header::CONTENT_TYPE, file.media_type),
        (header::CONTENT_DISPOSITION, attachment(&file.filename)),
        (REPR_DIGEST, digest),
    ];
    Ok((version, told, file.content).into_response())
}
