//! The code of a scanned address goes into its field and out of the address. It stands after the `#`, which no server
//! is sent; without WebAssembly one types the code that stands beside the QR code.

use leptos::prelude::*;

/// Fills the field `#f-code` of the page, once. Has no look of its own.
///
/// RGAA 11.10: what was filled in stays a field that one reads and changes; nothing is sent by itself.
#[island]
pub fn CodeFromAddress() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        // Without a code in the address there is nothing to do.
        let _ = fill();
    }
}

#[cfg(feature = "hydrate")]
fn fill() -> crate::browser::Attempt {
    use domain::hand_over::HandOverCode;
    use wasm_bindgen::JsCast;
    use web_sys::HtmlInputElement;

    use crate::browser::{absent, by_id, window};

    let window = window()?;
    let location = window.location();
    let hash = location.hash()?;
    let code = hash.strip_prefix('#').ok_or_else(absent)?;
    // The fragment of a skip link or of an error is none.
    let code = HandOverCode::parse(code).map_err(|_| absent())?;
    let field = by_id("f-code").ok_or_else(absent)?;
    field
        .dyn_into::<HtmlInputElement>()
        .map_err(|_| absent())?
        .set_value(&String::from(code));
    let (history, mut page) = (window.history()?, location.pathname()?);
    page.push_str(&location.search()?);
    history.replace_state_with_url(&history.state()?, "", Some(&page))
}
