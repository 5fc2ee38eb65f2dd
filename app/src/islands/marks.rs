//! What marks a control as wrong: paragraph, `aria-invalid`, `aria-describedby`, as the server writes them.

use web_sys::Element;

use crate::browser::{Attempt, document};

/// Writes an error before a control or a block of controls.
pub(super) fn error_before(block: &Element, id: &str, words: &str) -> Attempt {
    let error = document()?.create_element("p")?;
    error.set_class_name("field__error");
    error.set_id(id);
    error.set_text_content(Some(words));
    block.before_with_node_1(&error)
}

/// Says whether an element is wrong; never `false`, which some readers say aloud.
pub(super) fn set_invalid(element: &Element, wrong: bool) {
    let name = "aria-invalid";
    // A refused attribute would only mean that the name is no name.
    let _ = if wrong {
        element.set_attribute(name, "true")
    } else {
        element.remove_attribute(name)
    };
}

/// Adds an error to what describes a control, or takes it away. It comes after the hint of the question, and
/// before the count of a long text or the hint of one choice.
pub(super) fn describe(control: &Element, error_id: &str, described: bool) {
    let name = "aria-describedby";
    let before = control.get_attribute(name).unwrap_or_default();
    let mut ids: Vec<&str> = before
        .split_ascii_whitespace()
        .filter(|id| *id != error_id)
        .collect();
    if described {
        let question = error_id.strip_suffix("-error");
        let is_later = |id: &&str| {
            id.ends_with("-count") || (is_choice(control) && id.strip_suffix("-hint") != question)
        };
        let place = ids.iter().position(is_later).unwrap_or(ids.len());
        ids.insert(place, error_id);
    }
    let _ = if ids.is_empty() {
        control.remove_attribute(name)
    } else {
        control.set_attribute(name, &ids.join(" "))
    };
}

fn is_choice(control: &Element) -> bool {
    matches!(
        control.get_attribute("type").as_deref(),
        Some("radio" | "checkbox")
    )
}
