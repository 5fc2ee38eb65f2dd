//! What stands under every page of a draft.

use domain::procedure::Service;
use leptos::prelude::*;

use super::ServiceContact;
use crate::t;

/// Until when the draft is kept, how to go on elsewhere, how to erase it, whom to call.
///
/// RGAA 9.1 (a section with its heading), 6.1 (the link says what it erases), 12.4 and 12.5 (help at the same place
/// on every page).
#[component]
pub fn DraftFooter(
    /// Last day that the draft is kept, in words.
    until: String,
    /// Address of the page that erases it.
    erase: String,
    /// Address of the page that hands it over; `None` for a correction, which goes with its request.
    elsewhere: Option<String>,
    /// Service in charge of the procedure.
    service: Service,
) -> impl IntoView {
    view! {
        <section class="draft-footer" aria-labelledby="draft-kept">
            <h2 id="draft-kept">{t!("draft-kept-title")}</h2>
            <p>{t!("draft-kept-text", until = until)}</p>
            {elsewhere.map(|href| view! { <p><a href=href>{t!("hand-over-link-draft")}</a></p> })}
            <p>
                <a href=erase>{t!("draft-erase-link")}</a>
            </p>
        </section>
        <ServiceContact service=service />
    }
}
