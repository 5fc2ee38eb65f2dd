//! An agent who asks how it went, on the phone or at a counter, and writes down what the person says.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    answers::{Answer, Answers},
    field::{Role, ungrouped},
    locale::Locale,
    quality::personal,
    submitted::Submitted,
    survey::{Moment, Questionnaire, Subject, Way},
    validation::{Fault, check_fields},
};

use super::answer;
use crate::{
    api::{check::day_in_france, problem::Problem, surveys::NewSurveyResponse},
    ports::new_id,
    reference::Staff,
};

/// What someone said, as the agent typed it.
#[derive(Debug, Clone)]
pub struct Heard {
    /// The moment that they speak of.
    pub moment: Moment,
    /// What they speak of.
    pub subject: Subject,
    /// On the phone or at a counter.
    pub way: Way,
    /// Their language.
    pub language: Locale,
    /// Answers by key of question.
    pub typed: Submitted,
    /// What looks like personal data in their words may stay.
    pub is_sure: bool,
}

/// Why an answer is not kept.
#[derive(Debug, thiserror::Error)]
pub enum HearError {
    /// Nothing is asked at that moment, or not about that.
    #[error("no questionnaire asks about this at this moment")]
    NotAsked,
    /// A key that no question has.
    #[error("no question has the key `{0}`")]
    UnknownKey(String),
    /// Wrong, question by question.
    #[error("{}", faults.iter().map(told).collect::<Vec<_>>().join("; "))]
    Wrong {
        /// What is wrong.
        faults: Vec<Fault>,
    },
    /// Nothing was answered.
    #[error("nothing is answered")]
    Nothing,
    /// The words of the person seem to hold personal data.
    #[error(
        "the text seems to hold a number, an address or a code: leave it out, or confirm with --sure"
    )]
    Personal,
    /// Not kept.
    #[error("{0}")]
    Refused(#[from] Box<Problem>),
}

fn told(fault: &Fault) -> String {
    format!("{}: {:?}", fault.key, fault.code)
}

impl Staff {
    /// What is asked at a moment.
    #[must_use]
    pub fn questionnaire(&self, moment: Moment) -> Option<Arc<Questionnaire>> {
        let mut all = self.0.catalogue.questionnaires.iter();
        all.find(|it| it.moment == moment).cloned()
    }

    /// Keeps what someone said; it counts at once, like an answer that was given on the portal.
    ///
    /// # Errors
    /// See [`HearError`].
    pub async fn hear(&self, heard: Heard) -> Result<(), HearError> {
        let questionnaire = self.questionnaire(heard.moment);
        let questionnaire = questionnaire
            .filter(|it| it.moment.is_about(&heard.subject))
            .ok_or(HearError::NotAsked)?;
        let answers = self.checked(&questionnaire, &heard)?;
        if answers.0.is_empty() {
            return Err(HearError::Nothing);
        }
        if !heard.is_sure && names_someone(&questionnaire, &answers) {
            return Err(HearError::Personal);
        }
        let new = NewSurveyResponse {
            questionnaire_id: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
            subject: heard.subject,
            way: heard.way,
            language: heard.language,
            answers,
            revision: 1,
            complete: true,
        };
        answer(&self.0, &new_id(&*self.0.randomness), new).await?;
        Ok(())
    }

    fn checked(&self, asked: &Questionnaire, heard: &Heard) -> Result<Answers, HearError> {
        let fields = || asked.steps.iter().flat_map(|step| ungrouped(&step.fields));
        let unknown = |(key, _): &&(String, String)| !fields().any(|field| field.key == *key);
        if let Some((key, _)) = heard.typed.0.iter().find(unknown) {
            return Err(HearError::UnknownKey(key.clone()));
        }
        let today = day_in_france(self.0.clock.now());
        let (mut answers, mut faults) = (Answers::default(), Vec::new());
        for step in &asked.steps {
            let checked = check_fields(
                &step.fields,
                &heard.typed,
                &BTreeMap::new(),
                &answers,
                today,
            );
            answers.0.extend(checked.answers.0);
            faults.extend(checked.faults);
        }
        if faults.is_empty() {
            Ok(answers)
        } else {
            Err(HearError::Wrong { faults })
        }
    }
}

fn names_someone(asked: &Questionnaire, answers: &Answers) -> bool {
    [Role::Comment, Role::AccessTrouble]
        .into_iter()
        .filter_map(|role| answers.get(&asked.field_of_role(role)?.key))
        .any(|answer| matches!(answer, Answer::Text(text) if !personal::found(text).is_empty()))
}
