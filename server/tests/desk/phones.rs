//! A recording gateway of text messages, as docs/sms-gateway.md describes one.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

use axum::{
    Json, Router,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::put,
};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use server::notices::Gateway;
use tokio::sync::Notify;

/// What the gateway does with messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// Takes them.
    Works,
    /// Takes them, and never answers.
    Hangs,
    /// Knows no such number.
    RefusesNumber,
    /// Cannot take them now.
    Busy,
}

pub(crate) struct Books {
    pub(crate) line: Line,
    /// What became of messages, in the words of the interface.
    pub(crate) fate: &'static str,
    /// Messages by identifier, in the order of their identifiers.
    pub(crate) taken: BTreeMap<String, Value>,
    /// PUTs that came in, whatever became of them.
    pub(crate) puts: usize,
}

#[derive(Clone)]
pub(crate) struct Phones {
    books: Arc<Mutex<Books>>,
    /// Rung when a PUT hangs.
    pub(crate) bell: Arc<Notify>,
    address: String,
}

impl Phones {
    pub(crate) async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let phones = Self {
            books: Arc::new(Mutex::new(Books {
                line: Line::Works,
                fate: "accepted",
                taken: BTreeMap::new(),
                puts: 0,
            })),
            bell: Arc::default(),
            address: format!("http://{}/parvis", listener.local_addr().unwrap()),
        };
        let router = Router::new()
            .route("/parvis/messages/{id}", put(take).get(fate))
            .with_state(phones.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        phones
    }

    pub(crate) fn gateway(&self, per_day: u32) -> Gateway {
        Gateway::new(&self.address, "sms-token".to_owned(), per_day).unwrap()
    }

    pub(crate) fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap()
    }

    pub(crate) fn texts(&self) -> Vec<String> {
        let text = |message: &Value| message["text"].as_str().unwrap().to_owned();
        self.books().taken.values().map(text).collect()
    }
}

async fn take(
    State(phones): State<Phones>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Json(message): Json<Value>,
) -> Response {
    assert_eq!(headers["authorization"], "Bearer sms-token");
    let line = {
        let mut books = phones.books();
        books.puts += 1;
        match books.line {
            Line::RefusesNumber => return StatusCode::UNPROCESSABLE_ENTITY.into_response(),
            Line::Busy => return StatusCode::TOO_MANY_REQUESTS.into_response(),
            Line::Works | Line::Hangs => {}
        }
        books.taken.entry(id).or_insert(message);
        books.line
    };
    if line == Line::Hangs {
        phones.bell.notify_one();
        std::future::pending::<()>().await;
    }
    StatusCode::ACCEPTED.into_response()
}

async fn fate(State(phones): State<Phones>, Path(id): Path<String>) -> Response {
    let books = phones.books();
    if books.taken.contains_key(&id) {
        Json(json!({ "state": books.fate })).into_response()
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}
