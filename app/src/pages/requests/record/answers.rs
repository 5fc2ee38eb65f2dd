//! Answers of a request on paper: each question with the words of the form that it was sent with.

use domain::{
    answers::{Address, Answer, AttachedFile, Person},
    field::{Choice, Field, FieldKind},
    review,
};

use crate::{
    components::phone,
    l10n::{date, locale},
    paper::{Block, Line, Piece, Term},
    ports::Request,
    t,
    words::fields::file_words,
};

/// Every section of the form that applied.
pub(super) fn answers(request: &Request) -> Vec<Block> {
    let sections = review::sections(&request.procedure.steps, &request.answers);
    let mut blocks = vec![Block::part(t!("receipt-answers"))];
    if sections.is_empty() {
        blocks.push(Block::said(t!("record-no-answers")));
    }
    for section in sections {
        let heading = match (&section.step.repeat, section.item) {
            (Some(repeat), Some(item)) => Line::with(&repeat.noun, |noun| {
                t!("item-heading", noun = noun, number = item.ordinal)
            }),
            _ => Piece::of(&section.step.title).into(),
        };
        blocks.push(Block::section(heading));
        if section.rows.is_empty() {
            blocks.push(Block::said(t!("summary-left-open")));
            continue;
        }
        let rows = section.rows.into_iter().map(|row| Term {
            name: Piece::of(&row.field.label).into(),
            values: lines_or_none(row.answer.map(|answer| lines(row.field, answer))),
        });
        blocks.push(Block::Terms(rows.collect()));
    }
    blocks
}

/// The lines of an answer, or the words that say that there is none.
pub(super) fn lines_or_none(lines: Option<Vec<Line>>) -> Vec<Line> {
    lines
        .filter(|lines| !lines.is_empty())
        .unwrap_or_else(|| vec![Line::said(t!("summary-left-open"))])
}

/// The lines of an answer; those of `components::answer_words` say the same on the other pages.
pub(super) fn lines(field: &Field, answer: &Answer) -> Vec<Line> {
    let one = |piece: Piece| vec![Line::from(piece)];
    let typed = |text: &str| Line::from(Piece::typed(text));
    match (&field.kind, answer) {
        (FieldKind::Statement, Answer::YesNo(true)) => one(Piece::said(t!("answer-accepted"))),
        (_, Answer::YesNo(true)) => one(Piece::said(t!("answer-yes"))),
        (_, Answer::YesNo(false)) => one(Piece::said(t!("answer-no"))),
        (FieldKind::OneOf { options }, Answer::Choice(value)) => one(choice(options, value)),
        (FieldKind::SeveralOf { options, .. }, Answer::Choices(values)) => values
            .iter()
            .map(|value| choice(options, value).into())
            .collect(),
        (FieldKind::Email, Answer::Text(text)) => one(Piece::coded(text)),
        (FieldKind::Phone, Answer::Text(text)) => one(Piece::coded(phone(text))),
        (_, Answer::Text(text)) => text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(typed)
            .collect(),
        (_, Answer::Date(day)) => one(Piece::said(date(locale(), *day))),
        (_, Answer::Number(number)) => one(Piece::said(number.to_string())),
        (_, Answer::Choice(value)) => vec![typed(value)],
        (_, Answer::Choices(values)) => values.iter().map(|value| typed(value)).collect(),
        (_, Answer::Address(value)) => address(value),
        (_, Answer::Person(value)) => person(value),
        (_, Answer::Files(files)) => files.iter().map(file).collect(),
        (_, Answer::Items(items)) => one(Piece::said(t!("items-count", count = items.len()))),
    }
}

fn choice(options: &[Choice], value: &str) -> Piece {
    options
        .iter()
        .find(|option| option.value == value)
        .map_or_else(|| Piece::typed(value), |option| Piece::of(&option.label))
}

fn address(address: &Address) -> Vec<Line> {
    let town = format!("{} {}", address.postal_code, address.city);
    [&address.line1, &address.line2, &town, &address.country]
        .into_iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .map(|line| Piece::typed(line).into())
        .collect()
}

fn person(person: &Person) -> Vec<Line> {
    let parts = [
        (t!("part-family-name"), &person.family_name),
        (t!("part-usage-name"), &person.usage_name),
        (t!("part-given-names"), &person.given_names),
    ];
    parts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(part, value)| {
            let part = Piece::said(format!("{} ", t!("answer-part", part = part)));
            Line::of([part, Piece::typed(value)])
        })
        .collect()
}

/// A file: its name, its kind, its weight.
pub(super) fn file(file: &AttachedFile) -> Line {
    Line::of([Piece::typed(&file.filename), Piece::said(file_words(file))])
}
