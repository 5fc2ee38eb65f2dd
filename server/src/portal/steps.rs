//! Saving one page of a draft: whatever was typed is kept, right or wrong; what is wrong is told.

use std::sync::Arc;

use app::ports::Draft;
use domain::{
    distress::{Danger, newly_told},
    draft::DraftContent,
    field::{Field, ungrouped},
    journey::{Journey, newly_applicable},
    procedure::{Procedure, Step},
    submitted::Submitted,
    validation::{Fault, check_fields},
};
use jiff::civil::Date;

use super::{
    Desk, SaveError, Visitor,
    change::{Change, Changed, Rule},
    forms::Forms,
};
use crate::store::drafts::StoredDraft;

/// Greatest weight of one page in bytes, names included.
const GREATEST: usize = 256 * 1024;

/// A page once saved.
#[derive(Debug, Clone)]
pub struct SavedStep {
    /// The draft after.
    pub draft: Draft,
    /// The item saved, in a repeatable step.
    pub item: Option<u32>,
    /// What is wrong with the page, without the questions of `newly_applicable`.
    pub faults: Vec<Fault>,
    /// What is wrong with all of the page.
    every_fault: Vec<Fault>,
    /// Keys of questions that the answers brought and that the page did not show: show it again.
    pub newly_applicable: Vec<String>,
    /// Dangers that the page tells of and did not tell of before: human help comes first.
    pub dangers: Vec<Danger>,
    /// Where to go when nothing is wrong and nothing is new.
    pub next: Next,
}

/// The page after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// A step; after an item, the list it belongs to.
    Step(String),
    /// Everything is filled in: review.
    Review,
}

impl SavedStep {
    pub(super) fn new(
        draft: Draft,
        item: Option<u32>,
        every_fault: Vec<Fault>,
        newly_applicable: Vec<String>,
        next: Next,
    ) -> Self {
        let shown = |fault: &&Fault| !newly_applicable.contains(&fault.key);
        Self {
            draft,
            item,
            faults: every_fault.iter().filter(shown).cloned().collect(),
            every_fault,
            newly_applicable,
            dangers: Vec::new(),
            next,
        }
    }

    /// The same with the dangers that a page tells of.
    pub(super) fn telling_of(self, dangers: Vec<Danger>) -> Self {
        Self { dangers, ..self }
    }

    /// The same where the page was alive: it showed each question as soon as an answer brought it, so that none
    /// is new and each may be wrong.
    #[must_use]
    pub fn on_a_live_page(self) -> Self {
        Self {
            faults: self.every_fault.clone(),
            newly_applicable: Vec::new(),
            ..self
        }
    }
}

impl Desk {
    /// Saves the page of an ordinary step, or leaves the list of a repeatable one. `seen` is the version of
    /// the entry that the page showed, 0 when it was empty.
    ///
    /// # Errors
    /// Saved in another tab since, unknown, ended, sent, too large, or no database.
    pub async fn save_step(
        &self,
        visitor: &Visitor,
        draft: &str,
        step: &str,
        seen: u32,
        typed: Submitted,
    ) -> Result<SavedStep, SaveError> {
        let forms = self.forms()?;
        let rule: Rule<Submitted> = Arc::new({
            let (forms, step) = (forms.clone(), step.to_owned());
            move |row, content| {
                let (procedure, step) = find(&forms, row, &step)?;
                let typed = kept(
                    if step.repeat.is_some() {
                        &[]
                    } else {
                        &step.fields
                    },
                    &typed,
                )?;
                let saved = content.draft.steps.get(&step.id);
                let before = saved.map(|entry| entry.typed.clone()).unwrap_or_default();
                if saved.is_some_and(|entry| entry.typed == typed) {
                    return Ok(Change::Keep(before));
                }
                let version = saved.map_or(0, |entry| entry.version);
                // The list of a repeatable step holds nothing typed: nothing to lose.
                if seen != version && step.repeat.is_none() {
                    return Err(SaveError::Conflict {
                        saved: before,
                        version,
                    });
                }
                row.form_version.clone_from(&procedure.form_version);
                let entry = content.draft.steps.entry(step.id.clone()).or_default();
                (entry.version, entry.typed) = (version + 1, typed);
                Ok(Change::Store(before))
            }
        });
        let changed = self.change(visitor, draft, rule).await?;
        self.saved_step(&forms, changed, step)
    }

