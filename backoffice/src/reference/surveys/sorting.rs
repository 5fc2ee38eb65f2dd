//! What agents make of an opinion: tags to find it again, or a reason why it will not be public.

use std::{fmt, str::FromStr, sync::Arc};

use database::{DatabaseError, Row, Write};

use super::{OpinionActKind, OpinionState, journal::NewAct};
use crate::reference::{Inner, Staff, StaffError};

/// Longest tag.
const LONGEST: usize = 30;

/// A short word by which agents find opinions again: `guichet`, `delai-2026`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag(String);

impl FromStr for Tag {
    type Err = StaffError;

    fn from_str(text: &str) -> Result<Self, StaffError> {
        let is_sign = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
        if (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_sign) {
            Ok(Self(text.to_owned()))
        } else {
            Err(StaffError::Tag(text.to_owned()))
        }
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Tag {
    /// The tag as it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An opinion that nobody else changes before the end of this write.
pub(super) struct Held {
    pub(super) row: Row,
    pub(super) state: OpinionState,
}

impl Held {
    /// `Unknown` for one that does not count yet too: its author may still change it.
    pub(super) async fn lock(tx: &mut Write<'_>, id: &str) -> Result<Self, StaffError> {
        let sql = "UPDATE backoffice_survey_responses SET revision = revision
                    WHERE id = $1 AND settled = 1
                   RETURNING id, questionnaire_id, version, subject_kind, subject_id, language, answers, received_on";
        let row = tx.fetch_optional(sql, &[id.into()]).await?;
        let row = row.ok_or_else(|| unknown(id))?;
        let sql = "SELECT state FROM backoffice_opinion_states WHERE response_id = $1";
        let state = tx.fetch_optional(sql, &[id.into()]).await?;
        let state = state.map(|row| row.text("state")).transpose()?;
        Ok(Self {
            row,
            state: OpinionState::of(state.as_deref()),
        })
    }
}

pub(super) fn unknown(id: &str) -> StaffError {
    StaffError::Unknown(format!("opinion {id}"))
}

/// Words that are not blank.
pub(super) fn reasoned(reason: &str) -> Result<&str, StaffError> {
    Some(reason.trim())
        .filter(|reason| !reason.is_empty())
        .ok_or(StaffError::NoReason)
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
                Held::lock(tx, &id).await?;
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

    /// Decides that an opinion will not be public, and why; one that is public is taken back instead.
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
                if Held::lock(tx, &id).await?.state == OpinionState::Published {
                    return Err(StaffError::OpinionIs("public: take it back"));
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

/// Tags of every opinion between two identifiers, in their order.
pub(super) async fn tags_between(
    office: &Inner,
    (first, last): (&str, &str),
) -> Result<Vec<(String, Tag)>, DatabaseError> {
    let sql = "SELECT response_id, tag FROM backoffice_opinion_tags
                WHERE response_id >= $1 AND response_id <= $2 ORDER BY response_id, tag";
    let rows = office
        .database
        .fetch_all(sql, &[first.into(), last.into()])
        .await?;
    let read = |row: &Row| Ok((row.text("response_id")?, Tag(row.text("tag")?)));
    rows.iter().map(read).collect()
}
