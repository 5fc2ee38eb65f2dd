//! What pages bring along while they stay open: as the server sends them, before an island reveals anything.

use leptos::prelude::*;

use crate::{
    components::{AsOf, LiveNews, SessionWarning, ShowAgain},
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
