//! The state of a request: asked of the back office, kept for the day it does not answer. Then the last known one
//! is shown and said to be so.

use jiff::{SignedDuration, Timestamp};

use super::{Desk, change::log_store};
use crate::{
    contract::{ContractError, Patience, both},
    store::{
        StoreError, notices, progress, reminders,
        submissions::{Known, StoredSubmission},
    },
};

/// What is known of a delivered request, and since when if it is not fresh.
pub(super) struct State {
    pub(super) known: Known,
    pub(super) known_at: Option<Timestamp>,
    /// When it was read.
    pub(super) read_at: Timestamp,
    pub(super) number: Option<String>,
}

impl Desk {
    pub(super) async fn state_of(
        &self,
        submission: &StoredSubmission,
    ) -> Result<State, StoreError> {
        let Some(id) = &submission.backoffice_id else {
            return Ok(State {
                known: Known::unheard(),
                known_at: None,
                read_at: self.now(),
                number: None,
            });
        };
        let before = submission.known(&self.0.vault)?;
        // What happens while the back office answers may not be in its answer.
        let read_at = self.now();
        match self.ask(id, before.as_ref(), Patience::Visitor).await {
            Ok(known) => {
                // The copy is for later: the page does not wait for a disk that is busy or full.
                if let Err(error) = self.remember(submission, known.clone(), read_at).await {
                    log_store(&error);
                }
                let number = known.number().or_else(|| submission.number.clone());
                Ok(State {
                    known,
                    known_at: None,
                    read_at,
                    number,
                })
            }
            Err(error) => {
                tracing::warn!(
                    code = error.code(),
                    "the state of a request is shown from its last copy"
                );
                Ok(State {
                    known: before.unwrap_or_else(Known::unheard),
                    known_at: submission.known_at.or(submission.delivered_at),
                    read_at: submission.known_at.unwrap_or(Timestamp::MIN),
                    number: submission.number.clone(),
                })
            }
        }
    }

    /// What the back office says of a request. Its history and its thread are asked for only when it changed since
    /// `before`.
    pub(crate) async fn ask(
        &self,
        id: &str,
        before: Option<&Known>,
        patience: Patience,
    ) -> Result<Known, ContractError> {
        let client = &self.0.backoffice;
        let (request, etag) = client.request(id, patience).await?;
        let updated_at = request.summary.updated_at;
        let unchanged = before.filter(|known| {
            known.etag.is_some()
                && known.etag == etag
                && known.request.as_ref().map(|known| known.summary.updated_at) == Some(updated_at)
        });
        let (timeline, messages) = match unchanged {
            Some(known) => (known.timeline.clone(), known.messages.clone()),
            None if self.office().messages => {
                both(client.timeline(id, patience), client.messages(id, patience)).await?
            }
            None => (client.timeline(id, patience).await?, Vec::new()),
        };
        Ok(Known {
            status: request.summary.status,
            timeline,
            messages,
            request: Some(request),
            etag,
        })
    }
}

/// How old a known state may be before it is written again unchanged.
const FRESH: SignedDuration = SignedDuration::from_mins(5);

impl Desk {
    /// Keeps what the back office said, for the day it does not answer. `read_at`: when it was asked.
    pub(crate) async fn remember(
        &self,
        submission: &StoredSubmission,
        known: Known,
        read_at: Timestamp,
    ) -> Result<(), StoreError> {
        let now = self.now();
        let recent = submission
            .known_at
            .is_some_and(|at| now.duration_since(at) < FRESH);
        if recent && submission.known(&self.0.vault)?.as_ref() == Some(&known) {
            return Ok(());
        }
        let (submission, post) = (submission.clone(), self.post());
        let usual = known.appointment().map(|it| self.usual_leads(it));
        let before = submission.known(&self.0.vault)?;
        let is_first = before.is_none_or(|before| before.appointment().is_none());
        let id = submission.id.clone();
        self.0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    notices::tell(tx, &post, &submission.id, &known, now).await?;
                    if let (Some(appointment), Some(usual)) = (known.appointment(), &usual) {
                        let id = &submission.id;
                        reminders::plan(tx, &post, id, appointment, usual, now).await?;
                        if is_first {
                            reminders::tell_booked(tx, &post, id, appointment, now).await?;
                        }
                    }
                    progress::learn(tx, &post.vault, &submission, &known, read_at).await
                })
            })
            .await?;
        self.0.live.wake(&id);
        Ok(())
    }
}
