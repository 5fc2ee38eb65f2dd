//! Words of the catalogue in a page, with the language they really are in.

use domain::text::Text;
use leptos::prelude::*;

use crate::l10n::{locale, spoken};

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
