//! Keeping an answer: replaced while the person says more, counted once when they are done.

use std::sync::Arc;

use database::{Row, Write};
use domain::{
    quality::{self, Observed},
    survey::{Questionnaire, Subject},
};
use jiff::{SignedDuration, Timestamp, civil::Date};

use super::counting;
use crate::{
    api::{
        back_office::Novelty,
        check::day_in_france,
        idempotency::hex,
        problem::{Answered, FieldProblem, Problem, ProblemCode},
        surveys::{NewSurveyResponse, SurveyResponse},
    },
    reference::{Inner, OpenError, catalogue_versions, deadlines, vault::Purpose},
};

/// How long someone may still say more before what they said counts.
const OPEN: SignedDuration = SignedDuration::from_hours(1);
/// Answers counted in one look.
const BATCH: i64 = 100;
/// Longest name of a page.
const LONGEST_PAGE: usize = 60;

/// Keeps an answer. [`Novelty::New`] when it came for the first time.
pub(in crate::reference) async fn answer(
    office: &Arc<Inner>,
    id: &str,
    new: NewSurveyResponse,
) -> Answered<(SurveyResponse, Novelty)> {
    let questionnaire =
        catalogue_versions::questionnaire(office, &new.questionnaire_id, &new.version).await?;
    if !is_known(office, &new.subject) {
        let problem = FieldProblem::new("#/subject/id", "unknown", "no such thing");
        return Err(Problem::validation(vec![problem]));
    }
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                let coming = Coming::new(&inner, &id, &new, &questionnaire)?;
                let (mut kept, mut novelty) = (coming.insert(tx).await?, Novelty::New);
                if kept.is_none() {
                    novelty = Novelty::Replayed;
                    let there = Kept::lock(tx, &id).await?;
                    kept = Some(coming.meet(tx, there).await?);
                }
                let mut kept = kept.ok_or_else(Problem::not_found)?;
                if new.complete && !kept.settled {
                    settle(tx, &id, coming.now).await?;
                    kept.settled = true;
                }
                let kept = SurveyResponse {
                    id,
                    revision: kept.revision,
                    settled: kept.settled,
                    received_on: kept.received_on,
                };
                Ok((kept, novelty))
            })
        })
        .await
}

/// Counts answers that nobody completed within the hour.
pub(in crate::reference) async fn settle_old(office: &Inner) -> Result<(), OpenError> {
    let now = office.clock.now();
    let due = "SELECT id FROM backoffice_survey_responses
                WHERE settled = 0 AND settles_at <= $1 ORDER BY settles_at LIMIT $2";
    loop {
        let params = [now.as_microsecond().into(), BATCH.into()];
        let rows = office.database.fetch_all(due, &params).await?;
        for row in &rows {
            let id = row.text("id")?;
            office
                .database
                .write::<_, OpenError, _>(move |tx| {
                    Box::pin(async move { settle(tx, &id, now).await.map_err(OpenError::from) })
                })
                .await?;
        }
        if rows.is_empty() {
            return Ok(());
        }
    }
}

/// Counts an answer, once.
async fn settle(
    tx: &mut Write<'_>,
    id: &str,
    now: Timestamp,
) -> Result<(), database::DatabaseError> {
    let sql = "UPDATE backoffice_survey_responses SET settled = 1, settles_at = 0
                WHERE id = $1 AND settled = 0 RETURNING subject_kind, subject_id, observed";
    let Some(row) = tx.fetch_optional(sql, &[id.into()]).await? else {
        return Ok(());
    };
    let subject = Subject::new(&row.text("subject_kind")?, row.text("subject_id")?);
    let observed: Option<Observed> = serde_json::from_str(&row.text("observed")?).ok();
    if let (Some(subject), Some(observed)) = (subject, observed) {
        counting::count(tx, &subject, &observed, now).await?;
    }
    Ok(())
}

/// Whether the catalogue has it; a page is known to the portal alone.
pub(super) fn is_known(office: &Inner, subject: &Subject) -> bool {
    match subject {
        Subject::Procedure(id) => office.catalogue.procedure(id).is_some(),
        Subject::Place(id) => office.catalogue.places.iter().any(|place| place.id == *id),
        Subject::Page(id) => {
            let is_sign =
                |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
            (1..=LONGEST_PAGE).contains(&id.len()) && id.bytes().all(is_sign)
        }
    }
}

/// An answer as the table has it.
struct Kept {
    revision: u32,
    settled: bool,
    digest: String,
    received_on: Date,
}

impl Kept {
    /// The answer, which nobody else changes before the end of this write.
    async fn lock(tx: &mut Write<'_>, id: &str) -> Answered<Self> {
        let sql = "UPDATE backoffice_survey_responses SET revision = revision WHERE id = $1
                   RETURNING revision, settled, digest, received_on";
        let row = tx.fetch_optional(sql, &[id.into()]).await?;
        // Gone between the two statements: purged this instant.
        let row = row.ok_or_else(|| Problem::new(ProblemCode::AlreadyAnswered))?;
        Ok(Self::read(&row)?)
    }

