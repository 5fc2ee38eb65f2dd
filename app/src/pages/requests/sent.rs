//! What was answered, laid out for reading; the review, the receipt and the followed request share it.

use domain::{answers::Answers, procedure::Step, review};
use leptos::prelude::*;

use crate::{
    components::{ChangeLink, SummaryRow, SummarySection, answer_lines, words_of},
    l10n,
    paths::Path,
    t,
};

/// Whether answers can still be changed from the page.
#[derive(Debug, Clone)]
pub enum ChangeLinks {
    /// In a draft: links to its steps.
    Draft {
        /// Identifier of the draft.
        id: String,
        /// Query that brings back here.
        suffix: String,
    },
    /// Sent: no link.
    None,
}

/// Sections of answers in the order of the form.
#[must_use]
pub fn sections(steps: &[Step], answers: &Answers, links: &ChangeLinks) -> Vec<SummarySection> {
    review::sections(steps, answers)
        .into_iter()
        .map(|section| {
            let title = match (&section.step.repeat, section.item) {
                (Some(repeat), Some((number, _))) => {
                    t!("item-heading", noun = l10n::words(&repeat.noun), number = number)
                }
                _ => l10n::words(&section.step.title),
            };
            let change = match links {
                ChangeLinks::None => None,
                ChangeLinks::Draft { id, suffix } => {
                    let path = Path::Step { draft: id.clone(), step: section.step.id.clone() };
                    Some(ChangeLink {
                        href: format!("{}{suffix}", path.here()),
                        name: t!("review-change", section = title.clone()),
                    })
                }
            };
            let rows = section
                .rows
                .into_iter()
                .map(|row| SummaryRow {
                    label: words_of(&row.field.label).into_any(),
                    lines: row.answer.map(|answer| answer_lines(row.field, answer)).unwrap_or_default(),
                })
                .collect();
            SummarySection { title: title.into_any(), change, rows }
        })
        .collect()
}
