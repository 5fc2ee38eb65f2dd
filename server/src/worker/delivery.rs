//! Delivery of requests to the back office: files first, then the request, with keys that never change;
//! after a doubtful answer it asks before it sends again; it never gives up.

use backoffice::api::{
    appointments::NewVisit,
    requests::{Channel, NewRequest, Request},
};
use std::time::Duration;

use jiff::SignedDuration;
use tokio_util::sync::CancellationToken;

use super::{Pace, Worker, backoff, delivery_key};
use crate::{
    contract::{ContractError, Verdict},
    portal::{Desk, log_store},
    store::{
        StoreError,
        journal::{self, Act},
        later,
        outbox::{self, Doubt, Parcel, Topic},
        progress, reminders,
        submissions::{self, DeliveryState, Known},
    },
};

/// How long a piece of work belongs to one worker; renewed before each call.
pub(super) const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// How long a person waits for it.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often one looks whether another worker is done.
const GLANCE: Duration = Duration::from_millis(50);

/// Delivers a request while its resident waits, for as long as a person waits. What is not done then goes on, or is done
/// by the worker later: the request is recorded in any case.
pub(crate) async fn deliver_at_once(desk: &Desk, request: &str) {
    let worker = Worker::new(desk.clone(), Pace::default(), CancellationToken::new());
    let request = request.to_owned();
    // A task of its own: a resident who goes away does not cut it in the middle.
    let work = tokio::spawn(async move { worker.deliver_this(&request).await });
    if let Ok(Ok(Err(error))) = tokio::time::timeout(PATIENCE, work).await {
        log_store(&error);
    }
}

/// Why a delivery does not end well.
pub(super) enum Failure {
    Contract(ContractError),
    Store(StoreError),
}

impl From<ContractError> for Failure {
    fn from(error: ContractError) -> Self {
        Self::Contract(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// The back office's word that it has the request.
struct Acknowledged {
    id: String,
    number: Option<String>,
    /// The request as it was recorded, when it has an appointment: its resident is told at once what became of it.
    booked: Option<Box<Request>>,
}

impl Worker {
    /// Delivers what is due, the oldest first.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn deliver(&self) -> Result<(), StoreError> {
        while !self.stop.is_cancelled() {
            let Some(parcel) = self.lease(Topic::Delivery).await? else {
                break;
            };
            match self.deliver_one(&parcel).await {
                Ok(()) => {}
                Err(Failure::Contract(error)) => self.failed(&parcel, &error).await?,
                Err(Failure::Store(error)) => return Err(error),
            }
        }
        let (waiting, oldest) = outbox::waiting(&self.desk.0.database, Topic::Delivery).await?;
        let stopped = outbox::stopped_count(&self.desk.0.database).await?;
        let age = oldest.map_or(0, |oldest| {
            (self.desk.now().as_millisecond() - oldest) / 1000
        });
        #[expect(
            clippy::cast_precision_loss,
            reason = "gauges are floating-point; counts stay far below 2⁵³"
        )]
        {
            metrics::gauge!("outbox_waiting").set(waiting as f64);
            metrics::gauge!("outbox_oldest_seconds").set(age as f64);
            metrics::gauge!("outbox_stopped").set(stopped as f64);
        }
        Ok(())
    }

    /// Leases one due row.
    pub(super) async fn lease(&self, topic: Topic) -> Result<Option<Parcel>, StoreError> {
        let now = self.desk.now();
        self.desk
            .0
            .database
            .write(move |tx| {
                Box::pin(async move { outbox::lease(tx, topic, now, later(now, LEASE)).await })
            })
            .await
    }

    /// Delivers one request that was just recorded; if another worker has begun, waits for what it does.
    async fn deliver_this(&self, request: &str) -> Result<(), StoreError> {
        let now = self.desk.now();
        let subject = request.to_owned();
        let parcel = self.desk.0.database.write(move |tx| {
            Box::pin(async move {
                outbox::lease_of(tx, Topic::Delivery, &subject, (now, later(now, LEASE))).await
            })
        });
        let Some(parcel) = parcel.await? else {
            return self.wait_for(request).await;
        };
        match self.deliver_one(&parcel).await {
            Ok(()) => Ok(()),
            Err(Failure::Contract(error)) => self.failed(&parcel, &error).await,
            Err(Failure::Store(error)) => Err(error),
        }
    }

