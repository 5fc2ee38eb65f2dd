//! Coming back: the requests that one holds on the home page, and the same procedure once more.

use app::{paths::Path, t_in};
use backoffice::reference::{Act, Asking, NewMark};
use domain::{info_request::MarkReason, locale::Locale};
use http::StatusCode;

use super::{sent, words};
use crate::{routes::errors::plain, support::Town};

#[tokio::test]
async fn the_home_page_tells_who_holds_a_request_what_it_expects_of_them() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let home = sent.resident.open(&Path::Home).await;
        assert_eq!(
            home.one(".held-requests h2"),
            t_in!(locale, "home-requests")
        );
        assert!(home.main().contains(&t_in!(locale, "status-submitted")));
        let mark = NewMark {
            key: "copies".to_owned(),
            reason: MarkReason::Incorrect,
            words: "Deux au plus.".to_owned(),
        };
        let asking = Asking {
            due_on: Some("2026-11-30".parse().unwrap()),
            marks: vec![mark],
            ..Asking::default()
        };
        sent.staff_does(&town, words("Lisez ceci.")).await;
        sent.staff_does(&town, Act::Ask(asking)).await;
        town.worker.read_events().await.unwrap();
        let home = sent.resident.open(&Path::Home).await;
        let expected = home.all(".held-requests strong");
        assert_eq!(expected.len(), 2, "{expected:?}");
        assert_eq!(
            expected[1],
            plain(&t_in!(locale, "request-unread", count = 1))
        );
        let link = sent.resident.at(&Path::Request(sent.request.clone()));
        assert!(home.has(&format!(".held-requests a[href='{link}']")));

        let stranger = town.resident(locale).open(&Path::Home).await;
        assert!(!stranger.has(".held-requests"));
        let done = sent.resident.open(&Path::Finish).await;
        sent.resident.go_on(&done.form("main form")).await;
        let home = sent.resident.open(&Path::Home).await;
        assert!(!home.has(".held-requests"), "closed on a shared computer");
    }
}

#[tokio::test]
async fn the_same_procedure_begins_again_with_the_same_answers_once() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let path = sent.resident.at(&Path::Copy(sent.request.clone()));
        let form = sent
            .page()
            .await
            .form(&format!("main form[action^='{path}']"));
        let review = sent.resident.go_on(&form).await;
        assert_eq!(review.one("h1"), t_in!(locale, "review-heading"));
        assert!(review.main().contains("Rosalie Awa"), "{}", review.main());
        assert!(!review.has("#send-form"), "statements are made anew");
        let twice = sent.resident.go_on(&form).await;
        assert_eq!(twice.path, review.path, "pressed twice, it begins once");
        let home = sent.resident.open(&Path::Home).await;
        assert_eq!(home.all(".drafts li").len(), 1);

        let stranger = town.resident(locale);
        let refused = stranger.submit(&form).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    }
}
