//! Mistakes: what was typed stays, what is wrong is said at its place, and nothing is sent twice.

use app::{paths::Path, t_in};
use domain::locale::Locale;
use futures::future::join_all;
use http::StatusCode;

use crate::support::{Filler, Page, Resident, Town};

/// The step of the problem itself: a choice, a date, several lines.
async fn problem_step(resident: &Resident) -> Page {
    let first = resident.begin("signaler-un-probleme").await;
    let draft = first.path.split('/').nth(3).unwrap().to_owned();
    resident
        .open(&Path::Step {
            draft,
            step: "probleme".to_owned(),
        })
        .await
}

#[tokio::test]
async fn a_resident_keeps_what_they_typed_when_a_date_is_wrong() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let page = problem_step(&resident).await;
        let words = "Un trou devant le 12.\r\n\r\n  Il grandit.";
        let mut form = page
            .form("#step-form")
            .with("category", "road")
            .with("description", words);
        for (part, typed) in [("day", "31"), ("month", "2"), ("year", "2026")] {
            form.set(&format!("noticed_on.{part}"), typed);
        }
        let refused = resident.submit(&form.press("continue")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let reloaded = resident.get(&page.path).await;
        assert_eq!(reloaded.status, StatusCode::OK);
        for shown in [&refused, &reloaded] {
            assert_eq!(shown.typed("category"), ["road"]);
            assert_eq!(shown.typed("noticed_on.day"), ["31"]);
            assert_eq!(shown.typed("noticed_on.month"), ["2"]);
            assert_eq!(
                shown.typed("description")[0].replace('\r', ""),
                words.replace('\r', "")
            );
        }
        assert_eq!(
            refused.attributes("#error-summary a", "href"),
            ["#f-noticed_on-day"]
        );
        assert_eq!(
            refused.attributes("#f-noticed_on-day", "aria-invalid"),
            ["true"]
        );
        let described = refused.attributes("#f-noticed_on-day", "aria-describedby");
        assert!(described[0].contains("f-noticed_on-error"), "{described:?}");
        assert!(!refused.one("#f-noticed_on-error").is_empty());
        let (title, right) = (refused.one("title"), page.one("title"));
        assert!(
            title.len() > right.len() && title.contains(&right),
            "the title says first that something is wrong"
        );
        assert!(
            refused.attributes("#error-summary", "autofocus").len() == 1,
            "the summary takes the focus"
        );

        let again = resident
            .submit(&refused.form("#step-form").press("continue"))
            .await;
        assert_ne!(
            again.one("#error-summary h2"),
            refused.one("#error-summary h2"),
            "the second refusal is heard"
        );
        let mended = again
            .form("#step-form")
            .with("noticed_on.day", "28")
            .press("continue");
        let next = resident.go_on(&mended).await;
        assert!(next.path.ends_with("/etapes/photo"), "{}", next.path);
    }
}

#[tokio::test]
async fn an_empty_page_names_each_missing_answer_once() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let page = problem_step(&resident).await;
        let refused = resident
            .submit(&page.form("#step-form").press("continue"))
            .await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let links = refused.attributes("#error-summary a", "href");
        assert_eq!(
            links,
            [
                "#f-category-lighting",
                "#f-noticed_on-day",
                "#f-description"
            ]
        );
        for (link, words) in links.iter().zip(refused.all("#error-summary a")) {
            assert!(refused.has(link) && !words.is_empty(), "{link}");
        }
    }
}

#[tokio::test]
async fn a_question_that_an_answer_brings_is_shown_before_it_is_missed() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let page = problem_step(&resident).await;
    assert!(!page.questions().contains("other_category"));
    let form = page
        .form("#step-form")
        .with("category", "other")
        .with("description", "Un banc cassé au parc.");
    let form = form
        .with("noticed_on.day", "1")
        .with("noticed_on.month", "11")
        .with("noticed_on.year", "2026");
    let page = resident.go_on(&form.press("continue")).await;
    assert!(page.path.contains("/etapes/probleme?"), "{}", page.path);
    assert!(page.questions().contains("other_category"));
    assert!(!page.has("#error-summary"), "nobody saw it before");
    assert!(
        page.main()
            .contains(&t_in!(Locale::French, "step-more-title"))
    );
    let refused = resident
        .submit(&page.form("#step-form").press("continue"))
        .await;
    assert_eq!(
        refused.attributes("#error-summary a", "href"),
        ["#f-other_category"]
    );
}

