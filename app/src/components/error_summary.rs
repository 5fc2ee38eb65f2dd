//! What is wrong with a page of a form, first in `main`, before everything else.

use domain::{
    field::{Field, FieldKind, ungrouped},
    validation::Fault,
};
use leptos::prelude::*;

use super::{FormState, control_id, words_of};
use crate::{
    l10n::{locale, spoken},
    t,
    words::faults::{fault_words, file_fault_words},
    words::fields::part_name,
};

/// One line: the control it leads to, whose it is, what to do.
struct Line<'a> {
    target: String,
    field: &'a Field,
    part: Option<&'static str>,
    words: String,
}

/// The control of a fault: a link must lead to what the person changes, not to a group.
fn target(field: &Field, fault: &Fault, state: &FormState) -> String {
    let part = match &field.kind {
        FieldKind::Date { .. } => Some(fault.part.unwrap_or("day")),
        FieldKind::Address => Some(fault.part.unwrap_or("line1")),
        FieldKind::Person => Some(fault.part.unwrap_or("family_name")),
        FieldKind::YesNo => Some("yes"),
        FieldKind::OneOf { options } | FieldKind::SeveralOf { options, .. } => {
            options.first().map(|option| option.value.as_str())
        }
        _ => None,
    };
    control_id(&state.scope, &field.key, part)
}

/// One line per control in error: the first fault of each, and one line for a whole date.
fn lines<'a>(fields: &'a [Field], state: &FormState) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for field in ungrouped(fields) {
        let refused = state
            .file_problem
            .as_ref()
            .filter(|problem| problem.key == field.key);
        if let Some(problem) = refused {
            let target = control_id(&state.scope, &field.key, None);
            lines.push(Line {
                target,
                field,
                part: None,
                words: file_fault_words(field, problem),
            });
            continue;
        }
        let one_error = !matches!(field.kind, FieldKind::Address | FieldKind::Person);
        let mut seen: Vec<Option<&'static str>> = Vec::new();
        for fault in state.faults.iter().filter(|fault| fault.key == field.key) {
            if seen.contains(&fault.part) || (one_error && !seen.is_empty()) {
                continue;
            }
            seen.push(fault.part);
            lines.push(Line {
                target: target(field, fault, state),
                field,
                part: fault.part.filter(|_| !one_error),
                words: fault_words(field, fault.part, fault.code),
            });
        }
    }
    lines
}

fn line_view(line: Line<'_>) -> impl IntoView + use<> {
    let label = spoken(&line.field.label);
    let part = line.part.map(part_name);
    let words = if label.language == locale() {
        // "Où est le problème : …" reads better than a question mark before a colon.
        let name = label
            .words
            .trim_end_matches(['?', '؟'])
            .trim_end()
            .to_owned();
        let label = match part {
            Some(part) => t!("error-summary-part", label = name, part = part),
            None => name,
        };
        t!("error-summary-line", label = label, words = line.words).into_any()
    } else {
        let rest = match part {
            Some(part) => t!(
                "error-summary-line",
                label = format!(", {part}"),
                words = line.words
            ),
            None => t!("error-summary-line", label = "", words = line.words),
        };
        view! { {words_of(&line.field.label)} {rest} }.into_any()
    };
    view! {
        <li class="error-summary__item">
            <a class="error-summary__link" href=format!("#{}", line.target)>
                {words}
            </a>
        </li>
    }
}

/// The frame of what is wrong, for questions and for a form as a whole. `role="group"` gives the focused element
/// a name that screen readers read; the `alert` is inside, because on the focused element focus and alert race
/// (accessibility reference, 5.3). `autofocus` moves the focus with no script; the navigation module does it
/// after a swap.
pub(super) fn framed(title: String, content: AnyView) -> AnyView {
    view! {
        <div
            class="error-summary"
            id="error-summary"
            role="group"
            tabindex="-1"
            autofocus
            aria-labelledby="error-summary-title"
        >
            <div role="alert">
                <h2 class="error-summary__title" id="error-summary-title">
                    {title}
                </h2>
                {content}
            </div>
        </div>
    }
    .into_any()
}

/// Nothing without faults. The heading changes at the second refusal: the same words again would stay silent.
/// The frame is that of [`super::ProblemSummary`].
///
/// RGAA 11.10, 11.11 (each line names its field, says what to do, gives an example), 7.5, 6.1;
/// WCAG 2.5.8 (links 44 px high), 3.3.1, 3.3.3.
#[component]
pub fn ErrorSummary(
    /// Questions of the page.
    fields: Vec<Field>,
    /// What is wrong.
    state: FormState,
    /// The page was already in error with the same faults.
    again: bool,
) -> impl IntoView {
    let lines = lines(&fields, &state);
    if lines.is_empty() {
        return None;
    }
    let count = lines.len();
    let title = if again {
        t!("error-summary-again", count = count)
    } else {
        t!("error-summary-title", count = count)
    };
    let items: Vec<_> = lines.into_iter().map(line_view).collect();
    let list = view! { <ul class="error-summary__list">{items}</ul> };
    Some(framed(title, list.into_any()))
}
