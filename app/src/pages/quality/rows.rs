//! Lines of the tables.

use domain::{
    delays::Spread,
    quality::{Figures, Measure, Point, Share, Tally},
};
use leptos::prelude::*;

use crate::{components::FigureRow, l10n::plain, t};

/// Whole percents; the sign stands on the same side of the number wherever that is written.
fn percent(value: u16) -> String {
    plain(&t!("quality-percent", value = value.to_string()))
}

/// A share.
pub(super) fn share_alone(share: Share) -> String {
    percent(share.percents())
}

/// Between which ones the truth lies.
pub(super) fn share_ends(share: Share) -> (String, String) {
    let (low, high) = share.ends_in_percents();
    (percent(low), percent(high))
}

/// A share, and between which ones the truth lies.
pub(super) fn share_words(share: Share) -> String {
    let (low, high) = share_ends(share);
    t!(
        "quality-share-sure",
        share = share_alone(share),
        low = low,
        high = high
    )
}

/// A point of a scale.
pub(super) fn point_words(point: Point) -> String {
    match point {
        Point::Best => t!("quality-best"),
        Point::Good => t!("quality-good"),
        Point::Middle => t!("quality-middle"),
        Point::Bad => t!("quality-bad"),
        Point::Worst => t!("quality-worst"),
    }
}

/// Each point of a scale, the best first.
pub(super) fn points(tally: Tally) -> Vec<FigureRow> {
    Point::ALL
        .into_iter()
        .rev()
        .filter_map(|point| {
            let share = tally.share(&[point])?;
            Some(FigureRow {
                name: point_words(point).into_any(),
                cells: vec![share_alone(share), tally.at(point).to_string()],
            })
        })
        .collect()
}

/// A line of the table of measures.
pub(super) struct Line {
    /// What is measured.
    pub(super) measure: Measure,
    /// Its name.
    pub(super) name: String,
    /// What came out, in words.
    pub(super) result: String,
    /// Of how many.
    pub(super) of: u64,
}

/// Where the line of a measure stands in its page.
pub(super) fn anchor(measure: Measure) -> String {
    format!("mesure-{}", measure.name())
}

/// Everything that is measured besides satisfaction, of such a subject: nobody waits for a decision at a place.
pub(super) fn lines(figures: &Figures) -> Vec<Line> {
    let good = |measure| figures.tally(measure).good();
    let yes = |measure| figures.share(measure, |value| value == 1);
    let days = figures.days();
    let spread: Option<Spread> = days.spread();
    let delay = |name: String, days_taken: Option<u16>| Line {
        measure: Measure::DaysTaken,
        name,
        result: days_taken.map_or_else(
            || t!("quality-not-enough"),
            |days| t!("quality-days", count = days),
        ),
        of: days.requests(),
    };
    let share = |measure, name: String, share: Option<Share>| Line {
        measure,
        name,
        result: share.map_or_else(|| t!("quality-not-enough"), share_words),
        of: share.map_or(0, |share| share.of),
    };
    let scale = |measure, name| share(measure, name, good(measure));
    let asked = |measure, name| share(measure, name, yes(measure));
    let by_mediator = figures.share(Measure::Help, |value| value == 2);
    let lines = [
        delay(t!("quality-half"), spread.map(|it| it.half)),
        delay(t!("quality-nine-tenths"), spread.map(|it| it.nine_tenths)),
        scale(Measure::Ease, t!("quality-ease")),
        scale(Measure::Clarity, t!("quality-clarity")),
        scale(Measure::Pace, t!("quality-pace")),
        scale(Measure::SatisfactionAssistive, t!("quality-assistive")),
        asked(Measure::InTime, t!("quality-in-time")),
        scale(
            Measure::AnswerSatisfaction,
            t!("quality-answer-satisfaction"),
        ),
        scale(Measure::AnswerClarity, t!("quality-answer-clarity")),
        asked(Measure::ReachedByPhone, t!("quality-by-phone")),
        asked(Measure::ReachedAtCounter, t!("quality-at-counter")),
        asked(Measure::ReachedByEmail, t!("quality-by-email")),
        share(Measure::Help, t!("quality-mediator"), by_mediator),
        asked(Measure::PageClear, t!("quality-page-clear")),
    ];
    let shown = |line: &Line| line.measure.is_shown_of(figures.subject.as_ref());
    lines.into_iter().filter(shown).collect()
}

/// The same as rows; the first of each measure can be linked to.
pub(super) fn measures(figures: &Figures) -> Vec<FigureRow> {
    let mut last = None;
    let row = |line: Line| {
        let is_first = last.replace(line.measure) != Some(line.measure);
        let name = if is_first {
            view! { <span id=anchor(line.measure)>{line.name}</span> }.into_any()
        } else {
            line.name.into_any()
        };
        FigureRow {
            name,
            cells: vec![line.result, line.of.to_string()],
        }
    };
    lines(figures).into_iter().map(row).collect()
}
