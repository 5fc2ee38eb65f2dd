//! The life of a request whose agents work in Request Tracker.

use domain::{
    decision::Outcome,
    request::{AuthorKind, Status, TimelineEntry},
};
use http::StatusCode;
use serde_json::{Value, json};

use super::town::{PDF, code, towns};
use crate::{
    api::{page::Page, problem::ProblemCode},
    connectors::request_tracker::text,
};

#[tokio::test]
async fn agents_read_the_questions_and_the_answers_and_get_the_files() {
    for (town, fake) in towns().await {
        let upload = town.uploaded(PDF).await;
        let request = town.sent().await;
        let message = json!({
            "kind": "message", "text": "", "uploads": [upload.id], "written_at": "2026-11-27T09:00:00Z",
        });
        let path = format!("/v1/requests/{}/messages", request.summary.id);
        let answer = town.post(&path, &town.key(), &message).await;
        assert_eq!(answer.status(), 201, "{:?}", answer.body());
        assert_eq!(
            request.summary.number.as_deref(),
            Some("1"),
            "agents look for the number of the ticket"
        );
        let books = fake.books();
        let ticket = &books.tickets[0];
        let text = |name: &str| ticket.body[name].as_str().unwrap().to_owned();
        assert_eq!(text("Subject"), "Report something");
        for said in [
            "What happened : La lampe est cassée.\n    Depuis lundi.",
            "E-mail : sacha@example.org",
            "27/11/2026 à 09 h 30 (portail), en arabe",
        ] {
            assert!(text("Content").contains(said), "{}", text("Content"));
        }
        let words = &ticket
            .history
            .iter()
            .find(|it| it.kind == "Correspond")
            .unwrap()
            .body;
        assert_eq!(words["Attachments"][0]["FileName"], "pièce.pdf");
        let key = text::key_in(words["Subject"].as_str().unwrap());
        assert!(key.is_some() && words["Content"].as_str().unwrap().contains("fichiers"));
    }
}

#[tokio::test]
async fn a_resident_is_asked_answers_and_learns_the_decision() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        fake.notes(0, "Ce monsieur écrit tous les jours.");
        fake.writes(
            0,
            "claire",
            "<p>Quelle rue&nbsp;?</p><p>Merci</p>",
            json!([]),
        );
        fake.sets(0, "claire", "stalled");
        let request = town.request(&id).await;
        assert_eq!(request.summary.status, Status::InfoRequested);
        let asked = request.info_request.unwrap();
        assert_eq!(asked.text.as_deref(), Some("Quelle rue ?\n\nMerci"));
        assert_eq!(
            request.summary.clock_paused_since, None,
            "no document is named as missing"
        );

        let answer = town.write(&id, &town.key(), "Rue du Lavoir.").await;
        assert_eq!(answer.status(), 201, "{:?}", answer.body());
        assert_eq!(fake.books().tickets[0].status, "open");
        let request = town.request(&id).await;
        assert_eq!(
            (request.summary.status, request.info_request),
            (Status::InReview, None)
        );

        let file = json!([{ "FileName": "arrêté.pdf", "FileType": "application/pdf",
            "FileContent": "JVBERi0xLjQgYXJyw6p0w6k=" },
            { "FileName": "notes.docx", "FileType": "application/msword", "FileContent": "bm90ZXM=" }]);
        fake.writes(0, "claire", "Nous regardons.", json!([]));
        fake.writes(0, "claire", "La lampe est réparée.", file);
        fake.sets(0, "claire", "resolved");
        let request = town.request(&id).await;
        assert!(request.summary.is_final);
        let decision = request.summary.decision.unwrap();
        assert_eq!(decision.outcome, Outcome::Accepted);
        assert_eq!(decision.reason_text, "La lampe est réparée.");
        assert_eq!(
            decision.documents.len(),
            1,
            "a browser opens no other kind safely"
        );
        let path = format!(
            "/v1/requests/{id}/documents/{}",
            decision.documents[0].file.id
        );
        let document = town.get(&path).await;
        assert_eq!(document.body().as_ref(), "%PDF-1.4 arrêté".as_bytes());

        let thread = town.thread(&id).await;
        let said: Vec<_> = thread
            .iter()
            .map(|it| (it.author_kind, it.text.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                (AuthorKind::Staff, "Quelle rue ?\n\nMerci"),
                (AuthorKind::Citizen, "Rue du Lavoir."),
                (AuthorKind::Staff, "Nous regardons."),
                (AuthorKind::Staff, "La lampe est réparée."),
            ]
        );
        assert_eq!(thread[3].files.len(), 2);
        let everything = town
            .get(&format!("/v1/requests/{id}/timeline?limit=100"))
            .await;
        let timeline: Page<TimelineEntry> = serde_json::from_slice(everything.body()).unwrap();
        let statuses: Vec<_> = timeline.items.iter().filter_map(|it| it.status).collect();
        assert_eq!(
            statuses,
            [
                Status::Submitted,
                Status::InReview,
                Status::InfoRequested,
                Status::InReview,
                Status::Accepted
            ]
        );
        for shown in [
            serde_json::to_string(&thread).unwrap(),
            format!("{timeline:?}"),
        ] {
            assert!(!shown.contains("tous les jours") && !shown.contains("claire"));
        }
    }
}

