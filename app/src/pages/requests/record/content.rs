//! A whole request on paper: facts first, then the decision, what is asked, the answers, the story, whom to ask.

use domain::answers::AttachedFile;

use super::{
    answers::{answers, file},
    outcome::{decision, demand},
    story::{corrections, messages, timeline},
    visit::visit,
};
use crate::{
    l10n::{self, date, locale},
    pages::requests::{appointment, receipt::moment, request::state_words},
    paper::{Block, Line, ListKind, Paper, Piece, Term},
    ports::Request,
    request::portal,
    t,
};

/// The paper of a request, in the language of the context. The tracking code is not on it: with an answer that stands
/// there too (the birth date, the e-mail address), it would open the request to whoever is shown the paper.
pub(super) fn paper(request: &Request) -> Paper {
    let procedure = &request.procedure;
    let known = match request.known_at {
        Some(at) => t!("record-known-old", at = moment(at)),
        None => t!("record-known", day = date(locale(), portal().today())),
    };
    let mut blocks = vec![
        Block::Paragraph(Piece::of(&procedure.title).strong().into()),
        Block::said(known),
        Block::part(t!("request-facts")),
        Block::Terms(facts(request)),
    ];
    blocks.extend(visit(request));
    blocks.extend(decision(request));
    blocks.extend(demand(request));
    blocks.extend(answers(request));
    blocks.extend(corrections(request));
    blocks.extend(timeline(request));
    blocks.extend(messages(request));
    blocks.extend(files(request));
    blocks.extend(contacts(request));
    Paper {
        name: t!("record-title", procedure = l10n::words(&procedure.title)),
        title: t!("record-heading"),
        language: locale(),
        blocks,
    }
}

fn facts(request: &Request) -> Vec<Term> {
    let procedure = &request.procedure;
    let mut facts = vec![Term::said(
        t!("receipt-procedure"),
        Piece::of(&procedure.title),
    )];
    let mut add = |name: String, value: Line| facts.push(Term::said(name, value));
    if let Some(number) = &request.number {
        add(t!("receipt-number"), Piece::coded(number).into());
    }
    add(t!("record-status"), Line::said(state_words(request)));
    if let Some((when, place)) = appointment::time_and_place(request) {
        let mut line = vec![Piece::said(when)];
        if let Some(place) = place {
            line.push(Piece::said(t!("list-comma")));
            line.push(Piece::of(&place));
        }
        add(t!("appointment-title"), Line::of(line));
    }
    add(
        t!("receipt-recorded"),
        Line::said(moment(request.recorded_at)),
    );
    let received = match request.delivered_at {
        Some(at) => t!("receipt-delivered", at = moment(at)),
        None => t!("record-not-received"),
    };
    add(t!("receipt-state"), Line::said(received));
    if let Some(day) = request.facts.expected_by {
        add(t!("record-expected"), Line::said(date(locale(), day)));
    }
    if let Some(day) = request.facts.legal_deadline {
        add(t!("record-legal-deadline"), Line::said(date(locale(), day)));
    }
    if let Some(at) = request.facts.clock_paused_since {
        add(t!("record-paused"), Line::said(moment(at)));
    }
    add(
        t!("record-form"),
        Piece::coded(&procedure.form_version).into(),
    );
    facts
}

/// Every file that was given, with the fingerprint that proves that it is the one.
fn files(request: &Request) -> Vec<Block> {
    let answers = request.answers.files();
    let messages = request.messages.iter().flat_map(|message| &message.files);
    let asked = request.facts.info_request.iter();
    let asked = asked.flat_map(|asked| &asked.documents);
    let asked = asked.flat_map(|document| &document.files);
    let files: Vec<Vec<Block>> = answers
        .chain(messages)
        .chain(asked)
        .map(fingerprinted)
        .collect();
    let content = if files.is_empty() {
        Block::said(t!("record-no-files"))
    } else {
        Block::List(ListKind::Unordered, files)
    };
    vec![Block::part(t!("record-files")), content]
}

fn fingerprinted(given: &AttachedFile) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(file(given))];
    if !given.sha256.is_empty() {
        let fingerprint = Piece::said(format!("{} ", t!("document-fingerprint")));
        blocks.push(Block::Paragraph(Line::of([
            fingerprint,
            Piece::coded(&given.sha256),
        ])));
    }
    blocks
}

/// The service in charge, then the authority.
fn contacts(request: &Request) -> Vec<Block> {
    let service = &request.procedure.service;
    let authority = portal().authority();
    let ways = |phone: &str, email: &str| {
        let mut ways = Vec::new();
        if !phone.is_empty() {
            ways.push(Term::said(t!("record-phone"), Piece::coded(phone)));
        }
        if !email.is_empty() {
            let address = Piece::coded(email).leading_to(format!("mailto:{email}"));
            ways.push(Term::said(t!("record-email"), address));
        }
        ways
    };
    let mut of_service = ways(&service.phone, &service.email);
    of_service.push(Term::said(t!("record-hours"), Piece::of(&service.hours)));
    let mut of_authority = Vec::new();
    if !authority.address.is_empty() {
        of_authority.push(Term::said(
            t!("record-address"),
            Piece::in_french(authority.address.join("\n")),
        ));
    }
    of_authority.extend(ways(&authority.phone, &authority.email));
    let site = &authority.public_url;
    of_authority.push(Term::said(
        t!("record-site"),
        Piece::coded(site).leading_to(site),
    ));
    vec![
        Block::part(t!("record-contacts")),
        Block::section(Piece::of(&service.name)),
        Block::Terms(of_service),
        Block::section(Piece::in_french(&authority.legal_name)),
        Block::Terms(of_authority),
    ]
}
