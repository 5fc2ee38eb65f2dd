//! Waiting for a time that suits: entering the list, reading where one stands, declining an offer, leaving.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::waiting::WaitingEntry;
use http::{HeaderMap, Method, StatusCode, Uri};

use super::exchange::{JSON_LIMIT, body, changed, created, json, reader, tagged};
use crate::api::{
    back_office::{BackOffice, Reader},
    idempotency,
    problem::{Answered, FieldProblem, Problem},
    waiting_list::{DeclinedOffer, NewWaitingEntry},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new()
        .route("/v1/waiting-list-entries", post(join::<B>))
        .route(
            "/v1/waiting-list-entries/{id}",
            get(read::<B>).delete(leave::<B>),
        )
        .route("/v1/waiting-list-entries/{id}/decline", post(decline::<B>))
}

/// The list is kept, and the portal asks: an access to a request opens no entry.
fn offered<B: BackOffice>(office: &B, headers: &HeaderMap) -> Answered<()> {
    if !office.capabilities().features.waiting_list {
        return Err(Problem::not_supported("waiting_list"));
    }
    match reader(headers) {
        Reader::Client => Ok(()),
        Reader::Access(_) => Err(Problem::not_found()),
    }
}

/// Enters the waiting list, once per `Idempotency-Key`. A time that suits and is free now is offered in the answer.
#[utoipa::path(post, path = "/v1/waiting-list-entries", tag = "appointments",
    params(("Idempotency-Key" = String, Header, description = "UUID")),
    request_body = NewWaitingEntry,
    responses((status = 201, body = WaitingEntry), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn join<B: BackOffice>(
    State(office): State<Arc<B>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office, &headers)?;
    let content = body(content, JSON_LIMIT).await?;
    let call = idempotency::call(&method, uri.path(), &headers, &content)?;
    let new: NewWaitingEntry = json(&headers, &content)?;
    if let Some(pointer) = new.wrong() {
        let detail = "days in order, 366 at most, the last day among them";
        let problem = FieldProblem::new(pointer, "limit", detail);
        return Err(Problem::validation(vec![problem]));
    }
    let written = office.join_waiting_list(call, new.wish).await?;
    let location = format!("/v1/waiting-list-entries/{}", written.value.id);
    Ok(created(&written, &location))
}

/// Where an entry stands, and the time that is offered to it. `POST /v1/requests` takes the time like any other hold.
#[utoipa::path(get, path = "/v1/waiting-list-entries/{id}", tag = "appointments",
    params(("id" = String, Path), ("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = WaitingEntry), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn read<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answered<Response> {
    offered(&*office, &headers)?;
    Ok(tagged(&headers, &office.waiting_entry(&id).await?))
}

/// Leaves the list; an offer goes to the next one. Again is the same.
#[utoipa::path(delete, path = "/v1/waiting-list-entries/{id}", tag = "appointments",
    params(("id" = String, Path)),
    responses((status = 204), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn leave<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answered<Response> {
    offered(&*office, &headers)?;
    office.leave_waiting_list(&id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Lets the present offer go to the next one and waits on, once per `Idempotency-Key`; `invalid_state` when it is not
/// the present one.
#[utoipa::path(post, path = "/v1/waiting-list-entries/{id}/decline", tag = "appointments",
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "UUID")),
    request_body = DeclinedOffer,
    responses((status = 200, body = WaitingEntry), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn decline<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office, &headers)?;
    let content = body(content, JSON_LIMIT).await?;
    let call = idempotency::call(&method, uri.path(), &headers, &content)?;
    let offer: DeclinedOffer = json(&headers, &content)?;
    Ok(changed(&office.decline_offer(&id, call, offer).await?))
}
