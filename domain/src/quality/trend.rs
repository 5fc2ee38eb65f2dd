//! How satisfaction moved from month to month: what a drawing of it shows, and what is said of it in words.

use jiff::{ToSpan, civil::Date};

use super::{Share, Tally};

/// Most months of a trend: figures are those of a year.
const LONGEST: usize = 12;

/// Satisfaction over several months, of which the first and the last are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// Every month from the first to the last. Without a share: too few answered, and nothing is known of it.
    pub months: Vec<(Date, Option<Share>)>,
    /// The oldest one that is known.
    pub first: MonthShare,
    /// The latest one.
    pub last: MonthShare,
    /// The one of the smallest share; the oldest of those that are alike.
    pub lowest: MonthShare,
    /// The one of the largest share; the oldest of those that are alike.
    pub highest: MonthShare,
}

/// What is known of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthShare {
    /// First day of the month.
    pub month: Date,
    /// Those who are satisfied.
    pub share: Share,
}

impl Trend {
    /// The trend of the tallies of some months, in any order; `None` when fewer than two of the last twelve are known.
    #[must_use]
    pub fn new(tallies: &[(Date, Tally)]) -> Option<Self> {
        let tally_of = |month: Date| {
            let same = tallies
                .iter()
                .filter(|(day, _)| day.first_of_month() == month);
            same.fold(Tally::default(), |sum, (_, tally)| sum.and(*tally))
        };
        let known = tallies.iter().filter(|(_, tally)| tally.answers() > 0);
        let latest = known.map(|(day, _)| day.first_of_month()).max()?;
        let back = (0..LONGEST).filter_map(|ago| {
            let ago = i64::try_from(ago).ok()?;
            latest.checked_sub(ago.months()).ok()
        });
        let mut months: Vec<_> = back.map(|month| (month, tally_of(month).good())).collect();
        while months.pop_if(|(_, share)| share.is_none()).is_some() {}
        months.reverse();
        let known = months.iter().filter_map(|(month, share)| {
            share.map(|share| MonthShare {
                month: *month,
                share,
            })
        });
        let (first, last) = (known.clone().next()?, known.clone().next_back()?);
        let one_month = first.month == last.month;
        // Of those that are alike, `min_by` keeps the first and `max_by` the last.
        let lowest = known.clone().min_by(compare)?;
        let highest = known.rev().max_by(compare)?;
        (!one_month).then_some(Self {
            months,
            first,
            last,
            lowest,
            highest,
        })
    }

    /// Months between the first and the last of which nothing is known.
    #[must_use]
    pub fn unknown(&self) -> usize {
        let unknown = self.months.iter().filter(|(_, share)| share.is_none());
        unknown.count()
    }

    /// Whether the first month differs from the last by more than chance explains: their intervals lie apart.
    #[must_use]
    pub const fn is_sure(&self) -> bool {
        let (first, last) = (self.first.share, self.last.share);
        first.high < last.low || last.high < first.low
    }
}

