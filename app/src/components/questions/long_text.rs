//! Several lines of text, with the greatest length said before one begins.

use leptos::prelude::*;

use super::{Question, question::join};
use crate::{components::TextArea, t};

/// The greatest length; once something is typed, what is left of it or too much, as the form assistance says it. The
/// number itself chooses its plural form here: the browser has to name the form.
fn count_words(typed: &str, max_length: u16) -> String {
    let limit = usize::from(max_length);
    // A form sends two signs for a line break, which counts as one.
    let length = typed.replace("\r\n", "\n").trim().chars().count();
    if length == 0 {
        return t!("field-count", count = limit);
    }
    match limit.checked_sub(length) {
        Some(left) => t!("assist-left", category = left, count = left),
        None => {
            let over = length - limit;
            t!("assist-over", category = over, count = over)
        }
    }
}

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
            {count_words(&question.typed(), max_length)}
        </p>
    }
    .into_any()
}
