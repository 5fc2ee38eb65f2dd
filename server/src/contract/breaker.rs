//! The circuit breaker: a back office that fails is left alone for ten seconds, then tried with one call.
//! Nobody waits for an answer that will not come.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

/// Outcomes looked at.
const WINDOW: usize = 20;
/// Failures in a row that open it.
const IN_A_ROW: usize = 5;
/// How long it stays open.
const REST: SignedDuration = SignedDuration::from_secs(10);
/// A probe that never reported (its caller went away) gives its place to another after this time.
const PROBE: SignedDuration = SignedDuration::from_secs(40);

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
    probing_since: Option<Timestamp>,
}

impl Breaker {
    /// Whether a call may leave now. After the rest, one call at a time may, as a probe.
    pub(super) fn lets_through(&self, now: Timestamp) -> bool {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match state.closed_until {
            None => true,
            Some(until) if now < until => false,
            Some(_) => {
                let free = state
                    .probing_since
                    .is_none_or(|since| now.duration_since(since) >= PROBE);
                if free {
                    state.probing_since = Some(now);
                }
                free
            }
        }
    }

    /// Takes note of how a call ended.
    pub(super) fn record(&self, outcome: Outcome, now: Timestamp) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
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

impl State {
    fn fails(&self) -> bool {
        let failed = |outcome: &&Outcome| **outcome == Outcome::Failure;
        let in_a_row = self.lately.iter().rev().take_while(failed).count();
        let in_all = self.lately.iter().filter(failed).count();
        in_a_row >= IN_A_ROW || (self.lately.len() == WINDOW && in_all * 2 >= WINDOW)
    }

    fn rest(&mut self, now: Timestamp) {
        self.closed_until = Some(now.saturating_add(REST).unwrap_or(now));
        self.probing_since = None;
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
        for _ in 0..5 {
            assert!(breaker.lets_through(at(0)));
            breaker.record(Outcome::Failure, at(0));
        }
        assert!(!breaker.lets_through(at(9)));
        assert!(breaker.lets_through(at(10)), "one probe");
        assert!(!breaker.lets_through(at(10)), "one only");
        breaker.record(Outcome::Failure, at(11));
        assert!(!breaker.lets_through(at(20)));
        assert!(breaker.lets_through(at(21)));
        breaker.record(Outcome::Success, at(21));
        assert!(breaker.lets_through(at(21)) && breaker.lets_through(at(21)));
    }

    #[test]
    fn half_of_twenty_failures_open_it_and_a_few_do_not() {
        let breaker = Breaker::default();
        for call in 0..40 {
            breaker.record(
                if call % 4 == 0 {
                    Outcome::Failure
                } else {
                    Outcome::Success
                },
                at(0),
            );
            assert!(breaker.lets_through(at(0)));
        }
        let mut let_through = 0;
        while let_through < 40 && breaker.lets_through(at(1)) {
            let outcome = if let_through % 2 == 0 {
                Outcome::Failure
            } else {
                Outcome::Success
            };
            breaker.record(outcome, at(1));
            let_through += 1;
        }
        assert!(let_through <= 20, "{let_through}");
    }

    #[test]
    fn a_probe_that_never_came_back_does_not_close_the_way_for_ever() {
        let breaker = Breaker::default();
        (0..5).for_each(|_| breaker.record(Outcome::Failure, at(0)));
        assert!(breaker.lets_through(at(10)));
        assert!(!breaker.lets_through(at(49)));
        assert!(breaker.lets_through(at(50)));
    }
}
