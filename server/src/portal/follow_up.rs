//! What residents do about a request once sent: recorded here at once, in one transaction with its delivery, so that
//! "recorded" is true whatever happens to the back office.

use app::ports::{Absence, Draft, PendingAct, PendingKind};
use domain::{
    answers::Answer,
    journey::Journey,
    locale::Locale,
    message::{Message, MessageKind},
    request::AuthorKind,
};
use jiff::SignedDuration;

use super::{
    Desk, FollowUpError, SaveError, Visitor,
    change::{Halt, TRIES, admit, crossed},
    forms,
    reading::unavailable,
};
use crate::{
    store::{
        StoreError, Vault,
        acts::{self, ActState, Deed, NewAct, StoredAct},
        drafts::{self, DraftState, NewDraft, Purpose},
        endings,
        journal::{self, Act},
        outbox::{self, NewParcel, Topic},
        submissions::{self, Known},
    },
    worker::follow_up_key,
};

/// A resident reminds the service once in so many days.
const REMINDER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A draft that ends with the act.
struct Ending {
    draft: String,
    version: i64,
}

impl Desk {
    /// The message that this visitor began about a request.
    pub(super) async fn message_draft_of(
        &self,
        visitor: &Visitor,
        request: &str,
    ) -> Result<Option<Draft>, Absence> {
        let (owner, _) = self.access(visitor, request).await?;
        let purpose = Purpose::Message(request.to_owned());
        let found = drafts::open_about(&self.0.database, owner.bytes(), &purpose, self.now());
        match found.await.map_err(unavailable)? {
            Some(row) => Ok(Some(self.opened(row).await?)),
            None => Ok(None),
        }
    }

    /// The draft in which this visitor writes about a request, under the key of its form: begun once, whatever is
    /// pressed twice.
    ///
    /// # Errors
    /// No access to the request, a key that is none, or no database.
    pub async fn begin_message(
        &self,
        visitor: &Visitor,
        request: &str,
        key: &str,
        locale: Locale,
    ) -> Result<(), SaveError> {
        let (owner, _) = self.access(visitor, request).await?;
        if !Vault::is_id(key) {
            return Err(SaveError::Unknown);
        }
        let known = drafts::find(&self.0.database, key).await;
        let known = known.map_err(|error| Halt::Store(error).or(SaveError::Unavailable))?;
        let purpose = Purpose::Message(request.to_owned());
        if known.is_some() {
            let row = admit(known, visitor, self.now())?;
            return if row.purpose == purpose {
                Ok(())
            } else {
                Err(SaveError::Unknown)
            };
        }
        let form = forms::message();
        let new = NewDraft {
            id: key.to_owned(),
            owner: *owner.bytes(),
            procedure_id: form.id.clone(),
            form_version: form.form_version.clone(),
            locale,
            purpose,
            at: self.now(),
            expires_at: self.draft_end(),
        };
        let vault = self.0.vault.clone();
        let begun = self.0.database.write(move |tx| {
            Box::pin(async move {
                drafts::insert(tx, &vault, &new).await?;
                Ok::<_, Halt<SaveError>>(())
            })
        });
        begun.await.map_err(|halt| halt.or(SaveError::Unavailable))
    }

