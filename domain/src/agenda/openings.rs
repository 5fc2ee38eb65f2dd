//! The hours of a day as stretches of time.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Time},
    tz::{AmbiguousOffset, TimeZone},
};

use super::{Closed, Pattern, Stretch};

/// When a resource receives people on a day, in order; stretches that touch are one.
///
/// Each day is read on the clock of the place. When the clock jumps ahead over an opening time, it opens at the jump;
/// when an hour comes twice, opening times are read at its first coming and closing times at its second one, so that
/// nobody finds a door closed that a clock says is open.
#[must_use]
pub fn open_on(pattern: &Pattern, day: Date, zone: &TimeZone) -> Vec<Stretch> {
    let weekday = u8::try_from(day.weekday().to_monday_one_offset()).unwrap_or_default();
    let weekly = pattern.weekly.iter().filter(|weekly| {
        weekly.days.contains(&weekday)
            && weekly.first_day.is_none_or(|first| first <= day)
            && weekly.last_day.is_none_or(|last| day <= last)
    });
    let besides = pattern.besides.iter().filter(|hours| hours.day == day);
    let open = weekly
        .map(|weekly| (weekly.from, weekly.to))
        .chain(besides.map(|hours| (hours.from, hours.to)))
        .map(|(from, to)| stretch(day, from, to, zone))
        .collect();
    let closed = pattern.closed.iter().filter_map(|closed| match closed {
        Closed::Hours(hours) if hours.day == day => Some(stretch(day, hours.from, hours.to, zone)),
        Closed::Days {
            first_day,
            last_day,
        } if (*first_day..=*last_day).contains(&day) => Some(whole(day, zone)),
        _ => None,
    });
    without(merged(open), &merged(closed.collect()))
}

fn stretch(day: Date, from: Time, to: Time, zone: &TimeZone) -> Stretch {
    Stretch {
        from: first(day.to_datetime(from), zone),
        to: last(day.to_datetime(to), zone),
    }
}

fn whole(day: Date, zone: &TimeZone) -> Stretch {
    let next = day.saturating_add(1.day());
    Stretch {
        from: first(day.to_datetime(Time::midnight()), zone),
        to: first(next.to_datetime(Time::midnight()), zone),
    }
}

/// The first instant at which the clock shows this time; the jump, when it never does.
fn first(at: DateTime, zone: &TimeZone) -> Timestamp {
    instant(at, zone, true)
}

/// The last instant at which the clock shows this time; the jump, when it never does.
fn last(at: DateTime, zone: &TimeZone) -> Timestamp {
    instant(at, zone, false)
}

fn instant(at: DateTime, zone: &TimeZone, first: bool) -> Timestamp {
    let read = match zone.to_ambiguous_timestamp(at).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset.to_timestamp(at),
        AmbiguousOffset::Fold { before, after } => {
            (if first { before } else { after }).to_timestamp(at)
        }
        // Read with the clock from after the jump, this time is just before it.
        AmbiguousOffset::Gap { after, .. } => after.to_timestamp(at).map(|before| {
            let mut jumps = zone.following(before);
            jumps.next().map_or(before, |jump| jump.timestamp())
        }),
    };
    // Only for years that no agenda has.
    read.unwrap_or(if at.year() < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    })
}

/// In order, without empty ones; those that touch or overlap become one.
fn merged(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.retain(|stretch| !stretch.is_empty());
    stretches.sort_unstable();
    let mut merged: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match merged.last_mut() {
            Some(last) if stretch.from <= last.to => last.to = last.to.max(stretch.to),
            _ => merged.push(stretch),
        }
    }
    merged
}

/// What is left of stretches in order once others in order are taken out.
fn without(stretches: Vec<Stretch>, taken: &[Stretch]) -> Vec<Stretch> {
    let mut left = Vec::with_capacity(stretches.len());
    for mut stretch in stretches {
        let whole = stretch;
        for out in taken.iter().filter(|out| out.overlaps(whole)) {
            let before = Stretch {
                from: stretch.from,
                to: out.from,
            };
            if !before.is_empty() {
                left.push(before);
            }
            stretch.from = out.to.min(stretch.to);
        }
        if !stretch.is_empty() {
            left.push(stretch);
        }
    }
    left
}
