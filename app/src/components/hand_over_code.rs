//! The code that hands something over, to be read out or copied.

use domain::hand_over;
use leptos::prelude::*;

/// The code in one piece, to select and copy as text, then each of its words in syllables, to be said. Always from left
/// to right: the letters are Latin in every language.
///
/// RGAA 8.10 (direction of the code in a right-to-left page), 1.8 (text and no image), 9.3 (the words are a list),
/// 10.4 (it grows with the text and breaks between its words only).
#[component]
pub fn HandOverCode(
    /// The code.
    code: hand_over::HandOverCode,
) -> impl IntoView {
    let words = code
        .words()
        .map(|syllables| view! { <li lang="fr">{syllables.join(" ")}</li> })
        .collect_view();
    view! {
        <div class="hand-over-code" dir="ltr">
            <p class="hand-over-code__whole">{code.to_string()}</p>
            <ol class="hand-over-code__words">{words}</ol>
        </div>
    }
}
