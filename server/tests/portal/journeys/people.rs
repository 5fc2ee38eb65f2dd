//! More or fewer people come to an appointment than were announced, by plain forms. The clock of tests begins on Sunday 22
//! November 2026, at ten in Paris.

use app::{paths::Path, t_in};
use backoffice::reference::DaysToClose;
use domain::{booking::Slot, locale::Locale};
use http::StatusCode;
use jiff::{SignedDuration, civil::date};

use super::{
    appointments::{
        MINUTE, PASSPORT, booked, confirmed, free, pressing, request, times, to_review,
    },
    through::{BY_MAIL, follow},
};
use crate::{
    routes::addresses::identifier,
    support::{Form, Page, Resident, Town},
};

/// What one can come for with someone, where documents do not count and each takes the same time.
const TALK: &str = "travailleur-social";
/// A session for several, with seats.
const SESSION: &str = "atelier-ordinateur";

/// The page that asks how many come.
async fn people(resident: &Resident, receipt: &Page) -> Page {
    let page = resident.open(&Path::People(identifier(receipt))).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    page
}

/// The form of that page for so many, with a document for each where documents count.
fn with(page: &Page, count: u8) -> Form {
    let form = page
        .form("#step-form")
        .with("personnes", &count.to_string());
    if page.has("[name=documents]") {
        form.with("documents", "")
    } else {
        form
    }
}

/// What the card of the appointment says.
fn card(page: &Page) -> String {
    page.all(".appointment .facts__value").join(" | ")
}

/// Books one time of a page: the receipt.
async fn books(town: &Town, resident: &Resident, page: &Page, slot: &str) -> Page {
    let first = resident.go_on(&pressing(page, slot)).await;
    let review = to_review(town, resident, "prendre-rendez-vous", first).await;
    resident.go_on(&review.form("#send-form")).await
}

/// What the service expects: for how many, and the time.
async fn planned(town: &Town) -> Vec<(u8, Slot)> {
    let staff = town.office.staff();
    let mut planned = Vec::new();
    for place in ["mairie", "france-services", "centre-technique"] {
        for day in 0..60 {
            let day = date(2026, 11, 23).saturating_add(jiff::Span::new().days(day));
            let place = place.to_owned();
            let day = backoffice::reference::DayOf { place, day };
            let Ok(of_day) = staff.agenda(&day).await else {
                continue;
            };
            let of_day = of_day.into_iter().map(|it| it.appointment);
            planned.extend(of_day.map(|it| (it.visit.purposes[0].people, it.slot)));
        }
    }
    planned
}

#[tokio::test]
async fn a_resident_comes_with_someone_at_the_same_hour_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let receipt = booked(&town, &resident, PASSPORT).await;
        let before = request(&resident, &receipt).await;
        let address = resident.at(&Path::People(identifier(&receipt)));
        let links = before.attributes(".appointment a", "href");
        assert!(links.contains(&address), "{links:?}");
        let page = people(&resident, &receipt).await;
        assert_eq!(page.one("h1"), t_in!(locale, "people-heading-documents"));
        assert_eq!(
            page.attributes("[name=personnes] option[selected]", "value"),
            ["1"]
        );

        // Nothing chosen is nothing changed.
        let same = resident.submit(&page.form("#step-form")).await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = t_in!(locale, "problem-same-number-title");
        assert!(same.errors().contains(&told), "{}", same.errors());

        let form = with(&page, 2).with("documents", "3");
        let changed = resident.go_on(&form).await;
        let done = t_in!(locale, "done-people-title");
        assert!(changed.main().contains(&done), "{}", changed.main());
        assert_eq!(changed.one("h1"), confirmed(locale));
        assert_ne!(card(&changed), card(&before));
        let (people_come, slot) = planned(&town).await.remove(0);
        assert_eq!(people_come, 2);
        // Five minutes and fifteen for each of three documents.
        assert_eq!(slot.end.duration_since(slot.start).as_mins(), 50);
        assert!(card(&changed).contains(&t_in!(locale, "visit-people", count = 2)));
        let calendar = resident.open(&Path::Calendar(identifier(&receipt))).await;
        assert!(calendar.body.contains("SEQUENCE:1"), "{}", calendar.body);
        let end = slot.end.strftime("DTEND:%Y%m%dT%H%M%SZ").to_string();
        assert!(calendar.body.contains(&end), "{}", calendar.body);

        // Alone after all: it is as it was.
        let page = self::people(&resident, &receipt).await;
        assert_eq!(
            page.attributes("[name=documents] option[selected]", "value"),
            ["3"]
        );
        let alone = resident.go_on(&with(&page, 1)).await;
        assert_eq!(card(&alone), card(&before));
    }
}

