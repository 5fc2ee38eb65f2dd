//! Capabilities, procedures, forms and places: the same for everybody, with their versions.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::{place::Place, procedure::Procedure};
use http::{HeaderMap, Uri};
use jiff::Timestamp;

use super::exchange::{PageQuery, public, query, tagged, version_of};
use crate::api::{
    back_office::{BackOffice, ProcedureFilter, Tagged},
    capabilities::Capabilities,
    etag,
    forms::Form,
    page::Page,
    problem::{Answered, Problem},
    schema,
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new()
        .route("/v1/capabilities", get(capabilities::<B>))
        .route("/v1/procedures", get(procedures::<B>))
        .route("/v1/procedures/{id}", get(procedure::<B>))
        .route("/v1/procedures/{id}/form", get(form::<B>))
        .route("/v1/locations", get(locations::<B>))
}

/// What this back office offers.
#[utoipa::path(get, path = "/v1/capabilities", tag = "catalogue",
    responses((status = 200, body = Capabilities), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("client" = []), ("agents" = [])))]
pub(in crate::api) async fn capabilities<B: BackOffice>(State(office): State<Arc<B>>) -> Response {
    public(Json(office.capabilities()).into_response())
}

#[derive(Debug, Default, serde::Deserialize)]
struct Filter {
    q: Option<String>,
    theme: Option<String>,
    updated_since: Option<Timestamp>,
}

/// Procedures, complete: a portal needs no second call for each. The collection has an ETag.
#[utoipa::path(get, path = "/v1/procedures", tag = "catalogue",
    params(
        ("q" = Option<String>, Query, description = "Words, in any language"),
        ("theme" = Option<String>, Query, description = "Identifier of a theme"),
        ("updated_since" = Option<String>, Query, description = "RFC 3339"),
        ("limit" = Option<u16>, Query, description = "1 to 100, 20 when absent"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
        ("If-None-Match" = Option<String>, Header),
    ),
    responses((status = 200, body = Page<Procedure>), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("client" = []), ("agents" = [])))]
pub(in crate::api) async fn procedures<B: BackOffice>(
    State(office): State<Arc<B>>,
    headers: HeaderMap,
    uri: Uri,
) -> Answered<Response> {
    let filter: Filter = query(&uri)?;
    let paging = query::<PageQuery>(&uri)?.paging()?;
    let filter = ProcedureFilter {
        words: filter.q.filter(|words| !words.trim().is_empty()),
        theme: filter.theme,
        updated_since: filter.updated_since,
    };
    let etag = version_of(&*office, &uri);
    if etag::is_known(&headers, &etag) {
        return Ok(public(tagged(&headers, &Tagged { value: (), etag })));
    }
    let value = office.procedures(filter, paging).await?;
    Ok(public(tagged(&headers, &Tagged { value, etag })))
}

/// One procedure.
#[utoipa::path(get, path = "/v1/procedures/{id}", tag = "catalogue",
    params(("id" = String, Path), ("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = Procedure), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("client" = []), ("agents" = [])))]
pub(in crate::api) async fn procedure<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Answered<Response> {
    let value = office.procedure(&id).await?;
    let etag = version_of(&*office, &uri);
    Ok(public(tagged(&headers, &Tagged { value, etag })))
}

/// The form of a procedure; its ETag is its version.
#[utoipa::path(get, path = "/v1/procedures/{id}/form", tag = "catalogue",
    params(("id" = String, Path), ("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = Form), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("client" = []), ("agents" = [])))]
pub(in crate::api) async fn form<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answered<Response> {
    let value = schema::form(&office.procedure(&id).await?);
    let etag = etag::quoted(&value.form_version);
    Ok(public(tagged(&headers, &Tagged { value, etag })))
}

/// Places where people are received.
#[utoipa::path(get, path = "/v1/locations", tag = "catalogue",
    params(("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = Page<Place>), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("client" = []), ("agents" = [])))]
pub(in crate::api) async fn locations<B: BackOffice>(
    State(office): State<Arc<B>>,
    headers: HeaderMap,
    uri: Uri,
) -> Answered<Response> {
    let value = Page {
        items: office.places().await?,
        next_cursor: None,
    };
    let etag = version_of(&*office, &uri);
    Ok(public(tagged(&headers, &Tagged { value, etag })))
}
