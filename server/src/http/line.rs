//! The waiting line of a rush (decision 0017): when more people come for times than the portal can serve well, each gets a
//! place in the order in which they came. The place is a signed ticket that its holder keeps; here only those who asked of
//! late are remembered, so a portal that starts again, or another one beside it, takes nobody's place away.

mod guard;
mod pace;
mod ticket;

#[cfg(test)]
mod tests;

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

pub use guard::keep_pace;
pub(super) use guard::{Pulse, stand_in_line};
use pace::Pace;
use ticket::Place;

/// Places remembered; whoever comes after that keeps their place by their ticket alone.
const MOST: usize = 100_000;
/// Whoever has not asked for so long left, or reads calmly: nobody waits for them, and they come in when they are back.
const GONE: SignedDuration = SignedDuration::from_secs(90);

/// The line of one portal.
#[derive(Debug)]
pub(super) struct Line(Mutex<Inner>);

#[derive(Debug)]
struct Inner {
    pace: Pace,
    /// In the order in which they came.
    waiting: VecDeque<Waiting>,
    /// The last place that was called: it and those before it may come in.
    called: Option<Place>,
}

#[derive(Debug, Clone, Copy)]
struct Waiting {
    place: Place,
    seen: Timestamp,
}

/// What the line says to someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// They come in; if they are not alone they are told so on their ticket, and are not asked again.
    In { crowded: bool },
    /// They wait.
    Wait(Standing),
}

/// Where someone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Standing {
    place: Place,
    ahead: usize,
    /// Until their turn, as things are.
    wait: SignedDuration,
    /// The same at the best pace of late: a slow moment may end at once.
    least: SignedDuration,
}

impl Line {
    /// A line that lets so many people in each second, to begin with.
    pub(super) const fn new(people_a_second: u16) -> Self {
        Self(Mutex::new(Inner {
            pace: Pace::new(people_a_second),
            waiting: VecDeque::new(),
            called: None,
        }))
    }

    /// Someone asks, with the place that they have or a new one.
    fn ask(&self, place: Place, is_new: bool, now: Timestamp) -> Answer {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.ask(place, is_new, now)
    }

    /// Hears how long answers take at present; how many people wait.
    fn hear(&self, answers_take: SignedDuration, now: Timestamp) -> usize {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_waited_for = !inner.waiting.is_empty();
        inner.pace.hear(answers_take, is_waited_for);
        inner.call_next(now);
        inner.waiting.len()
    }
}

impl Inner {
    fn ask(&mut self, place: Place, is_new: bool, now: Timestamp) -> Answer {
        self.call_next(now);
        let is_called = !is_new && self.called.is_some_and(|called| place <= called);
        if is_called {
            self.forget(place);
            return Answer::In { crowded: true };
        }
        if self.waiting.is_empty() && self.pace.spend() {
            self.called = self.called.max(Some(place));
            return Answer::In {
                crowded: self.pace.is_shared(),
            };
        }
        let ahead = self.waiting.partition_point(|one| one.place < place);
        let has_room = self.waiting.len() < MOST;
        match self.waiting.get_mut(ahead) {
            Some(one) if one.place == place => one.seen = now,
            _ if has_room => self.waiting.insert(ahead, Waiting { place, seen: now }),
            _ => {}
        }
        Answer::Wait(Standing {
            place,
            ahead,
            wait: self.pace.time_for(ahead + 1),
            least: self.pace.least_time_for(ahead + 1),
        })
    }

    /// Calls those who are first, as many as the pace allows.
    fn call_next(&mut self, now: Timestamp) {
        self.pace.refill(now);
        while let Some(first) = self.waiting.front() {
            let is_gone = now.duration_since(first.seen) > GONE;
            if !is_gone && !self.pace.spend() {
                break;
            }
            self.called = self.called.max(Some(first.place));
            self.waiting.pop_front();
        }
    }

    fn forget(&mut self, place: Place) {
        if let Ok(found) = self.waiting.binary_search_by_key(&place, |one| one.place) {
            self.waiting.remove(found);
        }
    }
}
