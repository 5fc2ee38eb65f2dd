//! Every component in its states: what snapshots, the HTML checker and the accessibility engines look at.
//! Procedures, people and places are invented; phone numbers are of the ranges kept for fiction.

mod drafts;
pub mod fields;
mod forms;
mod hand_over;
mod heard;
mod open_pages;
mod opinions;
mod pages;
mod papers;
mod problems;
mod textareas;
mod threads;
mod visits;

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
    ("problem-summary-conflict", problems::conflict),
    ("problem-summary-no-such-request", problems::no_such_request),
    ("problem-summary-no-such-code", problems::no_such_code),
    ("problem-summary-enough-codes", problems::enough_codes),
    ("problem-summary-incomplete", problems::incomplete),
    ("problem-summary-time-taken", problems::time_taken),
    ("problem-summary-no-time", problems::no_time),
    ("problem-summary-several-streets", problems::several_streets),
    ("problem-summary-same-number", problems::same_number),
    ("problem-summary-too-many-people", problems::too_many_people),
    ("problem-summary-personal-data", problems::personal_data),
    ("problem-summary-danger", problems::danger),
    ("human-help", problems::human_help),
    ("page-clear", opinions::page_clear),
    ("problem-summary-office-away", problems::office_away),
    ("problem-summary-unavailable", problems::unavailable),
    ("problem-summary-too-many", problems::too_many),
    ("problem-summary-again", problems::again),
    ("problem-summary-of-a-file", problems::file),
    ("textarea-empty", textareas::empty),
    ("textarea-filled", textareas::filled),
    ("textarea-wrong", textareas::wrong),
    ("item-list", drafts::item_list),
    ("item-list-empty", drafts::item_list_empty),
    ("form-changed", drafts::form_changed),
    ("draft-footer", drafts::draft_footer),
    (
        "draft-footer-of-a-correction",
        drafts::draft_footer_of_a_correction,
    ),
    ("draft-list", drafts::draft_list),
    ("draft-list-empty", drafts::draft_list_empty),
    ("request-list", drafts::request_list),
    ("request-list-empty", drafts::request_list_empty),
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
    ("questions-of-an-opinion", opinions::faces),
    ("figure-table", opinions::figures),
    ("bar-chart", opinions::bars),
    ("trend-chart", opinions::trend),
    ("said-and-done", heard::said_and_done),
    ("quotations", heard::quotations),
    ("summary", pages::summary),
    ("timeline", pages::timeline),
    ("thread", threads::whole),
    ("as-of", open_pages::as_of),
    ("as-of-a-form", open_pages::as_of_a_form),
    ("live-news", open_pages::live_news),
    ("turn-waiting", open_pages::turn_waiting),
    ("turn-called", open_pages::turn_called),
    ("turn-over", open_pages::turn_over),
    ("session-warning", open_pages::session_warning),
    ("change-list", threads::changes),
    ("paper", papers::whole),
    ("service-contact", pages::service_contact),
    ("authority-contact", pages::authority_contact),
    ("procedure-card", pages::procedure_card),
    ("search-form", pages::search_form),
    ("search-form-filled", pages::search_form_filled),
    ("place-card", pages::place_card),
    ("place-card-without-email", pages::place_card_without_email),
    ("tracking-code", pages::tracking_code),
    ("hand-over-code", hand_over::code),
    ("hand-over-list", hand_over::list),
    ("hand-over-list-empty", hand_over::list_empty),
    ("qr-code", hand_over::qr_code),
    ("time-list", visits::time_list),
    ("time-list-empty", visits::time_list_empty),
    ("time-week", visits::time_week),
    ("visit-banner", visits::banner_kept),
    ("visit-banner-on-a-step", visits::banner_on_a_step),
    ("visit-banner-kept-once-more", visits::banner_kept_once_more),
    ("visit-banner-offered", visits::banner_offered),
    ("visit-banner-over", visits::banner_over),
    ("appointment-card", visits::confirmed),
    ("appointment-card-by-phone", visits::confirmed_by_phone),
    ("appointment-card-too-late", visits::too_late_to_change),
    ("appointment-card-cancelled", visits::cancelled),
    (
        "appointment-card-cancelled-by-service",
        visits::cancelled_by_service,
    ),
    ("appointment-card-time-lost", visits::time_lost),
    ("appointment-card-called", visits::called),
    ("appointment-card-attended", visits::attended),
    ("appointment-card-missed", visits::missed),
    ("to-bring-list", visits::to_bring),
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
