//! Days that follow from a request's date: when an answer is usual, when silence means something, when
//! everything is deleted. Civil days in France.

use domain::procedure::{DayCount, Delay, Procedure};
use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, Weekday},
};

use crate::api::check::day_in_france;

/// Day by which an answer is usual. Public holidays are not counted out: the day is a usual one, not a
/// promise.
pub(super) fn expected_by(submitted: Timestamp, delay: Delay) -> Option<Date> {
    let day = day_in_france(submitted);
    match delay.count {
        DayCount::Calendar => day.checked_add(i64::from(delay.days).days()).ok(),
        DayCount::Working => {
            let mut working = day
                .series(1.day())
                .skip(1)
                .filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
            match usize::from(delay.days).checked_sub(1) {
                Some(before) => working.nth(before),
                None => Some(day),
            }
        }
    }
}

/// Day on which silence takes its legal meaning: so many months after the office received the request
/// (Code des relations entre le public et l'administration, articles L231-1 and following).
pub(super) fn legal_deadline(received: Timestamp, procedure: &Procedure) -> Option<Date> {
    let months = procedure.legal_delay.as_ref()?.months;
    day_in_france(received)
        .checked_add(i64::from(months).months())
        .ok()
}

/// Instant after which an ended request is deleted.
pub(super) fn delete_after(ended: Timestamp, retention_days: i64) -> Timestamp {
    let days = SignedDuration::from_hours(24 * retention_days.clamp(0, 36_500));
    ended.saturating_add(days).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn three_working_days_after_a_friday_are_a_wednesday() {
        let delay = Delay {
            days: 3,
            count: DayCount::Working,
        };
        let expected = expected_by(at("2026-11-20T15:00:00Z"), delay);
        assert_eq!(expected, Some(jiff::civil::date(2026, 11, 25)));
    }

    #[test]
    fn a_request_sent_just_before_midnight_in_paris_counts_from_that_day() {
        let delay = Delay {
            days: 1,
            count: DayCount::Calendar,
        };
        let expected = expected_by(at("2026-11-20T23:30:00Z"), delay);
        assert_eq!(expected, Some(jiff::civil::date(2026, 11, 22)));
    }
}
