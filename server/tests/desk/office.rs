//! A back office for tests: it keeps what it receives, and fails in the ways that real ones do.

use std::sync::{Arc, Mutex, MutexGuard};

use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use backoffice::api::{
    problem::{Problem, ProblemCode},
    requests::NewRequest,
};
use domain::{booking::Appointment, procedure::Procedure};
use http::{HeaderMap, StatusCode, header};
use serde_json::{Value, json};

use crate::procedure::cantine;

/// How the back office feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    Works,
    /// 503 with a problem of the contract, for everything.
    Down,
    /// A machine in between answers every POST of a request with its own page.
    HtmlBadGateway,
    /// Records the request, then the connection breaks.
    BreaksAfter,
    /// Records the request, then answers 201 with something that is not JSON.
    BabblesAfter,
    /// Records the request, then answers 500.
    FailsAfter,
    /// Refuses the answers.
    Refuses,
}

#[derive(Clone)]
pub(crate) struct Office(Arc<Mutex<Books>>);

pub(crate) struct Books {
    pub(crate) mood: Mood,
    pub(crate) procedures: Vec<Procedure>,
    pub(crate) requests: Vec<Recorded>,
    pub(crate) uploads: Vec<(String, Bytes)>,
    /// POSTs of requests that came in, whatever became of them.
    pub(crate) posts: usize,
    /// Questions "did you receive this key?".
    pub(crate) asked: usize,
    pub(crate) unchanged: usize,
    pub(crate) events: Vec<Value>,
    /// What happened to requests besides their status, with the rank of each.
    happened: Vec<(usize, Value)>,
    /// The appointment of every request.
    appointment: Option<Appointment>,
}

pub(crate) struct Recorded {
    pub(crate) key: String,
    pub(crate) body: NewRequest,
    pub(crate) status: &'static str,
}

impl Office {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(Books {
            mood: Mood::Works,
            procedures: vec![cantine()],
            requests: Vec::new(),
            uploads: Vec::new(),
            posts: 0,
            asked: 0,
            unchanged: 0,
            events: Vec::new(),
            happened: Vec::new(),
            appointment: None,
        })))
    }

    pub(crate) fn books(&self) -> MutexGuard<'_, Books> {
        self.0.lock().unwrap()
    }

    /// POSTs of requests that came in, and requests recorded.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let books = self.books();
        (books.posts, books.requests.len())
    }

    pub(crate) fn feel(&self, mood: Mood) {
        self.books().mood = mood;
    }

    pub(crate) fn router(&self) -> Router {
        Router::new()
            .route("/v1/procedures", get(procedures))
            .route("/v1/locations", get(async || page(Vec::new())))
            .route("/v1/uploads", post(upload))
            .route("/v1/requests", post(create).get(ask))
            .route("/v1/requests/{id}", get(read))
            .route("/v1/requests/{id}/timeline", get(timeline))
            .route("/v1/events", get(events))
            .layer(axum::middleware::from_fn_with_state(self.clone(), mind))
            .with_state(self.clone())
    }

    /// An agent changes the status of the first request.
    pub(crate) fn decide(&self, status: &'static str) {
        let mut books = self.books();
        books.requests[0].status = status;
        let number = books.events.len() + 1;
        books.events.push(json!({
            "specversion": "1.0", "id": format!("evt_{number}"), "source": "/test",
            "type": "parvis.request.updated", "subject": "/v1/requests/bo-0",
            "time": "2026-11-22T09:00:00Z", "data": { "resource": "/v1/requests/bo-0" },
        }));
    }

    /// Something happens to a request, in the words of the contract: a kind of entry, and a status if it changed.
    pub(crate) fn happens(&self, rank: usize, kind: &str, status: Option<&str>) {
        let mut books = self.books();
        let (entry, event) = (books.happened.len() + 2, books.events.len() + 1);
        books.happened.push((
            rank,
            json!({
                "id": format!("t{entry}"), "at": "2026-11-22T09:00:00Z", "type": kind, "status": status,
                "author_kind": "staff", "text": "Canari-Service",
            }),
        ));
        books.events.push(json!({
            "specversion": "1.0", "id": format!("evt_{event}"), "source": "/test",
            "type": "parvis.request.updated", "subject": format!("/v1/requests/bo-{rank}"),
            "time": "2026-11-22T09:00:00Z", "data": { "resource": format!("/v1/requests/bo-{rank}") },
        }));
    }

    /// Every request has this appointment from now on, and its portal is told.
    pub(crate) fn books_visit(&self, appointment: Appointment) {
        self.books().appointment = Some(appointment);
        self.happens(0, "appointment", None);
    }

    /// The retention of the first request ends there.
    pub(crate) fn forget(&self) {
        self.books().events.push(json!({
            "specversion": "1.0", "id": "evt_gone", "source": "/test",
            "type": "parvis.request.deleted", "subject": "/v1/requests/bo-0",
            "time": "2026-11-22T09:00:00Z", "data": { "resource": "/v1/requests/bo-0" },
        }));
    }
}

async fn mind(
    State(office): State<Office>,
    request: axum::extract::Request,
    next: axum::middleware::Next,
) -> Response {
    let authorised = request
        .headers()
        .get(header::AUTHORIZATION)
        .is_some_and(|value| value == "Bearer token");
    assert!(authorised && request.headers().contains_key("request-id"));
    if office.books().mood == Mood::Down {
        return problem(ProblemCode::BackofficeUnavailable);
    }
    next.run(request).await
}

