//! "You said, we did": what people said, what the authority did, and the figure that it moves.

use leptos::prelude::*;

use crate::t;

/// One change.
pub struct SaidAndDoneEntry {
    /// Identifier in the page.
    pub id: String,
    /// When.
    pub date: String,
    /// What changed, with the way to it; none where the page is about it.
    pub about: Option<AnyView>,
    /// What people said.
    pub said: AnyView,
    /// What the authority did.
    pub did: AnyView,
    /// Where the figure stands that it moves, its name and what it is now.
    pub moved: Option<(String, String, String)>,
}

/// Changes, one heading each. Stands under an `h2`.
///
/// RGAA 9.1 (one heading per change), 9.3 (list of descriptions: what each part is stands in words, not in colours), 6.1 (the link
/// is the name of the measure).
#[component]
pub fn SaidAndDone(
    /// The changes, the latest first.
    entries: Vec<SaidAndDoneEntry>,
) -> impl IntoView {
    let entries = entries.into_iter().map(entry).collect_view();
    view! { <div class="said-and-done">{entries}</div> }
}

fn entry(entry: SaidAndDoneEntry) -> impl IntoView {
    let about = entry
        .about
        .map(|about| view! { <p class="said-and-done__about">{about}</p> });
    let moved = entry.moved.map(|(href, name, result)| {
        view! {
            <dt class="said-and-done__term">{t!("heard-moved")}</dt>
            <dd class="said-and-done__words">
                <a href=href>{name}</a>
            </dd>
            <dd class="said-and-done__words">{result}</dd>
        }
    });
    let title = entry.id.clone();
    view! {
        <article class="said-and-done__entry" aria-labelledby=title>
            <h3 class="said-and-done__title" id=entry.id>
                {entry.date}
            </h3>
            {about}
            <dl class="said-and-done__parts">
                <dt class="said-and-done__term">{t!("heard-said")}</dt>
                <dd class="said-and-done__words">{entry.said}</dd>
                <dt class="said-and-done__term">{t!("heard-did")}</dt>
                <dd class="said-and-done__words">{entry.did}</dd>
                {moved}
            </dl>
        </article>
    }
}
