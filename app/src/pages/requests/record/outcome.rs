//! What the service asks for and what it decided, on paper.

use domain::{
    decision::{DeliveredDocument, Outcome, Remedy},
    info_request::{AskedDocument, DocumentState, Extension, InfoRequest, Mark, MarkReason},
    locale::Locale,
    procedure::LegalSource,
    request::Status,
};

use super::{answers::file, story::question};
use crate::{
    l10n::{date, locale},
    pages::requests::receipt::moment,
    paper::{Block, Line, ListKind, Piece, Run, Term},
    ports::Request,
    t,
    words::statuses::status_words,
};

/// What was decided, why, on which grounds, what came with it, what may be done against it.
pub(super) fn decision(request: &Request) -> Vec<Block> {
    let Some(decision) = &request.facts.decision else {
        return Vec::new();
    };
    let outcome = match decision.outcome {
        Outcome::Accepted => status_words(Status::Accepted),
        Outcome::Rejected => status_words(Status::Rejected),
        Outcome::Closed => status_words(Status::Closed),
    };
    let mut blocks = vec![
        Block::part(t!("decision-heading")),
        Block::Terms(vec![
            Term::said(t!("record-outcome"), Line::said(outcome)),
            Term::said(t!("record-decided"), Line::said(moment(decision.at))),
        ]),
    ];
    let reason = Block::written(&decision.reason_text, decision.language);
    if !reason.is_empty() {
        blocks.push(Block::section(Line::said(t!("record-reason"))));
        blocks.extend(reason);
    }
    if !decision.legal_basis.is_empty() {
        blocks.push(Block::section(Line::said(t!("decision-basis"))));
        let texts = decision
            .legal_basis
            .iter()
            .map(|text| vec![Block::Paragraph(source(text))]);
        blocks.push(Block::List(ListKind::Unordered, texts.collect()));
    }
    if !decision.documents.is_empty() {
        blocks.push(Block::section(Line::said(t!("decision-documents"))));
        let documents = decision.documents.iter().map(delivered);
        blocks.push(Block::List(ListKind::Unordered, documents.collect()));
    }
    if !decision.remedies.is_empty() {
        blocks.push(Block::section(Line::said(t!("decision-remedies"))));
        blocks.push(Block::said(t!("decision-remedies-text")));
        let ways = decision.remedies.iter().map(remedy);
        blocks.push(Block::List(ListKind::Unordered, ways.collect()));
    }
    blocks
}

/// A text of law: what it says, then its reference, in French.
fn source(text: &LegalSource) -> Line {
    let reference = Piece::in_french(&text.reference);
    let reference = match &text.url {
        Some(url) => reference.leading_to(url),
        None => reference,
    };
    let label = Piece::of(&text.label);
    if label.words.is_empty() {
        return reference.into();
    }
    Line::of([label, Piece::said(" ("), reference, Piece::said(")")])
}

fn delivered(document: &DeliveredDocument) -> Vec<Block> {
    let mut title = file(&document.file);
    title
        .pieces
        .splice(0..1, [Piece::typed(&document.title).strong()]);
    let mut blocks = vec![Block::Paragraph(title)];
    if let Some(day) = document.valid_until {
        blocks.push(Block::said(t!("document-valid", day = date(locale(), day))));
    }
    let fingerprint = Piece::said(format!("{} ", t!("document-fingerprint")));
    blocks.push(Block::Paragraph(Line::of([
        fingerprint,
        Piece::coded(&document.file.sha256),
    ])));
    blocks
}

fn remedy(remedy: &Remedy) -> Vec<Block> {
    let until = match remedy.until {
        Some(day) => t!("remedy-until", day = date(locale(), day)),
        None => t!("remedy-any-time"),
    };
    let mut blocks = vec![
        Block::Paragraph(Piece::of(&remedy.label).strong().into()),
        Block::said(until),
    ];
    if !remedy.addressee.is_empty() {
        let address = Piece::in_french(remedy.addressee.join("\n"));
        blocks.push(Block::Paragraph(Line {
            run: Run::LeftToRight,
            ..address.into()
        }));
    }
    if let Some(url) = &remedy.url {
        let online = Piece::said(format!("{} ", t!("remedy-online")));
        blocks.push(Block::Paragraph(Line::of([
            online,
            Piece::coded(url).leading_to(url),
        ])));
    }
    blocks.push(Block::Paragraph(source(&remedy.source)));
    blocks
}

/// What the service asked for last: answers to correct, documents to give, and what became of each.
pub(super) fn demand(request: &Request) -> Vec<Block> {
    let Some(asked) = &request.facts.info_request else {
        return Vec::new();
    };
    let mut facts = vec![Term::said(
        t!("record-asked"),
        Line::said(moment(asked.asked_at)),
    )];
    if let Some(day) = asked.due_on {
        facts.push(Term::said(
            t!("record-due"),
            Line::said(date(locale(), day)),
        ));
    }
    let mut blocks = vec![Block::part(t!("record-demand")), Block::Terms(facts)];
    if let Some(text) = &asked.text {
        blocks.extend(Block::written(text, asked.language));
    }
    blocks.extend(asked.extension.map(|extension| {
        Block::said(match extension {
            Extension::Asked => t!("extension-asked"),
            Extension::Granted => t!("extension-granted"),
            Extension::Refused => t!("extension-refused"),
        })
    }));
    if !asked.marks.is_empty() {
        blocks.push(Block::section(Line::said(t!("record-marks"))));
        let marks = asked.marks.iter().map(|one| mark(request, one, asked));
        blocks.push(Block::List(ListKind::Unordered, marks.collect()));
    }
    if !asked.documents.is_empty() {
        blocks.push(Block::section(Line::said(t!("record-documents"))));
        let documents = asked.documents.iter();
        let documents = documents.map(|one| document(one, asked.language));
        blocks.push(Block::List(ListKind::Unordered, documents.collect()));
    }
    blocks
}

fn mark(request: &Request, mark: &Mark, asked: &InfoRequest) -> Vec<Block> {
    let reason = match mark.reason {
        MarkReason::Incorrect => t!("mark-incorrect"),
        MarkReason::Incomplete => t!("mark-incomplete"),
        MarkReason::Outdated => t!("mark-outdated"),
    };
    let question = question(&request.procedure, &mark.key).strong();
    let mut blocks = vec![Block::Paragraph(Line::of([
        question,
        Piece::said(format!(" {reason}")),
    ]))];
    blocks.extend(Block::written(&mark.text, asked.language));
    if mark.corrected {
        blocks.push(Block::said(t!("record-corrected")));
    }
    blocks
}

fn document(document: &AskedDocument, language: Option<Locale>) -> Vec<Block> {
    let state = match document.state {
        DocumentState::Asked => t!("document-asked"),
        DocumentState::Given => t!("document-given"),
        DocumentState::Accepted => t!("document-accepted"),
        DocumentState::Refused => t!("document-refused"),
    };
    let mut title = Line::written(&document.title, language);
    for piece in &mut title.pieces {
        *piece = piece.clone().strong();
    }
    let mut blocks = vec![Block::Paragraph(title)];
    blocks.extend(Block::written(&document.why, language));
    blocks.push(Block::said(state));
    if let Some(reason) = &document.refusal {
        blocks.extend(Block::written(reason, language));
    }
    if !document.files.is_empty() {
        let files = document.files.iter();
        let files = files.map(|given| vec![Block::Paragraph(file(given))]);
        blocks.push(Block::said(t!("record-given")));
        blocks.push(Block::List(ListKind::Unordered, files.collect()));
    }
    blocks
}
