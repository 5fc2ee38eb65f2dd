//! Documents that the service asks for: given, judged, given again, and what becomes of the legal time.

use std::sync::Arc;

use domain::{
    info_request::{DocumentState, Extension, InfoRequest},
    procedure::Silence,
    request::Status,
};
use jiff::{SignedDuration, Timestamp, civil::date};

use super::office::{Office, catalogue, offices, open};
use crate::{
    api::requests::Request,
    ports::Clock,
    reference::{Act, Asking, Extending, NewDocument, StaffError, Verdict},
};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn ask(title: &str) -> Act {
    Act::Ask(Asking {
        due_on: Some(date(2026, 12, 2)),
        documents: vec![NewDocument {
            title: title.to_owned(),
            why: "Pour situer la lampe.".to_owned(),
            examples: vec!["photo".to_owned()],
        }],
        ..Asking::default()
    })
}

fn judge(document: &str, verdict: Verdict) -> Act {
    Act::Judge {
        document: document.to_owned(),
        verdict,
    }
}

fn refused() -> Verdict {
    Verdict::Refused {
        reason: "On ne voit rien.".to_owned(),
    }
}

/// A request that waits for a document, and its number.
async fn waiting(office: &Office) -> (String, String) {
    let request = office.sent(&office.report(None)).await;
    let number = request.summary.number.unwrap();
    let staff = office.reference.staff();
    staff.act(&number, 1, "Sam", ask("Photo")).await.unwrap();
    (format!("/v1/requests/{}", request.summary.id), number)
}

async fn given(office: &Office, path: &str, document: &str) -> http::Response<bytes::Bytes> {
    let upload = office.uploaded(b"%PDF-1.4\nthe street").await;
    let body = serde_json::json!({
        "document_id": document, "uploads": [upload.id], "given_at": office.clock.now(),
    });
    let path = format!("{path}/documents");
    office.post(&path, &office.key(), &body).await
}

#[tokio::test]
async fn a_document_is_given_refused_and_given_again_until_it_will_do() {
    for office in offices().await {
        let (path, number) = waiting(&office).await;
        let staff = office.reference.staff();
        let read = async || office.read::<Request>(&path).await;
        let asked = read().await.info_request.unwrap();
        assert_eq!(asked.documents[0].state, DocumentState::Asked);
        let early = staff.act(&number, 2, "Sam", judge("1", refused())).await;
        assert!(matches!(early, Err(StaffError::NotGiven(_))));
        let response = given(&office, &path, "1").await;
        assert_eq!(response.status(), 201, "{:?}", response.body());
        let answered: InfoRequest = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(answered.documents[0].files.len(), 1);
        let present = read().await;
        assert_eq!(present.summary.status, Status::InReview);
        assert_eq!(present.info_request, None);
        let acted = staff.act(&number, 3, "Sam", judge("1", refused())).await;
        assert_eq!(acted.unwrap(), Status::InfoRequested);
        let due = read().await.info_request.unwrap();
        assert_eq!(due.documents[0].state, DocumentState::Refused);
        assert_eq!(
            due.documents[0].refusal.as_deref(),
            Some("On ne voit rien.")
        );
        assert_eq!(given(&office, &path, "1").await.status(), 201);
        let accept = judge("1", Verdict::Accepted);
        staff.act(&number, 5, "Sam", accept).await.unwrap();
        let file = staff.file(&number).await.unwrap();
        let kept = &file.demands[0].info_request.documents[0];
        assert_eq!(kept.state, DocumentState::Accepted);
        assert_eq!((kept.files.len(), file.uploads.len()), (1, 2));
        assert_eq!(given(&office, &path, "1").await.status(), 409);
        assert_eq!(given(&office, &path, "7").await.status(), 422);
    }
}

#[tokio::test]
async fn a_document_without_file_or_with_the_file_of_another_request_is_refused() {
    for office in offices().await {
        let (path, _) = waiting(&office).await;
        let (other, _) = waiting(&office).await;
        let upload = office.uploaded(b"%PDF-1.4\nmine").await;
        let give = async |path: &str, uploads: serde_json::Value| {
            let body = serde_json::json!({
                "document_id": "1", "uploads": uploads, "given_at": office.clock.now(),
            });
            let path = format!("{path}/documents");
            office.post(&path, &office.key(), &body).await.status()
        };
        assert_eq!(give(&path, serde_json::json!([])).await, 422);
        assert_eq!(give(&path, serde_json::json!([upload.id])).await, 201);
        assert_eq!(give(&other, serde_json::json!([upload.id])).await, 422);
        let file: Request = office.read(&other).await;
        assert!(file.info_request.unwrap().documents[0].is_due());
    }
}

