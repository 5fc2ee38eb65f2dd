//! What must be erased, when its time has come: never a request that the back office does not have.

use std::sync::atomic::Ordering;

use jiff::{SignedDuration, Timestamp};

use super::Worker;
use crate::{
    portal::{LATE_HOURS, log_store, weeks_before},
    store::{
        StoreError, accesses, acts, attempts, changes, draft_grants,
        drafts::DraftState,
        endings, envelopes, hand_overs, invitations, irritants,
        journal::{self, Act},
        notice_choices, opinions, outbox, reminders, retention, service_letters, sms_limits,
        uploads, visit_links, waits,
    },
};

/// Days in which the holder of an ended draft is told that it ended.
const TOMBSTONE_DAYS: i64 = 30;
/// Hours that a file without a row is left alone: its row may be about to be written.
const ORPHAN_HOURS: i64 = 24;
/// Weeks that counts of what people stumble over are kept.
const IRRITANT_WEEKS: i64 = 12;
/// Days that the service is known to have been told something: longer than figures show a month.
const LETTER_DAYS: i64 = 400;
/// Hours that a request is remembered to have changed; open pages look every few seconds.
const CHANGE_HOURS: i64 = 1;

impl Worker {
    /// Erases what is due.
    ///
    /// # Errors
    /// The database refuses; the rest is done next time.
    pub async fn purge(&self) -> Result<(), StoreError> {
        let now = self.desk.now();
        self.expire_drafts(now).await?;
        self.erase_answers(now).await?;
        let limit = before(now, 24 * i64::from(self.desk.0.rules.submission_days));
        let oldest = weeks_before(self.desk.today(), IRRITANT_WEEKS);
        let files = self
            .desk
            .0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    endings::forget(tx, before(now, 24 * TOMBSTONE_DAYS)).await?;
                    outbox::forget(tx, before(now, 24 * TOMBSTONE_DAYS)).await?;
                    accesses::forget(tx, before(now, LATE_HOURS)).await?;
                    draft_grants::forget(tx, now).await?;
                    hand_overs::forget(tx, now).await?;
                    attempts::forget(tx, now).await?;
                    notice_choices::forget(tx, limit).await?;
                    sms_limits::forget(tx, now).await?;
                    reminders::forget(tx, now).await?;
                    visit_links::forget(tx, now).await?;
                    waits::forget(tx, now).await?;
                    opinions::forget(tx, now).await?;
                    invitations::forget(tx, now).await?;
                    irritants::forget(tx, oldest).await?;
                    service_letters::forget(tx, before(now, 24 * LETTER_DAYS)).await?;
                    envelopes::forget(tx, now).await?;
                    changes::forget(tx, before(now, CHANGE_HOURS)).await?;
                    acts::forget(tx, limit).await
                })
            })
            .await?;
        self.desk.write_stumbles().await?;
        self.delete_files(files).await;
        self.desk.0.mailer.forget(limit).await;
        self.sweep(now).await
    }

    async fn expire_drafts(&self, now: Timestamp) -> Result<(), StoreError> {
        loop {
            let due = endings::run_out(&self.desk.0.database, now).await?;
            if due.is_empty() || self.stop.is_cancelled() {
                return Ok(());
            }
            for (id, version) in due {
                if let Err(error) = self.desk.note_abandoned(&id).await {
                    // A draft of ours that cannot be read ends all the same.
                    log_store(&error);
                }
                let files = self
                    .desk
                    .0
                    .database
                    .write(move |tx| {
                        Box::pin(async move {
                            // Prolonged since it was listed: nothing to do.
                            if !endings::end(tx, &id, version, DraftState::Expired, None, now)
                                .await?
                            {
                                return Ok(Vec::new());
                            }
                            uploads::delete_of(tx, &id).await
                        })
                    })
                    .await;
                self.delete_files(files?).await;
            }
        }
    }

    async fn erase_answers(&self, now: Timestamp) -> Result<(), StoreError> {
        let limit = before(now, 24 * i64::from(self.desk.0.rules.submission_days));
        loop {
            let due = retention::due(&self.desk.0.database, limit).await?;
            if due.is_empty() || self.stop.is_cancelled() {
                return Ok(());
            }
            let (mut left, whole) = (0, due.len());
            for id in due {
                let vault = self.desk.0.vault.clone();
                let files = self
                    .desk
                    .0
                    .database
                    .write(move |tx| {
                        Box::pin(async move {
                            let files = retention::erase_answers(tx, &vault, &id).await?;
                            journal::append(tx, Act::Erased, &id, now).await?;
                            Ok::<_, StoreError>(files)
                        })
                    })
                    .await;
                match files {
                    Ok(files) => self.delete_files(files).await,
                    Err(error @ StoreError::Database(_)) => return Err(error),
                    // One that cannot be opened never keeps the others from being erased.
                    Err(error) => {
                        log_store(&error);
                        left += 1;
                    }
                }
            }
            if left == whole {
                return Ok(());
            }
        }
    }

    /// Deletes files that no row knows: what a crash left between a file and its row. Once a day, since
    /// it looks at every file.
    async fn sweep(&self, now: Timestamp) -> Result<(), StoreError> {
        let today = now.as_second() / (ORPHAN_HOURS * 3600);
        if self.last_sweep.load(Ordering::Relaxed) == today {
            return Ok(());
        }
        let old = self
            .desk
            .0
            .files
            .older_than(before(now, ORPHAN_HOURS))
            .await;
        let Ok(old) = old else { return Ok(()) };
        for file in old {
            if uploads::find(&self.desk.0.database, &file).await?.is_none() {
                self.desk.0.files.delete(&file).await;
            }
        }
        self.last_sweep.store(today, Ordering::Relaxed);
        Ok(())
    }

    async fn delete_files(&self, files: Vec<String>) {
        for file in files {
            self.desk.0.files.delete(&file).await;
        }
    }
}

fn before(now: Timestamp, hours: i64) -> Timestamp {
    now.saturating_sub(SignedDuration::from_hours(hours))
        .unwrap_or(Timestamp::MIN)
}
