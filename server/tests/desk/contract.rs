//! The client of the contract alone: slow, broken and odd back offices, over a socket and in this process.

use std::{sync::Arc, time::Duration};

use axum::{Json, Router, routing::get};
use backoffice::{
    api::requests::{Channel, NewRequest},
    ports::testing::{CountedRandomness, HandClock},
};
use domain::{
    answers::{Answers, AttachedFile},
    locale::Locale,
};
use futures::{StreamExt, stream};
use http::{StatusCode, header};
use serde_json::json;
use server::contract::{Client, ContractError, Fetched, Outgoing, Patience, Transport};

use crate::office::{Mood, Office};

fn client(transport: Transport) -> Client {
    let clock = Arc::new(HandClock::at("2026-11-22T09:00:00Z".parse().unwrap()));
    let randomness = Arc::new(CountedRandomness::default());
    Client::new(transport, "token".to_owned(), clock, randomness)
}

async fn served(router: Router) -> Transport {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    Transport::http(&format!("http://{address}/")).unwrap()
}

#[tokio::test(start_paused = true)]
async fn nobody_waits_longer_than_five_seconds_for_a_silent_back_office() {
    let silent = Router::new().fallback(async || std::future::pending::<StatusCode>().await);
    let client = client(Transport::InProcess(silent));
    for (patience, seconds) in [(Patience::Visitor, 5), (Patience::Worker, 30)] {
        let start = tokio::time::Instant::now();
        assert_eq!(
            client.request("r1", patience).await.unwrap_err(),
            ContractError::Late
        );
        assert_eq!(start.elapsed().as_secs(), seconds);
    }
}

#[tokio::test(start_paused = true)]
async fn many_people_at_once_wait_a_moment_for_a_place_and_no_longer() {
    let slow = Router::new().fallback(async || {
        tokio::time::sleep(Duration::from_millis(100)).await;
        StatusCode::NOT_FOUND
    });
    let client = client(Transport::InProcess(slow));
    for (people, some_wait_in_vain) in [(80, false), (400, true)] {
        let start = tokio::time::Instant::now();
        let calls = (0..people).map(|_| client.request("r1", Patience::Visitor));
        let answers = futures::future::join_all(calls).await;
        let busy = answers
            .iter()
            .filter(|answer| matches!(answer, Err(ContractError::Busy)));
        assert_eq!(busy.count() > 0, some_wait_in_vain, "{people} people");
        assert!(start.elapsed() <= Duration::from_millis(700));
    }
}

#[tokio::test(start_paused = true)]
async fn after_five_failures_nobody_waits_at_all() {
    let silent = Router::new().fallback(async || std::future::pending::<StatusCode>().await);
    let client = client(Transport::InProcess(silent));
    for _ in 0..5 {
        assert_eq!(client.events(None).await.unwrap_err(), ContractError::Late);
    }
    let start = tokio::time::Instant::now();
    assert_eq!(client.events(None).await.unwrap_err(), ContractError::Open);
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test]
async fn the_same_client_speaks_over_a_socket() {
    let office = Office::new();
    let client = client(served(office.router()).await);
    let Fetched::New { items, etag } = client.procedures(None).await.unwrap() else {
        panic!("nothing to compare with yet")
    };
    assert_eq!((items.len(), etag.as_deref()), (1, Some("\"1\"")));
    assert_eq!(
        client.procedures(etag.as_deref()).await.unwrap(),
        Fetched::Unchanged
    );
    let unknown = client.request("bo-9", Patience::Visitor).await.unwrap_err();
    assert!(unknown.is_not_found());
    assert!(
        client
            .request("../events", Patience::Visitor)
            .await
            .is_err()
    );
    office.feel(Mood::Down);
    let down = client.events(None).await.unwrap_err();
    assert_eq!(down.code(), "backoffice_unavailable");
}

#[tokio::test]
async fn a_file_and_a_request_travel_whole_over_a_socket() {
    let office = Office::new();
    let client = client(served(office.router()).await);
    let content = vec![7_u8; 1_500_000];
    let file = AttachedFile {
        id: "f1".to_owned(),
        filename: "Été 1.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        bytes: 1_500_000,
        sha256: "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824".to_owned(),
    };
    let chunks: Vec<_> = content
        .chunks(65_536)
        .map(|chunk| Ok(chunk.to_vec().into()))
        .collect();
    let key = "6cd548d6-3c69-8aaf-b710-5951c3b0c021";
    let outgoing = Outgoing {
        file: &file,
        bytes: stream::iter(chunks).boxed(),
        idempotency_key: key,
    };
    assert_eq!(client.upload(outgoing).await.unwrap().id, "up-0");
    assert_eq!(office.books().uploads[0].1, content);
    assert!(client.sent_with(key).await.unwrap().is_none());
    let request = NewRequest {
        procedure_id: "cantine".to_owned(),
        form_version: "1".to_owned(),
        answers: Answers::default(),
        locale: Locale::French,
        channel: Channel::Web,
        submit: true,
        tracking_code: String::new(),
        submitted_at: jiff::Timestamp::UNIX_EPOCH,
        visit: None,
    };
    assert_eq!(
        client.create(&request, key).await.unwrap().summary.id,
        "bo-0"
    );
    assert_eq!(client.sent_with(key).await.unwrap().unwrap().id, "bo-0");
}

#[tokio::test]
async fn what_is_not_the_contract_is_refused_over_a_socket() {
    let odd = Router::new()
        .route("/v1/procedures", get(async || "<html>"))
        .route("/v1/locations", get(async || vec![b'x'; 27 * 1024 * 1024]))
        .route(
            "/v1/events",
            get(async || (StatusCode::FOUND, [(header::LOCATION, "/v1/ok")])),
        )
        .route(
            "/v1/ok",
            get(async || Json(json!({ "items": [], "next_cursor": "1" }))),
        );
    let client = client(served(odd).await);
    assert_eq!(
        client.procedures(None).await.unwrap_err(),
        ContractError::Unreadable
    );
    assert_eq!(
        client.places(None).await.unwrap_err(),
        ContractError::TooLong
    );
    let elsewhere = ContractError::Status(StatusCode::FOUND);
    assert_eq!(
        client.events(None).await.unwrap_err(),
        elsewhere,
        "no redirection is followed"
    );
    let nobody = Transport::http("http://127.0.0.1:1").unwrap();
    let nobody = self::client(nobody).events(None).await.unwrap_err();
    assert_eq!(nobody, ContractError::Unreachable);
    assert!(Transport::http("ftp://example.org").is_err() && Transport::http("mairie").is_err());
}
