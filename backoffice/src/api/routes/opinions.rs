//! What people wrote, for the tools of agents alone: to read, tag, publish, withhold, take back, take along.

use std::sync::Arc;

use axum::{
    Json, Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::{get, post, put},
};
use domain::quality::PublishedOpinion;
use http::{HeaderMap, StatusCode, Uri, header};
use serde::de::DeserializeOwned;

use super::{
    exchange::{JSON_LIMIT, PageQuery, body, json, query},
    surveys::asked_subject,
};
use crate::api::{
    back_office::{BackOffice, Novelty},
    headers::{PARVIS_AGENT, attachment, percent_decoded},
    opinions::{
        NewPublication, Opinion, OpinionAct, OpinionFilter, OpinionState, Publishing, Reason,
        Shown, Tag,
    },
    page::Page,
    problem::{Answered, Problem, ProblemCode},
};

/// Most characters of the name of an agent.
const LONGEST_NAME: usize = 100;

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    let preview_path = "/v1/opinions/{id}/publication-preview";
    let tag_path = "/v1/opinions/{id}/tags/{tag}";
    let retraction = "/v1/published-opinions/{id}/retraction";
    Router::new()
        .route("/v1/opinions", get(list::<B>))
        .route("/v1/opinions/{id}", get(read::<B>))
        .route(tag_path, put(tag::<B>).delete(untag::<B>))
        .route(preview_path, post(preview::<B>))
        .route("/v1/opinions/{id}/publication", put(publish::<B>))
        .route("/v1/opinions/{id}/withholding", put(withhold::<B>))
        .route(retraction, put(take_back::<B>))
        .route("/v1/opinion-export", get(export::<B>))
        .route("/v1/opinion-acts", get(acts::<B>))
}

fn offered<B: BackOffice>(office: &B) -> Answered<()> {
    if office.capabilities().features.opinions {
        Ok(())
    } else {
        Err(Problem::not_supported("opinions"))
    }
}

/// Who acts: the journal says it.
fn agent(headers: &HeaderMap) -> Answered<String> {
    let given = headers.get(PARVIS_AGENT);
    let given = given.and_then(|value| value.to_str().ok());
    let name = percent_decoded(given.unwrap_or_default().trim());
    let is_name = (1..=LONGEST_NAME).contains(&name.chars().count());
    if is_name && !name.chars().any(char::is_control) {
        Ok(name)
    } else {
        let expected = "Parvis-Agent names who acts: 1 to 100 characters, percent-encoded";
        Err(Problem::new(ProblemCode::Malformed).detail(expected))
    }
}

async fn typed<T: DeserializeOwned>(headers: &HeaderMap, content: Body) -> Answered<T> {
    json(headers, &body(content, JSON_LIMIT).await?)
}

fn tag_of(text: &str) -> Answered<Tag> {
    let wrong = |_| Problem::new(ProblemCode::Malformed).detail("in the tag");
    text.parse().map_err(wrong)
}

#[derive(Debug, Default, serde::Deserialize)]
struct Sought {
    state: Option<OpinionState>,
    tag: Option<Tag>,
    #[serde(default)]
    with_words: bool,
}

/// Answers that count, the latest day first, at random within it: nothing tells the hour. A page may hold fewer than asked for,
/// even none, and still have a `next_cursor`: words are sealed, and looked through two thousand answers at a time.
#[utoipa::path(get, path = "/v1/opinions", tag = "opinions",
    params(
        ("kind" = Option<String>, Query, description = "`procedure`, `place` or `page`; everything when absent"),
        ("id" = Option<String>, Query, description = "Its identifier"),
        ("state" = Option<OpinionState>, Query),
        ("tag" = Option<String>, Query),
        ("with_words" = Option<bool>, Query, description = "Only those in which something was written, or a call is asked for"),
        ("limit" = Option<u16>, Query, description = "1 to 100, 20 when absent"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
    ),
    responses((status = 200, body = Page<Opinion>), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("agents" = [])))]
pub(in crate::api) async fn list<B: BackOffice>(
    State(office): State<Arc<B>>,
    uri: Uri,
) -> Answered<Response> {
    offered(&*office)?;
    let Sought {
        state,
        tag,
        with_words,
    } = query(&uri)?;
    let filter = OpinionFilter {
        subject: asked_subject(&uri)?,
        with_words,
        tag,
        state,
    };
    let paging = query::<PageQuery>(&uri)?.paging()?;
    Ok(Json(&office.opinions(filter, paging).await?).into_response())
}

/// An answer that counts. `/v1/questionnaires/{id}/versions/{version}` holds the questions.
#[utoipa::path(get, path = "/v1/opinions/{id}", tag = "opinions",
    params(("id" = String, Path)),
    responses((status = 200, body = Opinion), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("agents" = [])))]
pub(in crate::api) async fn read<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
) -> Answered<Response> {
    offered(&*office)?;
    Ok(Json(&office.opinion(&id).await?).into_response())
}

/// Gives a tag: 1 to 30 lower-case letters, digits and `-`. A second time changes nothing.
#[utoipa::path(put, path = "/v1/opinions/{id}/tags/{tag}", tag = "opinions",
    params(("id" = String, Path), ("tag" = String, Path), ("Parvis-Agent" = String, Header, description = "Who acts, percent-encoded")),
    responses((status = 204), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("agents" = [])))]
