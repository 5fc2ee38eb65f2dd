//! "I am done on this computer": what goes, what stays, and what the browser is asked to forget.

use app::{paths::Path, t_in};
use domain::locale::Locale;
use http::{StatusCode, header};

use crate::{journeys::follow_up::sent, routes::safety, support::Town};

#[tokio::test]
async fn i_am_done_says_what_will_go_and_leaves_nothing_on_the_computer() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let resident = &sent.resident;
        let copy = sent.page().await.form("main form[action*='/copie']");
        let copied = resident.go_on(&copy).await;
        let thread = sent.thread().await;
        let page = sent.page().await;
        let link = format!("main a[href='{}']", resident.at(&Path::Finish));
        assert!(page.has(&link));
        assert!(resident.open(&Path::Home).await.has(&link));
        let confirm = resident.open(&Path::Finish).await;
        safety::check(&confirm, locale);
        assert_eq!(confirm.one("h1"), t_in!(locale, "finish-page-heading"));
        assert_eq!(
            confirm.all("main > ul > li").len() + confirm.all("main > form > ul > li").len(),
            2,
            "the request and the copy: {}",
            confirm.main()
        );
        let form = confirm.form("main form");
        assert!(
            form.inputs
                .contains(&("drafts".to_owned(), "erase".to_owned()))
        );
        assert_eq!(
            resident.get(&copied.path).await.status,
            StatusCode::OK,
            "asking ends nothing"
        );

        let ended = resident.submit(&form).await;
        assert_eq!(ended.header("clear-site-data"), "\"cache\", \"storage\"");
        let cookie = ended.header(header::SET_COOKIE);
        let gone = "__Host-parvis=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure";
        assert_eq!(cookie, gone);
        let after = resident.follow(&ended).await;
        safety::check(&after, locale);
        assert_eq!(after.one("h1"), t_in!(locale, "finished-heading"));
        for path in [&copied.path, &thread.path, &page.path] {
            let back = resident.get(path).await;
            assert_eq!(back.status, StatusCode::NOT_FOUND, "{path}");
        }
        let home = resident.open(&Path::Home).await;
        assert!(!home.has(&link) && !home.has("section.drafts"));
        let empty = resident.open(&Path::Finish).await;
        assert!(
            empty
                .main()
                .contains(&t_in!(locale, "finish-nothing-title"))
        );
    }
}

#[tokio::test]
async fn on_ones_own_computer_drafts_may_stay() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let resident = &sent.resident;
    let draft = resident.begin("signaler-un-probleme").await;
    let confirm = resident.open(&Path::Finish).await;
    let form = confirm.form("main form").with("drafts", "keep");
    let ended = resident.submit(&form).await;
    assert!(ended.headers.get("clear-site-data").is_none());
    let after = resident.follow(&ended).await;
    assert_eq!(
        after.one("h1"),
        t_in!(Locale::French, "finished-kept-heading")
    );
    assert_eq!(resident.get(&draft.path).await.status, StatusCode::OK);
    assert_eq!(sent.page().await.status, StatusCode::NOT_FOUND);
}
