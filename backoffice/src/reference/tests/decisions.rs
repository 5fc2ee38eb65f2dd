//! Decisions: what a resident may do against a refusal, and the documents that an acceptance delivers.

use domain::{
    locale::Locale,
    request::{TimelineEntry, TimelineKind},
};
use futures::TryStreamExt;
use http::Method;
use jiff::{SignedDuration, civil::date};
use object_store::ObjectStore;

use super::office::{Office, offices};
use crate::{
    api::{
        events::{EventKind, EventPage},
        page::Page,
        requests::{Decision, Outcome, Request},
        tracking::TrackingGrant,
    },
    reference::{Act, Closing, NewDelivery, StaffError},
};

const CONTENT: &[u8] = b"%PDF-1.4\nthe record of birth";

fn delivering(content: &[u8]) -> Act {
    Act::Close(Closing {
        documents: vec![NewDelivery {
            filename: "acte de Léa.pdf".to_owned(),
            title: "Copie intégrale".to_owned(),
            valid_until: Some(date(2027, 2, 22)),
            content: content.to_vec(),
        }],
        ..Closing::new(Outcome::Accepted, "Voici la copie.")
    })
}

/// The request after an act on it as it was sent.
async fn after(office: &Office, request: &Request, act: Act) -> Request {
    let number = request.summary.number.as_deref().unwrap();
    let staff = office.reference.staff();
    staff.act(number, 1, "Sam", act).await.unwrap();
    office
        .read(&format!("/v1/requests/{}", request.summary.id))
        .await
}

fn decision(request: &Request) -> &Decision {
    request.summary.decision.as_ref().unwrap()
}

async fn stored(office: &Office) -> usize {
    let objects = office.objects.list(None).try_collect::<Vec<_>>().await;
    objects.unwrap().len()
}

#[tokio::test]
async fn a_refusal_says_why_on_which_texts_and_until_when_it_can_be_contested() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let refusal = Act::Close(Closing {
            language: Some(Locale::French),
            legal_basis: vec![
                "Code civil, article 34".to_owned(),
                "CGCT, article L2212-2".to_owned(),
            ],
            ..Closing::new(Outcome::Rejected, "La rue est privée.")
        });
        let read = after(&office, &request, refusal).await;
        let decision = decision(&read);
        assert_eq!(decision.language, Some(Locale::French));
        let until: Vec<_> = decision.remedies.iter().map(|it| it.until).collect();
        assert_eq!(until, [Some(date(2027, 1, 22)), None]);
        assert_eq!(
            decision.remedies[0].addressee,
            ["The mayor", "1 place de l'Hôtel-de-Ville"]
        );
        let texts: Vec<_> = decision
            .legal_basis
            .iter()
            .map(|source| (source.reference.as_str(), source.url.is_some()))
            .collect();
        assert_eq!(
            texts,
            [
                ("Code civil, article 34", true),
                ("CGCT, article L2212-2", false)
            ]
        );
        let page: Page<TimelineEntry> = office
            .read(&format!("/v1/requests/{}/timeline", request.summary.id))
            .await;
        let last = page.items.last().unwrap();
        assert_eq!(last.language, Some(Locale::French));
        assert_eq!(last.text.as_deref(), Some("La rue est privée."));
    }
}

#[tokio::test]
async fn an_acceptance_leaves_nothing_to_contest() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let act = Act::Close(Closing::new(Outcome::Accepted, "C’est fait."));
        let read = after(&office, &request, act).await;
        assert!(decision(&read).remedies.is_empty());
    }
}