    /// Sends the message that a draft holds. Sent again, it is the same message.
    ///
    /// # Errors
    /// Incomplete, no access, or no database: nothing is lost.
    pub async fn send_message(
        &self,
        visitor: &Visitor,
        draft: &str,
        kind: MessageKind,
    ) -> Result<(), FollowUpError> {
        let found = drafts::find(&self.0.database, draft).await;
        let found = found.map_err(|error| Halt::Store(error).or(FollowUpError::Unavailable))?;
        let row = admit(found, visitor, self.now())?;
        let Purpose::Message(request) = &row.purpose else {
            return Err(FollowUpError::Unknown);
        };
        if row.state == DraftState::Sent {
            return Ok(());
        }
        let content = row
            .open(&self.0.vault)
            .map_err(|error| Halt::Store(error).or(FollowUpError::Unavailable))?;
        let journey = Journey::new(&forms::message().steps, &content.draft, self.today());
        if journey.first_incomplete().is_some() {
            return Err(FollowUpError::Incomplete);
        }
        let text = journey.answers.0.values().find_map(|answer| match answer {
            Answer::Text(text) => Some(text.clone()),
            _ => None,
        });
        let files = content.draft.files.into_values().flatten().collect();
        let deed = Deed::Message {
            kind,
            text: text.unwrap_or_default(),
            files,
        };
        let ending = Ending {
            draft: row.id.clone(),
            version: row.version,
        };
        self.record(visitor, request, deed, Some(ending)).await
    }

    /// Reminds the service of a request; once a week is enough, more often changes nothing.
    ///
    /// # Errors
    /// No access, or no database.
    pub async fn remind(&self, visitor: &Visitor, request: &str) -> Result<(), FollowUpError> {
        let shown = self.request_of(visitor, request).await?;
        if !shown.status.is_open() {
            return Err(FollowUpError::TooLate);
        }
        let recent = |at| self.now().duration_since(at) < REMINDER;
        let reminded = shown
            .messages
            .iter()
            .any(|message| message.kind == MessageKind::Reminder && recent(message.at))
            || shown.pending.iter().any(|act| {
                let kind = MessageKind::Reminder;
                matches!(&act.kind, PendingKind::Message { kind: known, .. } if *known == kind)
                    && recent(act.at)
            });
        if reminded {
            return Ok(());
        }
        let deed = Deed::Message {
            kind: MessageKind::Reminder,
            text: String::new(),
            files: Vec::new(),
        };
        self.record(visitor, request, deed, None).await
    }

    /// Withdraws a request. Again is the same withdrawal.
    ///
    /// # Errors
    /// It ended already, no access, or no database.
    pub async fn withdraw(
        &self,
        visitor: &Visitor,
        request: &str,
        reason: Option<String>,
    ) -> Result<(), FollowUpError> {
        let shown = self.request_of(visitor, request).await?;
        let waits = |act: &PendingAct| act.kind == PendingKind::Withdrawal && !act.refused;
        if shown.pending.iter().any(waits) {
            return Ok(());
        }
        if !shown.status.is_open() {
            return Err(FollowUpError::TooLate);
        }
        self.record(visitor, request, Deed::Withdrawal { reason }, None)
            .await
    }

    /// One transaction: the act, its delivery, the line of the journal, the end of its draft.
    async fn record(
        &self,
        visitor: &Visitor,
        request: &str,
        deed: Deed,
        ending: Option<Ending>,
    ) -> Result<(), FollowUpError> {
        self.access(visitor, request).await?;
        let (id, now) = (self.0.vault.new_id(), self.now());
        let recorded = Recorded {
            id,
            request: request.to_owned(),
            deed,
            ending,
        };
        let recorded = std::sync::Arc::new(recorded);
        for _ in 0..TRIES {
            let (vault, job) = (self.0.vault.clone(), recorded.clone());
            let outcome = self
                .0
                .database
                .write(move |tx| Box::pin(async move { job.write(tx, &vault, now).await }));
            match outcome.await {
                Err(halt) if halt.is_conflict() => {}
                Ok(()) => {
                    metrics::counter!("follow_ups", "kind" => recorded.deed.name()).increment(1);
                    self.0.bells.delivery.notify_one();
                    return Ok(());
                }
                Err(halt) => return Err(halt.or(FollowUpError::Unavailable)),
            }
        }
        Err(FollowUpError::Unavailable)
    }

