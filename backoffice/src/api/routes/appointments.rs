//! What one can come for, free times, holds, and the appointment of a request.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::{delete, get, patch, post},
};
use domain::{
    appointment::AppointmentType,
    booking::{Appointment, Hold},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};

use super::exchange::{JSON_LIMIT, act, body, changed, created, json, public, query, tagged};
use crate::api::{
    appointments::{Confirmation, Lateness, NewHold, NewTime, SlotPage, SlotParameters, SlotQuery},
    back_office::{BackOffice, Tagged},
    capabilities::Mode,
    etag, idempotency,
    page::Page,
    problem::{Answered, FieldProblem, Problem, ProblemCode},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new()
        .route("/v1/appointment-types", get(types::<B>))
        .route("/v1/slots", get(slots::<B>))
        .route("/v1/holds", post(hold::<B>))
        .route("/v1/holds/{id}", delete(release::<B>))
        .route("/v1/holds/{id}/extension", post(extend::<B>))
        .route("/v1/requests/{id}/appointment", patch(reschedule::<B>))
        .route("/v1/requests/{id}/appointment/lateness", post(late::<B>))
        .route(
            "/v1/requests/{id}/appointment/confirmation",
            post(comes::<B>),
        )
}

fn offered<B: BackOffice>(office: &B) -> Answered<()> {
    match office.capabilities().features.appointments {
        Mode::Native => Ok(()),
        Mode::Handoff | Mode::None => Err(Problem::not_supported("appointments")),
    }
}

fn holds<B: BackOffice>(office: &B) -> Answered<()> {
    if office.capabilities().features.holds {
        Ok(())
    } else {
        Err(Problem::not_supported("holds"))
    }
}

/// What one can come for, in the order in which it is shown.
#[utoipa::path(get, path = "/v1/appointment-types", tag = "appointments",
    params(("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = Page<AppointmentType>), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn types<B: BackOffice>(
    State(office): State<Arc<B>>,
    headers: HeaderMap,
    uri: Uri,
) -> Answered<Response> {
    offered(&*office)?;
    let value = Page {
        items: office.appointment_types().await?,
        next_cursor: None,
    };
    let etag = etag::of_parts(&[&office.catalogue_version(), uri.path()]);
    Ok(public(tagged(&headers, &Tagged { value, etag })))
}

/// Free times for a visit. They may be kept for 15 seconds: a hold looks again.
#[utoipa::path(get, path = "/v1/slots", tag = "appointments",
    params(
        ("purposes" = String, Query, description = "`type~people~documents`, separated by commas"),
        ("help" = Option<String>, Query, description = "What would help, separated by commas"),
        ("mode" = String, Query, description = "`onsite`, `phone`, `video` or `home`"),
        ("location" = Option<String>, Query),
        ("from" = String, Query, description = "First day"),
        ("to" = String, Query, description = "Last day, 61 days later at most"),
        ("limit" = Option<u16>, Query, description = "500 at most"),
        ("first_only" = Option<bool>, Query, description = "The earliest time of each place only"),
        ("moving" = Option<String>, Query, description = "The request whose appointment moves: its own time counts as free"),
    ),
    responses((status = 200, body = SlotPage), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn slots<B: BackOffice>(
    State(office): State<Arc<B>>,
    uri: Uri,
) -> Answered<Response> {
    offered(&*office)?;
    let asked: SlotParameters = query(&uri)?;
    let asked = SlotQuery::read(asked).map_err(|parameter| {
        Problem::new(ProblemCode::Malformed).detail(format!("`{parameter}` in the query"))
    })?;
    let page = office.slots(asked).await?;
    let mut response = axum::Json(&page).into_response();
    response.headers_mut().insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, max-age=15"),
    );
    Ok(response)
}

/// Keeps a time for some minutes, once per `Idempotency-Key`.
#[utoipa::path(post, path = "/v1/holds", tag = "appointments",
    params(("Idempotency-Key" = String, Header, description = "UUID")),
    request_body = NewHold,
    responses((status = 201, body = Hold), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn hold<B: BackOffice>(
    State(office): State<Arc<B>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    holds(&*office)?;
    let content = body(content, JSON_LIMIT).await?;
    let call = idempotency::call(&method, uri.path(), &headers, &content)?;
    let new: NewHold = json(&headers, &content)?;
    let written = office.hold(call, new).await?;
    let location = format!("/v1/holds/{}", written.value.id);
    Ok(created(&written, &location))
}

/// Gives a time back. Again is the same.
#[utoipa::path(delete, path = "/v1/holds/{id}", tag = "appointments",
    params(("id" = String, Path)),
    responses((status = 204), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn release<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
) -> Answered<Response> {
    holds(&*office)?;
    office.release_hold(&id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Keeps a time for longer: once. Again is the same.
#[utoipa::path(post, path = "/v1/holds/{id}/extension", tag = "appointments",
    params(("id" = String, Path)),
    responses((status = 200, body = Hold), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn extend<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
) -> Answered<Response> {
    holds(&*office)?;
    let hold = office.extend_hold(&id).await?;
    Ok(axum::Json(hold).into_response())
}

/// Moves the appointment of a request or changes how many it is for, once per `Idempotency-Key`: the old time is freed
/// only if the new one is got.
#[utoipa::path(patch, path = "/v1/requests/{id}/appointment", tag = "appointments",
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "UUID")),
    request_body = NewTime,
    responses((status = 200, body = Appointment), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn reschedule<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    if !office.capabilities().features.reschedule {
        return Err(Problem::not_supported("reschedule"));
    }
    let (call, time) = act::<_, NewTime>(&*office, &id, (&method, &uri, &headers), content).await?;
    // Refused rather than left out: whoever asks would believe that more people are awaited.
    if time.visit.is_some() && !office.capabilities().features.change_visit {
        return Err(Problem::not_supported("change_visit"));
    }
    Ok(changed(&office.reschedule(&id, call, time).await?))
}

/// Notes that the resident will be late, once per `Idempotency-Key`.
#[utoipa::path(post, path = "/v1/requests/{id}/appointment/lateness", tag = "appointments",
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "UUID")),
    request_body = Lateness,
    responses((status = 200, body = Appointment), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn late<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    let (call, late) =
        act::<_, Lateness>(&*office, &id, (&method, &uri, &headers), content).await?;
    if !(5..=60).contains(&late.minutes) {
        let problem = FieldProblem::new("#/minutes", "limit", "5 to 60 minutes");
        return Err(Problem::validation(vec![problem]));
    }
    Ok(changed(&office.announce_lateness(&id, call, late).await?))
}

/// Notes that the resident confirmed that they come, once per `Idempotency-Key`.
#[utoipa::path(post, path = "/v1/requests/{id}/appointment/confirmation", tag = "appointments",
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "UUID")),
    request_body = Confirmation,
    responses((status = 200, body = Appointment), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn comes<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    let (call, Confirmation {}) = act(&*office, &id, (&method, &uri, &headers), content).await?;
    Ok(changed(&office.confirm_attendance(&id, call).await?))
}
