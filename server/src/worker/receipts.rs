//! Receipts by e-mail: at least once, at most one repetition per crash while the mail server is spoken to.

use domain::{appointment::Mode, booking::AppointmentStatus};
use jiff::SignedDuration;

use super::{Worker, backoff};
use crate::{
    notices::{Letter, Receipt, SendFailure, Told},
    pii::Pii,
    store::{
        StoreError, copies, later,
        outbox::{self, Doubt, Parcel, Topic},
        submissions::{self, StoredSubmission},
    },
};

/// A receipt that no server takes for so long would only surprise: an operator decides.
const LATEST: SignedDuration = SignedDuration::from_hours(5 * 24);

/// Tries that one resumed by an operator gets all the same.
const TRIES: u32 = 8;

impl Worker {
    /// Sends the receipts that are due.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn send_receipts(&self) -> Result<(), StoreError> {
        while !self.stop.is_cancelled() {
            let Some(parcel) = self.lease(Topic::Receipt).await? else {
                break;
            };
            let Some(letter) = self.receipt(&parcel).await? else {
                self.finish(&parcel).await?;
                continue;
            };
            let sent = self
                .desk
                .0
                .mailer
                .send(&letter, &parcel.idempotency_key, self.desk.now())
                .await;
            match sent {
                Ok(()) => self.finish(&parcel).await?,
                Err(failure) => self.not_sent(&parcel, failure).await?,
            }
            let outcome = match sent {
                Ok(()) => "sent",
                Err(SendFailure::Later) => "later",
                Err(SendFailure::Never) => "refused",
            };
            metrics::counter!("receipts", "outcome" => outcome).increment(1);
        }
        Ok(())
    }

    /// The letter of a receipt; `None` when there is nobody to write to any more.
    async fn receipt(&self, parcel: &Parcel) -> Result<Option<Letter>, StoreError> {
        let desk = &*self.desk.0;
        let Some(submission) = submissions::find(&desk.database, &parcel.subject).await? else {
            return Ok(None);
        };
        let holder = submission.holder(&desk.vault)?;
        let form = copies::form(
            &desk.database,
            &submission.procedure_id,
            &submission.form_version,
        )
        .await?;
        let (Some(email), Some(procedure)) = (holder.email, form) else {
            return Ok(None);
        };
        let visit = self.visit_told(&submission)?;
        let receipt = Receipt {
            visit,
            to: Pii::new(email),
            locale: submission.locale,
            procedure: &procedure,
            recorded_at: submission
                .recorded_at
                .to_zoned(desk.zone.clone())
                .datetime(),
            code: &holder.tracking_code,
            authority: &desk.authority,
        };
        Ok(Some(receipt.letter()))
    }

    /// The time of a visit, and whether the service confirmed it.
    fn visit_told(&self, submission: &StoredSubmission) -> Result<Option<Told>, StoreError> {
        let desk = &*self.desk.0;
        let Some(visit) = submission.visit(&desk.vault)? else {
            return Ok(None);
        };
        let known = submission.known(&desk.vault)?;
        let appointment = known.and_then(|known| known.request?.appointment);
        let confirmed = appointment.filter(|it| it.status == AppointmentStatus::Confirmed);
        let is_confirmed = confirmed.is_some();
        let (slot, asked) = match confirmed {
            Some(appointment) => (appointment.slot, appointment.visit),
            None => (visit.hold.slot, visit.asked),
        };
        let catalogue = desk.catalogue.load_full();
        let catalogue = catalogue.as_deref();
        let place = catalogue.and_then(|known| known.place(&slot.location_id).cloned());
        let purposes = asked.purposes.iter();
        let types = purposes.filter_map(|it| catalogue?.appointment_type(&it.kind).cloned());
        Ok(Some(Told {
            types: types.collect(),
            place: place.filter(|_| slot.mode == Mode::Onsite),
            slot,
            is_confirmed,
        }))
    }

    async fn not_sent(&self, parcel: &Parcel, failure: SendFailure) -> Result<(), StoreError> {
        let parcel = parcel.clone();
        let age = self.desk.now().duration_since(parcel.created_at);
        let is_late = age > LATEST && parcel.attempts >= TRIES;
        tracing::warn!(request = parcel.subject, attempts = parcel.attempts, error = %failure, "receipt not sent");
        let wait = backoff::wait(parcel.attempts, self.desk.0.vault.randomness());
        let next = later(self.desk.now(), wait);
        self.desk
            .0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    match failure {
                        SendFailure::Later if is_late => {
                            outbox::stop(tx, &parcel.id, "mail_too_late").await
                        }
                        SendFailure::Later => {
                            outbox::later(tx, &parcel.id, next, "mail_later", Doubt::Refused).await
                        }
                        SendFailure::Never => outbox::stop(tx, &parcel.id, "mail_refused").await,
                    }
                })
            })
            .await
    }
}
