//! A place in Nouvelle-Calédonie: days and hours are those of its clock, although it is still the day before in Paris. The
//! clock of tests begins on Sunday 22 November 2026, at ten in Paris: it is eight in the evening there. And one in Tahiti,
//! where it is still the day before while Paris has the next one.

use app::{
    l10n::{self, capital, plain},
    paths::Path,
    t_in,
    words::visits::instant_words_in,
};
use backoffice::reference::DayOf;
use domain::locale::Locale;
use http::StatusCode;
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, date, time},
    tz::TimeZone,
};

use super::{
    appointments::{PASSPORT, confirmed, free, pressing, request, times, to_review},
    reminders::{HOUR, words},
    through::{BY_MAIL, follow},
};
use crate::{
    routes::addresses::identifier,
    support::{Page, Resident, Town},
};

const ZONE: &str = "Pacific/Noumea";
/// Monday there, half past eight: Sunday in Paris, half past ten in the evening.
const OPENING: &str = "2026-11-22T21:30:00Z";
const MONDAY: Date = date(2026, 11, 23);

async fn town_in(zone: &str) -> Town {
    Town::offering(|catalogue| {
        let mut places = catalogue.places.iter_mut();
        let hall = places.find(|it| it.id == "mairie").unwrap();
        hall.zone = Some(zone.to_owned());
    })
    .await
}

async fn town() -> Town {
    town_in(ZONE).await
}

fn zone() -> TimeZone {
    TimeZone::get(ZONE).unwrap()
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Takes the first time of the town hall, which begins then: the page of the times, and the receipt.
async fn booked(town: &Town, resident: &Resident, start: Timestamp) -> (Page, Page) {
    let page = times(resident, PASSPORT, "lieu=mairie").await;
    let slot = free(&page)[0].clone();
    assert_eq!(slot, format!("{}~onsite~mairie", start.as_second()));
    let held = resident.go_on(&pressing(&page, &slot)).await;
    let review = to_review(town, resident, "prendre-rendez-vous", held).await;
    let receipt = resident.go_on(&review.form("#send-form")).await;
    assert_eq!(receipt.one("h1"), confirmed(resident.locale));
    (page, receipt)
}

/// Appointments that agents of the town hall have on a day.
async fn planned(town: &Town, day: Date) -> usize {
    let place = "mairie".to_owned();
    let planned = town.office.staff().agenda(&DayOf { place, day }).await;
    planned.unwrap().len()
}

#[tokio::test]
async fn a_place_overseas_receives_people_on_its_own_clock_in_every_language() {
    for locale in Locale::ALL {
        let town = town().await;
        let resident = town.resident(locale);
        let start = instant(OPENING);
        let (page, receipt) = booked(&town, &resident, start).await;
        let proposed = page.all("#times-form button[name=horaire]");
        let words_there = capital(&instant_words_in(locale, start, &zone()));
        assert!(plain(&proposed[0]).contains(&words_there), "{proposed:?}");

        let told = request(&resident, &receipt).await;
        let day = l10n::long_day(locale, MONDAY);
        let hour = l10n::hour(locale, time(8, 30, 0, 0));
        for page in [&receipt, &told] {
            let card = plain(&page.all(".appointment .facts__value").join(" "));
            assert!(card.contains(&plain(&capital(&day))), "{card}");
            assert!(card.contains(&hour), "{card}");
        }
        assert_eq!(planned(&town, MONDAY).await, 1);
        assert_eq!(planned(&town, date(2026, 11, 22)).await, 0);

        let calendar = resident.open(&Path::Calendar(identifier(&receipt))).await;
        let begins = "DTSTART:20261122T213000Z";
        assert!(calendar.body.contains(begins), "{}", calendar.body);
        town.worker.send_receipts().await.unwrap();
        let when = plain(&t_in!(locale, "slot-at", day = day, hour = hour));
        let letters = town.letters();
        assert_eq!(letters.len(), 1);
        let letter = plain(&words(&letters[0]));
        assert!(letter.contains(&when), "{when}: {letter}");
    }
}

#[tokio::test]
async fn someone_books_and_arrives_there_on_a_monday_that_is_still_sunday_in_paris() {
    let locale = Locale::French;
    let town = town().await;
    let resident = town.resident(locale);
    // Seven in the morning there; two hours later someone can be received.
    town.wait(HOUR * 11);
    let (_, receipt) = booked(&town, &resident, instant("2026-11-22T22:00:00Z")).await;
    town.worker.deliver().await.unwrap();
    assert_eq!(planned(&town, MONDAY).await, 1);

    let turn = Path::Turn(identifier(&receipt));
    let early = resident.open(&turn).await;
    assert!(!early.has("form[action$='/tour']"), "{}", early.main());
    let from = instant_words_in(locale, instant("2026-11-22T21:00:00Z"), &zone());
    let told = plain(&t_in!(locale, "turn-early", at = from));
    let shown = plain(&early.main());
    assert!(shown.contains(&told), "{told}: {shown}");
    town.wait(HOUR);
    // The access of the receipt is over by then.
    follow(&resident, &receipt.one(".tracking-code"), &BY_MAIL).await;
    let page = resident.open(&turn).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    let there = resident.go_on(&page.form("form[action$='/tour']")).await;
    assert!(there.has(".turn__ticket"), "{}", there.main());
}

#[tokio::test]
async fn until_when_it_can_be_changed_is_told_on_the_clock_of_the_place() {
    let locale = Locale::French;
    let town = town().await;
    let resident = town.resident(locale);
    let (_, receipt) = booked(&town, &resident, instant(OPENING)).await;
    // Four hours before half past eight.
    let until = l10n::moment(locale, MONDAY.at(4, 30, 0, 0));
    let told = plain(&t_in!(locale, "appointment-until", at = until));
    let shown = plain(&receipt.one(".appointment"));
    assert!(shown.contains(&told), "{told}: {shown}");
}

#[tokio::test]
async fn the_afternoon_of_a_place_to_the_west_is_shown_when_the_authority_has_the_day_after() {
    let tahiti = "Pacific/Tahiti";
    let town = town_in(tahiti).await;
    let resident = town.resident(Locale::French);
    // Tuesday half past midnight in Paris, Monday half past one in the afternoon in Tahiti.
    town.wait(HOUR * 38 + SignedDuration::from_mins(30));
    let page = times(&resident, PASSPORT, "lieu=mairie").await;
    let first = free(&page)[0].clone();
    let start: i64 = first.split('~').next().unwrap().parse().unwrap();
    let start = Timestamp::from_second(start).unwrap();
    let there = start.to_zoned(TimeZone::get(tahiti).unwrap());
    assert_eq!(there.date(), MONDAY, "{first}");
}
