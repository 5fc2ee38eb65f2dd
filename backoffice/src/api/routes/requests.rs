//! Requests: recorded once, read by the portal or by a resident who proved who they are.

use std::sync::Arc;

use axum::{
    Json, Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{request::TimelineEntry, tracking_code::TrackingCode};
use http::{HeaderMap, Method, Uri};
use jiff::Timestamp;

use super::exchange::{JSON_LIMIT, PageQuery, body, created, json, query, reader, tagged};
use crate::api::{
    back_office::{BackOffice, Reader, RequestFilter},
    check::{check_answers, day_in_france},
    idempotency,
    page::Page,
    problem::{Answered, FieldProblem, Problem, ProblemCode},
    requests::{NewRequest, Request, RequestSummary},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new()
        .route("/v1/requests", post(create::<B>).get(list::<B>))
        .route(
            "/v1/requests/{id}",
            get(read::<B>).fallback(super::absent::drafts),
        )
        .route("/v1/requests/{id}/timeline", get(timeline::<B>))
}

/// Records a request, once per `Idempotency-Key`.
#[utoipa::path(post, path = "/v1/requests", tag = "requests",
    params(("Idempotency-Key" = String, Header, description = "UUID")),
    request_body = NewRequest,
    responses((status = 201, body = Request), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn create<B: BackOffice>(
    State(office): State<Arc<B>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    let content = body(content, JSON_LIMIT).await?;
    let call = idempotency::call(&method, uri.path(), &headers, &content)?;
    let new = checked(&*office, json(&headers, &content)?).await?;
    let written = office.create_request(call, new).await?;
    Ok(created(
        &written,
        &format!("/v1/requests/{}", written.value.summary.id),
    ))
}

/// The request with its answers normalised, or what is wrong with it.
async fn checked<B: BackOffice>(office: &B, mut new: NewRequest) -> Answered<NewRequest> {
    if !new.submit && !office.capabilities().features.drafts {
        return Err(Problem::not_supported("drafts"));
    }
    let code = TrackingCode::parse(&new.tracking_code).map_err(|error| {
        let detail = error.to_string();
        Problem::validation(vec![FieldProblem::new(
            "#/tracking_code",
            "tracking_code",
            &detail,
        )])
    })?;
    new.tracking_code = code.compact().to_string();
    let found = office
        .procedure_for_form(&new.procedure_id, &new.form_version)
        .await;
    let procedure = found.map_err(|problem| match problem.code {
        ProblemCode::NotFound => Problem::validation(vec![FieldProblem::new(
            "#/procedure_id",
            "unknown",
            "no such procedure",
        )]),
        _ => problem,
    })?;
    new.answers = check_answers(&procedure, &new.answers, day_in_france(new.submitted_at))?;
    Ok(new)
}

#[derive(Debug, Default, serde::Deserialize)]
struct Filter {
    idempotency_key: Option<String>,
    updated_since: Option<Timestamp>,
}

/// Requests for reconciliation, last changed first, without answers. `idempotency_key` finds the one
/// request that a doubtful call made.
#[utoipa::path(get, path = "/v1/requests", tag = "requests",
    params(
        ("idempotency_key" = Option<String>, Query, description = "UUID of the call that created it"),
        ("updated_since" = Option<String>, Query, description = "RFC 3339"),
        ("limit" = Option<u16>, Query, description = "1 to 100, 20 when absent"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
    ),
    responses((status = 200, body = Page<RequestSummary>), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn list<B: BackOffice>(
    State(office): State<Arc<B>>,
    headers: HeaderMap,
    uri: Uri,
) -> Answered<Response> {
    if let Reader::Access(_) = reader(&headers) {
        return Err(Problem::not_found());
    }
    let filter: Filter = query(&uri)?;
    let paging = query::<PageQuery>(&uri)?.paging()?;
    let idempotency_key = filter.idempotency_key.map(|key| key.to_ascii_lowercase());
    let filter = RequestFilter {
        idempotency_key,
        updated_since: filter.updated_since,
    };
    Ok(Json(office.requests(filter, paging).await?).into_response())
}

/// One request. With `Parvis-Access`, only the request that the token opens.
#[utoipa::path(get, path = "/v1/requests/{id}", tag = "requests",
    params(
        ("id" = String, Path),
        ("Parvis-Access" = Option<String>, Header, description = "Token of `/v1/tracking`"),
        ("If-None-Match" = Option<String>, Header),
    ),
    responses((status = 200, body = Request), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn read<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answered<Response> {
    Ok(tagged(
        &headers,
        &office.request(&id, reader(&headers)).await?,
    ))
}

/// What happened to a request, oldest first: public entries only.
#[utoipa::path(get, path = "/v1/requests/{id}/timeline", tag = "requests",
    params(
        ("id" = String, Path),
        ("Parvis-Access" = Option<String>, Header, description = "Token of `/v1/tracking`"),
        ("limit" = Option<u16>, Query, description = "1 to 100, 20 when absent"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
    ),
    responses((status = 200, body = Page<TimelineEntry>), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn timeline<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Answered<Response> {
    let paging = query::<PageQuery>(&uri)?.paging()?;
    Ok(Json(office.timeline(&id, reader(&headers), paging).await?).into_response())
}
