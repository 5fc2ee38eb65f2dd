//! The hours of a day as stretches of time.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Time},
    tz::{AmbiguousOffset, Offset, TimeZone},
};

use super::{Closed, Pattern, Stretch};

/// When a resource receives people on a day, in order; stretches that touch are one.
///
/// Each day is read on the clock of the place. When the clock jumps ahead over an opening time, it opens at the jump;
/// when an hour comes twice, a door is open as long as the clock shows, now or later, a time before its closing: nobody
/// finds a door closed that a clock says is open.
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

/// The first instant at which the clock shows this time or a later one.
fn first(at: DateTime, zone: &TimeZone) -> Timestamp {
    match zone.to_ambiguous_timestamp(at).offset() {
        AmbiguousOffset::Unambiguous { offset } => instant(at, offset),
        AmbiguousOffset::Fold { before, .. } => instant(at, before),
        AmbiguousOffset::Gap { after, .. } => jump(at, after, zone),
    }
}

/// The end of the last instant at which the clock shows an earlier time.
fn last(at: DateTime, zone: &TimeZone) -> Timestamp {
    let moment = 1.nanosecond();
    let earlier = at.saturating_sub(moment);
    match zone.to_ambiguous_timestamp(earlier).offset() {
        AmbiguousOffset::Unambiguous { offset } => instant(earlier, offset),
        AmbiguousOffset::Fold { after, .. } => instant(earlier, after),
        AmbiguousOffset::Gap { after, .. } => return jump(earlier, after, zone),
    }
    .checked_add(moment)
    .unwrap_or(Timestamp::MAX)
}

/// The instant at which a clock that jumps ahead leaves this time out. Read with the clock from after the jump, the
/// time is just before it.
fn jump(at: DateTime, after: Offset, zone: &TimeZone) -> Timestamp {
    let before = instant(at, after);
    let mut jumps = zone.following(before);
    jumps.next().map_or(before, |jump| jump.timestamp())
}

/// The bounds of time stand for years that no agenda has.
fn instant(at: DateTime, offset: Offset) -> Timestamp {
    let beyond = if at.year() < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    offset.to_timestamp(at).unwrap_or(beyond)
}

/// In order, without empty ones; those that touch or overlap become one.
#[must_use]
pub fn merged(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
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
#[must_use]
pub fn without(stretches: Vec<Stretch>, taken: &[Stretch]) -> Vec<Stretch> {
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
