//! Small doors to the browser that navigation and islands share, so that each web API is touched once.

use std::{cell::Cell, thread::LocalKey};

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, Element, Event, EventTarget, FocusOptions, HtmlElement, Window};

pub(crate) mod live;

thread_local! {
    /// Set by a panic: every listener then leaves the event to the browser, and the page is plain HTML again.
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// What a browser call gives; the error is only ever answered by falling back to what the browser does alone.
pub(crate) type Attempt<T = ()> = Result<T, JsValue>;

/// The error of a part of the page that is not there.
pub(crate) fn absent() -> JsValue {
    JsValue::UNDEFINED
}

/// The window.
pub(crate) fn window() -> Attempt<Window> {
    web_sys::window().ok_or_else(absent)
}

/// The living document.
pub(crate) fn document() -> Attempt<Document> {
    window()?.document().ok_or_else(absent)
}

/// An element of the living document.
pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    document().ok()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Every element inside `root` that matches, in document order.
pub(crate) fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into().ok())
        .collect()
}

/// Moves the focus. `scrolls` says whether the browser may scroll the element into view.
pub(crate) fn focus(element: &HtmlElement, scrolls: Scrolls) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(scrolls == Scrolls::No);
    // A refusal leaves the focus where it is: nothing better can be done.
    let _ = element.focus_with_options(&options);
}

/// Whether moving the focus may scroll.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scrolls {
    /// The element comes into view.
    Yes,
    /// The page stays where it is.
    No,
}

/// Runs `action` once, later.
pub(crate) fn after(milliseconds: i32, action: impl FnOnce() + 'static) {
    let Ok(window) = window() else { return };
    let action = Closure::once_into_js(action);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        action.unchecked_ref(),
        milliseconds,
    );
}

/// One thing to do later: what is planned again takes the place of what was planned before.
pub(crate) struct Plan {
    /// Grows with each plan: an older one is not kept.
    round: Cell<u32>,
}

impl Plan {
    pub(crate) const fn new() -> Self {
        Self {
            round: Cell::new(0),
        }
    }

    /// Which plan this is, to know later whether it still stands.
    pub(crate) fn round(&self) -> u32 {
        self.round.get()
    }

    /// Gives up what was planned.
    pub(crate) fn give_up(&self) {
        self.round.set(self.round.get().wrapping_add(1));
    }
}

/// Plans `action`, in so many seconds.
pub(crate) fn plan(plan: &'static LocalKey<Plan>, seconds: i32, action: impl FnOnce() + 'static) {
    plan.with(Plan::give_up);
    let round = plan.with(Plan::round);
    after(seconds.saturating_mul(1_000), move || {
        if plan.with(Plan::round) == round {
            action();
        }
    });
}

/// Listens on an element. The listener lives as long as the element: the browser frees both together. It may be called
/// while it runs: moving the focus tells the element that loses it.
pub(crate) fn listen(target: &EventTarget, kind: &str, handler: impl Fn(Event) + 'static) {
    let handler: Box<dyn Fn(Event)> = Box::new(move |event| {
        if !STOPPED.get() {
            handler(event);
        }
    });
    let handler = Closure::wrap(handler).into_js_value();
    let _ = target.add_event_listener_with_callback(kind, handler.unchecked_ref());
}

/// From now on every listener leaves events to the browser.
pub(crate) fn stop_listening() {
    STOPPED.set(true);
}
