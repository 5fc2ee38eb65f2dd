//! What is kept, how it is kept, and when it goes.

use std::sync::Arc;

use futures::TryStreamExt;
use http::Method;
use jiff::SignedDuration;
use object_store::ObjectStore;

use super::office::{Office, catalogue, offices, open};
use crate::{
    api::{
        events::{EventKind, EventPage},
        requests::{Outcome, Request},
        tracking::TrackingGrant,
        uploads::Upload,
    },
    reference::{Act, Closing, Keys, Parts, Reference},
};

const DAY: SignedDuration = SignedDuration::from_hours(24);

async fn close(office: &Office, request: &Request) {
    let number = request.summary.number.as_deref().unwrap();
    let act = Act::Close(Closing::new(Outcome::Accepted, "La lampe est réparée."));
    office
        .reference
        .staff()
        .act(number, 1, "Sam", act)
        .await
        .unwrap();
}

async fn stored_objects(office: &Office) -> usize {
    office
        .objects
        .list(None)
        .try_collect::<Vec<_>>()
        .await
        .unwrap()
        .len()
}

#[tokio::test]
async fn an_ended_request_is_deleted_when_its_retention_is_over_and_not_before() {
    for office in offices().await {
        let kept = office.sent(&office.report(None)).await;
        let ended = office.sent(&office.report(None)).await;
        close(&office, &ended).await;
        let path = format!("/v1/requests/{}", ended.summary.id);
        office.later(DAY - SignedDuration::from_secs(1));
        assert_eq!(office.reference.purge().await.unwrap().requests, 0);
        let read: Request = office.read(&path).await;
        assert_eq!(
            read.summary.retention.delete_after,
            Some(jiff::civil::date(2026, 11, 23))
        );
        office.later(SignedDuration::from_secs(1));
        assert_eq!(office.reference.purge().await.unwrap().requests, 1);
        assert_eq!(
            office
                .call(Method::GET, &path, &[], Vec::new())
                .await
                .status(),
            404
        );
        office
            .read::<Request>(&format!("/v1/requests/{}", kept.summary.id))
            .await;
        let events: EventPage = office.read("/v1/events?limit=100").await;
        let about: Vec<_> = events
            .items
            .iter()
            .filter(|event| event.subject == path)
            .collect();
        assert_eq!(about.len(), 1, "only the deletion remains");
        assert_eq!(about[0].kind, EventKind::RequestDeleted);
    }
}

#[tokio::test]
async fn a_file_that_no_request_names_goes_after_a_day() {
    for office in offices().await {
        let upload = office.uploaded(b"%PDF-1.4\nforgotten").await;
        let path = format!("/v1/uploads/{}", upload.id);
        office.reference.purge().await.unwrap();
        assert_eq!(stored_objects(&office).await, 1);
        // What is stored has the machine's time; the office's clock passes it by far.
        office.later(DAY * 3650);
        office.reference.purge().await.unwrap();
        assert_eq!(stored_objects(&office).await, 0);
        assert_eq!(
            office
                .call(Method::GET, &path, &[], Vec::new())
                .await
                .status(),
            404
        );
    }
}

#[tokio::test]
async fn a_file_that_was_forgotten_and_is_sent_again_is_there_again() {
    for office in offices().await {
        let (content, key) = (b"%PDF-1.4\nsent twice", office.key());
        let first = office.uploaded_under(&key, content).await;
        assert_eq!(office.uploaded_under(&key, content).await.id, first.id);
        office.later(SignedDuration::from_hours(25));
        office.reference.purge().await.unwrap();
        let again = office.uploaded_under(&key, content).await;
        assert_ne!(again.id, first.id);
        office
            .read::<Upload>(&format!("/v1/uploads/{}", again.id))
            .await;
    }
}

