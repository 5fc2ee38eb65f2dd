//! Random towns, needs and moments: each seed is one calendar.

use domain::{
    agenda::{Closed, Hours, Pattern, Weekly},
    appointment::{AppointmentType, Help, Length, Mode},
    booking::{AskedPurpose, AskedVisit},
    place::Place,
    resource::Resource,
};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time, time},
};

use super::{super::office::catalogue, TICK, TICKS, ZONES};
use crate::catalogue::Catalogue;

/// SplitMix64: seeds that follow each other have nothing else in common.
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.word() % u64::try_from(end).unwrap()).unwrap()
    }

    pub(super) fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub(super) fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// Some of them, one at least.
    pub(super) fn some_of<T: Clone>(&mut self, all: &[T]) -> Vec<T> {
        let sure = self.below(all.len());
        let kept = all
            .iter()
            .enumerate()
            .filter(|(at, _)| *at == sure || self.one_in(2));
        kept.map(|(_, one)| one.clone()).collect()
    }

    /// A day that many days after another one, at most.
    pub(super) fn day(&mut self, first: Date, most: usize) -> Date {
        later(first, i32::try_from(self.below(most + 1)).unwrap())
    }

    /// Hours of half an hour to five hours; nights are when clocks change.
    pub(super) fn hours(&mut self) -> (Time, Time) {
        let from = if self.one_in(4) {
            self.below(40)
        } else {
            self.below(TICKS - 8)
        };
        let to = (from + 6 + self.below(54)).min(TICKS - 1);
        (on_the_clock(from), on_the_clock(to))
    }

    pub(super) fn weekly(&mut self, first: Date) -> Weekly {
        let (from, to) = self.hours();
        let every_day: Vec<u8> = (1..=7).collect();
        Weekly {
            days: if self.one_in(2) {
                every_day
            } else {
                self.some_of(&every_day)
            },
            from,
            to,
            first_day: self.one_in(6).then(|| self.day(first, 5)),
            last_day: self.one_in(6).then(|| self.day(first, 9)),
        }
    }

    pub(super) fn on_a_day(&mut self, first: Date) -> Hours {
        let (day, (from, to)) = (self.day(first, 9), self.hours());
        Hours { day, from, to }
    }

    pub(super) fn pattern(&mut self, first: Date) -> Pattern {
        let closed = |chance: &mut Self| {
            if chance.one_in(3) {
                let first_day = chance.day(first, 9);
                let last_day = chance.day(first_day, 2);
                Closed::Days {
                    first_day,
                    last_day,
                }
            } else {
                Closed::Hours(chance.on_a_day(first))
            }
        };
        Pattern {
            weekly: (0..=self.below(3)).map(|_| self.weekly(first)).collect(),
            besides: (0..self.below(3)).map(|_| self.on_a_day(first)).collect(),
            closed: (0..self.below(3)).map(|_| closed(self)).collect(),
        }
    }

    /// What one can come for. Minutes that are no whole ticks are rounded up.
    pub(super) fn kind(&mut self, number: usize, like: &AppointmentType) -> AppointmentType {
        AppointmentType {
            id: format!("kind-{number}"),
            modes: if self.one_in(4) {
                vec![Mode::Onsite]
            } else {
                vec![Mode::Onsite, Mode::Phone]
            },
            length: Length {
                fixed: self.of(&[5, 10, 15, 20, 30, 45, 12]),
                per_person: self.of(&[0, 0, 5, 10]),
                per_document: self.of(&[0, 0, 15]),
            },
            every_minutes: self.of(&[5, 10, 15, 20, 30, 45, 60, 12]),
            pause_minutes: self.of(&[0, 0, 5, 10, 15, 7]),
            notice_hours: self.of(&[0, 0, 1, 5, 30]),
            help_notice_hours: self.of(&[0, 48]),
            change_notice_hours: self.of(&[0, 0, 12]),
            horizon_days: self.of(&[1, 3, 5, 8, 30]),
            max_people: self.of(&[1, 2, 4]),
            group: self.one_in(3),
            waiting: None,
            ..like.clone()
        }
    }

    pub(super) fn resource(
        &mut self,
        id: String,
        (kinds, places): (&[String], &[Place]),
        first: Date,
    ) -> Resource {
        let quiet = if self.one_in(3) { 1 + self.below(2) } else { 0 };
        Resource {
            id,
            place_id: self.of(places).id,
            name: None,
            types: self.some_of(kinds),
            modes: self.some_of(&[Mode::Onsite, Mode::Phone]),
            seats: self.one_in(3).then(|| self.of(&[1, 2, 3, 4])),
            quiet: (0..quiet).map(|_| self.weekly(first)).collect(),
            pattern: self.pattern(first),
        }
    }

    /// A small town. Cases share a database: the seed is in the names of who receives.
    pub(super) fn town(&mut self, seed: u64, first: Date) -> Catalogue {
        let base = catalogue();
        let kinds = (0..2 + self.below(2)).map(|at| self.kind(at, &base.appointment_types[0]));
        let kinds: Vec<AppointmentType> = kinds.collect();
        let places = (0..1 + self.below(2)).map(|at| Place {
            id: format!("place-{seed}-{at}"),
            offers: if self.one_in(2) {
                vec![Help::StepFree]
            } else {
                Vec::new()
            },
            zone: self.of(&ZONES).map(str::to_owned),
            ..base.places[0].clone()
        });
        let places: Vec<Place> = places.collect();
        let ids: Vec<String> = kinds.iter().map(|kind| kind.id.clone()).collect();
        let resources = (0..1 + self.below(4))
            .map(|at| self.resource(format!("desk-{seed}-{at}"), (&ids, &places), first));
        let resources: Vec<Resource> = resources.collect();
        Catalogue {
            appointment_types: kinds,
            places,
            resources,
            ..base
        }
    }

    pub(super) fn visit(&mut self, kinds: &[AppointmentType]) -> AskedVisit {
        let mut kinds = kinds.to_vec();
        let mut purposes = Vec::new();
        let count = if self.one_in(4) { 2 } else { 1 };
        for _ in 0..count {
            let kind = kinds.swap_remove(self.below(kinds.len()));
            purposes.push(AskedPurpose {
                people: 1 + u8::try_from(self.below(usize::from(kind.max_people))).unwrap(),
                documents: self.of(&[0, 1, 2]),
                kind: kind.id,
            });
        }
        let help = match self.below(10) {
            0 => vec![Help::MoreTime],
            1 => vec![Help::QuietHour],
            2 => vec![Help::StepFree],
            3 => vec![Help::SignLanguage],
            4 => vec![Help::QuietHour, Help::MoreTime],
            _ => Vec::new(),
        };
        AskedVisit { purposes, help }
    }
}

pub(super) fn on_the_clock(tick: usize) -> Time {
    let (hour, minute) = (tick / 12, tick % 12 * 5);
    time(
        i8::try_from(hour).unwrap(),
        i8::try_from(minute).unwrap(),
        0,
        0,
    )
}

pub(super) fn later(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

pub(super) fn instant(tick: i64) -> Timestamp {
    Timestamp::from_second(tick * TICK).unwrap()
}

pub(super) fn in_ticks(minutes: u16) -> i64 {
    i64::from(minutes.div_ceil(5))
}