    /// Tells the back office that the resident read the messages of the service; they were just shown. Nobody waits
    /// for it to be true: it is told again at the next reading.
    pub(super) async fn tell_read(&self, request: &str, messages: &[Message]) {
        let of_the_service = |message: &&Message| message.author_kind != AuthorKind::Citizen;
        let unread = |message: &&Message| message.read_at.is_none();
        let last = messages.iter().rev().find(of_the_service).filter(unread);
        let found = submissions::find(&self.0.database, request).await;
        let (Some(last), Ok(Some(submission))) = (last, found) else {
            return;
        };
        let Some(id) = &submission.backoffice_id else {
            return;
        };
        let mark = backoffice::api::follow_up::ReadMark {
            up_to: last.id.clone(),
            read_at: self.now(),
        };
        let key = follow_up_key(&format!("read\n{id}\n{}", last.id));
        if let Err(error) = self.0.backoffice.mark_read(id, &mark, &key).await {
            tracing::warn!(code = error.code(), "messages could not be marked as read");
            return;
        }
        let read = submission
            .known(&self.0.vault)
            .ok()
            .flatten()
            .map(|mut known| {
                let unread = known.messages.iter_mut().filter(|message| {
                    message.author_kind != AuthorKind::Citizen && message.read_at.is_none()
                });
                unread.for_each(|message| message.read_at = Some(mark.read_at));
                known
            });
        if let Some(known) = read
            && let Err(error) = self.remember(&submission, known).await
        {
            super::log_store(&error);
        }
    }
}

/// An act ready to be written.
struct Recorded {
    id: String,
    request: String,
    deed: Deed,
    ending: Option<Ending>,
}

impl Recorded {
    async fn write(
        &self,
        tx: &mut database::Write<'_>,
        vault: &Vault,
        now: jiff::Timestamp,
    ) -> Result<(), Halt<FollowUpError>> {
        if let Some(Ending { draft, version }) = &self.ending {
            let (sent, about) = (DraftState::Sent, Some(&*self.request));
            if !endings::end(tx, draft, *version, sent, about, now).await? {
                // The other press of the button, or another tab, was first: nothing is sent twice.
                let row = drafts::find_in(tx, draft).await?;
                return match row.map(|row| row.state) {
                    Some(DraftState::Sent) => Ok(()),
                    Some(DraftState::Open) => Err(Halt::Refused(FollowUpError::Incomplete)),
                    _ => Err(Halt::Refused(FollowUpError::Unknown)),
                };
            }
        }
        let new = NewAct {
            id: &self.id,
            request_id: &self.request,
            files_of: self.ending.as_ref().map(|ending| &*ending.draft),
            deed: &self.deed,
            at: now,
        };
        if !acts::insert(tx, vault, new).await? {
            return Err(crossed());
        }
        let parcel = NewParcel {
            id: self.id.clone(),
            topic: Topic::FollowUp,
            subject: &self.request,
            idempotency_key: follow_up_key(&self.id),
        };
        outbox::insert(tx, parcel, now).await?;
        journal::append(tx, Act::FollowedUp, &self.request, now).await?;
        Ok(())
    }
}

/// What the resident did and the service does not show yet, in order.
pub(super) fn pending(
    vault: &Vault,
    acts: &[StoredAct],
    known: &Known,
) -> Result<Vec<PendingAct>, StoreError> {
    let mut pending = Vec::new();
    for act in acts {
        let kind = match act.open(vault)? {
            Deed::Message { kind, text, files } => {
                let shown = act.foreign_id.as_deref();
                if known
                    .messages
                    .iter()
                    .any(|message| Some(&*message.id) == shown)
                {
                    continue;
                }
                PendingKind::Message {
                    kind,
                    text,
                    files: files.into_iter().map(|file| file.filename).collect(),
                }
            }
            Deed::Withdrawal { .. } if !known.status.is_open() => continue,
            Deed::Withdrawal { .. } => PendingKind::Withdrawal,
        };
        pending.push(PendingAct {
            kind,
            at: act.done_at,
            refused: act.state == ActState::Refused,
        });
    }
    Ok(pending)
}
