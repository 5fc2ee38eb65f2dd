//! A QR code as a drawing in the page: no image to fetch, nothing for a third party.

use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};

/// Light modules around the code, without which cameras do not find it (ISO/IEC 18004).
const QUIET: i32 = 4;

/// Black on white whatever the theme, since cameras read nothing else; its words stand beside it for whoever cannot
/// scan. Nothing for a text that is too long for a code.
///
/// RGAA 1.1 (the alternative says what it opens), 3.3 (black on white, also with forced colours).
#[component]
pub fn QrCode(
    /// What a camera reads.
    text: String,
    /// What it opens, in words.
    label: String,
) -> impl IntoView {
    let code = Code::encode_text(&text, QrCodeEcc::Medium).ok()?;
    let size = code.size() + 2 * QUIET;
    let view = view! {
        <svg
            class="qr-code"
            role="img"
            aria-label=label
            viewBox=format!("0 0 {size} {size}")
            shape-rendering="crispEdges"
        >
            <path d=path(&code)></path>
        </svg>
    };
    Some(view)
}

/// The dark modules, as horizontal bars.
fn path(code: &Code) -> String {
    let mut path = String::new();
    for row in 0..code.size() {
        let mut column = 0;
        while column < code.size() {
            let mut end = column;
            while end < code.size() && code.get_module(end, row) {
                end += 1;
            }
            let length = end - column;
            if length > 0 {
                path += &format!("M{},{}h{length}v1h-{length}z", column + QUIET, row + QUIET);
            }
            column = end + 1;
        }
    }
    path
}
