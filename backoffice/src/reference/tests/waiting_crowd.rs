//! Many who wait: whatever they do and however time goes by, no time is offered to two, offers follow the order of
//! entry among those whom a time suits, and nothing is held for nobody.

use std::{collections::BTreeSet, sync::Arc};

use domain::{
    agenda::PartOfDay,
    booking::Slot,
    waiting::{WaitingEntry, WaitingStatus},
};
use futures::future::join_all;
use jiff::{SignedDuration, Timestamp};

use super::{
    agenda_crowd::sound,
    booking::for_one,
    office::{Office, catalogue, offices, open},
    waiters::{in_the, wish},
};
use crate::{api::requests::Request, ports::Clock};

const ENTRIES: usize = 60;
const DAYS: [&str; 4] = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];

/// Numbers that differ from run to run of a seed, and are the same for one seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// Each hold is the offer of one entry, and each offer has its hold.
async fn held_for_someone(office: &Office) {
    let alone = "SELECT COUNT(*) AS n FROM backoffice_appointments a
                  WHERE a.status = 'held' AND NOT EXISTS
                    (SELECT 1 FROM backoffice_waiting_entries w WHERE w.hold_id = a.id AND w.status = 'offered')";
    assert_eq!(office.count(alone).await, 0, "held for nobody");
    let empty = "SELECT COUNT(*) AS n FROM backoffice_waiting_entries w
                  WHERE w.status = 'offered' AND NOT EXISTS
                    (SELECT 1 FROM backoffice_appointments a WHERE a.id = w.hold_id AND a.status = 'held')";
    assert_eq!(office.count(empty).await, 0, "nothing is offered");
}

/// Whether an entry let go a time that overlaps this one.
async fn let_go(office: &Office, entry: &WaitingEntry, slot: &Slot) -> bool {
    let sql = "SELECT entry_id FROM backoffice_waiting_refusals
                WHERE entry_id = $1 AND starts_at < $2 AND free_at > $3";
    let (from, to) = (slot.start.as_microsecond(), slot.end.as_microsecond());
    let params = [(&entry.id).into(), to.into(), from.into()];
    let rows = office.database().fetch_all(sql, &params).await.unwrap();
    !rows.is_empty()
}

async fn all(office: &Office, entries: &[WaitingEntry]) -> Vec<WaitingEntry> {
    let mut now = Vec::with_capacity(entries.len());
    for entry in entries {
        // What ended stays as it is.
        now.push(if entry.status.is_open() {
            office.entry(entry).await
        } else {
            entry.clone()
        });
    }
    now
}

/// What is new since `before` went to the first whom it suits; no moment is offered to two.
async fn in_order(office: &Office, before: &[WaitingEntry], after: &[WaitingEntry]) {
    let mut moments = BTreeSet::new();
    for (place, entry) in after.iter().enumerate() {
        let Some(offer) = &entry.offer else { continue };
        assert!(moments.insert(offer.slot.start), "offered to two");
        if before[place].offer.as_ref() == Some(offer) {
            continue;
        }
        assert!(entry.wish.suits(&offer.slot));
        for earlier in &after[..place] {
            let could = earlier.status == WaitingStatus::Waiting && earlier.wish.suits(&offer.slot);
            assert!(
                !could || let_go(office, earlier, &offer.slot).await,
                "someone was passed over"
            );
        }
    }
}

/// No time that suits someone who waits is left to others, but for those that are too near.
async fn nothing_is_left(office: &Office, entries: &[WaitingEntry], now: Timestamp) {
    let soonest = now + SignedDuration::from_mins(150);
    let page = office
        .slots(&for_one("papers"), DAYS[0], DAYS[DAYS.len() - 1])
        .await;
    for slot in page.items.iter().filter(|slot| slot.start > soonest) {
        for entry in entries {
            if entry.status == WaitingStatus::Waiting && entry.wish.suits(slot) {
                assert!(let_go(office, entry, slot).await, "{slot:?} is left");
            }
        }
    }
}

async fn week(office: &Office) -> Vec<Request> {
    let mut booked = Vec::new();
    for day in DAYS {
        booked.extend(office.full(day).await);
    }
    booked
}

