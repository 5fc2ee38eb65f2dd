//! Several lines of text under one legend: what a postal address and an identity share.

use domain::field::Need;
use leptos::prelude::*;

use super::{Question, question::join};
use crate::{
    t,
    words::{faults::fault_words, fields::marked},
};

/// One line of a composite answer.
pub(super) struct Part {
    /// Name after the dot: `birth.day`.
    pub(super) name: &'static str,
    /// Its label.
    pub(super) label: String,
    /// Whether it may be left empty even when the field is needed.
    pub(super) need: Need,
    /// Token of `autocomplete` when the data is the person's own.
    pub(super) token: &'static str,
    /// Width that suggests the length of the answer.
    pub(super) class: &'static str,
}

fn part_view(question: &Question<'_>, part: &Part, hint: Option<String>) -> AnyView {
    let id = question.id(Some(part.name));
    let need = if question.field.is_required() {
        part.need
    } else {
        Need::Optional
    };
    let error = question
        .faults()
        .find(|fault| fault.part == Some(part.name))
        .map(|fault| fault_words(question.field, fault.part, fault.code));
    let error_id = format!("{id}-error");
    let described_by = join([hint, error.is_some().then(|| error_id.clone())]);
    let invalid = error.is_some().then_some("true");
    let error = error.map(|words| {
        view! {
            <p class="field__error" id=error_id>
                {t!("field-error", words = words)}
            </p>
        }
    });
    view! {
        <div class="field__part">
            <label class="field__label field__label--part" for=id.clone()>
                {marked(part.label.clone(), need)}
            </label>
            {error}
            <input
                class=part.class
                id=id
                name=format!("{}.{}", question.field.key, part.name)
                type="text"
                dir="auto"
                autocomplete=question.autocomplete(part.token)
                value=question.typed_part(part.name)
                aria-required=(need == Need::Required).then_some("true")
                aria-invalid=invalid
                aria-describedby=described_by
            />
        </div>
    }
    .into_any()
}

/// A `fieldset` of lines, each with its own label, mark and error; the hint of the whole is described by the
/// first line, and so is an error of the whole.
///
/// RGAA 11.1, 11.5 to 11.7, 11.10, 11.11, 11.13.
pub(super) fn view(question: &Question<'_>, parts: &[Part]) -> AnyView {
    let whole_id = format!("{}-error", question.id(None));
    let whole = question
        .faults()
        .find(|fault| fault.part.is_none())
        .map(|fault| fault_words(question.field, None, fault.code));
    let hint_id = question
        .hint_view()
        .map(|_| format!("{}-hint", question.id(None)));
    let first = join([hint_id, whole.is_some().then(|| whole_id.clone())]);
    let whole = whole.map(|words| {
        view! {
            <p class="field__error" id=whole_id>
                {t!("field-error", words = words)}
            </p>
        }
    });
    let lines: Vec<AnyView> = parts
        .iter()
        .enumerate()
        .map(|(index, part)| {
            part_view(
                question,
                part,
                (index == 0).then(|| first.clone()).flatten(),
            )
        })
        .collect();
    view! {
        <fieldset class="field__set">
            <legend class="field__label">{question.legend()}</legend>
            {question.hint_view()}
            {whole}
            {lines}
        </fieldset>
    }
    .into_any()
}
