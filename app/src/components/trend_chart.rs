//! A share month after month, with how sure one can be of each.

use domain::quality::Share;
use leptos::prelude::*;

use super::chart::{ChartWords, along, framed};
use crate::{l10n::plain, t};

/// One month.
pub struct TrendMonth {
    /// Its name, with its value in words, or why there is none.
    pub words: String,
    /// What is known of it; nothing is drawn otherwise.
    pub share: Option<Share>,
}

/// One line for each month, the oldest first: a dot for the share, a stroke for its interval. Nothing joins the months: nobody
/// knows what lies between, least of all where a month has no figure.
///
/// RGAA 3.1 (each month says its value), 3.3 (dots, strokes and marks of the scale at 3:1, also with forced colours).
#[component]
pub fn TrendChart(
    /// Beginning of its identifiers.
    id: &'static str,
    /// Identifier of the table that holds the same figures.
    table: &'static str,
    /// What is said around it.
    words: ChartWords,
    /// Every month, those without figure among them.
    months: Vec<TrendMonth>,
) -> impl IntoView {
    let rows = months
        .into_iter()
        .map(|TrendMonth { words, share }| {
            view! {
                <div class="chart__row">
                    <span class="chart__words">{words}</span>
                    {share.map(line)}
                </div>
            }
        })
        .collect_view();
    let scale = ["0", "50", "100"]
        .map(|value| view! { <span>{plain(&t!("quality-percent", value = value))}</span> })
        .collect_view();
    let rows = view! {
        <div class="chart__row">
            <span class="chart__words"></span>
            <span class="chart__scale">{scale}</span>
        </div>
        {rows}
    };
    framed(id, table, words, rows.into_any())
}

/// Marks at none, half and all; over them the interval with its ends, and the share.
fn line(share: Share) -> impl IntoView {
    let upright = |class: &'static str, place: String| {
        view! { <line class=class x1=place.clone() x2=place y1="25%" y2="75%"></line> }
    };
    let marks = [0, 500, 1000]
        .map(|place| upright("chart__mark", along(place)))
        .collect_view();
    let (low, high) = (along(share.low), along(share.high));
    view! {
        <svg class="chart__line" aria-hidden="true">
            {marks}
            <line x1=low.clone() x2=high.clone() y1="50%" y2="50%"></line>
            {upright("chart__end", low)}
            {upright("chart__end", high)}
            <circle cx=along(share.thousandths()) cy="50%" r=".375em"></circle>
        </svg>
    }
}
