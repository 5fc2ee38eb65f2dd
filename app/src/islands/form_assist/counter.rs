//! The count of characters under a long text: seen at each key, told only when typing pauses near the limit.

use std::cell::Cell;

use domain::field::FieldKind;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use super::page::{Page, in_plural};
use crate::browser::{after, by_id, live};

/// Milliseconds without a key before the count is told.
const PAUSE: i32 = 1_000;
/// The count is told when less than one part in this many is left.
const NEAR: usize = 10;

thread_local! {
    /// Keys pressed so far: only the pause after the last one tells.
    static KEYS: Cell<u32> = const { Cell::new(0) };
}

/// What the count says.
struct Count {
    words: String,
    /// Little is left, or nothing.
    is_near: bool,
}

/// Counts the text that is there when the page comes to life: typed before, or kept in a draft. Nothing is told, and an
/// empty text keeps the words of the server, which say the greatest length.
pub(super) fn begin(page: &Page, key: &str, control: &HtmlElement) {
    if let Some(text) = control.dyn_ref::<HtmlTextAreaElement>()
        && !text.value().trim().is_empty()
    {
        show(page, key, text);
    }
}

/// Counts after a key in a long text.
pub(super) fn update(page: &Page, key: &str, control: &HtmlElement) {
    let Some(text) = control.dyn_ref::<HtmlTextAreaElement>() else {
        return;
    };
    let Some(count) = show(page, key, text) else {
        return;
    };
    let keys = KEYS.get().wrapping_add(1);
    KEYS.set(keys);
    if count.is_near {
        let text = text.clone();
        after(PAUSE, move || {
            // The page may have changed meanwhile.
            if KEYS.get() == keys && text.is_connected() {
                live::say(&count.words);
            }
        });
    }
}

/// Writes the count under a text; gives what it says.
fn show(page: &Page, key: &str, text: &HtmlTextAreaElement) -> Option<Count> {
    let FieldKind::LongText { max_length, .. } = page.field(key)?.kind else {
        return None;
    };
    let limit = usize::from(max_length);
    // Browsers give one sign for a line break, and spaces around do not count: the server counts the same.
    let length = text.value().trim().chars().count();
    let words = if length > limit {
        in_plural(&page.rules.over, length - limit)
    } else {
        in_plural(&page.rules.left, limit - length)
    };
    let mut id = page.id(key);
    id.push_str("-count");
    if let Some(count) = by_id(&id) {
        count.set_text_content(Some(&words));
    }
    Some(Count {
        words,
        is_near: length.saturating_mul(NEAR) > limit.saturating_mul(NEAR - 1),
    })
}
