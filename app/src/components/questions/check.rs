//! A statement to accept: one checkbox whose label is the statement.

use leptos::prelude::*;

use super::Question;

/// The checkbox carries `aria-required` itself (accessibility reference, 5.2); never checked beforehand.
///
/// RGAA 11.1, 11.4, 11.10, 11.11.
pub(super) fn view(question: &Question<'_>) -> AnyView {
    let checked = question.typed() == "on";
    view! {
        {question.hint_view()}
        {question.error_view(None)}
        <div class="choice">
            <input
                class="choice__control"
                id=question.id(None)
                name=question.field.key.clone()
                type="checkbox"
                value="on"
                checked=checked
                aria-required=question.required()
                aria-invalid=question.invalid(None)
                aria-describedby=question.described_by(None)
            />
            <label class="choice__label" for=question.id(None)>
                {question.label()}
            </label>
        </div>
    }
    .into_any()
}
