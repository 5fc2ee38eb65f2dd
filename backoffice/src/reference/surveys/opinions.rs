//! What agents read of answers: each with its words, whole. What is published of them has other rules.

use std::sync::Arc;

use database::Row;
use domain::{
    answers::Answers,
    field::Role,
    survey::{Questionnaire, Subject},
};
use jiff::civil::Date;

use super::answering::{day, place};
use crate::{
    api::problem::Problem,
    reference::{Staff, StaffError, catalogue_versions},
};

/// Which answers to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpinionFilter {
    /// About this.
    pub subject: Option<Subject>,
    /// Only those in which something was written, or a call is asked for.
    pub with_words: bool,
}

/// An answer, as agents read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// The day on which it came.
    pub received_on: Date,
    /// What it is about.
    pub subject: Subject,
    /// What was asked.
    pub questionnaire: Arc<Questionnaire>,
    /// What was answered.
    pub answers: Answers,
}

impl Opinion {
    /// Whether something was written, or a call is asked for.
    #[must_use]
    pub fn has_words(&self) -> bool {
        [Role::Comment, Role::AccessTrouble, Role::CallBack]
            .into_iter()
            .filter_map(|role| self.questionnaire.field_of_role(role))
            .any(|field| self.answers.get(&field.key).is_some())
    }
}

/// Answers looked at for one list, the latest first.
const LOOKED_AT: i64 = 2_000;

impl Staff {
    /// Answers that count, the latest first, among the last two thousand.
    ///
    /// # Errors
    /// The database cannot be used, or an answer cannot be read.
    pub async fn opinions(&self, filter: &OpinionFilter) -> Result<Vec<Opinion>, StaffError> {
        let (kind, id) = filter
            .subject
            .as_ref()
            .map_or(("", ""), |subject| (subject.kind(), subject.id()));
        let sql =
            "SELECT id, questionnaire_id, version, subject_kind, subject_id, answers, received_on
                     FROM backoffice_survey_responses
                    WHERE settled = 1 AND ($1 = '' OR (subject_kind = $1 AND subject_id = $2))
                    ORDER BY received_on DESC, id LIMIT $3";
        let params = [kind.into(), id.into(), LOOKED_AT.into()];
        let rows = self.0.database.fetch_all(sql, &params).await?;
        let mut opinions = Vec::new();
        for row in &rows {
            let opinion = self.opinion(row).await?;
            opinions.extend(opinion.filter(|it| !filter.with_words || it.has_words()));
        }
        Ok(opinions)
    }

    /// `None` for an answer to what this version does not know.
    async fn opinion(&self, row: &Row) -> Result<Option<Opinion>, StaffError> {
        let (id, version) = (row.text("questionnaire_id")?, row.text("version")?);
        let asked = catalogue_versions::questionnaire(&self.0, &id, &version).await;
        let subject = Subject::new(&row.text("subject_kind")?, row.text("subject_id")?);
        let (Ok::<_, Box<Problem>>(questionnaire), Some(subject)) = (asked, subject) else {
            return Ok(None);
        };
        let sealed = row.bytes("answers")?;
        Ok(Some(Opinion {
            received_on: day(row)?,
            subject,
            questionnaire,
            answers: self.0.vault.open_json(&place(&row.text("id")?), &sealed)?,
        }))
    }
}
