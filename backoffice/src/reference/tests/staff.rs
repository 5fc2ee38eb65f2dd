//! What agents may do, and what residents see of it.

use domain::{
    locale::Locale,
    request::{AuthorKind, Status, TimelineEntry, TimelineKind},
};
use http::Method;
use jiff::SignedDuration;

use super::office::offices;
use crate::{
    api::{
        events::{EventKind, EventPage},
        page::Page,
        requests::{Outcome, Request},
    },
    reference::{Act, Closing, ListFilter, StaffError},
};

fn close(outcome: Outcome, reason: &str) -> Act {
    Act::Close(Closing::new(outcome, reason))
}

fn move_to(status: Status) -> Act {
    Act::Move {
        status,
        words: None,
    }
}

#[tokio::test]
async fn a_resident_sees_what_the_agent_did_and_wrote_in_order() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let (number, id) = (request.summary.number.clone().unwrap(), &request.summary.id);
        let staff = office.reference.staff();
        let acts = [
            Act::Take,
            Act::Write {
                words: "Nous passons demain.".to_owned(),
                language: Some(Locale::French),
            },
            Act::Move {
                status: Status::InfoRequested,
                words: Some("Quelle lampe ?".to_owned()),
            },
            move_to(Status::InReview),
            close(Outcome::Accepted, "La lampe est réparée."),
        ];
        for (version, act) in (1..).zip(acts) {
            office.later(SignedDuration::from_mins(5));
            staff.act(&number, version, "Sam", act).await.unwrap();
        }
        let page: Page<TimelineEntry> = office.read(&format!("/v1/requests/{id}/timeline")).await;
        let told: Vec<_> = page
            .items
            .iter()
            .map(|entry| (entry.kind, entry.status, entry.text.as_deref()))
            .collect();
        assert_eq!(
            told,
            [
                (TimelineKind::Status, Some(Status::Submitted), None),
                (TimelineKind::Status, Some(Status::InReview), None),
                (TimelineKind::Message, None, None),
                (
                    TimelineKind::Status,
                    Some(Status::InfoRequested),
                    Some("Quelle lampe ?")
                ),
                (TimelineKind::Status, Some(Status::InReview), None),
                (
                    TimelineKind::Status,
                    Some(Status::Accepted),
                    Some("La lampe est réparée.")
                ),
            ]
        );
        assert_eq!(page.items[1].author_kind, AuthorKind::Staff);
        let read: Request = office.read(&format!("/v1/requests/{id}")).await;
        let decision = read.summary.decision.unwrap();
        assert_eq!(
            (decision.outcome, decision.reason_text.as_str()),
            (Outcome::Accepted, "La lampe est réparée.")
        );
        assert!(read.summary.is_final);
        let events: EventPage = office.read("/v1/events?limit=100").await;
        let kinds: Vec<_> = events
            .items
            .iter()
            .filter(|event| event.kind != EventKind::ProcedureUpdated)
            .map(|event| event.kind)
            .collect();
        let updated = EventKind::RequestUpdated;
        assert_eq!(
            kinds,
            [
                EventKind::RequestCreated,
                updated,
                EventKind::MessageAdded,
                updated,
                updated,
                updated
            ]
        );
        let last = events.items.last().unwrap();
        assert_eq!(last.data.etag.as_deref(), Some("\"6\""));
        let response = office
            .call(Method::GET, &last.data.resource, &[], Vec::new())
            .await;
        assert_eq!(response.headers()["etag"], "\"6\"");
    }
}

#[tokio::test]
async fn of_two_agents_who_act_on_the_same_reading_one_is_told_to_read_again() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let number = request.summary.number.unwrap();
        let staff = office.reference.staff();
        let (first, second) = futures::join!(
            staff.act(
                &number,
                1,
                "Sam",
                close(Outcome::Rejected, "Hors de la commune.")
            ),
            staff.act(&number, 1, "Noor", move_to(Status::InfoRequested)),
        );
        let won = [&first, &second]
            .into_iter()
            .filter(|outcome| outcome.is_ok())
            .count();
        assert_eq!(won, 1, "{first:?} {second:?}");
        assert_eq!(staff.file(&number).await.unwrap().version, 2);
    }
}

#[tokio::test]
async fn a_decision_needs_a_reason_and_is_the_end() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let number = request.summary.number.unwrap();
        let staff = office.reference.staff();
        let refused = staff
            .act(&number, 1, "Sam", move_to(Status::Accepted))
            .await;
        assert!(
            matches!(refused, Err(StaffError::NeedsReason("accepted"))),
            "{refused:?}"
        );
        let refused = staff
            .act(&number, 1, "Sam", close(Outcome::Rejected, "  "))
            .await;
        assert!(matches!(refused, Err(StaffError::NoWords)), "{refused:?}");
        staff
            .act(
                &number,
                1,
                "Sam",
                close(Outcome::Closed, "Demande en double."),
            )
            .await
            .unwrap();
        for act in [
            Act::Take,
            move_to(Status::InReview),
            close(Outcome::Accepted, "Si."),
        ] {
            let refused = staff.act(&number, 2, "Sam", act).await;
            assert!(
                matches!(refused, Err(StaffError::Transition { .. })),
                "{refused:?}"
            );
        }
        let unknown = staff.act("2026-999999", 1, "Sam", Act::Take).await;
        assert!(
            matches!(unknown, Err(StaffError::Unknown(_))),
            "{unknown:?}"
        );
    }
}

#[tokio::test]
async fn an_agent_finds_a_request_and_reads_its_answers_and_files() {
    for office in offices().await {
        let content = b"%PDF-1.4\nproof of address";
        let upload = office.uploaded(content).await;
        let request = office.sent(&office.report(Some("lea@example.org"))).await;
        let staff = office.reference.staff();
        let number = request.summary.number.unwrap();
        staff.act(&number, 1, "Sam", Act::Take).await.unwrap();
        let filter = ListFilter {
            status: Some(Status::InReview),
            procedure: None,
        };
        let found = staff.list(&filter).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1.as_deref(), Some("Sam"));
        let filter = ListFilter {
            status: None,
            procedure: Some("every-field".to_owned()),
        };
        assert!(staff.list(&filter).await.unwrap().is_empty());
        assert_eq!(staff.file(&number).await.unwrap().answers, request.answers);
        // A file that no request names is nobody's business.
        assert!(staff.attachment(&upload.id).await.is_err());
    }
}
