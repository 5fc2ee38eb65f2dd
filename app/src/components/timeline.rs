//! What happened to a request, in order.

use domain::{
    locale::Locale,
    request::{AuthorKind, TimelineEntry, TimelineKind},
};
use jiff::{Timestamp, tz::TimeZone};
use leptos::prelude::*;

use crate::{
    l10n::{locale, moment},
    t,
    words::statuses::status_words,
};

/// Identifier of the event that the portal itself adds: the request was recorded here.
pub const RECORDED: &str = "recorded";

/// What an event is.
#[must_use]
pub fn entry_title(entry: &TimelineEntry) -> String {
    match entry.kind {
        TimelineKind::Document if entry.author_kind == AuthorKind::Staff => {
            return t!("timeline-document-staff");
        }
        TimelineKind::Document => return t!("timeline-document"),
        TimelineKind::Correction => return t!("timeline-correction"),
        TimelineKind::Appointment => return appointment_title(entry.author_kind),
        _ => {}
    }
    match (entry.status, entry.author_kind) {
        (Some(status), _) => status_words(status),
        (None, AuthorKind::Staff) => t!("timeline-message-staff"),
        (None, AuthorKind::Citizen) => t!("timeline-message-citizen"),
        (None, AuthorKind::Mediator) => t!("timeline-message-mediator"),
        (None, AuthorKind::System) if entry.id == RECORDED => t!("status-recorded"),
        (None, AuthorKind::System) => t!("timeline-event"),
    }
}

fn appointment_title(author: AuthorKind) -> String {
    match author {
        AuthorKind::Citizen => t!("timeline-appointment-citizen"),
        AuthorKind::Mediator => t!("timeline-appointment-mediator"),
        AuthorKind::Staff => t!("timeline-appointment-staff"),
        AuthorKind::System => t!("timeline-appointment"),
    }
}

/// A moment as machines read it. HTML knows at most three digits of a second; people see none.
fn machine(at: Timestamp) -> String {
    format!("{at:.0}")
}

/// An ordered list: what, when (with the machine form of the moment), and the words of the service if it
/// wrote some, each paragraph in the direction of its own writing.
///
/// RGAA 9.3 (ordered list), 3.1 (states in words), 8.7 and 8.10 (`dir="auto"` on words of others).
#[component]
pub fn Timeline(
    /// What happened, in the order to show.
    entries: Vec<TimelineEntry>,
    /// Zone whose clock is shown.
    zone: TimeZone,
    /// Where the messages can be read, when they can.
    #[prop(optional_no_strip)]
    thread: Option<String>,
) -> impl IntoView {
    let items = entries
        .into_iter()
        .map(|entry| {
            let at = entry.at.to_zoned(zone.clone()).datetime();
            let language = entry.language.map(Locale::tag);
            let read = thread
                .clone()
                .filter(|_| entry.kind == TimelineKind::Message)
                .map(|href| view! { <p><a href=href>{t!("timeline-read")}</a></p> });
            let message = entry.text.as_ref().map(|text| {
                text.split("\n\n")
                    .map(|paragraph| {
                        view! {
                            <p class="timeline__text" dir="auto" lang=language>
                                {paragraph.to_owned()}
                            </p>
                        }
                    })
                    .collect_view()
            });
            view! {
                <li class="timeline__entry">
                    <p class="timeline__title">{entry_title(&entry)}</p>
                    <p class="timeline__when">
                        <time datetime=machine(entry.at)>{moment(locale(), at)}</time>
                    </p>
                    {message}
                    {read}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{items}</ol> }
}
