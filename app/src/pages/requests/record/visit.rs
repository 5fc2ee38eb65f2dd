//! What one needs on the day of an appointment, on paper: where it is, how to come, what to bring.

use domain::{
    appointment::{conditions, to_bring},
    place::Place,
    text::Text,
};

use crate::{
    pages::{
        requests::appointment,
        visits::what::{place_of, types_of},
    },
    paper::{Block, Line, ListKind, Piece},
    ports::Request,
    request::portal,
    t,
};

/// Nothing once there is no time to come at.
pub(super) fn visit(request: &Request) -> Vec<Block> {
    let known = appointment::known(request);
    let (visit, slot) = match (&known, &request.chosen) {
        (Some(known), _) if known.status.has_time() => (&known.visit, &known.slot),
        (None, Some((visit, slot))) if appointment::is_visit(request) => (visit, slot),
        _ => return Vec::new(),
    };
    let Ok(catalogue) = portal().catalogue() else {
        return Vec::new();
    };
    let types = types_of(visit, &catalogue);
    let kinds = || types.iter().map(|kind| &**kind);
    let mut blocks = place_of(slot, &catalogue).map_or_else(Vec::new, place);
    let bring = to_bring(kinds()).into_iter().map(|thing| {
        if thing.each {
            Line::with(&thing.label, |label| t!("visit-bring-each", thing = label))
        } else {
            Piece::of(&thing.label).into()
        }
    });
    blocks.extend(list(t!("visit-bring"), bring.collect()));
    let accepted = conditions(kinds()).into_iter().map(line).collect();
    blocks.extend(list(t!("appointment-conditions"), accepted));
    if !blocks.is_empty() {
        blocks.insert(0, Block::part(t!("appointment-title")));
    }
    blocks
}

fn place(place: &Place) -> Vec<Block> {
    let mut blocks = vec![
        Block::section(Line::said(t!("appointment-place"))),
        Block::Paragraph(Piece::of(&place.name).into()),
    ];
    let address = place.address.iter();
    blocks.extend(address.map(|line| Block::Paragraph(Piece::in_french(line).into())));
    if let Some(directions) = &place.directions {
        blocks.push(Block::section(Line::said(t!("appointment-directions"))));
        blocks.push(Block::Paragraph(line(directions)));
    }
    let access = place.access.iter().map(line).collect();
    blocks.extend(list(t!("help-access"), access));
    blocks
}

fn line(text: &Text) -> Line {
    Piece::of(text).into()
}

/// A section with a list; nothing when there is nothing.
fn list(heading: String, lines: Vec<Line>) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    let items = lines.into_iter().map(|line| vec![Block::Paragraph(line)]);
    vec![
        Block::section(Line::said(heading)),
        Block::List(ListKind::Unordered, items.collect()),
    ]
}
