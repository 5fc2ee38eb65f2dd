//! Waiting for a time that suits: entering the list, being told, taking what is offered or letting it go. The clock of
//! tests begins on Sunday 22 November 2026, at ten in Paris. On Sunday 29 nobody receives, until an agent opens hours.

use app::{
    paths::{HEADING, Path},
    t_in,
};
use backoffice::reference::Opening;
use database::testing::databases;
use domain::locale::Locale;
use futures::future::join_all;
use http::StatusCode;
use jiff::{
    SignedDuration,
    civil::{Date, date, time},
};

use super::{
    appointments::{PASSPORT, booked, confirmed, times, to_review},
    reminders::words,
};
use crate::support::{Form, Page, Resident, Town};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);

const SUNDAY: Date = date(2026, 11, 29);

/// The form of the list, reached from the times, for that Sunday and an e-mail address.
async fn form(resident: &Resident) -> Form {
    let page = times(resident, PASSPORT, "").await;
    let href = page.attributes("main a[href*='/attente']", "href");
    let page = resident.get(&href[0]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    wished(&page)
}

/// The form of the list, filled in.
pub(crate) fn wished(page: &Page) -> Form {
    let mut form = page.form("#step-form");
    for (name, day) in [("from", SUNDAY), ("to", SUNDAY)] {
        form.set(&format!("{name}.day"), &day.day().to_string());
        form.set(&format!("{name}.month"), &day.month().to_string());
        form.set(&format!("{name}.year"), &day.year().to_string());
    }
    form.set("way", "email");
    form.with("email", "rosalie@example.org")
}

/// Enters the list: one's page.
pub(crate) async fn waits(resident: &Resident) -> Page {
    let form = form(resident).await;
    resident.go_on(&form).await
}

/// An agent opens hours for one passport.
pub(crate) async fn opens(town: &Town, from: i8) {
    let opening = Opening {
        resource: "mairie-guichet-1".to_owned(),
        first_day: SUNDAY,
        last_day: SUNDAY,
        weekdays: Vec::new(),
        from: time(from, 0, 0, 0),
        to: time(from, 20, 0, 0),
    };
    let opened = town.office.staff().open_hours(opening, "Claire").await;
    assert_eq!(opened.unwrap(), 1);
    town.office.offer_times().await.unwrap();
    passes(town, SignedDuration::ZERO).await;
}

/// Waits, and everything that is due happens.
async fn passes(town: &Town, time: SignedDuration) {
    town.wait(time);
    town.office.offer_times().await.unwrap();
    town.worker.read_events().await.unwrap();
    town.worker.send_wait_messages().await.unwrap();
}

/// Subjects and texts of the letters to those who wait, the order of their files.
fn letters(town: &Town) -> Vec<String> {
    let letters = town.letters();
    let texts = letters.iter().map(|letter| words(letter));
    texts.filter(|text| text.contains("/attente/")).collect()
}

/// The link of a letter.
fn link(letter: &str) -> String {
    let line = letter.lines().find(|line| line.contains("/attente/"));
    let line = line.unwrap();
    let path = line[..line.find("/attente/").unwrap()].rfind('/').unwrap();
    line[path..].trim().to_owned()
}

/// The form of an offer, with a button pressed.
pub(crate) fn pressing(page: &Page, button: &str) -> Form {
    let form = if button == "leave" {
        page.form("form[aria-labelledby=leave]")
    } else {
        page.form("form[aria-labelledby=offer]")
    };
    form.with("do", button)
}

#[tokio::test]
async fn whoever_waits_is_told_and_takes_the_time_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let place = waits(&resident).await;
        assert_eq!(place.status, StatusCode::OK, "{}", place.errors());
        assert_eq!(place.one("h1"), t_in!(locale, "wait-heading"));
        assert!(place.main().contains("r…@example.org"), "{}", place.main());
        assert!(!place.body.contains("rosalie"));
        passes(&town, MINUTE).await;
        let told = letters(&town);
        assert_eq!(told.len(), 1, "{told:?}");
        let path = place.path.split('#').next().unwrap();
        assert_eq!(link(&told[0]), path);
        let home = resident.open(&Path::Home).await;
        assert_eq!(home.one("#home-waits"), t_in!(locale, "wait-held"));

        opens(&town, 10).await;
        passes(&town, MINUTE).await;
        let told = letters(&town);
        assert_eq!(told.len(), 2, "once: {told:?}");
        assert!(
            !told.iter().any(|text| text.contains("asseport")),
            "{told:?}"
        );

        // On someone's phone, by the link alone.
        let phone = town.resident(locale);
        let offered = phone.get(path).await;
        assert_eq!(offered.one("h1"), t_in!(locale, "wait-offered-heading"));
        let first = phone.go_on(&pressing(&offered, "take")).await;
        let until = first.one(".visit-banner");
        assert!(until.contains("29") || until.contains("14"), "{until}");
        let review = to_review(&town, &phone, "prendre-rendez-vous", first).await;
        let receipt = phone.go_on(&review.form("#send-form")).await;
        assert_eq!(receipt.one("h1"), confirmed(locale), "{}", receipt.main());
        passes(&town, MINUTE).await;
        let taken = phone.get(path).await;
        assert_eq!(taken.one("h1"), t_in!(locale, "wait-booked-heading"));
        assert!(!taken.has("main form"), "nothing is left to do");
        let home = resident.open(&Path::Home).await;
        assert!(!home.has("#home-waits"));
        passes(&town, DAY).await;
        assert_eq!(letters(&town).len(), 2, "nothing more is told");
    }
}

