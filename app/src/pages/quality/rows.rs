//! Lines of the tables.

use domain::{
    delays::Spread,
    quality::{Figures, Measure, Point, Share, Tally},
    survey::Subject,
};
use leptos::prelude::*;

use crate::{components::FigureRow, t};

/// A share in whole percents.
pub(super) fn percent(thousandths: u16) -> String {
    let value = (u32::from(thousandths) + 5) / 10;
    t!("quality-percent", value = value.to_string())
}

/// A share, and between which ones the truth lies.
pub(super) fn share_words(share: Share) -> String {
    t!(
        "quality-share-sure",
        share = percent(share.thousandths()),
        low = percent(share.low),
        high = percent(share.high)
    )
}

/// Each point of a scale, the best first.
pub(super) fn points(tally: Tally) -> Vec<FigureRow> {
    let words = |point| match point {
        Point::Best => t!("quality-best"),
        Point::Good => t!("quality-good"),
        Point::Middle => t!("quality-middle"),
        Point::Bad => t!("quality-bad"),
        Point::Worst => t!("quality-worst"),
    };
    Point::ALL
        .into_iter()
        .rev()
        .filter_map(|point| {
            let share = Share::new(tally.at(point), tally.answers())?;
            Some(FigureRow {
                name: words(point).into_any(),
                cells: vec![percent(share.thousandths()), tally.at(point).to_string()],
            })
        })
        .collect()
}

/// Everything that is measured besides satisfaction, of such a subject: nobody waits for a decision at a place.
pub(super) fn measures(figures: &Figures) -> Vec<FigureRow> {
    let good = |measure| figures.tally(measure).good();
    let yes = |measure| figures.share(measure, |value| value == 1);
    let days = figures.days();
    let mut rows = vec![
        (t!("quality-ease"), good(Measure::Ease)),
        (t!("quality-clarity"), good(Measure::Clarity)),
        (t!("quality-pace"), good(Measure::Pace)),
        (
            t!("quality-assistive"),
            good(Measure::SatisfactionAssistive),
        ),
    ];
    let of_requests = [
        (t!("quality-in-time"), yes(Measure::InTime)),
        (
            t!("quality-answer-satisfaction"),
            good(Measure::AnswerSatisfaction),
        ),
        (t!("quality-answer-clarity"), good(Measure::AnswerClarity)),
        (t!("quality-by-phone"), yes(Measure::ReachedByPhone)),
        (t!("quality-at-counter"), yes(Measure::ReachedAtCounter)),
        (t!("quality-by-email"), yes(Measure::ReachedByEmail)),
        (
            t!("quality-mediator"),
            figures.share(Measure::Help, |value| value == 2),
        ),
    ];
    let is_place = matches!(figures.subject, Some(Subject::Place(_)));
    if !is_place {
        rows.extend(of_requests);
    }
    let delay = |name: String, days: Option<u16>, of: u64| FigureRow {
        name: name.into_any(),
        cells: vec![
            days.map_or_else(
                || t!("quality-not-enough"),
                |days| t!("quality-days", count = days),
            ),
            of.to_string(),
        ],
    };
    let spread: Option<Spread> = days.spread();
    let of = days.requests();
    let delays = [
        delay(t!("quality-half"), spread.map(|it| it.half), of),
        delay(
            t!("quality-nine-tenths"),
            spread.map(|it| it.nine_tenths),
            of,
        ),
    ];
    let shares = rows.into_iter().map(|(name, share)| FigureRow {
        name: name.into_any(),
        cells: vec![
            share.map_or_else(|| t!("quality-not-enough"), share_words),
            share.map_or(0, |share| share.of).to_string(),
        ],
    });
    if is_place {
        shares.collect()
    } else {
        delays.into_iter().chain(shares).collect()
    }
}
