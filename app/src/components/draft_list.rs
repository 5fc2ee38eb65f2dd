//! The drafts that a visitor can go on with.

use domain::text::Text;
use leptos::prelude::*;

use super::message_with;
use crate::t;

/// A draft.
pub struct DraftRow {
    /// Title of its procedure.
    pub title: Text,
    /// Address where one goes on with it.
    pub go_on: String,
    /// Address of the page that erases it; `None` for one that a code shares with this visitor.
    pub erase: Option<String>,
    /// Moment of its last change, in words.
    pub saved: String,
    /// Last day that it is kept, in words.
    pub until: String,
}

fn row(draft: DraftRow) -> impl IntoView {
    let go_on = message_with(&draft.title, |title| {
        t!("home-draft-continue", title = title)
    });
    let ending = match draft.erase {
        Some(href) => {
            let erase = message_with(&draft.title, |title| t!("home-draft-erase", title = title));
            view! { <a href=href>{erase}</a> }.into_any()
        }
        None => t!("home-draft-shared").into_any(),
    };
    view! {
        <li>
            <a href=draft.go_on>{go_on}</a>
            <p>{t!("home-draft-saved", saved = draft.saved, until = draft.until)}</p>
            <p>{ending}</p>
        </li>
    }
}

/// Nothing without drafts.
///
/// RGAA 9.1 (a section with its heading), 9.3 (a real list), 6.1 (each link names its procedure).
#[component]
pub fn DraftList(
    /// Drafts in the order to show.
    drafts: Vec<DraftRow>,
) -> impl IntoView {
    let rows = drafts.into_iter().map(row).collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="drafts" aria-labelledby="home-drafts">
                <h2 id="home-drafts">{t!("home-drafts")}</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}
