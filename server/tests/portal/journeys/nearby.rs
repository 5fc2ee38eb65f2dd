//! How far each place is from an address, by plain forms: what was typed is used once and found nowhere again.

use app::{paths::Path, t_in};
use domain::locale::Locale;
use http::{StatusCode, header};
use jiff::SignedDuration;

use super::appointments::{PASSPORT, times};
use crate::support::{Death, Form, Page, Resident, Town};

/// Types an address in the form of a page of times.
pub(crate) fn typing(page: &Page, address: &str) -> Form {
    page.form("#near-form")
        .with("adresse", address)
        .press("near")
}

/// The first time of each place: what its buttons say, in order.
fn places(page: &Page) -> Vec<String> {
    page.all("#lieux + .time-list .time-list__button")
}

/// The places of the filter, in order.
fn filter(page: &Page) -> Vec<String> {
    page.attributes("select[name=lieu] option", "value")
}

async fn searched(resident: &Resident, query: &str, address: &str) -> Page {
    let page = times(resident, PASSPORT, query).await;
    resident.submit(&typing(&page, address)).await
}

#[tokio::test]
async fn a_resident_sees_how_far_each_place_is_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let before = times(&resident, PASSPORT, "").await;
        let heading = t_in!(locale, "times-first-of-places");
        assert_eq!(before.one("#lieux"), heading);
        assert!(before.has("#near-form label[for=f-adresse]"));

        // Alone at this moment: no place in a line to remember either.
        town.wait(SignedDuration::from_secs(1));
        let answer = resident.submit(&typing(&before, "3 rue du Lavoir")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.errors());
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "no need");
        let location = answer.header(header::LOCATION);
        assert!(location.ends_with("&pres=47.308,-4.89#lieux"), "{location}");
        assert!(!location.contains("avoir"), "{location}");

        let near = resident.follow(&answer).await;
        assert_eq!(near.status, StatusCode::OK);
        assert_eq!(
            near.one("#lieux"),
            t_in!(locale, "times-first-of-places-near")
        );
        assert!(near.main().contains(&t_in!(locale, "times-near-said")));
        assert!(!near.body.contains("3 rue du Lavoir"), "it is forgotten");
        let first = places(&near);
        let far = if locale == Locale::English {
            "1.2"
        } else {
            "1,2"
        };
        assert!(first.len() == 2 && first[0].contains("300"), "{first:?}");
        assert!(first[1].contains(far), "{first:?}");
        assert_eq!(filter(&near), ["", "france-services", "mairie"]);
        let named = near.all("select[name=lieu] option");
        assert!(named[2].contains(far), "{named:?}");

        let weeks = near.attributes("#semaine ~ nav a", "href");
        assert!(!weeks.is_empty() && weeks.iter().all(|href| href.contains("pres=")));
        let narrowed = near.form("main form[method=get]");
        assert!(
            narrowed
                .inputs
                .contains(&("pres".to_owned(), "47.308,-4.89".to_owned()))
        );

        let words = t_in!(locale, "times-near-forget");
        let links = near.all("main a").into_iter();
        assert_eq!(links.filter(|link| *link == words).count(), 1);
        let forget = &near.attributes("#near-form p a", "href")[0];
        assert!(!forget.contains("pres="), "{forget}");
        let forgotten = resident.get(forget.split('#').next().unwrap()).await;
        assert_eq!(places(&forgotten), places(&before));
        assert_eq!(forgotten.one("#lieux"), heading);
    }
}

#[tokio::test]
async fn the_nearest_place_comes_first_wherever_one_comes_from() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    for (address, nearest) in [
        ("1 place de l'Hôtel-de-Ville", "Mairie"),
        (
            "RUE DU LAVOIR, 99120 ARDANE LES TILLEULS",
            "France services",
        ),
        ("chemin des ateliers", "Mairie"),
    ] {
        let answer = searched(&resident, "moment=morning&semaine=2026-12-07", address).await;
        let location = answer.location().to_owned();
        assert!(location.contains("&moment=morning&semaine=2026-12-07&pres="));
        let near = resident.follow(&answer).await;
        assert!(
            places(&near)[0].contains(nearest),
            "{address}: {:?}",
            places(&near)
        );
        // Times stay times: the one that is pressed is held, whatever was typed before.
        let slot = near.attributes("#lieux + .time-list button", "value")[0].clone();
        let form = near.form("#times-form").with("horaire", &slot);
        let held = resident.go_on(&form).await;
        assert!(
            held.has("#step-form") && !held.path.contains("pres="),
            "{}",
            held.path
        );
    }
}

