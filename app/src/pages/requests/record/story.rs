//! What happened to a request, what was written about it and what was corrected, on paper: oldest first.

use domain::{
    correction::Correction,
    message::MessageKind,
    procedure::Procedure,
    request::{AuthorKind, TimelineEntry},
};
use jiff::civil::DateTime;

use super::answers::{lines, lines_or_none};
use crate::{
    components::{ThreadAuthor, ThreadMessage, ThreadState, entry_title},
    l10n::{self, locale},
    pages::requests::{receipt::moment, thread},
    paper::{Block, Line, ListKind, Piece, Term},
    ports::{ActFate, PendingAct, PendingKind, Request},
    t,
};

/// The events, the recording here first, then what the resident did that the service does not show yet.
pub(super) fn timeline(request: &Request) -> Vec<Block> {
    let recorded = vec![event(t!("status-recorded"), request.recorded_at)];
    let known = request.timeline.iter().map(entry);
    let pending = request.pending.iter().filter_map(pending);
    let items = std::iter::once(recorded).chain(known).chain(pending);
    vec![
        Block::part(t!("request-timeline")),
        Block::List(ListKind::Ordered, items.collect()),
    ]
}

fn event(title: String, at: jiff::Timestamp) -> Block {
    Block::Paragraph(Line::of([
        Piece::said(title).strong(),
        Piece::said(t!("record-at", at = moment(at))),
    ]))
}

fn entry(entry: &TimelineEntry) -> Vec<Block> {
    let mut blocks = vec![event(entry_title(entry), entry.at)];
    if let Some(text) = &entry.text {
        blocks.extend(Block::written(text, entry.language));
    }
    blocks
}

/// Messages stand in the thread.
fn pending(act: &PendingAct) -> Option<Vec<Block>> {
    let title = match &act.kind {
        PendingKind::Message { .. } => return None,
        PendingKind::Withdrawal => t!("record-pending-withdrawal"),
        PendingKind::Correction => t!("record-pending-correction"),
        PendingKind::Document { .. } => t!("record-pending-document"),
        PendingKind::Extension => t!("record-pending-extension"),
    };
    let state = match act.fate {
        ActFate::Waiting => t!("record-pending-waiting"),
        ActFate::Arrived => t!("record-pending-arrived"),
        ActFate::Refused => t!("record-pending-refused"),
    };
    let mut blocks = vec![event(title, act.at), Block::said(state)];
    if let PendingKind::Document { files, .. } = &act.kind {
        blocks.extend(names_of_files(files));
    }
    Some(blocks)
}

/// The thread, with what is on its way.
pub(super) fn messages(request: &Request) -> Vec<Block> {
    let messages = thread::messages(request);
    let content = if messages.is_empty() {
        Block::said(t!("messages-none"))
    } else {
        let items = messages.iter().map(message).collect();
        Block::List(ListKind::Ordered, items)
    };
    vec![Block::part(t!("messages-thread")), content]
}

fn message(message: &ThreadMessage) -> Vec<Block> {
    let at = |at: DateTime| l10n::moment(locale(), at);
    let who = match message.author {
        ThreadAuthor::Resident => t!("thread-resident", at = at(message.at)),
        ThreadAuthor::Mediator => t!("thread-mediator", at = at(message.at)),
        ThreadAuthor::Service => t!("thread-service", at = at(message.at)),
    };
    let kind = match message.kind {
        MessageKind::Message => None,
        MessageKind::Reminder => Some(t!("thread-reminder")),
        MessageKind::Complaint => Some(t!("thread-complaint")),
    };
    let state = match message.state {
        ThreadState::New | ThreadState::Known => None,
        ThreadState::Read(moment) => Some(t!("thread-read", at = at(moment))),
        ThreadState::Arrived => Some(t!("thread-arrived")),
        ThreadState::Waiting => Some(t!("thread-waiting")),
        ThreadState::Refused => Some(t!("thread-refused")),
    };
    let mut blocks = vec![Block::Paragraph(Piece::said(who).strong().into())];
    blocks.extend(kind.map(Block::said));
    blocks.extend(Block::written(&message.text, message.language));
    blocks.extend(names_of_files(&message.files));
    blocks.extend(state.map(Block::said));
    blocks
}

fn names_of_files(files: &[String]) -> Vec<Block> {
    if files.is_empty() {
        return Vec::new();
    }
    let names = files
        .iter()
        .map(|name| vec![Block::Paragraph(Piece::typed(name).into())]);
    vec![
        Block::said(t!("thread-files")),
        Block::List(ListKind::Unordered, names.collect()),
    ]
}

/// What was corrected, before and after; nothing when nothing was.
pub(super) fn corrections(request: &Request) -> Vec<Block> {
    if request.facts.corrections.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::part(t!("correction-history"))];
    for correction in &request.facts.corrections {
        blocks.push(Block::section(Line::said(title(correction))));
        let changes = correction.changes.iter().map(|change| {
            let field = request.procedure.field(&change.key);
            let side = |answer: &Option<domain::answers::Answer>| {
                let lines = match (answer, field) {
                    (Some(answer), Some(field)) => Some(lines(field, answer)),
                    (Some(domain::answers::Answer::Items(items)), None) => {
                        Some(vec![Line::said(t!("items-count", count = items.len()))])
                    }
                    _ => None,
                };
                lines_or_none(lines)
            };
            let sides = vec![
                Term {
                    name: Line::said(t!("change-before")),
                    values: side(&change.before),
                },
                Term {
                    name: Line::said(t!("change-after")),
                    values: side(&change.after),
                },
            ];
            vec![
                Block::Paragraph(Line::from(
                    question(&request.procedure, &change.key).strong(),
                )),
                Block::Terms(sides),
            ]
        });
        blocks.push(Block::List(ListKind::Unordered, changes.collect()));
    }
    blocks
}

fn title(correction: &Correction) -> String {
    let at = moment(correction.at);
    match correction.author_kind {
        AuthorKind::Mediator => t!("correction-by-mediator", at = at),
        AuthorKind::Staff | AuthorKind::System => t!("correction-by-service", at = at),
        AuthorKind::Citizen => t!("correction-by-you", at = at),
    }
}

/// The question of a key, or the heading of a list.
pub(super) fn question(procedure: &Procedure, key: &str) -> Piece {
    let list = procedure.steps.iter().find(|step| {
        step.repeat
            .as_ref()
            .is_some_and(|repeat| repeat.key == *key)
    });
    let words = list
        .map(|step| &step.title)
        .or_else(|| procedure.field(key).map(|field| &field.label));
    words.map_or_else(|| Piece::coded(key), Piece::of)
}
