//! One's turn, large and calm: the number that is called, and where one stands. Its words change by themselves while the
//! page stays open; nothing else moves.

use leptos::prelude::*;

use crate::{
    islands::live_status::{self, LiveStatus},
    t,
};

/// The number and the words.
///
/// RGAA 7.5 (a change is told through the `status` of the shell), 9.1 (a heading to find it), 10.4 (grows with the text),
/// 13.8 (one sentence replaces another, at the pace of the queue), 3.1 (being called is said in words).
#[component]
pub fn TurnBoard(
    /// What is called.
    ticket: String,
    /// Where one stands.
    words: String,
    /// Whether one is called now.
    is_called: bool,
    /// Address of the stream that tells of changes; nothing once there are none to come.
    stream: Option<String>,
) -> impl IntoView {
    let class = if is_called {
        "turn turn--called"
    } else {
        "turn"
    };
    let listens = stream.is_some().then(|| view! { <LiveStatus/> });
    let id = stream.is_some().then_some(live_status::HOLDER);
    view! {
        <section id=id class=class aria-labelledby="turn" data-stream=stream>
            <h2 class="turn__title" id="turn">
                {t!("turn-ticket")} " " <bdi class="turn__ticket" dir="ltr">{ticket}</bdi>
            </h2>
            <p class="turn__words live-news__words">{words}</p>
            {listens}
        </section>
    }
}
