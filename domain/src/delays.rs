//! How long past requests of a procedure took, and what that lets a resident expect.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Fewest finished requests that say something about the next one.
const FEWEST: usize = 10;

/// The time between sending and decision, over the requests that ended in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Delays {
    /// First day of the period.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub since: Date,
    /// Last day of the period.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub until: Date,
    /// Requests that ended in the period.
    pub requests: u32,
    /// How they spread; absent when they are too few to say anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spread: Option<Spread>,
}

/// How a set of times spreads, in calendar days, rounded up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Spread {
    /// Half took at most so many days.
    pub half: u16,
    /// Nine in ten took at most so many days.
    pub nine_tenths: u16,
}

impl Spread {
    /// The spread of whole days, in any order; `None` under ten of them.
    #[must_use]
    pub fn of(mut days: Vec<u16>) -> Option<Self> {
        if days.len() < FEWEST {
            return None;
        }
        days.sort_unstable();
        // The smallest number of days within which at least `part` tenths of the requests ended.
        let within = |part: usize| days[(days.len() * part).div_ceil(10) - 1];
        Some(Self {
            half: within(5),
            nine_tenths: within(9),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nine_past_requests_say_nothing_about_the_next_one() {
        assert_eq!(Spread::of(vec![1; 9]), None);
    }

    #[test]
    fn half_and_nine_in_ten_are_told_apart() {
        let days = vec![15, 2, 3, 4, 5, 6, 7, 8, 9, 40];
        let spread = Spread {
            half: 6,
            nine_tenths: 15,
        };
        assert_eq!(Spread::of(days), Some(spread));
    }

    proptest! {
        #[test]
        fn at_least_the_share_announced_ended_in_time(days in prop::collection::vec(0_u16..400, 10..300)) {
            let spread = Spread::of(days.clone()).unwrap();
            let within = |most: u16| days.iter().filter(|taken| **taken <= most).count();
            prop_assert!(within(spread.half) * 2 >= days.len());
            prop_assert!(within(spread.nine_tenths) * 10 >= days.len() * 9);
            prop_assert!(spread.half <= spread.nine_tenths);
            prop_assert!(days.contains(&spread.half) && days.contains(&spread.nine_tenths));
        }
    }
}
