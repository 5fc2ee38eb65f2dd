//! Where a person is in a procedure: which pages apply, what is right, what is missing, derived from the draft.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{
    answers::{Answer, Answers},
    draft::DraftContent,
    procedure::{Repeat, Step},
    validation::{Checked, Fault, check_fields},
};

#[cfg(test)]
mod tests;

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
    /// Walks the steps in order, each with the answers of those before it. A step that was never saved gives
    /// no answer.
    #[must_use]
    pub fn new(steps: &'a [Step], draft: &DraftContent, today: Date) -> Self {
        let mut journey = Self {
            stages: Vec::new(),
            answers: Answers::default(),
            steps,
        };
        for step in steps {
            if step
                .when
                .as_ref()
                .is_some_and(|when| !when.holds(&journey.answers))
            {
                continue;
            }
            let stage = match &step.repeat {
                None => journey.read_page(step, draft, today),
                Some(repeat) => journey.read_list(step, repeat, draft, today),
            };
            journey.stages.push(stage);
        }
        journey
    }

    /// The steps before one: their answers are all that its questions may depend on.
    #[must_use]
    pub fn before_step(steps: &'a [Step], step: &str, draft: &DraftContent, today: Date) -> Self {
        let count = steps.iter().take_while(|known| known.id != step).count();
        Self::new(&steps[..count], draft, today)
    }

    /// An ordinary step: one page.
    fn read_page(&mut self, step: &'a Step, draft: &DraftContent, today: Date) -> Stage<'a> {
        let mut stage = Stage {
            step,
            state: StageState::Untouched,
            faults: Vec::new(),
            complete_items: Vec::new(),
        };
        let Some(entry) = draft.steps.get(&step.id) else {
            return stage;
        };
        let checked = check_fields(
            &step.fields,
            &entry.typed,
            &draft.files,
            &self.answers,
            today,
        );
        self.answers.0.extend(checked.answers.0);
        if checked.faults.is_empty() {
            stage.state = StageState::Complete;
        } else {
            stage.state = StageState::Incomplete;
            stage.faults.push(PageFaults {
                item: None,
                faults: checked.faults,
            });
        }
        stage
    }

    /// A repeatable step: one page per item. It is touched by its first item, or by saving the list when it
    /// is empty.
    fn read_list(
        &mut self,
        step: &'a Step,
        repeat: &Repeat,
        draft: &DraftContent,
        today: Date,
    ) -> Stage<'a> {
        let mut stage = Stage {
            step,
            state: StageState::Untouched,
            faults: Vec::new(),
            complete_items: Vec::new(),
        };
        let items = draft.items.get(&step.id).map_or(&[][..], Vec::as_slice);
        if items.is_empty() && !draft.steps.contains_key(&step.id) {
            return stage;
        }
        // Files are attached to steps, never to items.
        let no_files = BTreeMap::new();
        let mut complete = Vec::new();
        for item in items {
            let checked = check_fields(
                &step.fields,
                &item.entry.typed,
                &no_files,
                &self.answers,
                today,
            );
            if checked.faults.is_empty() {
                stage.complete_items.push(item.id);
                complete.push(checked.answers);
            } else {
                stage.faults.push(PageFaults {
                    item: Some(item.id),
                    faults: checked.faults,
                });
            }
        }
        let fits = (usize::from(repeat.min)..=usize::from(repeat.max)).contains(&items.len());
        stage.state = if fits && stage.faults.is_empty() {
            StageState::Complete
        } else {
            StageState::Incomplete
        };
        if !complete.is_empty() {
            self.answers
                .0
                .insert(repeat.key.clone(), Answer::Items(complete));
        }
        stage
    }

    /// The stage of a step; `None` when the step does not apply.
    #[must_use]
    pub fn stage(&self, step_id: &str) -> Option<&Stage<'a>> {
        self.stages.iter().find(|stage| stage.step.id == step_id)
    }

    /// Place of a step among those that apply, from 1, and their number.
    #[must_use]
    pub fn position(&self, step_id: &str) -> Option<(usize, usize)> {
        let index = self
            .stages
            .iter()
            .position(|stage| stage.step.id == step_id)?;
        Some((index + 1, self.stages.len()))
    }

    /// First step that applies after this one, even when this one applies no longer.
    #[must_use]
    pub fn next_after(&self, step_id: &str) -> Option<&'a Step> {
        let index = self.steps.iter().position(|step| step.id == step_id)?;
        self.steps
            .get(index + 1..)?
            .iter()
            .find(|step| self.stage(&step.id).is_some())
    }

    /// Last step that applies before this one, even when this one applies no longer.
    #[must_use]
    pub fn before(&self, step_id: &str) -> Option<&'a Step> {
        let index = self.steps.iter().position(|step| step.id == step_id)?;
        self.steps
            .get(..index)?
            .iter()
            .rev()
            .find(|step| self.stage(&step.id).is_some())
    }

    /// First stage that still needs something.
    #[must_use]
    pub fn first_incomplete(&self) -> Option<&Stage<'a>> {
        self.stages
            .iter()
            .find(|stage| stage.state != StageState::Complete)
    }

    /// Whether the request may be sent.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.first_incomplete().is_none()
    }
}

/// Keys of the fields that apply `now` but did not when the page was `shown`.
///
/// Without JavaScript, an answer may bring questions that the person has not seen yet. The page then saves
/// what was typed and shows itself again, without faults for these fields. `shown` is what
/// [`check_fields`] gives for the typed values that were saved before,
/// `now` for those that were just sent.
#[must_use]
pub fn newly_applicable<'a>(shown: &Checked, now: &'a Checked) -> Vec<&'a str> {
    now.applying
        .iter()
        .filter(|key| !shown.applying.contains(key))
        .map(String::as_str)
        .collect()
}
