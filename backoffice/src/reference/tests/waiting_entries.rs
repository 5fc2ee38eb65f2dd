//! Entries of the waiting list: which are taken, who reads them, what is told of them, how long they are kept.

use domain::{
    appointment::Help,
    waiting::{WaitingStatus, Wish},
};
use http::Method;
use jiff::SignedDuration;

use super::{
    booking::{for_one, with},
    office::offices,
    waiters::wish,
};
use crate::api::events::{EventKind, EventPage};

const TUESDAY: &str = "2026-11-24";
const WEDNESDAY: &str = "2026-11-25";

#[tokio::test]
async fn a_wish_that_can_never_be_met_is_refused_and_nobody_reads_the_entry_of_another() {
    for office in offices().await {
        let right = wish(TUESDAY, TUESDAY);
        let wrong = [
            Wish {
                visit: for_one("talk"),
                ..right.clone()
            },
            wish(WEDNESDAY, TUESDAY),
            wish("2026-11-20", "2026-11-21"),
            wish("2026-11-24", "2027-11-25"),
            Wish {
                location_ids: vec!["nowhere".to_owned()],
                ..right.clone()
            },
            Wish {
                last_day: Some(WEDNESDAY.parse().unwrap()),
                ..right.clone()
            },
        ];
        for wrong in wrong {
            assert_eq!(office.try_to_wait(&wrong).await.status(), 422, "{wrong:?}");
        }
        let key = office.key();
        let path = "/v1/waiting-list-entries";
        let first = office.post(path, &key, &right).await;
        let again = office.post(path, &key, &right).await;
        assert_eq!(first.body(), again.body());
        assert_eq!(
            again.headers()["idempotency-replayed"],
            "true",
            "one entry, not two"
        );
        let entry: domain::waiting::WaitingEntry = serde_json::from_slice(first.body()).unwrap();
        let known = format!("{path}/{}", entry.id);
        let unknown = format!("{path}/{}", office.key());
        let foreign = [("parvis-access", "a token of someone's request")];
        for (path, headers) in [(&unknown, &[][..]), (&known, &foreign[..])] {
            for method in [Method::GET, Method::DELETE] {
                let response = office.call(method, path, headers, Vec::new()).await;
                assert_eq!(response.status(), 404);
            }
        }
        let other = office.try_to_decline(&entry, &office.key()).await;
        assert_eq!(other.status(), 409, "another offer than the present one");
        assert_eq!(office.status_of(&entry).await, WaitingStatus::Offered);
    }
}

#[tokio::test]
async fn the_portal_is_told_of_each_change_and_of_the_end_and_nothing_is_kept_for_long() {
    for office in offices().await {
        let booked = office.full(TUESDAY).await;
        let help = Wish {
            visit: with("papers", Help::Company),
            ..wish(TUESDAY, TUESDAY)
        };
        let entry = office.waits(&help).await;
        let before: EventPage = office.read("/v1/events?limit=100").await;
        office.withdrawn(&booked[0]).await;
        let after = format!("/v1/events?limit=100&after={}", before.next_cursor);
        let told: EventPage = office.read(&after).await;
        let address = format!("/v1/waiting-list-entries/{}", entry.id);
        let of_it = |page: &EventPage, kind: EventKind| {
            let mut events = page.items.iter();
            events.any(|event| event.kind == kind && event.data.resource == address)
        };
        assert!(of_it(&told, EventKind::WaitingEntryUpdated));
        let row = office.database();
        let sql = "SELECT wish FROM backoffice_waiting_entries";
        let row = row.fetch_optional(sql, &[]).await.unwrap().unwrap();
        let sealed = row.bytes("wish").unwrap();
        assert!(!sealed.windows(7).any(|part| part == b"company"));

        let staff = office.reference.staff();
        let waiters = staff.waiting("papers").await.unwrap();
        assert_eq!(waiters.len(), 1);
        assert_eq!(waiters[0].status, WaitingStatus::Offered);
        assert_eq!(waiters[0].purposes, entry.wish.visit.purposes);
        assert!(staff.waiting("talk").await.unwrap().is_empty());
        assert!(staff.waiting("nothing").await.is_err());

        office.declines(&entry).await;
        office.leaves(&entry).await;
        office.later(SignedDuration::from_hours(24 * 6));
        office.reference.purge().await.unwrap();
        assert_eq!(office.status_of(&entry).await, WaitingStatus::Left);
        office.later(SignedDuration::from_hours(25));
        office.reference.purge().await.unwrap();
        let gone = office.call(Method::GET, &address, &[], Vec::new()).await;
        assert_eq!(gone.status(), 404);
        let told: EventPage = office.read(&after).await;
        assert!(of_it(&told, EventKind::WaitingEntryDeleted));
        assert!(!of_it(&told, EventKind::WaitingEntryUpdated));
        for table in [
            "SELECT COUNT(*) AS n FROM backoffice_waiting_entries",
            "SELECT COUNT(*) AS n FROM backoffice_waiting_refusals",
            "SELECT COUNT(*) AS n FROM backoffice_calls WHERE resource LIKE '/v1/waiting-list-entries/%'",
        ] {
            assert_eq!(office.count(table).await, 0, "{table}");
        }
    }
}
