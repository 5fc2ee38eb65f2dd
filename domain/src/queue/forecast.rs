//! How long someone may wait: two courses of what is to come, a quick one and a slow one, and the range between them.

use jiff::{SignedDuration, Timestamp};

use super::{Turn, WaitRange};
use crate::agenda::Stretch;

/// Fewer past visits say nothing: the planned length is taken then.
const ENOUGH: usize = 8;
/// What a visit may take of its planned length when nothing is known, in millionths.
const UNKNOWN: (i64, i64) = (500_000, 1_500_000);

/// Shares are told in millionths: a third of half an hour is ten minutes.
const WHOLE: i64 = 1_000_000;

/// A visit of the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// From the call to the end.
    pub took: SignedDuration,
    /// How long it should have taken.
    pub planned: SignedDuration,
}

/// How long a visit may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lengths {
    /// A quarter of such visits take less.
    pub low: SignedDuration,
    /// A quarter of them take more.
    pub high: SignedDuration,
}

/// How long a visit may take, from what became of the planned lengths of visits like it.
#[must_use]
pub fn lengths(planned: SignedDuration, past: &[Past]) -> Lengths {
    let mut shares: Vec<i64> = past
        .iter()
        .filter(|it| it.planned.is_positive() && !it.took.is_negative())
        .map(|it| it.took.as_secs() * WHOLE / it.planned.as_secs().max(1))
        .collect();
    shares.sort_unstable();
    let quarter = |of: usize| shares.get(shares.len() * of / 4).copied();
    let known = shares.len() >= ENOUGH;
    let (low, high) = match (quarter(1), quarter(3)) {
        (Some(low), Some(high)) if known => (low, high),
        _ => UNKNOWN,
    };
    let of =
        |share: i64| SignedDuration::from_secs((planned.as_secs() * share + WHOLE / 2) / WHOLE);
    Lengths {
        low: of(low),
        high: of(high),
    }
}

/// Someone who is to be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their place in the order.
    pub turn: Turn,
    /// Whether they are there.
    pub presence: Presence,
    /// Whether they have an appointment: agents may keep to its hour.
    pub appointment: bool,
    /// How long their visit may take.
    pub lengths: Lengths,
    /// Those who can receive them, by their place in the list of desks.
    pub desks: Vec<usize>,
}

/// Whether someone is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// They said so.
    Here,
    /// They have an appointment later; they may come or not.
    Expected,
}

/// Who receives people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// When, from now to the end of the day, in order.
    pub hours: Vec<Stretch>,
    /// The visit that goes on there.
    pub busy: Option<Busy>,
}

/// A visit that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy {
    /// When the person was called.
    pub since: Timestamp,
    /// How long it may take.
    pub lengths: Lengths,
}

impl Person {
    fn shares_a_desk_with(&self, other: &Self) -> bool {
        self.desks.iter().any(|desk| other.desks.contains(desk))
    }
}

/// How many of those who are there are called before someone: those before them in the order whom one of the same desks
/// receives.
#[must_use]
pub fn ahead(everybody: &[Person], person: &Person) -> u32 {
    let before = everybody.iter().filter(|other| {
        other.presence == Presence::Here
            && other.turn < person.turn
            && other.shares_a_desk_with(person)
    });
    u32::try_from(before.count()).unwrap_or(u32::MAX)
}

/// How long someone who is there may wait; `None` when nobody receives them any more today.
///
/// In the quick course each visit is a short one, whoever is expected does not come, and people are called before their
/// hour. In the slow one each visit is a long one, everybody comes, and nobody is called before their hour.
#[must_use]
pub fn wait(
    now: Timestamp,
    desks: &[Desk],
    everybody: &[Person],
    person: &Person,
) -> Option<WaitRange> {
    let quick = called(now, desks, everybody, (person, Course::Quick))?;
    let slow = called(now, desks, everybody, (person, Course::Slow))?;
    Some(WaitRange::around(
        quick.duration_since(now),
        slow.duration_since(now),
    ))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    Quick,
    Slow,
}

impl Course {
    const fn length(self, lengths: Lengths) -> SignedDuration {
        match self {
            Self::Quick => lengths.low,
            Self::Slow => lengths.high,
        }
    }

    /// From when on someone can be called.
    fn from(self, person: &Person, now: Timestamp) -> Timestamp {
        match self {
            Self::Slow if person.appointment => person.turn.due.max(now),
            Self::Quick | Self::Slow => now,
        }
    }

    /// When a desk has no visit any more. One that takes longer than most may end now, or take as long again as a
    /// short one.
    fn free(self, desk: &Desk, now: Timestamp) -> Timestamp {
        let Some(busy) = desk.busy else { return now };
        let end = after(busy.since, self.length(busy.lengths));
        match self {
            Self::Quick => end.max(now),
            Self::Slow => end.max(after(now, busy.lengths.low)),
        }
    }
}

impl Desk {
    /// The first moment from `at` on at which someone is received; after the last hours, whoever still waits is.
    fn receives(&self, at: Timestamp) -> Timestamp {
        let open = self.hours.iter().find(|hours| at < hours.to);
        open.map_or(at, |hours| hours.from.max(at))
    }
}

fn after(at: Timestamp, length: SignedDuration) -> Timestamp {
    at.saturating_add(length).unwrap_or(Timestamp::MAX)
}

/// When someone is called in one course of what is to come.
fn called(
    now: Timestamp,
    desks: &[Desk],
    everybody: &[Person],
    (person, course): (&Person, Course),
) -> Option<Timestamp> {
    let mut line: Vec<&Person> = everybody
        .iter()
        .filter(|other| other.turn < person.turn)
        .filter(|other| other.presence == Presence::Here || course == Course::Slow)
        .collect();
    line.sort_unstable_by_key(|other| other.turn);
    line.push(person);
    let mut free: Vec<(Timestamp, usize)> = desks
        .iter()
        .enumerate()
        // Who has closed for today receives nobody else.
        .filter(|(_, desk)| desk.busy.is_some() || desk.hours.iter().any(|hours| now < hours.to))
        .map(|(at, desk)| (desk.receives(course.free(desk, now)), at))
        .collect();
    loop {
        let next = free.iter().enumerate().min_by_key(|(_, desk)| **desk)?.0;
        let (at, desk) = free.swap_remove(next);
        let mine = |it: &&Person| it.desks.contains(&desk);
        let first = line
            .iter()
            .position(|it| mine(it) && course.from(it, now) <= at);
        match first {
            Some(place) => {
                let next = line.remove(place);
                if std::ptr::eq(next, person) {
                    return Some(at);
                }
                let end = after(at, course.length(next.lengths));
                let receives = desks.get(desk)?.receives(end);
                // A visit without length would go on for ever.
                free.push((receives.max(at), desk));
            }
            // Nobody yet: it waits for the first whose hour comes, or receives nobody else.
            None => {
                let waited = line.iter().filter(|it| mine(it));
                let earliest = waited.map(|it| course.from(it, now)).min();
                if let Some(earliest) = earliest {
                    free.push((desks.get(desk)?.receives(earliest), desk));
                }
            }
        }
    }
}
