//! A procedure in a list of procedures.

use std::sync::Arc;

use domain::procedure::Procedure;
use leptos::prelude::*;

use super::words_of;
use crate::paths::Path;

/// A list item: the title of the procedure as a link, then its summary.
///
/// RGAA 6.1 (the link is the title itself), 9.3 (an item of a real list: the page writes the `ul`).
#[component]
pub fn ProcedureCard(
    /// The procedure.
    procedure: Arc<Procedure>,
) -> impl IntoView {
    let href = Path::Procedure(procedure.id.clone()).here();
    view! {
        <li class="procedure-card">
            <a class="procedure-card__link" href=href>
                {words_of(&procedure.title)}
            </a>
            <p class="procedure-card__summary">{words_of(&procedure.summary)}</p>
        </li>
    }
}
