//! The text area in its states, with the label, hint and error that its caller writes.

use domain::field::Need;
use leptos::prelude::*;

use super::CANARY;
use crate::{components::TextArea, t, words::fields::marked};

fn labelled(typed: &str, error: Option<&str>) -> AnyView {
    let label = marked("Que se passe-t-il ?".to_owned(), Need::Required);
    let described_by = match error {
        Some(_) => "f-report-hint f-report-error",
        None => "f-report-hint",
    };
    let invalid = error.map(|_| "true");
    let error = error.map(|words| {
        view! {
            <p class="field__error" id="f-report-error">
                {t!("field-error", words = words.to_owned())}
            </p>
        }
    });
    view! {
        <label class="field__label" for="f-report">
            {label}
        </label>
        <p class="field__hint" id="f-report-hint">
            "Dites ce que vous avez vu."
        </p>
        {error}
        <TextArea
            id="f-report".to_owned()
            name="report".to_owned()
            value=typed.to_owned()
            required=Some("true")
            invalid=invalid
            described_by=Some(described_by.to_owned())
        />
    }
    .into_any()
}

pub(super) fn empty() -> AnyView {
    labelled("", None)
}

pub(super) fn filled() -> AnyView {
    labelled(&format!("Un lampadaire est éteint.\n\n{CANARY}"), None)
}

pub(super) fn wrong() -> AnyView {
    labelled("Noir", Some("écrivez 10 signes au moins"))
}
