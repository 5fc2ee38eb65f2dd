//! Every page in every language by every method.

use std::collections::BTreeSet;

use app::paths::{Carried, Path};
use axum::body::Body;
use domain::{locale::Locale, survey::Moment};
use http::{Method, StatusCode, header};

use super::{
    addresses::{DRAFT, SENT, visit},
    safety,
};
use crate::support::{Filler, Town, every_page_asked};

#[tokio::test]
async fn a_resident_opens_every_page_in_every_language() {
    let town = Town::open().await;
    let mut nonces = BTreeSet::new();
    for locale in Locale::ALL {
        let visit = visit(&town, locale).await;
        let mut pages = Vec::new();
        for path in &visit.pages {
            let page = visit.resident.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.errors());
            safety::check(&page, locale);
            assert_eq!(
                page.header(header::CACHE_CONTROL),
                "private, no-store",
                "{path}"
            );
            assert!(
                nonces.insert(safety::nonce(&page).to_owned()),
                "a nonce serves once"
            );
            pages.push(page);
        }
        for (title, paths) in every_page_asked(&pages) {
            assert_eq!(
                paths.len(),
                1,
                "{title} is the title of several pages: {paths:?}"
            );
        }
    }
}

#[tokio::test]
async fn someone_without_a_cookie_gets_none_by_reading_and_their_browser_may_keep_the_page() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let reader = town.resident(locale);
        for path in [
            Path::Home,
            Path::Procedures,
            Path::Themes,
            Path::Help,
            Path::Follow,
            Path::TakeUp,
            Path::SiteMap,
        ] {
            let page = reader.open(&path).await;
            safety::check(&page, locale);
            assert_eq!(
                page.header(header::CACHE_CONTROL),
                "no-cache",
                "{}",
                page.path
            );
            assert!(
                page.headers.get(header::SET_COOKIE).is_none(),
                "{}",
                page.path
            );
        }
    }
}

#[tokio::test]
async fn asking_for_the_head_of_a_page_gives_its_headers_and_no_body() {
    let town = Town::open().await;
    let visit = visit(&town, Locale::French).await;
    for path in &visit.pages {
        let head = visit
            .resident
            .request(Method::HEAD, path)
            .body(Body::empty())
            .unwrap();
        let head = visit.resident.send(head).await;
        assert_eq!(
            (head.status, head.body.as_str()),
            (StatusCode::OK, ""),
            "{path}"
        );
        assert_eq!(
            head.header(header::CONTENT_TYPE),
            "text/html; charset=utf-8",
            "{path}"
        );
        safety::headers(&head, path);
    }
}

#[tokio::test]
async fn a_method_that_an_address_does_not_know_gets_a_page_that_says_where_to_go() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let visit = visit(&town, locale).await;
        for path in &visit.pages {
            for method in [Method::PUT, Method::DELETE, Method::PATCH] {
                let request = visit
                    .resident
                    .request(method.clone(), path)
                    .body(Body::empty())
                    .unwrap();
                let page = visit.resident.send(request).await;
                assert_eq!(
                    page.status,
                    StatusCode::METHOD_NOT_ALLOWED,
                    "{method} {path}"
                );
                assert!(
                    page.header(header::ALLOW).contains("GET"),
                    "{method} {path}: Allow"
                );
                safety::check(&page, locale);
            }
            // Nobody loses a draft or a request to a method that nothing sends.
            town.wait(jiff::SignedDuration::from_secs(1));
        }
        let review = visit.resident.open(&Path::Review(visit.draft)).await;
        assert!(review.has("#send-form"), "the draft is as it was");
    }
}

