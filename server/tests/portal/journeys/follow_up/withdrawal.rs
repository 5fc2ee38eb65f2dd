//! Withdrawing a request; and nobody else does.

use app::{paths::Path, t_in};
use backoffice::{
    api::requests::Outcome,
    reference::{Act, Closing},
};
use domain::{locale::Locale, request::Status};
use http::StatusCode;

use super::sent;
use crate::support::Town;

#[tokio::test]
async fn a_resident_withdraws_a_request_and_says_why() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        assert!(sent.page().await.has(&format!(
            "main a[href='{}']",
            sent.resident.at(&Path::Withdraw(sent.request.clone()))
        )));
        let form = sent
            .withdrawal()
            .await
            .with("reason", "J’ai retrouvé l’acte.");
        let page = sent.resident.go_on(&form).await;
        assert!(
            page.main()
                .contains(&t_in!(locale, "done-withdrawal-title"))
        );
        assert_eq!(page.one("h1"), t_in!(locale, "status-withdrawal-recorded"));
        // Pressed again, before and after the service has it: the same withdrawal.
        sent.resident.go_on(&form).await;
        town.worker.deliver_follow_up().await.unwrap();
        let again = sent.resident.go_on(&form).await;
        assert_eq!(again.one("h1"), t_in!(locale, "status-withdrawn"));
        let file = town.office.staff().file(&sent.number).await.unwrap();
        assert_eq!(file.summary.status, Status::Withdrawn);
        let reasons = file
            .timeline
            .iter()
            .filter_map(|entry| entry.text.as_deref());
        assert_eq!(reasons.collect::<Vec<_>>(), ["J’ai retrouvé l’acte."]);
        let page = sent
            .resident
            .open(&Path::Withdraw(sent.request.clone()))
            .await;
        assert!(
            page.main()
                .contains(&t_in!(locale, "withdraw-impossible-title"))
        );
        assert!(!page.has("#step-form"));
    }
}

#[tokio::test]
async fn a_withdrawal_that_crosses_a_decision_says_that_it_came_too_late() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    sent.resident.go_on(&sent.withdrawal().await).await;
    let close = Act::Close(Closing::new(Outcome::Accepted, "Document prêt."));
    sent.staff_does(&town, close).await;
    town.worker.deliver_follow_up().await.unwrap();
    let page = sent.page().await;
    assert_eq!(page.one("h1"), t_in!(Locale::French, "status-accepted"));
    let file = town.office.staff().file(&sent.number).await.unwrap();
    assert_eq!(file.summary.status, Status::Accepted);
}

#[tokio::test]
async fn nobody_else_reads_writes_reminds_or_withdraws() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let stranger = town.resident(Locale::French);
    let message = sent.message("Bonjour").await;
    let withdrawal = sent.withdrawal().await;
    for form in [&message, &withdrawal] {
        let refused = stranger.submit(form).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{}", form.action);
    }
    for path in [
        Path::Messages(sent.request.clone()),
        Path::Withdraw(sent.request.clone()),
        Path::Remind(sent.request.clone()),
    ] {
        assert_eq!(stranger.open(&path).await.status, StatusCode::NOT_FOUND);
        let post = stranger.post(&stranger.at(&path));
        let post = post
            .header("content-type", "application/x-www-form-urlencoded")
            .body(axum::body::Body::empty());
        let refused = stranger.send(post.unwrap()).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path:?}");
    }
    town.worker.deliver_follow_up().await.unwrap();
    let file = town.office.staff().file(&sent.number).await.unwrap();
    assert!(file.messages.is_empty() && file.summary.status == Status::Submitted);
}
