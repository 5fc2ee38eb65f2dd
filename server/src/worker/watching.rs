//! Telling the service how it does: a letter each week, and one when satisfaction is low or falls. Each is written once,
//! whatever number of portals look.

mod letters;

use domain::{quality::alert, survey::Subject};
use jiff::{SignedDuration, civil::Date};

use super::{Worker, backoff};
use crate::{
    notices::SendFailure,
    portal::week_of,
    store::{
        StoreError, later,
        outbox::{self, Doubt, Parcel, Topic},
        service_letters,
    },
};

/// A letter that no server takes for so long is old news.
const LATEST: SignedDuration = SignedDuration::from_hours(3 * 24);

/// What a letter is about, as its parcel says.
enum About {
    /// The week of a Monday.
    Week(Date),
    /// A month of something.
    Alert(Date, Subject),
}

impl About {
    fn words(&self) -> String {
        match self {
            Self::Week(week) => format!("week {week}"),
            Self::Alert(month, subject) => {
                format!("alert {month} {} {}", subject.kind(), subject.id())
            }
        }
    }

    /// What it is about, and which of its readers it goes to.
    fn read(words: &str) -> Option<(Self, usize)> {
        let mut words = words.split(' ');
        let about = match words.next()? {
            "week" => Self::Week(words.next()?.parse().ok()?),
            "alert" => {
                let month = words.next()?.parse().ok()?;
                let kind = words.next()?;
                Self::Alert(month, Subject::new(kind, words.next()?.to_owned())?)
            }
            _ => return None,
        };
        Some((about, words.next()?.parse().ok()?))
    }
}

impl Worker {
    /// Writes the letter of the week that is over, and those of what fell. Reads figures from the back office.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn watch_quality(&self) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        let is_asked = desk
            .catalogue
            .load()
            .as_ref()
            .is_some_and(|it| !it.questionnaires.is_empty());
        if desk.watch.readers.is_empty() || !is_asked {
            return Ok(());
        }
        // Nobody is rung at night.
        let hour = self.desk.now().to_zoned(desk.zone.clone()).hour();
        if hour < desk.manners.email.0 {
            return Ok(());
        }
        let monday = week_of(self.desk.today());
        self.write_to_service(About::Week(monday)).await?;
        let Ok(whole) = self.desk.figures_of(None).await else {
            return Ok(());
        };
        for part in &whole.parts {
            let Ok(figures) = self.desk.figures_of(Some(&part.subject)).await else {
                continue;
            };
            if let Some(alert) = alert(&figures.trend(), desk.watch.thresholds) {
                let about = About::Alert(alert.month, part.subject.clone());
                self.write_to_service(about).await?;
            }
        }
        Ok(())
    }

    async fn write_to_service(&self, about: About) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        let (vault, now, readers) = (
            desk.vault.clone(),
            self.desk.now(),
            desk.watch.readers.len(),
        );
        let written = desk.database.write(move |tx| {
            Box::pin(async move {
                service_letters::write(tx, &vault, &about.words(), readers, now).await
            })
        });
        written.await.map(drop)
    }

    /// Sends the letters to the service that are due.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn send_service_letters(&self) -> Result<(), StoreError> {
        while !self.stop.is_cancelled() {
            let Some(parcel) = self.lease(Topic::Service).await? else {
                break;
            };
            self.send_service_letter(&parcel).await?;
        }
        Ok(())
    }

    async fn send_service_letter(&self, parcel: &Parcel) -> Result<(), StoreError> {
        let letter = match About::read(&parcel.subject) {
            Some((about, reader)) => self.service_letter(&about, reader).await?,
            None => None,
        };
        // Nobody reads it any more, or there is nothing to tell.
        let Some(letter) = letter else {
            return self.finish(parcel).await;
        };
        let (key, now) = (&parcel.idempotency_key, self.desk.now());
        let sent = self.desk.0.mailer.send(&letter, key, now).await;
        let is_late = now.duration_since(parcel.created_at) > LATEST;
        match sent {
            Ok(()) => self.finish(parcel).await,
            Err(SendFailure::Later) if !is_late => {
                let wait = backoff::wait(parcel.attempts, self.desk.0.vault.randomness());
                let (id, next) = (parcel.id.clone(), later(now, wait));
                let put_off = self.desk.0.database.write(move |tx| {
                    Box::pin(async move {
                        outbox::later(tx, &id, next, "mail_later", Doubt::Refused).await
                    })
                });
                put_off.await
            }
            Err(_) => {
                tracing::error!("a letter to the service is refused: see quality.letters_to");
                let id = parcel.id.clone();
                let stopped = self.desk.0.database.write(move |tx| {
                    Box::pin(async move { outbox::stop(tx, &id, "mail_refused").await })
                });
                stopped.await
            }
        }
    }
}
