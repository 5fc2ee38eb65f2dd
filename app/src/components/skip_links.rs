//! The first links of every page: straight to the content, the search, the help, the question below.

use leptos::prelude::*;

use crate::{l10n::plain, t};

/// A place in the page that one may go to at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkipTarget {
    /// `#contenu`, the `main` of every page.
    Content,
    /// `#recherche`, on pages that have a search.
    Search,
    /// `#aide`, the help and contact block.
    Help,
    /// `#page-claire`, on pages that ask whether they are clear: the question comes after everything else.
    PageQuestion,
}

/// Links that show when they have the focus. Only targets that the page has are given: a dead skip link
/// fails RGAA 12.7. Swapped by the navigation module, since targets differ between pages.
///
/// RGAA 12.7 (present, first, working, visible on focus), 9.2 (named `nav`).
#[component]
pub fn SkipLinks(
    /// What this page has, in order.
    targets: Vec<SkipTarget>,
) -> impl IntoView {
    let links = targets
        .into_iter()
        .map(|target| {
            let (href, words) = match target {
                SkipTarget::Content => ("#contenu", t!("skip-content")),
                SkipTarget::Search => ("#recherche", t!("skip-search")),
                SkipTarget::Help => ("#aide", t!("skip-help")),
                SkipTarget::PageQuestion => ("#page-claire", t!("skip-question")),
            };
            view! {
                <li>
                    <a class="skip-links__link" href=href>
                        {words}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="skip-links" aria-label=plain(&t!("skip-links-name")) data-swap="skip-links">
            <ul class="skip-links__list">{links}</ul>
        </nav>
    }
}
