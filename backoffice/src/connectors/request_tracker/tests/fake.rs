//! A Request Tracker for tests: it answers as the real one was seen to, traps included, and fails when told.

mod answers;

use std::sync::{Arc, Mutex, MutexGuard};

use axum::{
    Router, middleware,
    routing::{get, post},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use self::answers::{
    attachment, change, correspond, create, history, mind, queue, search, ticket, transaction,
};

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
            .route("/REST/2.0/ticket", post(create))
            .route("/REST/2.0/ticket/{id}", get(ticket).put(change))
            .route("/REST/2.0/ticket/{id}/history", get(history))
            .route("/REST/2.0/ticket/{id}/correspond", post(correspond))
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
