//! How long past requests took: the same for everybody, without anybody's data.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};
use domain::delays::Delays;
use http::HeaderMap;

use super::exchange::{public, tagged};
use crate::api::{
    back_office::{BackOffice, Tagged},
    etag,
    problem::{Answered, Problem},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new().route("/v1/procedures/{id}/delays", get(delays::<B>))
}

/// How long the requests decided in the last twelve months took.
#[utoipa::path(get, path = "/v1/procedures/{id}/delays", tag = "catalogue",
    params(("id" = String, Path), ("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = Delays), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn delays<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answered<Response> {
    if !office.capabilities().features.statistics {
        return Err(Problem::not_supported("statistics"));
    }
    let value = office.delays(&id).await?;
    let etag = etag::of_parts(&[&id, &format!("{value:?}")]);
    Ok(public(tagged(&headers, &Tagged { value, etag })))
}
