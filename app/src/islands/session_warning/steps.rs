//! When to look, when to warn, when to give up: seconds only, so that it is tested outside a browser.

/// A reminder: at two minutes, at one, at twenty seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Two,
    One,
    Last,
}

/// What to do with so many seconds left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// No warning now; look again in so many seconds.
    Wait(i32),
    /// Warn, and look again in so many seconds.
    Warn(Level, i32),
    /// Too late to answer: keep what was typed, and see the end in so many seconds.
    End(i32),
}

/// Seconds before the end of each reminder.
const TWO: i32 = 120;
const ONE: i32 = 60;
const LAST: i32 = 20;
/// Seconds that keeping what was typed may take.
const KEEPING: i32 = 5;
/// Timers and answers come a little late.
const SLACK: i32 = 2;

/// What to do with `left` seconds left.
pub(super) const fn step(left: i32) -> Step {
    if left > TWO + SLACK {
        Step::Wait(left - TWO - 1)
    } else if left > ONE + SLACK {
        Step::Warn(Level::Two, left - ONE)
    } else if left > LAST + SLACK {
        Step::Warn(Level::One, left - LAST)
    } else if left > KEEPING {
        Step::Warn(Level::Last, left - KEEPING)
    } else if left > 0 {
        Step::End(left + 1)
    } else {
        Step::End(1)
    }
}

/// When to look first: the page says how long an access lasts, to the minute.
pub(super) const fn first(whole: i32) -> i32 {
    let early = whole - TWO - 90;
    if early > 1 { early } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::{Level, Step, first, step};

    #[test]
    fn whoever_reads_for_half_an_hour_is_warned_three_times_and_then_no_more() {
        let mut left = 1_800 - first(1_800);
        let mut told = Vec::new();
        loop {
            let pause = match step(left) {
                Step::Wait(pause) => pause,
                Step::Warn(level, pause) => {
                    told.push((level, left));
                    pause
                }
                Step::End(pause) => {
                    assert_eq!(pause, left + 1);
                    break;
                }
            };
            assert!(pause > 0, "{left}");
            left -= pause;
        }
        assert_eq!(told.len(), 3, "{told:?}");
        assert_eq!(told[0], (Level::Two, 121));
        assert_eq!(told[1], (Level::One, 60));
        assert_eq!(told[2], (Level::Last, 20));
    }

    #[test]
    fn a_computer_that_slept_begins_with_the_reminder_of_its_time() {
        assert!(matches!(step(45), Step::Warn(Level::One, 25)));
        assert!(matches!(step(10), Step::Warn(Level::Last, 5)));
        assert_eq!(step(-3), Step::End(1));
        assert_eq!(first(30), 1);
    }
}
