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

/// Counts after a key in a long text.
pub(super) fn update(page: &Page, key: &str, control: &HtmlElement) {
    let field = page.field(key);
    let (Some(FieldKind::LongText { max_length, .. }), Some(text)) = (
        field.map(|field| &field.kind),
        control.dyn_ref::<HtmlTextAreaElement>(),
    ) else {
        return;
    };
    let limit = usize::from(*max_length);
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
    let keys = KEYS.get().wrapping_add(1);
    KEYS.set(keys);
    if length.saturating_mul(NEAR) > limit.saturating_mul(NEAR - 1) {
        after(PAUSE, move || {
            if KEYS.get() == keys {
                live::say(&words);
            }
        });
    }
}
