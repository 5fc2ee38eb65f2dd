//! Entries of the history: each remembers how far the page was scrolled and what had the focus.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use web_sys::{History, HtmlElement, ScrollRestoration};

use super::arrival::Entry;
use crate::browser::{Attempt, Scrolls, after, by_id, document, focus, window};

/// Milliseconds of rest after which a place is written: browsers limit how often an entry may be rewritten.
const REST: i32 = 150;

thread_local! {
    /// Grows with each event: a place is written when it has stopped growing.
    static CHANGES: Cell<u32> = const { Cell::new(0) };
    /// One timer at a time, however fast one scrolls.
    static WAITING: Cell<bool> = const { Cell::new(false) };
    /// Back or Forward was used and its page is not there yet: the place seen belongs to another entry.
    static HELD: Cell<bool> = const { Cell::new(false) };
}

/// Where a person was in a page.
pub(super) struct Place {
    /// Pixels from the top.
    scroll: i32,
    /// Id of the element that had the focus, possibly empty.
    focus: String,
}

/// From now on scrolling back is ours: the browser would do it before the page is swapped.
pub(super) fn take_over() {
    set_restoration(ScrollRestoration::Manual);
}

/// The document goes away: the browser scrolls when it comes back.
pub(super) fn hand_back() {
    note();
    set_restoration(ScrollRestoration::Auto);
}

/// Writes the place of now into the current entry.
pub(super) fn note() {
    if !HELD.get() {
        // Too many writes in a short time are refused: the place is then a little old.
        let _ =
            history().and_then(|history| history.replace_state(&JsValue::from_str(&here()), ""));
    }
}

/// The same once scrolling and focus have come to rest.
pub(super) fn note_soon() {
    CHANGES.set(CHANGES.get().wrapping_add(1));
    if !WAITING.replace(true) {
        wait_for_rest();
    }
}

fn wait_for_rest() {
    let change = CHANGES.get();
    after(REST, move || {
        if CHANGES.get() == change {
            WAITING.set(false);
            note();
        } else {
            wait_for_rest();
        }
    });
}

/// Stops noting until the page of the current entry is shown.
pub(super) fn hold() {
    HELD.set(true);
}

/// Makes the entry of a page that is about to be shown.
pub(super) fn write(entry: Entry, url: &str) -> Attempt {
    let history = history()?;
    match entry {
        Entry::Push => {
            note();
            history.push_state_with_url(&JsValue::NULL, "", Some(url))
        }
        Entry::Replace | Entry::Again => {
            history.replace_state_with_url(&JsValue::NULL, "", Some(url))
        }
        Entry::Return => Ok(()),
    }?;
    HELD.set(false);
    Ok(())
}

impl Place {
    /// The element that had the focus, if the page still has it.
    pub(super) fn element(&self) -> Option<HtmlElement> {
        by_id(&self.focus)
    }

    /// Scrolls there.
    pub(super) fn scroll(&self) {
        scroll_to(self.scroll);
    }
}

/// Goes back to the place of the current entry in the page already shown. An entry without a place is a
/// fragment just followed: the browser has gone there itself.
pub(super) fn restore() {
    HELD.set(false);
    if let Some(place) = saved() {
        if let Some(element) = place.element().or_else(super::swap::heading) {
            focus(&element, Scrolls::No);
        }
        place.scroll();
    }
}

/// After an ordinary load of an entry that the browser was told not to scroll.
pub(super) fn restore_after_load() {
    if let Some(place) = saved()
        && scrolled() == 0
    {
        place.scroll();
    }
}

/// Scrolls without animation.
pub(super) fn scroll_to(top: i32) {
    if let Ok(window) = window() {
        window.scroll_to_with_x_and_y(0.0, f64::from(top));
    }
}

fn here() -> String {
    let focused = document()
        .ok()
        .and_then(|document| document.active_element());
    let mut place = scrolled().to_string();
    place.push(' ');
    place.push_str(&focused.map(|element| element.id()).unwrap_or_default());
    place
}

/// The place written in the current entry.
pub(super) fn saved() -> Option<Place> {
    let state = history().ok()?.state().ok()?.as_string()?;
    let (scroll, focus) = state.split_once(' ')?;
    Some(Place {
        scroll: scroll.parse().ok()?,
        focus: focus.to_owned(),
    })
}

fn scrolled() -> i32 {
    window()
        .and_then(|window| window.scroll_y())
        .unwrap_or_default() as i32
}

fn history() -> Attempt<History> {
    window()?.history()
}

fn set_restoration(value: ScrollRestoration) {
    let _ = history().and_then(|history| history.set_scroll_restoration(value));
}
