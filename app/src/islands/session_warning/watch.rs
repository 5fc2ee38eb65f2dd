//! The countdown: looks at the server, opens the dialog, reminds, prolongs, and ends.

use std::cell::{Cell, RefCell};

use gloo_net::http::Request;
use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlDialogElement, RequestInit};

use super::{
    HOLDER,
    steps::{Level, Step, first, step},
    typed,
};
use crate::browser::{
    Attempt, Plan, absent, after, all, by_id, document, listen, live, plan, window,
};

thread_local! {
    /// The next look, and the page that it is for.
    static NEXT: Plan = const { Plan::new() };
    /// When the access ends by the clock of this device, in milliseconds, for when the server does not answer.
    static END: Cell<f64> = const { Cell::new(0.0) };
    /// The last reminder said.
    static SAID: Cell<Option<Level>> = const { Cell::new(None) };
    /// Title of the page while the dialog has its own.
    static TITLE: RefCell<Option<String>> = const { RefCell::new(None) };
    /// What was typed is kept.
    static KEPT: Cell<bool> = const { Cell::new(false) };
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// What the server says.
enum Answer {
    /// Seconds left.
    Left(i32),
    /// The access is over.
    Over,
    /// Nothing that can be understood.
    Away,
}

pub(super) fn start() -> Attempt {
    let dialog = dialog().ok_or_else(absent)?;
    KEPT.set(false);
    let whole = data(&dialog, "left").parse().unwrap_or(0);
    note(whole);
    for button in all(&dialog, "button") {
        listen(&button, "click", |_| stay());
    }
    // Escape is the safe action.
    listen(&dialog, "cancel", |event| {
        event.prevent_default();
        stay();
    });
    for link in all(&dialog, "a") {
        listen(&link, "click", |_| leave());
    }
    if !WATCHED.replace(true) {
        // Timers stand still while a device sleeps or a page is kept aside, and "I am done" may have been said in
        // another tab.
        let (document, window) = (document()?, window()?);
        listen(&document, "visibilitychange", |_| look_if_seen());
        listen(&window, "pageshow", |_| look_if_seen());
    }
    look_in(first(whole));
    Ok(())
}

/// Closes the dialog and forgets the page.
pub(super) fn leave() {
    NEXT.with(Plan::give_up);
    if let Some(dialog) = dialog() {
        close(&dialog);
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    by_id(HOLDER)?.dyn_into().ok()
}

fn data(dialog: &HtmlDialogElement, name: &str) -> String {
    dialog.dataset().get(name).unwrap_or_default()
}

fn note(left: i32) {
    END.set(Date::now() + f64::from(left) * 1_000.0);
}

fn look_in(seconds: i32) {
    plan(&NEXT, seconds, look);
}

fn look_if_seen() {
    if !document().is_ok_and(|document| document.hidden()) {
        look();
    }
}

#[expect(clippy::cast_possible_truncation, reason = "some hours in seconds")]
fn estimated() -> i32 {
    ((END.get() - Date::now()) / 1_000.0) as i32
}

/// Asks how long the access still lasts, and does what that asks for.
pub(super) fn look() {
    speak("GET");
}

/// Stays: the access gets its whole time again.
fn stay() {
    speak("POST");
}

fn speak(method: &'static str) {
    let Some(dialog) = dialog() else { return };
    let round = NEXT.with(Plan::round);
    spawn_local(async move {
        let answer = ask(&dialog, method).await;
        let stays = method == "POST";
        if NEXT.with(Plan::round) != round && !stays {
            return;
        }
        match answer {
            // Kept at the last moment: the page that shows it is newer than this one.
            Answer::Left(_) if stays && KEPT.get() => again(),
            Answer::Left(left) => {
                act(&dialog, left);
                if stays {
                    live::say(&data(&dialog, "stayed"));
                }
            }
            Answer::Over => over(&dialog),
            Answer::Away if !stays && estimated() > 0 => act(&dialog, estimated()),
            // What was typed would be lost with the page: it stays until the server answers.
            Answer::Away => {
                alert(&dialog, "failed");
                look_in(15);
            }
        }
    });
}

async fn ask(dialog: &HtmlDialogElement, method: &str) -> Answer {
    let options = RequestInit::new();
    options.set_method(method);
    let request = web_sys::Request::new_with_str_and_init(&data(dialog, "access"), &options);
    let Ok(request) = request else {
        return Answer::Away;
    };
    let Ok(answer) = Request::from(request).send().await else {
        return Answer::Away;
    };
    match answer.status() {
        200 => match answer.text().await.ok().and_then(|text| text.parse().ok()) {
            Some(left) => Answer::Left(left),
            None => Answer::Away,
        },
        404 => Answer::Over,
        _ => Answer::Away,
    }
}

fn act(dialog: &HtmlDialogElement, left: i32) {
    note(left);
    match step(left) {
        Step::Wait(pause) => {
            // Prolonged in another tab, or not due yet.
            close(dialog);
            KEPT.set(false);
            look_in(pause);
        }
        Step::Warn(level, pause) => {
            warn(dialog, level);
            look_in(pause);
        }
        Step::End(pause) => {
            warn(dialog, Level::Last);
            if let (false, Some(form)) = (KEPT.get(), typed::form()) {
                spawn_local(async move {
                    KEPT.set(typed::keep(&form).await.unwrap_or(false));
                });
            }
            look_in(pause);
        }
    }
}

const fn phrase(level: Level) -> &'static str {
    match level {
        Level::Two => "two",
        Level::One => "one",
        Level::Last => "last",
    }
}

/// Opens the dialog, or reminds in it.
fn warn(dialog: &HtmlDialogElement, level: Level) {
    if SAID.get() >= Some(level) {
        return;
    }
    SAID.set(Some(level));
    if dialog.open() {
        return alert(dialog, phrase(level));
    }
    let mut words = data(dialog, phrase(level));
    words.push(' ');
    words.push_str(&data(dialog, "safe"));
    // Before it opens: it is read then.
    if let Some(text) = by_id("session-text") {
        text.set_text_content(Some(&words));
    }
    if let Ok(document) = document() {
        let own = document.title();
        let mut title = data(dialog, "title");
        title.push_str(" – ");
        title.push_str(&own);
        document.set_title(&title);
        TITLE.set(Some(own));
    }
    let _ = dialog.show_modal();
}

fn alert(dialog: &HtmlDialogElement, name: &str) {
    if let Some(alert) = all(dialog, "[role=alert]").into_iter().next() {
        // The same words twice are no change for a screen reader.
        alert.set_text_content(None);
        let words = data(dialog, name);
        after(100, move || alert.set_text_content(Some(&words)));
    }
}

fn close(dialog: &HtmlDialogElement) {
    SAID.set(None);
    if let (Some(title), Ok(document)) = (TITLE.take(), document()) {
        document.set_title(&title);
    }
    if dialog.open() {
        dialog.close();
    }
    for alert in all(dialog, "[role=alert]") {
        alert.set_text_content(None);
    }
}

/// Loads the page again, whatever form it answered.
fn again() {
    if let Ok(window) = window() {
        let location = window.location();
        let _ = location.href().and_then(|own| location.replace(&own));
    }
}

/// The page goes: the one after says that the access ended and how to open the request again. What was typed and could
/// not be kept before is sent with it, to be kept for a while.
fn over(dialog: &HtmlDialogElement) {
    let address = data(dialog, "closed");
    leave();
    let late = typed::form().filter(|_| !KEPT.get());
    let sent = late.is_some_and(|form| form.request_submit().is_ok());
    if let (false, Ok(window)) = (sent, window()) {
        let _ = window.location().replace(&address);
    }
}
