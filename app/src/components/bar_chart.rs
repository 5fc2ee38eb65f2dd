//! Shares of a whole as bars, one for each answer that could be given.

use domain::quality::Share;
use leptos::prelude::*;

use super::chart::{ChartWords, along, framed};

/// One bar.
pub struct Bar {
    /// What it stands for, with its value in words.
    pub words: String,
    /// How long it is, of the whole.
    pub share: Share,
}

/// Horizontal bars that begin where lines of text begin; the frame around each is the whole.
///
/// RGAA 3.1 (the value is written beside its bar), 3.3 (bars and frames at 3:1, also with forced colours).
#[component]
pub fn BarChart(
    /// Beginning of its identifiers.
    id: &'static str,
    /// Identifier of the table that holds the same figures.
    table: &'static str,
    /// What is said around it.
    words: ChartWords,
    /// The bars, in the order of the table.
    bars: Vec<Bar>,
) -> impl IntoView {
    let rows = bars
        .into_iter()
        .map(|Bar { words, share }| {
            let length = along(share.thousandths());
            view! {
                <div class="chart__row">
                    <span class="chart__words">{words}</span>
                    <svg class="chart__line chart__line--whole" aria-hidden="true">
                        <rect width=length height="100%"></rect>
                    </svg>
                </div>
            }
        })
        .collect_view();
    framed(id, table, words, rows.into_any())
}
