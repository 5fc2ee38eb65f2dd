//! The same against a real Request Tracker, when it is installed (`PARVIS_TEST_REQUIRE_RT=1` insists).

use std::sync::Arc;

use domain::{decision::Outcome, request::Status};

use super::town::{AGENTS_TOKEN, TOKEN, Town};
use crate::{
    conformance::{self, InProcess, Options},
    connectors::request_tracker::{
        Limits,
        testing::{TestTracker, request_tracker},
    },
    ports::{Clock, Randomness, SystemRandomness, testing::HandClock},
};

async fn town(rt: &TestTracker) -> Town {
    let database = database::testing::databases().await.remove(0);
    let transport = rt.transport().unwrap();
    Town::open(database, rt.settings(), transport, Limits::default()).await
}

#[tokio::test]
async fn the_connector_conforms_in_front_of_a_real_request_tracker() {
    let Some(rt) = request_tracker().unwrap() else {
        return;
    };
    let town = town(&rt).await;
    town.tracker.check().await.unwrap();
    let options = Options {
        token: TOKEN.to_owned(),
        agents_token: Some(AGENTS_TOKEN.to_owned()),
        procedure: Some("every-field".to_owned()),
        walk: 20,
        clock: Arc::<HandClock>::clone(&town.clock) as Arc<dyn Clock>,
        randomness: Arc::new(SystemRandomness) as Arc<dyn Randomness>,
    };
    let report = conformance::run(InProcess(town.router()), options).await;
    assert!(report.conforms(), "{report}");
    assert!(report.cases.len() > 50, "{report}");
}

#[tokio::test]
async fn an_agent_of_a_real_request_tracker_asks_reads_and_decides() {
    let Some(rt) = request_tracker().unwrap() else {
        return;
    };
    let town = town(&rt).await;
    let request = town.sent().await;
    let (id, ticket) = (request.summary.id, request.summary.number.unwrap());
    rt.claire_notes(&ticket, "Une remarque interne.")
        .await
        .unwrap();
    rt.claire_writes(&ticket, "<p>Quelle rue&nbsp;?</p>", Some("stalled"))
        .await
        .unwrap();
    let request = town.request(&id).await;
    assert_eq!(request.summary.status, Status::InfoRequested);
    let asked = request.info_request.unwrap().text;
    assert_eq!(asked.as_deref(), Some("Quelle rue ?"));
    let answer = town.write(&id, &town.key(), "Rue du Lavoir.").await;
    assert_eq!(answer.status(), 201, "{:?}", answer.body());
    let path = format!("ticket/{ticket}");
    let seen = rt.as_claire(http::Method::GET, &path, Default::default());
    assert_eq!(seen.await.unwrap()["Status"], "open");
    rt.claire_writes(&ticket, "C’est <b>réparé</b>.", Some("resolved"))
        .await
        .unwrap();
    let round = town.tracker.round().await.unwrap();
    assert_eq!(round.failed, 0);
    let decided = town.request(&id).await.summary.decision.unwrap();
    assert_eq!(decided.outcome, Outcome::Accepted);
    assert_eq!(decided.reason_text, "C’est réparé.");
    let thread = town.thread(&id).await;
    let said: Vec<_> = thread.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(said, ["Quelle rue ?", "Rue du Lavoir.", "C’est réparé."]);
}
