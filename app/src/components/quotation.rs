//! Texts that people wrote and that the authority publishes, each with its answer.

use domain::locale::Locale;
use leptos::prelude::*;

use crate::t;

/// A text and what stands around it.
pub struct Quotation {
    /// The words, masked.
    pub text: String,
    /// Their language.
    pub language: Locale,
    /// In which month it was written.
    pub written: String,
    /// What it is about, with the way to it; none where the page is about it.
    pub about: Option<AnyView>,
    /// What the authority answers.
    pub reply: Option<QuotedReply>,
}

/// What the authority answers.
pub struct QuotedReply {
    /// The words.
    pub text: String,
    /// Their language.
    pub language: Locale,
}

/// A list of texts.
///
/// RGAA 9.3 (list), 9.4 (what people wrote is a quotation), 8.7 and 8.10 (language and direction of words of others).
#[component]
pub fn Quotations(
    /// The texts, the latest month first.
    texts: Vec<Quotation>,
) -> impl IntoView {
    let items = texts.into_iter().map(item).collect_view();
    view! { <ul class="quotation">{items}</ul> }
}

fn item(quoted: Quotation) -> impl IntoView {
    let about = quoted.about.map(|about| view! { ". " {about} });
    let reply = quoted.reply.map(|reply| {
        view! {
            <div class="quotation__reply">
                <p class="quotation__label">{t!("heard-reply")}</p>
                {paragraphs(&reply.text, reply.language)}
            </div>
        }
    });
    view! {
        <li class="quotation__item">
            <blockquote class="quotation__text">{paragraphs(&quoted.text, quoted.language)}</blockquote>
            <p class="quotation__source">{quoted.written} {about}</p>
            {reply}
        </li>
    }
}

fn paragraphs(text: &str, language: Locale) -> impl IntoView + use<> {
    text.split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| {
            view! {
                <p class="quotation__words" dir="auto" lang=language.tag()>
                    {paragraph.to_owned()}
                </p>
            }
        })
        .collect_view()
}
