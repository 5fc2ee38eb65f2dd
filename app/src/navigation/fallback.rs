//! What the browser does alone, when a page cannot be shown in place: nothing typed is ever lost here.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlFormElement, HtmlInputElement};

use super::{
    arrival::Answer,
    visit::{self, Origin, Visit},
};
use crate::browser::{self, Attempt, absent, document, window};

thread_local! {
    static REPLAYING: Cell<bool> = const { Cell::new(false) };
}

/// True while a form is sent again by the browser: its submit event is not ours then.
pub(super) fn is_replaying() -> bool {
    REPLAYING.get()
}

/// An ordinary load. A post is sent again by a real submit, harmless since each form carries a one-time key;
/// one that the server has already answered with another address is not: that address is loaded.
pub(super) fn load(visit: &Visit, answer: Option<&Answer>) {
    let loaded = match &visit.origin {
        Origin::Traversal => return reload(),
        Origin::Form { form, submitter } if visit.body.is_some() => match answer {
            Some(answer) if answer.redirected => assign(&answer.url.href()),
            _ => replay(form, submitter.as_ref()),
        },
        _ => assign(&visit.url),
    };
    if loaded.is_err() {
        reload();
    }
}

/// Loads the current address again.
pub(super) fn reload() {
    if let Ok(window) = window() {
        let _ = window.location().reload();
    }
}

/// A panic cannot be caught in WebAssembly: from now on the page is plain HTML, and a link under way is followed.
pub(super) fn after_panic() {
    browser::stop_listening();
    if let Some(url) = visit::pending_link() {
        let _ = assign(&url);
    }
}

fn assign(url: &str) -> Attempt {
    window()?.location().assign(url)
}

fn replay(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> Attempt {
    REPLAYING.set(true);
    let sent = match submitter {
        Some(button) => form.request_submit_with_submitter(Some(button)),
        None => form.request_submit(),
    };
    REPLAYING.set(false);
    // Browsers before 2022 lack `requestSubmit`; `submit` leaves the button out.
    sent.or_else(|_| {
        if let Some(button) = submitter {
            let twin: HtmlInputElement = document()?
                .create_element("input")?
                .dyn_into()
                .map_err(|_| absent())?;
            twin.set_type("hidden");
            twin.set_name(&button.get_attribute("name").unwrap_or_default());
            twin.set_value(&button.get_attribute("value").unwrap_or_default());
            form.append_child(&twin)?;
        }
        form.submit()
    })
}
