//! Making a text public: an agent sees exactly what will be, says so, and can take it back.

use std::sync::Arc;

use database::Write;
use domain::{
    answers::{Answer, Answers},
    locale::Locale,
    quality::{PUBLISHABLE, Reply, personal},
    survey::{Questionnaire, Subject},
};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::{
    OpinionActKind, OpinionState,
    answering::{day, place},
    counting::month_of,
    journal::NewAct,
    reading::{first_day, oldest_month},
    sorting::{Held, reasoned, sealed},
};
use crate::{
    api::idempotency::hex,
    ports::{is_id, new_id},
    reference::{Inner, Staff, StaffError, catalogue_versions},
};

/// Signs of the word by which an agent says what was shown.
const PROOF: usize = 8;

/// What an agent wants to make public of an opinion.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewPublication {
    /// Key of the question, when several texts were written.
    pub field: Option<String>,
    /// Words instead of those of the person, when masking is not enough.
    pub words: Option<String>,
    /// Language of the words; that of the person's pages when absent.
    pub language: Option<Locale>,
    /// What the authority answers.
    pub reply: Option<Reply>,
}

/// Exactly what would be public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// What it is about.
    pub subject: Subject,
    /// First day of its month.
    pub month: Date,
    /// The words, masked.
    pub text: String,
    /// Their language.
    pub language: Locale,
    /// What the authority answers.
    pub reply: Option<Reply>,
}

impl Preview {
    /// A word that only these very words have: whoever gives it has seen them.
    #[must_use]
    pub fn proof(&self) -> String {
        let mut proof = hex(&Sha256::digest(format!("{self:?}")));
        proof.truncate(PROOF);
        proof
    }
}

impl Staff {
    /// What would be public; nothing is yet.
    ///
    /// # Errors
    /// No such opinion, nothing to publish in it, or it is public.
    pub async fn preview_publication(
        &self,
        id: &str,
        new: &NewPublication,
    ) -> Result<Preview, StaffError> {
        let (inner, id, new) = (Arc::clone(&self.0), id.to_owned(), new.clone());
        let write = self
            .0
            .database
            .write(move |tx| Box::pin(async move { preview(tx, &inner, &id, &new).await }));
        write.await
    }

    /// Makes it public, when `proof` is that of exactly these words. The identifier of the publication.
    ///
    /// # Errors
    /// The same, or it is not what was shown.
    pub async fn publish_opinion(
        &self,
        id: &str,
        agent: &str,
        new: NewPublication,
        proof: &str,
    ) -> Result<String, StaffError> {
        let publication = new_id(&*self.0.randomness);
        let inner = Arc::clone(&self.0);
        let (id, agent, proof) = (id.to_owned(), agent.to_owned(), proof.to_owned());
        let write = self.0.database.write(move |tx| {
            Box::pin(async move {
                let preview = preview(tx, &inner, &id, &new).await?;
                if preview.proof() != proof {
                    return Err(StaffError::NotAsShown);
                }
                insert(tx, &publication, &preview).await?;
                let sql = "INSERT INTO backoffice_opinion_states (response_id, state, publication_id) VALUES ($1, $2, $3)
                           ON CONFLICT (response_id) DO UPDATE
                             SET state = excluded.state, publication_id = excluded.publication_id, reason = NULL";
                let state = OpinionState::Published.name();
                tx.execute(sql, &[(&id).into(), state.into(), (&publication).into()])
                    .await?;
                let act = NewAct {
                    agent: &agent,
                    kind: OpinionActKind::Published,
                    about: &id,
                    detail: None,
                };
                act.add(tx, &inner).await?;
                Ok(publication)
            })
        });
        write.await
    }

