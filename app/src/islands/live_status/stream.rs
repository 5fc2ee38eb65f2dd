//! The stream of news: open while the page is seen, and only then, since each takes a connection.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{Event, EventSource, MessageEvent};

use super::HOLDER;
use crate::{
    browser::{Attempt, absent, after, all, by_id, document, listen, live, window},
    islands::session_warning,
};

/// Milliseconds before a refused stream is asked for again; twice as long each time.
const AGAIN: i32 = 15_000;
/// How often that is tried.
const TRIES: u32 = 6;

thread_local! {
    static OPEN: RefCell<Option<EventSource>> = const { RefCell::new(None) };
    /// Refusals in a row.
    static REFUSED: Cell<u32> = const { Cell::new(0) };
    /// The document is listened to: once, however many pages it shows.
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

pub(super) fn start() -> Attempt {
    close();
    REFUSED.set(0);
    if !WATCHED.replace(true) {
        let (document, window) = (document()?, window()?);
        listen(&document, "visibilitychange", |_| follow());
        // A page that the browser keeps aside holds no connection, and asks anew when it comes back.
        listen(&window, "pagehide", |_| close());
        listen(&window, "pageshow", |_| follow());
    }
    follow();
    Ok(())
}

pub(super) fn close() {
    if let Some(source) = OPEN.take() {
        source.close();
    }
}

fn follow() {
    if document().is_ok_and(|document| document.hidden()) {
        close();
    } else if OPEN.with_borrow(Option::is_none) {
        // A page without news has no strip.
        let _ = open();
    }
}

fn open() -> Attempt {
    let holder = by_id(HOLDER).ok_or_else(absent)?;
    let address = holder.get_attribute("data-stream").ok_or_else(absent)?;
    let source = EventSource::new(&address)?;
    listen(&source, "message", |event| {
        let _ = tell(&event);
    });
    listen(&source, "error", |_| broke());
    OPEN.set(Some(source));
    Ok(())
}

/// A stream that broke is opened again by the browser; one that was refused, by us, later.
fn broke() {
    let refused = |source: &EventSource| source.ready_state() == EventSource::CLOSED;
    if !OPEN.with_borrow(|source| source.as_ref().is_some_and(refused)) {
        return;
    }
    close();
    // Mostly since the access is over: then the page goes.
    session_warning::look();
    let tries = REFUSED.get();
    REFUSED.set(tries + 1);
    if tries < TRIES {
        after(AGAIN << tries, follow);
    }
}

fn tell(event: &Event) -> Attempt {
    REFUSED.set(0);
    let event: &MessageEvent = event.dyn_ref().ok_or_else(absent)?;
    let words = event.data().as_string().ok_or_else(absent)?;
    let holder = by_id(HOLDER).ok_or_else(absent)?;
    let shown = all(&holder, ".live-news__words").into_iter().next();
    let shown = shown.ok_or_else(absent)?;
    // A stream opened again says again what was told.
    if shown.text_content().as_deref() == Some(&words) {
        return Ok(());
    }
    shown.set_text_content(Some(&words));
    holder.set_hidden(false);
    let mut said = words;
    said.push(' ');
    said.push_str(&holder.get_attribute("data-where").unwrap_or_default());
    live::say(&said);
    Ok(())
}
