//! The only text area of the portal: leptos 0.8 writes the content of this element unescaped on the server,
//! so what a person typed would become markup. Here it is escaped; a test forbids the tag anywhere else.

use leptos::prelude::*;

/// Several lines of text, with what was typed. The label, the hint and the count are written by the caller,
/// who gives their ids.
///
/// RGAA 11.1 (explicit label through `id`), 11.10 (`aria-required`, `aria-invalid`), 8.10 (`dir="auto"`).
#[component]
pub fn TextArea(
    /// Identifier, target of the label.
    id: String,
    /// Name sent with the form.
    name: String,
    /// What was typed.
    value: String,
    /// An answer is needed.
    #[prop(optional_no_strip)]
    required: Option<&'static str>,
    /// The answer is wrong.
    #[prop(optional_no_strip)]
    invalid: Option<&'static str>,
    /// Ids of hint, error and count.
    #[prop(optional_no_strip)]
    described_by: Option<String>,
    /// Token of `autocomplete`.
    #[prop(optional_no_strip)]
    autocomplete: Option<&'static str>,
) -> impl IntoView {
    // A parser drops the first line break after the tag: without ours, one that was typed would be lost.
    let content = format!("\n{}", html_escape::encode_text(&value));
    view! {
        <textarea
            class="field__control textarea"
            id=id
            name=name
            rows="8"
            dir="auto"
            autocomplete=autocomplete
            aria-required=required
            aria-invalid=invalid
            aria-describedby=described_by
        >
            {content}
        </textarea>
    }
}
