//! A text to read among the questions; nothing to answer.

use domain::text::Text;
use leptos::prelude::*;

use super::Question;
use crate::components::words_of;

/// A heading and paragraphs. Part of the page as loaded: no live role (RGAA 7.5).
///
/// RGAA 9.1 (heading below the title of the page), 8.9 (real paragraphs).
pub(super) fn view(question: &Question<'_>, body: &[Text]) -> AnyView {
    let paragraphs: Vec<AnyView> = body
        .iter()
        .map(|text| view! { <p class="information__text">{words_of(text)}</p> }.into_any())
        .collect();
    view! {
        <section class="information" id=question.id(None)>
            <h2 class="information__title">{words_of(&question.field.label)}</h2>
            {question.hint_view()}
            {paragraphs}
        </section>
    }
    .into_any()
}
