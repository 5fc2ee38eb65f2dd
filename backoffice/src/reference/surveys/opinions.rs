//! What agents read of answers: each with its words, whole. What is published of them has other rules.

use std::{collections::BTreeMap, sync::Arc};

use database::{Param, Row};
use domain::{
    answers::Answers,
    field::Role,
    survey::{Questionnaire, Subject},
};
use jiff::civil::Date;

use super::{
    Tag,
    answering::{day, place},
    sorting::{reason_place, tags_between},
};
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
    /// Only those with this tag.
    pub tag: Option<Tag>,
    /// Only those in this state.
    pub state: Option<OpinionState>,
}

/// What became of an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpinionState {
    /// Nobody decided yet.
    New,
    /// A text of it was published.
    Published,
    /// It will not be public, for a reason.
    Withheld,
}

impl OpinionState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::New, Self::Published, Self::Withheld];

    /// Name at the terminal and in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Published => "published",
            Self::Withheld => "withheld",
        }
    }

    /// The state of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// The state of what the table says: nothing for one that nobody decided about.
    pub(super) fn of(stored: Option<&str>) -> Self {
        stored.and_then(Self::from_name).unwrap_or(Self::New)
    }
}

/// An answer, as agents read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Its identifier.
    pub id: String,
    /// What became of it.
    pub state: OpinionState,
    /// The publication, while its text is public.
    pub publication: Option<String>,
    /// Why it is withheld.
    pub reason: Option<String>,
    /// Tags that agents gave it.
    pub tags: Vec<Tag>,
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
        let sql = "SELECT r.id AS id, questionnaire_id, version, subject_kind, subject_id, answers, received_on,
                          state, publication_id, reason
                     FROM backoffice_survey_responses r
                     LEFT JOIN backoffice_opinion_states s ON s.response_id = r.id
                    WHERE settled = 1 AND ($1 = '' OR (subject_kind = $1 AND subject_id = $2))
                      AND ($3 = '' OR COALESCE(state, 'new') = $3)
                      AND ($4 = '' OR EXISTS (SELECT 1 FROM backoffice_opinion_tags t
                                               WHERE t.response_id = r.id AND t.tag = $4))
                    ORDER BY received_on DESC, r.id LIMIT $5";
        let state = filter.state.map_or("", OpinionState::name);
        let tag = filter.tag.as_ref().map_or("", Tag::as_str);
        let mut params: Vec<Param<'_>> = [kind, id, state, tag].map(Param::from).into();
        params.push(LOOKED_AT.into());
        let rows = self.0.database.fetch_all(sql, &params).await?;
        let ids: Vec<String> = rows
            .iter()
            .map(|row| row.text("id"))
            .collect::<Result<_, _>>()?;
        let mut tags: BTreeMap<String, Vec<Tag>> = BTreeMap::new();
        if let (Some(first), Some(last)) = (ids.iter().min(), ids.iter().max()) {
            for (id, tag) in tags_between(&self.0, (first, last)).await? {
                tags.entry(id).or_default().push(tag);
            }
        }
        let mut opinions = Vec::new();
        for (row, id) in rows.iter().zip(ids) {
            let tags = tags.remove(&id).unwrap_or_default();
            let opinion = self.opinion(row, id, tags).await?;
            opinions.extend(opinion.filter(|it| !filter.with_words || it.has_words()));
        }
        Ok(opinions)
    }

    /// `None` for an answer to what this version does not know.
    async fn opinion(
        &self,
        row: &Row,
        id: String,
        tags: Vec<Tag>,
    ) -> Result<Option<Opinion>, StaffError> {
        let (asked, version) = (row.text("questionnaire_id")?, row.text("version")?);
        let asked = catalogue_versions::questionnaire(&self.0, &asked, &version).await;
        let subject = Subject::new(&row.text("subject_kind")?, row.text("subject_id")?);
        let (Ok::<_, Box<Problem>>(questionnaire), Some(subject)) = (asked, subject) else {
            return Ok(None);
        };
        let sealed = row.bytes("answers")?;
        let open = |reason: Vec<u8>| self.0.vault.open_text(&reason_place(&id), &reason);
        let reason = row.optional_bytes("reason")?.map(open).transpose()?;
        Ok(Some(Opinion {
            state: OpinionState::of(row.optional_text("state")?.as_deref()),
            publication: row.optional_text("publication_id")?,
            reason,
            tags,
            received_on: day(row)?,
            subject,
            questionnaire,
            answers: self.0.vault.open_json(&place(&id), &sealed)?,
            id,
        }))
    }
}
