//! When someone should look: satisfaction that is low, or that falls by more than chance explains.

use jiff::civil::Date;

use super::{Share, Tally};

/// From when on someone is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Percent of satisfied people under which a month is low.
    pub below: u16,
    /// Points lost against the months before from which a month is a fall.
    pub fall: u16,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            below: 50,
            fall: 15,
        }
    }
}

/// What is told of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alert {
    /// First day of the month.
    pub month: Date,
    /// Those who are satisfied.
    pub share: Share,
    /// Those who were, in the months before, when it is a fall.
    pub before: Option<Share>,
}

/// What is to be told of the latest month of a trend, which is in order. A fall is told when the interval of the month lies
/// under that of the months before; a month is low when its own share is.
#[must_use]
pub fn alert(trend: &[(Date, Tally)], thresholds: Thresholds) -> Option<Alert> {
    let ((month, latest), earlier) = trend.split_last()?;
    let share = latest.good()?;
    let earlier = earlier
        .iter()
        .fold(Tally::default(), |sum, (_, tally)| sum.and(*tally));
    let fell = earlier.good().filter(|before| {
        let lost = before.thousandths().saturating_sub(share.thousandths());
        lost >= thresholds.fall.saturating_mul(10) && share.high < before.low
    });
    let is_low = share.thousandths() < thresholds.below.saturating_mul(10);
    (fell.is_some() || is_low).then_some(Alert {
        month: *month,
        share,
        before: fell,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::quality::Point;

    fn tally(good: u64, bad: u64) -> Tally {
        let mut tally = Tally::default();
        tally.add_many(Point::Best, good);
        tally.add_many(Point::Worst, bad);
        tally
    }

    fn told(months: &[(u64, u64)]) -> Option<Alert> {
        let trend = (1..).zip(months);
        let trend: Vec<_> = trend
            .map(|(month, (good, bad))| (date(2026, month, 1), tally(*good, *bad)))
            .collect();
        alert(&trend, Thresholds::default())
    }

    #[test]
    fn a_low_month_and_a_fall_are_told_and_chance_is_not() {
        assert_eq!(told(&[]), None);
        assert_eq!(told(&[(9, 2)]), None);
        let low = told(&[(5, 6)]).unwrap();
        assert_eq!((low.month, low.before), (date(2026, 1, 1), None));
        let fall = told(&[(95, 5), (90, 10), (20, 13)]).unwrap();
        assert_eq!(fall.before.map(|it| it.of), Some(200));
        // Seven of eleven after nine of ten: it may be chance.
        assert_eq!(told(&[(20, 2), (7, 4)]), None);
        // Low before, better now.
        assert_eq!(told(&[(2, 20), (20, 2)]), None);
    }

    proptest! {
        #[test]
        fn what_is_told_is_true(months in prop::collection::vec((0u64..200, 0u64..200), 1..12)) {
            let alert = told(&months);
            let (good, bad) = *months.last().unwrap();
            let is_low = good * 2 < good + bad;
            match alert {
                None => prop_assert!(good + bad == 0 || !is_low || good * 1000 / (good + bad) >= 499),
                Some(alert) => {
                    prop_assert_eq!((alert.share.count, alert.share.of), (good, good + bad));
                    prop_assert!(is_low || alert.before.is_some());
                    if let Some(before) = alert.before {
                        prop_assert!(before.low > alert.share.high);
                        prop_assert!(before.thousandths() >= alert.share.thousandths() + 150);
                    }
                }
            }
        }
    }
}