#[tokio::test]
async fn whoever_takes_the_offered_time_is_not_said_to_wait_for_it_still() {
    let locale = Locale::French;
    let town = Town::open().await;
    let resident = town.resident(locale);
    let (place, other) = (waits(&resident).await, waits(&resident).await);
    opens(&town, 10).await;
    let offered = resident.get(&place.path).await;
    let first = resident.go_on(&pressing(&offered, "take")).await;
    let review = to_review(&town, &resident, "prendre-rendez-vous", first).await;
    let receipt = resident.go_on(&review.form("#send-form")).await;
    assert_eq!(receipt.one("h1"), confirmed(locale), "{}", receipt.main());
    let links = receipt.attributes(".notice a", "href");
    assert_eq!(links, [other.path], "the other wait alone goes on");
}

#[tokio::test]
async fn a_time_let_go_or_without_an_answer_goes_to_the_next_one() {
    let town = Town::open().await;
    let (first, second) = (town.resident(Locale::French), town.resident(Locale::French));
    let (one, two) = (waits(&first).await, waits(&second).await);
    assert!(two.main().contains("Une personne attend avant vous"));
    opens(&town, 10).await;
    let offered = first.get(&one.path).await;
    let stale = pressing(&offered, "take");
    let after = first.go_on(&pressing(&offered, "decline")).await;
    assert_eq!(after.one("h1"), "Vous êtes sur la liste d’attente");
    // From a page that stayed open: it is someone else's by now, and the page says how things stand.
    let late = first.submit(&stale).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(late.one("h1"), "Vous êtes sur la liste d’attente");
    let again = first.submit(&pressing(&offered, "decline")).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "pressed twice");

    let offered = second.get(&two.path).await;
    assert_eq!(offered.one("h1"), "Un horaire est libre pour vous");
    passes(&town, HOUR * 5).await;
    let waits = second.get(&two.path).await;
    assert_eq!(waits.one("h1"), "Vous êtes sur la liste d’attente");
}

#[tokio::test]
async fn what_is_wrong_in_the_form_is_told_and_nothing_typed_is_lost() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let right = form(&resident).await;
        let mut wrong = right
            .clone()
            .with("email", "rosalie")
            .with("phone", "02 61 91 00 10");
        wrong.tick("parts", &["evening"]);
        wrong.set("to.day", "28");
        let refused = resident.submit(&wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["email", "phone", "to"] {
            let link = format!("#error-summary a[href*='{field}']");
            assert!(refused.has(&link), "{field}: {}", refused.errors());
        }
        assert_eq!(refused.typed("email"), ["rosalie"]);
        assert!(refused.has("input[name=parts][value=evening][checked]"));
        let mut nowhere = right.clone();
        nowhere.set("way", "sms");
        let refused = resident.submit(&nowhere).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.has("#error-summary a[href*='phone']"));
        assert_eq!(letters(&town).len(), 0);
        resident.go_on(&right).await;
    }
}

#[tokio::test]
async fn pressed_twice_it_is_one_place_and_another_address_is_told_anew() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let form = form(&resident).await;
    let place = resident.go_on(&form).await;
    assert_eq!(resident.go_on(&form).await.path, place.path);
    passes(&town, MINUTE).await;
    assert_eq!(letters(&town).len(), 1);
    // Back to the form, which the browser kept.
    let corrected = form.clone().with("email", "sylvain@example.org");
    assert_eq!(resident.go_on(&corrected).await.path, place.path);
    passes(&town, MINUTE).await;
    let told = town.letters();
    assert_eq!(told.len(), 2);
    assert!(
        told.iter()
            .any(|letter| letter.contains("sylvain@example.org"))
    );
    // Someone else who has that form changes nothing of it.
    let stranger = town.resident(Locale::French);
    let theirs = stranger.submit(&form.with("email", "x@example.org")).await;
    assert_eq!(theirs.status, StatusCode::SEE_OTHER);
    passes(&town, MINUTE).await;
    assert_eq!(town.letters().len(), 2);
}

