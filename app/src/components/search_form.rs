//! The search among procedures.

use leptos::prelude::*;

use super::Submit;
use crate::t;

/// One line to type in and a named button, as a GET form: it works without JavaScript, and the address of the
/// results can be kept. An empty search is not wrong, so the label says no need.
///
/// RGAA 11.1 and 11.4 (visible label above), 11.9 (the button says what it does), 12.7 (target of a skip link).
#[component]
pub fn SearchForm(
    /// What was searched for.
    query: String,
    /// Address of the results.
    action: String,
) -> impl IntoView {
    view! {
        <form id="recherche" class="search" role="search" method="get" action=action tabindex="-1">
            <div class="field">
                <label class="field__label" for="f-q">
                    {t!("search-label")}
                </label>
                <input class="field__control" type="search" id="f-q" name="q" value=query />
            </div>
            <Submit label=t!("search-button") />
        </form>
    }
}