    /// Waits while another worker delivers a request, for as long as a person waits.
    async fn wait_for(&self, request: &str) -> Result<(), StoreError> {
        let database = &self.desk.0.database;
        for _ in 0..PATIENCE.as_millis() / GLANCE.as_millis() {
            let now = self.desk.now();
            if !outbox::is_leased(database, Topic::Delivery, request, now).await? {
                break;
            }
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }

    async fn deliver_one(&self, parcel: &Parcel) -> Result<(), Failure> {
        let desk = &*self.desk.0;
        let Some(submission) = submissions::find(&desk.database, &parcel.subject).await? else {
            return Ok(self.finish(parcel).await?);
        };
        if submission.delivered_at.is_some() {
            return Ok(self.finish(parcel).await?);
        }
        if parcel.doubtful
            && let Some(known) = desk.backoffice.sent_with(&parcel.idempotency_key).await?
        {
            let word = Acknowledged {
                id: known.id,
                number: known.number,
                booked: None,
            };
            self.acknowledged(parcel, word).await?;
            return Ok(self.catch_up(&parcel.subject).await?);
        }
        let answers = submission.answers(&desk.vault)?.unwrap_or_default();
        let holder = submission.holder(&desk.vault)?;
        let request = NewRequest {
            procedure_id: submission.procedure_id.clone(),
            form_version: submission.form_version.clone(),
            answers: self.with_uploads(parcel, &submission, answers).await?,
            locale: submission.locale,
            channel: Channel::Web,
            submit: true,
            tracking_code: holder.tracking_code,
            submitted_at: submission.recorded_at,
            visit: submission.visit(&desk.vault)?.map(|visit| NewVisit {
                hold_id: visit.hold.id,
                slot_id: visit.hold.slot.id,
                visit: visit.asked,
            }),
        };
        self.renew(parcel).await?;
        let created = desk
            .backoffice
            .create(&request, &delivery_key(&submission.id))
            .await?;
        let word = Acknowledged {
            id: created.summary.id.clone(),
            number: created.summary.number.clone(),
            booked: created.appointment.is_some().then(|| Box::new(created)),
        };
        Ok(self.acknowledged(parcel, word).await?)
    }

    /// Keeps the work for longer.
    pub(super) async fn renew(&self, parcel: &Parcel) -> Result<(), StoreError> {
        let (id, until) = (parcel.id.clone(), later(self.desk.now(), LEASE));
        self.desk
            .0
            .database
            .write(move |tx| Box::pin(async move { outbox::renew(tx, &id, until).await }))
            .await
    }

    async fn acknowledged(&self, parcel: &Parcel, word: Acknowledged) -> Result<(), StoreError> {
        let request = parcel.subject.clone();
        let (parcel, now) = (parcel.clone(), self.desk.now());
        let post = self.desk.post();
        let booked = word.booked.as_ref().and_then(|it| it.appointment.as_ref());
        let usual = booked.map_or_else(Vec::new, |it| self.desk.usual_leads(it));
        self.desk
            .0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    let number = word.number.as_deref();
                    progress::delivered(tx, &parcel.subject, &word.id, number, now).await?;
                    if let Some(booked) = word.booked {
                        let known = Known {
                            status: booked.summary.status,
                            request: Some(*booked),
                            ..Known::unheard()
                        };
                        let id = &parcel.subject;
                        progress::learn_of(tx, &post.vault, id, &known, now).await?;
                        if let Some(appointment) = known.appointment() {
                            reminders::plan(tx, &post, id, appointment, &usual, now).await?;
                            reminders::tell_booked(tx, &post, id, appointment, now).await?;
                        }
                    }
                    outbox::done(tx, &parcel.id, now).await?;
                    outbox::next_turn(tx, &parcel.subject, now).await?;
                    journal::append(tx, Act::Delivered, &parcel.subject, now).await
                })
            })
            .await?;
        self.desk.0.live.wake(&request);
        metrics::counter!("deliveries", "outcome" => "delivered").increment(1);
        Ok(())
    }

    async fn failed(&self, parcel: &Parcel, error: &ContractError) -> Result<(), StoreError> {
        let (now, code, parcel) = (self.desk.now(), error.code(), parcel.clone());
        match error.verdict() {
            Verdict::Later(doubt) => {
                tracing::warn!(
                    request = parcel.subject,
                    code,
                    attempts = parcel.attempts,
                    "delivery put off"
                );
                metrics::counter!("deliveries", "outcome" => "later").increment(1);
                self.put_off(&parcel, error, doubt).await
            }
            Verdict::Stop => {
                tracing::error!(
                    request = parcel.subject,
                    code,
                    "delivery refused: an operator must look"
                );
                metrics::counter!("deliveries", "outcome" => "needs_human").increment(1);
                self.desk
                    .0
                    .database
                    .write(move |tx| {
                        Box::pin(async move {
                            outbox::stop(tx, &parcel.id, code).await?;
                            progress::mark(tx, &parcel.subject, DeliveryState::NeedsHuman).await?;
                            journal::append(tx, Act::Refused, &parcel.subject, now).await
                        })
                    })
                    .await
            }
        }
    }

    /// Tries again later: when the back office says, or after a pause that grows.
    pub(super) async fn put_off(
        &self,
        parcel: &Parcel,
        error: &ContractError,
        doubt: Doubt,
    ) -> Result<(), StoreError> {
        let wait = backoff::wait(parcel.attempts, self.desk.0.vault.randomness());
        let wait = error.retry_after().unwrap_or_default().max(wait);
        let (id, code, next) = (
            parcel.id.clone(),
            error.code(),
            later(self.desk.now(), wait),
        );
        self.desk
            .0
            .database
            .write(move |tx| {
                Box::pin(async move { outbox::later(tx, &id, next, code, doubt).await })
            })
            .await
    }

    /// Nothing is left to do.
    pub(super) async fn finish(&self, parcel: &Parcel) -> Result<(), StoreError> {
        let (id, now) = (parcel.id.clone(), self.desk.now());
        self.desk
            .0
            .database
            .write(move |tx| Box::pin(async move { outbox::done(tx, &id, now).await }))
            .await
    }
}
