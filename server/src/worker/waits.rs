//! The waiting list: what changed is read again, and whoever waits is told.

use domain::{notice::Way, waiting::WaitingStatus};
use jiff::{SignedDuration, Timestamp};

use super::{Worker, backoff};
use crate::{
    contract::{ContractError, Patience},
    notices::{Outgoing, SendFailure, WaitLetter},
    pii::Pii,
    secrets::Purpose,
    store::{
        StoreError, later,
        outbox::{self, Doubt, Parcel, Topic},
        sms_limits::{self, Allowed},
        wait_messages::{self, About, WaitMessage},
        waits::{self, StoredWait},
    },
};

/// A message that is no offer, and that no server takes for so long, is old news.
const LATEST: SignedDuration = SignedDuration::from_hours(24);

impl Worker {
    /// Reads an entry of the waiting list again. Those of other portals are not ours to read.
    pub(super) async fn follow_wait(
        &self,
        entry: &str,
    ) -> Result<Result<(), ContractError>, StoreError> {
        let desk = &*self.desk.0;
        let Some(wait) = waits::by_entry(&desk.database, &desk.vault, entry).await? else {
            return Ok(Ok(()));
        };
        match self.desk.read_entry(&wait, Patience::Worker).await {
            Ok(read) => {
                self.desk.learn_entry(&wait.id, &read).await?;
                Ok(Ok(()))
            }
            Err(error) => Ok(Err(error)),
        }
    }

    /// Sends the messages to people on the waiting list that are due.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn send_wait_messages(&self) -> Result<(), StoreError> {
        while !self.stop.is_cancelled() {
            let Some(parcel) = self.lease(Topic::Wait).await? else {
                break;
            };
            self.send_wait_message(&parcel).await?;
        }
        Ok(())
    }

    async fn send_wait_message(&self, parcel: &Parcel) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        let message = wait_messages::find(&desk.database, &parcel.id).await?;
        let wait = waits::find(&desk.database, &desk.vault, &parcel.subject).await?;
        let (Some(message), Some(wait)) = (message, wait) else {
            return self.finish(parcel).await;
        };
        let now = self.desk.now();
        let Some(until) = still_news(&message, &wait, parcel, now) else {
            return self.finish(parcel).await;
        };
        let Some(address) = wait.contact.address(message.way) else {
            return self.finish(parcel).await;
        };
        let address = Pii::new(address.to_owned());
        if message.way == Way::Sms && !self.may_text(parcel, &address, until).await? {
            return Ok(());
        }
        let letter = WaitLetter {
            locale: wait.contact.locale,
            about: &message.about,
            entry: &wait.entry,
            word: waits::word(&desk.vault, &wait.id),
            authority: &desk.authority,
        };
        let outgoing = match message.way {
            Way::Email => Outgoing::Letter(letter.letter(address.clone())),
            Way::Sms => Outgoing::Text(letter.text()),
        };
        let sent = match outgoing {
            Outgoing::Letter(letter) => {
                let key = &parcel.idempotency_key;
                desk.mailer.send(&letter, key, now).await
            }
            Outgoing::Text(text) => match &desk.gateway {
                Some(gateway) => {
                    let locale = wait.contact.locale;
                    gateway.send(&parcel.id, &address, &text, locale).await
                }
                None => Err(SendFailure::Never),
            },
        };
        self.wait_message_sent(parcel, (message, wait), sent, until)
            .await
    }

    async fn wait_message_sent(
        &self,
        parcel: &Parcel,
        (message, wait): (WaitMessage, StoredWait),
        sent: Result<(), SendFailure>,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        let outcome = match sent {
            Ok(()) => "sent",
            Err(SendFailure::Later) => "later",
            Err(SendFailure::Never) => "refused",
        };
        let way = message.way.name();
        metrics::counter!("wait_messages", "way" => way, "outcome" => outcome).increment(1);
        match sent {
            Ok(()) => self.finish(parcel).await,
            Err(SendFailure::Later) => {
                tracing::warn!(
                    way,
                    attempts = parcel.attempts,
                    "a message to the waiting list is put off"
                );
                let wait = backoff::wait(parcel.attempts, self.desk.0.vault.randomness());
                self.wait_longer(parcel, later(self.desk.now(), wait).min(until))
                    .await
            }
            Err(SendFailure::Never) => {
                let (post, now) = (self.desk.post(), self.desk.now());
                let id = parcel.id.clone();
                let done = self.desk.0.database.write(move |tx| {
                    Box::pin(async move {
                        wait_messages::tell_otherwise(tx, &post, &wait, &message, now).await?;
                        outbox::done(tx, &id, now).await
                    })
                });
                done.await
            }
        }
    }

    /// Takes a place among the text messages of the day; without one, the message waits for the next one while it is
    /// news.
    async fn may_text(
        &self,
        parcel: &Parcel,
        number: &Pii<String>,
        until: Timestamp,
    ) -> Result<bool, StoreError> {
        let desk = &*self.desk.0;
        let Some(gateway) = &desk.gateway else {
            return Ok(true);
        };
        let digest = desk.vault.keys().blind(Purpose::SmsNumber, number.reveal());
        let (id, everyone, now) = (parcel.id.clone(), gateway.per_day(), self.desk.now());
        let allowed = desk.database.write(move |tx| {
            Box::pin(async move { sms_limits::take(tx, &id, &digest, everyone, now).await })
        });
        match allowed.await? {
            Allowed::Now => Ok(true),
            Allowed::NumberFull(next) | Allowed::PortalFull(next) => {
                self.wait_longer(parcel, next.min(until)).await?;
                Ok(false)
            }
        }
    }

    async fn wait_longer(&self, parcel: &Parcel, next: Timestamp) -> Result<(), StoreError> {
        let id = parcel.id.clone();
        let put_off = self.desk.0.database.write(move |tx| {
            Box::pin(
                async move { outbox::later(tx, &id, next, "wait_later", Doubt::Refused).await },
            )
        });
        put_off.await
    }
}

/// Until when a message is worth sending; `None` when it is not any more.
fn still_news(
    message: &WaitMessage,
    wait: &StoredWait,
    parcel: &Parcel,
    now: Timestamp,
) -> Option<Timestamp> {
    let entry = &wait.entry;
    let until = match &message.about {
        About::Offer(_) => {
            let stands = About::offer_of(entry).as_ref() == Some(&message.about)
                && entry.status == WaitingStatus::Offered;
            entry.offer.as_ref().filter(|_| stands)?.until
        }
        About::Entered if !entry.status.is_open() => return None,
        About::Entered | About::Ended => later(parcel.created_at, LATEST),
    };
    (now < until).then_some(until)
}
