//! Several lines of text, with the greatest length said before one begins.

use leptos::prelude::*;

use super::{Question, question::join};
use crate::{components::TextArea, t};

/// Label, hint, error, text area, then the greatest length; the form assistance makes it count down.
///
/// RGAA 11.1, 11.10, 11.11; the length is in the description of the control, not in its look (11.10.5).
pub(super) fn view(question: &Question<'_>, max_length: u16) -> AnyView {
    let count = format!("{}-count", question.id(None));
    let described_by = join([question.described_by(None), Some(count.clone())]);
    view! {
        <label class="field__label" for=question.id(None)>
            {question.label()}
        </label>
        {question.hint_view()}
        {question.error_view(None)}
        <TextArea
            id=question.id(None)
            name=question.field.key.clone()
            value=question.typed()
            required=question.required()
            invalid=question.invalid(None)
            described_by=described_by
        />
        <p class="field__count" id=count>
            {t!("field-count", count = max_length)}
        </p>
    }
    .into_any()
}
