//! A Request Tracker for tests: it answers as the real one was seen to, traps included, and fails when told.

use std::sync::{Arc, Mutex, MutexGuard};

use axum::{
    Json, Router,
    extract::{Path, Query, Request, State},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use base64::{Engine, prelude::BASE64_STANDARD};
use http::{HeaderMap, Method, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// How it feels about the next calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    Works,
    /// 503 to everything, and does nothing.
    Down,
    /// Does what a POST asks, then 500.
    FailsAfter,
    /// Does what a POST asks, then never answers.
    HangsAfter,
    /// Sends everybody to its login page.
    AsksToLogIn,
    /// Says 200 to a change of status, and does not change it.
    KeepsStatus,
    /// Its queue has no custom field.
    HasNoField,
}

#[derive(Clone)]
pub(super) struct Fake(Arc<Mutex<Books>>);

pub(super) struct Books {
    pub(super) mood: Mood,
    pub(super) tickets: Vec<Ticket>,
    transactions: i64,
    attachments: Vec<Value>,
    now: Timestamp,
    /// Paths asked, with their queries.
    pub(super) asked: Vec<String>,
}

pub(super) struct Ticket {
    pub(super) body: Value,
    pub(super) status: String,
    pub(super) requestors: Vec<String>,
    /// The ticket into which it was merged.
    pub(super) merged: Option<usize>,
    pub(super) history: Vec<Transaction>,
    updated: Timestamp,
}

#[derive(Clone)]
pub(super) struct Transaction {
    id: i64,
    pub(super) kind: &'static str,
    pub(super) creator: String,
    value: String,
    created: Timestamp,
    parts: Vec<usize>,
    pub(super) body: Value,
}

impl Fake {
    pub(super) fn new() -> Self {
        Self(Arc::new(Mutex::new(Books {
            mood: Mood::Works,
            tickets: Vec::new(),
            transactions: 40,
            attachments: Vec::new(),
            now: "2026-11-22T09:00:00Z".parse().unwrap(),
            asked: Vec::new(),
        })))
    }

    pub(super) fn books(&self) -> MutexGuard<'_, Books> {
        self.0.lock().unwrap()
    }

    pub(super) fn feel(&self, mood: Mood) {
        self.books().mood = mood;
    }

    /// Subjects of what the connector wrote in a ticket.
    pub(super) fn told(&self, ticket: usize) -> Vec<String> {
        let books = self.books();
        let history = books.tickets[ticket].history.iter();
        let ours = history.filter(|it| it.kind == "Correspond" && it.creator == "parvis");
        ours.map(|it| it.body["Subject"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// An agent writes for everybody to read.
    pub(super) fn writes(&self, ticket: usize, who: &str, html: &str, files: Value) {
        let body = json!({ "Content": html, "ContentType": "text/html", "Attachments": files });
        self.books().write(ticket, who, "Correspond", body);
    }

    /// An agent writes to colleagues.
    pub(super) fn notes(&self, ticket: usize, words: &str) {
        let body = json!({ "Content": words, "ContentType": "text/plain" });
        self.books().write(ticket, "claire", "Comment", body);
    }

    pub(super) fn sets(&self, ticket: usize, who: &str, status: &str) {
        self.books().set(ticket, who, status);
    }

    pub(super) fn router(&self) -> Router {
        Router::new()
            .route("/REST/2.0/queue/{name}", get(queue))
            .route("/REST/2.0/tickets", get(search))
            .route("/REST/2.0/ticket", axum::routing::post(create))
            .route("/REST/2.0/ticket/{id}", get(ticket).put(change))
            .route("/REST/2.0/ticket/{id}/history", get(history))
            .route(
                "/REST/2.0/ticket/{id}/correspond",
                axum::routing::post(correspond),
            )
            .route("/REST/2.0/transaction/{id}", get(transaction))
            .route("/REST/2.0/attachment/{id}", get(attachment))
            .layer(middleware::from_fn_with_state(self.clone(), mind))
            .with_state(self.clone())
    }
}

impl Books {
    /// RT shows a merged ticket as the one that it was merged into.
    fn effective(&self, id: usize) -> usize {
        let ticket = self.tickets.get(id - 1);
        ticket.and_then(|it| it.merged).unwrap_or(id)
    }

    fn add(&mut self, ticket: usize, who: &str, kind: &'static str, value: &str) -> i64 {
        self.transactions += 1;
        self.now = self
            .now
            .saturating_add(SignedDuration::from_secs(1))
            .unwrap();
        let transaction = Transaction {
            id: self.transactions,
            kind,
            creator: who.to_owned(),
            value: value.to_owned(),
            created: self.now,
            parts: Vec::new(),
            body: Value::Null,
        };
        self.tickets[ticket].updated = self.now;
        self.tickets[ticket].history.push(transaction);
        self.transactions
    }

    fn write(&mut self, ticket: usize, who: &str, kind: &'static str, body: Value) -> i64 {
        let id = self.add(ticket, who, kind, "");
        let subject = body["Subject"].as_str().unwrap_or_default();
        let text = body["Content"].as_str().unwrap_or_default();
        let encoded = |bytes: &str| {
            let mut base64 = BASE64_STANDARD.encode(bytes);
            // Lines, as MIME breaks them.
            (0..base64.len() / 76)
                .rev()
                .for_each(|line| base64.insert((line + 1) * 76, '\n'));
            base64 + "\n"
        };
        let mut parts = vec![
            json!({ "Subject": subject, "ContentType": "multipart/mixed", "Content": "" }),
            json!({ "Subject": "", "ContentType": body["ContentType"], "Content": encoded(text) }),
        ];
        for file in body["Attachments"].as_array().into_iter().flatten() {
            parts.push(json!({
                "ContentType": file["FileType"], "Filename": file["FileName"], "Content": file["FileContent"],
            }));
        }
        let first = self.attachments.len();
        let range = (first..first + parts.len()).collect();
        self.attachments.extend(parts);
        let last = self.tickets[ticket].history.last_mut().unwrap();
        (last.parts, last.body) = (range, body);
        // The usual rule of RT: what is public opens a ticket that nobody works on.
        let idle = ["new", "resolved", "rejected"].contains(&self.tickets[ticket].status.as_str());
        if kind == "Correspond" && idle {
            self.set(ticket, "RT_System", "open");
        }
        id
    }

    fn set(&mut self, ticket: usize, who: &str, status: &str) {
        self.tickets[ticket].status = status.to_owned();
        self.add(ticket, who, "Status", status);
    }
}

/// Authentication, moods.
async fn mind(State(fake): State<Fake>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    assert_eq!(headers[header::AUTHORIZATION], "token 1-14-abc");
    assert!(
        !request.uri().to_string().contains("token"),
        "it would reach logs"
    );
    let (mood, acts) = (fake.books().mood, request.method() == Method::POST);
    fake.books().asked.push(request.uri().to_string());
    match mood {
        Mood::Down => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Mood::AsksToLogIn => (StatusCode::FOUND, [(header::LOCATION, "/")]).into_response(),
        Mood::FailsAfter if acts => {
            next.run(request).await;
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Mood::HangsAfter if acts => {
            next.run(request).await;
            std::future::pending().await
        }
        _ => next.run(request).await,
    }
}

fn missing() -> Response {
    (
        StatusCode::NOT_FOUND,
        Json(json!({ "message": "Not Found" })),
    )
        .into_response()
}

async fn queue(State(fake): State<Fake>, Path(name): Path<String>) -> Json<Value> {
    assert_eq!(name, "Démarches");
    let field = json!({ "id": "2", "type": "customfield", "name": "Parvis" });
    let fields = if fake.books().mood == Mood::HasNoField {
        json!([])
    } else {
        json!([field])
    };
    Json(json!({ "id": 3, "Name": name, "TicketCustomFields": fields }))
}

#[derive(serde::Deserialize)]
struct Paged {
    query: Option<String>,
    per_page: usize,
    page: Option<usize>,
}

/// As RT does, it lists no deleted ticket and gives no total.
async fn search(State(fake): State<Fake>, Query(asked): Query<Paged>) -> Json<Value> {
    let books = fake.books();
    let query = asked.query.unwrap();
    let wanted = query
        .strip_prefix("CF.{Parvis} = '")
        .map(|rest| rest.trim_end_matches('\''));
    assert!(
        wanted.is_some() || query == "CF.{Parvis} IS NOT NULL",
        "{query}"
    );
    let mut found: Vec<(usize, &Ticket)> = books
        .tickets
        .iter()
        .enumerate()
        .filter(|(_, it)| it.status != "deleted")
        .filter(|(_, it)| wanted.is_none_or(|key| it.body["CustomFields"]["Parvis"] == key))
        .collect();
    found.sort_by_key(|(_, it)| std::cmp::Reverse(it.updated));
    let listed = found.iter().map(|(id, it)| {
        json!({ "id": (id + 1).to_string(), "type": "ticket", "LastUpdated": it.updated.to_string() })
    });
    page(listed.collect(), asked.per_page, asked.page)
}

fn page(items: Vec<Value>, per_page: usize, page: Option<usize>) -> Json<Value> {
    assert!(per_page <= 100);
    let skipped = (page.unwrap_or(1) - 1) * per_page;
    let items: Vec<Value> = items.into_iter().skip(skipped).take(per_page).collect();
    Json(json!({ "count": items.len(), "per_page": per_page, "total": null, "items": items }))
}

async fn create(State(fake): State<Fake>, Json(body): Json<Value>) -> Response {
    for file in body["Attachments"].as_array().into_iter().flatten() {
        let filled = |name: &str| !file[name].as_str().unwrap_or_default().is_empty();
        assert!(filled("FileName") && filled("FileType") && filled("FileContent"));
    }
    let mut books = fake.books();
    let (id, updated) = (books.tickets.len(), books.now);
    books.tickets.push(Ticket {
        body,
        status: "new".to_owned(),
        requestors: Vec::new(),
        merged: None,
        history: Vec::new(),
        updated,
    });
    books.add(id, "parvis", "Create", "");
    let place = format!("/REST/2.0/ticket/{}", id + 1);
    let body = json!({ "id": (id + 1).to_string(), "type": "ticket" });
    (StatusCode::CREATED, [(header::LOCATION, place)], Json(body)).into_response()
}

async fn ticket(State(fake): State<Fake>, Path(id): Path<usize>, headers: HeaderMap) -> Response {
    let books = fake.books();
    let id = books.effective(id);
    let Some(ticket) = books.tickets.get(id - 1) else {
        return missing();
    };
    // Of what the account can see: no comment.
    let seen = ticket.history.iter().filter(|it| it.kind != "Comment");
    let etag = format!("\"{}\"", seen.last().unwrap().id);
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| *known == etag)
    {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let requestors: Vec<Value> = ticket
        .requestors
        .iter()
        .map(|id| json!({ "id": id }))
        .collect();
    let body = json!({
        "id": id, "Status": ticket.status, "Requestor": requestors,
        "CustomFields": [{ "id": "2", "name": "Parvis", "values": [ticket.body["CustomFields"]["Parvis"]] }],
    });
    ([(header::ETAG, etag)], Json(body)).into_response()
}

async fn change(
    State(fake): State<Fake>,
    Path(id): Path<usize>,
    Json(body): Json<Value>,
) -> Json<Value> {
    let mut books = fake.books();
    if books.mood == Mood::KeepsStatus {
        return Json(json!(["Ticket 1: Permission Denied"]));
    }
    books.set(id - 1, "parvis", body["Status"].as_str().unwrap());
    Json(json!(["Ticket 1: Status changed"]))
}

async fn correspond(
    State(fake): State<Fake>,
    Path(id): Path<usize>,
    Json(body): Json<Value>,
) -> Response {
    let transaction = fake.books().write(id - 1, "parvis", "Correspond", body);
    let place = format!("/REST/2.0/transaction/{transaction}");
    let body = json!(["Correspondence added"]);
    (StatusCode::CREATED, [(header::LOCATION, place)], Json(body)).into_response()
}

async fn history(
    State(fake): State<Fake>,
    Path(id): Path<usize>,
    Query(asked): Query<Paged>,
) -> Json<Value> {
    let books = fake.books();
    let id = books.effective(id);
    let with = |rank: usize| rank + 1 == id || books.tickets[rank].merged == Some(id);
    let all = books
        .tickets
        .iter()
        .enumerate()
        .filter(|(rank, _)| with(*rank));
    let mut all: Vec<_> = all
        .flat_map(|(rank, it)| it.history.iter().map(move |it| (rank + 1, it)))
        .collect();
    all.sort_by_key(|(_, it)| it.id);
    let shown = all.into_iter().map(|(ticket, it)| {
        json!({
            "ObjectId": ticket.to_string(),
            "id": it.id.to_string(), "Type": it.kind, "Created": it.created.to_string(),
            "Creator": { "id": it.creator, "type": "user" }, "NewValue": it.value,
        })
    });
    page(shown.collect(), asked.per_page, asked.page)
}

async fn transaction(State(fake): State<Fake>, Path(id): Path<i64>) -> Response {
    let books = fake.books();
    let mut all = books.tickets.iter().flat_map(|it| &it.history);
    let Some(found) = all.find(|it| it.id == id) else {
        return missing();
    };
    assert_ne!(found.kind, "Comment", "what is internal is not even read");
    let links = found.parts.iter().map(|part| {
        json!({ "ref": "attachment", "_url": format!("http://rt/REST/2.0/attachment/{part}") })
    });
    Json(json!({ "id": id, "_hyperlinks": links.collect::<Vec<_>>() })).into_response()
}

async fn attachment(State(fake): State<Fake>, Path(id): Path<usize>) -> Json<Value> {
    Json(fake.books().attachments[id].clone())
}
