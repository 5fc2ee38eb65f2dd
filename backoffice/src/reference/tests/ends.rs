//! How requests end, and what their ends say about the next ones.

use database::Engine;
use domain::{
    delays::{Delays, Spread},
    request::{AuthorKind, Status, TimelineEntry},
};
use http::Method;
use jiff::SignedDuration;

use super::office::{Office, offices};
use crate::{
    api::{
        page::Page,
        requests::{Outcome, Request},
    },
    ports::Clock,
    reference::{Act, Closing, StaffError, delays::BY_DAY},
};

const DAY: SignedDuration = SignedDuration::from_hours(24);

async fn withdrawn(office: &Office, request: &Request) -> Request {
    let path = format!("/v1/requests/{}/withdrawal", request.summary.id);
    let withdrawal = serde_json::json!({
        "reason": "Le voisin l’a réparée.", "withdrawn_at": office.clock.now(),
    });
    let response = office.post(&path, &office.key(), &withdrawal).await;
    assert_eq!(response.status(), 200, "{:?}", response.body());
    serde_json::from_slice(response.body()).unwrap()
}

async fn closed(office: &Office, request: &Request) {
    let act = Act::Close(Closing::new(Outcome::Accepted, "La lampe est réparée."));
    let number = request.summary.number.as_deref().unwrap();
    let staff = office.reference.staff();
    staff.act(number, 1, "Sam", act).await.unwrap();
}

#[tokio::test]
async fn a_resident_withdraws_a_request_and_the_agent_sees_why() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        let ended = withdrawn(&office, &request).await;
        assert_eq!(ended.summary.status, Status::Withdrawn);
        assert_eq!(
            ended.summary.retention.delete_after,
            Some(jiff::civil::date(2026, 11, 23))
        );
        let page: Page<TimelineEntry> = office
            .read(&format!("/v1/requests/{}/timeline", request.summary.id))
            .await;
        let last = page.items.last().unwrap();
        assert_eq!(last.text.as_deref(), Some("Le voisin l’a réparée."));
        assert_eq!(
            (last.status, last.author_kind),
            (Some(Status::Withdrawn), AuthorKind::Citizen)
        );
        let number = request.summary.number.as_deref().unwrap();
        let staff = office.reference.staff();
        let file = staff.file(number).await.unwrap();
        assert_eq!(file.timeline.last(), Some(last));
        let acted = staff.act(number, file.version, "Sam", Act::Take).await;
        assert!(matches!(acted, Err(StaffError::Transition { .. })));
        office.later(DAY * 2);
        assert_eq!(office.reference.purge().await.unwrap().requests, 1);
    }
}

#[tokio::test]
async fn a_decision_stays_when_the_resident_withdraws_too_late() {
    for office in offices().await {
        let request = office.sent(&office.report(None)).await;
        closed(&office, &request).await;
        let path = format!("/v1/requests/{}/withdrawal", request.summary.id);
        let withdrawal = serde_json::json!({ "withdrawn_at": office.clock.now() });
        let response = office.post(&path, &office.key(), &withdrawal).await;
        assert_eq!(response.status(), 409, "{:?}", response.body());
    }
}

#[tokio::test]
async fn residents_learn_how_long_the_requests_of_a_year_took() {
    for office in offices().await {
        let ask = async || -> Delays { office.read("/v1/procedures/short-form/delays").await };
        let mut old = Vec::new();
        for _ in 0..3 {
            old.push(office.sent(&office.report(None)).await);
        }
        for request in &old {
            closed(&office, request).await;
        }
        office.later(DAY * 366);
        assert_eq!(ask().await.requests, 0, "they are too old to say anything");
        let mut recent = Vec::new();
        for _ in 0..11 {
            recent.push(office.sent(&office.report(None)).await);
        }
        // The first takes two days and a half, the next ones a day more each; the last is withdrawn.
        office.later(DAY + DAY / 2);
        for request in &recent[..10] {
            office.later(DAY);
            closed(&office, request).await;
        }
        withdrawn(&office, &recent[10]).await;
        let delays = ask().await;
        let spread = Spread {
            half: 7,
            nine_tenths: 11,
        };
        assert_eq!((delays.requests, delays.spread), (10, Some(spread)));
        let etag = office
            .call(
                Method::GET,
                "/v1/procedures/short-form/delays",
                &[],
                Vec::new(),
            )
            .await;
        let etag = etag.headers()["etag"].to_str().unwrap().to_owned();
        let again = office
            .call(
                Method::GET,
                "/v1/procedures/short-form/delays",
                &[("if-none-match", &etag)],
                Vec::new(),
            )
            .await;
        assert_eq!(again.status(), 304);
    }
}

#[tokio::test]
async fn a_hundred_thousand_requests_are_counted_without_opening_one() {
    let office = offices().await.remove(0);
    if office.database().engine() != Engine::Sqlite {
        return;
    }
    let sql: &'static str = format!("EXPLAIN QUERY PLAN {BY_DAY}").leak();
    let plan = office
        .database()
        .fetch_all(sql, &["short-form".into(), 0_i64.into()])
        .await
        .unwrap();
    let plan: Vec<_> = plan.iter().map(|row| row.text("detail").unwrap()).collect();
    assert!(
        plan[0].contains("USING COVERING INDEX backoffice_requests_delays"),
        "{plan:?}"
    );
}
