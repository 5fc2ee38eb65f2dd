//! The worker: what goes on while nobody waits. Each job has a function that does one round, so that a test
//! or a command calls it without sleeping.

mod backoff;
mod catalogue;
mod delivery;
mod delivery_files;
mod events;
mod follow_up;
mod invitations;
mod notice_words;
mod notices;
mod office;
mod opinions;
mod purge;
mod receipts;
mod reminders;
mod waits;
mod watching;

use std::{panic::AssertUnwindSafe, sync::atomic::AtomicI64, time::Duration};

pub(crate) use delivery::deliver_at_once;
use futures::FutureExt;
use sha2::{Digest, Sha256};
use tokio::sync::{Mutex, Notify};
use tokio_util::sync::CancellationToken;

use crate::{
    portal::{Desk, log_store},
    store::StoreError,
};

/// How often each job looks when nothing wakes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Deliveries and receipts that are due.
    pub outbox: Duration,
    /// The catalogue.
    pub catalogue: Duration,
    /// The catalogue, as long as there is none: nobody can be served meanwhile.
    pub first_catalogue: Duration,
    /// Changes of requests.
    pub events: Duration,
    /// What must be erased.
    pub purge: Duration,
    /// Pages left open, when another portal writes what they show.
    pub changes: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            outbox: Duration::from_secs(5),
            catalogue: Duration::from_secs(60),
            first_catalogue: Duration::from_secs(2),
            events: Duration::from_secs(10),
            purge: Duration::from_secs(600),
            changes: Duration::from_secs(3),
        }
    }
}

/// The jobs of one portal. Several portals may run them at once on the same database.
pub struct Worker {
    desk: Desk,
    pace: Pace,
    stop: CancellationToken,
    /// ETags of the catalogue in memory.
    etags: Mutex<catalogue::Etags>,
    /// When the back office last said what it can do, in milliseconds since 1970; 0 for never.
    office_at: AtomicI64,
    /// Day of the last sweep of files, counted from 1970.
    last_sweep: AtomicI64,
}

impl Worker {
    /// The worker of a desk; it stops between two pieces of work once `stop` is cancelled.
    #[must_use]
    pub fn new(desk: Desk, pace: Pace, stop: CancellationToken) -> Self {
        Self {
            desk,
            pace,
            stop,
            etags: Mutex::default(),
            office_at: AtomicI64::new(0),
            last_sweep: AtomicI64::new(0),
        }
    }

    /// Does every job until it is stopped.
    pub async fn run(&self) {
        let bells = &self.desk.0.bells;
        let catalogue = || match &*self.desk.0.catalogue.load() {
            Some(_) => self.pace.catalogue,
            None => self.pace.first_catalogue,
        };
        tokio::join!(
            self.repeat(
                || self.pace.outbox,
                Some(&bells.delivery),
                || async {
                    self.deliver().await?;
                    self.deliver_follow_up().await?;
                    self.deliver_opinions().await
                }
            ),
            self.repeat(
                || self.pace.outbox,
                Some(&bells.receipts),
                || self.send_receipts()
            ),
            self.repeat(
                || self.pace.outbox,
                Some(&bells.notices),
                || async {
                    self.raise_reminders().await?;
                    self.raise_invitations().await?;
                    self.send_notices().await?;
                    self.send_wait_messages().await?;
                    self.send_service_letters().await?;
                    self.check_notices().await
                }
            ),
            self.repeat(catalogue, None, || async {
                self.refresh_catalogue().await?;
                self.refresh_office_when_due().await
            }),
            self.repeat(
                || self.pace.events,
                Some(&bells.events),
                || self.read_events()
            ),
            self.repeat(
                || self.pace.purge,
                None,
                || async {
                    self.purge().await?;
                    self.watch_quality().await
                }
            ),
            self.repeat(|| self.pace.changes, None, || self.desk.look_for_changes()),
            // Answers that never end by themselves would keep the portal from stopping.
            async {
                self.stop.cancelled().await;
                self.desk.0.live.close();
            },
        );
    }

    /// One round after the other; a bell or the time begins the next one.
    async fn repeat<P, F, R>(&self, pause: P, bell: Option<&Notify>, round: F)
    where
        P: Fn() -> Duration,
        F: Fn() -> R,
        R: Future<Output = Result<(), StoreError>>,
    {
        while !self.stop.is_cancelled() {
            // A panic of one round stops neither this job nor the others.
            match AssertUnwindSafe(round()).catch_unwind().await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => log_store(&error),
                Err(_) => tracing::error!("a job ended in a panic; it goes on with its next round"),
            }
            let rung = async {
                match bell {
                    Some(bell) => bell.notified().await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = self.stop.cancelled() => {}
                () = rung => {}
                () = tokio::time::sleep(pause()) => {}
            }
        }
    }
}

/// Idempotency key of the delivery of a request: the same at each attempt, in the form that the contract
/// asks for (a UUID, version 8).
pub(crate) fn delivery_key(submission: &str) -> String {
    derived_key(&["delivery", submission])
}

/// Idempotency key of a time chosen on a form: the same when it is sent twice.
pub(crate) fn time_key(form: &str, slot: &str) -> String {
    derived_key(&["time", form, slot])
}

/// Idempotency key of something that a resident did about a request: the same at each attempt.
pub(crate) fn follow_up_key(act: &str) -> String {
    derived_key(&["follow-up", act])
}

/// Key of the receipt of a request: the letter has the same name at each attempt.
pub(crate) fn receipt_key(submission: &str) -> String {
    format!("receipt-{submission}")
}

fn derived_key(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\n"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes)
        .into_uuid()
        .to_string()
}
