//! The slow and obvious agenda, minute by minute.

use std::ops::Range;

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime},
    tz::TimeZone,
};

use super::{
    super::{Closed, Hours, Pattern},
    MINUTE,
};

/// Every minute from the day before to the day after.
pub(super) fn minutes(day: Date) -> impl Iterator<Item = Timestamp> {
    let start = TimeZone::UTC
        .to_timestamp(day.saturating_sub(1.day()).at(0, 0, 0, 0))
        .unwrap();
    (0..3 * 24 * 60).map(move |minute| start + MINUTE * minute)
}

/// The first minute at which the clock shows this time or a later one.
pub(super) fn slow_first(at: DateTime, zone: &TimeZone) -> Timestamp {
    let mut minutes = minutes(at.date());
    minutes.find(|it| zone.to_datetime(*it) >= at).unwrap()
}

/// The minute after the last one at which the clock shows an earlier time.
pub(super) fn slow_last(at: DateTime, zone: &TimeZone) -> Timestamp {
    let before = minutes(at.date()).filter(|it| zone.to_datetime(*it) < at);
    before.last().unwrap() + MINUTE
}

pub(super) fn slow_bounds(hours: &Hours, zone: &TimeZone) -> Range<Timestamp> {
    let from = slow_first(hours.day.to_datetime(hours.from), zone);
    from..slow_last(hours.day.to_datetime(hours.to), zone)
}

/// Hours of a day that a pattern opens, before closings.
pub(super) fn hours_of(pattern: &Pattern, day: Date) -> Vec<Hours> {
    let mut hours = pattern.besides.clone();
    hours.retain(|it| it.day == day);
    for weekly in &pattern.weekly {
        let weekday = u8::try_from(day.weekday().to_monday_one_offset()).unwrap();
        let holds = weekly.first_day.is_none_or(|first| day >= first)
            && weekly.last_day.is_none_or(|last| day <= last);
        if holds && weekly.days.contains(&weekday) {
            hours.push(Hours {
                day,
                from: weekly.from,
                to: weekly.to,
            });
        }
    }
    hours
}

/// The open minutes of a day, one by one.
pub(super) fn slow_minutes(pattern: &Pattern, day: Date, zone: &TimeZone) -> Vec<Timestamp> {
    let hours = hours_of(pattern, day);
    let bounds = |hours: &Hours| slow_bounds(hours, zone);
    let open: Vec<_> = hours.iter().map(bounds).collect();
    let shut: Vec<Hours> = pattern
        .closed
        .iter()
        .filter_map(|closed| match closed {
            Closed::Hours(hours) if hours.day == day => Some(*hours),
            _ => None,
        })
        .collect();
    let all_day = pattern.closed.iter().any(|closed| {
        matches!(closed, Closed::Days { first_day, last_day }
            if *first_day <= day && day <= *last_day)
    });
    if all_day {
        return Vec::new();
    }
    let shut: Vec<_> = shut.iter().map(bounds).collect();
    minutes(day)
        .filter(|minute| open.iter().any(|open| open.contains(minute)))
        .filter(|minute| !shut.iter().any(|shut| shut.contains(minute)))
        .collect()
}
