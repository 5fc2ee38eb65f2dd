//! Several purposes in one visit, by plain forms: offered together only where someone receives people for both. The clock of
//! tests begins on Sunday 22 November 2026, at ten in Paris.

use app::{
    l10n::{duration, plain},
    paths::Path,
    t_in,
};
use domain::{appointment::AppointmentType, locale::Locale};
use http::StatusCode;
use jiff::SignedDuration;

use super::appointments::{PASSPORT, confirmed, free, pressing, request, times, to_review};
use crate::support::{Page, Town};

/// What is done at the counters that receive for [`PASSPORT`].
const COLLECTING: &str = "retrait-piece-identite";
/// What is done elsewhere.
const PARTNERSHIP: &str = "pacs";

fn kind<'a>(town: &'a Town, id: &str) -> &'a AppointmentType {
    let mut types = town.catalogue.appointment_types.iter();
    types.find(|kind| kind.id == id).unwrap()
}

/// The question about another purpose on the page of a type: what may be ticked.
async fn offered(town: &Town, locale: Locale, id: &str) -> Vec<String> {
    let page = town
        .resident(locale)
        .open(&Path::Visit(id.to_owned()))
        .await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    page.attributes("input[name=aussi]", "value")
}

/// A page names both.
fn names_both(town: &Town, locale: Locale, page: &Page) {
    let shown = plain(&page.main());
    for id in [PASSPORT, COLLECTING] {
        let title = kind(town, id).title.in_locale(locale).words;
        assert!(shown.contains(title), "{title}: {shown}");
    }
}

/// What a page says of both, and for four people.
fn says_it_all(town: &Town, locale: Locale, page: &Page) {
    names_both(town, locale, page);
    let shown = plain(&page.main());
    let four = plain(&t_in!(locale, "visit-people", count = 4));
    let documents = plain(&t_in!(locale, "visit-documents", count = 4));
    assert!(
        shown.contains(&four) && shown.contains(&documents),
        "{shown}"
    );
}

#[tokio::test]
async fn a_family_of_four_hands_in_and_collects_in_one_visit_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        assert_eq!(offered(&town, locale, PASSPORT).await, [COLLECTING]);
        assert_eq!(offered(&town, locale, COLLECTING).await, [PASSPORT]);
        let resident = town.resident(locale);
        let need = format!("personnes=4&documents=&aussi={COLLECTING}");
        let page = times(&resident, PASSPORT, &need).await;
        says_it_all(&town, locale, &page);
        // Five minutes for each purpose, fifteen for each of four documents, five for each of four people.
        let length = SignedDuration::from_mins(90);
        let long = plain(&duration(locale, length));
        assert!(page.main().contains(&long), "{}", page.main());

        let first = resident.go_on(&pressing(&page, &free(&page)[0])).await;
        let review = to_review(&town, &resident, "prendre-rendez-vous", first).await;
        names_both(&town, locale, &review);
        let receipt = resident.go_on(&review.form("#send-form")).await;
        town.worker.deliver().await.unwrap();
        let told = request(&resident, &receipt).await;
        assert_eq!(told.one("h1"), confirmed(locale));
        for page in [&receipt, &told] {
            says_it_all(&town, locale, page);
            let shown = plain(&page.main());
            assert!(shown.contains(&long), "{shown}");
            for id in [PASSPORT, COLLECTING] {
                for thing in &kind(&town, id).bring {
                    let thing = thing.label.in_locale(locale).words;
                    assert_eq!(shown.matches(thing).count(), 1, "{thing}, once: {shown}");
                }
            }
        }
    }
}

#[tokio::test]
async fn what_nobody_receives_together_is_neither_offered_nor_looked_for_in_vain() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        assert!(offered(&town, locale, PARTNERSHIP).await.is_empty());
        let resident = town.resident(locale);
        // An address that was kept, or written by hand.
        let address = resident.at(&Path::Times(PASSPORT.to_owned()));
        let page = resident
            .get(&format!("{address}?aussi={PARTNERSHIP}"))
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = t_in!(locale, "times-not-together-title");
        assert!(page.main().contains(&told), "{}", page.main());
        let need = resident.at(&Path::Visit(PASSPORT.to_owned()));
        assert!(page.has(&format!("main a[href^='{need}?']")));
    }
}

#[tokio::test]
async fn the_number_of_people_changes_for_each_purpose() {
    let town = Town::open().await;
    let locale = Locale::French;
    let resident = town.resident(locale);
    let query = format!("personnes=2&aussi={COLLECTING}&semaine=2026-12-07");
    let page = times(&resident, PASSPORT, &query).await;
    let first = resident.go_on(&pressing(&page, &free(&page)[0])).await;
    let review = to_review(&town, &resident, "prendre-rendez-vous", first).await;
    let receipt = resident.go_on(&review.form("#send-form")).await;
    town.worker.deliver().await.unwrap();
    let path = Path::People(crate::routes::addresses::identifier(&receipt));
    let page = resident.open(&path).await;
    assert_eq!(page.all("#step-form legend").len(), 2, "{}", page.main());
    let mut form = page.form("#step-form");
    form.tick("personnes", &["3", "1"]);
    let changed = resident.go_on(&form).await;
    let done = t_in!(locale, "done-people-title");
    assert!(changed.main().contains(&done), "{}", changed.main());
    let again = resident.open(&path).await;
    let chosen = again.attributes("[name=personnes] option[selected]", "value");
    assert_eq!(chosen, ["3", "1"]);
}