fn problem(code: ProblemCode) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    (code.status(), kind, Json(Problem::new(code))).into_response()
}

fn page(items: Vec<Value>) -> Json<Value> {
    Json(json!({ "items": items, "next_cursor": null }))
}

async fn procedures(State(office): State<Office>, headers: HeaderMap) -> Response {
    let mut books = office.books();
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known == "\"1\"")
    {
        books.unchanged += 1;
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let items = json!({ "items": books.procedures, "next_cursor": null });
    ([(header::ETAG, "\"1\"")], Json(items)).into_response()
}

async fn upload(State(office): State<Office>, headers: HeaderMap, bytes: Bytes) -> Response {
    let text = |name: &str| headers[name].to_str().unwrap().to_owned();
    assert_eq!(text("content-length"), bytes.len().to_string());
    let mut books = office.books();
    let key = text("idempotency-key");
    let known = books.uploads.iter().position(|(other, _)| *other == key);
    let id = known.unwrap_or(books.uploads.len());
    if known.is_none() {
        books.uploads.push((key, bytes.clone()));
    }
    let upload = json!({
        "id": format!("up-{id}"), "filename": "x", "media_type": text("content-type"),
        "bytes": bytes.len(), "digest": text("content-digest"), "status": "ready",
    });
    (StatusCode::CREATED, Json(upload)).into_response()
}

async fn create(
    State(office): State<Office>,
    headers: HeaderMap,
    Json(body): Json<NewRequest>,
) -> Response {
    let key = headers["idempotency-key"].to_str().unwrap().to_owned();
    assert_eq!(key.len(), 36, "a UUID");
    let mut books = office.books();
    books.posts += 1;
    match books.mood {
        Mood::HtmlBadGateway => {
            return (StatusCode::BAD_GATEWAY, "<html>Bad gateway</html>").into_response();
        }
        Mood::Refuses => return problem(ProblemCode::ValidationFailed),
        _ => {}
    }
    let known = books
        .requests
        .iter()
        .position(|recorded| recorded.key == key);
    let rank = known.unwrap_or(books.requests.len());
    if known.is_none() {
        books.requests.push(Recorded {
            key,
            body,
            status: "submitted",
        });
    }
    match books.mood {
        Mood::BreaksAfter => {
            let broken = futures::stream::iter([Err::<Bytes, _>(std::io::Error::other("cut"))]);
            (StatusCode::CREATED, Body::from_stream(broken)).into_response()
        }
        Mood::BabblesAfter => (StatusCode::CREATED, "{\"id\":").into_response(),
        Mood::FailsAfter => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        _ => (StatusCode::CREATED, Json(books.whole(rank))).into_response(),
    }
}

fn summary(rank: usize, recorded: &Recorded) -> Value {
    json!({
        "id": format!("bo-{rank}"), "number": format!("2026-{rank:06}"), "procedure_id": "cantine",
        "form_version": "1", "locale": "fr", "channel": "web", "status": recorded.status,
        "is_final": false, "created_at": "2026-11-22T09:00:00Z", "updated_at": "2026-11-22T09:00:00Z",
        "submitted_at": "2026-11-22T09:00:00Z", "retention": {},
    })
}

impl Books {
    /// A request with what it holds.
    fn whole(&self, rank: usize) -> Value {
        let recorded = &self.requests[rank];
        let mut whole = summary(rank, recorded);
        whole["answers"] = serde_json::to_value(&recorded.body.answers).unwrap();
        whole["appointment"] = serde_json::to_value(&self.appointment).unwrap();
        whole
    }
}

#[derive(serde::Deserialize)]
struct Asked {
    idempotency_key: String,
}

async fn ask(State(office): State<Office>, Query(asked): Query<Asked>) -> Json<Value> {
    let mut books = office.books();
    books.asked += 1;
    let found = books
        .requests
        .iter()
        .enumerate()
        .filter(|(_, known)| known.key == asked.idempotency_key);
    page(found.map(|(rank, known)| summary(rank, known)).collect())
}

async fn read(State(office): State<Office>, Path(id): Path<String>) -> Response {
    let books = office.books();
    let rank = id
        .strip_prefix("bo-")
        .and_then(|rank| rank.parse::<usize>().ok());
    match rank.filter(|rank| *rank < books.requests.len()) {
        Some(rank) => Json(books.whole(rank)).into_response(),
        None => problem(ProblemCode::NotFound),
    }
}

async fn timeline(State(office): State<Office>, Path(id): Path<String>) -> Json<Value> {
    let books = office.books();
    let first = json!({
        "id": "t1", "at": "2026-11-22T09:00:00Z", "type": "status", "status": books.requests[0].status,
        "author_kind": "staff", "text": "Canari-Service",
    });
    let since = books.happened.iter();
    let since = since.filter(|(rank, _)| id == format!("bo-{rank}"));
    page(
        std::iter::once(first)
            .chain(since.map(|(_, entry)| entry.clone()))
            .collect(),
    )
}

#[derive(serde::Deserialize)]
struct After {
    #[serde(default)]
    after: usize,
}

async fn events(State(office): State<Office>, Query(After { after }): Query<After>) -> Json<Value> {
    let books = office.books();
    let items: Vec<&Value> = books.events.iter().skip(after).collect();
    Json(json!({ "items": items, "next_cursor": books.events.len().to_string() }))
}
