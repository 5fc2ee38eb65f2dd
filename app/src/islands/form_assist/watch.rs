//! Listens to the form: a key counts, a choice shows and hides, leaving a question checks it.

use std::{cell::Cell, rc::Rc};

use domain::field::FieldKind;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlFormElement};

use super::{
    counter,
    errors::{self, Accuse},
    page::{Page, form, key_of, wrapper_of},
};
use crate::{
    browser::{Attempt, absent, after, all, by_id, document, listen},
    islands::form_rules::{self, ASSISTED, decode::decode},
};

/// Milliseconds between leaving a question and judging it: the focus may come back at once, as it does when
/// one clicks a label.
const LEAVING: i32 = 200;
/// How many times to wait for a button to be released: it may be released outside the form.
const PATIENCE: u32 = 10;

/// Starts to assist the form of the page.
pub(super) fn start() -> Attempt {
    let holder = by_id(form_rules::HOLDER).ok_or_else(absent)?;
    let text = holder.get_attribute("data-rules").ok_or_else(absent)?;
    let rules = decode(&text).ok_or_else(absent)?;
    let form = form().ok_or_else(absent)?;
    let page = Rc::new(Page { rules });
    // Browsers restore choices on Back and on reload; nothing is told of a page that has just come.
    page.show_applying(&page.check());
    for area in all(&form, "textarea") {
        if let Some(key) = wrapper_of(&area).as_ref().and_then(key_of) {
            counter::begin(&page, &key, &area);
        }
    }
    let pressed = Rc::new(Cell::new(false));
    on(&form, "input", &page, |page, target| {
        if let Some(key) = wrapper_of(target).as_ref().and_then(key_of) {
            counter::update(page, &key, target);
        }
    });
    let held = Rc::clone(&pressed);
    on(&form, "change", &page, move |page, target| {
        // Pressing a button or a choice ends the typing in a line of text: that change comes with the press.
        let (page, target) = (Rc::clone(page), target.clone());
        steadily(Rc::clone(&held), PATIENCE, move || changed(&page, &target));
    });
    for (kind, down) in [
        ("pointerdown", true),
        ("pointerup", false),
        ("pointercancel", false),
    ] {
        let pressed = Rc::clone(&pressed);
        listen(&form, kind, move |_| pressed.set(down));
    }
    on(&form, "focusout", &page, move |page, target| {
        if let Some(wrapper) = wrapper_of(target) {
            let (page, held) = (Rc::clone(page), Rc::clone(&pressed));
            after(LEAVING, move || {
                steadily(held, PATIENCE, move || leave(&page, &wrapper));
            });
        }
    });
    sign(&form)
}

/// Tells the server that this page shows dependent questions at once. Last, for it must be true; once, for a form
/// keeps it when the browser brings its page back.
fn sign(form: &HtmlFormElement) -> Attempt {
    let is_sign = |input: &HtmlElement| input.get_attribute("name").as_deref() == Some(ASSISTED);
    if all(form, "input[type=hidden]").iter().any(is_sign) {
        return Ok(());
    }
    let sign = document()?.create_element("input")?;
    for (name, value) in [("type", "hidden"), ("name", ASSISTED), ("value", "yes")] {
        sign.set_attribute(name, value)?;
    }
    form.append_child(&sign)?;
    Ok(())
}

fn on(
    form: &HtmlElement,
    kind: &str,
    page: &Rc<Page>,
    handler: impl Fn(&Rc<Page>, &HtmlElement) + 'static,
) {
    let page = Rc::clone(page);
    listen(form, kind, move |event: Event| {
        if let Some(target) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok())
        {
            handler(&page, &target);
        }
    });
}

/// An answer changed: other questions may apply, and an error of this one may be settled.
fn changed(page: &Rc<Page>, target: &HtmlElement) {
    if !target.is_connected() {
        return;
    }
    let checked = page.check();
    page.tell(&page.show_applying(&checked));
    let Some(wrapper) = wrapper_of(target) else {
        return;
    };
    if let Some(field) = key_of(&wrapper).and_then(|key| page.field(&key)) {
        errors::update(page, &wrapper, field, &checked.faults, Accuse::No);
    }
}

/// Does at once what may move the page, but never while a button is held down: the release would miss what was
/// aimed at.
fn steadily(pressed: Rc<Cell<bool>>, patience: u32, action: impl FnOnce() + 'static) {
    if pressed.get() && patience > 0 {
        after(LEAVING, move || steadily(pressed, patience - 1, action));
    } else {
        action();
    }
}

/// Checks a question once the focus has really left it.
fn leave(page: &Rc<Page>, wrapper: &HtmlElement) {
    let active = document()
        .ok()
        .and_then(|document| document.active_element());
    if !wrapper.is_connected() || active.is_some_and(|active| wrapper.contains(Some(&active))) {
        return;
    }
    let Some(field) = key_of(wrapper).and_then(|key| page.field(&key)) else {
        return;
    };
    if !matches!(field.kind, FieldKind::Group { .. }) {
        errors::update(page, wrapper, field, &page.check().faults, Accuse::Yes);
    }
}
