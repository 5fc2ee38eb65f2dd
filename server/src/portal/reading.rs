//! Drafts and requests as their holder reads them.

use std::sync::Arc;

use app::ports::{Absence, Draft, Request};
use domain::procedure::Procedure;
use jiff::{SignedDuration, Timestamp};

use super::{
    Desk, OwnerHash, Visitor,
    change::{admit, log_store},
    follow_up::pending,
    forms,
};
use crate::{
    pii::masked,
    store::{
        StoreError, accesses, acts, copies,
        drafts::{self, Purpose, StoredDraft},
        submissions,
    },
};

impl Desk {
    pub(super) async fn draft_of(&self, visitor: &Visitor, id: &str) -> Result<Draft, Absence> {
        let found = drafts::find(&self.0.database, id)
            .await
            .map_err(unavailable)?;
        let row = admit(found, visitor, self.now())?;
        // What is written about a request has pages of its own.
        if row.purpose != Purpose::Request {
            return Err(Absence::Unknown);
        }
        self.opened(row).await
    }

    /// A draft as its pages see it, with the form that it fills in.
    pub(super) async fn opened(&self, row: StoredDraft) -> Result<Draft, Absence> {
        if self.0.catalogue.load().is_none() {
            return Err(Absence::Unavailable);
        }
        let procedure = match (&row.purpose, self.procedure(&row.procedure_id)) {
            (Purpose::Message(_), _) => Arc::clone(forms::message()),
            (Purpose::Request, Some(procedure)) => procedure,
            // Sent before the procedure went: the page only leads on to the receipt.
            (Purpose::Request, None) => self
                .form(&row.procedure_id, &row.form_version)
                .await?
                .ok_or(Absence::Unknown)?,
        };
        let content = row.open(&self.0.vault).map_err(unavailable)?;
        Ok(self.shown(row, content.draft, procedure))
    }

    pub(super) async fn request_of(&self, visitor: &Visitor, id: &str) -> Result<Request, Absence> {
        let (owner, end) = self.access(visitor, id).await?;
        let database = &self.0.database;
        self.prolong(owner, id, end).await;
        let submission = submissions::find(database, id).await.map_err(unavailable)?;
        let submission = submission.ok_or(Absence::Unknown)?;
        let holder = submission.holder(&self.0.vault).map_err(unavailable)?;
        let answers = submission.answers(&self.0.vault).map_err(unavailable)?;
        let procedure = self
            .form(&submission.procedure_id, &submission.form_version)
            .await?;
        let state = self.state_of(&submission).await.map_err(unavailable)?;
        let acts = acts::of_request(database, id).await.map_err(unavailable)?;
        let pending = pending(&self.0.vault, &acts, &state.known).map_err(unavailable)?;
        let summary = state.known.summary;
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
            messages: state.known.messages,
            pending,
            expected_by: summary.as_ref().and_then(|summary| summary.expected_by),
            legal_deadline: summary.and_then(|summary| summary.legal_deadline),
            known_at: state.known_at,
            receipt_to: holder.email.as_deref().map(masked),
            can_follow: submission.has_proof,
            id: submission.id,
        })
    }

    /// The access of a visitor to a request, and its end. Unknown, foreign and over look the same.
    pub(super) async fn access(
        &self,
        visitor: &Visitor,
        request: &str,
    ) -> Result<(OwnerHash, Timestamp), Absence> {
        let owner = visitor.owner.ok_or(Absence::Unknown)?;
        let end = accesses::end(&self.0.database, owner.bytes(), request, self.now()).await;
        let end = end.map_err(unavailable)?.ok_or(Absence::Unknown)?;
        Ok((owner, end))
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
}

pub(super) fn unavailable(error: StoreError) -> Absence {
    log_store(&error);
    Absence::Unavailable
}
