//! Languages: the one that a browser asks for, the same page in another, addresses with a slash too many.

use app::paths::Path;
use axum::body::Body;
use domain::locale::Locale;
use http::{Method, StatusCode, header};

use crate::support::{Page, Resident, Town};

async fn root(reader: &Resident, languages: &str) -> Page {
    let request = reader
        .request(Method::GET, "/")
        .header(header::ACCEPT_LANGUAGE, languages);
    reader.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_newcomer_arrives_in_the_language_of_their_browser() {
    let town = Town::open().await;
    let reader = town.resident(Locale::French);
    for (languages, home) in [
        ("ar-MA,ar;q=0.9,fr;q=0.8", "/ar"),
        ("de,en-GB;q=0.7,fr;q=0.3", "/en"),
        ("fr-CA", "/fr"),
        ("pt-BR,pt", "/fr"),
        ("*", "/fr"),
        ("", "/fr"),
        ("en;q=0,ar;q=0.1", "/ar"),
    ] {
        let page = root(&reader, languages).await;
        assert_eq!(
            (page.status, page.location()),
            (StatusCode::FOUND, home),
            "{languages}"
        );
        assert_eq!(page.header(header::VARY), "Accept-Language");
    }
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page() {
    let town = Town::open().await;
    let reader = town.resident(Locale::English);
    for (path, page) in [
        ("/en/", "/en"),
        ("/ar/demarches/", "/ar/demarches"),
        ("/fr/demarches/?q=naissance", "/fr/demarches?q=naissance"),
        ("/falc/aide///", "/falc/aide"),
    ] {
        let answer = reader.get(path).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::PERMANENT_REDIRECT, page),
            "{path}"
        );
    }
}

#[tokio::test]
async fn an_address_made_by_a_swindler_never_leads_to_another_site() {
    let town = Town::open().await;
    let reader = town.resident(Locale::French);
    for path in [
        "//evil.example/",
        "/\\evil.example/",
        "//evil.example/fr/",
        "/%2F/evil.example/",
        "///",
    ] {
        let answer = reader.get(path).await;
        assert!(
            !answer.status.is_redirection(),
            "{path} leads to {}",
            answer.header(header::LOCATION)
        );
    }
}

#[tokio::test]
async fn the_page_in_another_language_is_one_link_away_and_keeps_the_search() {
    let town = Town::open().await;
    let reader = town.resident(Locale::French);
    let page = reader.get("/fr/demarches?q=naissance").await;
    let links = page.attributes(".language-menu a", "href");
    let wanted: Vec<_> = Locale::ALL
        .iter()
        .map(|to| format!("/{}/demarches?q=naissance", to.segment()))
        .collect();
    assert_eq!(links, wanted);
    for (link, locale) in links.iter().zip(Locale::ALL) {
        let other = reader.get(link).await;
        assert_eq!(other.status, StatusCode::OK);
        assert_eq!(other.attributes("html", "lang"), [locale.tag()]);
        assert_eq!(
            other.attributes("#f-q", "value"),
            ["naissance"],
            "the search is kept"
        );
    }
}

#[tokio::test]
async fn a_draft_begun_in_one_language_goes_on_in_another() {
    let town = Town::open().await;
    let resident = town.resident(Locale::English);
    let page = resident.begin("signaler-un-probleme").await;
    let page = resident
        .go_on(
            &page
                .form("#step-form")
                .with("danger", "no")
                .press("continue"),
        )
        .await;
    let arabic = page.attributes(".language-menu a[lang=ar]", "href");
    let page = resident.get(&arabic[0]).await;
    let page = resident
        .go_on(
            &page
                .form("#step-form")
                .with("place", "12 rue du Lavoir")
                .press("continue"),
        )
        .await;
    assert_eq!(page.attributes("html", "dir"), ["rtl"]);
    let draft = page.path.split('/').nth(3).unwrap().to_owned();
    let review = resident
        .get(&Path::Review(draft).in_locale(Locale::EasyFrench))
        .await;
    assert!(review.main().contains("12 rue du Lavoir"));
}
