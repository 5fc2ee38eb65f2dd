//! Choices: yes or no, one of a list, several of a list.

use domain::{
    field::{Choice, Role},
    quality::Point,
};
use leptos::prelude::*;

use super::{Question, question::join};
use crate::{components::words_of, t};

/// One line of a list of choices.
struct Line {
    value: String,
    label: AnyView,
    hint: Option<AnyView>,
    /// A face beside the words, which say the same.
    face: Option<AnyView>,
}

fn lines(options: &[Choice]) -> Vec<Line> {
    options
        .iter()
        .map(|option| Line {
            value: option.value.clone(),
            label: words_of(&option.label).into_any(),
            hint: option.hint.as_ref().map(|hint| words_of(hint).into_any()),
            face: None,
        })
        .collect()
}

/// A native control with its label beside it. Hint and error of the group are described by the first control
/// only: on the `fieldset` they are not read (accessibility reference, 5.2).
fn line_view(
    question: &Question<'_>,
    kind: &'static str,
    line: Line,
    group: Option<String>,
) -> AnyView {
    let id = question.id(Some(&line.value));
    let hint_id = line.hint.is_some().then(|| format!("{id}-hint"));
    let described_by = join([group, hint_id.clone()]);
    let checked = question
        .state
        .typed
        .all(&question.field.key)
        .any(|value| value == line.value);
    let hint = line.hint.map(|hint| {
        view! {
            <p class="choice__hint" id=hint_id>
                {hint}
            </p>
        }
    });
    view! {
        <div class="choice">
            <input
                class="choice__control"
                id=id.clone()
                name=question.field.key.clone()
                type=kind
                value=line.value
                checked=checked
                aria-describedby=described_by
            />
            <label class="choice__label" for=id>
                {line.face}
                {line.label}
            </label>
            {hint}
        </div>
    }
    .into_any()
}

fn list(question: &Question<'_>, kind: &'static str, lines: Vec<Line>) -> Vec<AnyView> {
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let group = (index == 0).then(|| question.described_by(None)).flatten();
            line_view(question, kind, line, group)
        })
        .collect()
}

fn radios(question: &Question<'_>, lines: Vec<Line>) -> AnyView {
    view! {
        <fieldset
            class="field__set"
            role="radiogroup"
            aria-required=question.required()
            aria-invalid=question.invalid(None)
        >
            <legend class="field__label">{question.label()}</legend>
            {question.hint_view()}
            {question.error_view(None)}
            {list(question, "radio", lines)}
        </fieldset>
    }
    .into_any()
}

/// Radio buttons; `role="radiogroup"` carries what ARIA refuses on a radio.
///
/// RGAA 11.4 (label beside its control), 11.5 to 11.7, 11.10, 11.11; nothing is chosen beforehand.
pub(super) fn one_of(question: &Question<'_>, options: &[Choice]) -> AnyView {
    let mut lines = lines(options);
    if question.field.role == Some(Role::Satisfaction) {
        for line in &mut lines {
            line.face = Point::from_name(&line.value).map(face);
        }
    }
    radios(question, lines)
}

/// A face drawn from its mouth: from turned down to turned up. Decoration: the words beside it say the same (RGAA 1.2,
/// 3.1).
fn face(point: Point) -> AnyView {
    let mouth = match point {
        Point::Best => "M7 13q5 7 10 0z",
        Point::Good => "M7 14q5 4 10 0",
        Point::Middle => "M7 15h10",
        Point::Bad => "M7 17q5-4 10 0",
        Point::Worst => "M7 18q5-7 10 0z",
    };
    view! {
        <svg class="choice__face" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <circle cx="12" cy="12" r="11"/>
            <path d="M8 8v2M16 8v2"/>
            <path d=mouth/>
        </svg>
    }
    .into_any()
}

/// Yes and no as radio buttons: a checkbox cannot tell "no" from "not answered".
pub(super) fn yes_no(question: &Question<'_>) -> AnyView {
    let line = |value: &str, words: String| Line {
        value: value.to_owned(),
        label: words.into_any(),
        hint: None,
        face: None,
    };
    radios(
        question,
        vec![line("yes", t!("answer-yes")), line("no", t!("answer-no"))],
    )
}

/// Checkboxes in a plain `fieldset`, which may carry neither `aria-required` nor `aria-invalid`: the legend and
/// the described error say both.
///
/// RGAA 11.4, 11.5 to 11.7, 11.10, 11.11.
pub(super) fn several_of(question: &Question<'_>, options: &[Choice]) -> AnyView {
    view! {
        <fieldset class="field__set">
            <legend class="field__label">{question.label()}</legend>
            {question.hint_view()}
            {question.error_view(None)}
            {list(question, "checkbox", lines(options))}
        </fieldset>
    }
    .into_any()
}
