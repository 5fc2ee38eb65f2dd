//! The circuit breaker: a back office that fails is left alone for ten seconds, then tried with one call.
//! Nobody waits for an answer that will not come.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

/// Outcomes looked at.
const WINDOW: usize = 20;
/// Failures in a row that open it.
const IN_A_ROW: usize = 5;
/// How long it stays open.
const REST: SignedDuration = SignedDuration::from_secs(10);

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Success,
    Failure,
}

#[derive(Default)]
pub(super) struct Breaker(Mutex<State>);

#[derive(Default)]
struct State {
    lately: VecDeque<Outcome>,
    /// `Some`: open, or half open once this instant has passed.
    closed_until: Option<Timestamp>,
    /// A probe is on its way.
    probing: bool,
}

/// Leave to make one call. Dropped without a word on how the call ended (its caller went away), it gives its
/// place back.
pub(super) struct Pass<'a> {
    breaker: &'a Breaker,
    is_probe: bool,
}

impl Breaker {
    /// Leave to call now, if there is one. After the rest, one call at a time has it, as a probe.
    pub(super) fn lets_through(&self, now: Timestamp) -> Option<Pass<'_>> {
        let mut state = self.state();
        let is_probe = match state.closed_until {
            None => false,
            Some(until) if now < until || state.probing => return None,
            Some(_) => {
                state.probing = true;
                true
            }
        };
        Some(Pass {
            breaker: self,
            is_probe,
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pass<'_> {
    /// Takes note of how the call ended.
    pub(super) fn record(self, outcome: Outcome, now: Timestamp) {
        let mut state = self.breaker.state();
        if state.closed_until.is_some() {
            match outcome {
                Outcome::Success => *state = State::default(),
                Outcome::Failure => state.rest(now),
            }
            return;
        }
        if state.lately.len() == WINDOW {
            state.lately.pop_front();
        }
        state.lately.push_back(outcome);
        if state.fails() {
            state.rest(now);
        }
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        if self.is_probe {
            self.breaker.state().probing = false;
        }
    }
}

impl State {
    fn fails(&self) -> bool {
        let failed = |outcome: &&Outcome| **outcome == Outcome::Failure;
        let in_a_row = self.lately.iter().rev().take_while(failed).count();
        let in_all = self.lately.iter().filter(failed).count();
        in_a_row >= IN_A_ROW || (self.lately.len() == WINDOW && in_all * 2 >= WINDOW)
    }

    fn rest(&mut self, now: Timestamp) {
        self.closed_until = Some(now.saturating_add(REST).unwrap_or(now));
        self.lately.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_795_338_000 + seconds).unwrap()
    }

    #[test]
    fn five_failures_in_a_row_spare_the_back_office_for_ten_seconds() {
        let breaker = Breaker::default();
        fail(&breaker, 5);
        assert!(breaker.lets_through(at(9)).is_none());
        let probe = breaker.lets_through(at(10)).expect("one probe");
        assert!(breaker.lets_through(at(10)).is_none(), "one only");
        probe.record(Outcome::Failure, at(11));
        assert!(breaker.lets_through(at(20)).is_none());
        let probe = breaker.lets_through(at(21)).unwrap();
        probe.record(Outcome::Success, at(21));
        let (one, other) = (breaker.lets_through(at(21)), breaker.lets_through(at(21)));
        assert!(one.is_some() && other.is_some());
    }

    #[test]
    fn half_of_twenty_failures_open_it_and_a_few_do_not() {
        let breaker = Breaker::default();
        for call in 0..40 {
            let outcome = if call % 4 == 0 {
                Outcome::Failure
            } else {
                Outcome::Success
            };
            breaker.lets_through(at(0)).unwrap().record(outcome, at(0));
        }
        let mut let_through = 0;
        while let Some(pass) = breaker.lets_through(at(1)).filter(|_| let_through < 40) {
            let outcome = if let_through % 2 == 0 {
                Outcome::Failure
            } else {
                Outcome::Success
            };
            pass.record(outcome, at(1));
            let_through += 1;
        }
        assert!(let_through <= 20, "{let_through}");
    }

    #[test]
    fn a_probe_whose_caller_went_away_gives_its_place_back_at_once() {
        let breaker = Breaker::default();
        fail(&breaker, 5);
        let probe = breaker.lets_through(at(10)).unwrap();
        assert!(breaker.lets_through(at(10)).is_none());
        drop(probe);
        assert!(breaker.lets_through(at(10)).is_some());
    }

    fn fail(breaker: &Breaker, times: u8) {
        for _ in 0..times {
            let pass = breaker.lets_through(at(0)).unwrap();
            pass.record(Outcome::Failure, at(0));
        }
    }
}
