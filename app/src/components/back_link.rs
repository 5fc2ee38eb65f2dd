//! The link that goes one page back, named after where it goes.

use leptos::prelude::*;

use crate::t;

/// "Retour à : votre situation". Stands above the title (accessibility reference, 4.4).
///
/// RGAA 6.1 (the link says where it goes without its context), WCAG 2.5.8 (44 px high).
#[component]
pub fn BackLink(
    /// Address of the page before.
    href: String,
    /// Name of that page.
    to: String,
) -> impl IntoView {
    view! {
        <p class="back-link">
            <a class="back-link__link" href=href>
                {t!("back-link", page = to)}
            </a>
        </p>
    }
}
