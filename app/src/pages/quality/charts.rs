//! Charts beside the tables, and what they tell in words.

use domain::quality::{MonthShare, Point, Tally, Trend};
use leptos::prelude::*;

use super::rows::{point_words, share_alone};
use crate::{
    components::{Bar, BarChart, ChartWords, TrendChart, TrendMonth},
    l10n::{locale, month_year},
    t,
};

/// Identifiers of the tables that say the same.
pub(super) const SATISFACTION: &str = "satisfaction-table";
pub(super) const TREND: &str = "trend-table";

/// Each point of the scale, the best first, as in the table; nothing when nobody answered.
pub(super) fn satisfaction_chart(tally: Tally) -> Option<AnyView> {
    let share = |points: &[Point]| tally.share(points).map(share_alone);
    let said = t!(
        "quality-bars-said",
        good = share(&[Point::Good, Point::Best])?,
        middle = share(&[Point::Middle])?,
        bad = share(&[Point::Bad, Point::Worst])?
    );
    let bars = Point::ALL.into_iter().rev().filter_map(|point| {
        let share = tally.share(&[point])?;
        let words = t!(
            "quality-bar",
            name = point_words(point),
            share = share_alone(share)
        );
        Some(Bar { words, share })
    });
    let words = ChartWords {
        title: t!("quality-bars-title"),
        said,
        key: None,
    };
    let bars = bars.collect();
    let view = view! { <BarChart id="satisfaction-chart" table=SATISFACTION words bars/> };
    Some(view.into_any())
}

/// Month by month, empty ones among them.
pub(super) fn trend_chart(trend: &Trend) -> AnyView {
    let months = trend.months.iter().map(|(month, share)| {
        let month = month_year(locale(), *month);
        let words = match share {
            Some(share) => t!(
                "quality-trend-month",
                month = month,
                share = share_alone(*share),
                count = share.of
            ),
            None => t!("quality-trend-empty", month = month),
        };
        TrendMonth {
            words,
            share: *share,
        }
    });
    let words = ChartWords {
        title: t!("quality-trend-title"),
        said: trend_words(trend),
        key: Some(t!("quality-trend-key")),
    };
    let months = months.collect();
    view! { <TrendChart id="trend-chart" table=TREND words months/> }.into_any()
}

/// From where to where, whether that is sure, what lies lower or higher in between, and how much is missing.
fn trend_words(trend: &Trend) -> String {
    let month = |at: MonthShare| month_year(locale(), at.month);
    let (first, last) = (trend.first, trend.last);
    let (from, to) = (share_alone(first.share), share_alone(last.share));
    let (since, until) = (month(first), month(last));
    let mut sentences = Vec::new();
    if from == to {
        sentences.push(t!(
            "quality-trend-same",
            share = from,
            since = since,
            until = until
        ));
    } else {
        sentences.push(t!(
            "quality-trend-changed",
            first = from,
            since = since,
            last = to,
            until = until
        ));
        if !trend.is_sure() {
            sentences.push(t!("quality-trend-unsure"));
        }
    }
    // What an end says already is not said again.
    let is_an_end = |at: MonthShare| {
        let mut ends = [first, last].into_iter();
        ends.any(|end| end.share.percents() == at.share.percents())
    };
    let (lowest, highest) = (trend.lowest, trend.highest);
    if !is_an_end(lowest) {
        let share = share_alone(lowest.share);
        sentences.push(t!(
            "quality-trend-lowest",
            share = share,
            month = month(lowest)
        ));
    }
    if !is_an_end(highest) {
        let share = share_alone(highest.share);
        sentences.push(t!(
            "quality-trend-highest",
            share = share,
            month = month(highest)
        ));
    }
    if trend.unknown() > 0 {
        sentences.push(t!("quality-trend-unknown", count = trend.unknown()));
    }
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use domain::locale::Locale;
    use jiff::civil::{Date, date};

    use super::*;
    use crate::l10n::plain;

    fn told(locale: Locale, months: &[(Date, u64, u64)]) -> String {
        let tallies = months.iter().map(|(month, good, bad)| {
            let mut tally = Tally::default();
            tally.add_many(Point::Best, *good);
            tally.add_many(Point::Worst, *bad);
            (*month, tally)
        });
        let trend = Trend::new(&tallies.collect::<Vec<_>>()).unwrap();
        Owner::new().with(|| {
            provide_context(locale);
            plain(&trend_words(&trend)).replace('\u{a0}', " ")
        })
    }

    #[test]
    fn the_ends_are_told_and_what_lies_beyond_them() {
        let months = [
            (date(2026, 3, 1), 79, 31),
            (date(2026, 4, 1), 55, 55),
            (date(2026, 5, 1), 109, 1),
            (date(2026, 8, 1), 100, 10),
        ];
        assert_eq!(
            told(Locale::English, &months),
            "From 72% in March 2026 to 91% in August 2026. The lowest: 50% in April 2026. \
             The highest: 99% in May 2026. 2 months stay empty, for lack of answers."
        );
        assert_eq!(
            told(Locale::French, &months),
            "De 72 % en mars 2026 à 91 % en août 2026. Le plus bas : 50 % en avril 2026. \
             Le plus haut : 99 % en mai 2026. 2 mois restent vides, faute de réponses."
        );
    }

    #[test]
    fn a_difference_that_may_be_chance_is_said_to_be_so() {
        let months = [(date(2026, 3, 1), 8, 3), (date(2026, 4, 1), 10, 1)];
        assert_eq!(
            told(Locale::French, &months),
            "De 73 % en mars 2026 à 91 % en avril 2026. \
             L’écart entre ces deux mois est peut-être dû au hasard."
        );
    }

    #[test]
    fn a_month_that_is_as_high_as_an_end_is_not_told_apart() {
        let months = [
            (date(2026, 3, 1), 5, 6),
            (date(2026, 4, 1), 11, 0),
            (date(2026, 5, 1), 5, 6),
            (date(2026, 6, 1), 22, 0),
        ];
        assert_eq!(
            told(Locale::English, &months),
            "From 45% in March 2026 to 100% in June 2026."
        );
    }

    #[test]
    fn months_that_say_the_same_are_told_once() {
        let months = [(date(2026, 3, 1), 8, 3), (date(2026, 5, 1), 16, 6)];
        assert_eq!(
            told(Locale::Arabic, &months),
            "73% في مارس 2026 كما في مايو 2026. يبقى شهر واحد فارغًا لقلة الإجابات."
        );
    }
}