#[tokio::test]
async fn a_refusal_says_what_may_be_done_against_it() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        fake.writes(0, "claire", "Cette rue est privée.", json!([]));
        fake.sets(0, "claire", "rejected");
        let decision = town.request(&id).await.summary.decision.unwrap();
        assert_eq!(decision.outcome, Outcome::Rejected);
        assert_eq!(decision.remedies.len(), 2);
    }
}

#[tokio::test]
async fn a_question_that_was_answered_is_not_the_reason_of_a_decision() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        fake.writes(0, "claire", "Quelle rue ?", json!([]));
        fake.sets(0, "claire", "stalled");
        town.request(&id).await;
        town.write(&id, &town.key(), "Rue du Lavoir.").await;
        fake.sets(0, "claire", "resolved");
        let decision = town.request(&id).await.summary.decision.unwrap();
        assert_eq!(decision.reason_text, "");
    }
}

#[tokio::test]
async fn a_decision_stands_when_the_resident_says_thank_you_and_falls_when_an_agent_opens_again() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        fake.writes(0, "claire", "C’est fait.", json!([]));
        town.request(&id).await;
        // The words were read before the decision: they are asked for again.
        fake.sets(0, "claire", "resolved");
        let decided = town.request(&id).await;
        assert_eq!(
            decided.summary.decision.as_ref().unwrap().reason_text,
            "C’est fait."
        );
        assert_eq!(town.write(&id, &town.key(), "Merci !").await.status(), 201);
        assert_eq!(
            fake.books().tickets[0].status,
            "open",
            "its agents see that there is something new"
        );
        let thanked = town.request(&id).await;
        assert_eq!(thanked.summary.decision, decided.summary.decision);
        fake.writes(0, "claire", "Avec plaisir.", json!([]));
        fake.sets(0, "claire", "resolved");
        assert_eq!(
            town.request(&id).await.summary.decision,
            decided.summary.decision
        );

        fake.sets(0, "claire", "open");
        let again = town.request(&id).await;
        assert_eq!(
            (again.summary.status, again.summary.decision),
            (Status::InReview, None)
        );
        assert_eq!(again.summary.retention.delete_after, None);
    }
}

#[tokio::test]
async fn writing_oneself_does_not_make_a_request_look_examined() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        town.write(&id, &town.key(), "J’ajoute une chose.").await;
        assert_eq!(fake.books().tickets[0].status, "open");
        assert_eq!(town.request(&id).await.summary.status, Status::Submitted);
        fake.writes(0, "claire", "Nous lisons.", json!([]));
        assert_eq!(town.request(&id).await.summary.status, Status::InReview);
    }
}

#[tokio::test]
async fn a_corrected_answer_reaches_agents_with_the_one_before() {
    for (town, fake) in towns().await {
        let request = town.sent().await;
        let id = request.summary.id;
        let correction = json!({
            "form_version": "1", "answers_version": 1, "corrected_at": "2026-11-27T09:00:00Z",
            "answers": {
                "what": { "type": "text", "value": "Deux lampes." },
                "email": { "type": "text", "value": "sacha@example.org" },
            },
        });
        let path = format!("/v1/requests/{id}/corrections");
        let answer = town.post(&path, &town.key(), &correction).await;
        assert_eq!(answer.status(), 201, "{:?}", answer.body());
        let books = fake.books();
        let words = &books.tickets[0]
            .history
            .iter()
            .find(|it| it.kind == "Correspond")
            .unwrap()
            .body;
        let said = words["Content"].as_str().unwrap();
        assert!(said.contains("What happened\n  Avant : La lampe est cassée.\nDepuis lundi.\n  Maintenant : Deux lampes.\n"), "{said}");
        assert!(
            !said.contains("sacha"),
            "what did not change is not repeated"
        );
    }
}

#[tokio::test]
async fn a_withdrawn_request_is_told_with_its_reason_and_ends_in_the_tracker() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        let key = town.key();
        let withdrawal =
            json!({ "reason": "Je déménage.", "withdrawn_at": "2026-11-27T09:00:00Z" });
        let path = format!("/v1/requests/{id}/withdrawal");
        let answer = town.post(&path, &key, &withdrawal).await;
        assert_eq!(answer.status(), 200, "{:?}", answer.body());
        assert_eq!(town.request(&id).await.summary.status, Status::Withdrawn);
        assert_eq!(fake.books().tickets[0].status, "deleted");
        assert_eq!(fake.told(0).len(), 1);
        let late = town.post(&path, &town.key(), &withdrawal).await;
        assert_eq!(code(&late), ProblemCode::InvalidState);
    }
}

#[tokio::test]
async fn nobody_gives_a_document_that_agents_cannot_name_nor_puts_off_a_day_they_cannot_set() {
    for (town, _) in towns().await {
        let id = town.sent().await.summary.id;
        let body: Value =
            json!({ "document_id": "1", "uploads": [], "given_at": "2026-11-27T09:00:00Z" });
        let answer = town
            .post(&format!("/v1/requests/{id}/documents"), &town.key(), &body)
            .await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let body = json!({ "info_request_id": "1", "asked_at": "2026-11-27T09:00:00Z" });
        let answer = town
            .post(&format!("/v1/requests/{id}/extension"), &town.key(), &body)
            .await;
        assert_eq!(code(&answer), ProblemCode::InvalidState);
    }
}
