//! What to tell with so many seconds left: seconds only, so that it is tested outside a browser.

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing; look again in so many seconds.
    Wait(i32),
    /// The end is near; look again in so many seconds.
    Soon(i32),
    /// It is over.
    Over,
}

/// Seconds before the end at which it is told.
const AHEAD: i32 = 120;

/// What to tell with `left` seconds left.
pub(super) const fn step(left: i32) -> Step {
    if left > AHEAD {
        Step::Wait(left - AHEAD)
    } else if left > 0 {
        Step::Soon(left)
    } else {
        Step::Over
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, step};

    #[test]
    fn whoever_takes_ten_minutes_is_told_once_ahead_and_once_at_the_end() {
        assert_eq!(step(600), Step::Wait(480));
        assert_eq!(step(120), Step::Soon(120));
        assert_eq!(step(0), Step::Over);
    }

    #[test]
    fn a_device_that_slept_tells_what_is_true_when_it_wakes() {
        assert_eq!(step(40), Step::Soon(40));
        assert_eq!(step(-3_600), Step::Over);
    }
}
