//! Waits for the end, by the clock of this device, from the seconds that the page brought.

use std::cell::Cell;

use js_sys::Date;
use web_sys::HtmlElement;

use super::{
    BELOW, OVER, SOON, UNTIL,
    steps::{Step, step},
};
use crate::browser::{Attempt, Plan, absent, by_id, document, listen, live, plan};

thread_local! {
    /// When the time of the page is free again, in milliseconds.
    static END: Cell<f64> = const { Cell::new(0.0) };
    static NEXT: Plan = const { Plan::new() };
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

pub(super) fn start() -> Attempt {
    let until = by_id(UNTIL).ok_or_else(absent)?;
    let left = until.dataset().get("left").ok_or_else(absent)?;
    let left: i32 = left.parse().map_err(|_| absent())?;
    END.set(Date::now() + f64::from(left) * 1_000.0);
    if !WATCHED.replace(true) {
        // Timers stand still while a device sleeps.
        listen(&*document()?, "visibilitychange", |_| look());
    }
    // The page says until when: whoever opens it in the last minutes is not told twice.
    if let Step::Soon(pause) = step(left) {
        plan(&NEXT, pause, look);
    } else {
        look();
    }
    Ok(())
}

fn look() {
    // Gone with the page that it was about.
    if by_id(UNTIL).is_none() {
        return;
    }
    match step(left()) {
        Step::Wait(pause) => plan(&NEXT, pause, look),
        Step::Soon(pause) => {
            tell(SOON);
            plan(&NEXT, pause, look);
        }
        Step::Over => {
            for line in [UNTIL, BELOW, SOON].into_iter().filter_map(by_id) {
                line.set_hidden(true);
            }
            tell(OVER);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "some minutes in seconds")]
fn left() -> i32 {
    ((END.get() - Date::now()) / 1_000.0).ceil() as i32
}

/// Shows a line and says it, once.
fn tell(id: &str) {
    if let Some(line) = by_id(id).filter(HtmlElement::hidden) {
        line.set_hidden(false);
        live::say(&line.text_content().unwrap_or_default());
    }
}
