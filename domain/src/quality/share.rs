//! A share of answers and how sure one can be of it.

/// Quantile of the normal distribution that leaves 2.5 % on each side.
const SURE: f64 = 1.959_964;

/// So many of so many answers, and between which shares the truth lies with 95 % of certainty, had everybody answered
/// (score interval of Wilson, 1927: right for few answers and for shares near none or all).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Answers that count.
    pub count: u64,
    /// All answers.
    pub of: u64,
    /// Lower end, in thousandths, rounded down.
    pub low: u16,
    /// Upper end, in thousandths, rounded up.
    pub high: u16,
}

impl Share {
    /// The share of `count` answers among `of`; `None` when nobody answered or more count than answered.
    #[must_use]
    pub fn new(count: u64, of: u64) -> Option<Self> {
        if of == 0 || count > of {
            return None;
        }
        let (low, high) = interval(count, of);
        Some(Self {
            count,
            of,
            low: thousandths(low.floor()),
            high: thousandths(high.ceil()),
        })
    }

    /// The share itself, in thousandths, to the nearest.
    #[must_use]
    pub fn thousandths(self) -> u16 {
        self.in_parts(1000)
    }

    /// The share itself, in percents, to the nearest: not rounded from what is rounded already.
    #[must_use]
    pub fn percents(self) -> u16 {
        self.in_parts(100)
    }

    /// Both ends in percents, rounded outwards.
    #[must_use]
    pub const fn ends_in_percents(self) -> (u16, u16) {
        (self.low / 10, self.high.div_ceil(10))
    }

    fn in_parts(self, parts: u16) -> u16 {
        let (count, of) = (u128::from(self.count), u128::from(self.of));
        let doubled = u128::from(parts) * 2;
        u16::try_from((count * doubled + of) / (of * 2)).unwrap_or(parts)
    }
}

/// Both ends, in thousandths.
#[expect(
    clippy::cast_precision_loss,
    reason = "answers are counted in millions, far below 2⁵³"
)]
fn interval(count: u64, of: u64) -> (f64, f64) {
    let (n, share) = (of as f64, count as f64 / of as f64);
    let square = SURE * SURE;
    let middle = share + square / (2.0 * n);
    let spread = SURE * (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
    let whole = 1.0 + square / n;
    let end = |value: f64| (value / whole).clamp(0.0, 1.0) * 1000.0;
    // At none and at all, the ends are exact; floating-point numbers are not.
    let low = if count == 0 {
        0.0
    } else {
        end(middle - spread)
    };
    let high = if count == of {
        1000.0
    } else {
        end(middle + spread)
    };
    (low, high)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and 1000"
)]
const fn thousandths(value: f64) -> u16 {
    value as u16
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nobody_answered_is_no_share() {
        assert_eq!(Share::new(0, 0), None);
        assert_eq!(Share::new(2, 1), None);
    }

    #[test]
    fn ten_of_ten_does_not_mean_everybody() {
        // Known answer: 10/10 gives 72.25 % to 100 %.
        let all = Share::new(10, 10).unwrap();
        assert_eq!((all.low, all.high, all.thousandths()), (722, 1000, 1000));
        let none = Share::new(0, 10).unwrap();
        assert_eq!((none.low, none.high, none.thousandths()), (0, 278, 0));
    }

    #[test]
    fn a_share_is_rounded_once_and_its_ends_outwards() {
        // 45.45 %, from 21.26 % to 71.99 %.
        let share = Share::new(5, 11).unwrap();
        assert_eq!((share.thousandths(), share.percents()), (455, 45));
        assert_eq!(share.ends_in_percents(), (21, 72));
    }

    /// The same ends, found by trying: a share is plausible when what was seen is no more than 1.96 standard errors
    /// away from it.
    fn slow(count: u64, of: u64) -> (f64, f64) {
        let (n, seen) = (of as f64, count as f64 / of as f64);
        let plausible =
            |share: f64| (seen - share).abs() <= SURE * (share * (1.0 - share) / n).sqrt();
        let search = |mut outside: f64, mut inside: f64| {
            for _ in 0..200 {
                let middle = f64::midpoint(outside, inside);
                if plausible(middle) {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
            inside * 1000.0
        };
        (search(0.0, seen), search(1.0, seen))
    }

    proptest! {
        #[test]
        fn an_interval_holds_every_share_that_is_plausible(
            (count, of) in (1_u64..200_000).prop_flat_map(|of| (0..=of, Just(of))),
        ) {
            let share = Share::new(count, of).unwrap();
            let (low, high) = slow(count, of);
            prop_assert!((f64::from(share.low) - low.floor()).abs() <= 1.0, "{share:?} {low}");
            prop_assert!((f64::from(share.high) - high.ceil()).abs() <= 1.0, "{share:?} {high}");
            prop_assert!(share.low <= share.thousandths() && share.thousandths() <= share.high);
            let (least, most) = share.ends_in_percents();
            prop_assert!(least <= share.percents() && share.percents() <= most && most <= 100);
            let exact = count as f64 * 100.0 / of as f64;
            prop_assert!((f64::from(share.percents()) - exact).abs() <= 0.5 + 1e-9);
        }

        #[test]
        fn more_answers_are_surer(count in 0_u64..100, rest in 0_u64..100, times in 2_u64..50) {
            prop_assume!(count + rest > 0);
            let few = Share::new(count, count + rest).unwrap();
            let many = Share::new(count * times, (count + rest) * times).unwrap();
            prop_assert!(many.high - many.low <= few.high - few.low);
            prop_assert_eq!(many.thousandths(), few.thousandths());
        }
    }
}
