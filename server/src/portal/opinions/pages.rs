//! One page of an opinion, judged: what is right of it, what it brought, where one goes on.

use std::collections::BTreeMap;

use domain::{
    answers::Answer,
    distress::newly_told,
    field::{Role, ungrouped},
    journey::newly_applicable,
    procedure::Step,
    quality::personal,
    submitted::Submitted,
    survey::Questionnaire,
    validation::{Checked, check_fields},
};
use jiff::civil::Date;

use super::{Given, Giving, OpinionError};
use crate::portal::{SaveError, steps::kept};

/// A page that is right.
#[derive(Clone)]
pub(super) struct Page {
    pub(super) step: String,
    pub(super) typed: Submitted,
    pub(super) new: Option<String>,
    pub(super) next: Option<String>,
}

impl Page {
    pub(super) fn judge(
        questionnaire: &Questionnaire,
        pages: &BTreeMap<String, Submitted>,
        step: &Step,
        given: &Given,
        today: Date,
    ) -> Result<Self, OpinionError> {
        let typed = kept(&step.fields, &given.typed).map_err(|error| match error {
            SaveError::TooLarge => OpinionError::TooLarge,
            _ => OpinionError::Unknown,
        })?;
        let earlier = questionnaire.answers(pages, Some(&step.id), today);
        let judge = |typed: &Submitted| {
            check_fields(&step.fields, typed, &BTreeMap::new(), &earlier, today)
        };
        let checked = judge(&typed);
        if !checked.faults.is_empty() {
            return Err(OpinionError::Wrong(checked.faults));
        }
        let before = pages.get(&step.id).cloned().unwrap_or_default();
        let dangers = newly_told(&step.fields, &before, &typed);
        if !given.knows_help && !dangers.is_empty() {
            return Err(OpinionError::Danger(dangers));
        }
        if !given.is_sure && names_someone(step, &checked) {
            return Err(OpinionError::Personal);
        }
        let shown = judge(&before);
        let new = newly_applicable(&shown, &checked);
        let new = new.into_iter().find(|_| !given.is_alive);
        let new = new.map(str::to_owned);
        let mut answers = earlier.clone();
        answers.0.extend(checked.answers.0);
        let next = questionnaire.next_after(&step.id, &answers);
        Ok(Self {
            step: step.id.clone(),
            new,
            next: next.map(|it| it.id.clone()),
            typed,
        })
    }

    pub(super) fn giving(self, word: String) -> Giving {
        Giving {
            word,
            step: self.step,
            new: self.new,
            next: self.next,
        }
    }
}

/// Whether a free text of the page seems to hold personal data. A number to be called back at is asked for.
fn names_someone(step: &Step, checked: &Checked) -> bool {
    let is_text = |role: Option<Role>| matches!(role, Some(Role::Comment | Role::AccessTrouble));
    ungrouped(&step.fields)
        .into_iter()
        .filter(|field| is_text(field.role))
        .filter_map(|field| checked.answers.get(&field.key))
        .any(|answer| matches!(answer, Answer::Text(text) if !personal::found(text).is_empty()))
}