    fn saved_step(
        &self,
        forms: &Forms,
        changed: Changed<Submitted>,
        step: &str,
    ) -> Result<SavedStep, SaveError> {
        let Changed {
            row,
            content,
            outcome: before,
        } = changed;
        let (procedure, page) = find(forms, &row, step)?;
        let today = self.day_of(&content);
        let journey = Journey::new(&procedure.steps, &content.draft, today);
        let faults = faults_of(&journey, step, None);
        let new = match content.draft.steps.get(step) {
            Some(entry) if page.repeat.is_none() => brought(
                procedure,
                page,
                &content.draft,
                &before,
                &entry.typed,
                today,
            ),
            _ => Vec::new(),
        };
        let next = journey
            .next_after(step)
            .map_or(Next::Review, |step| Next::Step(step.id.clone()));
        let procedure = procedure.clone();
        let typed = content.draft.steps.get(step);
        let dangers = typed.map(|entry| newly_told(&page.fields, &before, &entry.typed));
        let draft = self.shown(row, content, procedure);
        let saved = SavedStep::new(draft, None, faults, new, next);
        self.note_wrong(
            &saved.draft.procedure,
            saved.faults.iter().map(|it| &*it.key),
        );
        Ok(saved.telling_of(dangers.unwrap_or_default()))
    }
}

/// The procedure of a draft and one of its steps.
pub(super) fn find<'a>(
    forms: &'a Forms,
    row: &StoredDraft,
    step: &str,
) -> Result<(&'a Arc<Procedure>, &'a Step), SaveError> {
    let procedure = forms.of(row).ok_or(SaveError::Unknown)?;
    let step = procedure
        .steps
        .iter()
        .find(|known| known.id == step)
        .ok_or(SaveError::Unknown)?;
    Ok((procedure, step))
}

/// Faults of one page.
pub(super) fn faults_of(journey: &Journey<'_>, step: &str, item: Option<u32>) -> Vec<Fault> {
    let pages = journey
        .stage(step)
        .map(|stage| stage.faults.as_slice())
        .unwrap_or_default();
    pages
        .iter()
        .filter(|page| page.item == item)
        .flat_map(|page| page.faults.clone())
        .collect()
}

/// What a page may hold: the inputs of its fields, and nothing that another page or a machine added.
pub(super) fn kept(fields: &[Field], typed: &Submitted) -> Result<Submitted, SaveError> {
    let weight: usize = typed
        .0
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    if weight > GREATEST {
        return Err(SaveError::TooLarge);
    }
    let keys: Vec<&str> = ungrouped(fields)
        .into_iter()
        .map(|field| field.key.as_str())
        .collect();
    let known = |name: &str| keys.contains(&name.split_once('.').map_or(name, |(key, _)| key));
    Ok(Submitted(
        typed
            .0
            .iter()
            .filter(|(name, _)| known(name))
            .cloned()
            .collect(),
    ))
}

/// Questions that the answers brought and that were not on the page: without JavaScript nobody saw them.
pub(super) fn brought(
    procedure: &Procedure,
    step: &Step,
    draft: &DraftContent,
    before: &Submitted,
    typed: &Submitted,
    today: Date,
) -> Vec<String> {
    let earlier = Journey::before_step(&procedure.steps, &step.id, draft, today).answers;
    let check = |typed| check_fields(&step.fields, typed, &draft.files, &earlier, today);
    let (shown, now) = (check(before), check(typed));
    let on_page = |key: &str| {
        typed
            .0
            .iter()
            .any(|(name, value)| !value.is_empty() && name.split('.').next() == Some(key))
    };
    newly_applicable(&shown, &now)
        .into_iter()
        .filter(|key| !on_page(key))
        .map(str::to_owned)
        .collect()
}
