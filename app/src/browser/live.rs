//! The one writer of the two live regions of the shell (RGAA 7.5): one message at a time, a second apart,
//! cleared after ten, so that a screen reader reads each of them whole and later finds no stale text.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    thread::LocalKey,
};

use super::{after, by_id};

/// Milliseconds between moving the focus and a message: readers cut a message when the focus moves after it.
pub(crate) const AFTER_FOCUS: i32 = 200;
/// Milliseconds between two messages.
const BETWEEN: i32 = 1_000;
/// Milliseconds that the last message stays.
const STAYS: i32 = 10_000;
/// Milliseconds that a region stays empty before the same text is written again.
const BLINK: i32 = 100;

/// A region of the shell, with the messages that wait for it.
struct Region {
    id: &'static str,
    waiting: RefCell<VecDeque<String>>,
    /// A message was written less than a second ago.
    busy: Cell<bool>,
    /// Grows with each message, so that only the last one is cleared.
    written: Cell<u32>,
}

impl Region {
    const fn new(id: &'static str) -> Self {
        Self {
            id,
            waiting: RefCell::new(VecDeque::new()),
            busy: Cell::new(false),
            written: Cell::new(0),
        }
    }
}

thread_local! {
    static STATUS: Region = const { Region::new("live") };
    static ALERT: Region = const { Region::new("live-error") };
}

/// Says how things stand, when the screen reader has finished its sentence: `#live`, `role="status"`.
pub(crate) fn say(text: &str) {
    queue(&STATUS, text);
}

/// Says an error that appeared without a change of page: `#live-error`, `role="alert"`.
pub(crate) fn warn(text: &str) {
    queue(&ALERT, text);
}

/// Forgets what was said and what waits: after a change of page it is about nothing that is still there.
pub(crate) fn hush() {
    for region in [&STATUS, &ALERT] {
        region.with(|region| {
            region.waiting.borrow_mut().clear();
            if let Some(element) = by_id(region.id) {
                element.set_text_content(None);
            }
        });
    }
}

fn queue(region: &'static LocalKey<Region>, text: &str) {
    if text.is_empty() {
        return;
    }
    region.with(|region| region.waiting.borrow_mut().push_back(text.to_owned()));
    if !region.with(|region| region.busy.get()) {
        next(region);
    }
}

fn next(region: &'static LocalKey<Region>) {
    region.with(|state| {
        let text = state.waiting.borrow_mut().pop_front();
        state.busy.set(text.is_some());
        let Some(element) = by_id(state.id) else {
            return;
        };
        let Some(text) = text else {
            let written = state.written.get();
            after(STAYS - BETWEEN, move || clear(region, written));
            return;
        };
        if element.text_content().as_deref() == Some(text.as_str()) {
            // The same text twice is no change for the browser: it would stay silent.
            element.set_text_content(None);
            state.waiting.borrow_mut().push_front(text);
            after(BLINK, move || next(region));
            return;
        }
        element.set_text_content(Some(&text));
        state.written.set(state.written.get().wrapping_add(1));
        after(BETWEEN, move || next(region));
    });
}

fn clear(region: &'static LocalKey<Region>, written: u32) {
    region.with(|state| {
        if state.written.get() == written
            && let Some(element) = by_id(state.id)
        {
            element.set_text_content(None);
        }
    });
}
