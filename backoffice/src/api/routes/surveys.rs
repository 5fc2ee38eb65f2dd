//! How did it go: what is asked, what was answered, what is published of it.

use std::sync::Arc;

use axum::{
    Json, Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::{get, put},
};
use domain::{
    quality::Figures,
    survey::{Questionnaire, Subject},
};
use http::{HeaderMap, StatusCode, Uri};
use uuid::Uuid;

use super::exchange::{JSON_LIMIT, body, json, public, query, tagged, version_of};
use crate::api::{
    back_office::{BackOffice, Novelty, Tagged},
    capabilities::Surveys,
    check::check_steps,
    page::Page,
    problem::{Answered, FieldProblem, Problem, ProblemCode},
    surveys::{NewSurveyResponse, SurveyResponse},
};

/// What everybody may read.
pub(in crate::api) fn public_routes<B: BackOffice>() -> Router<Arc<B>> {
    let version = "/v1/questionnaires/{id}/versions/{version}";
    Router::new()
        .route("/v1/questionnaires", get(questionnaires::<B>))
        .route(version, get(questionnaire::<B>))
        .route("/v1/figures", get(figures::<B>))
}

/// What the portal alone may send.
pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new().route("/v1/survey-responses/{id}", put(answer::<B>))
}

pub(super) fn offered<B: BackOffice>(office: &B) -> Answered<()> {
    if office.capabilities().features.surveys == Surveys::Native {
        Ok(())
    } else {
        Err(Problem::not_supported("surveys"))
    }
}

/// What is asked, and when: at most one questionnaire for each moment. The collection has an ETag.
#[utoipa::path(get, path = "/v1/questionnaires", tag = "surveys",
    params(("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = Page<Questionnaire>), (status = 304), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("client" = []), ("agents" = [])))]
pub(in crate::api) async fn questionnaires<B: BackOffice>(
    State(office): State<Arc<B>>,
    headers: HeaderMap,
    uri: Uri,
) -> Answered<Response> {
    offered(&*office)?;
    let value = Page {
        items: office.questionnaires().await?,
        next_cursor: None,
    };
    let etag = version_of(&*office, &uri);
    Ok(public(tagged(&headers, &Tagged { value, etag })))
}

/// A questionnaire as it was for a version, however old: what an answer answers.
#[utoipa::path(get, path = "/v1/questionnaires/{id}/versions/{version}", tag = "surveys",
    params(("id" = String, Path), ("version" = String, Path)),
    responses((status = 200, body = Questionnaire), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("client" = []), ("agents" = [])))]
pub(in crate::api) async fn questionnaire<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path((id, version)): Path<(String, String)>,
) -> Answered<Response> {
    offered(&*office)?;
    let questionnaire = office.questionnaire(&id, &version).await;
    let questionnaire = questionnaire.map_err(|problem| match problem.code {
        ProblemCode::FormVersionOutdated => Problem::not_found(),
        _ => problem,
    })?;
    Ok(public(Json(&*questionnaire).into_response()))
}

/// Keeps what someone answered: the whole of it, under an identifier (a UUID) that their portal chose. Again is the same;
/// a later `revision` replaces an earlier one. Complete, or an hour old, it counts and no longer changes: another one is
/// `already_answered` (410). Nothing in it says whose it is: the portal makes the identifier of an answer about a
/// request from a secret of its own.
#[utoipa::path(put, path = "/v1/survey-responses/{id}", tag = "surveys",
    params(("id" = String, Path, description = "UUID")),
    request_body = NewSurveyResponse,
    responses((status = 201, body = SurveyResponse), (status = 200, body = SurveyResponse), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn answer<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    let id = Uuid::parse_str(&id).map_err(|_| Problem::not_found())?;
    let content = body(content, JSON_LIMIT).await?;
    let mut new: NewSurveyResponse = json(&headers, &content)?;
    let questionnaire = office
        .questionnaire(&new.questionnaire_id, &new.version)
        .await?;
    if !questionnaire.moment.is_about(&new.subject) {
        let detail = "this questionnaire is not about such a thing";
        let problem = FieldProblem::new("#/subject", "kind", detail);
        return Err(Problem::validation(vec![problem]));
    }
    // No question of a questionnaire depends on the day.
    new.answers = check_steps(&questionnaire.steps, &new.answers, jiff::civil::Date::ZERO)?;
    let (kept, novelty) = office.answer_survey(&id.to_string(), new).await?;
    let status = match novelty {
        Novelty::New => StatusCode::CREATED,
        Novelty::Replayed => StatusCode::OK,
    };
    Ok((status, Json(&kept)).into_response())
}

#[derive(Debug, Default, serde::Deserialize)]
struct About {
    kind: Option<String>,
    id: Option<String>,
}

/// Published figures of the last twelve months: sums of eleven answers each, so that none is anybody's.
#[utoipa::path(get, path = "/v1/figures", tag = "surveys",
    params(
        ("kind" = Option<String>, Query, description = "`procedure`, `place` or `page`; the whole authority when absent"),
        ("id" = Option<String>, Query, description = "Its identifier"),
    ),
    responses((status = 200, body = Figures), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("client" = []), ("agents" = [])))]
pub(in crate::api) async fn figures<B: BackOffice>(
    State(office): State<Arc<B>>,
    uri: Uri,
) -> Answered<Response> {
    offered(&*office)?;
    let subject = asked_subject(&uri)?;
    Ok(Json(&office.figures(subject).await?).into_response())
}

/// The subject that an address asks about; `None`: the whole authority.
pub(super) fn asked_subject(uri: &Uri) -> Answered<Option<Subject>> {
    let About { kind, id } = query(uri)?;
    match (kind, id) {
        (None, None) => Ok(None),
        (Some(kind), Some(id)) => Ok(Some(Subject::new(&kind, id).ok_or_else(malformed)?)),
        _ => Err(malformed()),
    }
}

fn malformed() -> Box<Problem> {
    Problem::new(ProblemCode::Malformed).detail("`kind` and `id` in the query")
}
