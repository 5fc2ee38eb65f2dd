//! The messages of a request, with those that the service does not show yet.

use domain::request::AuthorKind;

use super::messages::{civil, is_of_service};
use crate::{
    components::{ThreadAuthor, ThreadMessage, ThreadState},
    ports::{ActFate, PendingKind, Request},
};

/// The whole thread, oldest first.
pub(super) fn messages(request: &Request) -> Vec<ThreadMessage> {
    let known = request.messages.iter().map(|message| {
        let state = match (is_of_service(message.author_kind), message.read_at) {
            (true, None) => ThreadState::New,
            (true, Some(_)) => ThreadState::Known,
            (false, Some(at)) => ThreadState::Read(civil(at)),
            (false, None) => ThreadState::Arrived,
        };
        let shown = ThreadMessage {
            id: format!("m-{}", message.id),
            author: match message.author_kind {
                AuthorKind::Citizen => ThreadAuthor::Resident,
                AuthorKind::Mediator => ThreadAuthor::Mediator,
                AuthorKind::Staff | AuthorKind::System => ThreadAuthor::Service,
            },
            at: civil(message.at),
            kind: message.kind,
            text: message.text.clone(),
            language: message.language,
            files: message
                .files
                .iter()
                .map(|file| file.filename.clone())
                .collect(),
            state,
        };
        (message.at, shown)
    });
    let pending = request
        .pending
        .iter()
        .enumerate()
        .filter_map(|(rank, act)| {
            let PendingKind::Message { kind, text, files } = &act.kind else {
                return None;
            };
            let shown = ThreadMessage {
                id: format!("m-attente-{rank}"),
                author: ThreadAuthor::Resident,
                at: civil(act.at),
                kind: *kind,
                text: text.clone(),
                language: None,
                files: files.clone(),
                state: match act.fate {
                    ActFate::Waiting => ThreadState::Waiting,
                    ActFate::Arrived => ThreadState::Arrived,
                    ActFate::Refused => ThreadState::Refused,
                },
            };
            Some((act.at, shown))
        });
    let mut all: Vec<_> = known.chain(pending).collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, shown)| shown).collect()
}
