//! What agents read of answers: each with its words, whole. What is published of them has other rules.

use std::sync::Arc;

use database::{DatabaseError, Row};
use domain::{
    answers::Answers,
    field::Role,
    locale::Locale,
    survey::{Questionnaire, Subject, Way},
};
use jiff::civil::Date;

use super::{
    answering::{day, place},
    sorting::{reason_place, unknown},
};
use crate::{
    api::{
        back_office::Paging,
        cursor::Cursor,
        opinions::{Opinion, OpinionFilter, OpinionState, Tag},
        page::Page,
        problem::{Problem, ProblemCode},
    },
    reference::{Staff, StaffError, catalogue_versions},
};

/// How far one list looks. Words are sealed: those who look for words read answer after answer.
#[derive(Debug, Clone, Copy)]
pub(in crate::reference) struct Reach {
    /// Answers read at a time.
    pub(in crate::reference) at_once: u16,
    /// Answers looked at in all.
    pub(in crate::reference) in_all: u16,
}

const REACH: Reach = Reach {
    at_once: 500,
    in_all: 2_000,
};

/// What is read of an opinion, out of a place and under a condition.
macro_rules! opinions {
    ($from:literal, $condition:literal) => {
        concat!(
            "SELECT r.id AS id, questionnaire_id, version, subject_kind, subject_id, way, language, answers, received_on,
                    s.state AS state, publication_id, reason,
                    (SELECT string_agg(g.tag, ' ') FROM backoffice_opinion_tags g WHERE g.response_id = r.id) AS tags
               FROM ",
            $from,
            " WHERE settled = 1 AND ",
            $condition
        )
    };
}

/// The same, page by page. Each way in has its own words, so that the index that serves it is found.
macro_rules! listed {
    ($from:literal, $condition:literal) => {
        concat!(
            opinions!($from, $condition),
            " AND received_on <= $5 AND (received_on < $5 OR r.id > $6) ORDER BY received_on DESC, r.id LIMIT $7"
        )
    };
}

const ONE: &str = opinions!(
    "backoffice_survey_responses r LEFT JOIN backoffice_opinion_states s ON s.response_id = r.id",
    "r.id = $1"
);
const LATEST: &str = listed!(
    "backoffice_survey_responses r LEFT JOIN backoffice_opinion_states s ON s.response_id = r.id",
    "$1 = '' AND $2 = '' AND $3 = '' AND ($4 = '' OR s.state IS NULL)"
);
const ABOUT: &str = listed!(
    "backoffice_survey_responses r LEFT JOIN backoffice_opinion_states s ON s.response_id = r.id",
    "subject_kind = $1 AND subject_id = $2 AND $3 = '' AND ($4 = '' OR s.state IS NULL)"
);
const TAGGED: &str = listed!(
    "backoffice_opinion_tags t JOIN backoffice_survey_responses r ON r.id = t.response_id
       LEFT JOIN backoffice_opinion_states s ON s.response_id = r.id",
    "($1 = '' OR (subject_kind = $1 AND subject_id = $2)) AND t.tag = $3 AND ($4 = '' OR COALESCE(s.state, 'new') = $4)"
);
const DECIDED: &str = listed!(
    "backoffice_opinion_states s JOIN backoffice_survey_responses r ON r.id = s.response_id",
    "($1 = '' OR (subject_kind = $1 AND subject_id = $2)) AND $3 = '' AND s.state = $4"
);

/// Before the first page: later than any day.
const END_OF_TIME: Date = Date::MAX;

impl Staff {
    /// Answers that count, the latest first, among the last two thousand.
    ///
    /// # Errors
    /// The database cannot be used, or an answer cannot be read.
    pub async fn opinions(&self, filter: &OpinionFilter) -> Result<Vec<Opinion>, StaffError> {
        Ok(self
            .opinions_after(filter, None, (REACH.in_all, REACH))
            .await?
            .items)
    }

    /// A page of them, for the contract.
    pub(super) async fn page_of_opinions(
        &self,
        filter: &OpinionFilter,
        paging: Paging,
    ) -> Result<Page<Opinion>, StaffError> {
        self.opinions_after(filter, paging.cursor, (paging.limit, REACH))
            .await
    }

    /// Some of them, after a cursor: what there is within reach, `limit` at most, and where to go on.
    pub(in crate::reference) async fn opinions_after(
        &self,
        filter: &OpinionFilter,
        mut after: Option<Cursor>,
        (limit, reach): (u16, Reach),
    ) -> Result<Page<Opinion>, StaffError> {
        let size = if filter.with_words {
            reach.at_once
        } else {
            reach.at_once.min(limit)
        };
        let (mut items, mut looked_at) = (Vec::new(), 0);
        loop {
            // One more tells whether there is another page.
            let rows = self.read(filter, after.as_ref(), size + 1).await?;
            for (place, row) in rows.iter().take(size.into()).enumerate() {
                items.extend(self.of(row, filter.with_words).await?);
                looked_at += 1;
                let last = cursor(row)?;
                if items.len() == usize::from(limit) || looked_at == reach.in_all {
                    let next_cursor = rows.get(place + 1).map(|_| last.encode());
                    return Ok(Page { items, next_cursor });
                }
                after = Some(last);
            }
            if rows.len() <= usize::from(size) {
                let next_cursor = None;
                return Ok(Page { items, next_cursor });
            }
        }
    }

