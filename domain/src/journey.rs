//! Where a person is in a procedure: which pages apply, what is right, what is missing, derived from the draft.

use jiff::civil::Date;

use crate::{
    answers::Answers,
    draft::DraftContent,
    field::Field,
    procedure::Step,
    submitted::Submitted,
    validation::Fault,
};

/// How far one step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageState {
    /// Nothing saved yet.
    Untouched,
    /// Saved, with faults or too few items.
    Incomplete,
    /// Saved and right.
    Complete,
}

/// Faults of one page of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFaults {
    /// Identifier of the item, in a repeatable step.
    pub item: Option<u32>,
    /// What is wrong, in the order of the page.
    pub faults: Vec<Fault>,
}

/// One step that applies, and how far it is.
#[derive(Debug, Clone)]
pub struct Stage<'a> {
    /// The step.
    pub step: &'a Step,
    /// How far it is.
    pub state: StageState,
    /// Faults: of the page, or of each faulty item.
    pub faults: Vec<PageFaults>,
    /// Identifiers of the complete items, in order: those of the list in the answers.
    pub complete_items: Vec<u32>,
}

/// A draft read against the steps of its procedure.
#[derive(Debug, Clone)]
pub struct Journey<'a> {
    /// Steps that apply, in order.
    pub stages: Vec<Stage<'a>>,
    /// Answers that apply and are right.
    pub answers: Answers,
    steps: &'a [Step],
}

impl<'a> Journey<'a> {
    /// Walks the steps in order.
    #[must_use]
    pub fn new(steps: &'a [Step], draft: &DraftContent, today: Date) -> Self {
        let _ = (draft, today);
        Self { stages: Vec::new(), answers: Answers::default(), steps }
    }

    /// The stage of a step; `None` when the step does not apply.
    #[must_use]
    pub fn stage(&self, step_id: &str) -> Option<&Stage<'a>> {
        self.stages.iter().find(|stage| stage.step.id == step_id)
    }

    /// Place of a step among those that apply, from 1, and their number.
    #[must_use]
    pub fn position(&self, step_id: &str) -> Option<(usize, usize)> {
        let index = self.stages.iter().position(|stage| stage.step.id == step_id)?;
        Some((index + 1, self.stages.len()))
    }

    /// First step that applies after this one, even when this one applies no longer.
    #[must_use]
    pub fn next_after(&self, step_id: &str) -> Option<&'a Step> {
        let index = self.steps.iter().position(|step| step.id == step_id)?;
        self.steps.get(index + 1..)?.iter().find(|step| self.stage(&step.id).is_some())
    }

    /// Last step that applies before this one, even when this one applies no longer.
    #[must_use]
    pub fn before(&self, step_id: &str) -> Option<&'a Step> {
        let index = self.steps.iter().position(|step| step.id == step_id)?;
        self.steps.get(..index)?.iter().rev().find(|step| self.stage(&step.id).is_some())
    }

    /// First stage that still needs something.
    #[must_use]
    pub fn first_incomplete(&self) -> Option<&Stage<'a>> {
        self.stages.iter().find(|stage| stage.state != StageState::Complete)
    }

    /// Whether the request may be sent.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.first_incomplete().is_none()
    }
}

/// Fields of a page that apply with what was sent but did not with what was typed before.
#[must_use]
pub fn newly_applicable<'a>(
    fields: &'a [Field],
    earlier: &Answers,
    shown: &Submitted,
    sent: &Submitted,
    today: Date,
) -> Vec<&'a Field> {
    let _ = (fields, earlier, shown, sent, today);
    Vec::new()
}
