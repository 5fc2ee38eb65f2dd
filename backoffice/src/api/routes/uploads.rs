//! Files: raw bodies whose digest is checked on arrival.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use http::{HeaderMap, Method, StatusCode, Uri, header};
use sha2::{Digest, Sha256};

use super::exchange::{body, created, tagged};
use crate::api::{
    back_office::{BackOffice, IncomingFile},
    etag,
    headers::{CONTENT_DIGEST, filename, sha256_of_digest},
    idempotency,
    problem::{Answered, Problem, ProblemCode},
    uploads::{Upload, UploadRejection},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new()
        .route("/v1/uploads", post(receive::<B>))
        .route("/v1/uploads/{id}", get(read::<B>).delete(delete::<B>))
}

/// Keeps a file until a request names it, 24 hours at most.
#[utoipa::path(post, path = "/v1/uploads", tag = "uploads",
    params(
        ("Idempotency-Key" = String, Header, description = "UUID"),
        ("Content-Digest" = String, Header, description = "`sha-256=:<base64>:` (RFC 9530)"),
        ("Content-Disposition" = Option<String>, Header, description = "Carries the file's name"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = Upload), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn receive<B: BackOffice>(
    State(office): State<Arc<B>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let limit = office.capabilities().limits.max_upload_bytes;
    if text(header::CONTENT_LENGTH).and_then(|value| value.parse().ok()) > Some(limit) {
        return Err(Problem::too_large(limit));
    }
    let content = body(content, usize::try_from(limit).unwrap_or(usize::MAX)).await?;
    let call = idempotency::call(&method, uri.path(), &headers, &content)?;
    let sha256: [u8; 32] = Sha256::digest(&content).into();
    match text(CONTENT_DIGEST).map(sha256_of_digest) {
        Some(Some(announced)) if announced == sha256 => {}
        Some(Some(_)) => return Err(malformed("Content-Digest is not that of the body")),
        Some(None) | None => return Err(malformed("Content-Digest with sha-256 is required")),
    }
    if content.is_empty() {
        return Err(Problem::upload_rejected(UploadRejection::Size));
    }
    let file = IncomingFile {
        filename: filename(text(header::CONTENT_DISPOSITION).unwrap_or_default()),
        announced: text(header::CONTENT_TYPE).unwrap_or_default().to_owned(),
        sha256,
        content,
    };
    let written = office.receive_upload(call, file).await?;
    Ok(created(
        &written,
        &format!("/v1/uploads/{}", written.value.id),
    ))
}

/// What is known of a file; never its content.
#[utoipa::path(get, path = "/v1/uploads/{id}", tag = "uploads",
    params(("id" = String, Path), ("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = Upload), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn read<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answered<Response> {
    Ok(tagged(&headers, &office.upload(&id).await?))
}

/// Deletes a file that no request names.
#[utoipa::path(delete, path = "/v1/uploads/{id}", tag = "uploads",
    params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 204), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn delete<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answered<Response> {
    let if_match = etag::required(&headers)?;
    office.delete_upload(&id, &if_match).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn malformed(detail: &str) -> Box<Problem> {
    Problem::new(ProblemCode::Malformed).detail(detail)
}
