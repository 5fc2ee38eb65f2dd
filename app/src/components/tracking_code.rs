//! The code that opens a request again.

use leptos::prelude::*;

/// A paragraph that stands out, always from left to right; one selects and copies it as text.
///
/// RGAA 8.10 (direction of the code in a right-to-left page), 1.8 (text and no image), 10.5 (colour with background).
#[component]
pub fn TrackingCode(
    /// The code, grouped for reading.
    code: String,
) -> impl IntoView {
    view! {
        <p class="tracking-code">
            <bdi dir="ltr">{code}</bdi>
        </p>
    }
}
