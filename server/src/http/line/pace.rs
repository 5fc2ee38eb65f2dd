//! How many people are let in each second: less when answers are slow, more when people wait and answers are quick.

use jiff::{SignedDuration, Timestamp};

/// Answers that take longer than this are slow: long before a person notices, because people who were called come in some
/// seconds later.
const SLOW: SignedDuration = SignedDuration::from_millis(300);
/// What a slow moment takes away, and what a quick one gives: down at once, back soon to what is usual, beyond it step by
/// step.
const DOWN: f64 = 0.85;
const BACK: f64 = 1.1;
const UP: f64 = 1.02;
/// What is left of the best pace of late after a beat without it: half of it after 14 seconds.
const FADE: f64 = 0.995;
/// People a second, at least and at most: whatever happens the line moves, and a quick moment lets no crowd in.
const LEAST: f64 = 2.0;
const GREATEST: f64 = 2_000.0;

/// People who may come in, saved up for one second at most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// With which it began, and to which it soon comes back after a slow moment.
    usual: f64,
    per_second: f64,
    /// The best one of late, to which it may come back any moment.
    best: f64,
    saved: f64,
    at: Option<Timestamp>,
}

impl Pace {
    pub(super) const fn new(people_a_second: u16) -> Self {
        // `f64::from` is not const.
        let per_second = people_a_second as f64;
        Self {
            usual: per_second,
            per_second,
            best: per_second,
            saved: per_second,
            at: None,
        }
    }

    pub(super) fn refill(&mut self, now: Timestamp) {
        if let Some(at) = self.at {
            let seconds = now.duration_since(at).as_secs_f64().max(0.0);
            self.saved = seconds
                .mul_add(self.per_second, self.saved)
                .min(self.per_second.max(1.0));
        }
        self.at = Some(now);
    }

    /// One person comes in, if there is room.
    pub(super) fn spend(&mut self) -> bool {
        let has_room = self.saved >= 1.0;
        if has_room {
            self.saved -= 1.0;
        }
        has_room
    }

    /// Whether others came in just before whoever comes in now.
    pub(super) fn is_shared(&self) -> bool {
        self.saved + 1.5 < self.per_second
    }

    /// How long it takes until so many people came in, as things are.
    pub(super) fn time_for(&self, people: usize) -> SignedDuration {
        time(people, self.per_second)
    }

    /// How long it takes at the best pace of late.
    pub(super) fn least_time_for(&self, people: usize) -> SignedDuration {
        time(people, self.best)
    }

    /// Hears ten times a second how long answers take.
    pub(super) fn hear(&mut self, answers_take: SignedDuration, is_waited_for: bool) {
        if answers_take > SLOW {
            self.per_second = (self.per_second * DOWN).max(LEAST);
        } else if self.per_second < self.usual {
            self.per_second = (self.per_second * BACK).min(self.usual);
        } else if is_waited_for {
            self.per_second = (self.per_second * UP).min(GREATEST);
        }
        self.best = self.per_second.max(self.best * FADE);
    }
}

fn time(people: usize, per_second: f64) -> SignedDuration {
    let people = u32::try_from(people).unwrap_or(u32::MAX);
    SignedDuration::try_from_secs_f64(f64::from(people) / per_second).unwrap_or(SignedDuration::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::{GREATEST, LEAST, Pace};

    #[test]
    fn the_pace_follows_what_the_portal_bears() {
        let mut pace = Pace::new(100);
        let (quick, slow) = (
            SignedDuration::from_millis(20),
            SignedDuration::from_secs(1),
        );
        pace.hear(quick, false);
        assert!(
            (pace.per_second - 100.0).abs() < f64::EPSILON,
            "nobody waits: nothing to learn"
        );
        for _ in 0..10 {
            pace.hear(quick, true);
        }
        assert!((115.0..130.0).contains(&pace.per_second));
        for _ in 0..10 {
            pace.hear(slow, true);
        }
        assert!((15.0..40.0).contains(&pace.per_second));
        for _ in 0..1000 {
            pace.hear(slow, true);
        }
        assert!((pace.per_second - LEAST).abs() < f64::EPSILON);
        let mut rested = pace;
        for _ in 0..1000 {
            rested.hear(quick, false);
        }
        assert!(
            (rested.per_second - 100.0).abs() < f64::EPSILON,
            "as before the rush"
        );
        for _ in 0..1000 {
            pace.hear(quick, true);
        }
        assert!((pace.per_second - GREATEST).abs() < f64::EPSILON);
    }

    #[test]
    fn what_is_saved_is_one_second_at_most() {
        let mut pace = Pace::new(5);
        let mut now = Timestamp::UNIX_EPOCH;
        for _ in 0..3 {
            pace.refill(now);
            now += SignedDuration::from_hours(1);
        }
        assert_eq!((0..100).filter(|_| pace.spend()).count(), 5);
        assert!(pace.is_shared());
        let in_ten_seconds = SignedDuration::from_secs(10);
        assert_eq!(pace.time_for(50), in_ten_seconds);
        pace.hear(SignedDuration::from_secs(1), true);
        assert!(pace.time_for(50) > in_ten_seconds);
        assert!(pace.least_time_for(50) < SignedDuration::from_millis(10_100));
        for _ in 0..600 {
            pace.hear(SignedDuration::from_secs(1), true);
        }
        assert_eq!(
            pace.least_time_for(50),
            pace.time_for(50),
            "slowness that lasts is as things are"
        );
    }
}