#[tokio::test]
async fn without_enough_time_the_old_appointment_stays_until_another_time_is_had() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let (resident, other) = (town.resident(locale), town.resident(locale));
        let page = times(&resident, PASSPORT, "semaine=2026-12-07&lieu=mairie").await;
        let slot = free(&page)[0].clone();
        let receipt = books(&town, &resident, &page, &slot).await;
        // Everybody else takes all that follows on that day.
        loop {
            let page = times(&other, PASSPORT, "semaine=2026-12-07&lieu=mairie").await;
            let begin: i64 = slot.split('~').next().unwrap().parse().unwrap();
            let near = free(&page).into_iter().find(|slot| {
                let at: i64 = slot.split('~').next().unwrap().parse().unwrap();
                (begin..begin + 40 * 60).contains(&at)
            });
            let Some(near) = near else { break };
            other.go_on(&pressing(&page, &near)).await;
        }
        let before = request(&resident, &receipt).await;
        let page = people(&resident, &receipt).await;
        let answer = resident.submit(&with(&page, 4)).await;
        let there = resident.at(&Path::PeopleTimes(identifier(&receipt)));
        let query = format!("{there}?personnes=4&documents=4");
        assert_eq!(answer.location(), query);
        let choice = resident.follow(&answer).await;
        assert_eq!(choice.one("h1"), t_in!(locale, "people-times-heading"));
        let told = t_in!(locale, "people-times-text");
        assert!(choice.main().contains(&told), "{}", choice.main());
        let unchanged = request(&resident, &receipt).await;
        assert_eq!(card(&unchanged), card(&before), "nothing is lost yet");
        // Back to the question, with what was typed.
        let change = choice.attributes("main a[href*='personnes?']", "href");
        let again = resident.get(&change[0]).await;
        assert_eq!(
            again.attributes("[name=personnes] option[selected]", "value"),
            ["4"]
        );

        // Nothing pressed, and a time that does not exist.
        let none = resident.submit(&choice.form("#times-form")).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let taken = pressing(&choice, &slot);
        let taken = resident.submit(&taken).await;
        assert_eq!(taken.status, StatusCode::CONFLICT);
        let times = free(&taken);
        let pressed = pressing(&taken, &times[1]);
        let moved = resident.go_on(&pressed).await;
        assert_eq!(moved.one("h1"), confirmed(locale));
        let four = t_in!(locale, "visit-people", count = 4);
        assert!(card(&moved).contains(&four), "{}", card(&moved));
        assert!(moved.main().contains(&t_in!(locale, "done-moved-title")));
        let again = resident.go_on(&pressed).await;
        assert!(again.main().contains(&t_in!(locale, "done-moved-title")));
        let (count, kept) = planned(&town).await.remove(0);
        assert_eq!((count, &kept.id), (4, &times[1]));
    }
}

#[tokio::test]
async fn pressed_twice_it_changes_once_and_what_nobody_receives_is_said() {
    let town = Town::open().await;
    let locale = Locale::French;
    let resident = town.resident(locale);
    let receipt = booked(&town, &resident, PASSPORT).await;
    let page = people(&resident, &receipt).await;
    let crowd = with(&page, 7);
    let refused = resident.submit(&crowd).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = t_in!(locale, "problem-too-many-people-title");
    assert!(refused.errors().contains(&told), "{}", refused.errors());
    let crowd = with(&page, 2).with("documents", "13");
    let refused = resident.submit(&crowd).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        refused.attributes("[name=personnes] option[selected]", "value"),
        ["2"],
        "what was chosen stays"
    );
    let address = resident.at(&Path::PeopleTimes(identifier(&receipt)));
    let crowd = resident.get(&format!("{address}?personnes=7")).await;
    assert_eq!(crowd.status, StatusCode::UNPROCESSABLE_ENTITY);

    let form = with(&page, 3);
    let (one, two) = tokio::join!(resident.go_on(&form), resident.go_on(&form));
    let done = t_in!(locale, "done-people-title");
    for page in [&one, &two, &resident.go_on(&form).await] {
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        assert!(page.main().contains(&done), "{}", page.main());
    }
    // A form that was shown since then knows that it is for three.
    let same = with(&people(&resident, &receipt).await, 3);
    let same = resident.submit(&same).await;
    assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = t_in!(locale, "problem-same-number-title");
    assert!(same.errors().contains(&told), "{}", same.errors());
    let calendar = resident.open(&Path::Calendar(identifier(&receipt))).await;
    assert!(calendar.body.contains("SEQUENCE:1"), "{}", calendar.body);
}

