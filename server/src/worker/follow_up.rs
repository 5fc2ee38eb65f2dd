//! Delivery of what residents did about their requests: in the order in which they did it, behind the request
//! itself, with keys that never change.

use backoffice::api::{
    follow_up::{ExtensionDemand, GivenDocument, NewCorrection, NewMessage, Withdrawal},
    problem::ProblemCode,
};
use domain::answers::AttachedFile;
use jiff::SignedDuration;

use super::{Worker, delivery::Failure};
use crate::{
    contract::{ContractError, Verdict},
    portal::Consequences,
    store::{
        StoreError,
        acts::{self, ActState, Deed, StoredAct},
        copies,
        journal::{self, Act},
        later, notice_choices,
        outbox::{self, Doubt, Parcel, Topic},
        progress,
        submissions::{self, StoredSubmission},
    },
};

/// How long an act waits before it looks again whether its turn has come.
const TURN: SignedDuration = SignedDuration::from_secs(15);

/// How the delivery of an act ended.
struct End {
    state: ActState,
    /// Identifier that the back office gave.
    foreign: Option<String>,
    /// What opens the request from now on.
    consequences: Option<Consequences>,
}

impl End {
    const fn refused() -> Self {
        Self {
            state: ActState::Refused,
            foreign: None,
            consequences: None,
        }
    }
}

