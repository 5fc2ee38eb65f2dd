//! Sending: one transaction records the request, its delivery, its receipt and the journal line. Only once
//! it is durable is the person told "recorded".

use app::ports::Catalogue;
use database::{DatabaseError, Write};
use domain::{journey::Journey, locale::Locale, procedure::Procedure, tracking_code::TrackingCode};
use jiff::{SignedDuration, Timestamp};

use super::{
    Desk, OwnerHash, SendError, Visitor,
    change::{Halt, TRIES, admit, crossed, guest, log_store},
    contact::contact,
};
use crate::{
    secrets::Purpose,
    store::{
        StoreError, Vault, accesses, copies,
        draft_grants::Guest,
        drafts::{self, DraftState, StoredDraft, Visit},
        endings, hand_overs,
        journal::{self, Act},
        notice_choices::{self, Reach},
        outbox::{self, NewParcel, Topic},
        submissions::{self, Holder, NewSubmission},
    },
    worker::{deliver_at_once, delivery_key, receipt_key},
};

/// A draft once sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentAs {
    /// Identifier of the request.
    pub request: String,
}

impl Desk {
    /// Sends a draft. Sent again (double press, second tab, retry after a crash), it is the same request.
    ///
    /// # Errors
    /// Incomplete, unknown, ended, or no database; nothing is sent then and nothing is lost.
    pub async fn send(
        &self,
        visitor: &Visitor,
        draft: &str,
        locale: Locale,
    ) -> Result<SentAs, SendError> {
        for _ in 0..TRIES {
            match self.try_to_send(visitor, draft, locale).await {
                Err(halt) if halt.is_conflict() => {}
                Err(Halt::Store(StoreError::Database(error @ DatabaseError::Unavailable(_)))) => {
                    super::log_database(&error);
                    return self.look_again(visitor, draft).await;
                }
                outcome => {
                    let (sent, books) = outcome.map_err(|halt| halt.or(SendError::Unavailable))?;
                    if books {
                        // Whoever books wants to know now whether the time is theirs, pressed once or twice.
                        deliver_at_once(self, &sent.request).await;
                    }
                    self.ring();
                    return Ok(sent);
                }
            }
        }
        Err(SendError::Unavailable)
    }

    /// The request of a draft, and whether it books a time that is not confirmed yet.
    async fn try_to_send(
        &self,
        visitor: &Visitor,
        draft: &str,
        locale: Locale,
    ) -> Result<(SentAs, bool), Halt<SendError>> {
        let now = self.now();
        let found = drafts::find(&self.0.database, draft).await?;
        let row = admit(found, visitor, now).map_err(|absence| Halt::Refused(absence.into()))?;
        // What is written about a request has its own way.
        if row.purpose != drafts::Purpose::Request {
            return Err(Halt::Refused(SendError::Unknown));
        }
        let owner = visitor.owner.ok_or(Halt::Refused(SendError::Unknown))?;
        let until = self.access_end();
        let guest = guest(&row, visitor, now).filter(|_| !visitor.owns(&row.owner));
        let sender = Sender {
            owner,
            guest: guest.cloned(),
            until,
        };
        if let Some(request) = row.request_id {
            // Its holder comes back to the receipt: same cookie, same request. Later the code is asked for, since
            // others may use the computer; but where a guest sent it, its holder has not seen the code yet.
            let sent = submissions::find(&self.0.database, &request).await?;
            let unseen = row.sent_through.is_some() && sender.guest.is_none();
            let recent = |sent: &submissions::StoredSubmission| {
                self.access_from(sent.recorded_at) > now || unseen && row.expires_at > now
            };
            if sent.as_ref().is_some_and(recent) {
                let id = request.clone();
                self.0
                    .database
                    .write(move |tx| {
                        Box::pin(async move {
                            sender.open(tx, &id, now).await?;
                            Ok::<_, Halt<SendError>>(())
                        })
                    })
                    .await?;
            }
            let books = sent.is_some_and(|sent| sent.books());
            return Ok((SentAs { request }, books));
        }
        let catalogue = self
            .0
            .catalogue
            .load_full()
            .ok_or(Halt::Refused(SendError::Unavailable))?;
        let (draft, holder) = (row.id.clone(), row.owner.clone());
        let sending = self.prepare(&catalogue, row, locale, now)?;
        let books = sending.submission.visit.is_some();
        let request = self
            .0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    let request = sending.record(tx, now).await?;
                    sender.open(tx, &request, now).await?;
                    if let Some(guest) = &sender.guest {
                        // Both see what became of it; the tracking code is for its holder.
                        accesses::grant(tx, &holder, &request, until).await?;
                        endings::sent_through(tx, &draft, &guest.hand_over).await?;
                    }
                    hand_overs::follow(tx, &draft, &request).await?;
                    journal::append(tx, Act::Recorded, &request, now).await?;
                    Ok::<_, Halt<SendError>>(request)
                })
            })
            .await?;
        metrics::counter!("requests_sent").increment(1);
        Ok((SentAs { request }, books))
    }

    /// Everything that the transaction writes, so that it does nothing but write.
    fn prepare(
        &self,
        catalogue: &Catalogue,
        row: StoredDraft,
        locale: Locale,
        now: Timestamp,
    ) -> Result<Sending, Halt<SendError>> {
        let procedure = catalogue
            .procedure(&row.procedure_id)
            .ok_or(Halt::Refused(SendError::Unknown))?;
        let content = row.open(&self.0.vault)?;
        let journey = Journey::new(&procedure.steps, &content.draft, self.today());
        if let Some(stage) = journey.first_incomplete() {
            return Err(Halt::Refused(SendError::Incomplete {
                first_step: stage.step.id.clone(),
            }));
        }
        let visit = content.visit.clone();
        let held = |visit: &Visit| visit.hold.expires_at > now;
        if procedure.visit && !visit.as_ref().is_some_and(held) {
            return Err(Halt::Refused(SendError::NoTime));
        }
        let answers = journey.answers;
        let vault = self.0.vault.clone();
        let mut entropy = [0; 16];
        vault.fill(&mut entropy);
        let code = TrackingCode::from_entropy(&entropy);
        let contact = contact(procedure, &answers);
        let proofs = contact.proofs(vault.keys());
        let submission = NewSubmission {
            id: vault.new_id(),
            draft_id: row.id.clone(),
            procedure_id: procedure.id.clone(),
            form_version: procedure.form_version.clone(),
            locale,
            code_index: vault.keys().blind(Purpose::TrackingCode, &code.compact()),
            email_proof: proofs.email,
            birth_date_proof: proofs.birth_date,
            holder: Holder {
                tracking_code: code.to_string(),
                email: contact.email,
            },
            answers,
            visit,
            at: now,
        };
        let reach = Reach::usual(
            submission.holder.email.clone(),
            contact.phone,
            submission.locale,
            &self.ways(),
        );
        Ok(Sending {
            version: row.version,
            reach,
            procedure: (**procedure).clone(),
            submission,
            vault,
        })
    }

    /// The answer to a commit in doubt: what the tables say now.
    async fn look_again(&self, visitor: &Visitor, draft: &str) -> Result<SentAs, SendError> {
        let found = drafts::find(&self.0.database, draft).await;
        let found = found.map_err(|error| {
            log_store(&error);
            SendError::Unavailable
        })?;
        let row = admit(found, visitor, self.now())?;
        let request = row.request_id.ok_or(SendError::Unavailable)?;
        self.ring();
        Ok(SentAs { request })
    }

    /// Wakes the worker.
    fn ring(&self) {
        self.0.bells.delivery.notify_one();
        self.0.bells.receipts.notify_one();
    }

    /// When an access given now ends.
    pub(super) fn access_end(&self) -> Timestamp {
        self.access_from(self.now())
    }

    fn access_from(&self, begin: Timestamp) -> Timestamp {
        let minutes = SignedDuration::from_mins(i64::from(self.0.rules.access_minutes));
        begin.saturating_add(minutes).unwrap_or(Timestamp::MAX)
    }
}