#[tokio::test]
async fn nothing_that_a_resident_wrote_is_readable_in_the_database_or_the_store() {
    for office in offices().await {
        let request = office.sent(&office.report(Some("lea@example.org"))).await;
        close(&office, &request).await;
        let content = b"%PDF-1.4\nthe secret of the file";
        office.uploaded(content).await;
        let message = serde_json::json!({
            "kind": "message", "text": "Mon chien a peur.", "written_at": "2026-11-22T09:00:00Z",
        });
        let path = format!("/v1/requests/{}/messages", request.summary.id);
        office.post(&path, &office.key(), &message).await;
        let tables: [(&'static str, &'static [&'static str]); 5] = [
            ("SELECT words FROM backoffice_messages", &["words"]),
            (
                "SELECT answers, decision_text, email_proof, tracking FROM backoffice_requests",
                &["answers", "decision_text", "email_proof", "tracking"],
            ),
            (
                "SELECT words FROM backoffice_timeline WHERE words IS NOT NULL",
                &["words"],
            ),
            ("SELECT filename FROM backoffice_uploads", &["filename"]),
            ("SELECT body FROM backoffice_calls", &["body"]),
        ];
        let mut seen = Vec::new();
        for (sql, columns) in tables {
            for row in office.database().fetch_all(sql, &[]).await.unwrap() {
                for column in columns {
                    seen.extend(row.bytes(column).unwrap());
                }
            }
        }
        for meta in office
            .objects
            .list(None)
            .try_collect::<Vec<_>>()
            .await
            .unwrap()
        {
            let object = object_store::ObjectStoreExt::get(&*office.objects, &meta.location).await;
            seen.extend(object.unwrap().bytes().await.unwrap());
        }
        for words in ["Lavoir", "lea@", "preuve", "secret", "réparée", "chien"] {
            let found = seen
                .windows(words.len())
                .any(|window| window == words.as_bytes());
            assert!(!found, "`{words}` is readable");
        }
    }
}

#[tokio::test]
async fn an_access_ends_after_half_an_hour() {
    for office in offices().await {
        let new = office.report(Some("Lea@Example.org"));
        let request = office.sent(&new).await;
        let query = serde_json::json!({
            "code": new.tracking_code, "proof": { "email": "lea@example.org" }
        });
        let response = office.post("/v1/tracking", &office.key(), &query).await;
        assert_eq!(response.status(), 200, "{:?}", response.body());
        let grant: TrackingGrant = serde_json::from_slice(response.body()).unwrap();
        let path = format!("/v1/requests/{}", request.summary.id);
        let access = [("parvis-access", grant.token.as_str())];
        assert_eq!(
            office
                .call(Method::GET, &path, &access, Vec::new())
                .await
                .status(),
            200
        );
        office.later(SignedDuration::from_mins(30));
        assert_eq!(
            office
                .call(Method::GET, &path, &access, Vec::new())
                .await
                .status(),
            404
        );
    }
}

#[tokio::test]
async fn someone_who_mistyped_too_often_may_try_again_after_a_quarter_of_an_hour() {
    for office in offices().await {
        let new = office.report(Some("lea@example.org"));
        office.sent(&new).await;
        let attempt = async |email: &str| {
            let query =
                serde_json::json!({ "code": new.tracking_code, "proof": { "email": email } });
            office
                .post("/v1/tracking", &office.key(), &query)
                .await
                .status()
                .as_u16()
        };
        for _ in 0..5 {
            assert_eq!(attempt("leo@example.org").await, 404);
        }
        assert_eq!(
            attempt("lea@example.org").await,
            429,
            "even the right proof waits"
        );
        office.later(SignedDuration::from_mins(16));
        assert_eq!(attempt("lea@example.org").await, 200);
    }
}

#[tokio::test]
async fn an_office_refuses_to_open_with_another_key() {
    for office in offices().await {
        let parts = |secret| Parts {
            database: office.database(),
            objects: Arc::clone(&office.objects) as Arc<dyn ObjectStore>,
            catalogue: Arc::new(catalogue()),
            keys: Keys::new([secret; 32]),
            clock: Arc::clone(&office.clock) as Arc<dyn crate::ports::Clock>,
            randomness: Arc::clone(&office.randomness) as Arc<dyn crate::ports::Randomness>,
            max_upload_bytes: 1,
        };
        assert!(Reference::open(parts(8)).await.is_err());
        assert!(Reference::open(parts(7)).await.is_ok());
    }
}

#[tokio::test]
async fn a_procedure_is_told_changed_once_when_its_words_change() {
    for office in offices().await {
        let mut changed = catalogue();
        Arc::make_mut(&mut changed.procedures[0]).minutes = 6;
        for _ in 0..2 {
            let changed = changed.clone();
            open(
                office.database(),
                changed,
                &office.clock,
                &office.randomness,
                &office.objects,
            )
            .await;
        }
        let events: EventPage = office.read("/v1/events?limit=100").await;
        let told = events
            .items
            .iter()
            .filter(|event| event.kind == EventKind::ProcedureUpdated);
        assert_eq!(told.count(), 4, "three at first, then one");
    }
}
