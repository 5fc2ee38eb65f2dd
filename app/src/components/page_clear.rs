//! One question at the end of a page that one reads: was it clear?

use leptos::prelude::*;

use super::Secondary;
use crate::t;

/// Where the question goes and how it is put.
pub struct PageQuestion {
    /// Where the answer goes.
    pub action: String,
    /// The question, in words of the catalogue.
    pub question: AnyView,
    /// Name of its answer.
    pub name: String,
    /// Name and value of the key of the form: sent twice, it is one answer.
    pub key: (&'static str, String),
}

/// The question with two buttons: one press answers it.
///
/// RGAA 11.5, 11.6 (both buttons are grouped under the question), WCAG 2.5.8 (buttons 44 px high).
#[component]
pub fn PageClear(
    /// What is asked.
    question: PageQuestion,
) -> impl IntoView {
    let PageQuestion {
        action,
        question,
        name,
        key,
    } = question;
    view! {
        <form class="page-clear" method="post" action=action aria-labelledby="page-claire">
            <p class="page-clear__question" id="page-claire">
                {question}
            </p>
            <input type="hidden" name=key.0 value=key.1/>
            <Secondary label=t!("page-clear-yes") name=name.clone() value="yes"/>
            <Secondary label=t!("page-clear-no") name value="no"/>
        </form>
    }
}