#[tokio::test]
async fn while_the_back_office_is_away_nothing_is_said_to_be_done() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let form = form(&resident).await;
    town.back_office_goes_away();
    let refused = resident.submit(&form).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(refused.typed("email"), ["rosalie@example.org"]);
    town.back_office_is_back();
    town.wait(MINUTE);
    let again = refused.form("#step-form");
    let place = resident.go_on(&again).await;
    opens(&town, 10).await;
    let offered = resident.get(&place.path).await;
    town.back_office_goes_away();
    town.wait(MINUTE * 2);
    let shown = resident.get(&place.path).await;
    assert_eq!(
        shown.one("h1"),
        "Un horaire est libre pour vous",
        "as it was last known"
    );
    for button in ["take", "decline", "leave"] {
        let refused = resident.submit(&pressing(&offered, button)).await;
        assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{button}");
        assert!(refused.has("#error-summary"), "{button}");
    }
    town.wait(HOUR * 5);
    let shown = resident.get(&place.path).await;
    assert_eq!(
        shown.one("h1"),
        "Vous êtes sur la liste d’attente",
        "the offer is over"
    );
    assert!(shown.main().contains("dernière réponse du service"));
    town.back_office_is_back();
    town.wait(MINUTE);
    let left = resident.go_on(&pressing(&shown, "leave")).await;
    assert_eq!(left.one("h1"), "Vous avez quitté la liste d’attente");
}

#[tokio::test]
async fn whoever_leaves_or_ends_is_forgotten_a_week_later() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let [left, over, done] = [
        waits(&resident).await,
        waits(&resident).await,
        waits(&resident).await,
    ];
    resident.go_on(&pressing(&left, "leave")).await;
    let again = resident.go_on(&pressing(&left, "leave")).await;
    assert_eq!(
        again.one("h1"),
        "Vous avez quitté la liste d’attente",
        "once is enough"
    );
    // "I am done": it goes on, and nobody sees it here.
    assert_eq!(
        resident
            .open(&Path::Home)
            .await
            .all("#home-waits + ul > li")
            .len(),
        2
    );
    let finish = resident.open(&Path::Finish).await.form("main form");
    resident.go_on(&finish).await;
    assert!(!resident.open(&Path::Home).await.has("#home-waits"));
    assert_eq!(resident.get(&done.path).await.status, StatusCode::OK);

    passes(&town, DAY * 9).await;
    passes(&town, MINUTE).await;
    let ended = resident.get(&over.path).await;
    assert_eq!(ended.one("h1"), "Votre attente est terminée");
    town.worker.purge().await.unwrap();
    let gone = resident.get(&left.path).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    passes(&town, DAY * 8).await;
    town.worker.purge().await.unwrap();
    let gone = resident.get(&over.path).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let sql =
        "SELECT (SELECT count(*) FROM waits) + (SELECT count(*) FROM wait_messages) AS number";
    let row = town.database.fetch_optional(sql, &[]).await.unwrap();
    assert_eq!(row.unwrap().int("number").unwrap(), 0);
}

#[tokio::test]
async fn a_time_that_suits_and_is_free_already_is_offered_at_once() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let mut form = form(&resident).await;
    for part in ["from", "to"]
        .iter()
        .flat_map(|name| ["day", "month", "year"].map(|it| format!("{name}.{it}")))
    {
        form.set(&part, "");
    }
    let place = resident.go_on(&form).await;
    assert_eq!(place.one("h1"), "Un horaire est libre pour vous");
    passes(&town, MINUTE).await;
    let told = letters(&town);
    assert_eq!(told.len(), 1, "the offer alone: {told:?}");
}

#[tokio::test]
async fn an_entry_that_ends_without_a_time_is_told_so() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    waits(&resident).await;
    passes(&town, MINUTE).await;
    passes(&town, DAY * 8).await;
    passes(&town, MINUTE).await;
    let told = letters(&town);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().any(|text| text.contains("Aucun horaire")));
}

#[tokio::test]
async fn whoever_books_on_their_own_is_asked_whether_they_still_wait() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let place = waits(&resident).await;
    let receipt = booked(&town, &resident, PASSPORT).await;
    let path = place.path.trim_end_matches(HEADING);
    assert!(
        receipt.has(&format!("main a[href='{path}']")),
        "{}",
        receipt.main()
    );
}

#[tokio::test]
async fn one_origin_enters_twenty_people_at_once_and_no_more() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    for _ in 0..20 {
        waits(&resident).await;
    }
    let form = form(&resident).await;
    let refused = resident.submit(&form).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.typed("email"), ["rosalie@example.org"]);
    town.wait(HOUR);
    resident.go_on(&form).await;
}

#[tokio::test]
async fn two_portals_at_work_tell_each_offer_once_on_both_databases() {
    let (portals, offices) = (databases().await, databases().await);
    for (portal, office) in portals.iter().zip(&offices) {
        let town = Town::open_on(portal.handle(), office.handle()).await;
        let residents = [town.resident(Locale::French), town.resident(Locale::French)];
        for resident in &residents {
            waits(resident).await;
        }
        passes(&town, MINUTE).await;
        let opening = |from| opens(&town, from);
        opening(10).await;
        opening(14).await;
        let worker = || async {
            town.worker.read_events().await.unwrap();
            town.worker.send_wait_messages().await.unwrap();
        };
        join_all((0..4).map(|_| worker())).await;
        let told = letters(&town);
        assert_eq!(told.len(), 4, "two entered, two offers: {told:?}");
    }
}
