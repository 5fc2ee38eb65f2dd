//! One page being asked for: at most one at a time, a newer one cancels the older, the same one twice is ignored.

use std::{cell::RefCell, rc::Rc};

use gloo_net::http::Request;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, HtmlElement, HtmlFormElement, RequestInit, UrlSearchParams};

use super::{
    arrival::{self, Answer},
    current_page, entries, fallback, swap,
};
use crate::browser::{Attempt, after, by_id, live, window};

/// Milliseconds without an answer before the wait is said.
const PATIENCE: i32 = 1_000;
/// Milliseconds without an answer before the browser takes over.
const LIMIT: i32 = 20_000;

/// A page to show.
pub(super) struct Visit {
    /// Absolute address, same origin.
    pub(super) url: String,
    /// What a form posts; `None` for a GET.
    pub(super) body: Option<UrlSearchParams>,
    /// What asked for it.
    pub(super) origin: Origin,
}

/// What asked for a page: decides how the browser does it alone, and where the entry goes in the history.
pub(super) enum Origin {
    /// A link.
    Link(HtmlElement),
    /// A form, and the button pressed.
    Form {
        /// The form.
        form: HtmlFormElement,
        /// The button.
        submitter: Option<HtmlElement>,
    },
    /// Back or forward: the address has already changed.
    Traversal,
}

impl Origin {
    fn element(&self) -> Option<&JsValue> {
        match self {
            Self::Link(link) => Some(link),
            Self::Form { form, .. } => Some(form),
            Self::Traversal => None,
        }
    }
}

/// The page being waited for.
struct Pending {
    number: u32,
    visit: Rc<Visit>,
    controller: AbortController,
}

#[derive(Default)]
struct State {
    pending: Option<Pending>,
    last: u32,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Asks for a page, unless it is the one already asked for from the same place.
pub(super) fn begin(visit: Visit) -> Attempt {
    let again = STATE.with_borrow(|state| {
        state.pending.as_ref().is_some_and(|pending| {
            visit.origin.element().is_some()
                && pending.visit.origin.element() == visit.origin.element()
        })
    });
    if again {
        return Ok(());
    }
    let controller = AbortController::new()?;
    let request = request(&visit, &controller)?;
    let visit = Rc::new(visit);
    cancel();
    let number = STATE.with_borrow_mut(|state| {
        state.last = state.last.wrapping_add(1);
        state.pending = Some(Pending {
            number: state.last,
            visit: Rc::clone(&visit),
            controller,
        });
        state.last
    });
    after(PATIENCE, move || {
        if is_pending(number)
            && let Some(region) = by_id("live")
        {
            live::say(&region.dataset().get("loading").unwrap_or_default());
        }
    });
    after(LIMIT, move || {
        if let Some(pending) = take(number) {
            pending.controller.abort();
            fallback::load(&pending.visit, None);
        }
    });
    spawn_local(async move {
        let answer = arrival::read(request).await;
        if take(number).is_some() {
            settle(&visit, answer);
        }
    });
    Ok(())
}

/// Back, forward, or a fragment of the same page.
pub(super) fn on_traversal() {
    cancel();
    let Ok(here) = current_page() else { return };
    if swap::shows(&here) {
        entries::restore();
        return;
    }
    entries::hold();
    let url = window().and_then(|window| window.location().href());
    let visit = url.map(|url| Visit {
        url,
        body: None,
        origin: Origin::Traversal,
    });
    if visit.and_then(begin).is_err() {
        fallback::reload();
    }
}

/// The address that the page was waiting for, for the panic hook.
pub(super) fn pending_link() -> Option<String> {
    STATE
        .try_with(|state| {
            let state = state.try_borrow().ok()?;
            let visit = &state.pending.as_ref()?.visit;
            matches!(visit.origin, Origin::Link(_) | Origin::Traversal).then(|| visit.url.clone())
        })
        .ok()
        .flatten()
}

fn settle(visit: &Visit, answer: Attempt<Answer>) {
    match answer {
        Err(_) => fallback::load(visit, None),
        Ok(answer) => {
            if arrival::show(visit, &answer).is_err() {
                fallback::load(visit, Some(&answer));
            }
        }
    }
}

fn request(visit: &Visit, controller: &AbortController) -> Attempt<Request> {
    let options = RequestInit::new();
    options.set_signal(Some(&controller.signal()));
    if let Some(body) = &visit.body {
        options.set_method("POST");
        options.set_body_opt_url_search_params(Some(body));
    }
    // Not the builder of gloo-net: it rewrites the query of the address, which then enters the history.
    Ok(Request::from(web_sys::Request::new_with_str_and_init(
        &visit.url, &options,
    )?))
}

fn is_pending(number: u32) -> bool {
    STATE.with_borrow(|state| {
        state
            .pending
            .as_ref()
            .is_some_and(|pending| pending.number == number)
    })
}

fn take(number: u32) -> Option<Pending> {
    STATE.with_borrow_mut(|state| state.pending.take_if(|pending| pending.number == number))
}

fn cancel() {
    if let Some(pending) = STATE.with_borrow_mut(|state| state.pending.take()) {
        pending.controller.abort();
    }
}
