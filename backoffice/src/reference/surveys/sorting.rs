//! What agents make of an opinion: tags to find it again, or a reason why it will not be public.

use std::sync::Arc;

use database::{Row, Write};

use super::{journal::NewAct, opinions::state};
use crate::{
    api::opinions::{OpinionActKind, OpinionState, Tag},
    reference::{Inner, Staff, StaffError},
};

/// Most characters of a reason.
const LONGEST_REASON: usize = 2_000;

/// An opinion that nobody else changes before the end of this write.
pub(super) struct Held {
    pub(super) row: Row,
    pub(super) state: OpinionState,
    pub(super) publication_id: Option<String>,
    /// Why it is withheld.
    pub(super) reason: Option<String>,
}

impl Held {
    /// `Unknown` for one that does not count yet too: its author may still change it.
    pub(super) async fn lock(
        tx: &mut Write<'_>,
        office: &Inner,
        id: &str,
    ) -> Result<Self, StaffError> {
        let sql = "UPDATE backoffice_survey_responses SET revision = revision
                    WHERE id = $1 AND settled = 1
                   RETURNING id, questionnaire_id, version, subject_kind, subject_id, language, answers, received_on";
        let row = tx.fetch_optional(sql, &[id.into()]).await?;
        let row = row.ok_or_else(|| unknown(id))?;
        let sql = "SELECT state, publication_id, reason FROM backoffice_opinion_states WHERE response_id = $1";
        let Some(decided) = tx.fetch_optional(sql, &[id.into()]).await? else {
            let state = OpinionState::New;
            let (publication_id, reason) = (None, None);
            return Ok(Self {
                row,
                state,
                publication_id,
                reason,
            });
        };
        let open = |sealed: Vec<u8>| office.vault.open_text(&reason_place(id), &sealed);
        Ok(Self {
            row,
            state: state(&decided)?,
            publication_id: decided.optional_text("publication_id")?,
            reason: decided.optional_bytes("reason")?.map(open).transpose()?,
        })
    }
}

pub(super) fn unknown(id: &str) -> StaffError {
    StaffError::Unknown(format!("opinion {id}"))
}

/// Words that are not blank, nor longer than anybody reads.
pub(super) fn reasoned(reason: &str) -> Result<&str, StaffError> {
    let reason = Some(reason.trim())
        .filter(|reason| !reason.is_empty())
        .ok_or(StaffError::NoReason)?;
    not_longer("reason", reason, LONGEST_REASON)
}

pub(super) fn not_longer<'a>(
    what: &'static str,
    text: &'a str,
    most: usize,
) -> Result<&'a str, StaffError> {
    if text.chars().count() > most {
        return Err(StaffError::TooLong { what, most });
    }
    Ok(text)
}

/// A reason of an opinion, sealed for it.
pub(super) fn sealed(office: &Inner, id: &str, reason: &str) -> Result<Vec<u8>, StaffError> {
    let randomness = &*office.randomness;
    let sealed = office
        .vault
        .seal(&reason_place(id), reason.as_bytes(), randomness);
    Ok(sealed?)
}

/// Where the reason of an opinion is sealed for.
pub(super) fn reason_place(id: &str) -> String {
    format!("opinion:{id}:reason")
}

impl Staff {
    /// Gives tags to an opinion; those that it has stay.
    ///
    /// # Errors
    /// No such opinion, or the database cannot be used.
    pub async fn tag_opinion(&self, id: &str, agent: &str, tags: &[Tag]) -> Result<(), StaffError> {
        let sql = "INSERT INTO backoffice_opinion_tags (response_id, tag) VALUES ($1, $2)
                   ON CONFLICT (response_id, tag) DO NOTHING";
        self.tags(id, agent, tags, (OpinionActKind::Tagged, sql))
            .await
    }

    /// Takes tags from an opinion.
    ///
    /// # Errors
    /// No such opinion, or the database cannot be used.
    pub async fn untag_opinion(
        &self,
        id: &str,
        agent: &str,
        tags: &[Tag],
    ) -> Result<(), StaffError> {
        let sql = "DELETE FROM backoffice_opinion_tags WHERE response_id = $1 AND tag = $2";
        self.tags(id, agent, tags, (OpinionActKind::Untagged, sql))
            .await
    }

    async fn tags(
        &self,
        id: &str,
        agent: &str,
        tags: &[Tag],
        (kind, sql): (OpinionActKind, &'static str),
    ) -> Result<(), StaffError> {
        let inner = Arc::clone(&self.0);
        let (id, agent, tags) = (id.to_owned(), agent.to_owned(), tags.to_vec());
        let write = self.0.database.write(move |tx| {
            Box::pin(async move {
                Held::lock(tx, &inner, &id).await?;
                let mut changed = Vec::new();
                for tag in &tags {
                    if tx
                        .execute(sql, &[(&id).into(), tag.as_str().into()])
                        .await?
                        > 0
                    {
                        changed.push(tag.as_str());
                    }
                }
                if changed.is_empty() {
                    return Ok(());
                }
                let act = NewAct {
                    agent: &agent,
                    kind,
                    about: &id,
                    detail: Some(&changed.join(", ")),
                };
                Ok::<_, StaffError>(act.add(tx, &inner).await?)
            })
        });
        write.await
    }

    /// Decides that an opinion will not be public, and why; one that is public is taken back instead. The same reason a second
    /// time changes nothing.
    ///
    /// # Errors
    /// No reason, no such opinion, it is public, or the database cannot be used.
    pub async fn withhold_opinion(
        &self,
        id: &str,
        agent: &str,
        reason: &str,
    ) -> Result<(), StaffError> {
        let reason = reasoned(reason)?.to_owned();
        let inner = Arc::clone(&self.0);
        let (id, agent) = (id.to_owned(), agent.to_owned());
        let write = self.0.database.write(move |tx| {
            Box::pin(async move {
                let held = Held::lock(tx, &inner, &id).await?;
                if held.state == OpinionState::Published {
                    return Err(StaffError::OpinionIs("public: take it back"));
                }
                if held.reason.as_ref() == Some(&reason) {
                    return Ok(());
                }
                let sealed = sealed(&inner, &id, &reason)?;
                let sql = "INSERT INTO backoffice_opinion_states (response_id, state, reason) VALUES ($1, $2, $3)
                           ON CONFLICT (response_id) DO UPDATE
                             SET state = excluded.state, reason = excluded.reason, publication_id = NULL";
                let state = OpinionState::Withheld.name();
                tx.execute(sql, &[(&id).into(), state.into(), sealed.into()])
                    .await?;
                let act = NewAct {
                    agent: &agent,
                    kind: OpinionActKind::Withheld,
                    about: &id,
                    detail: Some(&reason),
                };
                Ok(act.add(tx, &inner).await?)
            })
        });
        write.await
    }
}
