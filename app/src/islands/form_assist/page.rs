//! The form as it stands in the page: what is typed in it, which questions are shown.

use std::collections::BTreeMap;

use domain::{
    field::{Field, FieldKind},
    submitted::Submitted,
    validation::{Checked, check_fields},
};
use js_sys::{Array, Intl::PluralRules, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FormData, HtmlElement, HtmlFormElement};

use crate::{
    browser::{all, by_id, document, live},
    islands::form_rules::{FormRules, PluralWords},
};

/// The rules of the form. The form itself is looked up each time: held from here, it would outlive its page.
pub(super) struct Page {
    pub(super) rules: FormRules,
}

/// The form of the page.
pub(super) fn form() -> Option<HtmlFormElement> {
    by_id("step-form")?.dyn_into().ok()
}

impl Page {
    /// Every rule of the page, applied to what is typed now.
    pub(super) fn check(&self) -> Checked {
        let typed = form()
            .and_then(|form| typed(&form).ok())
            .unwrap_or_default();
        check_fields(
            &self.rules.fields,
            &typed,
            &BTreeMap::new(),
            &self.rules.earlier,
            self.rules.today,
        )
    }

    /// A question of the page, in a group or not.
    pub(super) fn field(&self, key: &str) -> Option<&Field> {
        find(&self.rules.fields, key)
    }

    /// Id of the control of a question.
    pub(super) fn id(&self, key: &str) -> String {
        let mut id = self.rules.id_prefix.clone();
        id.push_str(key);
        id
    }

    /// Shows what applies and hides the rest, which keeps what was typed in it. Gives what appeared.
    pub(super) fn show_applying(&self, checked: &Checked) -> Appeared {
        let mut appeared = Appeared::default();
        let wrappers = form().map(|form| all(&form, ".field[data-field]"));
        for wrapper in wrappers.into_iter().flatten() {
            let Some(key) = key_of(&wrapper) else {
                continue;
            };
            let applies = checked.applying.contains(&key);
            if wrapper.has_attribute("hidden") == applies {
                wrapper.set_hidden(!applies);
                if let (true, Some(field)) = (applies, self.field(&key)) {
                    appeared.add(field, &wrapper);
                }
            }
        }
        appeared
    }

    /// Tells what appeared further down (RGAA 7.5, WCAG 4.1.3).
    pub(super) fn tell(&self, appeared: &Appeared) {
        for heading in &appeared.headings {
            live::say(heading);
        }
        if appeared.questions > 0 {
            live::say(&in_plural(&self.rules.added, appeared.questions));
        }
    }
}

/// What an answer made appear.
#[derive(Default)]
pub(super) struct Appeared {
    questions: usize,
    /// Headings of texts to read: "call 112" must not appear without a word.
    headings: Vec<String>,
}

impl Appeared {
    fn add(&mut self, field: &Field, wrapper: &HtmlElement) {
        match field.kind {
            FieldKind::Group { .. } => {}
            FieldKind::Information { .. } => {
                let heading = all(wrapper, "h1, h2, h3").into_iter().next();
                self.headings
                    .extend(heading.and_then(|heading| heading.text_content()));
            }
            _ => self.questions += 1,
        }
    }
}

/// The wrapper of the question that an element belongs to, the innermost when questions form a group.
pub(super) fn wrapper_of(element: &Element) -> Option<HtmlElement> {
    element.closest(".field[data-field]").ok()??.dyn_into().ok()
}

/// Key of the question in a wrapper.
pub(super) fn key_of(wrapper: &HtmlElement) -> Option<String> {
    wrapper.get_attribute("data-field")
}

/// A sentence with its number, in the plural form that the language of the page asks for.
pub(super) fn in_plural(words: &PluralWords, number: usize) -> String {
    let language = document()
        .ok()
        .and_then(|document| document.document_element()?.get_attribute("lang"))
        .unwrap_or_default();
    let rules = PluralRules::new(&Array::of1(&language.into()), &Object::new());
    #[expect(
        clippy::cast_precision_loss,
        reason = "no text has that many characters"
    )]
    let category = String::from(rules.select(number as f64));
    words.say(&category, number)
}

fn typed(form: &HtmlFormElement) -> Result<Submitted, JsValue> {
    let mut pairs = Vec::new();
    for entry in &FormData::new_with_form(form)?.entries() {
        let pair: Array = entry?.unchecked_into();
        if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
            pairs.push((name, value));
        }
    }
    Ok(Submitted(pairs))
}

fn find<'a>(fields: &'a [Field], key: &str) -> Option<&'a Field> {
    fields.iter().find_map(|field| match &field.kind {
        _ if field.key == key => Some(field),
        FieldKind::Group { fields } => find(fields, key),
        _ => None,
    })
}
