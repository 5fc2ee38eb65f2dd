//! Notices to residents: each leaves at its hour, by the way that was chosen; one that is lost goes by another way.
//! An event is told once: a text message has one identifier for the gateway, and an e-mail that is sent again because
//! the portal died while the mail server was answering has the same `Message-ID`.

use domain::notice::Way;
use jiff::{SignedDuration, Timestamp};

use super::{Worker, backoff};
use crate::{
    notices::{Fate, Outgoing, SendFailure},
    pii::Pii,
    secrets::Purpose,
    store::{
        StoreError, later,
        notices::{self, Leaving, Loss, StoredNotice},
        outbox::{self, Doubt, Parcel, Topic},
        sms_limits::{self, Allowed},
        submissions,
    },
};

/// A notice that no server takes for so long is old news by this way.
const LATEST: SignedDuration = SignedDuration::from_hours(24);

/// Tries that one gets all the same when the portal itself was stopped.
const TRIES: u32 = 3;

/// When the gateway is asked what became of a message, counted from its sending; then no more.
const CHECKS: [SignedDuration; 5] = [
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(10),
    SignedDuration::from_hours(1),
    SignedDuration::from_hours(12),
    SignedDuration::from_hours(48),
];

impl Worker {
    /// Sends the notices that are due.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn send_notices(&self) -> Result<(), StoreError> {
        while !self.stop.is_cancelled() {
            let Some(parcel) = self.lease(Topic::Notice).await? else {
                break;
            };
            self.send_notice(&parcel).await?;
        }
        Ok(())
    }

    async fn send_notice(&self, parcel: &Parcel) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        let (id, vault) = (parcel.id.clone(), desk.vault.clone());
        let leaving = desk
            .database
            .write(move |tx| Box::pin(async move { notices::leave(tx, &vault, &id).await }))
            .await?;
        let Some(leaving) = leaving else {
            return self.finish(parcel).await;
        };
        let submission = submissions::find(&desk.database, &parcel.subject).await?;
        let address = leaving.choice.reach.address(leaving.notice.way);
        let (Some(submission), Some(address)) = (submission, address) else {
            // Nobody wants to be told any more.
            return self.lose(&parcel.id, Loss::TooLate).await;
        };
        if leaving.choice.reach.way.is_none() {
            return self.lose(&parcel.id, Loss::TooLate).await;
        }
        let address = Pii::new(address.to_owned());
        let words = match leaving.visit_topic() {
            Some(topic) => {
                let told = self.visit_words(&leaving, &submission, topic, &address);
                match told.await? {
                    Some(words) => words,
                    // It was cancelled, or is over: nothing to remind of.
                    None => return self.drop_notice(&parcel.id).await,
                }
            }
            None if leaving.asks_again() => match self.asking_again(&leaving, &address).await? {
                Some(words) => words,
                None => return self.drop_notice(&parcel.id).await,
            },
            None => self.words(&leaving, &submission, &address).await?,
        };
        let sent = match words {
            Outgoing::Letter(letter) => {
                let key = &parcel.idempotency_key;
                desk.mailer.send(&letter, key, self.desk.now()).await
            }
            Outgoing::Text(text) => {
                if !self.may_send_sms(&leaving, &address).await? {
                    return Ok(());
                }
                match &desk.gateway {
                    Some(gateway) => {
                        let locale = leaving.choice.reach.locale;
                        gateway.send(&parcel.id, &address, &text, locale).await
                    }
                    None => Err(SendFailure::Never),
                }
            }
        };
        self.was_sent(parcel, &leaving.notice, sent).await
    }

    async fn was_sent(
        &self,
        parcel: &Parcel,
        notice: &StoredNotice,
        sent: Result<(), SendFailure>,
    ) -> Result<(), StoreError> {
        let (now, way) = (self.desk.now(), notice.way);
        let outcome = match sent {
            Ok(()) => "sent",
            Err(SendFailure::Later) => "later",
            Err(SendFailure::Never) => "refused",
        };
        metrics::counter!("notices", "way" => way.name(), "outcome" => outcome).increment(1);
        let is_late = now.duration_since(notice.due_at) > LATEST && parcel.attempts >= TRIES;
        match sent {
            Ok(()) => {
                let id = parcel.id.clone();
                let check = (way == Way::Sms).then(|| later(now, CHECKS[0]));
                self.desk
                    .0
                    .database
                    .write(move |tx| {
                        Box::pin(async move { notices::sent(tx, &id, now, check).await })
                    })
                    .await
            }
            Err(SendFailure::Never) => self.lose(&parcel.id, Loss::Refused).await,
            Err(SendFailure::Later) if is_late => self.lose(&parcel.id, Loss::TooLate).await,
            Err(SendFailure::Later) => {
                tracing::warn!(
                    request = parcel.subject,
                    way = way.name(),
                    attempts = parcel.attempts,
                    "a notice is put off"
                );
                let wait = backoff::wait(parcel.attempts, self.desk.0.vault.randomness());
                let (id, next) = (parcel.id.clone(), later(now, wait));
                self.desk
                    .0
                    .database
                    .write(move |tx| {
                        Box::pin(async move {
                            outbox::later(tx, &id, next, "notice_later", Doubt::Refused).await
                        })
                    })
                    .await
            }
        }
    }

    /// Takes a place among the text messages of the day. Without one, the notice goes by e-mail or waits.
    async fn may_send_sms(
        &self,
        leaving: &Leaving,
        number: &Pii<String>,
    ) -> Result<bool, StoreError> {
        let desk = &*self.desk.0;
        let Some(gateway) = &desk.gateway else {
            return Ok(true);
        };
        let digest = desk.vault.keys().blind(Purpose::SmsNumber, number.reveal());
        let (now, everyone, post) = (self.desk.now(), gateway.per_day(), self.desk.post());
        let notice = leaving.notice.clone();
        let by_email = leaving.choice.leads(Way::Email);
        let allowed = desk
            .database
            .write(move |tx| {
                Box::pin(async move {
                    let allowed = sms_limits::take(tx, &notice.id, &digest, everyone, now).await?;
                    match allowed {
                        Allowed::Now => {}
                        // Its other way, if there is one: the news is not a day late.
                        _ if by_email => {
                            notices::lost(tx, &post, &notice.id, Loss::TooLate, now).await?;
                        }
                        Allowed::NumberFull(next) | Allowed::PortalFull(next) => {
                            notices::wait(tx, &post, &notice, next).await?;
                        }
                    }
                    Ok::<_, StoreError>(allowed)
                })
            })
            .await?;
        if let Allowed::PortalFull(_) = allowed {
            // Someone must look: a fault, an attack, or a limit that is too low.
            tracing::error!(
                "text messages of the day are used up: set sms.per_day higher, or find out why"
            );
            metrics::counter!("sms_refused_by_limit").increment(1);
        }
        Ok(allowed == Allowed::Now)
    }

    /// A notice does not reach its reader this way.
    pub(crate) async fn lose(&self, id: &str, loss: Loss) -> Result<(), StoreError> {
        let (id, post, now) = (id.to_owned(), self.desk.post(), self.desk.now());
        self.desk
            .0
            .database
            .write(move |tx| {
                Box::pin(async move { notices::lost(tx, &post, &id, loss, now).await })
            })
            .await?;
        self.desk.0.bells.notices.notify_one();
        Ok(())
    }

    /// Asks the gateway what became of the text messages that it took.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn check_notices(&self) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        let Some(gateway) = &desk.gateway else {
            return Ok(());
        };
        for notice in notices::to_check(&desk.database, self.desk.now()).await? {
            let fate = gateway.fate(&notice.id).await;
            let id = notice.id.clone();
            match fate {
                Fate::Failed => self.lose(&id, Loss::Refused).await?,
                Fate::Delivered => {
                    desk.database
                        .write(move |tx| Box::pin(async move { notices::delivered(tx, &id).await }))
                        .await?;
                }
                Fate::Unknown => {
                    let next = next_check(&notice, self.desk.now());
                    desk.database
                        .write(move |tx| {
                            Box::pin(async move { notices::check_later(tx, &id, next).await })
                        })
                        .await?;
                }
            }
        }
        Ok(())
    }
}

fn next_check(notice: &StoredNotice, now: Timestamp) -> Option<Timestamp> {
    let sent_at = notice.sent_at?;
    CHECKS
        .into_iter()
        .map(|after| later(sent_at, after))
        .find(|at| *at > now)
}
