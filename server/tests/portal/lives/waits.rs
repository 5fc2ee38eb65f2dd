//! Waiting for a time and taking it while the back office dies at each of its calls: in the end there is one place on the
//! list, one appointment, and nothing is held for nobody.

use app::paths::Path;
use domain::booking::AppointmentStatus;

use super::{
    bookings::{Account, Booker},
    faults::deaths,
};
use crate::{
    journeys::waiting::{opens, pressing, wished},
    support::Town,
};

/// Enters the list, takes what is offered; what both sides know then, and how many places there are.
async fn lives(town: &Town) -> (Account, i64) {
    let booker = Booker::of(town);
    let page = booker.opens(&Path::Wait("piece-identite".to_owned())).await;
    let place = booker.insists(&wished(&page)).await;
    booker.recovers().await;
    opens(town, 10).await;
    let word = place.path.rsplit('/').next().unwrap().replace("#titre", "");
    let path = Path::Waiting(word);
    let mut offered = booker.opens(&path).await;
    for _ in 0..5 {
        if offered.has("button[value=take]") {
            break;
        }
        booker.recovers().await;
        offered = booker.opens(&path).await;
    }
    let first = booker.insists(&pressing(&offered, "take")).await;
    let request = booker.books(first).await;
    booker.recovers().await;
    town.worker.read_events().await.unwrap();
    let sql = "SELECT COUNT(*) AS n FROM backoffice_waiting_entries";
    let row = town.office_database().fetch_optional(sql, &[]).await;
    let entries = row.unwrap().unwrap().int("n").unwrap();
    // What was last known is shown while nobody answers: asked again then.
    booker.opens(&path).await;
    booker.recovers().await;
    let taken = booker.opens(&path).await;
    assert_eq!(taken.one("h1"), "Vous avez pris un horaire");
    (booker.account(&request).await, entries)
}

#[tokio::test]
async fn whoever_waits_gets_one_time_though_the_back_office_dies_at_any_call() {
    let expected = Account {
        stand: vec![(AppointmentStatus::Confirmed, 0)],
        same_time: true,
        // Twenty minutes.
        ticks: 4,
        rows: 1,
    };
    let town = Town::open().await;
    town.back_office_dies(None);
    assert_eq!(lives(&town).await, (expected, 1));
    for death in deaths(town.calls()) {
        let town = Town::open().await;
        town.back_office_dies(Some(death));
        let (account, entries) = lives(&town).await;
        assert_eq!(
            account.stand,
            [(AppointmentStatus::Confirmed, 0)],
            "{death:?}"
        );
        assert!(account.same_time, "{death:?}");
        assert_eq!(
            (account.ticks, account.rows, entries),
            (4, 1, 1),
            "{death:?}"
        );
    }
}