#[tokio::test]
async fn a_resident_asks_for_more_time_once_and_the_agent_answers() {
    for office in offices().await {
        let (path, number) = waiting(&office).await;
        let staff = office.reference.staff();
        let refuse = Act::Extend(Extending::Refused);
        let unasked = staff.act(&number, 2, "Sam", refuse.clone()).await;
        assert!(matches!(unasked, Err(StaffError::NothingWaits)));
        let demand = serde_json::json!({
            "info_request_id": "1", "asked_at": office.clock.now(),
        });
        let (address, key) = (format!("{path}/extension"), office.key());
        let first = office.post(&address, &key, &demand).await;
        assert_eq!(first.status(), 201, "{:?}", first.body());
        let again = office.post(&address, &key, &demand).await;
        assert_eq!(again.body(), first.body());
        let second = office.post(&address, &office.key(), &demand).await;
        assert_eq!(second.status(), 409);
        let extend = Act::Extend(Extending::Until(date(2026, 12, 20)));
        staff.act(&number, 3, "Sam", extend).await.unwrap();
        let read: Request = office.read(&path).await;
        let asked = read.info_request.unwrap();
        assert_eq!(asked.extension, Some(Extension::Granted));
        assert_eq!(asked.due_on, Some(date(2026, 12, 20)));
    }
}

#[tokio::test]
async fn the_legal_time_stands_still_until_the_document_comes_or_its_day_has_passed() {
    for office in offices().await {
        let (path, _) = waiting(&office).await;
        let (late, _) = waiting(&office).await;
        let read = async |path: &str| office.read::<Request>(path).await.summary;
        let asked: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
        let paused = read(&path).await;
        assert_eq!(paused.clock_paused_since, Some(asked));
        assert_eq!(paused.legal_deadline, None);
        office.later(DAY * 5);
        assert_eq!(given(&office, &path, "1").await.status(), 201);
        let running = read(&path).await;
        assert_eq!(running.clock_paused_since, None);
        assert_eq!(running.legal_deadline, Some(date(2027, 1, 27)));
        office.later(DAY * 5);
        assert!(read(&late).await.clock_paused_since.is_some());
        office.later(DAY);
        let still = office.call(http::Method::GET, &late, &[], Vec::new()).await;
        let known = [("if-none-match", still.headers()["etag"].to_str().unwrap())];
        office.reference.purge().await.unwrap();
        let told = office
            .call(http::Method::GET, &late, &known, Vec::new())
            .await;
        assert_eq!(told.status(), 200, "another day is another version");
        let passed = read(&late).await;
        assert_eq!(passed.clock_paused_since, None);
        assert_eq!(passed.legal_deadline, Some(date(2027, 2, 2)));
        office.later(DAY * 9);
        assert_eq!(given(&office, &late, "1").await.status(), 201);
        assert_eq!(read(&late).await.legal_deadline, Some(date(2027, 2, 2)));
    }
}

#[tokio::test]
async fn where_silence_is_acceptance_the_legal_time_starts_again_in_full() {
    for office in offices().await {
        let mut accepting = catalogue();
        for procedure in &mut accepting.procedures {
            if let Some(delay) = &mut Arc::make_mut(procedure).legal_delay {
                delay.silence = Silence::Acceptance;
            }
        }
        let office = open(
            office.database(),
            accepting,
            &office.clock,
            &office.randomness,
            &office.objects,
        )
        .await;
        let (path, _) = waiting(&office).await;
        office.later(DAY * 20);
        let read = async || office.read::<Request>(&path).await.summary;
        assert!(read().await.clock_paused_since.is_some());
        assert_eq!(given(&office, &path, "1").await.status(), 201);
        assert_eq!(read().await.legal_deadline, Some(date(2027, 2, 12)));
    }
}

#[tokio::test]
async fn nothing_that_was_asked_or_corrected_is_readable_in_the_database() {
    for office in offices().await {
        let (path, number) = waiting(&office).await;
        given(&office, &path, "1").await;
        let staff = office.reference.staff();
        staff
            .act(&number, 3, "Sam", judge("1", refused()))
            .await
            .unwrap();
        let rows = office
            .database()
            .fetch_all("SELECT words, refusal FROM backoffice_asked_documents", &[])
            .await
            .unwrap();
        let sealed = [
            rows[0].bytes("words").unwrap(),
            rows[0].bytes("refusal").unwrap(),
        ]
        .concat();
        for words in ["Photo", "lampe", "On ne voit rien"] {
            let found = sealed
                .windows(words.len())
                .any(|window| window == words.as_bytes());
            assert!(!found, "`{words}` is readable");
        }
    }
}
