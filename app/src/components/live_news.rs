//! A page left open: of when it is, and a strip that appears when there is something new. Nothing moves under the
//! reader and the focus stays where it is.

use leptos::prelude::*;

use crate::{
    islands::live_status::{self, LiveStatus},
    t,
};

/// How a page is shown again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShowAgain {
    /// By its address.
    Link(String),
    /// By its form `#step-form`, which keeps what was typed in it.
    Form,
}

/// Value of the button of a form that keeps what was typed and shows the page again.
pub const KEEP: &str = "keep";

impl ShowAgain {
    fn control(self, label: String, class: &'static str) -> AnyView {
        match self {
            Self::Link(href) => view! {
                <a class=class href=href>
                    {label}
                </a>
            }
            .into_any(),
            Self::Form => view! {
                <button class=class type="submit" form="step-form" name="do" value=KEEP>
                    {label}
                </button>
            }
            .into_any(),
        }
    }
}

/// Of when the page is, with the way to see it anew: for everyone, with JavaScript or without.
///
/// RGAA 13.1 (nothing reloads by itself), 6.1 (the control says what it does).
#[component]
pub fn AsOf(
    /// The moment, in words.
    at: String,
    /// How it is shown again.
    again: ShowAgain,
) -> impl IntoView {
    let control = again.control(t!("live-refresh"), "live-news__refresh");
    view! {
        <p class="live-news__date">{t!("live-as-of", at = at)} " " {control}</p>
    }
}

/// The strip that says what is new. Hidden until the island reveals it; last in the content, it sticks to the bottom of
/// the window while one reads above.
///
/// RGAA 7.5 (told once, through the `status` of the shell), 9.1 (a heading to find it), 10.7 and 12.11 (it hides no
/// focus: the page keeps room for it), 13.8 (nothing moves).
#[component]
pub fn LiveNews(
    /// Address of the stream, with what the page shows.
    stream: String,
    /// How the page is shown again.
    again: ShowAgain,
) -> impl IntoView {
    view! {
        <section id=live_status::HOLDER class="live-news" aria-labelledby="live-news-title" hidden data-stream=stream data-where=t!("live-where")>
            <h2 id="live-news-title" class="live-news__title">{t!("live-title")}</h2>
            <p class="live-news__words"></p>
            {again.control(t!("live-show"), "button")}
            <LiveStatus/>
        </section>
    }
}