/// By share, exactly: what is rounded alike may differ.
fn compare(one: &MonthShare, other: &MonthShare) -> std::cmp::Ordering {
    let crossed = |this: &MonthShare, that: &MonthShare| {
        u128::from(this.share.count) * u128::from(that.share.of)
    };
    crossed(one, other).cmp(&crossed(other, one))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::quality::Point;

    fn tally(good: u64, bad: u64) -> Tally {
        let mut tally = Tally::default();
        tally.add_many(Point::Good, good);
        tally.add_many(Point::Bad, bad);
        tally
    }

    #[test]
    fn one_month_is_no_trend() {
        let march = date(2026, 3, 1);
        assert_eq!(Trend::new(&[]), None);
        assert_eq!(Trend::new(&[(march, tally(9, 2))]), None);
        let empty = (date(2026, 4, 1), Tally::default());
        assert_eq!(Trend::new(&[(march, tally(9, 2)), empty]), None);
        let long_ago = (date(2025, 3, 1), tally(9, 2));
        assert_eq!(Trend::new(&[long_ago, (march, tally(9, 2))]), None);
    }

    #[test]
    fn a_month_of_which_too_few_said_something_stays_empty() {
        let (december, march) = (date(2025, 12, 1), date(2026, 3, 1));
        let trend = Trend::new(&[(march, tally(9, 2)), (december, tally(11, 0))]).unwrap();
        let known: Vec<_> = trend.months.iter().map(|it| it.1.is_some()).collect();
        assert_eq!(known, [true, false, false, true]);
        assert_eq!(trend.unknown(), 2);
        assert_eq!(trend.months[1].0, date(2026, 1, 1));
        assert_eq!((trend.first.month, trend.last.month), (december, march));
        assert_eq!((trend.highest.month, trend.lowest.month), (december, march));
    }

    #[test]
    fn of_months_that_are_alike_the_oldest_is_named() {
        let at = |month, tally| (date(2026, month, 1), tally);
        let tallies = [
            at(3, tally(8, 3)),
            at(4, tally(16, 6)),
            at(5, tally(11, 0)),
            at(6, tally(22, 0)),
        ];
        let trend = Trend::new(&tallies).unwrap();
        assert_eq!(trend.lowest.month, date(2026, 3, 1));
        assert_eq!(trend.highest.month, date(2026, 5, 1));
    }

    #[test]
    fn eleven_answers_are_not_enough_to_be_sure_that_something_changed() {
        let at = |month, tally| (date(2026, month, 1), tally);
        let few = Trend::new(&[at(3, tally(8, 3)), at(4, tally(10, 1))]).unwrap();
        assert!(!few.is_sure());
        let many = Trend::new(&[at(3, tally(80, 30)), at(4, tally(100, 10))]).unwrap();
        assert!(many.is_sure());
        let worse = Trend::new(&[at(3, tally(100, 10)), at(4, tally(80, 30))]).unwrap();
        assert!(worse.is_sure());
    }

    proptest! {
        #[test]
        fn a_trend_shows_every_month_once_and_names_the_ends(
            said in prop::collection::vec((-20_i32..20, 0_u64..200, 0_u64..200), 0..30),
        ) {
            let start = date(2026, 5, 1);
            let month = |after: i32| start.checked_add(after.months()).unwrap();
            let tallies: Vec<_> = said.iter().map(|it| (month(it.0), tally(it.1, it.2))).collect();
            let sum = |after: i32| {
                let of_month = said.iter().filter(|it| it.0 == after);
                of_month.fold((0, 0), |(good, all), it| (good + it.1, all + it.1 + it.2))
            };
            let latest = (-20..20).rev().find(|after| sum(*after).1 > 0);
            let expected: Vec<i32> = latest.map_or_else(Vec::new, |latest| {
                (latest - 11..=latest).filter(|after| sum(*after).1 > 0).collect()
            });
            let Some(trend) = Trend::new(&tallies) else {
                prop_assert!(expected.len() < 2, "{:?}", expected);
                return Ok(());
            };
            let (first, last) = (expected[0], expected[expected.len() - 1]);
            prop_assert_eq!((trend.first.month, trend.last.month), (month(first), month(last)));
            prop_assert_eq!(trend.months.len(), (last - first + 1) as usize);
            for (at, (shown, share)) in trend.months.iter().enumerate() {
                let after = first + at as i32;
                prop_assert_eq!(*shown, month(after));
                let (good, all) = sum(after);
                prop_assert_eq!(*share, Share::new(good, all));
                if let Some(share) = share {
                    let (low, at, high) = (share.low, share.thousandths(), share.high);
                    prop_assert!(low <= at && at <= high && high <= 1000);
                    prop_assert!(trend.lowest.share.thousandths() <= at);
                    prop_assert!(at <= trend.highest.share.thousandths());
                }
            }
            prop_assert_eq!(trend.unknown(), trend.months.len() - expected.len());
        }
    }
}
