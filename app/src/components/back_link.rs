//! The link that goes one page back, named after where it goes.

use domain::text::Text;
use leptos::prelude::*;

use super::message_with;
use crate::t;

/// Name of the page that a link goes back to.
pub enum PageName {
    /// In the words of the portal.
    Said(String),
    /// A title of the catalogue, whose translation may be missing.
    Title(Text),
}

impl From<String> for PageName {
    fn from(words: String) -> Self {
        Self::Said(words)
    }
}

impl From<Text> for PageName {
    fn from(title: Text) -> Self {
        Self::Title(title)
    }
}

/// "Retour à : votre situation". Stands above the title (accessibility reference, 4.4).
///
/// RGAA 6.1 (the link says where it goes without its context), WCAG 2.5.8 (44 px high).
#[component]
pub fn BackLink(
    /// Address of the page before.
    href: String,
    /// Name of that page.
    #[prop(into)]
    to: PageName,
) -> impl IntoView {
    let label = |page: String| t!("back-link", page = page);
    let label = match to {
        PageName::Said(page) => label(page).into_any(),
        PageName::Title(title) => message_with(&title, label),
    };
    view! {
        <p class="back-link">
            <a class="back-link__link" href=href>
                {label}
            </a>
        </p>
    }
}
