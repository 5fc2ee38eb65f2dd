//! A short message that stands out of the text: information, success, warning.

use leptos::prelude::*;

use crate::t;

/// What kind of message it is. The words say it, the colour only repeats it (RGAA 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Information,
    /// It worked.
    Success,
    /// Something to watch or to do.
    Warning,
}

impl NoticeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Information => "notice notice--information",
            Self::Success => "notice notice--success",
            Self::Warning => "notice notice--warning",
        }
    }

    fn titled(self, title: String) -> String {
        match self {
            Self::Information => t!("notice-information", title = title),
            Self::Success => t!("notice-success", title = title),
            Self::Warning => t!("notice-warning", title = title),
        }
    }
}

/// A section with a heading, then what the page puts in it. Part of the page as loaded, so it has no
/// live role: a live region is for what appears later (RGAA 7.5, accessibility reference, 3).
///
/// RGAA 3.1 (kind said in words), 9.1 (heading of the level the page needs), 10.5 (colour with background).
#[component]
pub fn Notice(
    /// Kind of message.
    kind: NoticeKind,
    /// Its heading, in a few words.
    title: String,
    /// Level of the heading, 2 or 3.
    #[prop(default = 2)]
    level: u8,
    /// Identifier of its heading, for an address that leads there with the focus.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Paragraphs, lists, links.
    children: Children,
) -> impl IntoView {
    let title = kind.titled(title);
    let tabindex = id.map(|_| "-1");
    let heading = if level == 3 {
        view! { <h3 class="notice__title" id=id tabindex=tabindex>{title}</h3> }.into_any()
    } else {
        view! { <h2 class="notice__title" id=id tabindex=tabindex>{title}</h2> }.into_any()
    };
    view! {
        <section class=kind.class()>
            {heading}
            <div class="notice__body">{children()}</div>
        </section>
    }
}
