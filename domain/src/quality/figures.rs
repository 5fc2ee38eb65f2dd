//! Published figures, as they travel: sums of answers that were published together.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Days, Measure, Point, Share, Tally};
use crate::survey::Subject;

/// What is published about a subject, over the last twelve months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figures {
    /// What they are about; absent: the whole authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// First day of the first month.
    pub since: Date,
    /// The day on which they were read.
    pub until: Date,
    /// Sums over the whole time, by measure and by value.
    pub totals: Vec<Count>,
    /// Satisfaction by month, the oldest first; months without published answers are absent.
    pub months: Vec<MonthCount>,
    /// For the whole authority: each subject of which something is published, with its satisfaction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// So many observations of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Count {
    /// What was measured.
    pub measure: Measure,
    /// The value: see the measure.
    pub value: u16,
    /// How many.
    pub count: u64,
}

/// The same in one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MonthCount {
    /// First day of the month.
    pub month: Date,
    /// The observations.
    #[serde(flatten)]
    pub count: Count,
}

/// What is published about one subject among all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Part {
    /// What it is about.
    pub subject: Subject,
    /// Its satisfaction, by group and value.
    pub totals: Vec<Count>,
}

impl Figures {
    /// Answers on a scale; for satisfaction, those of everybody.
    #[must_use]
    pub fn tally(&self, measure: Measure) -> Tally {
        tally(&self.totals, measure)
    }

    /// Satisfaction of each month, the oldest first.
    #[must_use]
    pub fn trend(&self) -> Vec<(Date, Tally)> {
        let mut trend: Vec<(Date, Tally)> = Vec::new();
        for MonthCount { month, count } in &self.months {
            let counted = tally(std::slice::from_ref(count), Measure::Satisfaction);
            match trend.last_mut() {
                Some((last, tally)) if last == month => *tally = tally.and(counted),
                _ => trend.push((*month, counted)),
            }
        }
        trend
    }

    /// The share of the observations that have one of some values.
    #[must_use]
    pub fn share(&self, measure: Measure, of: impl Fn(u16) -> bool) -> Option<Share> {
        let all = || self.totals.iter().filter(|count| count.measure == measure);
        let some = all().filter(|count| of(count.value));
        Share::new(
            some.map(|count| count.count).sum(),
            all().map(|count| count.count).sum(),
        )
    }

    /// How long requests took.
    #[must_use]
    pub fn days(&self) -> Days {
        let mut days = Days::default();
        for count in &self.totals {
            if count.measure == Measure::DaysTaken {
                days.add_many(count.value, count.count);
            }
        }
        days
    }
}

impl Part {
    /// How it went for everybody.
    #[must_use]
    pub fn satisfaction(&self) -> Tally {
        tally(&self.totals, Measure::Satisfaction)
    }
}

/// Answers on a scale. Satisfaction is that of both groups: each person is in one.
fn tally(counts: &[Count], measure: Measure) -> Tally {
    let mut tally = Tally::default();
    for count in counts {
        let both =
            measure == Measure::Satisfaction && count.measure == Measure::SatisfactionAssistive;
        if (count.measure == measure || both)
            && let Some(point) = Point::from_number(count.value)
        {
            tally.add_many(point, count.count);
        }
    }
    tally
}