#[tokio::test]
async fn sixty_who_wait_are_served_in_their_order_whatever_they_do() {
    // Another chance on each database.
    for (seed, office) in (1..).zip(offices().await) {
        let mut chance = Chance(seed);
        let mut booked = week(&office).await;
        let mut entries = Vec::new();
        for number in 0..ENTRIES {
            let first = chance.below(DAYS.len());
            let last = first + chance.below(DAYS.len() - first);
            let mut wish = wish(DAYS[first], DAYS[last]);
            if number % 4 == 0 {
                wish = in_the(PartOfDay::ALL[chance.below(2)], wish);
            }
            entries.push(office.waits(&wish).await);
        }
        let mut before = all(&office, &entries).await;
        for _ in 0..30 {
            let open: Vec<&WaitingEntry> = before.iter().filter(|it| it.status.is_open()).collect();
            let offered: Vec<&WaitingEntry> =
                before.iter().filter(|it| it.offer.is_some()).collect();
            match chance.below(8) {
                0..=3 if !booked.is_empty() => {
                    let request = booked.swap_remove(chance.below(booked.len()));
                    office.withdrawn(&request).await;
                }
                4 if !offered.is_empty() => {
                    office.declines(offered[chance.below(offered.len())]).await;
                }
                5 if !offered.is_empty() => {
                    let taken = office.takes(offered[chance.below(offered.len())]).await;
                    booked.push(taken);
                }
                6 if !open.is_empty() => {
                    office.leaves(open[chance.below(open.len())]).await;
                }
                _ => {
                    let minutes = i64::try_from(chance.below(300)).unwrap();
                    office.later(SignedDuration::from_mins(minutes));
                    office.reference.offer_times().await.unwrap();
                }
            }
            let after = all(&office, &before).await;
            in_order(&office, &before, &after).await;
            held_for_someone(&office).await;
            sound(&office).await;
            nothing_is_left(&office, &after, office.clock.now()).await;
            before = after;
        }
        let moved = |status| before.iter().filter(|it| it.status == status).count();
        assert!(moved(WaitingStatus::Booked) > 0, "something happened");
    }
}

/// The moments that are offered now.
fn moments(entries: &[WaitingEntry]) -> BTreeSet<Timestamp> {
    let offers = entries.iter().filter_map(|it| it.offer.as_ref());
    offers.map(|offer| offer.slot.start).collect()
}

/// Answers other than "someone else writes just now, try again".
async fn until_done<F: Future<Output = http::Response<bytes::Bytes>>>(
    call: impl Fn() -> F,
) -> http::Response<bytes::Bytes> {
    loop {
        let response = call().await;
        let busy = String::from_utf8_lossy(response.body()).contains("request_in_progress");
        if !busy {
            return response;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn through_three_offices_at_once_no_time_is_offered_to_two() {
    for office in offices().await {
        let booked = office.full(DAYS[0]).await;
        let wish = wish(DAYS[0], DAYS[0]);
        let mut entries = Vec::new();
        for _ in 0..ENTRIES / 2 {
            entries.push(office.waits(&wish).await);
        }
        let mut three = Vec::new();
        for _ in 0..3 {
            let (clock, objects) = (&office.clock, &office.objects);
            let (database, random) = (office.database(), &office.randomness);
            three.push(Arc::new(
                open(database, catalogue(), clock, random, objects).await,
            ));
        }
        let times = booked.len();
        let cancels = booked.into_iter().enumerate().map(|(number, request)| {
            let office = Arc::clone(&three[number % 3]);
            tokio::spawn(async move {
                let done = until_done(|| office.try_to_withdraw(&request)).await;
                assert_eq!(done.status(), 200, "{:?}", done.body());
                office.reference.offer_times().await.unwrap();
            })
        });
        for done in join_all(cancels.collect::<Vec<_>>()).await {
            done.unwrap();
        }
        let now = all(&office, &entries).await;
        let starts = moments(&now);
        assert_eq!(starts.len(), times);
        assert!(
            now[..times].iter().all(|it| it.offer.is_some()),
            "the first ones have them"
        );
        sound(&office).await;

        // All of them answer at once, and the clock ends some offers meanwhile.
        let answers = now.into_iter().enumerate().filter_map(|(number, entry)| {
            let hold = entry.offer.clone()?.hold_id;
            let office = Arc::clone(&three[number % 3]);
            Some(tokio::spawn(async move {
                if number % 3 == 0 {
                    office.takes(&entry).await;
                } else {
                    let done = until_done(|| office.try_to_decline(&entry, &hold)).await;
                    assert_eq!(done.status(), 200, "{:?}", done.body());
                }
                office.reference.offer_times().await.unwrap();
            }))
        });
        for done in join_all(answers.collect::<Vec<_>>()).await {
            done.unwrap();
        }
        let now = all(&office, &entries).await;
        let starts = moments(&now);
        let had = now.iter().filter(|it| it.status == WaitingStatus::Booked);
        let offered = now.iter().filter(|it| it.offer.is_some()).count();
        assert_eq!((starts.len(), offered + had.count()), (offered, times));
        held_for_someone(&office).await;
        sound(&office).await;
    }
}
