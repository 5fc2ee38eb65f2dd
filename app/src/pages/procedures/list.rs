//! Lists of procedures: shared by home, themes and results.

use std::sync::Arc;

use domain::procedure::Procedure;
use leptos::prelude::*;

use crate::components::ProcedureCard;

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