#[tokio::test]
async fn several_streets_are_given_to_choose_from_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let several = searched(&resident, "", "5 lavoir").await;
        assert_eq!(several.status, StatusCode::UNPROCESSABLE_ENTITY);
        let title = t_in!(locale, "problem-several-streets-title");
        assert!(several.errors().contains(&title), "{}", several.errors());
        let target = several.attributes("#error-summary a", "href")[0].clone();
        let radios = several.attributes("#near-form input[type=radio]", "id");
        assert_eq!(radios.len(), 2);
        assert_eq!(target, format!("#{}", radios[0]));
        assert_eq!(
            several.all("#near-form .choice__label"),
            [
                "Impasse du Lavoir, Ardane-les-Tilleuls",
                "Rue du Lavoir, Ardane-les-Tilleuls"
            ]
        );
        let lang = several.attributes("#near-form .choice__label [lang]", "lang");
        let french = matches!(locale, Locale::French | Locale::EasyFrench);
        assert!(french || lang == ["fr", "fr"], "{lang:?}");

        let form = several.form("#near-form").press("near");
        assert!(
            form.inputs
                .contains(&("adresse".to_owned(), "5 lavoir".to_owned()))
        );
        let again = resident.submit(&form).await;
        assert_eq!(
            again.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "none is chosen"
        );
        let told = t_in!(locale, "problem-again", title = title);
        assert!(again.errors().contains(&told), "{}", again.errors());

        let street = several.attributes("#near-form input[type=radio]", "value")[1].clone();
        let near = resident.go_on(&form.with("rue", &street)).await;
        assert!(near.path.contains("pres=47.308,-4.89"), "{}", near.path);
        assert!(places(&near)[0].contains("300"));
    }
}

#[tokio::test]
async fn an_address_that_is_unknown_stays_to_be_corrected_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let mut page = times(&resident, PASSPORT, "moment=morning").await;
        let long = "rue ".repeat(50);
        for typed in ["12 rue de Nulle-Part \"<b>", "rue", "", &long] {
            page = resident.submit(&typing(&page, typed)).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            assert!(
                page.has("#error-summary a[href='#f-adresse']"),
                "{}",
                page.main()
            );
            assert!(page.has("#f-adresse[aria-invalid=true]"), "{typed}");
            let described = page.attributes("#f-adresse", "aria-describedby");
            assert!(described[0].contains("f-adresse-error"), "{described:?}");
            assert!(page.has("#f-adresse-error"));
            assert_eq!(page.attributes("#f-adresse", "value").concat(), typed);
            assert_eq!(
                page.attributes("select[name=moment] option[selected]", "value"),
                ["morning"]
            );
            assert!(page.has("#times-form button"), "times can still be chosen");
        }
        let found = resident.go_on(&typing(&page, "rue du Lavoir")).await;
        assert!(found.path.contains("moment=morning"), "{}", found.path);
        assert!(places(&found).is_empty() || places(&found)[0].contains("300"));
    }
}

#[tokio::test]
async fn without_streets_or_positions_nothing_is_asked() {
    let town = Town::offering(|catalogue| catalogue.streets.clear()).await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let page = times(&resident, PASSPORT, "pres=47.308,-4.89").await;
        assert!(!page.has("#near-form"), "{}", page.main());
        assert_eq!(page.one("#lieux"), t_in!(locale, "times-first-of-places"));
        assert!(!page.main().contains("300"), "{}", page.main());
        assert!(page.attributes("main a[href*='pres=']", "href").is_empty());
        // By hand all the same: the page again, as it is.
        let by_hand = page
            .form("#times-form")
            .with("adresse", "rue du Lavoir")
            .press("near");
        let answer = resident.submit(&by_hand).await;
        assert!(
            !answer.location().contains("pres="),
            "{}",
            answer.location()
        );
    }
    let unplaced = Town::offering(|catalogue| {
        catalogue
            .places
            .iter_mut()
            .for_each(|it| it.position = None);
    });
    let unplaced = unplaced.await;
    let resident = unplaced.resident(Locale::French);
    let page = times(&resident, PASSPORT, "").await;
    assert!(!page.has("#near-form"));
}

#[tokio::test]
async fn nothing_is_asked_where_nobody_goes_nor_for_a_time_that_one_has() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    for (kind, query) in [("aide-numerique", "mode=phone"), ("rencontre-maire", "")] {
        let page = times(&resident, kind, query).await;
        assert!(!page.has("#near-form"), "{kind}");
    }
    let receipt = super::appointments::booked(&town, &resident, PASSPORT).await;
    let asked = crate::routes::addresses::identifier(&receipt);
    let moving = resident.open(&Path::Move(asked)).await;
    assert!(moving.has("#times-form") && !moving.has("#near-form"));
    // What is no position counts for nothing.
    for wrong in ["pres=", "pres=rue", "pres=91,0", "pres=47.3"] {
        let page = times(&resident, PASSPORT, wrong).await;
        assert_eq!(
            page.one("#lieux"),
            t_in!(Locale::French, "times-first-of-places")
        );
    }
}

#[tokio::test]
async fn while_the_back_office_is_away_the_address_stays() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let page = times(&resident, PASSPORT, "").await;
        let form = typing(&page, "3 rue du Lavoir");
        let stays = |page: &Page| {
            assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
            let told = t_in!(locale, "problem-office-away-title");
            assert!(page.errors().contains(&told), "{}", page.errors());
            assert!(page.has("#error-summary a[href='#f-adresse']"));
            assert_eq!(page.attributes("#f-adresse", "value"), ["3 rue du Lavoir"]);
        };
        town.back_office_dies(Some(Death {
            call: 1,
            done: false,
            restarts: true,
        }));
        stays(&resident.submit(&form).await);
        town.back_office_dies(None);
        town.back_office_goes_away();
        let away = resident.submit(&form).await;
        stays(&away);
        town.back_office_is_back();
        town.wait(super::appointments::MINUTE);
        let near = resident.go_on(&away.form("#near-form").press("near")).await;
        assert!(places(&near)[0].contains("300"), "{}", near.main());
    }
}
