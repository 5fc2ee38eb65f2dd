//! Lists: children added, changed, removed one by one.

use app::{
    paths::{ItemPath, Path},
    t_in,
};
use domain::locale::Locale;
use http::StatusCode;

use crate::support::{Page, Resident, Town};

async fn list(resident: &Resident) -> Page {
    let first = resident.begin("inscription-scolaire").await;
    let draft = first.path.split('/').nth(3).unwrap().to_owned();
    resident
        .open(&Path::Step {
            draft,
            step: "enfants".to_owned(),
        })
        .await
}

/// Adds a child; gives the list again.
async fn add(resident: &Resident, list: &Page, name: &str) -> Page {
    let page = resident
        .get(&list.attributes("main a[href$='/nouveau']", "href")[0])
        .await;
    resident.go_on(&child(&page, name)).await
}

fn child(page: &Page, name: &str) -> crate::support::Form {
    let mut form = page.form("#step-form");
    for (part, typed) in [
        ("child.family_name", "Tilleul"),
        ("child.given_names", name),
        ("child_birth_date.day", "14"),
        ("child_birth_date.month", "7"),
        ("child_birth_date.year", "2021"),
        ("child_birth_place", "Nantes"),
        ("class_level", "unknown"),
        ("in_school", "no"),
    ] {
        form.set(part, typed);
    }
    form.press("continue")
}

fn names(list: &Page) -> Vec<String> {
    list.all(".items__item bdi")
}

#[tokio::test]
async fn a_parent_adds_changes_and_removes_children() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let page = list(&resident).await;
        let early = resident
            .submit(&page.form("#step-form").press("continue"))
            .await;
        assert_eq!(
            early.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "one child at least"
        );
        assert!(
            early
                .one("#error-summary")
                .contains(&t_in!(locale, "problem-incomplete-title"))
        );
        let page = add(&resident, &page, "Zoé").await;
        let page = add(&resident, &page, "Tom").await;
        assert_eq!(names(&page), ["Zoé", "Tom"]);
        let change = page.attributes(".items__item a", "href");
        let item = resident.get(&change[1]).await;
        assert_eq!(item.typed("child.given_names"), ["Tom"]);
        let page = resident.go_on(&child(&item, "Thomas")).await;
        assert_eq!(names(&page), ["Zoé", "Thomas"]);
        let remove = page.attributes(".items__item button[value^='remove:']", "value");
        let page = resident
            .go_on(&page.form("#step-form").press(&remove[0]))
            .await;
        assert_eq!(names(&page), ["Thomas"]);
        let twice = resident
            .go_on(&page.form("#step-form").press(&remove[0]))
            .await;
        assert_eq!(names(&twice), ["Thomas"], "pressed twice, removed once");
        let back = resident
            .go_on(&twice.form("#step-form").press("restore"))
            .await;
        assert_eq!(names(&back), ["Zoé", "Thomas"], "back where it stood");
        assert!(
            !back.has("button[value='restore']"),
            "nothing is left to bring back"
        );
        let remove = resident
            .go_on(&back.form("#step-form").press(&remove[0]))
            .await;
        assert_eq!(names(&remove), ["Thomas"]);
        assert_eq!(resident.get(&change[0]).await.status, StatusCode::NOT_FOUND);
        let next = resident
            .go_on(&page.form("#step-form").press("continue"))
            .await;
        assert!(next.path.ends_with("/cantine-et-accueil"), "{}", next.path);
    }
}

#[tokio::test]
async fn a_list_takes_no_more_children_than_it_says() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let mut page = list(&resident).await;
    let new = page.attributes("main a[href$='/nouveau']", "href")[0].clone();
    let form = child(&resident.get(&new).await, "Septième");
    for name in ["Zoé", "Tom", "Ali", "Eve", "Noé", "Lou"] {
        page = add(&resident, &page, name).await;
    }
    assert!(!page.has("main a[href$='/nouveau']"));
    assert!(page.main().contains(&app::l10n::plain(&t_in!(
        Locale::French,
        "items-full",
        max = 6
    ))));
    assert_eq!(resident.get(&new).await.status, StatusCode::NOT_FOUND);
    let page = resident.go_on(&form).await;
    assert_eq!(names(&page).len(), 6, "an old tab adds none either");
}

#[tokio::test]
async fn a_child_with_a_mistake_is_kept_under_its_own_address() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let page = list(&resident).await;
    let new = resident
        .get(&page.attributes("main a[href$='/nouveau']", "href")[0])
        .await;
    let wrong = child(&new, "Zoé").with("child_birth_date.year", "1957");
    let refused = resident.submit(&wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.typed("child.given_names"), ["Zoé"]);
    assert_eq!(
        refused.attributes("#error-summary a", "href"),
        ["#f-children-1-child_birth_date-day"]
    );
    let mended = refused
        .form("#step-form")
        .with("child_birth_date.year", "2021")
        .press("continue");
    let list = resident.go_on(&mended).await;
    assert_eq!(names(&list), ["Zoé"], "mended, not added a second time");
}

#[tokio::test]
async fn an_address_of_a_child_that_does_not_exist_is_unknown() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let draft = list(&resident)
        .await
        .path
        .split('/')
        .nth(3)
        .unwrap()
        .to_owned();
    for (step, item) in [
        ("enfants", ItemPath::Existing(7)),
        ("vous", ItemPath::New),
        ("vous", ItemPath::Existing(1)),
    ] {
        let path = Path::Item {
            draft: draft.clone(),
            step: step.to_owned(),
            item,
        };
        assert_eq!(
            resident.open(&path).await.status,
            StatusCode::NOT_FOUND,
            "{path:?}"
        );
    }
    let odd = format!("/fr/brouillons/{draft}/etapes/enfants/-1");
    assert_eq!(resident.get(&odd).await.status, StatusCode::NOT_FOUND);
}
