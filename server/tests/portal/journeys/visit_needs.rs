//! What some people need: someone who interprets, whom the service must find first; a visit without going anywhere. The clock
//! of tests begins on Sunday 22 November 2026, at ten in Paris.

use app::{l10n::plain, paths::Path, t_in};
use backoffice::{
    ports::Clock,
    reference::{DayOf, Planned},
};
use domain::{
    appointment::{Help, Mode},
    locale::Locale,
};
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};

use super::{
    appointments::{PASSPORT, confirmed, free, pressing, request, times, to_review},
    follow_up::number,
    reminders::{HOUR, words},
};
use crate::{
    routes::addresses::identifier,
    support::{Page, Resident, Town},
};

const SOCIAL_WORKER: &str = "travailleur-social";

/// When a time begins: its identifier begins with its instant.
fn start(slot: &str) -> Timestamp {
    let seconds = slot.split('~').next().unwrap();
    Timestamp::from_second(seconds.parse().unwrap()).unwrap()
}

/// The earliest time of a page.
fn first(page: &Page) -> String {
    let slots = free(page).into_iter();
    slots.min_by_key(|slot| start(slot)).unwrap()
}

/// What agents see on the day and at the place of a time.
async fn agenda(town: &Town, slot: &str) -> Vec<Planned> {
    let of = DayOf {
        place: slot.rsplit('~').next().unwrap().to_owned(),
        day: start(slot).in_tz("Europe/Paris").unwrap().date(),
    };
    town.office.staff().agenda(&of).await.unwrap()
}

/// Takes the first time by video: its receipt.
async fn by_video(town: &Town, resident: &Resident) -> Page {
    let page = times(resident, SOCIAL_WORKER, "mode=video").await;
    let held = resident.go_on(&pressing(&page, &first(&page))).await;
    let review = to_review(town, resident, "rendez-vous-telephone", held).await;
    resident.go_on(&review.form("#send-form")).await
}

#[tokio::test]
async fn whoever_needs_an_interpreter_comes_later_and_the_service_knows_whom_to_find() {
    let locale = Locale::French;
    for (name, help, shown) in [
        (
            "interpreter",
            Help::Interpreter,
            t_in!(locale, "visit-help-interpreter"),
        ),
        (
            "sign_language",
            Help::SignLanguage,
            t_in!(locale, "visit-help-sign-language"),
        ),
    ] {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let need = resident.open(&Path::Visit(PASSPORT.to_owned())).await;
        assert!(need.has(&format!("input[name=aide][value={name}]")));
        let hint = t_in!(locale, "visit-help-later-hint");
        assert!(need.main().contains(&hint), "{}", need.main());

        let mut kinds = town.catalogue.appointment_types.iter();
        let kind = kinds.find(|kind| kind.id == PASSPORT).unwrap();
        assert!(kind.help_notice_hours > kind.notice_hours);
        let notice = SignedDuration::from_hours(kind.help_notice_hours.into());
        let earliest = town.clock.now() + notice;
        let soon = first(&times(&resident, PASSPORT, "").await);
        assert!(start(&soon) < earliest, "{soon}");
        let page = times(&resident, PASSPORT, &format!("aide={name}")).await;
        let slot = first(&page);
        assert!(start(&slot) >= earliest, "{slot}");
        // Friday morning: people are received then.
        assert!(start(&slot) < earliest + HOUR, "not later than needed");
        // Who makes up a button gets no sooner time either.
        let refused = resident.submit(&pressing(&page, &soon)).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);

        let held = resident.go_on(&pressing(&page, &slot)).await;
        let review = to_review(&town, &resident, "prendre-rendez-vous", held).await;
        let receipt = resident.go_on(&review.form("#send-form")).await;
        let told = request(&resident, &receipt).await;
        assert_eq!(told.one("h1"), confirmed(locale));
        let card = told.all(".appointment .facts__value").join(" ");
        assert!(card.contains(&shown), "{card}");
        let planned = agenda(&town, &slot).await;
        assert_eq!(planned.len(), 1);
        assert_eq!(planned[0].number, number(&told));
        assert_eq!(planned[0].appointment.visit.help, [help]);
    }
}

#[tokio::test]
async fn a_visit_by_video_says_how_it_happens_and_sends_nobody_anywhere() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let slot = first(&times(&resident, SOCIAL_WORKER, "mode=video").await);
        let receipt = by_video(&town, &resident).await;
        let told = request(&resident, &receipt).await;
        for page in [&receipt, &told] {
            assert_eq!(page.one("h1"), confirmed(locale));
            let card = page.one(".appointment");
            let how = t_in!(locale, "appointment-by-video");
            assert!(card.contains(&how), "{card}");
            assert!(!card.contains("14 rue du Lavoir"), "{card}");
        }
        let planned = agenda(&town, &slot).await;
        assert_eq!(planned.len(), 1);
        assert_eq!(planned[0].appointment.slot.mode, Mode::Video);

        let asked = identifier(&receipt);
        let calendar = resident.open(&Path::Calendar(asked.clone())).await;
        assert_eq!(calendar.status, StatusCode::OK);
        assert!(!calendar.body.contains("LOCATION"), "{}", calendar.body);
        let turn = resident.open(&Path::Turn(asked)).await;
        assert_eq!(turn.status, StatusCode::NOT_FOUND, "there is no line");
    }
}

#[tokio::test]
async fn the_letter_of_a_visit_by_video_says_how_it_happens() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        by_video(&town, &resident).await;
        town.worker.send_receipts().await.unwrap();
        let letters = town.letters();
        assert_eq!(letters.len(), 1);
        let letter = plain(&words(&letters[0]));
        let how = t_in!(locale, "appointment-by-video");
        assert!(letter.contains(&how), "{letter}");
    }
}
