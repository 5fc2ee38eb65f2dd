//! News of a request for a page left open, as its browser hears them.

use app::{l10n, ports::News, t_in, words::news::news_words};
use axum::body::Body;
use domain::locale::Locale;
use http::{Method, StatusCode, header};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::{
    journeys::follow_up::{sent, words},
    routes::errors::plain,
    support::{Page, Resident, Town},
};

/// The stream of a page, as its browser asks for it.
pub(crate) async fn stream(town: &Town, resident: &Resident, page: &Page) -> http::Response<Body> {
    let address = &page.attributes("#live-news", "data-stream")[0];
    let request = resident.request(Method::GET, address);
    let request = request.header(header::ACCEPT_ENCODING, "gzip, br");
    let request = request.body(Body::empty()).unwrap();
    town.router.clone().oneshot(request).await.unwrap()
}

/// What the stream says next.
pub(crate) async fn said(stream: &mut http::Response<Body>) -> Option<String> {
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
