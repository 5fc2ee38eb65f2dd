//! Free times as people look for them: by part of the day, and a few that differ.

use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

use crate::booking::Slot;

/// A part of the day or of the week in which someone can come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PartOfDay {
    /// Before noon.
    Morning,
    /// From noon to five.
    Afternoon,
    /// From five: after work.
    Evening,
    /// Saturday or Sunday.
    Weekend,
}

/// How many times are proposed at first.
const PROPOSED: usize = 3;

const NOON: Time = Time::constant(12, 0, 0, 0);
const FIVE: Time = Time::constant(17, 0, 0, 0);

impl PartOfDay {
    /// Every part, in the order in which it is shown.
    pub const ALL: [Self; 4] = [Self::Morning, Self::Afternoon, Self::Evening, Self::Weekend];

    /// Name in addresses and message ids.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
            Self::Weekend => "weekend",
        }
    }

    /// Reads a name of [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// Whether a time begins in this part, on the clock of its place.
    #[must_use]
    pub fn holds(self, slot: &Slot) -> bool {
        let at = slot.start.to_zoned(slot.time_zone());
        match self {
            Self::Weekend => matches!(at.weekday(), Weekday::Saturday | Weekday::Sunday),
            part => part == Self::of(at.time()),
        }
    }

    fn of(time: Time) -> Self {
        if time < NOON {
            Self::Morning
        } else if time < FIVE {
            Self::Afternoon
        } else {
            Self::Evening
        }
    }
}

/// Up to three times of a list in order, the first one and others that differ from it: another day in another part of
/// the day, then another day, then whatever comes next. In order.
#[must_use]
pub fn proposed(slots: &[Slot]) -> Vec<Slot> {
    let mut chosen: Vec<&Slot> = Vec::with_capacity(PROPOSED);
    for _ in 0..PROPOSED {
        let known: Vec<_> = chosen.iter().map(|slot| moment(slot)).collect();
        let left = || slots.iter().filter(|slot| !chosen.contains(slot));
        let elsewhere = |slot: &&Slot| known.iter().all(|it| it.0 != moment(slot).0);
        let otherwise = |slot: &&Slot| known.iter().all(|it| it.1 != moment(slot).1);
        let next = left()
            .find(|slot| elsewhere(slot) && otherwise(slot))
            .or_else(|| left().find(elsewhere))
            .or_else(|| left().next());
        let Some(next) = next else { break };
        chosen.push(next);
    }
    chosen.sort_by_key(|slot| slot.start);
    chosen.into_iter().cloned().collect()
}

/// The day and the part of it in which a time begins, on the clock of its place.
fn moment(slot: &Slot) -> (Date, PartOfDay) {
    let at = slot.start.to_zoned(slot.time_zone());
    (at.date(), PartOfDay::of(at.time()))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::appointment::Mode;

    fn at(civil: &str) -> Slot {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let start = civil.parse::<jiff::civil::DateTime>().unwrap();
        let start = start.to_zoned(zone).unwrap().timestamp();
        Slot {
            id: civil.to_owned(),
            start,
            end: start,
            zone: "Europe/Paris".to_owned(),
            location_id: "mairie".to_owned(),
            mode: Mode::Onsite,
            places_left: None,
        }
    }

    fn ids(slots: &[Slot]) -> Vec<&str> {
        slots.iter().map(|slot| &*slot.id).collect()
    }

    #[test]
    fn three_times_leave_a_choice_between_days_and_parts_of_the_day() {
        let times = [
            "2026-12-07T09:00",
            "2026-12-07T09:10",
            "2026-12-07T14:00",
            "2026-12-08T09:00",
            "2026-12-08T14:00",
            "2026-12-10T18:00",
        ];
        let all: Vec<_> = times.into_iter().map(at).collect();
        let three = proposed(&all);
        assert_eq!(
            ids(&three),
            ["2026-12-07T09:00", "2026-12-08T14:00", "2026-12-10T18:00"]
        );
        assert_eq!(ids(&proposed(&all[..3])), times[..3]);
        assert_eq!(ids(&proposed(&all[..1])), times[..1]);
        assert!(proposed(&[]).is_empty());
    }

    #[test]
    fn the_clock_of_the_place_says_what_part_of_the_day_it_is() {
        assert!(PartOfDay::Morning.holds(&at("2026-12-07T11:55")));
        assert!(PartOfDay::Afternoon.holds(&at("2026-12-07T12:00")));
        assert!(PartOfDay::Evening.holds(&at("2026-12-07T17:00")));
        assert!(!PartOfDay::Weekend.holds(&at("2026-12-07T10:00")));
        assert!(PartOfDay::Weekend.holds(&at("2026-12-05T10:00")));
        // In Cayenne it is still morning when noon has passed in Paris.
        let mut cayenne = at("2026-12-07T13:00");
        cayenne.zone = "America/Cayenne".to_owned();
        assert!(PartOfDay::Morning.holds(&cayenne));
    }
}
