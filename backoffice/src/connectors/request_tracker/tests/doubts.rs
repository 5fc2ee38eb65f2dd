//! Answers that do not come, refusals that look like success: nothing is done twice, nothing is said that is not so.

use domain::request::Status;
use jiff::SignedDuration;
use serde_json::json;

use super::{
    fake::Mood,
    town::{code, towns},
};
use crate::api::problem::ProblemCode;

/// Longer than Request Tracker may still be at work on something.
const SETTLED: SignedDuration = SignedDuration::from_secs(61);

#[tokio::test]
async fn a_request_whose_ticket_was_made_behind_a_failure_makes_no_second_one() {
    for mood in [Mood::FailsAfter, Mood::HangsAfter] {
        for (town, fake) in towns().await {
            let (key, report) = (town.key(), town.report());
            fake.feel(mood);
            let doubtful = town.post("/v1/requests", &key, &report).await;
            assert_eq!(code(&doubtful), ProblemCode::BackofficeUnavailable);
            assert_eq!(doubtful.headers()["retry-after"], "30");
            fake.feel(Mood::Works);
            let early = town.post("/v1/requests", &key, &report).await;
            assert_eq!(code(&early), ProblemCode::RequestInProgress);
            town.later(SETTLED);
            let settled = town.post("/v1/requests", &key, &report).await;
            assert_eq!(settled.status(), 201, "{:?}", settled.body());
            assert_eq!(fake.books().tickets.len(), 1, "{mood:?}");
        }
    }
}

#[tokio::test]
async fn a_request_that_never_arrived_is_sent_once_the_tracker_is_back() {
    for (town, fake) in towns().await {
        let (key, report) = (town.key(), town.report());
        fake.feel(Mood::Down);
        let away = town.post("/v1/requests", &key, &report).await;
        assert_eq!(code(&away), ProblemCode::BackofficeUnavailable);
        fake.feel(Mood::Works);
        let answer = town.post("/v1/requests", &key, &report).await;
        assert_eq!(
            answer.status(),
            201,
            "nothing was posted: nothing to wait for"
        );
        assert_eq!(fake.books().tickets.len(), 1);
    }
}

#[tokio::test]
async fn a_message_behind_a_failure_is_written_once_and_shown_once() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        let key = town.key();
        fake.feel(Mood::FailsAfter);
        let doubtful = town.write(&id, &key, "Bonjour").await;
        assert_eq!(code(&doubtful), ProblemCode::BackofficeUnavailable);
        fake.feel(Mood::Works);
        // Meanwhile the page is read: these words are the resident's, not an agent's.
        assert_eq!(town.thread(&id).await, []);
        town.later(SETTLED);
        let settled = town.write(&id, &key, "Bonjour").await;
        assert_eq!(settled.status(), 201, "{:?}", settled.body());
        assert_eq!(fake.told(0).len(), 1);
        assert_eq!(town.thread(&id).await.len(), 1);
        let again = town.write(&id, &key, "Bonjour").await;
        assert_eq!(again.headers()["idempotency-replayed"], "true");
        let other = town.write(&id, &key, "Autre chose").await;
        assert_eq!(code(&other), ProblemCode::IdempotencyKeyReused);
    }
}

#[tokio::test]
async fn a_withdrawal_that_the_tracker_silently_refuses_is_not_called_done() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        let (key, path) = (town.key(), format!("/v1/requests/{id}/withdrawal"));
        let withdrawal = json!({ "withdrawn_at": "2026-11-27T09:00:00Z" });
        fake.feel(Mood::KeepsStatus);
        let refused = town.post(&path, &key, &withdrawal).await;
        assert_eq!(code(&refused), ProblemCode::BackofficeUnavailable);
        assert_eq!(town.request(&id).await.summary.status, Status::Submitted);
        fake.feel(Mood::Works);
        let answer = town.post(&path, &key, &withdrawal).await;
        assert_eq!(answer.status(), 200, "{:?}", answer.body());
        assert_eq!(fake.told(0).len(), 1, "agents are told once");
    }
}

#[tokio::test]
async fn an_answer_stands_even_where_the_ticket_cannot_be_opened_again() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        fake.writes(0, "claire", "Quelle rue ?", json!([]));
        fake.sets(0, "claire", "stalled");
        fake.feel(Mood::KeepsStatus);
        assert_eq!(
            town.write(&id, &town.key(), "Celle-ci.").await.status(),
            201
        );
        assert_eq!(town.thread(&id).await.len(), 2);
    }
}

#[tokio::test]
async fn a_tracker_that_is_away_or_asks_to_log_in_is_said_to_be_away() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        for mood in [Mood::Down, Mood::AsksToLogIn] {
            fake.feel(mood);
            for path in ["", "/timeline", "/messages"] {
                let answer = town.get(&format!("/v1/requests/{id}{path}")).await;
                assert_eq!(code(&answer), ProblemCode::BackofficeUnavailable, "{path}");
            }
            let answer = town.write(&id, &town.key(), "Bonjour").await;
            assert_eq!(code(&answer), ProblemCode::BackofficeUnavailable);
        }
        let unknown = town
            .get("/v1/requests/6a1e4d0e-0000-4000-8000-000000000001")
            .await;
        assert_eq!(code(&unknown), ProblemCode::NotFound);
        assert_eq!(
            town.get("/v1/procedures").await.status(),
            200,
            "forms are here"
        );
    }
}

#[tokio::test]
async fn no_ticket_is_made_where_it_could_not_be_found_again() {
    for (town, fake) in towns().await {
        fake.feel(Mood::HasNoField);
        let answer = town.post("/v1/requests", &town.key(), &town.report()).await;
        assert_eq!(code(&answer), ProblemCode::BackofficeUnavailable);
        assert!(town.tracker.check().await.is_err());
        assert_eq!(fake.books().tickets.len(), 0);
        fake.feel(Mood::Works);
        assert!(town.tracker.check().await.is_ok());
    }
}

#[tokio::test]
async fn nothing_that_a_resident_typed_is_in_an_address() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        town.write(&id, &town.key(), "' OR id > 0").await;
        town.tracker.round().await.unwrap();
        for path in &fake.books().asked {
            assert!(
                !path.contains("lampe") && !path.contains("sacha") && !path.contains("OR"),
                "{path}"
            );
        }
    }
}
