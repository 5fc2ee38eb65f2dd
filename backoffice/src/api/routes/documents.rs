//! Documents that the service asks for and the resident gives, and more time to find them.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    response::Response,
    routing::post,
};
use domain::info_request::InfoRequest;
use http::{HeaderMap, Method, Uri};

use super::exchange::{JSON_LIMIT, admit, body, created, json};
use crate::api::{
    back_office::BackOffice,
    follow_up::{ExtensionDemand, GivenDocument},
    idempotency,
    problem::{Answered, Problem},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new()
        .route("/v1/requests/{id}/documents", post(give::<B>))
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
    let content = body(content, JSON_LIMIT).await?;
    let call = idempotency::call(&method, uri.path(), &headers, &content)?;
    admit(&*office, &id, &headers).await?;
    let given: GivenDocument = json(&headers, &content)?;
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
    let content = body(content, JSON_LIMIT).await?;
    let call = idempotency::call(&method, uri.path(), &headers, &content)?;
    admit(&*office, &id, &headers).await?;
    let demand: ExtensionDemand = json(&headers, &content)?;
    let written = office.extend(&id, call, demand).await?;
    Ok(created(&written, &format!("/v1/requests/{id}")))
}
