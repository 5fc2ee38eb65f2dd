//! Refusals: each says what happened and what to do, in the language of the page, and gives nothing away.

use app::{paths::Path, t_in};
use axum::body::Body;
use domain::locale::Locale;
use http::{Method, Request, StatusCode, header};

use super::{
    addresses::{DRAFT, visit},
    safety,
};
use crate::support::{Page, Resident, Town};

/// An error page: its status, its heading, its advice, three ways on, and a reference for the phone.
pub(crate) fn error_page(
    page: &Page,
    locale: Locale,
    status: StatusCode,
    heading: &str,
    advice: &str,
) {
    assert_eq!(page.status, status, "{}: {}", page.path, page.errors());
    safety::check(page, locale);
    assert_eq!(page.one("h1"), heading);
    assert!(
        page.main().contains(advice),
        "{advice:?} on {}: {}",
        page.path,
        page.main()
    );
    for path in [Path::Home, Path::Procedures, Path::Follow] {
        assert!(
            page.has(&format!("main a[href='{}']", path.in_locale(locale))),
            "{path:?}"
        );
    }
    assert!(page.has("#aide a[href^='tel:']"), "whom to call");
    assert!(
        page.one(".incident").contains(page.header("request-id")),
        "the reference is the one of the logs"
    );
}

fn form(resident: &Resident, path: &str) -> http::request::Builder {
    resident
        .request(Method::POST, path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
}

async fn posted(
    resident: &Resident,
    request: http::request::Builder,
    body: impl Into<Body>,
) -> Page {
    let request: Request<Body> = request.body(body.into()).unwrap();
    resident.send(request).await
}

#[tokio::test]
async fn unknown_foreign_and_mistyped_addresses_look_the_same() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let visit = visit(&town, locale).await;
        let stranger = town.resident(locale);
        stranger.begin("signaler-un-probleme").await;
        let language = locale.segment();
        let nothing = stranger
            .get(&format!("/{language}/nothing-is-here-at-all"))
            .await;
        let title = t_in!(locale, "error-not-found-title");
        error_page(
            &nothing,
            locale,
            StatusCode::NOT_FOUND,
            &title,
            &t_in!(locale, "error-not-found-text"),
        );
        let step = Path::Step {
            draft: visit.draft.clone(),
            step: "enfants".to_owned(),
        };
        let item = app::paths::ItemPath::Existing(1);
        let item = Path::Item {
            draft: visit.draft.clone(),
            step: "enfants".to_owned(),
            item,
        };
        let file = Path::DraftFile {
            draft: visit.draft.clone(),
            file: "AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
        };
        for path in [
            Path::Review(visit.draft.clone()),
            step,
            item,
            file,
            Path::Erase(visit.draft.clone()),
            Path::Review("AAAAAAAAAAAAAAAAAAAAAA".to_owned()),
            Path::Review("A%00A".to_owned()),
            Path::Procedure("procedure-inconnue".to_owned()),
        ] {
            same(&stranger.open(&path).await, &nothing);
        }
        // What was sent opens with its code: whoever stands before it is told so, whether it exists or not.
        let closed = stranger
            .open(&Path::Request("AAAAAAAAAAAAAAAAAAAAAA".to_owned()))
            .await;
        error_page(
            &closed,
            locale,
            StatusCode::NOT_FOUND,
            &t_in!(locale, "error-access-title"),
            &plain(&t_in!(locale, "error-access-text", minutes = 30)),
        );
        for path in [
            Path::Request(visit.request.clone()),
            Path::Receipt(visit.request.clone()),
            Path::Receipt("AAAAAAAAAAAAAAAAAAAAAA".to_owned()),
            Path::Record(visit.request.clone()),
            Path::RecordPdf(visit.request.clone()),
            Path::RecordPdf("AAAAAAAAAAAAAAAAAAAAAA".to_owned()),
            Path::RecordData(visit.request.clone()),
        ] {
            same(&stranger.open(&path).await, &closed);
        }
    }
}

fn same(page: &Page, other: &Page) {
    assert!(
        alike(page, other),
        "{} {}: {}",
        page.path,
        page.status,
        page.main()
    );
}

/// Nothing tells two pages apart: neither their words nor their headers.
pub(super) fn alike(page: &Page, other: &Page) -> bool {
    let names = |page: &Page| page.headers.keys().cloned().collect::<Vec<_>>();
    page.status == other.status
        && page.without_incident() == other.without_incident()
        && names(page) == names(other)
}

#[tokio::test]
async fn an_address_in_an_unknown_language_is_answered_in_the_language_of_the_browser() {
    let town = Town::open().await;
    let reader = town.resident(Locale::French);
    for (languages, locale) in [
        ("ar", Locale::Arabic),
        ("en", Locale::English),
        ("de", Locale::French),
    ] {
        for path in ["/de/demarches", "/index.php", "/FR/aide", "/.env"] {
            let request = reader
                .request(Method::GET, path)
                .header(header::ACCEPT_LANGUAGE, languages);
            let page = posted(&reader, request, Body::empty()).await;
            let title = t_in!(locale, "error-not-found-title");
            error_page(
                &page,
                locale,
                StatusCode::NOT_FOUND,
                &title,
                &t_in!(locale, "error-not-found-text"),
            );
        }
    }
}

