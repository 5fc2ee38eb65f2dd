//! Drafts and requests as their holder reads them.

use std::sync::Arc;

use app::ports::{Absence, Draft, Facts, Guest, Request};
use domain::hand_over::Scope;
use domain::procedure::Procedure;
use jiff::{SignedDuration, Timestamp};

use super::{
    Desk, OwnerHash, Visitor,
    change::{admit, guest, log_store},
    follow_up::pending,
    forms,
    live::Mark,
};
use crate::{
    pii::masked,
    store::{
        StoreError,
        accesses::{self, Access, Right},
        acts, copies,
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
            let (owner, access) = self.access_to(visitor, request, Right::Act).await?;
            self.prolong(owner, request, access).await;
        }
        let guest = guest(&row, visitor, self.now()).map(|guest| guest.until);
        let guest = guest.filter(|_| !visitor.owns(&row.owner));
        let mut draft = self.opened(row).await?;
        draft.guest = guest.map(|until| Guest {
            scope: Scope::Continue,
            until,
        });
        Ok(draft)
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
        let (owner, access) = self.access(visitor, id).await?;
        let database = &self.0.database;
        self.prolong(owner, id, access).await;
        let submission = submissions::find(database, id).await.map_err(unavailable)?;
        let submission = submission.ok_or(Absence::Unknown)?;
        let holder = submission.holder(&self.0.vault).map_err(unavailable)?;
        let procedure = self
            .form(&submission.procedure_id, &submission.form_version)
            .await?;
        let state = self.state_of(&submission).await.map_err(unavailable)?;
        let acts = acts::of_request(database, id).await.map_err(unavailable)?;
        let pending =
            pending(&self.0.vault, &acts, &state.known, state.read_at).map_err(unavailable)?;
        let notices = self
            .notices_of(&submission, &state.known)
            .await
            .map_err(unavailable)?;
        let mark = Mark::of(submission.delivered_at.is_some(), &state.known, &acts);
        let chosen = submission.visit(&self.0.vault).map_err(unavailable)?;
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
            // It opens everything for as long as the request lives: never for who has less.
            tracking_code: (access.right == Right::Whole).then_some(holder.tracking_code),
            guest: guest_of(&access),
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
            chosen: chosen.map(|visit| (visit.asked, visit.hold.slot)),
            mark: mark.to_string(),
            shown_at: state.known_at.unwrap_or_else(|| self.now()),
            id: submission.id,
        })
    }

    /// The access of a visitor to a request. Unknown, foreign and over look the same.
    pub(super) async fn access(
        &self,
        visitor: &Visitor,
        request: &str,
    ) -> Result<(OwnerHash, Access), Absence> {
        self.access_to(visitor, request, Right::Read).await
    }

    /// The same for who may do so much there. Too little looks like none.
    pub(super) async fn access_to(
        &self,
        visitor: &Visitor,
        request: &str,
        right: Right,
    ) -> Result<(OwnerHash, Access), Absence> {
        let owner = visitor.owner.ok_or(Absence::Unknown)?;
        let access = accesses::find(&self.0.database, owner.bytes(), request, self.now()).await;
        let access = access.map_err(unavailable)?;
        let access = access.filter(|access| access.right >= right);
        Ok((owner, access.ok_or(Absence::Unknown)?))
    }

    /// A request as whoever does something about it sees it.
    pub(super) async fn request_to(
        &self,
        visitor: &Visitor,
        request: &str,
        right: Right,
    ) -> Result<Request, Absence> {
        self.access_to(visitor, request, right).await?;
        self.request_of(visitor, request).await
    }

    /// Whoever reads keeps their access (WCAG 2.2.1): it lasts so long after the last reading, to the minute, and no
    /// longer than the code that opened it. Gives its end.
    pub(super) async fn prolong(
        &self,
        owner: OwnerHash,
        request: &str,
        access: Access,
    ) -> Timestamp {
        let whole = self.access_end();
        let whole = access.ends_by.map_or(whole, |end| end.min(whole));
        if whole.duration_since(access.expires_at) < SignedDuration::from_mins(1) {
            return access.expires_at;
        }
        let request = request.to_owned();
        let prolonged = self.0.database.write(move |tx| {
            Box::pin(async move { accesses::prolong(tx, owner.bytes(), &request, whole).await })
        });
        // The page is shown all the same; its access ends as it was told.
        if let Err(error) = prolonged.await {
            log_store(&error);
            return access.expires_at;
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

/// How someone is here thanks to a code; nothing for who sent the request or proved that it is theirs.
fn guest_of(access: &Access) -> Option<Guest> {
    let scope = match access.right {
        Right::Read => Scope::Read,
        Right::Act => Scope::Act,
        Right::Whole => return None,
    };
    let until = access.ends_by.unwrap_or(access.expires_at);
    Some(Guest { scope, until })
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
        appointment: request.appointment,
    }
}
