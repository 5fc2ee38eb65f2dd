//! What a back office says happened: believed with its signature only, and nothing is told to others.

use axum::body::Body;
use backoffice::{api::webhook, ports::Clock};
use domain::locale::Locale;
use http::{Method, Request, StatusCode};

use crate::support::{Resident, Town, WEBHOOK_SECRET};

const BODY: &str = r#"{"specversion":"1.0","id":"evt_1","type":"parvis.request.updated"}"#;

fn message(town: &Town, secret: &str, body: &'static str) -> Request<Body> {
    let seconds = town.clock.now().as_second();
    let signed = webhook::signature(secret.as_bytes(), "evt_1", seconds, BODY.as_bytes());
    Request::builder()
        .method(Method::POST)
        .uri("/webhooks/back-office")
        .header(webhook::ID, "evt_1")
        .header(webhook::TIMESTAMP, seconds)
        .header(webhook::SIGNATURE, signed)
        .body(Body::from(body))
        .unwrap()
}

#[tokio::test]
async fn a_signed_webhook_is_heard_and_any_other_is_not() {
    let town = Town::open().await;
    let program: Resident = town.resident(Locale::French);
    for (secret, body, status) in [
        (WEBHOOK_SECRET, BODY, StatusCode::NO_CONTENT),
        // Repeated: heard, without effect.
        (WEBHOOK_SECRET, BODY, StatusCode::NO_CONTENT),
        ("an older secret", BODY, StatusCode::NO_CONTENT),
        ("a stranger's", BODY, StatusCode::UNAUTHORIZED),
        (WEBHOOK_SECRET, "{}", StatusCode::UNAUTHORIZED),
    ] {
        let answer = program.send(message(&town, secret, body)).await;
        assert_eq!(answer.status, status, "{secret}");
        assert_eq!(answer.body, "");
        assert!(!answer.headers.contains_key(http::header::SET_COOKIE));
    }
}
