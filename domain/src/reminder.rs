//! Reminders of an appointment: how long before, and the moment at which each leaves.

use jiff::{Timestamp, ToSpan, Zoned};
use serde::{Deserialize, Serialize};

use crate::notice::{Manners, Way};

/// How long before an appointment someone is reminded of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lead {
    /// Seven days.
    Week,
    /// Two days.
    TwoDays,
    /// One day.
    Day,
    /// Two hours.
    TwoHours,
}

impl Lead {
    /// Every lead, the longest first.
    pub const ALL: [Self; 4] = [Self::Week, Self::TwoDays, Self::Day, Self::TwoHours];

    /// Name in tables and forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::TwoDays => "two_days",
            Self::Day => "day",
            Self::TwoHours => "two_hours",
        }
    }

    /// Reads a name of [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lead| lead.name() == name)
    }

    /// The moment before an appointment, on the clock of its place: a day before is the same hour, whatever the clocks
    /// did in the night.
    fn before(self, start: &Zoned) -> Option<Zoned> {
        let span = match self {
            Self::Week => 7.days(),
            Self::TwoDays => 2.days(),
            Self::Day => 1.day(),
            Self::TwoHours => 2.hours(),
        };
        start.checked_sub(span).ok()
    }
}

/// What a type of appointment reminds of when its back office does not say: two days before.
#[must_use]
pub fn usual_leads() -> Vec<Lead> {
    vec![Lead::TwoDays]
}

/// A reminder to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// How long before.
    pub lead: Lead,
    /// When it leaves.
    pub due_at: Timestamp,
}

/// The reminders of an appointment that are still to come, the earliest first: each at the hour wanted, or before it
/// when a message may not arrive then, so that it is never too late to answer. One that would so arrive with a longer one,
/// or even before it, is left out.
#[must_use]
pub fn plan(
    leads: &[Lead],
    start: &Zoned,
    way: Way,
    manners: &Manners,
    now: Timestamp,
) -> Vec<Planned> {
    let due = |lead: Lead| {
        let wanted = lead.before(start)?;
        let due_at = manners.reasonable_before(way, &wanted).timestamp();
        (due_at > now).then_some(Planned { lead, due_at })
    };
    let mut planned: Vec<Planned> = Lead::ALL
        .into_iter()
        .filter(|lead| leads.contains(lead))
        .filter_map(due)
        .collect();
    planned.dedup_by(|next, kept| next.due_at <= kept.due_at);
    planned
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, Zoned, tz::TimeZone};
    use proptest::prelude::*;

    use super::{Lead, plan};
    use crate::notice::{Manners, Way};

    fn paris(text: &str) -> Zoned {
        text.parse::<jiff::civil::DateTime>()
            .unwrap()
            .to_zoned(TimeZone::get("Europe/Paris").unwrap())
            .unwrap()
    }

    fn due(leads: &[Lead], start: &str, way: Way, now: &str) -> Vec<String> {
        let (start, now) = (paris(start), paris(now).timestamp());
        let planned = plan(leads, &start, way, &Manners::default(), now);
        let civil = |at: Timestamp| {
            at.to_zoned(start.time_zone().clone())
                .datetime()
                .to_string()
        };
        planned
            .iter()
            .map(|planned| civil(planned.due_at))
            .collect()
    }

    #[test]
    fn each_leaves_at_its_time_before_the_appointment() {
        assert_eq!(
            due(
                &Lead::ALL,
                "2026-12-10T14:30:00",
                Way::Email,
                "2026-11-27T10:00:00"
            ),
            [
                "2026-12-03T14:30:00",
                "2026-12-08T14:30:00",
                "2026-12-09T14:30:00",
                "2026-12-10T12:30:00"
            ]
        );
    }

    #[test]
    fn what_is_past_when_one_books_is_not_told() {
        assert_eq!(
            due(
                &Lead::ALL,
                "2026-12-10T14:30:00",
                Way::Email,
                "2026-12-09T18:00:00"
            ),
            ["2026-12-10T12:30:00"]
        );
        assert!(
            due(
                &Lead::ALL,
                "2026-12-10T14:30:00",
                Way::Email,
                "2026-12-10T13:00:00"
            )
            .is_empty()
        );
    }

    #[test]
    fn a_night_or_a_sunday_is_told_of_before_it() {
        // A day before Monday is a Sunday: Saturday evening.
        let monday = "2026-12-14T10:00:00";
        assert_eq!(
            due(&[Lead::Day], monday, Way::Sms, "2026-12-01T10:00:00"),
            ["2026-12-12T19:00:00"]
        );
        // Two hours before 08:30 is night: the evening before.
        let early = "2026-12-10T08:30:00";
        assert_eq!(
            due(&[Lead::TwoHours], early, Way::Sms, "2026-12-01T10:00:00"),
            ["2026-12-09T19:00:00"]
        );
    }

    #[test]
    fn one_that_would_arrive_with_a_longer_one_is_left_out() {
        // Both leave on Saturday: a day before at its hour, two hours before moved from Sunday to the evening's last hour.
        let both = &[Lead::Day, Lead::TwoHours];
        for (sunday, saturday) in [
            ("2026-12-13T19:00:00", "2026-12-12T19:00:00"),
            ("2026-12-13T19:30:00", "2026-12-12T19:30:00"),
        ] {
            assert_eq!(
                due(both, sunday, Way::Sms, "2026-12-01T10:00:00"),
                [saturday]
            );
        }
    }

    #[test]
    fn a_day_before_is_the_same_hour_though_clocks_changed_in_the_night() {
        // Summer time begins on 28 March 2027.
        assert_eq!(
            due(
                &[Lead::Day],
                "2027-03-28T10:00:00",
                Way::Email,
                "2027-03-01T10:00:00"
            ),
            ["2027-03-27T10:00:00"]
        );
    }

    proptest! {
        #[test]
        fn reminders_arrive_by_day_before_the_appointment_in_order(
            seconds in 1_700_000_000_i64..2_000_000_000,
            ahead in 0_i64..2_000_000,
            leads in prop::collection::vec(prop::sample::select(&Lead::ALL[..]), 0..4),
        ) {
            let zone = TimeZone::get("Europe/Paris").unwrap();
            let now = Timestamp::from_second(seconds).unwrap();
            let start = Timestamp::from_second(seconds + ahead).unwrap().to_zoned(zone.clone());
            let manners = Manners::default();
            for way in Way::ALL {
                let planned = plan(&leads, &start, way, &manners, now);
                prop_assert!(planned.is_sorted_by(|one, next| one.due_at < next.due_at));
                for reminder in planned {
                    prop_assert!(leads.contains(&reminder.lead));
                    prop_assert!(now < reminder.due_at && reminder.due_at < start.timestamp());
                    let at = reminder.due_at.to_zoned(zone.clone());
                    prop_assert_eq!(&manners.reasonable(way, &at), &at);
                }
            }
        }
    }
}