pub(in crate::api) async fn tag<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path((id, tag)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answered<StatusCode> {
    retag(&*office, &id, (&tag, true), &headers).await
}

/// Takes a tag away; a second time changes nothing.
#[utoipa::path(delete, path = "/v1/opinions/{id}/tags/{tag}", tag = "opinions",
    params(("id" = String, Path), ("tag" = String, Path), ("Parvis-Agent" = String, Header, description = "Who acts, percent-encoded")),
    responses((status = 204), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("agents" = [])))]
pub(in crate::api) async fn untag<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path((id, tag)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answered<StatusCode> {
    retag(&*office, &id, (&tag, false), &headers).await
}

async fn retag<B: BackOffice>(
    office: &B,
    id: &str,
    (tag, given): (&str, bool),
    headers: &HeaderMap,
) -> Answered<StatusCode> {
    offered(office)?;
    let (tag, agent) = (tag_of(tag)?, agent(headers)?);
    office.tag_opinion(id, &agent, tag, given).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What would be public of an opinion: masked, with the reply of the authority. Nothing is public yet, and nothing changes: no
/// `Idempotency-Key` is needed.
#[utoipa::path(post, path = "/v1/opinions/{id}/publication-preview", tag = "opinions",
    params(("id" = String, Path)),
    request_body = NewPublication,
    responses((status = 200, body = Shown), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("agents" = [])))]
pub(in crate::api) async fn preview<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    let new: NewPublication = typed(&headers, content).await?;
    let preview = office.preview_publication(&id, new).await?;
    let as_shown = preview.proof();
    Ok(Json(&Shown { preview, as_shown }).into_response())
}

/// Publishes exactly what was shown: the same body, with the word that stood beside it. `not_as_shown` (409) when it would be
/// anything else. The same a second time is the same publication (200).
#[utoipa::path(put, path = "/v1/opinions/{id}/publication", tag = "opinions",
    params(("id" = String, Path), ("Parvis-Agent" = String, Header, description = "Who acts, percent-encoded")),
    request_body = Publishing,
    responses((status = 201, body = PublishedOpinion), (status = 200, body = PublishedOpinion), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("agents" = [])))]
pub(in crate::api) async fn publish<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    let agent = agent(&headers)?;
    let Publishing { new, as_shown } = typed(&headers, content).await?;
    let published = office.publish_opinion(&id, &agent, new, &as_shown).await?;
    let status = match published.1 {
        Novelty::New => StatusCode::CREATED,
        Novelty::Replayed => StatusCode::OK,
    };
    Ok((status, Json(&published.0)).into_response())
}

/// Decides that an opinion will not be public, and why: for agents only. `invalid_state` for one that is public. Again, with
/// another reason, replaces the reason.
#[utoipa::path(put, path = "/v1/opinions/{id}/withholding", tag = "opinions",
    params(("id" = String, Path), ("Parvis-Agent" = String, Header, description = "Who acts, percent-encoded")),
    request_body = Reason,
    responses((status = 204), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("agents" = [])))]
pub(in crate::api) async fn withhold<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    content: Body,
) -> Answered<StatusCode> {
    offered(&*office)?;
    let agent = agent(&headers)?;
    let Reason { reason } = typed(&headers, content).await?;
    office.withhold_opinion(&id, &agent, &reason).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a publication back, by the identifier under which everybody reads it: it is erased, and its opinion is withheld. A
/// second time is `not_found`: it is not there any more.
#[utoipa::path(put, path = "/v1/published-opinions/{id}/retraction", tag = "opinions",
    params(("id" = String, Path), ("Parvis-Agent" = String, Header, description = "Who acts, percent-encoded")),
    request_body = Reason,
    responses((status = 204), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("agents" = [])))]
pub(in crate::api) async fn take_back<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    content: Body,
) -> Answered<StatusCode> {
    offered(&*office)?;
    let agent = agent(&headers)?;
    let Reason { reason } = typed(&headers, content).await?;
    office.take_back(&id, &agent, &reason).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Every answer that counts as a table (RFC 4180, UTF-8): one line for each, one column for each question. Nothing in it begins
/// a formula of a spreadsheet. The journal says who took it.
#[utoipa::path(get, path = "/v1/opinion-export", tag = "opinions",
    params(("Parvis-Agent" = String, Header, description = "Who acts, percent-encoded")),
    responses((status = 200, body = String, content_type = "text/csv"), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("agents" = [])))]
pub(in crate::api) async fn export<B: BackOffice>(
    State(office): State<Arc<B>>,
    headers: HeaderMap,
) -> Answered<Response> {
    offered(&*office)?;
    let table = office.export_opinions(&agent(&headers)?).await?;
    let kind = "text/csv; charset=utf-8; header=present";
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, attachment("opinions.csv")),
    ];
    Ok((headers, Body::from_stream(table)).into_response())
}

/// Who did what with opinions, the latest act first; kept twelve months.
#[utoipa::path(get, path = "/v1/opinion-acts", tag = "opinions",
    params(
        ("limit" = Option<u16>, Query, description = "1 to 100, 20 when absent"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
    ),
    responses((status = 200, body = Page<OpinionAct>), (status = "default", body = Problem, content_type = "application/problem+json")),
    security(("agents" = [])))]
pub(in crate::api) async fn acts<B: BackOffice>(
    State(office): State<Arc<B>>,
    uri: Uri,
) -> Answered<Response> {
    offered(&*office)?;
    let paging = query::<PageQuery>(&uri)?.paging()?;
    Ok(Json(&office.opinion_acts(paging).await?).into_response())
}
