//! Every component in its states: what snapshots, the HTML checker and the accessibility engines look at.
//! Procedures, people and places are invented; phone numbers are of the ranges kept for fiction.

pub mod fields;
mod forms;
mod pages;

use domain::{locale::Locale, text::Text};
use leptos::prelude::*;

/// Name of the example and how to make it, in a context that holds the language.
pub type Example = (&'static str, fn() -> AnyView);

/// What an attacker would type to leave a text area, an attribute or an element.
pub const CANARY: &str = "</textarea><script>alert(1)</script>\" onfocus=\"alert(2)";

/// Every example: component, then state.
pub const EXAMPLES: &[Example] = &[
    ("questions-empty", forms::empty),
    ("questions-filled", forms::filled),
    ("questions-wrong", forms::wrong),
    ("questions-hostile", forms::hostile),
    ("questions-item", forms::item),
    ("questions-without-translation", forms::untranslated),
    ("error-summary-first", forms::summary_first),
    ("error-summary-again", forms::summary_again),
    ("error-summary-without-fault", forms::summary_none),
    ("file-empty", forms::file_empty),
    ("file-attached", forms::file_attached),
    ("file-refused", forms::file_refused),
    ("skip-links", pages::skip_links),
    ("site-header", pages::site_header),
    ("language-menu", pages::language_menu),
    ("site-footer", pages::site_footer),
    ("back-link", pages::back_link),
    ("step-header", pages::step_header),
    ("step-header-alone", pages::step_header_alone),
    ("buttons", pages::buttons),
    ("notice-information", pages::notice_information),
    ("notice-success", pages::notice_success),
    ("notice-warning", pages::notice_warning),
    ("facts", pages::facts),
    ("summary", pages::summary),
    ("timeline", pages::timeline),
    ("service-contact", pages::service_contact),
    ("authority-contact", pages::authority_contact),
    ("procedure-card", pages::procedure_card),
];

/// The same words in every language: what an example says matters less than its structure.
fn said(words: &str) -> Text {
    Text(
        Locale::ALL
            .into_iter()
            .map(|locale| (locale, words.to_owned()))
            .collect(),
    )
}

/// Words that exist in French only.
fn only_french(words: &str) -> Text {
    Text([(Locale::French, words.to_owned())].into())
}