    async fn read(
        &self,
        filter: &OpinionFilter,
        after: Option<&Cursor>,
        most: u16,
    ) -> Result<Vec<Row>, StaffError> {
        let subject = filter.subject.as_ref();
        let (kind, id) = subject.map_or(("", ""), |it| (it.kind(), it.id()));
        let tag = filter.tag.as_ref().map_or("", Tag::as_str);
        let state = filter.state.map_or("", OpinionState::name);
        let is_decided = filter.state.is_some_and(|it| it != OpinionState::New);
        let sql = if filter.tag.is_some() {
            TAGGED
        } else if is_decided {
            DECIDED
        } else if subject.is_some() {
            ABOUT
        } else {
            LATEST
        };
        let (day, last) = match after {
            None => (END_OF_TIME, ""),
            Some(it) => (day_of(it)?, it.id.as_str()),
        };
        let day = day.to_string();
        let params = [kind, id, tag, state, &day, last].map(Into::into);
        let params: Vec<_> = params.into_iter().chain([i64::from(most).into()]).collect();
        Ok(self.0.database.fetch_all(sql, &params).await?)
    }

    /// An answer that counts.
    ///
    /// # Errors
    /// No such opinion, or it cannot be read.
    pub async fn opinion(&self, id: &str) -> Result<Opinion, StaffError> {
        let row = self.0.database.fetch_optional(ONE, &[id.into()]).await?;
        let opinion = self.of(&row.ok_or_else(|| unknown(id))?, false).await?;
        opinion.ok_or_else(|| unknown(id))
    }

    /// What was asked of whoever gave it.
    ///
    /// # Errors
    /// The questionnaire cannot be read.
    pub async fn asked(&self, opinion: &Opinion) -> Result<Arc<Questionnaire>, StaffError> {
        let (id, version) = (&opinion.questionnaire_id, &opinion.version);
        Ok(catalogue_versions::questionnaire(&self.0, id, version).await?)
    }

    /// `None` for an answer to what this version does not know, or without words when they are asked for.
    async fn of(&self, row: &Row, with_words: bool) -> Result<Option<Opinion>, StaffError> {
        let Some(opinion) = self.opened(row)? else {
            return Ok(None);
        };
        let asked = match self.asked(&opinion).await {
            Ok(asked) => asked,
            Err(StaffError::Stored(problem)) if is_unknown(&problem) => return Ok(None),
            Err(error) => return Err(error),
        };
        let is_sought = !with_words || has_words(&asked, &opinion.answers);
        Ok(is_sought.then_some(opinion))
    }

    fn opened(&self, row: &Row) -> Result<Option<Opinion>, StaffError> {
        let subject = Subject::new(&row.text("subject_kind")?, row.text("subject_id")?);
        let language = Locale::from_tag(&row.text("language")?);
        let way = Way::from_name(&row.text("way")?);
        let (Some(subject), Some(language), Some(way)) = (subject, language, way) else {
            return Ok(None);
        };
        let id = row.text("id")?;
        let sealed = row.bytes("answers")?;
        let open = |reason: Vec<u8>| self.0.vault.open_text(&reason_place(&id), &reason);
        let reason = row.optional_bytes("reason")?.map(open).transpose()?;
        Ok(Some(Opinion {
            state: state(row)?,
            publication_id: row.optional_text("publication_id")?,
            reason,
            tags: tags(row)?,
            received_on: day(row)?,
            subject,
            questionnaire_id: row.text("questionnaire_id")?,
            version: row.text("version")?,
            way,
            language,
            answers: self.0.vault.open_json(&place(&id), &sealed)?,
            id,
        }))
    }
}

/// The questionnaire is not in the catalogue any more, or never was in this version.
fn is_unknown(problem: &Problem) -> bool {
    matches!(
        problem.code,
        ProblemCode::NotFound | ProblemCode::FormVersionOutdated
    )
}

/// Whether something was written, or a call is asked for.
fn has_words(asked: &Questionnaire, answers: &Answers) -> bool {
    [Role::Comment, Role::AccessTrouble, Role::CallBack]
        .into_iter()
        .filter_map(|role| asked.field_of_role(role))
        .any(|field| answers.get(&field.key).is_some())
}

/// The state of what the table says: nothing for one that nobody decided about.
pub(super) fn state(row: &Row) -> Result<OpinionState, DatabaseError> {
    let stored = row.optional_text("state")?;
    let stored = stored.and_then(|name| OpinionState::from_name(&name));
    Ok(stored.unwrap_or(OpinionState::New))
}

/// Tags, which the database gives in one text and in any order.
pub(super) fn tags(row: &Row) -> Result<Vec<Tag>, DatabaseError> {
    let joined = row.optional_text("tags")?.unwrap_or_default();
    let parse = |tag: &str| tag.parse();
    let tags: Result<Vec<Tag>, _> = joined.split_whitespace().map(parse).collect();
    let mut tags = tags.map_err(|_| DatabaseError::Column("tags".to_owned()))?;
    tags.sort();
    Ok(tags)
}

/// A cursor counts days as they are written: 20261128.
fn cursor(row: &Row) -> Result<Cursor, DatabaseError> {
    let day = day(row)?;
    let number = i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100;
    Ok(Cursor {
        number: number + i64::from(day.day()),
        id: row.text("id")?,
    })
}

fn day_of(cursor: &Cursor) -> Result<Date, StaffError> {
    let digits = format!("{:08}", cursor.number);
    let day = Date::strptime("%Y%m%d", digits);
    day.map_err(|_| StaffError::Stored(Problem::new(ProblemCode::InvalidCursor)))
}
