//! A date in three inputs, because a calendar is slow for a birth date and a single line has too many forms.

use domain::field::About;
use domain::field::{FieldKind, Period};
use leptos::prelude::*;

use super::Question;
use crate::t;

/// Token of `autocomplete`: only a past date of the person who types can be their birth date.
fn token(question: &Question<'_>, token: &'static str) -> &'static str {
    let birth = matches!(
        question.field.kind,
        FieldKind::Date {
            period: Period::Past,
            ..
        }
    ) && question.field.about == About::Oneself;
    if birth { token } else { "off" }
}

/// Whether a part is marked wrong: it is named by a fault, or a fault is about the whole date.
fn is_wrong(question: &Question<'_>, part: &str) -> bool {
    question
        .faults()
        .any(|fault| fault.part.is_none_or(|wrong| wrong == part))
}

fn part_view(
    question: &Question<'_>,
    part: &'static str,
    words: String,
    birthday: &'static str,
    is_first: IsFirst,
) -> AnyView {
    let wrong = is_wrong(question, part);
    let described = (is_first == IsFirst::Yes || wrong)
        .then(|| question.described_by(None))
        .flatten();
    let class = if part == "year" {
        "date__input date__input--year"
    } else {
        "date__input"
    };
    // Month names are accepted, so the month keeps the whole keyboard.
    let keyboard = if part == "month" {
        None
    } else {
        Some("numeric")
    };
    view! {
        <div class="date__part">
            <label class="date__label" for=question.id(Some(part))>
                {words}
            </label>
            <input
                class=format!("field__control {class}")
                id=question.id(Some(part))
                name=format!("{}.{part}", question.field.key)
                type="text"
                inputmode=keyboard
                dir="auto"
                autocomplete=token(question, birthday)
                value=question.typed_part(part)
                aria-required=question.required()
                aria-invalid=wrong.then_some("true")
                aria-describedby=described
            />
        </div>
    }
    .into_any()
}

/// The part that carries hint and error for the whole group.
#[derive(Clone, Copy, PartialEq, Eq)]
enum IsFirst {
    Yes,
    No,
}

/// Day, month, year, each with its label; hint and error on the first part and on each wrong one
/// (accessibility reference, 5.4). No automatic move from part to part (RGAA 7.4).
///
/// RGAA 11.1, 11.5 to 11.7 (`fieldset`, `legend`), 11.10, 11.11, 11.13.
pub(super) fn view(question: &Question<'_>) -> AnyView {
    view! {
        <fieldset class="field__set">
            <legend class="field__label">{question.label()}</legend>
            {question.hint_view()}
            {question.error_view(None)}
            <div class="date">
                {part_view(question, "day", t!("part-day"), "bday-day", IsFirst::Yes)}
                {part_view(question, "month", t!("part-month"), "bday-month", IsFirst::No)}
                {part_view(question, "year", t!("part-year"), "bday-year", IsFirst::No)}
            </div>
        </fieldset>
    }
    .into_any()
}
