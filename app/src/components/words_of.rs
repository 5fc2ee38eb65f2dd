//! Words of the catalogue in a page, with the language they really are in.

use domain::text::Text;
use leptos::prelude::*;

use crate::{
    islands::form_rules::SLOT,
    l10n::{locale, spoken},
};

/// A text in the language of the request; when that translation is missing, the text that exists, marked
/// with its own `lang` and `dir` (RGAA 8.7, 8.10).
pub fn words_of(text: &Text) -> impl IntoView + use<> {
    let spoken = spoken(text);
    let words = spoken.words.to_owned();
    if spoken.language == locale() {
        return words.into_any();
    }
    view! { <span lang=spoken.language.tag() dir=spoken.language.dir()>{words}</span> }.into_any()
}

/// A message of the portal with a text of the catalogue in it, which keeps its own `lang` and `dir` there when its
/// translation is missing (RGAA 8.7, 8.10).
pub fn message_with(text: &Text, message: impl FnOnce(String) -> String) -> AnyView {
    let spoken = spoken(text);
    if spoken.language == locale() {
        return message(spoken.words.to_owned()).into_any();
    }
    let said = message(SLOT.to_string());
    match said.split_once(SLOT) {
        Some((before, after)) => {
            let (before, after) = (before.to_owned(), after.to_owned());
            view! { {before} {words_of(text)} {after} }.into_any()
        }
        None => said.into_any(),
    }
}
