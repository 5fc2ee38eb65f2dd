//! What agents do to a request: take it, move it, write to the resident, decide. Each act checks that
//! nobody changed the request meanwhile, and leaves a line in the timeline and an event.

use std::sync::Arc;

use database::Write;
use domain::{
    locale::Locale,
    message::MessageKind,
    request::{AuthorKind, Status, TimelineKind},
};

use super::{
    Act, Inner, StaffError, agenda, answering, asking, deciding,
    delivering::{self, Prepared},
    judging,
    messages::{self, Said},
    taking::{self, Taken},
    timeline::NewEntry,
};
use crate::api::events::EventKind;

/// The agents' side of the reference back office.
#[derive(Clone)]
pub struct Staff(pub(super) Arc<Inner>);

impl Staff {
    pub(super) fn new(office: Arc<Inner>) -> Self {
        Self(office)
    }

    /// Acts on the request with this number, as it was when it was read (`version`).
    ///
    /// # Errors
    /// The act is not possible, someone was quicker, or the database cannot be used.
    pub async fn act(
        &self,
        number: &str,
        version: i64,
        agent: &str,
        mut act: Act,
    ) -> Result<Status, StaffError> {
        let documents = match &mut act {
            Act::Close(closing) => std::mem::take(&mut closing.documents),
            _ => Vec::new(),
        };
        let prepared = delivering::prepare(&self.0, documents).await?;
        let ids: Vec<String> = prepared.iter().map(Prepared::id).collect();
        let acted = self.write(number, version, agent, (act, prepared)).await;
        if acted.is_err() {
            delivering::discard(&self.0, &ids).await;
        }
        acted
    }

    async fn write(
        &self,
        number: &str,
        version: i64,
        agent: &str,
        (act, prepared): (Act, Vec<Prepared>),
    ) -> Result<Status, StaffError> {
        let (inner, number, agent) = (Arc::clone(&self.0), number.to_owned(), agent.to_owned());
        self.0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "SELECT id FROM backoffice_requests WHERE number = $1";
                    let row = tx.fetch_optional(sql, &[(&number).into()]).await?;
                    let row =
                        row.ok_or_else(|| StaffError::Unknown(format!("request {number}")))?;
                    let id = row.text("id")?;
                    let taken = taking::take_at(&inner, tx, (&id, version), &agent).await?;
                    let acting = Acting {
                        office: &inner,
                        taken: taken.ok_or(StaffError::ChangedMeanwhile)?,
                        agent: &agent,
                    };
                    let done = acting.perform(tx, act, prepared).await?;
                    acting
                        .taken
                        .tell(&inner, tx, done.event, done.status)
                        .await?;
                    Ok(done.status)
                })
            })
            .await
    }
}

/// An agent at work on one request, in one write.
pub(super) struct Acting<'a> {
    pub(super) office: &'a Inner,
    pub(super) taken: Taken,
    pub(super) agent: &'a str,
}

/// What an act did.
pub(super) struct Done {
    pub(super) status: Status,
    pub(super) event: EventKind,
}

/// Words for the resident.
#[derive(Clone, Copy, Default)]
pub(super) struct Words<'a> {
    pub(super) text: Option<&'a str>,
    pub(super) language: Option<Locale>,
}

impl Acting<'_> {
    async fn perform(
        &self,
        tx: &mut Write<'_>,
        act: Act,
        prepared: Vec<Prepared>,
    ) -> Result<Done, StaffError> {
        let present = self.taken.status;
        match act {
            Act::Take if present == Status::Submitted => {
                self.becomes(tx, Status::InReview, Words::default()).await
            }
            Act::Take if present.is_final() => Err(self.impossible(present)),
            Act::Take => Ok(self.done(present)),
            Act::Move { status, .. } if status.is_final() => {
                Err(StaffError::NeedsReason(status.name()))
            }
            Act::Move { status, words } => {
                let text = words.as_deref().map(said).transpose()?;
                let words = Words {
                    text,
                    language: None,
                };
                self.moved(tx, status, words).await
            }
            Act::Write { words, language } => self.write(tx, said(&words)?, language).await,
            Act::Visit(visit) => agenda::act(self, tx, visit).await,
            Act::Ask(asking) => asking::ask(self, tx, asking).await,
            Act::Judge { document, verdict } => judging::judge(self, tx, &document, verdict).await,
            Act::Extend(answer) => judging::extend(self, tx, answer).await,
            Act::Close(closing) => deciding::close(self, tx, closing, prepared).await,
        }
    }

    /// An act that leaves the request in a status.
    pub(super) const fn done(&self, status: Status) -> Done {
        Done {
            status,
            event: EventKind::RequestUpdated,
        }
    }

    /// Why the request cannot become this.
    pub(super) const fn impossible(&self, next: Status) -> StaffError {
        StaffError::Transition {
            from: self.taken.status.name(),
            to: next.name(),
        }
    }

    /// Whoever moves a request on without what was asked no longer expects it.
    pub(super) async fn moved(
        &self,
        tx: &mut Write<'_>,
        next: Status,
        words: Words<'_>,
    ) -> Result<Done, StaffError> {
        let done = self.becomes(tx, next, words).await?;
        if next != Status::InfoRequested {
            answering::give_up(tx, &self.taken).await?;
        }
        Ok(done)
    }

    /// Changes the status, and says so in the timeline.
    pub(super) async fn becomes(
        &self,
        tx: &mut Write<'_>,
        next: Status,
        words: Words<'_>,
    ) -> Result<Done, StaffError> {
        if !self.taken.status.may_become(next) {
            return Err(self.impossible(next));
        }
        let sql = "UPDATE backoffice_requests SET status = $2 WHERE id = $1";
        tx.execute(sql, &[(&self.taken.id).into(), next.name().into()])
            .await?;
        self.tell(tx, Some(next), TimelineKind::Status, words)
            .await?;
        Ok(self.done(next))
    }

    /// Adds a line to the timeline.
    pub(super) async fn tell(
        &self,
        tx: &mut Write<'_>,
        status: Option<Status>,
        kind: TimelineKind,
        words: Words<'_>,
    ) -> Result<(), StaffError> {
        let entry = NewEntry {
            status,
            words: words.text,
            language: words.language,
            agent: Some(self.agent),
            ..NewEntry::of(&self.taken.id, self.taken.at, kind, AuthorKind::Staff)
        };
        Ok(entry.add(tx, self.office).await?)
    }

    /// The words stand in the thread; the timeline only says that there are some.
    async fn write(
        &self,
        tx: &mut Write<'_>,
        words: &str,
        language: Option<Locale>,
    ) -> Result<Done, StaffError> {
        let said = Said {
            at: self.taken.at,
            kind: MessageKind::Message,
            author: AuthorKind::Staff,
            words,
            language,
            agent: Some(self.agent),
        };
        let id = &self.taken.id;
        let position = said.add(self.office, tx, id).await?;
        // Whoever answers has read what is answered: the request is as it was when they read it.
        messages::read_by_staff(tx, id, position, self.taken.at).await?;
        self.tell(tx, None, TimelineKind::Message, Words::default())
            .await?;
        Ok(Done {
            status: self.taken.status,
            event: EventKind::MessageAdded,
        })
    }
}

/// Words that are not blank.
pub(super) fn said(words: &str) -> Result<&str, StaffError> {
    if words.trim().is_empty() {
        Err(StaffError::NoWords)
    } else {
        Ok(words)
    }
}