    fn read(row: &Row) -> Result<Self, database::DatabaseError> {
        Ok(Self {
            revision: u32::try_from(row.int("revision")?).unwrap_or(u32::MAX),
            settled: row.int("settled")? == 1,
            digest: row.text("digest")?,
            received_on: day(row)?,
        })
    }
}

/// An answer on its way into the table.
struct Coming<'a> {
    id: &'a str,
    new: &'a NewSurveyResponse,
    digest: String,
    sealed: Vec<u8>,
    observed: String,
    now: Timestamp,
    delete_after: Timestamp,
}

impl<'a> Coming<'a> {
    fn new(
        office: &Inner,
        id: &'a str,
        new: &'a NewSurveyResponse,
        questionnaire: &Questionnaire,
    ) -> Answered<Self> {
        let now = office.clock.now();
        let plain = serde_json::to_vec(&new.answers).map_err(OpenError::from)?;
        let observed = quality::observed(questionnaire, &new.answers);
        Ok(Self {
            id,
            new,
            digest: digest(office, &plain),
            sealed: office.vault.seal(&place(id), &plain, &*office.randomness)?,
            observed: serde_json::to_string(&observed).map_err(OpenError::from)?,
            now,
            delete_after: deadlines::delete_after(
                beginning_of_day(now),
                questionnaire.retention_days.into(),
            ),
        })
    }

    /// Writes it when there is none under this identifier.
    async fn insert(&self, tx: &mut Write<'_>) -> Answered<Option<Kept>> {
        let settles_at = self.now.saturating_add(OPEN).unwrap_or(Timestamp::MAX);
        let written = tx
            .execute(
                "INSERT INTO backoffice_survey_responses
                   (id, questionnaire_id, version, subject_kind, subject_id, way, language, revision,
                    settled, digest, answers, observed, received_on, settles_at, delete_after)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11, $12, $13, $14)
                 ON CONFLICT (id) DO NOTHING",
                &[
                    self.id.into(),
                    (&self.new.questionnaire_id).into(),
                    (&self.new.version).into(),
                    self.new.subject.kind().into(),
                    self.new.subject.id().into(),
                    self.new.way.name().into(),
                    self.new.language.tag().into(),
                    i64::from(self.new.revision).into(),
                    (&self.digest).into(),
                    (&self.sealed).into(),
                    (&self.observed).into(),
                    day_in_france(self.now).to_string().into(),
                    settles_at.as_microsecond().into(),
                    self.delete_after.as_microsecond().into(),
                ],
            )
            .await?;
        Ok((written == 1).then(|| Kept {
            revision: self.new.revision,
            settled: false,
            digest: self.digest.clone(),
            received_on: day_in_france(self.now),
        }))
    }

    /// Replaces the one that is there when this one says more and that one does not count yet.
    async fn meet(&self, tx: &mut Write<'_>, there: Kept) -> Answered<Kept> {
        if there.settled {
            return if there.digest == self.digest || self.new.revision < there.revision {
                Ok(there)
            } else {
                Err(Problem::new(ProblemCode::AlreadyAnswered))
            };
        }
        if self.new.revision <= there.revision {
            return Ok(there);
        }
        tx.execute(
            "UPDATE backoffice_survey_responses
                SET revision = $2, digest = $3, answers = $4, observed = $5, version = $6 WHERE id = $1",
            &[
                self.id.into(),
                i64::from(self.new.revision).into(),
                (&self.digest).into(),
                (&self.sealed).into(),
                (&self.observed).into(),
                (&self.new.version).into(),
            ],
        )
        .await?;
        Ok(Kept {
            revision: self.new.revision,
            digest: self.digest.clone(),
            ..there
        })
    }
}

/// Tells the same answers from others, without the key of which a number in them could be found by trying.
fn digest(office: &Inner, plain: &[u8]) -> String {
    let text = String::from_utf8_lossy(plain);
    hex(&office.vault.digest(Purpose::SurveyAnswers, &text))
}

/// The hour says nothing that anybody needs.
fn beginning_of_day(now: Timestamp) -> Timestamp {
    const DAY: i64 = 24 * 3600;
    let seconds = now.as_second();
    Timestamp::from_second(seconds - seconds.rem_euclid(DAY)).unwrap_or(now)
}

/// The day on which an answer came.
pub(super) fn day(row: &Row) -> Result<Date, database::DatabaseError> {
    let day = row.text("received_on")?.parse();
    day.map_err(|_| database::DatabaseError::Column("received_on".to_owned()))
}

/// Where its answers are sealed for.
pub(super) fn place(id: &str) -> String {
    format!("survey response:{id}")
}
