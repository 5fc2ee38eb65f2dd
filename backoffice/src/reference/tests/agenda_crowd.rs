//! Many people at once: nobody has a time that someone else has, whatever they do and whoever dies in between.

use std::{collections::BTreeMap, sync::Arc};

use domain::booking::{AppointmentStatus, Hold, Slot};
use futures::future::join_all;
use jiff::SignedDuration;

use super::{
    booking::for_one,
    office::{Office, catalogue, offices},
};
use crate::api::requests::Request;

/// People who come at once, and times that they want.
const CROWD: usize = 200;
const TIMES: usize = 50;

/// Times of a month on which one desk at a time is open: 25 minutes apart, none touches another.
async fn apart(office: &Office) -> Vec<Slot> {
    let page = office
        .slots(&for_one("papers"), "2026-11-24", "2026-12-18")
        .await;
    let mut apart: Vec<Slot> = Vec::new();
    for slot in page.items {
        let alone = slot.start.to_zoned(slot.time_zone()).weekday() != jiff::civil::Weekday::Monday;
        if alone && apart.last().is_none_or(|last| last.end <= slot.start) {
            apart.push(slot);
        }
    }
    apart.truncate(TIMES);
    assert_eq!(apart.len(), TIMES);
    apart
}

/// Each tick belongs to an appointment that stands or is held, and each of those has all of its ticks.
pub(super) async fn sound(office: &Office) {
    let ticks = office
        .database()
        .fetch_all(
            "SELECT t.appointment_id AS id, COUNT(*) AS ticks, a.starts_at AS starts_at, a.free_at AS free_at,
                    a.status AS status
               FROM backoffice_ticks t LEFT JOIN backoffice_appointments a ON a.id = t.appointment_id
              GROUP BY t.appointment_id, a.starts_at, a.free_at, a.status",
            &[],
        )
        .await
        .unwrap();
    for row in &ticks {
        let from = row.optional_int("starts_at").unwrap();
        let from = from.expect("a tick without an appointment");
        let length = row.int("free_at").unwrap() - from;
        assert_eq!(row.int("ticks").unwrap(), length / 300_000_000);
        let status = row.text("status").unwrap();
        assert!(status == "held" || status == "confirmed", "{status}");
    }
    let count =
        "SELECT COUNT(*) AS n FROM backoffice_appointments WHERE status IN ('held', 'confirmed')";
    let count = office.database().fetch_optional(count, &[]).await.unwrap();
    assert_eq!(
        count.unwrap().int("n").unwrap(),
        i64::try_from(ticks.len()).unwrap()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_people_want_fifty_times_and_fifty_get_one_each() {
    for office in offices().await {
        let times = Arc::new(apart(&office).await);
        let office = Arc::new(office);
        let one = |person: usize| {
            let (office, times) = (Arc::clone(&office), Arc::clone(&times));
            tokio::spawn(async move {
                let papers = for_one("papers");
                // Each begins elsewhere in the list and goes on until something is had.
                for step in 0..TIMES {
                    let slot = &times[(person * 7 + step) % TIMES];
                    let response = office.try_to_hold(&papers, slot).await;
                    match response.status().as_u16() {
                        201 => {
                            let hold: Hold = serde_json::from_slice(response.body()).unwrap();
                            let request = office.sent(&office.with_visit(&papers, &hold)).await;
                            return request.appointment;
                        }
                        409 => {}
                        other => panic!("{other}: {:?}", response.body()),
                    }
                }
                None
            })
        };
        let outcomes = join_all((0..CROWD).map(one)).await;
        let mut had: BTreeMap<_, usize> = BTreeMap::new();
        for appointment in outcomes.into_iter().filter_map(|outcome| outcome.unwrap()) {
            assert_eq!(appointment.status, AppointmentStatus::Confirmed);
            *had.entry(appointment.slot.start).or_default() += 1;
        }
        assert_eq!(had.len(), TIMES, "every time is had");
        assert!(had.values().all(|people| *people == 1), "by one person");
        sound(&office).await;
    }
}

/// Three offices that know nothing of each other but the tables, as behind a load balancer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn through_three_offices_at_once_each_time_is_had_by_one_person() {
    for office in offices().await {
        let times = Arc::new(apart(&office).await);
        let mut three = Vec::new();
        for _ in 0..3 {
            let (clock, objects) = (&office.clock, &office.objects);
            let (database, random) = (office.database(), &office.randomness);
            let another = super::office::open(database, catalogue(), clock, random, objects).await;
            three.push(Arc::new(another));
        }
        let people = (0..120).map(|person| {
            let (office, times) = (Arc::clone(&three[person % 3]), Arc::clone(&times));
            tokio::spawn(async move {
                let slot = &times[person / 3 % 10];
                let response = office.try_to_hold(&for_one("papers"), slot).await;
                match response.status().as_u16() {
                    201 => Some(slot.start),
                    409 => None,
                    other => panic!("{other}: {:?}", response.body()),
                }
            })
        });
        let mut had: Vec<_> = join_all(people)
            .await
            .into_iter()
            .filter_map(|outcome| outcome.unwrap())
            .collect();
        had.sort_unstable();
        let before = had.len();
        had.dedup();
        assert_eq!((had.len(), before), (10, 10));
        sound(&office).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_who_change_places_at_once_never_share_a_time() {
    for office in offices().await {
        let times = Arc::new(apart(&office).await);
        let papers = for_one("papers");
        let mut requests: Vec<Request> = Vec::new();
        for slot in &times[..20] {
            let hold = office.hold(&papers, slot).await;
            requests.push(office.sent(&office.with_visit(&papers, &hold)).await);
        }
        let office = Arc::new(office);
        let moves = requests.iter().enumerate().map(|(person, request)| {
            let (office, times) = (Arc::clone(&office), Arc::clone(&times));
            let request = request.clone();
            tokio::spawn(async move {
                for step in 1..4 {
                    let slot = &times[(person * 3 + step * 5) % 25];
                    let status = office.try_to_move(&request, &slot.id).await.status();
                    assert!([200, 409].contains(&status.as_u16()), "{status}");
                }
            })
        });
        for moved in join_all(moves).await {
            moved.unwrap();
        }
        let mut starts = Vec::new();
        for request in &requests {
            let appointment = office.again(request).await.appointment.unwrap();
            assert_eq!(
                appointment.status,
                AppointmentStatus::Confirmed,
                "nobody lost theirs"
            );
            starts.push(appointment.slot.start);
        }
        starts.sort_unstable();
        starts.dedup();
        assert_eq!(starts.len(), requests.len());
        sound(&office).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_agents_close_a_day_nobody_slips_in() {
    for office in offices().await {
        let papers = for_one("papers");
        let day = "2026-11-24";
        let slots = office.slots(&papers, day, day).await.items;
        let office = Arc::new(office);
        let people = slots.into_iter().map(|slot| {
            let (office, papers) = (Arc::clone(&office), papers.clone());
            tokio::spawn(async move {
                let response = office.try_to_hold(&papers, &slot).await;
                if response.status() != 201 {
                    return None;
                }
                let hold: Hold = serde_json::from_slice(response.body()).unwrap();
                Some(office.sent(&office.with_visit(&papers, &hold)).await)
            })
        });
        let people: Vec<_> = people.collect();
        let closing = crate::reference::DaysToClose {
            of: "hall".to_owned(),
            first_day: day.parse().unwrap(),
            last_day: day.parse().unwrap(),
            words: "Fermé.".to_owned(),
        };
        let staff = office.reference.staff();
        staff.close_days(closing, "Sam").await.unwrap();
        for person in join_all(people).await {
            let Some(request) = person.unwrap() else {
                continue;
            };
            let status = office.again(&request).await.appointment.unwrap().status;
            assert_ne!(status, AppointmentStatus::Confirmed);
        }
        assert!(office.hours(&papers, day).await.is_empty());
    }
}

#[tokio::test]
async fn whoever_dies_between_holding_and_sending_leaves_nothing_behind() {
    for office in offices().await {
        let papers = for_one("papers");
        let times = apart(&office).await;
        // The answer to the hold never arrived: the portal asks again with its key, and has the same one.
        let new = crate::api::appointments::NewHold {
            slot_id: times[0].id.clone(),
            visit: papers.clone(),
        };
        let key = office.key();
        let first = office.post("/v1/holds", &key, &new).await;
        let again = office.post("/v1/holds", &key, &new).await;
        assert_eq!(first.body(), again.body());
        let hold: Hold = serde_json::from_slice(again.body()).unwrap();
        // The answer to the request never arrived: sent again, even long after, it is the same appointment.
        let request = office.with_visit(&papers, &hold);
        let key = office.key();
        let first = office.post("/v1/requests", &key, &request).await;
        office.later(SignedDuration::from_mins(30));
        let again = office.post("/v1/requests", &key, &request).await;
        assert_eq!(first.body(), again.body());
        let request: Request = serde_json::from_slice(again.body()).unwrap();
        let status = request.appointment.unwrap().status;
        assert_eq!(status, AppointmentStatus::Confirmed);
        // The portal never came back: the time is free again, and the row is forgotten.
        office.hold(&papers, &times[1]).await;
        office.later(SignedDuration::from_hours(2));
        office.reference.purge().await.unwrap();
        sound(&office).await;
        office.hold(&papers, &times[1]).await;
    }
}
