//! Drafts and requests as their holder reads them. The state of a request comes from the back office; when
//! it does not answer, the last known one is shown and said to be so.

use std::sync::Arc;

use app::ports::{Absence, Draft, Request};
use domain::{answers::Answers, procedure::Procedure, request::Status};
use jiff::{SignedDuration, Timestamp};

use super::{
    Desk, OwnerHash, Visitor,
    change::{admit, log_store},
};
use crate::{
    contract::{Patience, both},
    pii::masked,
    store::{
        StoreError, accesses, copies, drafts, progress,
        submissions::{self, Known, StoredSubmission},
    },
};

/// What is known of a delivered request, and since when if it is not fresh.
struct State {
    known: Known,
    known_at: Option<Timestamp>,
    number: Option<String>,
    answers: Option<Answers>,
}

impl Desk {
    pub(super) async fn draft_of(&self, visitor: &Visitor, id: &str) -> Result<Draft, Absence> {
        let found = drafts::find(&self.0.database, id)
            .await
            .map_err(unavailable)?;
        let row = admit(found, visitor, self.now())?;
        if self.0.catalogue.load().is_none() {
            return Err(Absence::Unavailable);
        }
        let procedure = match self.procedure(&row.procedure_id) {
            Some(procedure) => procedure,
            // Sent before the procedure went: the page only leads on to the receipt.
            None => self
                .form(&row.procedure_id, &row.form_version)
                .await?
                .ok_or(Absence::Unknown)?,
        };
        let content = row.open(&self.0.vault).map_err(unavailable)?;
        Ok(self.shown(row, content.draft, procedure))
    }

    pub(super) async fn request_of(&self, visitor: &Visitor, id: &str) -> Result<Request, Absence> {
        let owner = visitor.owner.ok_or(Absence::Unknown)?;
        let database = &self.0.database;
        let end = accesses::end(database, owner.bytes(), id, self.now()).await;
        let end = end.map_err(unavailable)?.ok_or(Absence::Unknown)?;
        self.prolong(owner, id, end).await;
        let submission = submissions::find(database, id).await.map_err(unavailable)?;
        let submission = submission.ok_or(Absence::Unknown)?;
        let holder = submission.holder(&self.0.vault).map_err(unavailable)?;
        let answers = submission.answers(&self.0.vault).map_err(unavailable)?;
        let procedure = self
            .form(&submission.procedure_id, &submission.form_version)
            .await?;
        let state = self.state_of(&submission).await.map_err(unavailable)?;
        Ok(Request {
            tracking_code: holder.tracking_code,
            procedure: procedure.ok_or(Absence::Unavailable)?,
            // Kept there longer than here.
            answers: answers.or(state.answers).unwrap_or_default(),
            locale: submission.locale,
            recorded_at: submission.recorded_at,
            delivered_at: submission.delivered_at,
            number: state.number,
            status: state.known.status,
            timeline: state.known.timeline,
            known_at: state.known_at,
            receipt_to: holder.email.as_deref().map(masked),
            can_follow: submission.has_proof,
            id: submission.id,
        })
    }

    /// Whoever reads keeps their access (WCAG 2.2.1): it lasts so long after the last reading, to the minute.
    async fn prolong(&self, owner: OwnerHash, request: &str, end: Timestamp) {
        let whole = self.access_end();
        if whole.duration_since(end) < SignedDuration::from_mins(1) {
            return;
        }
        let request = request.to_owned();
        let prolonged = self.0.database.write(move |tx| {
            Box::pin(async move { accesses::prolong(tx, owner.bytes(), &request, whole).await })
        });
        // The page is shown all the same; its access ends as it was told.
        if let Err(error) = prolonged.await {
            log_store(&error);
        }
    }

    /// The form that something was filled in with, otherwise today's.
    async fn form(
        &self,
        procedure: &str,
        version: &str,
    ) -> Result<Option<Arc<Procedure>>, Absence> {
        let today = self.procedure(procedure);
        if today
            .as_ref()
            .is_some_and(|today| today.form_version == version)
        {
            return Ok(today);
        }
        let kept = copies::form(&self.0.database, procedure, version)
            .await
            .map_err(unavailable)?;
        Ok(kept.map(Arc::new).or(today))
    }

    async fn state_of(&self, submission: &StoredSubmission) -> Result<State, StoreError> {
        let Some(id) = &submission.backoffice_id else {
            return Ok(State {
                known: unheard(),
                known_at: None,
                number: None,
                answers: None,
            });
        };
        let client = &self.0.backoffice;
        let fresh = both(
            client.request(id, Patience::Visitor),
            client.timeline(id, Patience::Visitor),
        );
        match fresh.await {
            Ok((request, timeline)) => {
                let known = Known {
                    status: request.summary.status,
                    timeline,
                };
                let number = request.summary.number.or_else(|| submission.number.clone());
                // The copy is for later: the page does not wait for a disk that is busy or full.
                if let Err(error) = self
                    .remember(submission, known.clone(), number.clone())
                    .await
                {
                    log_store(&error);
                }
                Ok(State {
                    known,
                    known_at: None,
                    number,
                    answers: Some(request.answers),
                })
            }
            Err(error) => {
                tracing::warn!(
                    code = error.code(),
                    "the state of a request is shown from its last copy"
                );
                let known = submission.known(&self.0.vault)?;
                let known_at = submission.known_at.or(submission.delivered_at);
                let known = known.unwrap_or_else(unheard);
                Ok(State {
                    known,
                    known_at,
                    number: submission.number.clone(),
                    answers: None,
                })
            }
        }
    }
}

/// How old a known state may be before it is written again unchanged.
const FRESH: SignedDuration = SignedDuration::from_mins(5);

impl Desk {
    /// Keeps what the back office said, for the day it does not answer.
    pub(crate) async fn remember(
        &self,
        submission: &StoredSubmission,
        known: Known,
        number: Option<String>,
    ) -> Result<(), StoreError> {
        let now = self.now();
        let recent = submission
            .known_at
            .is_some_and(|at| now.duration_since(at) < FRESH);
        if recent && submission.known(&self.0.vault)?.as_ref() == Some(&known) {
            return Ok(());
        }
        let (submission, vault) = (submission.clone(), self.0.vault.clone());
        self.0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    progress::learn(tx, &vault, &submission, &known, number.as_deref(), now).await
                })
            })
            .await
    }
}

/// A request that the back office has not spoken of yet: no event of the service happened.
const fn unheard() -> Known {
    Known {
        status: Status::Submitted,
        timeline: Vec::new(),
    }
}

fn unavailable(error: StoreError) -> Absence {
    log_store(&error);
    Absence::Unavailable
}
