//! Drafts and requests as their holder reads them.

use std::sync::Arc;

use app::ports::{Absence, Draft, Facts, Request};
use domain::procedure::Procedure;
use jiff::{SignedDuration, Timestamp};

use super::{
    Desk, OwnerHash, Visitor,
    change::{admit, log_store},
    follow_up::pending,
    forms,
    live::Mark,
};
use crate::{
    pii::masked,
    store::{
        StoreError, accesses, acts, copies,
        drafts::{self, Purpose, StoredDraft},
        submissions::{self, Known},
    },
};

impl Desk {
    pub(super) async fn draft_of(&self, visitor: &Visitor, id: &str) -> Result<Draft, Absence> {
        let found = drafts::find(&self.0.database, id)
            .await
            .map_err(unavailable)?;
        let row = admit(found, visitor, self.now())?;
        // What is written about a request has pages of its own.
        if !matches!(row.purpose, Purpose::Request | Purpose::Correction(_)) {
            return Err(Absence::Unknown);
        }
        // A correction shows what the request holds: it ends with the access to it, which lasts while it is read.
        if let Some(request) = row.purpose.about() {
            let (owner, end) = self.access(visitor, request).await?;
            self.prolong(owner, request, end).await;
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
            (Purpose::Documents(request), _) => Arc::new(self.documents_form(request).await?),
            (Purpose::Request, Some(procedure)) => procedure,
            // A correction keeps to the form of its request. One that was sent before its procedure went only leads
            // on to the receipt.
            (Purpose::Correction(_), _) | (Purpose::Request, None) => {
                let form = self.form(&row.procedure_id, &row.form_version).await?;
                let form = form.ok_or(Absence::Unknown)?;
                self.keep_form_at_hand(&form);
                form
            }
        };
        let content = row.open(&self.0.vault).map_err(unavailable)?;
        Ok(self.shown(row, content, procedure))
    }

    pub(super) async fn request_of(&self, visitor: &Visitor, id: &str) -> Result<Request, Absence> {
        let (owner, end) = self.access(visitor, id).await?;
        let database = &self.0.database;
        self.prolong(owner, id, end).await;
        let submission = submissions::find(database, id).await.map_err(unavailable)?;
        let submission = submission.ok_or(Absence::Unknown)?;
        let holder = submission.holder(&self.0.vault).map_err(unavailable)?;
        let procedure = self
            .form(&submission.procedure_id, &submission.form_version)
            .await?;
        let state = self.state_of(&submission).await.map_err(unavailable)?;
        let acts = acts::of_request(database, id).await.map_err(unavailable)?;
        let pending = pending(&self.0.vault, &acts, &state.known).map_err(unavailable)?;
        let notices = self.notices_of(&submission).await.map_err(unavailable)?;
        let mark = Mark::of(submission.delivered_at.is_some(), &state.known, &acts);
        let Known {
            status,
            timeline,
            messages,
            request,
            ..
        } = state.known;
        let (answers, facts) = match request {
            Some(request) => {
                let answers = request.answers.clone();
                (Some(answers), facts_of(request))
            }
            None => (None, Facts::default()),
        };
        // An erased copy holds none; no request has none.
        let answers = answers.filter(|answers| !answers.0.is_empty());
        // Those of the service may be corrected; kept there longer than here.
        let answers = match answers {
            Some(answers) => answers,
            None => submission
                .answers(&self.0.vault)
                .map_err(unavailable)?
                .unwrap_or_default(),
        };
        Ok(Request {
            tracking_code: holder.tracking_code,
            procedure: procedure.ok_or(Absence::Unavailable)?,
            answers,
            locale: submission.locale,
            recorded_at: submission.recorded_at,
            delivered_at: submission.delivered_at,
            number: state.number,
            status,
            timeline,
            messages,
            pending,
            facts,
            known_at: state.known_at,
            receipt_to: holder.email.as_deref().map(masked),
            notices,
            can_follow: submission.has_proof,
            mark: mark.to_string(),
            shown_at: state.known_at.unwrap_or_else(|| self.now()),
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

    /// Whoever reads keeps their access (WCAG 2.2.1): it lasts so long after the last reading, to the minute. Gives
    /// its end.
    pub(super) async fn prolong(
        &self,
        owner: OwnerHash,
        request: &str,
        end: Timestamp,
    ) -> Timestamp {
        let whole = self.access_end();
        if whole.duration_since(end) < SignedDuration::from_mins(1) {
            return end;
        }
        let request = request.to_owned();
        let prolonged = self.0.database.write(move |tx| {
            Box::pin(async move { accesses::prolong(tx, owner.bytes(), &request, whole).await })
        });
        // The page is shown all the same; its access ends as it was told.
        if let Err(error) = prolonged.await {
            log_store(&error);
            return end;
        }
        whole
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

/// What the service says of a request besides its status and its history.
fn facts_of(request: backoffice::api::requests::Request) -> Facts {
    Facts {
        expected_by: request.summary.expected_by,
        legal_deadline: request.summary.legal_deadline,
        clock_paused_since: request.summary.clock_paused_since,
        info_request: request.info_request,
        answers_version: (!request.answers.0.is_empty()).then_some(request.answers_version),
        corrections: request.corrections,
        decision: request.summary.decision,
    }
}