    /// Takes a publication back, and says why to the agents; what was public is erased.
    ///
    /// # Errors
    /// No reason, no such publication, or the database cannot be used.
    pub async fn take_back(
        &self,
        publication: &str,
        agent: &str,
        reason: &str,
    ) -> Result<(), StaffError> {
        let unknown = || StaffError::Unknown(format!("publication {publication}"));
        if !is_id(publication) {
            return Err(unknown());
        }
        let reason = reasoned(reason)?.to_owned();
        let inner = Arc::clone(&self.0);
        let (publication, agent) = (publication.to_owned(), agent.to_owned());
        let write = self.0.database.write(move |tx| {
            Box::pin(async move {
                let sql = "SELECT response_id FROM backoffice_opinion_states WHERE publication_id = $1";
                let of = tx.fetch_optional(sql, &[(&publication).into()]).await?;
                // Later than the end of the answer, nothing says any more whose words they were.
                if let Some(row) = of {
                    let id = row.text("response_id")?;
                    let sealed = sealed(&inner, &id, &reason)?;
                    let sql = "UPDATE backoffice_opinion_states
                                  SET state = $2, publication_id = NULL, reason = $3 WHERE response_id = $1";
                    let state = OpinionState::Withheld.name();
                    tx.execute(sql, &[id.into(), state.into(), sealed.into()])
                        .await?;
                }
                let sql = "DELETE FROM backoffice_published_opinions WHERE id = $1";
                if tx.execute(sql, &[(&publication).into()]).await? == 0 {
                    return Err(StaffError::Unknown(format!("publication {publication}")));
                }
                let act = NewAct {
                    agent: &agent,
                    kind: OpinionActKind::TakenBack,
                    about: &publication,
                    detail: Some(&reason),
                };
                Ok(act.add(tx, &inner).await?)
            })
        });
        write.await
    }
}

async fn preview(
    tx: &mut Write<'_>,
    office: &Inner,
    id: &str,
    new: &NewPublication,
) -> Result<Preview, StaffError> {
    let held = Held::lock(tx, id).await?;
    if held.state == OpinionState::Published {
        return Err(StaffError::OpinionIs("public: take it back first"));
    }
    let row = &held.row;
    let month = month_of(day(row)?);
    if month < oldest_month(office.clock.now()) {
        return Err(StaffError::TooOld);
    }
    let (asked, version) = (row.text("questionnaire_id")?, row.text("version")?);
    let questionnaire = catalogue_versions::questionnaire(office, &asked, &version).await?;
    let answers: Answers = office.vault.open_json(&place(id), &row.bytes("answers")?)?;
    let written = written(&questionnaire, &answers, new.field.as_deref())?;
    let words = new.words.as_deref().unwrap_or(&written);
    // The agent's words go through the same mask: what they overlook is not public either.
    let text = personal::masked(words.trim());
    if text.is_empty() {
        return Err(StaffError::NothingWritten);
    }
    let subject = Subject::new(&row.text("subject_kind")?, row.text("subject_id")?);
    let language = Locale::from_tag(&row.text("language")?);
    let unknown = || super::sorting::unknown(id);
    Ok(Preview {
        subject: subject.ok_or_else(unknown)?,
        month: first_day(month),
        text,
        language: new.language.or(language).ok_or_else(unknown)?,
        reply: new.reply.clone(),
    })
}

/// The text of an answer that may be public: one of an opinion, so that two never stand beside each other.
fn written(
    questionnaire: &Questionnaire,
    answers: &Answers,
    field: Option<&str>,
) -> Result<String, StaffError> {
    let fields = PUBLISHABLE
        .into_iter()
        .filter_map(|role| questionnaire.field_of_role(role));
    let mut texts: Vec<(&str, &str)> = fields
        .filter_map(|field| match answers.get(&field.key)? {
            Answer::Text(text) => Some((field.key.as_str(), text.as_str())),
            _ => None,
        })
        .filter(|(key, _)| field.is_none_or(|field| field == *key))
        .collect();
    match (texts.pop(), texts.as_slice()) {
        (None, _) => Err(StaffError::NothingWritten),
        (Some((_, text)), []) => Ok(text.to_owned()),
        (Some((last, _)), others) => {
            let keys = others.iter().map(|(key, _)| *key).chain([last]);
            Err(StaffError::SeveralTexts(keys.map(str::to_owned).collect()))
        }
    }
}

async fn insert(tx: &mut Write<'_>, id: &str, new: &Preview) -> Result<(), StaffError> {
    let reply = new.reply.as_ref();
    tx.execute(
        "INSERT INTO backoffice_published_opinions
           (id, subject_kind, subject_id, month, words, language, reply, reply_language)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            id.into(),
            new.subject.kind().into(),
            new.subject.id().into(),
            month_of(new.month).into(),
            (&new.text).into(),
            new.language.tag().into(),
            reply.map(|it| it.text.as_str()).into(),
            reply.map(|it| it.language.tag()).into(),
        ],
    )
    .await?;
    Ok(())
}