#[tokio::test]
async fn while_the_back_office_is_away_nothing_is_said_to_be_changed() {
    let town = Town::open().await;
    let locale = Locale::French;
    let resident = town.resident(locale);
    let receipt = booked(&town, &resident, PASSPORT).await;
    let page = people(&resident, &receipt).await;
    town.back_office_goes_away();
    let away = resident.submit(&with(&page, 2)).await;
    assert_eq!(away.status, StatusCode::SERVICE_UNAVAILABLE);
    let told = t_in!(locale, "problem-office-away-title");
    assert!(away.errors().contains(&told), "{}", away.errors());
    assert_eq!(
        away.attributes("[name=personnes] option[selected]", "value"),
        ["2"],
        "what was chosen stays"
    );
    town.back_office_is_back();
    town.wait(MINUTE);
    let changed = resident.go_on(&away.form("#step-form")).await;
    let done = t_in!(locale, "done-people-title");
    assert!(changed.main().contains(&done), "{}", changed.main());
}

#[tokio::test]
async fn at_the_last_moment_or_without_a_time_a_phone_is_offered() {
    let town = Town::open().await;
    let locale = Locale::French;
    let resident = town.resident(locale);
    let receipt = booked(&town, &resident, PASSPORT).await;
    let page = people(&resident, &receipt).await;
    for place in ["mairie", "france-services"] {
        let closing = DaysToClose {
            of: place.to_owned(),
            first_day: date(2026, 11, 23),
            last_day: date(2026, 11, 29),
            words: "Dégât des eaux.".to_owned(),
        };
        let staff = town.office.staff();
        staff.close_days(closing, "Sam").await.unwrap();
    }
    // The time is gone: another one is to be chosen first.
    let gone = people(&resident, &receipt).await;
    assert!(!gone.has("#step-form") && gone.main().contains("02 61 91 00"));
    let links = request(&resident, &receipt).await;
    let address = resident.at(&Path::People(identifier(&receipt)));
    assert!(!links.attributes("main a", "href").contains(&address));
    let sent = resident.go_on(&with(&page, 2)).await;
    let done = t_in!(locale, "done-people-title");
    assert!(!sent.main().contains(&done), "{}", sent.main());

    let town = Town::open().await;
    let resident = town.resident(locale);
    let receipt = booked(&town, &resident, PASSPORT).await;
    let page = people(&resident, &receipt).await;
    // Monday, seven in the morning in Paris: the access is over, and opened again with the code.
    town.wait(SignedDuration::from_hours(21));
    follow(&resident, &receipt.one(".tracking-code"), &BY_MAIL).await;
    let late = resident.go_on(&with(&page, 2)).await;
    assert_eq!(late.one("h1"), confirmed(locale));
    assert!(!late.main().contains(&done));
    assert_eq!(planned(&town).await[0].0, 1);
}

#[tokio::test]
async fn one_more_in_a_session_takes_a_seat_and_a_talk_keeps_its_length() {
    let town = Town::open().await;
    let locale = Locale::French;
    let resident = town.resident(locale);
    let page = times(&resident, TALK, "semaine=2026-12-07").await;
    let receipt = books(&town, &resident, &page, &free(&page)[0]).await;
    let before = request(&resident, &receipt).await;
    let page = people(&resident, &receipt).await;
    assert_eq!(page.one("h1"), t_in!(locale, "people-heading"));
    assert!(!page.has("[name=documents]"));
    let after = resident.go_on(&with(&page, 3)).await;
    let hours = |page: &Page| page.all(".appointment .facts__value")[2].clone();
    assert_eq!(hours(&after), hours(&before));

    let other = town.resident(locale);
    let page = times(&other, SESSION, "").await;
    let slot = free(&page)[0].clone();
    let receipt = books(&town, &other, &page, &slot).await;
    let question = people(&other, &receipt).await;
    let left = times(&other, SESSION, "").await.all("button[name=horaire]");
    let changed = other.go_on(&with(&question, 2)).await;
    let done = t_in!(locale, "done-people-title");
    assert!(changed.main().contains(&done), "{}", changed.main());
    let after = times(&other, SESSION, "").await.all("button[name=horaire]");
    assert_ne!(left, after, "a seat less is left");
}
