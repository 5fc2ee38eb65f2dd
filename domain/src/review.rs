//! Answers laid out for reading: the review page, the receipt and the followed request share it.

use crate::{
    answers::{Answer, Answers},
    field::Field,
    journey::Journey,
    procedure::Step,
};

/// One block of the review: a step, or one item of a repeatable step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section<'a> {
    /// The step.
    pub step: &'a Step,
    /// Which item of a repeatable step; `None` for an ordinary step and for an empty list.
    pub item: Option<SectionItem>,
    /// Its questions and answers.
    pub rows: Vec<Row<'a>>,
}

/// Which item of a repeatable step a section shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionItem {
    /// Place in the list, from 1.
    pub ordinal: usize,
    /// Identifier in the draft; `None` once sent, when it can no longer be edited.
    pub id: Option<u32>,
}

/// One question and its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'a> {
    /// The question.
    pub field: &'a Field,
    /// The answer; `None` when it was left empty.
    pub answer: Option<&'a Answer>,
}

/// Sections of a request from its answers alone.
#[must_use]
pub fn sections<'a>(steps: &'a [Step], answers: &'a Answers) -> Vec<Section<'a>> {
    let _ = (steps, answers);
    Vec::new()
}

/// Sections of a draft, with the identifiers of items so that each can be edited.
#[must_use]
pub fn draft_sections<'a>(journey: &'a Journey<'a>) -> Vec<Section<'a>> {
    let _ = journey;
    Vec::new()
}
