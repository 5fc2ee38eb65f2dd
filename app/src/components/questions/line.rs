//! One line of text: short text, e-mail, phone, whole number.

use domain::field::{FieldKind, Meaning};
use leptos::prelude::*;

use super::Question;

/// How the browser helps to type one line.
struct Line {
    /// Kind of input: never `number`, which changes on a scroll and refuses spaces.
    kind: &'static str,
    /// Keyboard of a phone.
    keyboard: Option<&'static str>,
    /// Token of `autocomplete` when the data is the person's own.
    token: Option<&'static str>,
    /// Direction of the writing.
    dir: &'static str,
    /// Width that suggests the length of the answer.
    class: &'static str,
}

const fn line_of(kind: &FieldKind) -> Line {
    const WIDE: &str = "field__control";
    match kind {
        FieldKind::Email => Line {
            kind: "email",
            keyboard: None,
            token: Some("email"),
            dir: "ltr",
            class: WIDE,
        },
        FieldKind::Phone => Line {
            kind: "tel",
            keyboard: None,
            token: Some("tel"),
            dir: "ltr",
            class: "field__control field__control--medium",
        },
        FieldKind::Number { .. } => Line {
            kind: "text",
            keyboard: Some("numeric"),
            token: None,
            dir: "ltr",
            class: "field__control field__control--short",
        },
        FieldKind::ShortText {
            meaning,
            max_length,
            ..
        } => Line {
            kind: "text",
            keyboard: None,
            token: match meaning {
                Some(Meaning::FamilyName) => Some("family-name"),
                Some(Meaning::GivenNames) => Some("given-name"),
                Some(Meaning::City) => Some("address-level2"),
                Some(Meaning::Organisation) => Some("organization"),
                Some(Meaning::TrackingCode | Meaning::HandOverCode) | None => None,
            },
            dir: "auto",
            class: if *max_length <= 20 {
                "field__control field__control--medium"
            } else {
                WIDE
            },
        },
        _ => Line {
            kind: "text",
            keyboard: None,
            token: None,
            dir: "auto",
            class: WIDE,
        },
    }
}

/// Label, hint, error, input (accessibility reference, 5.1).
///
/// RGAA 11.1, 11.2, 11.4 (label above), 11.10, 11.11, 11.13; no `maxlength`, which cuts without a word.
pub(super) fn view(question: &Question<'_>) -> AnyView {
    let line = line_of(&question.field.kind);
    let autocomplete = line
        .token
        .map_or("off", |token| question.autocomplete(token));
    view! {
        <label class="field__label" for=question.id(None)>
            {question.label()}
        </label>
        {question.hint_view()}
        {question.error_view(None)}
        <input
            class=line.class
            id=question.id(None)
            name=question.field.key.clone()
            type=line.kind
            inputmode=line.keyboard
            dir=line.dir
            autocomplete=autocomplete
            value=question.typed()
            aria-required=question.required()
            aria-invalid=question.invalid(None)
            aria-describedby=question.described_by(None)
        />
    }
    .into_any()
}
