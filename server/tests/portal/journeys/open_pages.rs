//! Pages left open: news of the request, the time that is left, forms that come too late, the end on a shared computer.

use app::{l10n, paths::Path, ports::News, t_in, words::news::news_words};
use axum::body::Body;
use domain::locale::Locale;
use http::{Method, StatusCode, header};
use http_body_util::BodyExt;
use jiff::SignedDuration;
use tower::ServiceExt;

use super::{
    follow_up::{sent, words},
    through::{BY_BIRTH, follow},
};
use crate::{
    routes::{addresses::identifier, errors::plain, safety},
    support::{Filler, Page, Resident, Town},
};

const MINUTES: i64 = 30;

/// The stream of a page, as its browser asks for it.
async fn stream(town: &Town, resident: &Resident, page: &Page) -> http::Response<Body> {
    let address = &page.attributes("#live-news", "data-stream")[0];
    let request = resident.request(Method::GET, address);
    let request = request.header(header::ACCEPT_ENCODING, "gzip, br");
    let request = request.body(Body::empty()).unwrap();
    town.router.clone().oneshot(request).await.unwrap()
}

/// What the stream says next.
async fn said(stream: &mut http::Response<Body>) -> Option<String> {
    let frame = stream.body_mut().frame().await?.unwrap();
    Some(String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap())
}

#[tokio::test]
async fn an_open_page_is_told_of_a_new_message_in_the_language_of_its_reader() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let page = sent.page().await;
        let shown = page.one(".live-news__date");
        let start = plain(&t_in!(locale, "live-as-of", at = "§"));
        assert!(
            shown.starts_with(start.split('§').next().unwrap().trim()),
            "{shown}"
        );
        assert!(page.has(".live-news__date a"), "refreshed by hand");
        assert!(page.has("#live-news[hidden]"), "nothing is new yet");

        let mut news = stream(&town, &sent.resident, &page).await;
        assert_eq!(news.status(), StatusCode::OK);
        let header = |name: &str| news.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "text/event-stream");
        assert_eq!(header("cache-control"), "private, no-store");
        assert_eq!(header("x-accel-buffering"), "no");
        assert!(
            news.headers().get(header::CONTENT_ENCODING).is_none(),
            "each sentence leaves at once"
        );
        assert_eq!(said(&mut news).await.unwrap(), "retry: 5000\n\n");

        sent.staff_does(&town, words("Canari-Message")).await;
        town.worker.read_events().await.unwrap();
        let told = said(&mut news).await.unwrap();
        let sentence = l10n::plain(&t_in!(locale, "live-messages", count = 1));
        assert_eq!(told, format!("data: {sentence}\n\n"));
        assert!(!told.contains("Canari"));
        let again = sent.page().await;
        assert_ne!(
            again.attributes("#live-news", "data-stream"),
            page.attributes("#live-news", "data-stream"),
            "what it shows is newer"
        );
    }
}

#[test]
fn each_kind_of_news_has_its_sentence() {
    for locale in Locale::ALL {
        let say = |messages, state, arrived| {
            let news = News {
                messages,
                state,
                arrived,
            };
            news_words(locale, &news)
        };
        let every = [
            say(0, false, false),
            say(1, false, false),
            say(3, false, false),
            say(0, true, false),
            say(0, false, true),
        ];
        for (rank, sentence) in every.iter().enumerate() {
            assert!(!every[..rank].contains(sentence), "{sentence}");
        }
        let both = say(1, true, true);
        assert!(
            [&every[1], &every[3], &every[4]]
                .iter()
                .all(|one| both.contains(one.as_str()))
        );
    }
}

#[tokio::test]
async fn one_visitor_does_not_take_the_connections_of_others() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let page = sent.page().await;
    let mut open = Vec::new();
    for _ in 0..4 {
        open.push(stream(&town, &sent.resident, &page).await);
    }
    let refused = stream(&town, &sent.resident, &page).await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.headers().contains_key(header::RETRY_AFTER));
    open.pop();
    let taken = stream(&town, &sent.resident, &page).await;
    assert_eq!(
        taken.status(),
        StatusCode::OK,
        "a page that was closed gives its place back"
    );
}

