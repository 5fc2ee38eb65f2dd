//! Errors at their controls: the same HTML as the server's (`components/questions`), for one question at a time.

use domain::{
    field::{Field, FieldKind},
    validation::{Fault, FaultCode},
};
use web_sys::HtmlElement;

use super::{
    page::Page,
    standing::{Slot, controls},
};
use crate::browser::{all, live};

/// Whether a question without an error may get one now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Accuse {
    /// The person has left it.
    Yes,
    /// The person is still answering it.
    No,
}

/// Brings the errors of one question up to date with its faults. An empty answer is not accused before the form
/// is sent; errors of other questions are never touched.
pub(super) fn update(
    page: &Page,
    wrapper: &HtmlElement,
    field: &Field,
    faults: &[Fault],
    accuse: Accuse,
) {
    let faults: Vec<&Fault> = faults
        .iter()
        .filter(|fault| fault.key == field.key)
        .collect();
    for slot in slots(page, wrapper, field) {
        let fault = faults.iter().find(|fault| slot.holds(fault)).copied();
        let words = fault.and_then(|fault| words_of(page, fault));
        match (slot.standing(), fault, words) {
            (Some(error), None, _) => {
                error.remove();
                slot.mark(None);
            }
            (Some(error), Some(fault), Some(words)) => {
                if error.text_content().as_deref() != Some(words) {
                    error.set_text_content(Some(words));
                    tell(wrapper, &slot, words);
                }
                slot.mark(Some(fault));
            }
            (None, Some(fault), Some(words))
                if accuse == Accuse::Yes && !is_absence(fault.code) =>
            {
                add(&slot, wrapper, fault, words);
            }
            _ => {}
        }
    }
}

fn add(slot: &Slot, wrapper: &HtmlElement, fault: &Fault, words: &str) {
    if slot.insert(words).is_ok() {
        slot.mark(Some(fault));
        tell(wrapper, slot, words);
    }
}

/// Where this question shows its errors: one place, or one per part when each part has its own label.
fn slots(page: &Page, wrapper: &HtmlElement, field: &Field) -> Vec<Slot> {
    let controls = controls(wrapper, &field.key);
    let id = page.id(&field.key);
    if !matches!(field.kind, FieldKind::Address | FieldKind::Person) {
        return vec![Slot::of_question(&id, controls, field)];
    }
    let whole = Slot::of_whole(&id, controls.iter().take(1).cloned().collect());
    let parts = controls
        .into_iter()
        .map(|control| Slot::of_part(&id, control));
    std::iter::once(whole).chain(parts).collect()
}

/// Nothing was typed or chosen.
fn is_absence(code: FaultCode) -> bool {
    matches!(code, FaultCode::Missing | FaultCode::NotAccepted)
}

fn words_of<'a>(page: &'a Page, fault: &Fault) -> Option<&'a str> {
    let prepared = page.rules.faults.iter().find(|prepared| {
        prepared.key == fault.key
            && prepared.part == fault.part.unwrap_or_default()
            && prepared.code == fault.code as u8
    });
    prepared.map(|prepared| prepared.words.as_str())
}

/// The focus has moved on: the error is told with the label of its control (RGAA 7.5.2).
fn tell(wrapper: &HtmlElement, slot: &Slot, words: &str) {
    let label = slot
        .label()
        .or_else(|| all(wrapper, "label, legend").into_iter().next());
    let mut said = label
        .and_then(|label| label.text_content())
        .unwrap_or_default()
        .trim()
        .to_owned();
    said.push_str(". ");
    said.push_str(words);
    live::warn(&said);
}
