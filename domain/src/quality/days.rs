//! Delays in days, counted.

use std::collections::BTreeMap;

use crate::delays::Spread;

/// How many requests took how many days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Days(BTreeMap<u16, u64>);

impl Days {
    /// Counts one more request.
    pub fn add(&mut self, days: u16) {
        *self.0.entry(days).or_default() += 1;
    }

    /// Counts so many requests more.
    pub fn add_many(&mut self, days: u16, requests: u64) {
        if requests > 0 {
            *self.0.entry(days).or_default() += requests;
        }
    }

    /// All requests.
    #[must_use]
    pub fn requests(&self) -> u64 {
        self.0.values().sum()
    }

    /// Requests that took at most so many days.
    #[must_use]
    pub fn within(&self, days: u16) -> u64 {
        self.0.range(..=days).map(|(_, count)| count).sum()
    }

    /// The days within which half and nine in ten of the requests ended; `None` when there are none.
    #[must_use]
    pub fn spread(&self) -> Option<Spread> {
        let all = self.requests();
        let within = |tenths: u64| {
            let wanted = (all * tenths).div_ceil(10);
            let mut so_far = 0;
            self.0.iter().find_map(|(days, count)| {
                so_far += count;
                (so_far >= wanted).then_some(*days)
            })
        };
        Some(Spread {
            half: within(5)?,
            nine_tenths: within(9)?,
        })
    }
}

impl FromIterator<u16> for Days {
    fn from_iter<I: IntoIterator<Item = u16>>(days: I) -> Self {
        let mut counted = Self::default();
        for days in days {
            counted.add(days);
        }
        counted
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn without_requests_there_is_no_delay() {
        assert_eq!(Days::default().spread(), None);
    }

    proptest! {
        #[test]
        fn delays_kept_one_by_one_spread_as_the_whole_list_does(
            days in prop::collection::vec(0_u16..400, 10..300),
            announced in 0_u16..400,
        ) {
            let counted: Days = days.iter().copied().collect();
            prop_assert_eq!(counted.requests(), days.len() as u64);
            let in_time = days.iter().filter(|taken| **taken <= announced).count();
            prop_assert_eq!(counted.within(announced), in_time as u64);
            prop_assert_eq!(counted.spread(), Spread::of(days));
        }
    }
}
