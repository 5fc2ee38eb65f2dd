//! Corrections: what a resident put right, what was asked of them, and how they are found afterwards.

use std::sync::Arc;

use domain::{
    answers::Answer,
    info_request::MarkReason,
    request::{AuthorKind, Status, TimelineEntry, TimelineKind},
};
use jiff::civil::date;

use super::office::{Office, catalogue, offices, open};
use crate::{
    api::{page::Page, requests::Request},
    ports::Clock,
    reference::{Act, Asking, NewMark, StaffError},
};

fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

async fn corrected(
    office: &Office,
    request: &Request,
    key: &str,
    answer: Answer,
) -> http::StatusCode {
    let mut answers = request.answers.clone();
    answers.0.insert(key.to_owned(), answer);
    let body = serde_json::json!({
        "form_version": request.summary.form_version, "answers_version": request.answers_version,
        "answers": answers, "corrected_at": office.clock.now(),
    });
    let path = format!("/v1/requests/{}/corrections", request.summary.id);
    office.post(&path, &office.key(), &body).await.status()
}

fn mark(key: &str, words: &str) -> Act {
    Act::Ask(Asking {
        words: Some("Merci de vérifier.".to_owned()),
        due_on: Some(date(2026, 12, 20)),
        marks: vec![NewMark {
            key: key.to_owned(),
            reason: MarkReason::Incomplete,
            words: words.to_owned(),
        }],
        ..Asking::default()
    })
}

#[tokio::test]
async fn a_resident_corrects_what_an_agent_marked_and_the_request_goes_back_in_review() {
    for office in offices().await {
        let request = office.sent(&office.report(Some("lea@example.org"))).await;
        let number = request.summary.number.as_deref().unwrap();
        let path = format!("/v1/requests/{}", request.summary.id);
        let staff = office.reference.staff();
        let act = mark("what", "Quel numéro de rue ?");
        let status = staff.act(number, 1, "Sam", act).await.unwrap();
        assert_eq!(status, Status::InfoRequested);
        let waiting: Request = office.read(&path).await;
        let asked = waiting.info_request.clone().unwrap();
        assert_eq!(asked.text.as_deref(), Some("Merci de vérifier."));
        assert_eq!(asked.marks[0].text, "Quel numéro de rue ?");
        assert_eq!(
            waiting.summary.clock_paused_since, None,
            "no document is missing"
        );
        let other = text("leo@example.org");
        assert_eq!(corrected(&office, &waiting, "email", other).await, 201);
        let waiting: Request = office.read(&path).await;
        assert_eq!(waiting.summary.status, Status::InfoRequested);
        let answer = text("La lampe devant le 3, rue du Lavoir.");
        assert_eq!(corrected(&office, &waiting, "what", answer).await, 201);
        let read: Request = office.read(&path).await;
        assert_eq!(read.summary.status, Status::InReview);
        assert_eq!((read.info_request, read.answers_version), (None, 3));
        assert_eq!(read.corrections.len(), 2);
        assert_eq!(
            read.corrections[1].changes[0].before,
            request.answers.get("what").cloned()
        );
        let page: Page<TimelineEntry> = office.read(&format!("{path}/timeline")).await;
        let told: Vec<_> = page.items[1..]
            .iter()
            .map(|entry| (entry.kind, entry.status, entry.author_kind))
            .collect();
        let correction = (TimelineKind::Correction, None, AuthorKind::Citizen);
        let status = TimelineKind::Status;
        assert_eq!(
            told,
            [
                (status, Some(Status::InfoRequested), AuthorKind::Staff),
                correction,
                correction,
                (status, Some(Status::InReview), AuthorKind::System),
            ]
        );
        let file = staff.file(number).await.unwrap();
        assert!(file.demands[0].closed_at.is_some() && file.demands[0].info_request.is_answered());
        assert_eq!(file.corrections, read.corrections);
    }
}

#[tokio::test]
async fn a_second_ask_adds_to_the_one_that_waits() {
    for office in offices().await {
        let request = office.sent(&office.report(Some("lea@example.org"))).await;
        let number = request.summary.number.as_deref().unwrap();
        let staff = office.reference.staff();
        for (version, key) in [(1, "what"), (2, "email")] {
            let act = mark(key, "À vérifier");
            staff.act(number, version, "Sam", act).await.unwrap();
        }
        let file = staff.file(number).await.unwrap();
        assert_eq!(file.demands.len(), 1);
        assert_eq!(file.demands[0].info_request.marks.len(), 2);
        // The agent goes on without waiting.
        let act = Act::Move {
            status: Status::InReview,
            words: None,
        };
        staff.act(number, 3, "Sam", act).await.unwrap();
        let path = format!("/v1/requests/{}", request.summary.id);
        assert_eq!(office.read::<Request>(&path).await.info_request, None);
    }
}

#[tokio::test]
async fn an_agent_who_marks_an_answer_that_nobody_gave_is_told_the_keys() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let number = request.summary.number.as_deref().unwrap();
        let staff = office.reference.staff();
        let told = staff.act(number, 1, "Sam", mark("adress", "Où ?")).await;
        let told = told.unwrap_err().to_string();
        assert_eq!(told, "the form has no `adress`; it has what, email");
        let nothing = staff
            .act(number, 1, "Sam", Act::Ask(Asking::default()))
            .await;
        assert!(matches!(nothing, Err(StaffError::NothingAsked)));
        let mut late = mark("what", "Où ?");
        if let Act::Ask(asking) = &mut late {
            asking.due_on = Some(date(2026, 11, 21));
        }
        let late = staff.act(number, 1, "Sam", late).await;
        assert!(matches!(late, Err(StaffError::Past(_))));
        assert_eq!(staff.file(number).await.unwrap().version, 1);
    }
}

#[tokio::test]
async fn a_resident_who_corrected_their_address_finds_the_request_with_the_new_one() {
    for office in offices().await {
        let new = office.report(Some("lea@example.org"));
        let request = office.sent(&new).await;
        let answer = text("lea@example.net");
        assert_eq!(corrected(&office, &request, "email", answer).await, 201);
        for (email, status) in [("lea@example.org", 404), ("lea@example.net", 200)] {
            let query =
                serde_json::json!({ "code": new.tracking_code, "proof": { "email": email } });
            let response = office.post("/v1/tracking", &office.key(), &query).await;
            assert_eq!(response.status(), status, "{email}");
        }
    }
}

#[tokio::test]
async fn a_request_is_corrected_by_its_own_form_even_when_the_form_changed_twice() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let mut latest = None;
        for version in ["2", "3"] {
            let mut changed = catalogue();
            for procedure in &mut changed.procedures {
                Arc::make_mut(procedure).form_version = version.to_owned();
            }
            let again = open(
                office.database(),
                changed,
                &office.clock,
                &office.randomness,
                &office.objects,
            );
            latest = Some(again.await);
        }
        let latest = latest.unwrap();
        let answer = text("La lampe devant le 3, rue du Lavoir.");
        assert_eq!(corrected(&latest, &request, "what", answer).await, 201);
        let mut other = request;
        other.summary.form_version = "3".to_owned();
        let answer = text("Rien.");
        assert_eq!(corrected(&latest, &other, "what", answer).await, 422);
    }
}
