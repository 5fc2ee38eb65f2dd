//! The codes that were given for something, with their uses.

use leptos::prelude::*;

use super::Secondary;
use crate::t;

/// A code, without the code itself.
pub struct HandOverRow {
    /// Whom it is for.
    pub title: String,
    /// What it gives.
    pub gives: String,
    /// When it ends, or how it ended.
    pub end: String,
    /// How often it was used, then each use, in words.
    pub uses: (String, Vec<String>),
    /// Name of the button that revokes it; `None` once it ended.
    pub revoke: Option<String>,
    /// Address of its page, which takes the revocation too.
    pub path: String,
}

fn row(code: HandOverRow) -> impl IntoView {
    let (count, uses) = code.uses;
    let uses = uses
        .into_iter()
        .map(|words| view! { <li>{words}</li> })
        .collect_view();
    let uses = (!uses.is_empty()).then(|| view! { <ul>{uses}</ul> });
    let show = code.path.clone();
    let living = code.revoke.map(|name| {
        let label = name.clone();
        view! {
            <p>
                <a href=show>{t!("hand-over-show")}</a>
            </p>
            <form method="post" action=code.path aria-label=name>
                <Secondary label />
            </form>
        }
    });
    view! {
        <li class="hand-overs__code">
            <p>
                <strong>{code.title}</strong>
            </p>
            <p>{code.gives}</p>
            <p>{code.end}</p>
            <p>{count}</p>
            {uses}
            {living}
        </li>
    }
}

/// Nothing without codes.
///
/// RGAA 9.3 (real lists), 11.9 (each button says which code it revokes), 3.1 (what ended says so in words).
#[component]
pub fn HandOverList(
    /// Codes, in the order to show.
    codes: Vec<HandOverRow>,
) -> impl IntoView {
    let rows = codes.into_iter().map(row).collect_view();
    (!rows.is_empty()).then(|| view! { <ul class="hand-overs">{rows}</ul> })
}
