//! The end of the time that is kept with a draft: told two minutes ahead, and when it comes.

use leptos::prelude::*;

#[cfg(any(feature = "hydrate", test))]
mod steps;
#[cfg(feature = "hydrate")]
mod watch;

/// Id of the line that says until when it is kept, with the seconds left in `data-left`.
pub const UNTIL: &str = "hold-until";
/// Id of the line that says where it is kept longer.
pub const BELOW: &str = "hold-below";
/// Id of the line that is shown two minutes before the end.
pub const SOON: &str = "hold-soon";
/// Id of the line that is shown instead once it is over.
pub const OVER: &str = "hold-over";

/// Shows [`SOON`], then [`OVER`] instead of it, [`UNTIL`] and [`BELOW`]. Has no look of its own.
///
/// RGAA 13.1 (told while it can still be prolonged), 7.5 (each is spoken once; there is no countdown), the focus stays.
#[island]
pub fn HoldEnd() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        // Without it the end is told by the page that is asked for next, as without JavaScript.
        let _ = watch::start();
    }
}
