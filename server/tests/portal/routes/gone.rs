//! What ended, and what cannot be had for the moment.

use app::{paths::Path, t_in};
use domain::locale::Locale;
use http::StatusCode;
use jiff::SignedDuration;

use super::{
    addresses::{identifier, visit},
    errors::error_page,
    safety,
};
use crate::support::Town;

const DAY: SignedDuration = SignedDuration::from_hours(24);

#[tokio::test]
async fn the_end_of_a_draft_is_told_to_its_holder_and_to_nobody_else() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let (resident, stranger) = (town.resident(locale), town.resident(locale));
        stranger.begin("signaler-un-probleme").await;
        let first = resident.begin("acte-de-naissance").await;
        let erased = identifier(&first);
        let expired = identifier(&resident.begin("signaler-un-probleme").await);
        let confirm = resident.open(&Path::Erase(erased.clone())).await;
        let home = resident.go_on(&confirm.form("main form")).await;
        assert_eq!(home.path, resident.at(&Path::Home));
        let gone = resident.get(&first.path).await;
        let title = t_in!(locale, "error-erased-title");
        error_page(
            &gone,
            locale,
            StatusCode::GONE,
            &title,
            &t_in!(locale, "error-erased-text"),
        );
        let late = resident
            .submit(&first.form("#step-form").with("birth_place", "here"))
            .await;
        error_page(
            &late,
            locale,
            StatusCode::GONE,
            &title,
            &t_in!(locale, "error-erased-text"),
        );

        town.wait(DAY * 7);
        let gone = resident.open(&Path::Review(expired.clone())).await;
        let advice = t_in!(locale, "error-expired-text", days = 7);
        let advice = app::l10n::plain(&advice);
        let title = t_in!(locale, "error-expired-title");
        error_page(
            &gone,
            locale,
            StatusCode::GONE,
            &title,
            advice.split(" 7 ").next().unwrap(),
        );
        for draft in [erased, expired] {
            let page = stranger.open(&Path::Review(draft)).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn without_a_catalogue_people_still_find_whom_to_call() {
    let town = Town::without_catalogue().await;
    for locale in Locale::ALL {
        let reader = town.resident(locale);
        let advice = t_in!(locale, "error-unavailable-text");
        for path in [
            Path::Procedures,
            Path::Themes,
            Path::Procedure("acte-de-naissance".to_owned()),
        ] {
            let page = reader.open(&path).await;
            let title = t_in!(locale, "error-unavailable-title");
            error_page(
                &page,
                locale,
                StatusCode::SERVICE_UNAVAILABLE,
                &title,
                &advice,
            );
        }
        for path in [Path::Home, Path::Help, Path::SiteMap] {
            let page = reader.open(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.path);
            safety::check(&page, locale);
            assert!(
                page.main().contains(&advice),
                "{}: {}",
                page.path,
                page.main()
            );
            assert!(page.has("#aide a[href^='tel:']"), "{}", page.path);
        }
    }
}

#[tokio::test]
async fn when_the_storage_does_not_answer_every_page_of_a_draft_says_so() {
    let town = Town::open().await;
    let mut visits = Vec::new();
    for locale in Locale::ALL {
        let visit = visit(&town, locale).await;
        let review = visit
            .resident
            .open(&Path::Review(visit.draft.clone()))
            .await;
        visits.push((locale, visit, review));
    }
    town.database.close().await;
    for (locale, visit, review) in visits {
        let (title, advice) = (
            t_in!(locale, "error-unavailable-title"),
            t_in!(locale, "error-unavailable-text"),
        );
        for path in [
            Path::Review(visit.draft),
            Path::Request(visit.request.clone()),
            Path::Receipt(visit.request),
        ] {
            let page = visit.resident.open(&path).await;
            error_page(
                &page,
                locale,
                StatusCode::SERVICE_UNAVAILABLE,
                &title,
                &advice,
            );
        }
        let sent = visit.resident.submit(&review.form("#send-form")).await;
        error_page(
            &sent,
            locale,
            StatusCode::SERVICE_UNAVAILABLE,
            &title,
            &advice,
        );
        let home = visit.resident.open(&Path::Home).await;
        assert_eq!(
            home.status,
            StatusCode::OK,
            "what needs no storage is still there"
        );
        safety::check(&home, locale);
    }
}