#[tokio::test]
async fn a_post_to_nowhere_is_an_unknown_page() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let page = posted(
        &resident,
        resident.post("/fr/nothing-is-here-at-all"),
        Body::empty(),
    )
    .await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_sent_from_another_site_is_refused_and_changes_nothing() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let visit = visit(&town, locale).await;
        let erase = visit.resident.at(&Path::Erase(visit.draft.clone()));
        let post = || form(&visit.resident, &erase);
        for request in [
            post().header("sec-fetch-site", "cross-site"),
            post().header("sec-fetch-site", "same-site"),
            post().header(header::ORIGIN, "https://evil.example"),
            post().header(header::ORIGIN, "null"),
        ] {
            let page = posted(&visit.resident, request, Body::empty()).await;
            let title = t_in!(locale, "error-forbidden-title");
            error_page(
                &page,
                locale,
                StatusCode::FORBIDDEN,
                &title,
                &t_in!(locale, "error-forbidden-text"),
            );
        }
        let draft = visit
            .resident
            .open(&Path::Review(visit.draft.clone()))
            .await;
        assert_eq!(draft.status, StatusCode::OK, "the draft is still there");
        let own = post().header(header::ORIGIN, "https://demarches.example.org");
        let page = posted(&visit.resident, own, Body::empty()).await;
        assert_eq!(
            page.status,
            StatusCode::SEE_OTHER,
            "an older browser tells its origin only"
        );
    }
}

#[tokio::test]
async fn a_form_that_cannot_be_read_is_told_so() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let title = t_in!(locale, "error-unreadable-title");
        let advice = t_in!(locale, "error-unreadable-text");
        let follow = resident.at(&Path::Follow);
        let page = resident.begin(DRAFT).await;
        let step = page.path.split('?').next().unwrap().to_owned();
        for (path, kind, body) in [
            (&follow, "application/json", "{}"),
            (&step, "text/plain", "x"),
            (&step, "multipart/form-data", "no boundary"),
        ] {
            let request = resident.post(path).header(header::CONTENT_TYPE, kind);
            let page = posted(&resident, request, body).await;
            error_page(
                &page,
                locale,
                StatusCode::UNPROCESSABLE_ENTITY,
                &title,
                &advice,
            );
        }
    }
}

#[tokio::test]
async fn more_than_any_form_holds_is_refused_before_it_is_read_whole() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let step = resident.begin("signaler-un-probleme").await;
        let title = t_in!(locale, "error-too-large-title");
        let advice = t_in!(locale, "error-too-large-text");
        for (path, name) in [
            (resident.at(&Path::Follow), "code"),
            (step.path.clone(), "danger"),
        ] {
            let body = format!("{name}={}", "x".repeat(300 * 1024));
            let request = form(&resident, &path).header("sec-fetch-site", "same-origin");
            let page = posted(&resident, request, body).await;
            error_page(
                &page,
                locale,
                StatusCode::PAYLOAD_TOO_LARGE,
                &title,
                &advice,
            );
        }
    }
}

#[tokio::test]
async fn a_flood_waits_and_the_neighbour_does_not() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let (flood, neighbour) = (town.resident(locale), town.resident(locale));
        let follow = flood.at(&Path::Follow);
        let mut last = None;
        for _ in 0..121 {
            last = Some(posted(&flood, flood.post(&follow), "").await);
        }
        let page = last.unwrap();
        let advice = t_in!(locale, "error-too-many-text", minutes = 1);
        let title = t_in!(locale, "error-too-many-title");
        error_page(
            &page,
            locale,
            StatusCode::TOO_MANY_REQUESTS,
            &title,
            &plain(&advice),
        );
        assert_eq!(page.header(header::RETRY_AFTER), "1");
        let other = posted(&neighbour, form(&neighbour, &follow), "").await;
        assert_eq!(
            other.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "the neighbour is served"
        );
        town.wait(jiff::SignedDuration::from_secs(1));
        let page = posted(&flood, form(&flood, &follow), "").await;
        assert_eq!(
            page.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "and so is the flood, a moment later"
        );
    }
}

#[tokio::test]
async fn whoever_writes_too_fast_keeps_what_they_typed() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let first = resident.begin("signaler-un-probleme").await;
        let form = first.form("#step-form").with("danger", "no");
        let place = resident.go_on(&form.press("continue")).await;
        for _ in 0..120 {
            posted(&resident, resident.post("/fr/suivi"), "").await;
        }
        let typed = place.form("#step-form").with("place", "12 rue du Lavoir");
        let page = resident.submit(&typed.press("continue")).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
        safety::check(&page, locale);
        assert_eq!(page.typed("place"), ["12 rue du Lavoir"]);
        assert!(
            page.one("#error-summary")
                .contains(&t_in!(locale, "problem-too-many-title"))
        );
        assert_eq!(page.header(header::RETRY_AFTER), "1");
        town.wait(jiff::SignedDuration::from_secs(2));
        let again = page.form("#step-form").press("continue");
        assert_eq!(resident.submit(&again).await.status, StatusCode::SEE_OTHER);
    }
}

/// Text as a reader sees it: in one line.
pub(crate) fn plain(words: &str) -> String {
    words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
