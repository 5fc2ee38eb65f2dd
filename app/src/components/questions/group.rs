//! Questions that belong together, under one legend.

use domain::field::Field;
use leptos::prelude::*;

use super::{Question, view_of};

/// A `fieldset` of questions. In an item the legend alone says which one: repeated before every label it
/// would be noise (RGAA 11.5 to 11.7). Its hint is described by nothing, so it is read before the questions.
pub(super) fn view(question: &Question<'_>, fields: &[Field]) -> AnyView {
    let inner: Vec<AnyView> = fields
        .iter()
        .map(|field| view_of(&question.inner(field)))
        .collect();
    view! {
        <fieldset class="field__set field__set--group">
            <legend class="field__label field__label--group">{question.legend()}</legend>
            {question.hint_view()}
            {inner}
        </fieldset>
    }
    .into_any()
}
