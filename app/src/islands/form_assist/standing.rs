//! One place where an error may stand: its paragraph, and the attributes of the controls that it is about.

use domain::{
    field::{Field, FieldKind},
    validation::Fault,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::{
    browser::{Attempt, absent, all, by_id},
    islands::marks::{describe, error_before, set_invalid},
};

/// A control with the part of the answer that it holds, empty for the whole.
#[derive(Clone)]
pub(super) struct Control {
    element: HtmlElement,
    part: String,
}

/// Controls of a question, in order.
pub(super) fn controls(wrapper: &HtmlElement, key: &str) -> Vec<Control> {
    all(wrapper, "input[name], textarea[name], select[name]")
        .into_iter()
        .filter_map(|element| {
            let name = element.get_attribute("name")?;
            let rest = name.strip_prefix(key)?;
            let part = if rest.is_empty() {
                rest
            } else {
                rest.strip_prefix('.')?
            };
            Some(Control {
                part: part.to_owned(),
                element,
            })
        })
        .collect()
}

/// What a slot speaks of.
enum Scope {
    /// The question as a whole, with every fault of it.
    Question { invalid: Invalid },
    /// A composite answer as a whole.
    Whole,
    /// One part of a composite answer.
    Part(String),
}

/// Which elements say that they are wrong.
#[derive(Clone, Copy)]
enum Invalid {
    /// The control.
    Control,
    /// The parts that the fault names.
    Parts,
    /// The `fieldset` with the role `radiogroup`: ARIA refuses it on a radio.
    Group,
    /// None: ARIA refuses it on a plain `fieldset` and on one checkbox of several.
    Nobody,
}

/// A place for an error.
pub(super) struct Slot {
    error_id: String,
    controls: Vec<Control>,
    scope: Scope,
}

impl Slot {
    /// The one place of a question.
    pub(super) fn of_question(id: &str, controls: Vec<Control>, field: &Field) -> Self {
        let invalid = match field.kind {
            FieldKind::Date { .. } => Invalid::Parts,
            FieldKind::YesNo | FieldKind::OneOf { .. } => Invalid::Group,
            FieldKind::SeveralOf { .. } => Invalid::Nobody,
            _ => Invalid::Control,
        };
        Self {
            error_id: error_id(id, ""),
            controls,
            scope: Scope::Question { invalid },
        }
    }

    /// The place for a composite answer as a whole.
    pub(super) fn of_whole(id: &str, controls: Vec<Control>) -> Self {
        Self {
            error_id: error_id(id, ""),
            controls,
            scope: Scope::Whole,
        }
    }

    /// The place of one part.
    pub(super) fn of_part(id: &str, control: Control) -> Self {
        let part = control.part.clone();
        Self {
            error_id: error_id(id, &part),
            controls: vec![control],
            scope: Scope::Part(part),
        }
    }

    /// Whether a fault is shown here.
    pub(super) fn holds(&self, fault: &Fault) -> bool {
        match &self.scope {
            Scope::Question { .. } => true,
            Scope::Whole => fault.part.is_none(),
            Scope::Part(part) => fault.part == Some(part.as_str()),
        }
    }

    /// The error that stands here.
    pub(super) fn standing(&self) -> Option<HtmlElement> {
        by_id(&self.error_id)
    }

    /// Label of the part.
    pub(super) fn label(&self) -> Option<HtmlElement> {
        let Scope::Part(_) = self.scope else {
            return None;
        };
        let control = &self.controls.first()?.element;
        all(&control.parent_element()?, "label").into_iter().next()
    }

    /// Writes the error between the hint and the control, or the block of controls.
    pub(super) fn insert(&self, words: &str) -> Attempt {
        let first = &self.controls.first().ok_or_else(absent)?.element;
        let block = match self.scope {
            Scope::Whole => first.closest(".field__part")?,
            _ => first.closest(".choice, .date")?,
        };
        error_before(block.as_ref().unwrap_or(first), &self.error_id, words)
    }

    /// Brings `aria-invalid` and `aria-describedby` up to date.
    pub(super) fn mark(&self, fault: Option<&Fault>) {
        for (index, Control { element, part }) in self.controls.iter().enumerate() {
            let named = fault.is_some_and(|fault| fault.part.is_none_or(|wrong| wrong == part));
            let (invalid, described) = match &self.scope {
                Scope::Question {
                    invalid: Invalid::Parts,
                } => {
                    set_invalid(element, named);
                    (None, fault.is_some() && (index == 0 || named))
                }
                Scope::Question {
                    invalid: Invalid::Group,
                } => {
                    let group = element.closest("[role=radiogroup]").ok().flatten();
                    (group, fault.is_some() && index == 0)
                }
                Scope::Question {
                    invalid: Invalid::Nobody,
                } => (None, fault.is_some() && index == 0),
                Scope::Whole => (None, fault.is_some()),
                Scope::Question {
                    invalid: Invalid::Control,
                }
                | Scope::Part(_) => (
                    Some(element.clone().unchecked_into::<Element>()),
                    fault.is_some(),
                ),
            };
            if let Some(invalid) = invalid {
                set_invalid(&invalid, fault.is_some());
            }
            describe(element, &self.error_id, described);
        }
    }
}

fn error_id(id: &str, part: &str) -> String {
    let mut error = String::from(id);
    if !part.is_empty() {
        error.push('-');
        error.push_str(part);
    }
    error.push_str("-error");
    error
}
