//! Making a text public: an agent sees exactly what will be, says so, and can take it back.

use std::sync::Arc;

use database::Write;
use domain::{
    answers::{Answer, Answers},
    locale::Locale,
    quality::{PUBLISHABLE, PublishedOpinion, personal},
    survey::{Questionnaire, Subject},
};

use super::{
    answering::{day, place},
    counting::month_of,
    journal::NewAct,
    published::public,
    reading::{first_day, oldest_month},
    sorting::{Held, not_longer, reasoned, sealed},
};
use crate::{
    api::{
        back_office::Novelty,
        opinions::{NewPublication, OpinionActKind, OpinionState, Preview},
    },
    ports::{is_id, new_id},
    reference::{Inner, Staff, StaffError, catalogue_versions},
};

/// Most characters of a text that is published, and of a reply: a page shows twenty of them.
const LONGEST: usize = 4_000;

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
        let write = self.0.database.write(move |tx| {
            Box::pin(async move {
                let held = Held::lock(tx, &inner, &id).await?;
                if held.state == OpinionState::Published {
                    return Err(PUBLIC);
                }
                preview(&inner, &held, &id, &new).await
            })
        });
        write.await
    }

    /// Makes it public, when `proof` is that of exactly these words; the same words a second time are the same publication.
    ///
    /// # Errors
    /// The same, or it is not what was shown.
    pub async fn publish_opinion(
        &self,
        id: &str,
        agent: &str,
        new: NewPublication,
        proof: &str,
    ) -> Result<(PublishedOpinion, Novelty), StaffError> {
        let publication = new_id(&*self.0.randomness);
        let inner = Arc::clone(&self.0);
        let (id, agent, proof) = (id.to_owned(), agent.to_owned(), proof.to_owned());
        let write = self.0.database.write(move |tx| {
            Box::pin(async move {
                let held = Held::lock(tx, &inner, &id).await?;
                if held.state == OpinionState::Published {
                    let public = match &held.publication_id {
                        Some(publication) => public(tx, publication).await?,
                        None => None,
                    };
                    let public = public.ok_or(PUBLIC)?;
                    let asked = preview(&inner, &held, &id, &new).await?;
                    let is_same = public == asked.published(public.id.clone());
                    return if is_same { Ok((public, Novelty::Replayed)) } else { Err(PUBLIC) };
                }
                let preview = preview(&inner, &held, &id, &new).await?;
                if preview.proof() != proof {
                    return Err(StaffError::NotAsShown);
                }
                let public = preview.published(publication);
                insert(tx, &public).await?;
                let sql = "INSERT INTO backoffice_opinion_states (response_id, state, publication_id) VALUES ($1, $2, $3)
                           ON CONFLICT (response_id) DO UPDATE
                             SET state = excluded.state, publication_id = excluded.publication_id, reason = NULL";
                let state = OpinionState::Published.name();
                tx.execute(sql, &[(&id).into(), state.into(), (&public.id).into()])
                    .await?;
                let act = NewAct {
                    agent: &agent,
                    kind: OpinionActKind::Published,
                    about: &id,
                    detail: None,
                };
                act.add(tx, &inner).await?;
                Ok((public, Novelty::New))
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

const PUBLIC: StaffError = StaffError::OpinionIs("public: take it back first");

async fn preview(
    office: &Inner,
    held: &Held,
    id: &str,
    new: &NewPublication,
) -> Result<Preview, StaffError> {
    let row = &held.row;
    let month = month_of(day(row)?);
    if month < oldest_month(office.clock.now()) {
        return Err(StaffError::TooOld);
    }
    let (asked, version) = (row.text("questionnaire_id")?, row.text("version")?);
    let questionnaire = catalogue_versions::questionnaire(office, &asked, &version).await?;
    let answers: Answers = office.vault.open_json(&place(id), &row.bytes("answers")?)?;
    let written = written(&questionnaire, &answers, new.field.as_deref())?;
    let words = new.text.as_deref().unwrap_or(&written);
    // The agent's words go through the same mask: what they overlook is not public either.
    let text = personal::masked(not_longer("text", words.trim(), LONGEST)?);
    if text.is_empty() {
        return Err(StaffError::NothingWritten);
    }
    let reply = new.reply.clone().filter(|it| !it.text.trim().is_empty());
    if let Some(reply) = &reply {
        not_longer("reply", &reply.text, LONGEST)?;
    }
    let subject = Subject::new(&row.text("subject_kind")?, row.text("subject_id")?);
    let language = Locale::from_tag(&row.text("language")?);
    let unknown = || super::sorting::unknown(id);
    Ok(Preview {
        subject: subject.ok_or_else(unknown)?,
        month: first_day(month),
        text,
        language: new.language.or(language).ok_or_else(unknown)?,
        reply,
        withheld_because: held.reason.clone(),
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

async fn insert(tx: &mut Write<'_>, new: &PublishedOpinion) -> Result<(), StaffError> {
    let reply = new.reply.as_ref();
    tx.execute(
        "INSERT INTO backoffice_published_opinions
           (id, subject_kind, subject_id, month, words, language, reply, reply_language)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            (&new.id).into(),
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
