//! The thread of a request: what the resident and the service write to each other.

use std::sync::Arc;

use axum::{
    Json, Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{
    message::{LONGEST, Message, MessageKind},
    validation::free_text,
};
use http::{HeaderMap, Method, StatusCode, Uri};

use super::exchange::{JSON_LIMIT, PageQuery, act, body, created, json, query, reader};
use crate::api::{
    back_office::BackOffice,
    check,
    follow_up::{NewMessage, ReadMark},
    idempotency,
    page::Page,
    problem::{Answered, FieldProblem, Problem},
};

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new()
        .route("/v1/requests/{id}/messages", get(list::<B>).post(send::<B>))
        .route("/v1/requests/{id}/messages/read", post(mark_read::<B>))
}

fn offered<B: BackOffice>(office: &B) -> Answered<()> {
    if office.capabilities().features.messages {
        Ok(())
    } else {
        Err(Problem::not_supported("messages"))
    }
}

/// The messages of a request, oldest first. Reading them here marks none as read.
#[utoipa::path(get, path = "/v1/requests/{id}/messages", tag = "messages",
    params(
        ("id" = String, Path),
        ("Parvis-Access" = Option<String>, Header, description = "Token of `/v1/tracking`"),
        ("limit" = Option<u16>, Query, description = "1 to 100, 20 when absent"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
    ),
    responses((status = 200, body = Page<Message>), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn list<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Answered<Response> {
    offered(&*office)?;
    let paging = query::<PageQuery>(&uri)?.paging()?;
    Ok(Json(office.messages(&id, reader(&headers), paging).await?).into_response())
}

/// Keeps a message of the resident, once per `Idempotency-Key`. `ETag` is the new version of the request.
#[utoipa::path(post, path = "/v1/requests/{id}/messages", tag = "messages",
    params(
        ("id" = String, Path),
        ("Parvis-Access" = Option<String>, Header, description = "Token of `/v1/tracking`"),
        ("Idempotency-Key" = String, Header, description = "UUID"),
    ),
    request_body = NewMessage,
    responses((status = 201, body = Message), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn send<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    let content = body(content, JSON_LIMIT).await?;
    let call = idempotency::call(&method, uri.path(), &headers, &content)?;
    let most = office.capabilities().limits.max_uploads;
    let new = checked(json(&headers, &content)?, most)?;
    let written = office
        .receive_message(&id, reader(&headers), call, new)
        .await?;
    Ok(created(&written, uri.path()))
}

/// The message with its text cleaned, or what is wrong with it.
fn checked(mut new: NewMessage, most_files: u32) -> Answered<NewMessage> {
    let wrong = |pointer: &str, code: &str, detail: &str| {
        Err(Problem::validation(vec![FieldProblem::new(
            pointer, code, detail,
        )]))
    };
    new.text = match free_text(&new.text, LONGEST) {
        Ok(text) => text,
        Err(fault) => return wrong("#/text", check::code(fault), "the text cannot be kept"),
    };
    if new.text.is_empty() && new.uploads.is_empty() && new.kind == MessageKind::Message {
        return wrong("#/text", "missing", "words or files are needed");
    }
    if new.uploads.len() > usize::try_from(most_files).unwrap_or(usize::MAX) {
        return wrong(
            "#/uploads",
            "too_many_files",
            "more files than a request has",
        );
    }
    Ok(new)
}

/// Notes that the resident read the messages of the service up to one.
#[utoipa::path(post, path = "/v1/requests/{id}/messages/read", tag = "messages",
    params(
        ("id" = String, Path),
        ("Idempotency-Key" = String, Header, description = "UUID"),
    ),
    request_body = ReadMark,
    responses((status = 204), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn mark_read<B: BackOffice>(
    State(office): State<Arc<B>>,
    Path(id): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    content: Body,
) -> Answered<Response> {
    offered(&*office)?;
    let (call, mark) = act(&*office, &id, (&method, &uri, &headers), content).await?;
    office.mark_read(&id, call, mark).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
