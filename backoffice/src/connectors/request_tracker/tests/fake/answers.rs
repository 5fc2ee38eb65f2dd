//! What it answers, path by path.

use axum::{
    Json,
    extract::{Path, Query, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, Method, StatusCode, header};
use serde_json::{Value, json};

use super::{Fake, Mood, Ticket};

/// Authentication, moods.
pub(super) async fn mind(State(fake): State<Fake>, request: Request, next: Next) -> Response {
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

pub(super) async fn queue(State(fake): State<Fake>, Path(name): Path<String>) -> Json<Value> {
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
pub(super) struct Paged {
    query: Option<String>,
    per_page: usize,
    page: Option<usize>,
}

/// As RT does, it lists no deleted ticket and gives no total.
pub(super) async fn search(State(fake): State<Fake>, Query(asked): Query<Paged>) -> Json<Value> {
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

pub(super) async fn create(State(fake): State<Fake>, Json(body): Json<Value>) -> Response {
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

pub(super) async fn ticket(
    State(fake): State<Fake>,
    Path(id): Path<usize>,
    headers: HeaderMap,
) -> Response {
    let books = fake.books();
    let id = books.effective(id);
    let Some(ticket) = books.tickets.get(id - 1) else {
        return missing();
    };
    // Of what the account can see: no comment.
    let mut seen = ticket.history.iter().filter(|it| it.kind != "Comment");
    let etag = format!("\"{}\"", seen.next_back().unwrap().id);
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

pub(super) async fn change(
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

pub(super) async fn correspond(
    State(fake): State<Fake>,
    Path(id): Path<usize>,
    Json(body): Json<Value>,
) -> Response {
    let transaction = fake.books().write(id - 1, "parvis", "Correspond", body);
    let place = format!("/REST/2.0/transaction/{transaction}");
    let body = json!(["Correspondence added"]);
    (StatusCode::CREATED, [(header::LOCATION, place)], Json(body)).into_response()
}

pub(super) async fn history(
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

pub(super) async fn transaction(State(fake): State<Fake>, Path(id): Path<i64>) -> Response {
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

pub(super) async fn attachment(State(fake): State<Fake>, Path(id): Path<usize>) -> Json<Value> {
    Json(fake.books().attachments[id].clone())
}