/// Who sends: the holder of the draft, or someone whom a code let into it.
struct Sender {
    owner: OwnerHash,
    guest: Option<Guest>,
    until: Timestamp,
}

impl Sender {
    /// Opens what was sent for who sent it: as much as their code gives, for a guest.
    async fn open(
        &self,
        tx: &mut Write<'_>,
        request: &str,
        now: Timestamp,
    ) -> Result<(), Halt<SendError>> {
        let Some(guest) = &self.guest else {
            return Ok(accesses::grant(tx, self.owner.bytes(), request, self.until).await?);
        };
        let code = hand_overs::find_in(tx, &guest.hand_over).await?;
        let code = code.filter(|code| code.is_alive(now));
        let code = code.ok_or(Halt::Refused(SendError::Unknown))?;
        let through = super::taking_up::sent(&code, self.until);
        accesses::grant_through(tx, self.owner.bytes(), request, through, now).await?;
        Ok(())
    }
}

/// A request ready to be written.
struct Sending {
    version: i64,
    procedure: Procedure,
    submission: NewSubmission,
    reach: Reach,
    vault: Vault,
}

impl Sending {
    async fn record(self, tx: &mut Write<'_>, now: Timestamp) -> Result<String, Halt<SendError>> {
        let Self {
            version,
            procedure,
            submission,
            reach,
            vault,
        } = self;
        let id = submission.id.clone();
        // Another tab sent or changed the draft meanwhile: begin again from what it left.
        let ended = endings::end(
            tx,
            &submission.draft_id,
            version,
            DraftState::Sent,
            Some(&id),
            now,
        )
        .await?;
        if !ended || !submissions::insert(tx, &vault, &submission).await? {
            return Err(crossed());
        }
        copies::keep_form(tx, &procedure).await?;
        notice_choices::set(tx, &vault, &id, &reach).await?;
        let delivery = NewParcel {
            id: vault.new_id(),
            topic: Topic::Delivery,
            subject: &id,
            idempotency_key: delivery_key(&id),
        };
        outbox::insert(tx, delivery, now).await?;
        if submission.holder.email.is_some() {
            let receipt = NewParcel {
                id: vault.new_id(),
                topic: Topic::Receipt,
                subject: &id,
                idempotency_key: receipt_key(&id),
            };
            outbox::insert(tx, receipt, now).await?;
        }
        Ok(id)
    }
}
