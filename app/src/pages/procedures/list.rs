//! Lists of procedures and the search form: shared by home, themes and results.

use std::sync::Arc;

use domain::procedure::Procedure;
use leptos::prelude::*;

use crate::{
    components::{ProcedureCard, Submit},
    paths::Path,
    t,
};

/// Procedures as a list of links with their summaries.
#[component]
pub fn ProcedureList(
    /// Procedures in the order to show.
    procedures: Vec<Arc<Procedure>>,
) -> impl IntoView {
    let cards = procedures
        .into_iter()
        .map(|procedure| view! { <ProcedureCard procedure/> })
        .collect::<Vec<_>>();
    (!cards.is_empty()).then(|| view! { <ul class="procedure-list">{cards}</ul> })
}

/// Search among procedures: a GET form with a visible label and a named button.
#[component]
pub fn Search(
    /// What was searched for.
    query: String,
) -> impl IntoView {
    view! {
        <form id="recherche" class="search" role="search" method="get" action=Path::Procedures.here() tabindex="-1">
            <div class="field">
                <label class="field__label" for="f-q">{t!("search-label")}</label>
                <input class="field__control" type="search" id="f-q" name="q" value=query/>
            </div>
            <Submit label=t!("search-button")/>
        </form>
    }
}
