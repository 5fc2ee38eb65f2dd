//! Events of the back office: what changed is read again, what was deleted there is deleted here.

use backoffice::api::events::{Event, EventKind};

use super::{Worker, receipt_key};
use crate::{
    contract::{ContractError, Patience},
    portal::log_store,
    store::{
        StoreError,
        copies::{self, Copy, Kind},
        retention,
        submissions::{self, StoredSubmission},
    },
};

impl Worker {
    /// Reads the events since the last round. One that could not be followed for want of an answer is read again
    /// next time; one that the back office answers but nobody can follow never stops those behind it.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn read_events(&self) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        let known = copies::find(&desk.database, Kind::EventCursor).await?;
        let mut cursor = known.and_then(|copy| String::from_utf8(copy.body).ok());
        while !self.stop.is_cancelled() {
            let page = match desk.backoffice.events(cursor.as_deref()).await {
                Ok(page) => page,
                Err(error) => {
                    tracing::warn!(code = error.code(), "events cannot be read");
                    return Ok(());
                }
            };
            for event in &page.items {
                let followed = match self.follow(event).await {
                    Err(error @ StoreError::Database(_)) => return Err(error),
                    // A row of ours that cannot be read stops no event behind this one.
                    Err(error) => {
                        log_store(&error);
                        continue;
                    }
                    Ok(followed) => followed,
                };
                if let Err(error) = followed {
                    if error.will_pass() {
                        tracing::warn!(code = error.code(), "an event could not be followed yet");
                        return Ok(());
                    }
                    tracing::error!(code = error.code(), "an event is left out");
                }
            }
            if page.items.is_empty() || cursor.as_deref() == Some(&*page.next_cursor) {
                break;
            }
            self.keep_cursor(&page.next_cursor).await?;
            cursor = Some(page.next_cursor);
        }
        Ok(())
    }

    async fn follow(&self, event: &Event) -> Result<Result<(), ContractError>, StoreError> {
        let resource = &*event.data.resource;
        if let Some(entry) = resource.strip_prefix("/v1/waiting-list-entries/") {
            return self.follow_wait(entry).await;
        }
        let Some(id) = resource.strip_prefix("/v1/requests/") else {
            return Ok(Ok(()));
        };
        let desk = &*self.desk.0;
        let Some(submission) = submissions::of_backoffice(&desk.database, id).await? else {
            return Ok(Ok(()));
        };
        if event.kind == EventKind::RequestDeleted {
            self.delete(submission.id).await?;
            return Ok(Ok(()));
        }
        self.refresh(&submission, id).await
    }

    /// Reads a request again.
    pub(super) async fn refresh(
        &self,
        submission: &StoredSubmission,
        id: &str,
    ) -> Result<Result<(), ContractError>, StoreError> {
        let before = submission.known(&self.desk.0.vault)?;
        let read_at = self.desk.now();
        let fresh = self.desk.ask(id, before.as_ref(), Patience::Worker);
        match fresh.await {
            Ok(known) => {
                self.desk.remember(submission, known, read_at).await?;
                Ok(Ok(()))
            }
            // Deleted since: its own event follows.
            Err(error) if error.is_not_found() => Ok(Ok(())),
            Err(error) => Ok(Err(error)),
        }
    }

    /// Reads a request whose first answer was lost: what happened to it since may have been told before this portal knew
    /// whose it was, and whoever has an appointment is told its time.
    pub(super) async fn catch_up(&self, request: &str) -> Result<(), StoreError> {
        let Some(submission) = submissions::find(&self.desk.0.database, request).await? else {
            return Ok(());
        };
        let Some(id) = submission.backoffice_id.clone() else {
            return Ok(());
        };
        if let Err(error) = self.refresh(&submission, &id).await? {
            tracing::warn!(code = error.code(), "a request is read again later");
        }
        Ok(())
    }

    async fn delete(&self, id: String) -> Result<(), StoreError> {
        let (letter, now) = (receipt_key(&id), self.desk.now());
        let files = self
            .desk
            .0
            .database
            .write(move |tx| Box::pin(async move { retention::delete(tx, &id, now).await }))
            .await?;
        for file in files {
            self.desk.0.files.delete(&file).await;
        }
        self.desk.0.mailer.forget_one(&letter).await;
        Ok(())
    }

    async fn keep_cursor(&self, cursor: &str) -> Result<(), StoreError> {
        let copy = Copy {
            etag: None,
            body: cursor.as_bytes().to_vec(),
            fetched_at: self.desk.now(),
        };
        self.desk
            .0
            .database
            .write(move |tx| {
                Box::pin(async move { copies::store(tx, Kind::EventCursor, &copy).await })
            })
            .await
    }
}
