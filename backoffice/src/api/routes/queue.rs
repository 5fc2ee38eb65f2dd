//! At the place: saying that one is there, reading when one is called, how many wait.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::queue::{PlaceNow, Queued};
use http::{HeaderMap, Method, Uri};

use super::exchange::{act, changed, reader};
use crate::api::{
    back_office::BackOffice,
    problem::{Answered, Problem},
    queue::Arrival,
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new()
        .route("/v1/requests/{id}/appointment/arrival", post(arrive::<B>))
        .route("/v1/requests/{id}/queue", get(queue::<B>))
        .route("/v1/locations/{id}/waiting", get(waiting::<B>))
}

fn offered<B: BackOffice>(office: &B) -> Answered<()> {
    if office.capabilities().features.queue {
        Ok(())
    } else {
        Err(Problem::not_supported("queue"))
    }
}

/// Says that the resident is there, once per `Idempotency-Key`: from an hour before the appointment
/// (`too_early_to_arrive` until then) to its end (`too_late_to_change` afterwards), on its day. Said again, it is the
/// same ticket. `invalid_state` for an appointment that does not stand, or not at a place.
#[utoipa::path(post, path = "/v1/requests/{id}/appointment/arrival", tag = "queue",
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "UUID")),
    request_body = Arrival,
    responses((status = 200, body = Queued), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn arrive<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    let (call, Arrival {}) = act(&*office, &id, (&method, &uri, &headers), content).await?;
    Ok(changed(&office.arrive(&id, call).await?))
}

/// Where someone stands who said that they are there; `not_found` before that.
#[utoipa::path(get, path = "/v1/requests/{id}/queue", tag = "queue",
    params(("id" = String, Path)),
    responses((status = 200, body = Queued), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn queue<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answered<Response> {
    offered(&*office)?;
    let queued = office.queue_of(&id, reader(&headers)).await?;
    Ok(axum::Json(&queued).into_response())
}

/// Whether a place receives people now, how many wait there and for how long, its hours of today and the days after.
#[utoipa::path(get, path = "/v1/locations/{id}/waiting", tag = "queue",
    params(("id" = String, Path)),
    responses((status = 200, body = PlaceNow), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn waiting<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
) -> Answered<Response> {
    offered(&*office)?;
    Ok(axum::Json(&office.waiting_at(&id).await?).into_response())
}
