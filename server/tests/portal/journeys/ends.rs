//! The end of a draft, and those who are not its holder.

use app::{paths::Path, t_in};
use domain::locale::Locale;
use http::StatusCode;
use jiff::SignedDuration;

use crate::{
    routes::{addresses::identifier, safety},
    support::{Filler, Page, Town},
};

#[tokio::test]
async fn erasing_a_draft_takes_two_pages_and_cannot_be_undone() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let procedure = town.procedure("inscription-scolaire");
        let review = resident
            .fill_in(procedure, &Filler::choosing(&[]), &mut |_| {})
            .await;
        let confirm = review.attributes(".draft-footer a[href$='/effacer']", "href");
        let confirm = resident.get(&confirm[0]).await;
        safety::check(&confirm, locale);
        assert_eq!(
            resident.get(&review.path).await.status,
            StatusCode::OK,
            "asking erases nothing"
        );
        let erase = confirm.form("main form[method=post]");
        let home = resident.go_on(&erase).await;
        assert!(!home.has("section.drafts"), "home no longer offers it");
        for page in [
            resident.get(&review.path).await,
            resident.submit(&review.form("#send-form")).await,
        ] {
            assert_eq!(page.status, StatusCode::GONE, "{}", page.path);
            assert_eq!(page.one("h1"), t_in!(locale, "error-erased-title"));
        }
        assert_eq!(
            resident.submit(&erase).await.status,
            StatusCode::SEE_OTHER,
            "twice is once"
        );
    }
    town.worker.deliver().await.unwrap();
    let kept = town
        .office
        .staff()
        .list(&backoffice::reference::ListFilter::default())
        .await
        .unwrap();
    assert!(kept.is_empty(), "nothing was sent");
}

#[tokio::test]
async fn a_stranger_with_the_address_of_a_draft_can_do_nothing_with_it() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let procedure = town.procedure("signaler-un-probleme");
    let mut forms = Vec::new();
    let mut see = |page: &Page| forms.push(page.form("#step-form, #send-form"));
    let review = resident
        .fill_in(procedure, &Filler::choosing(&[]), &mut see)
        .await;
    let draft = identifier(&review);
    forms.push(
        resident
            .open(&Path::Erase(draft))
            .await
            .form("main form[method=post]"),
    );
    let (nobody, stranger) = (town.resident(Locale::French), town.resident(Locale::French));
    stranger.begin("acte-de-naissance").await;
    for other in [nobody, stranger] {
        for form in &forms {
            assert_eq!(
                other.get(&form.action).await.status,
                StatusCode::NOT_FOUND,
                "{}",
                form.action
            );
            assert_eq!(
                other.submit(form).await.status,
                StatusCode::NOT_FOUND,
                "{}",
                form.action
            );
        }
    }
    let still = resident.get(&review.path).await;
    assert_eq!(still.main(), review.main(), "nothing changed");
}

#[tokio::test]
async fn a_forged_or_broken_cookie_is_nobody() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let review = resident.begin("signaler-un-probleme").await;
    for cookie in [
        "__Host-parvis=",
        "__Host-parvis=AAAA",
        "__Host-parvis=%00",
        "parvis-plain-http=x",
        "=;=;",
    ] {
        let other = town.resident(Locale::French);
        let request = other
            .request(http::Method::GET, &review.path)
            .header(http::header::COOKIE, cookie);
        let page = other
            .send(request.body(axum::body::Body::empty()).unwrap())
            .await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{cookie}");
    }
}

#[tokio::test]
async fn the_cookie_is_for_this_portal_only_and_out_of_reach_of_scripts() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let page = resident
        .open(&Path::Procedure("acte-de-naissance".to_owned()))
        .await;
    let begun = resident.submit(&page.form("main form[method=post]")).await;
    let cookie = begun.header(http::header::SET_COOKIE);
    let rules = "; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure";
    assert!(
        cookie.starts_with("__Host-parvis=") && cookie.ends_with(rules),
        "{cookie}"
    );
    let again = resident.submit(&page.form("main form[method=post]")).await;
    assert_eq!(
        again.header(http::header::SET_COOKIE),
        cookie,
        "the same one, for as long again"
    );
}

#[tokio::test]
async fn the_cookie_lives_as_long_as_what_was_saved_last() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let first = resident.begin("signaler-un-probleme").await;
    town.wait(SignedDuration::from_hours(24 * 6));
    let wrong = resident.submit(&first.form("#step-form")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let cookie = wrong.header(http::header::SET_COOKIE);
    assert!(
        cookie.contains("Max-Age=604800"),
        "kept with its mistakes: {cookie}"
    );
    let form = wrong.form("#step-form").with("danger", "no");
    let saved = resident.submit(&form.press("continue")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let cookie = saved.header(http::header::SET_COOKIE);
    assert!(cookie.contains("Max-Age=604800"), "{cookie}");
    town.wait(SignedDuration::from_hours(24 * 6));
    assert_eq!(resident.follow(&saved).await.status, StatusCode::OK);
}
