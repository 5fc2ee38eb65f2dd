//! What people wrote that is public, and what the authority did about it.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::quality::{Improvement, PublishedOpinion};
use http::{HeaderMap, Uri};

use super::{
    exchange::{PageQuery, public, query, tagged},
    surveys::{asked_subject, offered},
};
use crate::api::{
    back_office::{BackOffice, Tagged},
    etag,
    page::Page,
    problem::{Answered, Problem},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new()
        .route("/v1/published-opinions", get(published_opinions::<B>))
        .route("/v1/improvements", get(improvements::<B>))
}

/// Texts that the authority publishes, over the last twelve months: masked, each alone, with the month and no day. The latest
/// month comes first; within a month, the order is that of identifiers, which are random.
#[utoipa::path(get, path = "/v1/published-opinions", tag = "surveys",
    params(
        ("kind" = Option<String>, Query, description = "`procedure`, `place` or `page`; everything when absent"),
        ("id" = Option<String>, Query, description = "Its identifier"),
        ("limit" = Option<u16>, Query, description = "1 to 100, 20 when absent"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
    ),
    responses((status = 200, body = Page<PublishedOpinion>), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("client" = []), ("agents" = [])))]
pub(in crate::api) async fn published_opinions<B: BackOffice>(
    State(office): State<Arc<B>>,
    uri: Uri,
) -> Answered<Response> {
    offered(&*office)?;
    let subject = asked_subject(&uri)?;
    let paging = query::<PageQuery>(&uri)?.paging()?;
    Ok(Json(&office.published_opinions(subject, paging).await?).into_response())
}

/// "You said, we did": what changed because of what people said, the latest first. The collection has an ETag.
#[utoipa::path(get, path = "/v1/improvements", tag = "surveys",
    params(
        ("kind" = Option<String>, Query, description = "`procedure` or `place`; everything when absent"),
        ("id" = Option<String>, Query, description = "Its identifier"),
        ("If-None-Match" = Option<String>, Header),
    ),
    responses((status = 200, body = Page<Improvement>), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("client" = []), ("agents" = [])))]
pub(in crate::api) async fn improvements<B: BackOffice>(
    State(office): State<Arc<B>>,
    headers: HeaderMap,
    uri: Uri,
) -> Answered<Response> {
    offered(&*office)?;
    let subject = asked_subject(&uri)?;
    let value = Page {
        items: office.improvements(subject).await?,
        next_cursor: None,
    };
    // Not that of the catalogue: an improvement appears on its day.
    let query = uri.query().unwrap_or_default();
    let etag = etag::of_parts(&[uri.path(), query, &format!("{value:?}")]);
    Ok(public(tagged(&headers, &Tagged { value, etag })))
}
