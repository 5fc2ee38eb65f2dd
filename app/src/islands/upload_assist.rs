//! The upload assistance: a file input says nothing by itself once a file is chosen, and a file that cannot be
//! accepted should not travel first. Nothing is sent from here.

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
mod watch;

/// Assists the file inputs of `#step-form` with the rules that stand in `data-rules` of the element
/// [`HOLDER`](super::upload_rules::HOLDER). Has no look of its own.
///
/// RGAA 7.5 (choice through `status`, refusal through `alert`), 11.10, 11.11.
#[island]
pub fn UploadAssist() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        // Without its rules or its form there is nothing to assist: the page works as it is.
        let _ = watch::start();
    }
}