#[tokio::test]
async fn unknown_foreign_ended_and_deleted_requests_answer_alike_byte_for_byte() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let foreign = sent.request.clone();
        let other = super::follow_up::sent(&town, locale).await;
        let visitor = &other.resident;
        let ended = other.request.clone();
        town.wait(SignedDuration::from_mins(MINUTES + 1));
        // The resident still has a cookie, and another access that is open.
        let opened = follow(visitor, &sent.code, &BY_BIRTH).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER);
        let done = visitor.open(&Path::Finish).await;
        visitor.go_on(&done.form("main form")).await;
        let receipt = visitor
            .request_of(town.procedure("acte-de-naissance"), &Filler::choosing(&[]))
            .await;
        let _own = identifier(&receipt);

        let unknown = "AAAAAAAAAAAAAAAAAAAAAA".to_owned();
        for of in [
            Path::Request as fn(String) -> Path,
            Path::Messages,
            Path::Documents,
            Path::Withdraw,
            Path::Receipt,
            Path::Events,
            Path::Access,
        ] {
            let nothing = visitor.open(&of(unknown.clone())).await;
            assert_eq!(nothing.status, StatusCode::NOT_FOUND);
            safety::check(&nothing, locale);
            for request in [&foreign, &ended] {
                let page = visitor.open(&of(request.clone())).await;
                assert_eq!(page.status, nothing.status, "{}", page.path);
                assert_eq!(page.without_incident(), nothing.without_incident());
                let names = |page: &Page| {
                    let names = page.headers.keys().map(ToString::to_string);
                    names.collect::<Vec<_>>()
                };
                assert_eq!(names(&page), names(&nothing));
            }
        }
    }
}

#[tokio::test]
async fn asking_how_long_an_access_lasts_prolongs_nothing_and_pressing_the_button_does() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    sent.page().await;
    let access = Path::Access(sent.request.clone());
    town.wait(SignedDuration::from_mins(MINUTES - 1));
    let left = sent.resident.open(&access).await;
    assert_eq!((left.status, left.body.as_str()), (StatusCode::OK, "60"));
    assert_eq!(left.header(header::CACHE_CONTROL), "private, no-store");
    assert_eq!(sent.resident.open(&access).await.body, "60");
    let post = sent.resident.post(&sent.resident.at(&access));
    let whole = sent.resident.send(post.body(Body::empty()).unwrap()).await;
    assert_eq!(
        (whole.status, whole.body.as_str()),
        (StatusCode::OK, "1800")
    );
    let elsewhere = sent
        .resident
        .request(Method::POST, &sent.resident.at(&access));
    let elsewhere = elsewhere.header("sec-fetch-site", "cross-site");
    let refused = sent.resident.send(elsewhere.body(Body::empty()).unwrap());
    assert_eq!(refused.await.status, StatusCode::FORBIDDEN);
    town.wait(SignedDuration::from_mins(MINUTES));
    let over = sent.resident.open(&access).await;
    assert_eq!(over.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_page_about_a_request_warns_before_its_end() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let of = |path: fn(String) -> Path| sent.resident.at(&path(sent.request.clone()));
        let correct = sent.page().await.form("main form[action$='/correction']");
        let review = sent.resident.go_on(&correct).await;
        let step = review.attributes("main .summary a[href*='/etapes/']", "href");
        let pages = [
            of(Path::Request),
            of(Path::Messages),
            of(Path::Documents),
            of(Path::Withdraw),
            of(Path::Receipt),
            review.path.clone(),
            step[0].split('#').next().unwrap().to_owned(),
        ];
        for path in pages {
            let page = sent.resident.get(&path).await;
            safety::check(&page, locale);
            let dialog = "dialog#session-warning[role=alertdialog]:not([open])";
            assert!(page.has(dialog), "{path}");
            assert_eq!(page.attributes(dialog, "data-left"), ["1800"]);
            let first = page.attributes(&format!("{dialog} button"), "aria-describedby");
            assert_eq!(first, ["session-title session-text"]);
            assert!(page.has(&format!("{dialog} > [role=alert]")));
        }
        let home = sent.resident.open(&Path::Home).await;
        assert!(!home.has("#session-warning"), "nothing ends there");
    }
}

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
async fn showing_what_is_new_keeps_what_is_being_typed() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let thread = sent.thread().await;
    let button = "button[form=step-form][name=do][value=keep]";
    assert_eq!(thread.all(button).len(), 2, "by hand, and with the news");
    let form = thread
        .form("#step-form")
        .with("text", "Je commence")
        .press("keep");
    let again = sent.resident.go_on(&form).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(again.one("#f-text"), "Je commence");
    assert!(
        !again.has("#error-summary"),
        "an unfinished text is no mistake"
    );
    let none = thread.form("#step-form").press("keep");
    let file = town.office.staff().file(&sent.number).await.unwrap();
    assert!(file.messages.is_empty(), "nothing was sent");
    assert_eq!(
        sent.resident.submit(&none).await.status,
        StatusCode::CONFLICT,
        "an older page overwrites nothing"
    );
}

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