#[tokio::test]
async fn sending_twice_gives_the_same_receipt() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let filler = Filler::choosing(&[]);
    let mut first = None;
    let mut see = |page: &Page| {
        first.get_or_insert(page.clone());
    };
    let review = resident
        .fill_in(town.procedure("signaler-un-probleme"), &filler, &mut see)
        .await;
    let form = review.form("#send-form");
    let answers = join_all((0..5).map(|_| resident.submit(&form))).await;
    let receipt = answers[0].location().to_owned();
    assert!(
        answers.iter().all(|answer| answer.location() == receipt),
        "pressed five times at once"
    );
    assert_eq!(
        resident.submit(&form).await.location(),
        receipt,
        "and once more from the history"
    );
    let late = first
        .unwrap()
        .form("#step-form")
        .with("danger", "no")
        .press("continue");
    assert_eq!(
        resident.submit(&late).await.location(),
        receipt,
        "an old tab leads to the receipt"
    );
    let old = resident.get(&review.path).await;
    let again = old.form("main form[method=post]");
    assert_eq!(
        resident.submit(&again).await.location(),
        receipt,
        "so does the review"
    );
    assert_eq!(
        resident.submit(&review.form("#send-form")).await.location(),
        receipt
    );
    town.worker.deliver().await.unwrap();
    let kept = town
        .office
        .staff()
        .list(&backoffice::reference::ListFilter::default())
        .await
        .unwrap();
    assert_eq!(kept.len(), 1);
}

#[tokio::test]
async fn two_tabs_on_one_page_are_both_shown_before_one_replaces_the_other() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let first = resident.begin("signaler-un-probleme").await;
        let draft = first.path.split('/').nth(3).unwrap().to_owned();
        let step = Path::Step {
            draft: draft.clone(),
            step: "lieu".to_owned(),
        };
        let (one, other) = (resident.open(&step).await, resident.open(&step).await);
        let saved = one
            .form("#step-form")
            .with("place", "12 rue du Lavoir")
            .press("continue");
        resident.go_on(&saved).await;
        let late = other
            .form("#step-form")
            .with("place", "Parc des Tilleuls")
            .press("continue");
        let conflict = resident.submit(&late).await;
        assert_eq!(conflict.status, StatusCode::CONFLICT);
        let summary = conflict.one("#error-summary");
        assert!(
            summary.contains(&t_in!(locale, "problem-conflict-title")),
            "{summary}"
        );
        assert!(summary.contains("12 rue du Lavoir"), "{summary}");
        assert_eq!(conflict.typed("place"), ["Parc des Tilleuls"]);
        let review = resident.open(&Path::Review(draft.clone())).await;
        assert!(
            review.main().contains("12 rue du Lavoir"),
            "nothing was overwritten"
        );
        resident
            .go_on(&conflict.form("#step-form").press("continue"))
            .await;
        let review = resident.open(&Path::Review(draft)).await;
        assert!(
            review.main().contains("Parc des Tilleuls"),
            "until the resident chose"
        );
    }
}

#[tokio::test]
async fn an_incomplete_draft_cannot_be_sent_and_says_what_to_complete() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let first = resident.begin("signaler-un-probleme").await;
        let draft = first.path.split('/').nth(3).unwrap().to_owned();
        let review = resident.open(&Path::Review(draft.clone())).await;
        assert!(!review.has("#send-form"));
        assert!(review.has("main a[href$='/etapes/danger']"));
        let post = resident
            .post(&review.path)
            .body(axum::body::Body::empty())
            .unwrap();
        let refused = resident.send(post).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused
                .one("#error-summary")
                .contains(&t_in!(locale, "problem-incomplete-title"))
        );
    }
}

#[tokio::test]
async fn a_change_from_the_review_comes_back_to_the_review() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let procedure = town.procedure("signaler-un-probleme");
    let review = resident
        .fill_in(procedure, &Filler::choosing(&[]), &mut |_| {})
        .await;
    let change = review.attributes(".summary__link[href*='/lieu']", "href");
    let step = resident.get(&change[0]).await;
    let refused = resident
        .submit(&step.form("#step-form").with("place", "x").press("continue"))
        .await;
    assert_eq!(
        refused.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a mistake on the way does not lose the way back"
    );
    let review = resident
        .go_on(
            &refused
                .form("#step-form")
                .with("place", "8 rue Neuve")
                .press("continue"),
        )
        .await;
    assert!(review.has("#send-form") && review.main().contains("8 rue Neuve"));
}
