//! How long a time is offered, and which times suit.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::booking::AskedPurpose;

fn paris(civil: &str) -> Timestamp {
    let civil: jiff::civil::DateTime = civil.parse().unwrap();
    civil.to_zoned(zone()).unwrap().timestamp()
}

fn zone() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap()
}

fn until(now: &str, latest: &str) -> Option<Timestamp> {
    Waiting::default().offer_until(paris(now), paris(latest), &zone())
}

#[test]
fn an_offer_lasts_four_hours_of_the_day() {
    let far = "2026-12-20T10:00";
    let lasts = |now| until(now, far).unwrap();
    assert_eq!(lasts("2026-12-01T10:00"), paris("2026-12-01T14:00"));
    // One hour is left of the evening, three go on in the morning.
    assert_eq!(lasts("2026-12-01T20:00"), paris("2026-12-02T11:00"));
    assert_eq!(lasts("2026-12-01T23:30"), paris("2026-12-02T12:00"));
    assert_eq!(lasts("2026-12-02T03:00"), paris("2026-12-02T12:00"));
    // The clock goes back in that night.
    assert_eq!(lasts("2026-10-24T20:30"), paris("2026-10-25T11:30"));
}

#[test]
fn a_near_time_is_offered_for_less_and_a_very_near_one_not_at_all() {
    assert_eq!(
        until("2026-12-01T10:00", "2026-12-01T16:00"),
        Some(paris("2026-12-01T12:00"))
    );
    assert_eq!(
        until("2026-12-01T10:00", "2026-12-01T10:40"),
        Some(paris("2026-12-01T10:30"))
    );
    assert_eq!(until("2026-12-01T10:00", "2026-12-01T10:29"), None);
    assert_eq!(until("2026-12-01T10:00", "2026-12-01T09:00"), None);
}

#[test]
fn several_purposes_follow_the_stricter_rules() {
    let one = Waiting {
        offer_hours: 2,
        most_lapses: 3,
    };
    let both = one.and(Waiting::default());
    assert_eq!((both.offer_hours, both.most_lapses), (2, 2));
}

fn wish() -> Wish {
    Wish {
        visit: AskedVisit {
            purposes: vec![AskedPurpose {
                kind: "papers".to_owned(),
                people: 1,
                documents: 1,
            }],
            help: Vec::new(),
        },
        mode: Mode::Onsite,
        location_ids: vec!["hall".to_owned()],
        from: date(2026, 12, 1),
        to: date(2026, 12, 4),
        parts: vec![PartOfDay::Morning],
        last_day: None,
    }
}

fn slot(civil: &str) -> Slot {
    let start = paris(civil);
    Slot {
        id: civil.to_owned(),
        start,
        end: start,
        zone: "Europe/Paris".to_owned(),
        location_id: "hall".to_owned(),
        mode: Mode::Onsite,
        places_left: None,
    }
}

#[test]
fn a_time_suits_when_all_of_it_does() {
    let wish = wish();
    assert!(wish.suits(&slot("2026-12-01T09:00")));
    assert!(wish.suits(&slot("2026-12-04T11:55")));
    assert!(!wish.suits(&slot("2026-11-30T09:00")));
    assert!(!wish.suits(&slot("2026-12-05T09:00")));
    assert!(!wish.suits(&slot("2026-12-01T14:00")));
    let elsewhere = Slot {
        location_id: "annexe".to_owned(),
        ..slot("2026-12-01T09:00")
    };
    assert!(!wish.suits(&elsewhere));
    let anywhere = Wish {
        location_ids: Vec::new(),
        ..wish.clone()
    };
    assert!(anywhere.suits(&elsewhere));
    let called = Slot {
        mode: Mode::Phone,
        ..slot("2026-12-01T09:00")
    };
    assert!(!wish.suits(&called));
}

#[test]
fn wishes_meet_when_one_time_could_suit_both() {
    let one = wish();
    let other = |parts: &[PartOfDay]| Wish {
        parts: parts.to_vec(),
        ..wish()
    };
    assert!(one.meets(&one));
    assert!(one.meets(&other(&[])));
    assert!(!one.meets(&other(&[PartOfDay::Evening])));
    assert!(
        one.meets(&other(&[PartOfDay::Weekend])),
        "Saturday mornings"
    );
    let later = Wish {
        from: date(2026, 12, 5),
        to: date(2026, 12, 9),
        ..wish()
    };
    assert!(!one.meets(&later));
}

#[test]
fn an_entry_ends_with_its_days_or_before() {
    let ends = |last_day| Wish { last_day, ..wish() }.ends_on();
    assert_eq!(ends(None), date(2026, 12, 4));
    assert_eq!(ends(Some(date(2026, 12, 2))), date(2026, 12, 2));
    assert_eq!(ends(Some(date(2027, 1, 1))), date(2026, 12, 4));
}

#[test]
fn an_entry_is_read_as_it_was_written() {
    let entry = WaitingEntry {
        id: "e".to_owned(),
        status: WaitingStatus::Offered,
        wish: wish(),
        created_at: paris("2026-11-30T09:00"),
        expires_at: paris("2026-12-05T00:00"),
        ahead: 3,
        offer: Some(Offer {
            slot: slot("2026-12-01T09:00"),
            hold_id: "h".to_owned(),
            until: paris("2026-11-30T13:00"),
        }),
        lapsed: 1,
    };
    let text = serde_json::to_string(&entry).unwrap();
    assert_eq!(
        serde_json::from_str::<WaitingEntry>(&text).unwrap(),
        entry,
        "{text}"
    );
    for status in WaitingStatus::ALL {
        assert_eq!(WaitingStatus::from_name(status.name()), status);
    }
    assert_eq!(WaitingStatus::from_name("new"), WaitingStatus::Other);
}

proptest! {
    #[test]
    fn an_offer_ends_after_now_and_while_one_can_book(
        now in 0..400_000_i64, left in 0..3_000_000_i64, hours in 1..80_u16,
    ) {
        let now = paris("2026-10-20T00:00") + SignedDuration::from_secs(now);
        let latest = now + SignedDuration::from_secs(left);
        let rules = Waiting { offer_hours: hours, ..Waiting::default() };
        match rules.offer_until(now, latest, &zone()) {
            None => prop_assert!(left < 1_800),
            Some(until) => prop_assert!(now < until && until <= latest),
        }
    }
}
