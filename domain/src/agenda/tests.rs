//! The agenda against a slow and obvious one, minute by minute, in the zones of France, around every change of the
//! clock from 2024 to 2034.

mod slow;

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, date, time},
    tz::TimeZone,
};
use proptest::{prelude::*, sample::select};

use super::*;
use slow::{minutes, slow_bounds, slow_minutes};

/// The zones of France's territories (IANA time zone database, `zone.tab`).
const ZONES: [&str; 15] = [
    "Europe/Paris",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Cayenne",
    "America/Miquelon",
    "America/St_Barthelemy",
    "America/Marigot",
    "Indian/Reunion",
    "Indian/Mayotte",
    "Indian/Kerguelen",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "Pacific/Marquesas",
    "Pacific/Gambier",
    "Pacific/Wallis",
];

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Days on which the clock of a zone changes, from 2024 to 2034.
fn changes(name: &str) -> Vec<Date> {
    let zone = zone(name);
    zone.following(at("2024-01-01T00:00:00Z"))
        .map(|change| change.timestamp())
        .take_while(|change| *change < at("2035-01-01T00:00:00Z"))
        .map(|change| zone.to_datetime(change).date())
        .collect()
}

fn minutes_of(stretches: &[Stretch]) -> Vec<Timestamp> {
    let mut all = Vec::new();
    for stretch in stretches {
        let mut minute = stretch.from;
        while minute < stretch.to {
            all.push(minute);
            minute += MINUTE;
        }
    }
    all
}

fn clock() -> impl Strategy<Value = Time> {
    (0..24_i8, select(vec![0_i8, 15, 30, 45])).prop_map(|(hour, minute)| time(hour, minute, 0, 0))
}

fn hours(day: Date) -> impl Strategy<Value = Hours> {
    (clock(), clock()).prop_map(move |(one, other)| Hours {
        day,
        from: one.min(other),
        to: one.max(other),
    })
}

/// A pattern that says something of a day.
fn pattern(day: Date) -> impl Strategy<Value = Pattern> {
    let weekly = (hours(day), 0..4_u8).prop_map(move |(hours, kind)| Weekly {
        days: if kind == 3 {
            vec![1, 4]
        } else {
            (1..=7).collect()
        },
        from: hours.from,
        to: hours.to,
        first_day: (kind == 1).then_some(day),
        last_day: (kind == 2).then(|| day.yesterday().unwrap()),
    });
    let closed = prop_oneof![
        6 => hours(day).prop_map(Closed::Hours),
        1 => (0..3_i32).prop_map(move |ahead| Closed::Days {
            first_day: day.saturating_add(ahead.days()).saturating_sub(1.day()),
            last_day: day.saturating_add(ahead.days()),
        }),
    ];
    (
        prop::collection::vec(weekly, 0..3),
        prop::collection::vec(hours(day), 0..3),
        prop::collection::vec(closed, 0..3),
    )
        .prop_map(|(weekly, besides, closed)| Pattern {
            weekly,
            besides,
            closed,
        })
}

