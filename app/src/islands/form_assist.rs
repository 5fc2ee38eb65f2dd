//! The form assistance: says at once what the server would say after the next page. It checks with the rules of
//! `domain`, shows and hides dependent questions, counts characters. It writes nothing into a control.

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
mod counter;
#[cfg(feature = "hydrate")]
mod errors;
#[cfg(feature = "hydrate")]
mod page;
#[cfg(feature = "hydrate")]
mod standing;
#[cfg(feature = "hydrate")]
mod watch;

/// Assists the form `#step-form` with the rules that stand in `data-rules` of the element
/// [`HOLDER`](super::form_rules::HOLDER). Has no look of its own.
///
/// RGAA 7.5 (through the live regions of the shell), 11.10, 11.11; 13.1 is untouched: nothing is timed.
#[island]
pub fn FormAssist() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        // Without its rules or its form there is nothing to assist: the page works as it is.
        let _ = watch::start();
    }
}
