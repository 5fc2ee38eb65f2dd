//! Finding a request again with its code and one proof. Code and proof travel in the body: addresses
//! end up in logs.

use std::sync::Arc;

use axum::{
    Json, Router,
    body::Body,
    extract::State,
    response::{IntoResponse, Response},
    routing::post,
};
use http::HeaderMap;

use super::exchange::{JSON_LIMIT, body, json};
use crate::api::{
    back_office::BackOffice,
    problem::{Answered, Problem},
    tracking::{TrackingGrant, TrackingQuery},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new().route("/v1/tracking", post(track::<B>))
}

/// Exchanges a code and a proof for a token that reads one request, 30 minutes at most. An unknown
/// code and a wrong proof give the same 404.
#[utoipa::path(post, path = "/v1/tracking", tag = "tracking", request_body = TrackingQuery,
    responses((status = 200, body = TrackingGrant), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn track<B: BackOffice>(
    State(office): State<Arc<B>>,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    let content = body(content, JSON_LIMIT).await?;
    let query: TrackingQuery = json(&headers, &content)?;
    Ok(Json(office.track(query).await?).into_response())
}
