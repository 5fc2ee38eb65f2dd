//! Answers on a scale of five, counted.

use super::Share;

/// A point of a scale of five, from the worst to the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// "Very dissatisfied", "very hard".
    Worst,
    /// "Dissatisfied", "hard".
    Bad,
    /// "Neither".
    Middle,
    /// "Satisfied", "easy".
    Good,
    /// "Very satisfied", "very easy".
    Best,
}

impl Point {
    /// Every point, from the worst to the best.
    pub const ALL: [Self; 5] = [Self::Worst, Self::Bad, Self::Middle, Self::Good, Self::Best];

    /// From 1 for the worst to 5 for the best.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Value of the choice in a questionnaire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Worst => "worst",
            Self::Bad => "bad",
            Self::Middle => "middle",
            Self::Good => "good",
            Self::Best => "best",
        }
    }

    /// The point of a value; `None` for any other word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|point| point.name() == name)
    }

    /// The point of a number from 1 to 5; `None` for any other.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|point| u16::from(point.number()) == number)
    }
}

/// How often each point was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally([u64; 5]);

impl Tally {
    /// Counts one more answer.
    pub const fn add(&mut self, point: Point) {
        self.0[point as usize] += 1;
    }

    /// Counts so many answers more.
    pub const fn add_many(&mut self, point: Point, answers: u64) {
        self.0[point as usize] += answers;
    }

    /// Both together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
        self
    }

    /// Answers at a point.
    #[must_use]
    pub const fn at(self, point: Point) -> u64 {
        self.0[point as usize]
    }

    /// All answers.
    #[must_use]
    pub fn answers(self) -> u64 {
        self.0.iter().sum()
    }

    /// The share of the two best points: satisfied, or found it easy.
    #[must_use]
    pub fn good(self) -> Option<Share> {
        self.share(&[Point::Good, Point::Best])
    }

    /// The share of some points together.
    #[must_use]
    pub fn share(self, points: &[Point]) -> Option<Share> {
        let count = points.iter().map(|point| self.at(*point)).sum();
        Share::new(count, self.answers())
    }

    /// The mean from 1 to 5, in hundredths, to the nearest.
    #[must_use]
    pub fn mean(self) -> Option<u16> {
        let answers = u128::from(self.answers());
        let weigh = |point: Point| u128::from(self.at(point)) * u128::from(point.number());
        let sum: u128 = Point::ALL.into_iter().map(weigh).sum();
        let mean = (sum * 200 + answers).checked_div(answers * 2)?;
        u16::try_from(mean).ok()
    }
}

impl FromIterator<Point> for Tally {
    fn from_iter<I: IntoIterator<Item = Point>>(points: I) -> Self {
        let mut tally = Self::default();
        for point in points {
            tally.add(point);
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, sample::select};

    use super::*;

    #[test]
    fn without_answers_there_is_no_mean_and_no_share() {
        assert_eq!(Tally::default().mean(), None);
        assert_eq!(Tally::default().good(), None);
    }

    proptest! {
        #[test]
        fn a_tally_kept_answer_by_answer_is_that_of_the_whole_list(
            kept in prop::collection::vec(select(&Point::ALL[..]), 0..300),
        ) {
            let mut tally = Tally::default();
            for point in &kept {
                tally.add(*point);
            }
            prop_assert_eq!(tally.answers(), kept.len() as u64);
            for point in Point::ALL {
                let slow = kept.iter().filter(|it| **it == point).count();
                prop_assert_eq!(tally.at(point), slow as u64);
            }
            let good = kept.iter().filter(|point| **point >= Point::Good).count();
            let share = Share::new(good as u64, kept.len() as u64);
            prop_assert_eq!(tally.good(), share);
            let mean = tally.mean().map(f64::from);
            let sum: f64 = kept.iter().map(|point| f64::from(point.number())).sum();
            match mean {
                None => prop_assert!(kept.is_empty()),
                Some(mean) => {
                    prop_assert!((mean - sum * 100.0 / kept.len() as f64).abs() <= 0.5 + 1e-9);
                }
            }
        }

        #[test]
        fn the_points_of_a_scale_share_the_whole_as_they_were_answered(
            counts in prop::array::uniform5(0_u64..1_000_000),
        ) {
            prop_assume!(counts.iter().sum::<u64>() > 0);
            let tally = Tally(counts);
            let shares = Point::ALL.map(|point| tally.share(&[point]).unwrap());
            let length = |share: Share| i32::from(share.thousandths());
            let sum: i32 = shares.into_iter().map(length).sum();
            // Each of the five is rounded by half a thousandth at most.
            prop_assert!((998..=1002).contains(&sum), "{}", sum);
            for (share, count) in shares.into_iter().zip(counts) {
                let exact = count as f64 * 1000.0 / counts.iter().sum::<u64>() as f64;
                prop_assert!((f64::from(share.thousandths()) - exact).abs() <= 0.5 + 1e-9);
            }
            prop_assert_eq!(tally.share(&Point::ALL).unwrap().thousandths(), 1000);
        }

        #[test]
        fn two_tallies_together_count_everybody_once(
            some in prop::collection::vec(select(&Point::ALL[..]), 0..50),
            others in prop::collection::vec(select(&Point::ALL[..]), 0..50),
        ) {
            let apart: Tally = some.iter().copied().collect();
            let together = apart.and(others.iter().copied().collect());
            prop_assert_eq!(together, some.into_iter().chain(others).collect());
        }
    }
}
