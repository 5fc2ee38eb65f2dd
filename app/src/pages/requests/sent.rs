//! What was answered, laid out for reading; the review, the receipt and the followed request share it.

use domain::{
    answers::Answers,
    journey::Journey,
    procedure::Step,
    review::{self, Section},
};
use leptos::prelude::*;

use crate::{
    components::{ChangeLink, SummaryRow, SummarySection, answer_lines, message_with, words_of},
    paths::{ItemPath, Path},
    ports::Draft,
    t,
};

/// Answers of a request once sent.
#[must_use]
pub fn sent_sections(steps: &[Step], answers: &Answers) -> Vec<SummarySection> {
    review::sections(steps, answers)
        .into_iter()
        .map(|section| shown(section, None))
        .collect()
}

/// Answers of a draft, each section with the link that changes it; `back` is the query that brings back.
#[must_use]
pub fn draft_sections(draft: &Draft, journey: &Journey<'_>, back: &str) -> Vec<SummarySection> {
    review::draft_sections(journey)
        .into_iter()
        .map(|section| {
            let (draft, step) = (draft.id.clone(), section.step.id.clone());
            let path = match section.item.and_then(|item| item.id) {
                Some(id) => Path::Item {
                    draft,
                    step,
                    item: ItemPath::Existing(id),
                },
                None => Path::Step { draft, step },
            };
            let change = ChangeLink {
                href: format!("{}{back}", path.here()),
                name: named(&section, |section| t!("review-change", section = section)),
            };
            shown(section, Some(change))
        })
        .collect()
}

/// The name of a section, in a message.
fn named(section: &Section<'_>, message: impl FnOnce(String) -> String) -> AnyView {
    match (&section.step.repeat, section.item) {
        (Some(repeat), Some(item)) => message_with(&repeat.noun, |noun| {
            message(t!("item-heading", noun = noun, number = item.ordinal))
        }),
        _ => message_with(&section.step.title, message),
    }
}

fn shown(section: Section<'_>, change: Option<ChangeLink>) -> SummarySection {
    let title = named(&section, |title| title);
    let rows = section
        .rows
        .into_iter()
        .map(|row| SummaryRow {
            label: words_of(&row.field.label).into_any(),
            lines: row
                .answer
                .map(|answer| answer_lines(row.field, answer))
                .unwrap_or_default(),
        })
        .collect();
    SummarySection {
        title,
        change,
        rows,
    }
}
