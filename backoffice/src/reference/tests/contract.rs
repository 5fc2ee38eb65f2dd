//! The kit, and what it cannot see from outside.

use std::sync::Arc;

use http::Method;
use jiff::SignedDuration;

use super::office::{AGENTS_TOKEN, Office, TOKEN, catalogue, offices, open};
use crate::{
    api::{
        page::Page,
        problem::Problem,
        requests::{Request, RequestSummary},
    },
    conformance::{self, InProcess, Options, Remote},
};

pub(super) fn options(office: &Office, procedure: &str, walk: usize) -> Options {
    Options {
        token: TOKEN.to_owned(),
        agents_token: Some(AGENTS_TOKEN.to_owned()),
        procedure: Some(procedure.to_owned()),
        walk,
        clock: Arc::clone(&office.clock) as Arc<dyn crate::ports::Clock>,
        randomness: Arc::clone(&office.randomness) as Arc<dyn crate::ports::Randomness>,
    }
}

#[tokio::test]
async fn the_reference_back_office_conforms_in_process() {
    for office in offices().await {
        let report = conformance::run(
            InProcess(office.router()),
            options(&office, "every-field", 250),
        )
        .await;
        assert!(report.conforms(), "{report}");
        assert!(report.cases.len() > 35, "{report}");
    }
}

#[tokio::test]
async fn the_reference_back_office_conforms_behind_a_socket() {
    let office = offices().await.remove(0);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let serving = tokio::spawn(axum::serve(listener, office.router()).into_future());
    let target = Remote::new(&format!("http://{address}")).unwrap();
    let report = conformance::run(target, options(&office, "every-field", 60)).await;
    serving.abort();
    assert!(report.conforms(), "{report}");
}

#[tokio::test]
async fn a_portal_that_was_down_for_a_week_and_sends_again_makes_no_second_request() {
    for office in offices().await {
        let (new, key) = (office.report(None), office.key());
        let first = office.post("/v1/requests", &key, &new).await;
        office.later(SignedDuration::from_hours(24 * 7));
        assert_eq!(office.reference.purge().await.unwrap().calls, 1);
        let again = office.post("/v1/requests", &key, &new).await;
        assert_eq!(again.status(), 201);
        assert_eq!(again.headers()["idempotency-replayed"], "true");
        let read = |body: &[u8]| serde_json::from_slice::<Request>(body).unwrap();
        assert_eq!(read(first.body()), read(again.body()));
        let other = office
            .post("/v1/requests", &key, &office.report(None))
            .await;
        assert_eq!(other.status(), 422);
    }
}

#[tokio::test]
async fn a_tracking_code_belongs_to_one_request() {
    for office in offices().await {
        let new = office.report(None);
        office.sent(&new).await;
        let response = office.post("/v1/requests", &office.key(), &new).await;
        let problem: Problem = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(problem.code.name(), "duplicate_request");
    }
}

#[tokio::test]
async fn requests_of_a_year_are_numbered_without_gap_even_when_some_are_wrong() {
    for office in offices().await {
        office.sent(&office.report(None)).await;
        let mut wrong = office.report(None);
        wrong.answers.0.clear();
        assert_eq!(
            office
                .post("/v1/requests", &office.key(), &wrong)
                .await
                .status(),
            422
        );
        let second = office.sent(&office.report(None)).await;
        assert_eq!(second.summary.number.as_deref(), Some("2026-000002"));
        // New year in Paris comes an hour before it does in UTC.
        office.later(
            "2026-12-31T23:30:00Z"
                .parse::<jiff::Timestamp>()
                .unwrap()
                .duration_since(crate::ports::Clock::now(&*office.clock)),
        );
        let third = office.sent(&office.report(None)).await;
        assert_eq!(third.summary.number.as_deref(), Some("2027-000001"));
    }
}

#[tokio::test]
async fn a_person_who_began_with_the_form_before_may_still_send_it_and_not_the_one_before_that() {
    for office in offices().await {
        let with_version = |version: &str| {
            let mut catalogue = catalogue();
            for procedure in &mut catalogue.procedures {
                Arc::make_mut(procedure).form_version = version.to_owned();
            }
            catalogue
        };
        let mut latest = None;
        for version in ["2", "3"] {
            let again = open(
                office.database(),
                with_version(version),
                &office.clock,
                &office.randomness,
                &office.objects,
            );
            latest = Some(again.await);
        }
        let latest = latest.unwrap();
        let with_form = |version: &str| {
            let mut new = latest.report(None);
            new.form_version = version.to_owned();
            new
        };
        assert_eq!(latest.sent(&with_form("3")).await.summary.form_version, "3");
        assert_eq!(latest.sent(&with_form("2")).await.summary.form_version, "2");
        let response = latest
            .post("/v1/requests", &latest.key(), &with_form("1"))
            .await;
        let problem: Problem = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(response.status(), 409);
        assert_eq!(problem.more.current_form_version.as_deref(), Some("3"));
    }
}

#[tokio::test]
async fn requests_changed_since_an_instant_come_last_changed_first() {
    for office in offices().await {
        let old = office.sent(&office.report(None)).await;
        office.later(SignedDuration::from_mins(1));
        let recent = office.sent(&office.report(None)).await;
        let since = recent.summary.updated_at;
        let page: Page<RequestSummary> = office
            .read(&format!("/v1/requests?updated_since={since}"))
            .await;
        let ids: Vec<_> = page.items.iter().map(|request| &request.id).collect();
        assert_eq!(ids, [&recent.summary.id]);
        let page: Page<RequestSummary> = office.read("/v1/requests").await;
        let ids: Vec<_> = page.items.iter().map(|request| &request.id).collect();
        assert_eq!(ids, [&recent.summary.id, &old.summary.id]);
    }
}

#[tokio::test]
async fn procedures_are_found_by_words_and_theme_and_not_sent_again() {
    let office = offices().await.remove(0);
    let ids = async |query: &str| {
        let page: Page<domain::procedure::Procedure> =
            office.read(&format!("/v1/procedures{query}")).await;
        page.items
            .into_iter()
            .map(|procedure| procedure.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("?q=REPORT%20birth").await, ["short-form"]);
    assert_eq!(
        ids("?theme=papers").await,
        ["every-field", "short-form", "visit"]
    );
    assert!(ids("?theme=nothing").await.is_empty());
    assert_eq!(ids("?updated_since=2026-11-22T08:00:00Z").await.len(), 3);
    assert!(ids("?updated_since=2026-11-23T08:00:00Z").await.is_empty());
    let first = office
        .call(Method::GET, "/v1/procedures?limit=1", &[], Vec::new())
        .await;
    let page: Page<domain::procedure::Procedure> = serde_json::from_slice(first.body()).unwrap();
    assert_eq!(page.items.len(), 1);
    assert_eq!(
        ids(&format!("?cursor={}", page.next_cursor.unwrap())).await,
        ["short-form", "visit"]
    );
    let etag = first.headers()["etag"].to_str().unwrap();
    let again = [("if-none-match", etag)];
    let again = office
        .call(Method::GET, "/v1/procedures?limit=1", &again, Vec::new())
        .await;
    assert_eq!(again.status(), 304);
}
