//! The times at which an appointment may begin.

use jiff::{SignedDuration, Timestamp};

use super::Stretch;

/// What an appointment takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// How long people are received.
    pub length: SignedDuration,
    /// Time for the resource alone before the next one.
    pub pause: SignedDuration,
    /// Appointments begin every so often after the opening; never zero.
    pub every: SignedDuration,
    /// Earliest start: now and the notice that the service needs.
    pub not_before: Timestamp,
    /// Latest start: as far ahead as the service lets people book.
    pub not_after: Timestamp,
}

/// The times at which an appointment may begin, in order: people are received within one stretch of `open`, and the
/// resource is free until the pause after them ends. `open` and `taken` are in order; `taken` holds pauses too.
#[must_use]
pub fn starts(open: &[Stretch], taken: &[Stretch], wanted: &Wanted) -> Vec<Timestamp> {
    let mut found = Vec::new();
    if wanted.every <= SignedDuration::ZERO || wanted.length <= SignedDuration::ZERO {
        return found;
    }
    // Nothing that ends before one start overlaps a later one.
    let mut next = 0;
    for stretch in open {
        let mut start = first_of_grid(stretch.from, wanted);
        while let Some(times) = times(start, wanted) {
            if times.received > stretch.to || start > wanted.not_after {
                break;
            }
            while taken.get(next).is_some_and(|busy| busy.to <= start) {
                next += 1;
            }
            let occupied = Stretch {
                from: start,
                to: times.free,
            };
            if !taken.get(next).is_some_and(|busy| busy.overlaps(occupied)) {
                found.push(start);
            }
            let Ok(following) = start.checked_add(wanted.every) else {
                break;
            };
            start = following;
        }
    }
    found
}

/// When people leave, and when the resource is free again.
struct Times {
    received: Timestamp,
    free: Timestamp,
}

fn times(start: Timestamp, wanted: &Wanted) -> Option<Times> {
    let received = start.checked_add(wanted.length).ok()?;
    let free = received.checked_add(wanted.pause).ok()?;
    Some(Times { received, free })
}

/// The first time of the grid of an opening that is not too early.
fn first_of_grid(opening: Timestamp, wanted: &Wanted) -> Timestamp {
    let early = wanted.not_before.duration_since(opening);
    if early <= SignedDuration::ZERO {
        return opening;
    }
    let every = wanted.every.as_nanos();
    let steps = (early.as_nanos() + every - 1) / every;
    let ahead = SignedDuration::from_nanos_i128(steps * every);
    opening.checked_add(ahead).unwrap_or(Timestamp::MAX)
}
