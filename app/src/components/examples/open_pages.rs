//! What pages bring along while they stay open: as the server sends them, before an island reveals anything.

use leptos::prelude::*;

use crate::{
    components::{AsOf, LiveNews, SessionWarning, ShowAgain, TurnBoard},
    paths::Path,
};

fn request() -> String {
    Path::Request("r1".to_owned()).here()
}

pub(super) fn as_of() -> AnyView {
    let again = ShowAgain::Link(request());
    view! { <AsOf at="3 mars 2026 à 14 h 02".to_owned() again /> }.into_any()
}

pub(super) fn as_of_a_form() -> AnyView {
    view! {
        <AsOf at="3 mars 2026 à 14 h 02".to_owned() again=ShowAgain::Form />
        <form id="step-form" method="post"></form>
    }
    .into_any()
}

pub(super) fn live_news() -> AnyView {
    let stream = Path::Events("r1".to_owned()).here();
    view! { <LiveNews stream again=ShowAgain::Link(request()) /> }.into_any()
}

pub(super) fn session_warning() -> AnyView {
    let access = Path::Access("r1".to_owned()).here();
    let leave = Path::Finish.here();
    view! { <SessionWarning minutes=30 access closed=request() leave /> }.into_any()
}

fn turn(words: &str, is_called: bool, is_open: bool) -> AnyView {
    let stream = is_open.then(|| Path::TurnNews("r1".to_owned()).here());
    view! { <TurnBoard ticket="P07".to_owned() words=words.to_owned() is_called stream/> }
        .into_any()
}

pub(super) fn turn_waiting() -> AnyView {
    let words = "3 personnes passent avant vous. Comptez entre 10 et 25 minutes.";
    turn(words, false, true)
}

pub(super) fn turn_called() -> AnyView {
    turn("C’est à vous\u{a0}: Guichet 2.", true, true)
}

pub(super) fn turn_over() -> AnyView {
    turn(
        "Votre rendez-vous est terminé. Merci de votre visite.",
        false,
        false,
    )
}
