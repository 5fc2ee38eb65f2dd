//! Facts about something, as terms and their values.

use leptos::prelude::*;

/// One `dl` for all facts (one per row is noise for a screen reader: accessibility reference, 5.8).
///
/// RGAA 9.3 (a list of descriptions is one), 10.11 (one column at 320 px).
#[component]
pub fn Facts(
    /// What it is about and what is true, in order.
    facts: Vec<(String, AnyView)>,
) -> impl IntoView {
    let rows = facts
        .into_iter()
        .map(|(term, value)| {
            view! {
                <div class="facts__row">
                    <dt class="facts__term">{term}</dt>
                    <dd class="facts__value">{value}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }
}
