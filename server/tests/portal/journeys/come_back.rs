//! A long wait at a place: the page of one's turn says when to be back, and does not when one had better stay. The clock of
//! tests begins on Sunday 22 November 2026, at ten in Paris.

use app::{
    l10n::{self, plain},
    paths::Path,
    t_in,
};
use domain::locale::Locale;
use http::StatusCode;
use jiff::{Timestamp, civil::time};

use super::{
    appointments::{MINUTE, PASSPORT, free, pressing, times, to_review},
    reminders::HOUR,
    through::{BY_MAIL, follow},
};
use crate::{
    routes::addresses::identifier,
    support::{Page, Resident, Town},
};

/// Monday, half past ten in Paris.
const APPOINTMENT: &str = "2026-11-23T09:30:00Z";

/// Someone comes an hour before their appointment, half an hour after others who have none: the page of their turn.
async fn arrives(town: &Town, resident: &Resident, others: usize) -> Page {
    let page = times(resident, PASSPORT, "semaine=2026-11-23&lieu=mairie").await;
    let start: Timestamp = APPOINTMENT.parse().unwrap();
    let slot = format!("{}~onsite~mairie", start.as_second());
    assert!(free(&page).contains(&slot), "{:?}", free(&page));
    let first = resident.go_on(&pressing(&page, &slot)).await;
    let review = to_review(town, resident, "prendre-rendez-vous", first).await;
    let receipt = resident.go_on(&review.form("#send-form")).await;
    town.worker.deliver().await.unwrap();

    town.wait(HOUR * 23);
    for _ in 0..others {
        let staff = town.office.staff();
        staff.enter("mairie", PASSPORT).await.unwrap();
    }
    town.wait(MINUTE * 30);
    // The access of the receipt is over by then.
    follow(resident, &receipt.one(".tracking-code"), &BY_MAIL).await;
    let page = resident.open(&Path::Turn(identifier(&receipt))).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    resident.go_on(&page.form("form[action$='/tour']")).await
}

/// How the words begin that say when to be back.
fn beginning(locale: Locale) -> String {
    let words = plain(&t_in!(locale, "turn-back", hour = "§"));
    words.split('§').next().unwrap().to_owned()
}

#[tokio::test]
async fn whoever_has_a_long_wait_reads_when_to_be_back_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let turn = arrives(&town, &resident, 12).await;
        // Twelve people at two counters, ten minutes each at the least: an hour, and five minutes to be there before.
        let hour = l10n::hour(locale, time(10, 25, 0, 0));
        let back = plain(&t_in!(locale, "turn-back", hour = hour));
        let shown = plain(&turn.main());
        assert!(shown.contains(&back), "{back}: {shown}");

        // Whoever is called, even out of turn, stays.
        let ticket = turn.one(".turn__ticket").parse().unwrap();
        let staff = town.office.staff();
        let called = staff.call("mairie", "mairie-guichet-1", Some(ticket), "Claire");
        called.await.unwrap();
        town.worker.read_events().await.unwrap();
        let turn = resident.get(&turn.path).await;
        assert!(turn.has(".turn--called"), "{}", turn.main());
        assert!(!plain(&turn.main()).contains(&beginning(locale)));
    }
}

#[tokio::test]
async fn whoever_may_be_called_soon_is_not_sent_away() {
    for locale in Locale::ALL {
        for others in [0, 1] {
            let town = Town::open().await;
            let resident = town.resident(locale);
            let turn = arrives(&town, &resident, others).await;
            assert!(turn.has(".turn__ticket"), "{}", turn.main());
            let shown = plain(&turn.main());
            assert!(!shown.contains(&beginning(locale)), "{others}: {shown}");
        }
    }
}
