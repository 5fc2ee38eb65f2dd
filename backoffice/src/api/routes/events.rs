//! The ordered list of changes: the truth that webhooks only announce sooner.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    response::{IntoResponse, Response},
    routing::get,
};
use http::Uri;

use super::exchange::{PageQuery, query};
use crate::api::{
    back_office::BackOffice,
    events::EventPage,
    problem::{Answered, Problem},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new().route("/v1/events", get(events::<B>))
}

/// Changes after a cursor, oldest first, at least once, kept 30 days at least.
#[utoipa::path(get, path = "/v1/events", tag = "events",
    params(
        ("after" = Option<String>, Query, description = "`next_cursor` of the call before"),
        ("limit" = Option<u16>, Query, description = "1 to 100, 20 when absent"),
    ),
    responses((status = 200, body = EventPage), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn events<B: BackOffice>(
    State(office): State<Arc<B>>,
    uri: Uri,
) -> Answered<Response> {
    let paging = query::<PageQuery>(&uri)?.paging()?;
    Ok(Json(office.events(paging).await?).into_response())
}