/// A day in a zone: a change of its clock, or any other.
fn place_and_day() -> impl Strategy<Value = (&'static str, Date)> {
    let mut all: Vec<(&'static str, Date)> = Vec::new();
    for name in ZONES {
        all.extend(changes(name).into_iter().map(|day| (name, day)));
        all.push((name, date(2026, 11, 24)));
    }
    select(all)
}

#[test]
fn the_clocks_of_france_change_forty_four_times_in_eleven_years() {
    let all = ZONES.iter().flat_map(|name| changes(name));
    assert_eq!(all.count(), 44);
}

#[test]
fn a_door_opens_at_the_jump_and_closes_at_the_second_coming() {
    let paris = zone("Europe/Paris");
    let from = time(2, 30, 0, 0);
    let every_day = |to| Pattern {
        weekly: vec![Weekly {
            days: (1..=7).collect(),
            from,
            to,
            first_day: None,
            last_day: None,
        }],
        ..Pattern::default()
    };
    let spring = open_on(&every_day(time(4, 0, 0, 0)), date(2026, 3, 29), &paris);
    assert_eq!(
        spring,
        [Stretch {
            from: at("2026-03-29T01:00:00Z"),
            to: at("2026-03-29T02:00:00Z"),
        }]
    );
    let autumn = open_on(&every_day(time(2, 45, 0, 0)), date(2026, 10, 25), &paris);
    assert_eq!(
        autumn,
        [Stretch {
            from: at("2026-10-25T00:30:00Z"),
            to: at("2026-10-25T01:45:00Z"),
        }]
    );
}

#[test]
fn every_change_of_the_clock_is_crossed_by_hours_of_all_kinds() {
    let hour = |hour, minute| time(hour, minute, 0, 0);
    let kinds = [
        (hour(0, 0), hour(2, 0)),
        (hour(0, 30), hour(2, 30)),
        (hour(1, 30), hour(3, 0)),
        (hour(2, 0), hour(2, 30)),
        (hour(2, 0), hour(3, 0)),
        (hour(2, 30), hour(3, 30)),
        (hour(3, 0), hour(8, 0)),
        (hour(8, 30), hour(12, 0)),
    ];
    for name in ZONES {
        let zone = zone(name);
        for day in changes(name) {
            for (from, to) in kinds {
                let hours = Hours { day, from, to };
                let pattern = Pattern {
                    besides: vec![hours],
                    ..Pattern::default()
                };
                let open = minutes_of(&open_on(&pattern, day, &zone));
                let bounds = slow_bounds(&hours, &zone);
                let slow: Vec<_> = minutes(day).filter(|it| bounds.contains(it)).collect();
                assert_eq!(open, slow, "{name} {day} {from} to {to}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_day_is_open_minute_by_minute_as_its_pattern_says(
        ((name, day), pattern) in place_and_day().prop_flat_map(|place| (Just(place), pattern(place.1)))
    ) {
        let zone = zone(name);
        let open = open_on(&pattern, day, &zone);
        prop_assert_eq!(minutes_of(&open), slow_minutes(&pattern, day, &zone));
        prop_assert!(open.iter().all(|stretch| !stretch.is_empty()));
        prop_assert!(open.windows(2).all(|two| two[0].to < two[1].from), "{:?}", open);
    }
}

/// Stretches of so many minutes, one after the other, apart or touching.
fn stretches(most: usize) -> impl Strategy<Value = Vec<Stretch>> {
    prop::collection::vec((0..90_i32, 1..240_i32), 0..most).prop_map(|lengths| {
        let mut moment = at("2026-03-29T00:00:00Z");
        let mut stretches = Vec::new();
        for (apart, length) in lengths {
            let from = moment + MINUTE * apart;
            moment = from + MINUTE * length;
            stretches.push(Stretch { from, to: moment });
        }
        stretches
    })
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let begin = at("2026-03-29T00:00:00Z");
    (1..60_i32, 0..20_i32, 1..40_i32, 0..600_i32, 0..900_i32).prop_map(
        move |(length, pause, every, early, late)| Wanted {
            length: MINUTE * length,
            pause: MINUTE * pause,
            every: MINUTE * every,
            not_before: begin + MINUTE * early,
            not_after: begin + MINUTE * late,
        },
    )
}

proptest! {
    #[test]
    fn appointments_begin_when_everything_about_them_fits(
        open in stretches(4), taken in stretches(6), wanted in wanted()
    ) {
        let begin = at("2026-03-29T00:00:00Z");
        let slow: Vec<Timestamp> = (0..24 * 60)
            .map(|minute| begin + MINUTE * minute)
            .filter(|start| (wanted.not_before..=wanted.not_after).contains(start))
            .filter(|start| {
                open.iter().any(|stretch| {
                    let since = start.duration_since(stretch.from);
                    *start >= stretch.from
                        && *start + wanted.length <= stretch.to
                        && since.as_secs() % wanted.every.as_secs() == 0
                })
            })
            .filter(|start| {
                let occupied = Stretch { from: *start, to: *start + wanted.length + wanted.pause };
                !taken.iter().any(|busy| busy.overlaps(occupied))
            })
            .collect();
        prop_assert_eq!(starts(&open, &taken, &wanted), slow);
    }
}

#[test]
fn an_appointment_without_length_or_grid_never_begins() {
    let open = [Stretch {
        from: at("2026-11-24T08:00:00Z"),
        to: at("2026-11-24T10:00:00Z"),
    }];
    let right = Wanted {
        length: MINUTE * 20,
        pause: SignedDuration::ZERO,
        every: MINUTE * 20,
        not_before: open[0].from,
        not_after: open[0].to,
    };
    assert_eq!(starts(&open, &[], &right).len(), 6);
    for wrong in [
        Wanted {
            length: SignedDuration::ZERO,
            ..right
        },
        Wanted {
            every: SignedDuration::ZERO,
            ..right
        },
    ] {
        assert_eq!(starts(&open, &[], &wrong), []);
    }
}
