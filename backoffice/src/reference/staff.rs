//! What agents do to a request: take it, move it, write to the resident, decide. Each act checks that
//! nobody changed the request meanwhile, and leaves a line in the timeline and an event.

use std::sync::Arc;

use domain::{
    locale::Locale,
    message::MessageKind,
    request::{AuthorKind, Status, TimelineKind},
};

use super::{Act, Inner, StaffError, deadlines, events, messages::Said, rows, timeline::NewEntry};
use crate::{
    api::{events::EventKind, requests::Outcome},
    ports::new_id,
};

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
        act: Act,
    ) -> Result<Status, StaffError> {
        let (inner, number, agent) = (Arc::clone(&self.0), number.to_owned(), agent.to_owned());
        let event = new_id(&*inner.randomness);
        self.0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    let row = tx
                        .fetch_optional(
                            "SELECT id, status, retention_days FROM backoffice_requests
                              WHERE number = $1",
                            &[(&number).into()],
                        )
                        .await?;
                    let row =
                        row.ok_or_else(|| StaffError::Unknown(format!("request {number}")))?;
                    let id = row.text("id")?;
                    let present = Status::from_name(&row.text("status")?);
                    let step = Step::of(present, act)?;
                    let (now, randomness) = (inner.clock.now(), &*inner.randomness);
                    let at = now.as_microsecond();
                    let place = rows::decision_place(&id);
                    let reason = step
                        .outcome
                        .and(step.words.as_deref())
                        .map(|words| inner.vault.seal(&place, words.as_bytes(), randomness))
                        .transpose()?;
                    let delete_after = step.next.is_final().then_some(row.int("retention_days")?);
                    let delete_after = delete_after
                        .map(|days| deadlines::delete_after(now, days).as_microsecond());
                    let changed = tx
                        .execute(
                            "UPDATE backoffice_requests SET
                               status = $3, version = version + 1, updated_at = $4, agent = $5,
                               decision = COALESCE($6, decision),
                               decision_text = COALESCE($7, decision_text),
                               decided_at = COALESCE($8, decided_at),
                               delete_after = COALESCE($9, delete_after)
                             WHERE id = $1 AND version = $2",
                            &[
                                (&id).into(),
                                version.into(),
                                step.next.name().into(),
                                at.into(),
                                (&agent).into(),
                                step.outcome.map(|outcome| outcome.status().name()).into(),
                                reason.into(),
                                step.outcome.map(|_| at).into(),
                                delete_after.into(),
                            ],
                        )
                        .await?;
                    if changed == 0 {
                        return Err(StaffError::ChangedMeanwhile);
                    }
                    if let Some(kind) = step.entry {
                        let told = kind == TimelineKind::Status;
                        let entry = NewEntry {
                            status: told.then_some(step.next),
                            words: step.words.as_deref().filter(|_| told),
                            agent: Some(&agent),
                            ..NewEntry::of(&id, at, kind, AuthorKind::Staff)
                        };
                        entry.add(tx, &inner).await?;
                    }
                    if let (Some(TimelineKind::Message), Some(words)) = (step.entry, &step.words) {
                        let said = Said {
                            at,
                            kind: MessageKind::Message,
                            author: AuthorKind::Staff,
                            words,
                            language: step.language,
                            agent: Some(&agent),
                        };
                        said.add(&inner, tx, &id).await?;
                    }
                    let event = events::New {
                        id: event,
                        kind: step.event,
                        resource: format!("/v1/requests/{id}"),
                        etag: Some(rows::version_tag(version + 1)),
                        status: Some(step.next),
                        at,
                    };
                    event.tell(tx).await?;
                    Ok(step.next)
                })
            })
            .await
    }
}

/// What an act changes, once it is known to be possible.
struct Step {
    next: Status,
    words: Option<String>,
    language: Option<Locale>,
    outcome: Option<Outcome>,
    /// Kind of the line added to the timeline, if the resident is told.
    entry: Option<TimelineKind>,
    event: EventKind,
}

impl Step {
    fn of(present: Status, act: Act) -> Result<Self, StaffError> {
        let next = match &act {
            Act::Take if present == Status::Submitted => Status::InReview,
            Act::Take | Act::Write { .. } => present,
            Act::Move { status, .. } => *status,
            Act::Close { outcome, .. } => outcome.status(),
        };
        let transition = StaffError::Transition {
            from: present.name(),
            to: next.name(),
        };
        let moves = next != present;
        match &act {
            Act::Take if present.is_final() => return Err(transition),
            Act::Move { .. } if next.is_final() => {
                return Err(StaffError::NeedsReason(next.name()));
            }
            Act::Move { .. } | Act::Close { .. } if !present.may_become(next) => {
                return Err(transition);
            }
            _ => {}
        }
        let (words, language, outcome) = match act {
            Act::Take => (None, None, None),
            Act::Move { words, .. } => (words.map(said).transpose()?, None, None),
            Act::Write { words, language } => (Some(said(words)?), language, None),
            Act::Close { outcome, reason } => (Some(said(reason)?), None, Some(outcome)),
        };
        let entry = match (moves, &words) {
            (true, _) => Some(TimelineKind::Status),
            (false, Some(_)) => Some(TimelineKind::Message),
            (false, None) => None,
        };
        let event = match entry {
            Some(TimelineKind::Message) => EventKind::MessageAdded,
            _ => EventKind::RequestUpdated,
        };
        Ok(Self {
            next,
            words,
            language,
            outcome,
            entry,
            event,
        })
    }
}

fn said(words: String) -> Result<String, StaffError> {
    if words.trim().is_empty() {
        Err(StaffError::NoWords)
    } else {
        Ok(words)
    }
}