impl Worker {
    /// Delivers what is due, the oldest first.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn deliver_follow_up(&self) -> Result<(), StoreError> {
        while !self.stop.is_cancelled() {
            let Some(parcel) = self.lease(Topic::FollowUp).await? else {
                break;
            };
            match self.deliver_act(&parcel).await {
                Ok(()) => {}
                Err(Failure::Contract(error)) => self.act_failed(&parcel, &error).await?,
                Err(Failure::Store(error)) => return Err(error),
            }
        }
        Ok(())
    }

    async fn deliver_act(&self, parcel: &Parcel) -> Result<(), Failure> {
        let desk = &*self.desk.0;
        let act = acts::find(&desk.database, &parcel.id).await?;
        let submission = submissions::find(&desk.database, &parcel.subject).await?;
        let (Some(act), Some(submission)) = (act, submission) else {
            return Ok(self.finish(parcel).await?);
        };
        if act.state != ActState::Waiting {
            return Ok(self.finish(parcel).await?);
        }
        let Some(id) = submission.backoffice_id.clone() else {
            return Ok(self.wait_for_turn(parcel).await?);
        };
        if acts::has_earlier(&desk.database, &act).await? {
            return Ok(self.wait_for_turn(parcel).await?);
        }
        let foreign = self.tell(parcel, &submission, &id, &act).await?;
        let end = End {
            state: ActState::Delivered,
            foreign,
            consequences: self.consequences(&submission, &act).await?,
        };
        self.act_ended(parcel, end).await?;
        // What it shows from now on. When it does not answer, the event of this change is read later.
        if let Ok(Err(error)) = self.refresh(&submission, &id).await {
            tracing::warn!(code = error.code(), "a request is read again later");
        }
        Ok(())
    }

    /// Tells the back office; gives the identifier that it gave.
    async fn tell(
        &self,
        parcel: &Parcel,
        submission: &StoredSubmission,
        id: &str,
        act: &StoredAct,
    ) -> Result<Option<String>, Failure> {
        let desk = &*self.desk.0;
        let key = &parcel.idempotency_key;
        match act.open(&desk.vault)? {
            Deed::Message { kind, text, files } => {
                let message = NewMessage {
                    kind,
                    text,
                    uploads: self.upload_all(parcel, submission, files).await?,
                    written_at: act.done_at,
                };
                self.renew(parcel).await?;
                let kept = desk.backoffice.send_message(id, &message, key).await?;
                Ok(Some(kept.id))
            }
            Deed::Withdrawal { reason } => {
                let withdrawal = Withdrawal {
                    reason,
                    withdrawn_at: act.done_at,
                };
                desk.backoffice.withdraw(id, &withdrawal, key).await?;
                Ok(None)
            }
            Deed::Correction {
                form_version,
                answers_version,
                answers,
            } => {
                let correction = NewCorrection {
                    form_version,
                    answers_version,
                    answers: self.with_uploads(parcel, submission, answers).await?,
                    corrected_at: act.done_at,
                };
                self.renew(parcel).await?;
                let kept = desk.backoffice.correct(id, &correction, key).await?;
                Ok(Some(kept.id))
            }
            Deed::Document { document, files } => {
                let given = GivenDocument {
                    document_id: document,
                    uploads: self.upload_all(parcel, submission, files).await?,
                    given_at: act.done_at,
                };
                self.renew(parcel).await?;
                desk.backoffice.give_document(id, &given, key).await?;
                Ok(None)
            }
            Deed::Extension { demand } => {
                let demand = ExtensionDemand {
                    info_request_id: demand,
                    asked_at: act.done_at,
                };
                desk.backoffice.extend(id, &demand, key).await?;
                Ok(None)
            }
        }
    }

    /// Uploads files; gives the identifiers of the back office.
    async fn upload_all(
        &self,
        parcel: &Parcel,
        submission: &StoredSubmission,
        files: Vec<AttachedFile>,
    ) -> Result<Vec<String>, Failure> {
        let mut uploads = Vec::with_capacity(files.len());
        for file in files {
            uploads.push(self.upload(parcel, submission, file).await?.id);
        }
        Ok(uploads)
    }

    /// What opens the request and where its holder is told from now on, when a correction changed its answers.
    async fn consequences(
        &self,
        submission: &StoredSubmission,
        act: &StoredAct,
    ) -> Result<Option<Consequences>, StoreError> {
        let desk = &*self.desk.0;
        let Deed::Correction { answers, .. } = act.open(&desk.vault)? else {
            return Ok(None);
        };
        let (procedure, version) = (&submission.procedure_id, &submission.form_version);
        let form = copies::form(&desk.database, procedure, version).await?;
        let known = submission
            .known(&desk.vault)?
            .and_then(|known| known.request);
        let before = match known {
            Some(request) => request.answers,
            None => submission.answers(&desk.vault)?.unwrap_or_default(),
        };
        Ok(form.map(|form| self.desk.consequences(&form, &before, &answers)))
    }

    async fn act_ended(&self, parcel: &Parcel, end: End) -> Result<(), StoreError> {
        let request = parcel.subject.clone();
        let (parcel, now) = (parcel.clone(), self.desk.now());
        let vault = self.desk.0.vault.clone();
        let line = match end.state {
            ActState::Refused => Act::FollowUpRefused,
            ActState::Waiting | ActState::Delivered => Act::FollowUpDelivered,
        };
        self.desk
            .0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    acts::end(tx, &parcel.id, end.state, end.foreign.as_deref(), now).await?;
                    if let Some(Consequences { proofs, moved }) = end.consequences {
                        let id = &parcel.subject;
                        notice_choices::readdress(tx, &vault, id, moved.email, moved.phone).await?;
                        progress::reprove(tx, id, proofs.email, proofs.birth_date).await?;
                    }
                    outbox::done(tx, &parcel.id, now).await?;
                    outbox::next_turn(tx, &parcel.subject, now).await?;
                    journal::append(tx, line, &parcel.subject, now).await
                })
            })
            .await?;
        self.desk.0.live.wake(&request);
        Ok(())
    }

    async fn wait_for_turn(&self, parcel: &Parcel) -> Result<(), StoreError> {
        let (id, next) = (parcel.id.clone(), later(self.desk.now(), TURN));
        self.desk
            .0
            .database
            .write(move |tx| {
                Box::pin(
                    async move { outbox::later(tx, &id, next, outbox::TURN, Doubt::Refused).await },
                )
            })
            .await
    }

    async fn act_failed(&self, parcel: &Parcel, error: &ContractError) -> Result<(), StoreError> {
        let code = error.code();
        // Under this key another text arrived: ours in an earlier attempt, whose files have new identifiers by now.
        if error.is(ProblemCode::IdempotencyKeyReused) {
            let end = End {
                state: ActState::Delivered,
                ..End::refused()
            };
            return self.act_ended(parcel, end).await;
        }
        // Answers corrected elsewhere meanwhile: this correction would undo the other one.
        let crossed = error.is(ProblemCode::InvalidState) || error.is(ProblemCode::StaleVersion);
        if crossed || error.is_not_found() {
            tracing::warn!(request = parcel.subject, code, "a follow-up came too late");
            return self.act_ended(parcel, End::refused()).await;
        }
        match error.verdict() {
            Verdict::Later(doubt) => {
                tracing::warn!(
                    request = parcel.subject,
                    code,
                    attempts = parcel.attempts,
                    "a follow-up is put off"
                );
                self.put_off(parcel, error, doubt).await
            }
            Verdict::Stop => {
                tracing::error!(
                    request = parcel.subject,
                    code,
                    "a follow-up is refused: its author is told"
                );
                // Nothing that was done after it waits behind it.
                self.act_ended(parcel, End::refused()).await
            }
        }
    }
}
