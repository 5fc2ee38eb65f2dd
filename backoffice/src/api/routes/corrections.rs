//! A resident corrects the answers of a request that is not decided.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    response::Response,
    routing::post,
};
use domain::correction::Correction;
use http::{HeaderMap, Method, Uri};

use super::exchange::{act, created};
use crate::api::{
    back_office::{BackOffice, Reader},
    check::{check_answers, day_in_france},
    follow_up::NewCorrection,
    problem::{Answered, FieldProblem, Problem},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new().route("/v1/requests/{id}/corrections", post(correct::<B>))
}

/// Takes corrected answers, once per `Idempotency-Key`. All answers are sent, as they are from now on; the `id`
/// of a file that stays is the one that was read. `ETag` is the new version of the request.
#[utoipa::path(post, path = "/v1/requests/{id}/corrections", tag = "requests",
    params(
        ("id" = String, Path),
        ("Idempotency-Key" = String, Header, description = "UUID"),
    ),
    request_body = NewCorrection,
    responses((status = 201, body = Correction), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn correct<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    if !office.capabilities().features.corrections {
        return Err(Problem::not_supported("corrections"));
    }
    let (call, new) = act(&*office, &id, (&method, &uri, &headers), content).await?;
    let new = checked(&*office, &id, new).await?;
    let written = office.correct(&id, call, new).await?;
    Ok(created(&written, &format!("/v1/requests/{id}")))
}

/// The correction with its answers normalised, or what is wrong with it.
async fn checked<B: BackOffice>(
    office: &B,
    id: &str,
    mut new: NewCorrection,
) -> Answered<NewCorrection> {
    let request = office.request(id, Reader::Client).await?.value.summary;
    if request.form_version != new.form_version {
        let detail = "the answers of a request keep to its own form";
        let wrong = FieldProblem::new("#/form_version", "other_form", detail);
        return Err(Problem::validation(vec![wrong]));
    }
    let procedure = office.procedure_of_request(id).await?;
    // A date that was to come when the request was sent may have passed since; it is still right. A date that
    // is new is judged by today.
    let judged = |at| check_answers(&procedure, &new.answers, day_in_france(at));
    new.answers = judged(request.submitted_at).or_else(|_| judged(new.corrected_at))?;
    Ok(new)
}
