//! A resident ends their own request.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    response::Response,
    routing::post,
};
use domain::{message::LONGEST, validation::free_text};
use http::{HeaderMap, Method, Uri, header};

use super::exchange::{act, changed};
use crate::api::{
    back_office::BackOffice,
    check,
    follow_up::Withdrawal,
    problem::{Answered, FieldProblem, Problem},
    requests::Request,
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new().route("/v1/requests/{id}/withdrawal", post(withdraw::<B>))
}

/// Withdraws a request that has not ended, once per `Idempotency-Key`.
#[utoipa::path(post, path = "/v1/requests/{id}/withdrawal", tag = "requests",
    params(
        ("id" = String, Path),
        ("Idempotency-Key" = String, Header, description = "UUID"),
        ("If-Match" = Option<String>, Header, description = "The version that the resident saw"),
    ),
    request_body = Withdrawal,
    responses((status = 200, body = Request), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn withdraw<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    if !office.capabilities().features.withdrawal {
        return Err(Problem::not_supported("withdrawal"));
    }
    let (call, withdrawal) = act(&*office, &id, (&method, &uri, &headers), content).await?;
    let withdrawal = checked(withdrawal)?;
    let if_match = headers
        .get(header::IF_MATCH)
        .map(|tag| tag.to_str().unwrap_or_default().to_owned());
    Ok(changed(
        &office.withdraw(&id, call, if_match, withdrawal).await?,
    ))
}

/// The withdrawal with its reason cleaned: a blank one is none.
fn checked(mut withdrawal: Withdrawal) -> Answered<Withdrawal> {
    let reason = withdrawal.reason.take().unwrap_or_default();
    let reason = free_text(&reason, LONGEST).map_err(|fault| {
        let detail = "the reason cannot be kept";
        Problem::validation(vec![FieldProblem::new(
            "#/reason",
            check::code(fault),
            detail,
        )])
    })?;
    withdrawal.reason = (!reason.is_empty()).then_some(reason);
    Ok(withdrawal)
}
