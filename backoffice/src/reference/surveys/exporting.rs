//! Everything that people said, for the agents' own counting: one line for each answer, one column for each question.

use std::{collections::BTreeMap, sync::Arc};

use database::Row;
use domain::{
    answers::Answers,
    field::{Field, ungrouped},
    survey::Questionnaire,
};

use super::{
    answering::place,
    journal::NewAct,
    opinions::{state, tags},
};
use crate::{
    api::opinions::{OpinionActKind, Tag},
    reference::{Inner, OpenError, Staff, StaffError},
    written::{Manner, words},
};

/// Answers read at a time: the memory is that of one page, however many have answered.
const PAGE: i64 = 500;

/// Columns before those of the questions.
const HEAD: [&str; 10] = [
    "id",
    "received_on",
    "kind",
    "subject",
    "questionnaire",
    "version",
    "way",
    "language",
    "state",
    "tags",
];

/// A reading of every answer, page by page, in the order of their identifiers: it tells no order of arrival.
pub struct Export {
    office: Arc<Inner>,
    asked: BTreeMap<(String, String), Questionnaire>,
    keys: Vec<String>,
    last: String,
}

/// Some lines, and the cells of each.
pub type ExportPage = Vec<Vec<String>>;

impl Staff {
    /// Begins a reading of every answer that counts. The journal says who took it.
    ///
    /// # Errors
    /// The database cannot be used, or a questionnaire cannot be read.
    pub async fn export_opinions(&self, agent: &str) -> Result<Export, StaffError> {
        let sql =
            "SELECT id, version, definition FROM backoffice_questionnaires ORDER BY id, version";
        let mut asked = BTreeMap::new();
        let mut keys: Vec<String> = Vec::new();
        for row in self.0.database.fetch_all(sql, &[]).await? {
            let definition: Questionnaire =
                serde_json::from_str(&row.text("definition")?).map_err(OpenError::from)?;
            for field in fields(&definition) {
                if !keys.contains(&field.key) {
                    keys.push(field.key.clone());
                }
            }
            asked.insert((row.text("id")?, row.text("version")?), definition);
        }
        let (inner, agent) = (Arc::clone(&self.0), agent.to_owned());
        let write = self.0.database.write(move |tx| {
            Box::pin(async move {
                let act = NewAct {
                    agent: &agent,
                    kind: OpinionActKind::Exported,
                    about: "",
                    detail: None,
                };
                Ok::<_, StaffError>(act.add(tx, &inner).await?)
            })
        });
        write.await?;
        Ok(Export {
            office: Arc::clone(&self.0),
            asked,
            keys,
            last: String::new(),
        })
    }
}

impl Export {
    /// Names of the columns.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let head = HEAD.map(str::to_owned).into_iter();
        head.chain(self.keys.iter().cloned()).collect()
    }

    /// The next lines; none when all were read.
    ///
    /// # Errors
    /// The database cannot be used, or an answer cannot be read.
    pub async fn next(&mut self) -> Result<ExportPage, StaffError> {
        let sql = "SELECT r.id AS id, questionnaire_id, version, subject_kind, subject_id, way, language, answers,
                          received_on, s.state AS state,
                          (SELECT string_agg(g.tag, ' ') FROM backoffice_opinion_tags g WHERE g.response_id = r.id) AS tags
                     FROM backoffice_survey_responses r
                     LEFT JOIN backoffice_opinion_states s ON s.response_id = r.id
                    WHERE settled = 1 AND r.id > $1 ORDER BY r.id LIMIT $2";
        let params = [(&self.last).into(), PAGE.into()];
        let rows = self.office.database.fetch_all(sql, &params).await?;
        let Some(last) = rows.last() else {
            return Ok(Vec::new());
        };
        let last = last.text("id")?;
        let lines = rows.iter().map(|row| self.line(row)).collect();
        self.last = last;
        lines
    }

    fn line(&self, row: &Row) -> Result<Vec<String>, StaffError> {
        let id = row.text("id")?;
        let of = (row.text("questionnaire_id")?, row.text("version")?);
        let questionnaire = self.asked.get(&of);
        let sealed = row.bytes("answers")?;
        let answers: Answers = self.office.vault.open_json(&place(&id), &sealed)?;
        let tags: Vec<String> = tags(row)?.iter().map(Tag::to_string).collect();
        let (questionnaire_id, version) = of;
        let mut cells = vec![
            id,
            row.text("received_on")?,
            row.text("subject_kind")?,
            row.text("subject_id")?,
            questionnaire_id,
            version,
            row.text("way")?,
            row.text("language")?,
            state(row)?.name().to_owned(),
            tags.join(" "),
        ];
        for key in &self.keys {
            let field =
                questionnaire.and_then(|it| fields(it).into_iter().find(|it| it.key == *key));
            let answer = answers.get(key);
            cells.push(answer.map_or_else(String::new, |it| words(field, it, Manner::English)));
        }
        Ok(cells)
    }
}

fn fields(questionnaire: &Questionnaire) -> Vec<&Field> {
    let steps = questionnaire.steps.iter();
    steps.flat_map(|step| ungrouped(&step.fields)).collect()
}