#[tokio::test]
async fn a_resident_saves_the_document_that_was_delivered_and_nobody_else_does() {
    for office in offices().await {
        let new = office.report(Some("lea@example.org"));
        let request = office.sent(&new).await;
        let other = office.sent(&office.report(None)).await;
        let read = after(&office, &request, delivering(CONTENT)).await;
        let document = &decision(&read).documents[0];
        assert_eq!(document.title, "Copie intégrale");
        assert_eq!(document.valid_until, Some(date(2027, 2, 22)));
        let query = serde_json::json!({
            "code": new.tracking_code, "proof": { "email": "lea@example.org" }
        });
        let response = office.post("/v1/tracking", &office.key(), &query).await;
        let grant: TrackingGrant = serde_json::from_slice(response.body()).unwrap();
        let access = [("parvis-access", grant.token.as_str())];
        let get = async |id: &str, headers: &[(&str, &str)]| {
            let path = format!("/v1/requests/{id}/documents/{}", document.file.id);
            office.call(Method::GET, &path, headers, Vec::new()).await
        };
        let saved = get(&request.summary.id, &access).await;
        assert_eq!(saved.status(), 200);
        assert_eq!(saved.body().as_ref(), CONTENT);
        let header = |name: &str| saved.headers()[name].to_str().unwrap();
        assert_eq!(header("content-type"), "application/pdf");
        assert_eq!(
            header("content-disposition"),
            "attachment; filename*=UTF-8''acte%20de%20L%C3%A9a.pdf"
        );
        assert!(header("repr-digest").starts_with("sha-256=:"));
        assert_eq!(header("cache-control"), "no-store");
        let known = [("if-none-match", header("etag"))];
        assert_eq!(get(&request.summary.id, &known).await.status(), 304);
        assert_eq!(get(&other.summary.id, &access).await.status(), 404);
        assert_eq!(get(&other.summary.id, &[]).await.status(), 404);
        let wrong = [("parvis-access", "no-such-token")];
        assert_eq!(get(&request.summary.id, &wrong).await.status(), 404);
    }
}

#[tokio::test]
async fn a_delivery_is_told_once_and_goes_with_the_request() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        after(&office, &request, delivering(CONTENT)).await;
        let events: EventPage = office.read("/v1/events?limit=100").await;
        let kinds: Vec<_> = events.items[4..].iter().map(|event| event.kind).collect();
        assert_eq!(kinds, [EventKind::DocumentAdded, EventKind::RequestUpdated]);
        let page: Page<TimelineEntry> = office
            .read(&format!("/v1/requests/{}/timeline", request.summary.id))
            .await;
        assert_eq!(page.items.last().unwrap().kind, TimelineKind::Document);
        let number = request.summary.number.as_deref().unwrap();
        let file = office.reference.staff().file(number).await.unwrap();
        assert!(
            file.uploads.is_empty(),
            "what was delivered is not what was sent"
        );
        assert_eq!(stored(&office).await, 1);
        office.later(SignedDuration::from_hours(24 * 3650));
        office.reference.purge().await.unwrap();
        assert_eq!(stored(&office).await, 0);
    }
}

#[tokio::test]
async fn an_agent_who_comes_too_late_or_with_the_wrong_file_delivers_nothing() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let number = request.summary.number.as_deref().unwrap();
        let staff = office.reference.staff();
        staff.act(number, 1, "Noor", Act::Take).await.unwrap();
        let late = staff.act(number, 1, "Sam", delivering(CONTENT)).await;
        assert!(matches!(late, Err(StaffError::ChangedMeanwhile)));
        let script = staff.act(number, 2, "Sam", delivering(b"#!/bin/sh")).await;
        assert!(matches!(script, Err(StaffError::Stored(_))), "{script:?}");
        assert_eq!(stored(&office).await, 0);
        assert_eq!(staff.file(number).await.unwrap().version, 2);
    }
}

#[tokio::test]
async fn nothing_of_a_decision_is_readable_in_the_database_or_the_store() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        after(&office, &request, delivering(CONTENT)).await;
        let sql = "SELECT decision_more FROM backoffice_requests";
        let rows = office.database().fetch_all(sql, &[]).await.unwrap();
        let mut seen = rows[0].bytes("decision_more").unwrap();
        let sql = "SELECT filename FROM backoffice_uploads";
        let rows = office.database().fetch_all(sql, &[]).await.unwrap();
        seen.extend(rows[0].bytes("filename").unwrap());
        let objects = office.objects.list(None).try_collect::<Vec<_>>().await;
        for object in objects.unwrap() {
            let kept = object_store::ObjectStoreExt::get(&*office.objects, &object.location).await;
            seen.extend(kept.unwrap().bytes().await.unwrap());
        }
        for words in ["Copie", "acte", "record of birth"] {
            let found = seen
                .windows(words.len())
                .any(|window| window == words.as_bytes());
            assert!(!found, "`{words}` is readable");
        }
    }
}
