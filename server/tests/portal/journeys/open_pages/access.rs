//! The time that an access lasts: asked, prolonged, warned of; and what is said to whoever has none.

use app::paths::Path;
use axum::body::Body;
use domain::locale::Locale;
use http::{Method, StatusCode, header};
use jiff::SignedDuration;

use crate::{
    journeys::{follow_up::sent, through::follow},
    routes::safety,
    support::{Page, Town},
};

const MINUTES: i64 = 30;

/// Names of the headers of an answer.
fn names(page: &Page) -> Vec<String> {
    page.headers.keys().map(ToString::to_string).collect()
}

#[tokio::test]
async fn unknown_foreign_and_ended_requests_answer_alike_byte_for_byte() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let foreign = sent(&town, locale).await.request;
        let over = sent(&town, locale).await;
        let visitor = &over.resident;
        town.wait(SignedDuration::from_mins(MINUTES));
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
            for request in [&foreign, &over.request] {
                let page = visitor.open(&of(request.clone())).await;
                assert_eq!(page.status, nothing.status, "{}", page.path);
                assert_eq!(page.without_incident(), nothing.without_incident());
                assert_eq!(names(&page), names(&nothing));
            }
        }
    }
}

#[tokio::test]
async fn a_wrong_code_and_a_wrong_proof_answer_alike_byte_for_byte() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let wrong_proof = [
            ("proof", "birth_date"),
            ("birth_date.day", "28"),
            ("birth_date.month", "3"),
            ("birth_date.year", "1957"),
        ];
        let someone = town.resident(locale);
        let proof = follow(&someone, &sent.code, &wrong_proof).await;
        assert_eq!(proof.status, StatusCode::UNPROCESSABLE_ENTITY);
        // Of the same form as a real one.
        let unknown = "2222-2222-2222";
        let code = follow(&town.resident(locale), unknown, &wrong_proof).await;
        let alike = proof.without_incident().replace(&sent.code, unknown);
        assert_eq!(alike, code.without_incident());
        assert_eq!((proof.status, names(&proof)), (code.status, names(&code)));
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
