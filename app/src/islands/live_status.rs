//! News while a page about a request stays open: told once, shown when its reader asks for it.

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
mod stream;

/// Id of the strip that says what is new, with the address of the stream in `data-stream`.
pub const HOLDER: &str = "live-news";

/// Listens for news and reveals the strip [`HOLDER`]. Has no look of its own.
///
/// RGAA 7.5 (through the `status` of the shell); the focus is never moved.
#[island]
pub fn LiveStatus() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        // Without a stream the page can be refreshed by hand, as without JavaScript.
        let _ = stream::start();
    }
}

/// The page is left.
#[cfg(feature = "hydrate")]
pub(super) fn leave() {
    stream::close();
}
