//! Messages between a resident and the service, and answers that changed.

use domain::{locale::Locale, message::MessageKind};
use jiff::civil::{self, DateTime};
use leptos::prelude::*;

use super::CANARY;
use crate::components::{
    ChangeList, ChangedAnswer, Thread, ThreadAuthor, ThreadMessage, ThreadState,
};

fn at(day: i8) -> DateTime {
    civil::date(2026, 11, day).at(14, 2, 0, 0)
}

fn message(day: i8, author: ThreadAuthor, text: &str, state: ThreadState) -> ThreadMessage {
    ThreadMessage {
        id: format!("m-{day}"),
        author,
        at: at(day),
        kind: MessageKind::Message,
        text: text.to_owned(),
        language: (author == ThreadAuthor::Service).then_some(Locale::French),
        files: Vec::new(),
        state,
    }
}

/// Every author and state.
pub(super) fn whole() -> AnyView {
    use ThreadAuthor::{Mediator, Resident, Service};
    let read = ThreadState::Read(at(3));
    let mut messages = vec![
        message(
            1,
            Service,
            "Bonjour.\n\nIl manque une page.",
            ThreadState::Known,
        ),
        message(2, Resident, CANARY, read),
        message(4, Mediator, "Je l’apporte demain.", ThreadState::Arrived),
        message(5, Resident, "", ThreadState::Arrived),
        message(6, Resident, "Toujours rien ?", ThreadState::Refused),
        message(7, Service, "Merci, tout est là.", ThreadState::New),
        message(8, Resident, "Merci !", ThreadState::Waiting),
    ];
    messages[1].files = vec!["livret de famille.pdf".to_owned(), CANARY.to_owned()];
    messages[3].kind = MessageKind::Reminder;
    messages[4].kind = MessageKind::Complaint;
    view! {
        <h2>"Vos échanges"</h2>
        <Thread messages/>
    }
    .into_any()
}

/// An answer that changed, one that came, one that went.
pub(super) fn changes() -> AnyView {
    let line = |words: &str| vec![view! { <bdi>{words.to_owned()}</bdi> }.into_any()];
    let changes = vec![
        ChangedAnswer {
            label: "Nombre de copies".into_any(),
            before: line("1"),
            after: line("2"),
        },
        ChangedAnswer {
            label: "Votre message".into_any(),
            before: Vec::new(),
            after: line(CANARY),
        },
        ChangedAnswer {
            label: "Téléphone".into_any(),
            before: line("06 39 98 12 34"),
            after: Vec::new(),
        },
    ];
    view! { <ChangeList changes/> }.into_any()
}
