//! What a resident and the service wrote to each other, oldest first.

use domain::{locale::Locale, message::MessageKind};
use jiff::civil::DateTime;
use leptos::prelude::*;

use crate::{
    l10n::{locale, moment},
    t,
};

/// One message, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadMessage {
    /// Fragment that leads to it.
    pub id: String,
    /// Who wrote it.
    pub author: ThreadAuthor,
    /// When, where the authority is.
    pub at: DateTime,
    /// What it is meant for.
    pub kind: MessageKind,
    /// What was written.
    pub text: String,
    /// Language of the text, when its author said so.
    pub language: Option<Locale>,
    /// Names of the attached files.
    pub files: Vec<String>,
    /// What became of it.
    pub state: ThreadState,
}

/// Who wrote a message, as the resident sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThreadAuthor {
    /// The resident who reads.
    Resident,
    /// Someone who helps the resident.
    Mediator,
    /// The service.
    Service,
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThreadState {
    /// The other side read it, at that moment.
    Read(DateTime),
    /// The other side has it and has not read it yet.
    Arrived,
    /// From the service, not read before.
    New,
    /// From the service, read before.
    Known,
    /// Recorded here, on its way to the service.
    Waiting,
    /// The service could not take it.
    Refused,
}

/// An ordered list, one heading per message: a screen reader goes from one to the next with a key, and hears first who
/// wrote and when.
///
/// RGAA 9.1 (one heading per message), 9.3 (ordered list), 3.1 (states in words), 8.7 and 8.10 (language and direction
/// of words of others).
#[component]
pub fn Thread(
    /// The messages, oldest first.
    messages: Vec<ThreadMessage>,
) -> impl IntoView {
    let items = messages.into_iter().map(message).collect_view();
    view! { <ol class="thread">{items}</ol> }
}

fn message(message: ThreadMessage) -> impl IntoView {
    let at = moment(locale(), message.at);
    let title = match message.author {
        ThreadAuthor::Resident => t!("thread-resident", at = at),
        ThreadAuthor::Mediator => t!("thread-mediator", at = at),
        ThreadAuthor::Service => t!("thread-service", at = at),
    };
    let class = match message.author {
        ThreadAuthor::Service => "thread__message",
        ThreadAuthor::Resident | ThreadAuthor::Mediator => "thread__message thread__message--own",
    };
    let kind = match message.kind {
        MessageKind::Message => None,
        MessageKind::Reminder => Some(t!("thread-reminder")),
        MessageKind::Complaint => Some(t!("thread-complaint")),
    };
    let (state, mark) = match message.state {
        ThreadState::New => (None, Some(t!("thread-new"))),
        ThreadState::Known => (None, None),
        ThreadState::Read(at) => (Some(t!("thread-read", at = moment(locale(), at))), None),
        ThreadState::Arrived => (Some(t!("thread-arrived")), None),
        ThreadState::Waiting => (Some(t!("thread-waiting")), None),
        ThreadState::Refused => (Some(t!("thread-refused")), None),
    };
    let language = message.language.map(Locale::tag);
    let paragraphs = message
        .text
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| {
            view! {
                <p class="thread__text" dir="auto" lang=language>
                    {paragraph.to_owned()}
                </p>
            }
        })
        .collect_view();
    let files = message
        .files
        .into_iter()
        .map(|file| view! { <li><bdi>{file}</bdi></li> })
        .collect_view();
    let files = (!files.is_empty()).then(|| {
        view! {
            <p class="thread__files">{t!("thread-files")}</p>
            <ul>{files}</ul>
        }
    });
    view! {
        <li class=class id=message.id>
            <h3 class="thread__title">
                {mark.map(|mark| view! { <span class="thread__new">{mark}</span>" " })}
                {title}
            </h3>
            {kind.map(|kind| view! { <p class="thread__kind">{kind}</p> })}
            {paragraphs}
            {files}
            {state.map(|state| view! { <p class="thread__state">{state}</p> })}
        </li>
    }
}
