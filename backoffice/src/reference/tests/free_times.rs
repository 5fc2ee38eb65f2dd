//! Free times as a whole: over random calendars in several territories, what the office lists is compared, step by step,
//! with a slow and obvious twin. The twin is written from the rules and keeps its own record of what is taken; it shares
//! types with the office, and no code. Whatever fails names its seed.

mod case;
mod chance;
mod twin;

use std::{collections::BTreeMap, ops::RangeInclusive, sync::Arc};

use database::Engine;
use jiff::{
    SignedDuration,
    civil::{Date, date},
    tz::TimeZone,
};
use object_store::memory::InMemory;

use self::{
    case::Case,
    chance::Chance,
    twin::{Twin, Walls},
};
use super::office::open;
use crate::ports::testing::{CountedRandomness, HandClock};

/// One calendar for each seed.
const ON_SQLITE: RangeInclusive<u64> = 1..=100;
const ON_POSTGRES: RangeInclusive<u64> = 1001..=1008;
/// What happens to one calendar.
const STEPS: usize = 10;

/// Seconds of a tick, and ticks of a day.
const TICK: i64 = 300;
const TICKS: usize = 288;

/// Days around the first one that the twin knows the clocks of: nothing is asked beyond.
const BEFORE: i32 = 4;
const KNOWN: usize = 34;

/// Zones of places; a place that does not say is in metropolitan France.
const ZONES: [Option<&str>; 5] = [
    None,
    Some("America/Guadeloupe"),
    Some("Pacific/Noumea"),
    Some("Indian/Reunion"),
    Some("America/Miquelon"),
];

/// First days: before the clock changes in Paris and at Miquelon, before the end of a year, and any day.
const FIRST_DAYS: [Date; 6] = [
    date(2026, 3, 27),
    date(2026, 10, 23),
    date(2026, 3, 6),
    date(2026, 10, 30),
    date(2026, 12, 29),
    date(2026, 6, 10),
];

/// Tells which case failed, whatever failed in it.
struct Named(Engine, u64);

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("free times: seed {} on {:?}", self.1, self.0);
        }
    }
}

#[tokio::test]
async fn what_is_listed_is_what_a_slow_look_at_everybodys_agenda_finds() {
    let mut walls = Walls::default();
    for database in database::testing::databases().await {
        let (engine, mut did) = (database.engine(), BTreeMap::<_, usize>::new());
        // Shared by the cases: nothing has its name twice.
        let randomness = Arc::new(CountedRandomness::default());
        let objects = Arc::new(InMemory::new());
        let seeds = match engine {
            Engine::Sqlite => ON_SQLITE,
            Engine::Postgres => ON_POSTGRES,
        };
        for seed in seeds {
            let _named = Named(engine, seed);
            let mut chance = Chance(seed);
            let first = chance.of(&FIRST_DAYS);
            let town = chance.town(seed, first);
            let midnight = TimeZone::UTC.to_timestamp(first.at(0, 0, 0, 0)).unwrap();
            let seconds = i64::try_from(chance.below(24 * 3600)).unwrap();
            let clock = HandClock::at(midnight + SignedDuration::from_secs(seconds));
            let (clock, handle) = (Arc::new(clock), database.handle());
            let mut case = Case {
                office: open(handle, town.clone(), &clock, &randomness, &objects).await,
                twin: Twin::new(town, first, &mut walls),
                chance,
                held: Vec::new(),
                booked: Vec::new(),
                seen: Vec::new(),
                did: BTreeMap::new(),
            };
            for _ in 0..STEPS {
                case.step().await;
            }
            for (what, times) in case.did {
                *did.entry(what).or_default() += times;
            }
        }
        if engine == Engine::Postgres {
            continue;
        }
        for what in [
            "listed",
            "seats",
            "first of two places",
            "held",
            "refused",
            "booked",
            "cancelled",
            "moved",
            "released",
            "prolonged",
            "opened",
            "closed",
        ] {
            assert!(did.contains_key(what), "it never came to {what}: {did:?}");
        }
    }
}
