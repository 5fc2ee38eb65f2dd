//! Forms about a request that come after the end of the access: kept, and given back once it is open again.

use app::{paths::Path, t_in};
use domain::locale::Locale;
use http::StatusCode;
use jiff::SignedDuration;

use crate::{
    journeys::{follow_up::sent, through::BY_BIRTH},
    routes::safety,
    support::{Page, Resident, Town},
};

/// The form that waits on the page for whoever opens the request again.
async fn opened_again(resident: &Resident, code: &str, late: &Page) -> Page {
    assert_eq!(late.status, StatusCode::SEE_OTHER, "{}", late.errors());
    let gate = resident.follow(late).await;
    let locale = resident.locale;
    assert_eq!(gate.one("h1"), t_in!(locale, "follow-heading"));
    assert!(
        gate.main().contains(&t_in!(locale, "late-title")),
        "{}",
        gate.main()
    );
    safety::check(&gate, locale);
    let mut form = gate.form("#step-form").with("code", code);
    BY_BIRTH
        .iter()
        .for_each(|(name, value)| form.set(name, value));
    let back = resident.go_on(&form).await;
    assert_eq!(back.status, StatusCode::OK, "{}", back.errors());
    safety::check(&back, locale);
    assert!(
        back.main().contains(&t_in!(locale, "late-back-title")),
        "{}",
        back.main()
    );
    back
}

#[tokio::test]
async fn a_message_written_for_an_hour_comes_back_once_the_request_is_open_again() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let form = sent.message("Une très longue lettre.").await;
        let form = form.choose("files", "photo.pdf", crate::support::PDF);
        town.wait(SignedDuration::from_mins(60));
        town.worker.purge().await.unwrap();
        let late = sent.resident.submit(&form).await;
        let back = opened_again(&sent.resident, &sent.code, &late).await;
        assert_eq!(back.one("#f-text"), "Une très longue lettre.");
        assert!(
            !back
                .one("title")
                .starts_with(&t_in!(locale, "title-error", title = ""))
        );
        let again = sent.resident.get(&back.path).await;
        assert_eq!(
            again.one("#f-text"),
            "Une très longue lettre.",
            "also when it is loaded again"
        );
        let done = sent
            .resident
            .go_on(&back.form("#step-form").press("send"))
            .await;
        assert!(done.main().contains(&t_in!(locale, "messages-sent-title")));
        town.worker.deliver_follow_up().await.unwrap();
        let file = town.office.staff().file(&sent.number).await.unwrap();
        assert_eq!(file.messages.len(), 1);
        assert_eq!(file.messages[0].text, "Une très longue lettre.");
    }
}

#[tokio::test]
async fn a_correction_and_a_withdrawal_left_for_an_hour_come_back_too() {
    let town = Town::open().await;
    let locale = Locale::French;
    let sent = sent(&town, locale).await;
    let correct = sent.page().await.form("main form[action$='/correction']");
    let review = sent.resident.go_on(&correct).await;
    let name = "copies";
    let mut step = review.clone();
    for path in review.attributes("main .summary a[href*='/etapes/']", "href") {
        let page = sent.resident.get(path.split('#').next().unwrap()).await;
        if page.has(&format!("[name='{name}']")) {
            step = page;
        }
    }
    let form = step.form("#step-form").with(name, "4");
    town.wait(SignedDuration::from_mins(45));
    let late = sent.resident.submit(&form).await;
    let back = opened_again(&sent.resident, &sent.code, &late).await;
    assert_eq!(back.path.split('?').next(), step.path.split('?').next());
    assert_eq!(back.typed(name), ["4"]);
    let go_on = back.form("#step-form").press("continue");
    let saved = sent.resident.submit(&go_on).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);

    let form = sent.withdrawal().await.with("reason", "Canari-Raison");
    town.wait(SignedDuration::from_mins(45));
    let late = sent.resident.submit(&form).await;
    let back = opened_again(&sent.resident, &sent.code, &late).await;
    assert_eq!(back.one("#f-reason"), "Canari-Raison");
    town.worker.deliver_follow_up().await.unwrap();
    let file = town.office.staff().file(&sent.number).await.unwrap();
    assert!(
        file.summary.status.is_open(),
        "nothing was withdrawn by itself"
    );
}

#[tokio::test]
async fn whoever_never_had_the_access_is_told_nothing_by_sending_late() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let (message, withdrawal) = (sent.message("Canari").await, sent.withdrawal().await);
        town.wait(SignedDuration::from_mins(45));
        let (nobody, stranger) = (town.resident(locale), town.resident(locale));
        stranger.begin("signaler-un-probleme").await;
        for form in [message, withdrawal] {
            let mut unknown = form.clone();
            unknown.action = form.action.replace(&sent.request, "AAAAAAAAAAAAAAAAAAAAAA");
            for other in [&nobody, &stranger] {
                let nothing = other.submit(&unknown).await;
                assert_eq!(nothing.status, StatusCode::NOT_FOUND);
                let page = other.submit(&form).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", form.action);
                let alike = page
                    .without_incident()
                    .replace(&sent.request, "AAAAAAAAAAAAAAAAAAAAAA");
                assert_eq!(alike, nothing.without_incident());
            }
        }
        // The mark in the address shows nothing by itself.
        let marked = format!(
            "{}?reprise=oui",
            stranger.at(&Path::Messages(sent.request.clone()))
        );
        let page = stranger.get(&marked).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(!page.body.contains("Canari"));
    }
}

#[tokio::test]
async fn a_choice_of_how_to_be_told_comes_back_too() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let path = Path::Notices(sent.request.clone());
    let form = sent.resident.open(&path).await.form("#step-form");
    let form = form.with("way", "sms").with("phone", "06 39 98 12 34");
    town.wait(SignedDuration::from_mins(60));
    let late = sent.resident.submit(&form).await;
    let back = opened_again(&sent.resident, &sent.code, &late).await;
    assert!(back.has("input[name='way'][value='sms'][checked]"));
    assert!(back.has("input[name='phone'][value='06 39 98 12 34']"));
}
