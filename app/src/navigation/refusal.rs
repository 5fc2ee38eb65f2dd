//! A form answered by an error page. That page knows nothing of what was typed, so the page with the form stays and
//! only the words of the error come on top of it.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::arrival::Answer;
use crate::browser::{Attempt, Scrolls, absent, by_id, document, focus, live};

/// Id of the heading of the summary, as the server writes it (`components/error_summary.rs`).
const TITLE: &str = "error-summary-title";

/// Whether the answer to a form is an error page after which the same form may be sent again. A draft that is gone
/// (404, 410) is not, and a refused form comes back with its own page: with the form, or with its own summary of errors.
pub(super) fn is_error(answer: &Answer, main: &Element) -> Attempt<bool> {
    Ok(!answer.redirected
        && matches!(answer.status, 403 | 413 | 429 | 500..=599)
        && main
            .query_selector("#step-form, #send-form, #error-summary")?
            .is_none())
}

/// Shows the words of an error page on top of the living page, where the summary of errors stands. Nothing changes in
/// the history: the address is still that of the form.
pub(super) fn show(answer: &Answer, error: &Element) -> Attempt {
    let living = document()?;
    let main = living.query_selector("main")?.ok_or_else(absent)?;
    let title = said(&living, "h2", error, "h1")?.ok_or_else(absent)?;
    title.set_id(TITLE);
    title.set_class_name("error-summary__title");
    let alert = living.create_element("div")?;
    alert.set_attribute("role", "alert")?;
    alert.append_child(&title)?;
    for selector in ["h1 ~ p:not(.incident)", ".incident"] {
        if let Some(words) = said(&living, "p", error, selector)? {
            alert.append_child(&words)?;
        }
    }
    let summary: HtmlElement = living
        .create_element("div")?
        .dyn_into()
        .map_err(|_| absent())?;
    for (name, value) in [
        ("id", "error-summary"),
        ("class", "error-summary"),
        ("role", "group"),
        ("tabindex", "-1"),
        ("aria-labelledby", TITLE),
    ] {
        summary.set_attribute(name, value)?;
    }
    summary.append_child(&alert)?;
    if let Some(old) = by_id("error-summary") {
        old.remove();
    }
    live::hush();
    main.prepend_with_node_1(&summary)?;
    living.set_title(&answer.document.title());
    focus(&summary, Scrolls::Yes);
    Ok(())
}

/// A new element with the words, and nothing but the words, of an element of the error page.
fn said(living: &Document, tag: &str, error: &Element, selector: &str) -> Attempt<Option<Element>> {
    let Some(found) = error.query_selector(selector)? else {
        return Ok(None);
    };
    let element = living.create_element(tag)?;
    element.set_text_content(found.text_content().as_deref());
    Ok(Some(element))
}
