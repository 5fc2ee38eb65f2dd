//! The warning before the access to a request ends: opens the dialog that the page brings along, asks the server first,
//! since another tab may have prolonged the same access.

use leptos::prelude::*;

#[cfg(any(feature = "hydrate", test))]
mod steps;
#[cfg(feature = "hydrate")]
mod typed;
#[cfg(feature = "hydrate")]
mod watch;

/// Id of the dialog, with its words and addresses in `data-` attributes.
pub const HOLDER: &str = "session-warning";

/// Counts down for the dialog [`HOLDER`]. Has no look of its own.
///
/// RGAA 13.1 (the limit of time can be extended), 7.5 (spoken at two minutes, one minute and twenty seconds only).
#[island]
pub fn SessionEnd() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        // Without it the access ends as it does without JavaScript: what is sent late is kept.
        let _ = watch::start();
    }
}

/// Whether the access is over should be asked now.
#[cfg(feature = "hydrate")]
pub(super) fn look() {
    watch::look();
}

/// The page is left.
#[cfg(feature = "hydrate")]
pub(super) fn leave() {
    watch::leave();
}