/// What an empty post to each address comes to, in an order that keeps the draft until the end.
#[tokio::test]
async fn an_empty_post_is_refused_with_a_page_or_does_what_its_button_says() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let visit = visit(&town, locale).await;
        let (draft, request) = (visit.draft.clone(), visit.request.clone());
        let step = |id: &str| Path::Step {
            draft: draft.clone(),
            step: id.to_owned(),
        };
        let item = |item| Path::Item {
            draft: draft.clone(),
            step: "enfants".to_owned(),
            item,
        };
        let known = [
            (Path::Procedure(SENT.to_owned()), StatusCode::SEE_OTHER),
            (
                Path::Procedure("inconnue".to_owned()),
                StatusCode::NOT_FOUND,
            ),
            (step("enfants"), StatusCode::SEE_OTHER),
            (step("documents"), StatusCode::UNPROCESSABLE_ENTITY),
            (step("inconnue"), StatusCode::NOT_FOUND),
            (step("rentree"), StatusCode::CONFLICT),
            (
                item(app::paths::ItemPath::Existing(1)),
                StatusCode::CONFLICT,
            ),
            (
                item(app::paths::ItemPath::New),
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            (
                Path::Review(draft.clone()),
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            (Path::Follow, StatusCode::UNPROCESSABLE_ENTITY),
            (Path::TakeUp, StatusCode::UNPROCESSABLE_ENTITY),
            (
                Path::HandOver(Carried::Draft(draft.clone())),
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            (
                Path::HandOver(Carried::Request(request.clone())),
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            (
                Path::HandOverCode {
                    carried: Carried::Request(request.clone()),
                    code: "inconnu".to_owned(),
                },
                StatusCode::NOT_FOUND,
            ),
            (Path::Leave(draft.clone()), StatusCode::SEE_OTHER),
            (Path::Erase(draft.clone()), StatusCode::SEE_OTHER),
            (
                Path::Request(request.clone()),
                StatusCode::METHOD_NOT_ALLOWED,
            ),
            (Path::Access(request.clone()), StatusCode::OK),
            (
                Path::Wait("piece-identite".to_owned()),
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            // Nothing answered is nothing said: whoever wishes goes on to the next questions.
            (
                Path::OpinionOfPlace("mairie".to_owned()),
                StatusCode::SEE_OTHER,
            ),
            (
                Path::OpinionOfPage("aide".to_owned()),
                StatusCode::SEE_OTHER,
            ),
            (
                Path::Opinion {
                    request: request.clone(),
                    moment: Moment::Procedure,
                },
                StatusCode::SEE_OTHER,
            ),
            (Path::Finish, StatusCode::SEE_OTHER),
        ];
        let writes = |path: &str| {
            let parts = [
                "/brouillons/",
                "/demandes/",
                "/demarches/",
                "/suivi",
                "/terminer",
                "/reprendre",
                "/attente",
                "/votre-avis",
            ];
            parts.iter().any(|part| path.contains(part))
        };
        let only_read = visit.pages.iter().filter(|path| !writes(path)).cloned();
        let shown = [
            Path::OpinionThanks,
            Path::Receipt(request.clone()),
            Path::Record(request.clone()),
            Path::RecordPdf(request.clone()),
            Path::RecordData(request.clone()),
        ];
        let only_read = only_read.chain(shown.map(|path| visit.resident.at(&path)));
        let refused = only_read.map(|path| (path, StatusCode::METHOD_NOT_ALLOWED));
        let known = known.map(|(path, status)| (visit.resident.at(&path), status));
        for (path, status) in refused.chain(known) {
            let post = visit.resident.post(&path);
            let post = post.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            let page = visit.resident.send(post.body(Body::empty()).unwrap()).await;
            assert_eq!(page.status, status, "{path}: {}", page.errors());
            if !page.status.is_redirection() && page.has("h1") {
                safety::check(&page, locale);
            }
        }
    }
}

#[tokio::test]
async fn whoever_finds_a_weakness_knows_where_to_write() {
    let town = Town::open().await;
    let page = town
        .resident(Locale::French)
        .get("/.well-known/security.txt")
        .await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(
        page.header(header::CONTENT_TYPE),
        "text/plain; charset=utf-8"
    );
    assert!(
        page.body.contains("Contact: mailto:") && page.body.contains("Expires: 2027-"),
        "{}",
        page.body
    );
    safety::headers(&page, &page.path);
    assert!(
        page.header(header::CONTENT_SECURITY_POLICY)
            .starts_with("default-src 'none'")
    );
}

#[tokio::test]
async fn every_procedure_of_the_catalogue_can_be_begun_in_every_language() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        for procedure in &town.catalogue.procedures {
            let filler = Filler::choosing(&[]);
            resident
                .fill_in(procedure, &filler, &mut |page| safety::check(page, locale))
                .await;
        }
        let home = resident.open(&Path::Home).await;
        let drafts = home.attributes("section.drafts a[href$='/verification']", "href");
        assert_eq!(
            drafts.len(),
            town.catalogue.procedures.len(),
            "each draft can be gone on with: {DRAFT}"
        );
    }
}
