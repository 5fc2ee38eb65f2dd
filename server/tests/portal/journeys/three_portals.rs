//! Three portals, each with its embedded back office, on one database: people who want the same times through all of them.

use std::collections::BTreeSet;

use app::paths::Path;
use backoffice::reference::DayOf;
use database::testing::databases;
use domain::{
    booking::{AppointmentStatus, Slot},
    locale::Locale,
};
use futures::future::join_all;
use http::StatusCode;
use jiff::civil::date;

use super::appointments::{MINUTE, confirmed, free, pressing, request, times, to_review};
use crate::{
    routes::addresses::identifier,
    support::{Page, Resident, Town},
};

const MAYOR: &str = "rencontre-maire";
const RESIDENTS: usize = 30;
/// On Fridays from four to six, twenty minutes each.
const TIMES: usize = 6;

/// The times of the first day of a page.
fn first_day(page: &Page) -> Vec<String> {
    page.attributes(".time-week button[name=horaire]", "value")
}

/// Presses one of the times, then others as long as some are free; sends the request; what they see then.
async fn tries(town: &Town, resident: &Resident, seen: Page, rank: usize) -> Option<Page> {
    let mut page = seen;
    let mut wanted = first_day(&page)[rank % TIMES].clone();
    loop {
        let pressed = resident.submit(&pressing(&page, &wanted)).await;
        if pressed.status.is_redirection() {
            let first = resident.get(pressed.location()).await;
            let review = to_review(town, resident, "prendre-rendez-vous", first).await;
            return Some(resident.go_on(&review.form("#send-form")).await);
        }
        assert_eq!(pressed.status, StatusCode::CONFLICT, "{}", pressed.errors());
        page = pressed;
        // Those of that Friday alone: the others give up.
        let others = free(&page).into_iter();
        wanted = others.filter(|it| is_first_friday(it)).nth(rank % 2)?;
    }
}

fn is_first_friday(slot: &str) -> bool {
    let start: i64 = slot.split('~').next().unwrap().parse().unwrap();
    let day = jiff::Timestamp::from_second(start).unwrap().to_string();
    day.starts_with("2026-11-27")
}

async fn planned(town: &Town) -> Vec<(Slot, AppointmentStatus)> {
    let day = DayOf {
        place: "mairie".to_owned(),
        day: date(2026, 11, 27),
    };
    let planned = town.office.staff().agenda(&day).await.unwrap();
    let appointments = planned.into_iter().map(|it| it.appointment);
    appointments.map(|it| (it.slot, it.status)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn through_three_portals_no_time_is_had_twice_and_none_stays_held_for_nobody() {
    let (portals, offices) = (databases().await, databases().await);
    for (portal, office) in portals.iter().zip(&offices) {
        let first = Town::open_on(portal.handle(), office.handle()).await;
        let towns = [first.beside().await, first.beside().await, first];
        let residents = (0..RESIDENTS).map(|rank| towns[rank % 3].resident(Locale::French));
        let residents: Vec<_> = residents.collect();
        // All of them see all times free, then press.
        let seen = join_all(residents.iter().map(|it| times(it, MAYOR, ""))).await;
        let everyone = residents.iter().zip(seen).enumerate();
        let tried = everyone.map(|(rank, (it, seen))| tries(&towns[rank % 3], it, seen, rank));
        let receipts = join_all(tried).await;

        let mut have = 0;
        for (rank, receipt) in receipts.iter().enumerate() {
            let Some(receipt) = receipt else { continue };
            // Through another portal they see the same.
            let moved = residents[rank].moved_to(&towns[(rank + 1) % 3]);
            let page = request(&moved, receipt).await;
            assert_eq!(page.one("h1"), confirmed(Locale::French));
            have += 1;
        }
        let planned = planned(&towns[0]).await;
        assert_eq!(planned.len(), have, "told and kept are the same");
        let starts: BTreeSet<_> = planned.iter().map(|(slot, _)| slot.start).collect();
        assert_eq!(starts.len(), planned.len(), "no time twice");
        assert_eq!(planned.len(), TIMES, "{RESIDENTS} wanted them");
        let stand = |it: &(Slot, AppointmentStatus)| it.1 == AppointmentStatus::Confirmed;
        assert!(planned.iter().all(stand));

        // One of them cancels; someone else takes the time and goes away: it comes back to everyone, through any portal.
        let rank = receipts.iter().position(Option::is_some).unwrap();
        let id = identifier(receipts[rank].as_ref().unwrap());
        let cancel = residents[rank].open(&Path::Withdraw(id)).await;
        residents[rank].go_on(&cancel.form("#step-form")).await;
        towns[rank % 3].worker.deliver_follow_up().await.unwrap();
        for town in &towns {
            town.wait(MINUTE);
        }
        let page = times(&residents[1], MAYOR, "semaine=2026-11-27").await;
        assert_eq!(first_day(&page).len(), 1);
        let held = residents[1]
            .submit(&pressing(&page, &first_day(&page)[0]))
            .await;
        assert!(held.status.is_redirection());
        for (rank, town) in towns.iter().enumerate() {
            town.wait(MINUTE * 11);
            let anyone = town.resident(Locale::French);
            let page = times(&anyone, MAYOR, "semaine=2026-11-27").await;
            assert_eq!(
                first_day(&page).len(),
                1,
                "nothing is held for nobody: {rank}"
            );
        }
    }
}
