//! Giving the documents that the service asked for, some at a time, and asking for more time.

use app::ports::{Absence, Draft, PendingKind};
use domain::{info_request::Extension, locale::Locale};

use super::{Beginning, Ending};
use crate::{
    portal::{Desk, FollowUpError, SaveError, Visitor},
    store::{
        accesses::Right,
        acts::Deed,
        drafts::{Content, DraftState, Purpose},
    },
};

impl Desk {
    /// The documents that this visitor began to give about a request.
    pub(in crate::portal) async fn documents_draft_of(
        &self,
        visitor: &Visitor,
        request: &str,
    ) -> Result<Option<Draft>, Absence> {
        self.shown_about(visitor, Purpose::Documents(request.to_owned()))
            .await
    }

    /// Begins to give documents about a request, under the key of the form.
    ///
    /// # Errors
    /// No access to the request, a key that is none, or no database.
    pub async fn begin_documents(
        &self,
        visitor: &Visitor,
        request: &str,
        key: &str,
        locale: Locale,
    ) -> Result<(), SaveError> {
        let beginning = Beginning {
            purpose: Purpose::Documents(request.to_owned()),
            key,
            procedure_id: app::pages::requests::documents::FORM.to_owned(),
            form_version: "1".to_owned(),
            locale,
            content: Content::default(),
        };
        self.begin_about(visitor, beginning).await
    }

    /// Gives the documents of a draft: all those that the service still waits for and that have a file. Sent again,
    /// they are the same.
    ///
    /// # Errors
    /// No file, nothing is waited for any more, no access, or no database: nothing is lost.
    pub async fn send_documents(
        &self,
        visitor: &Visitor,
        draft: &str,
    ) -> Result<(), FollowUpError> {
        let (row, content) = self.draft_to_send(visitor, draft).await?;
        let Purpose::Documents(request) = &row.purpose else {
            return Err(FollowUpError::Unknown);
        };
        if row.state == DraftState::Sent {
            return Ok(());
        }
        let shown = self.request_to(visitor, request, Right::Act).await?;
        let asked = shown.facts.info_request.as_ref();
        let asked = asked.ok_or(FollowUpError::TooLate)?;
        let given = |id: &str| {
            shown.pending.iter().any(|act| {
                matches!(&act.kind, PendingKind::Document { document, .. } if document == id)
                    && !act.is_refused()
            })
        };
        let mut files = content.draft.files;
        let documents = asked.documents.iter();
        let due: Vec<String> = documents
            .filter(|document| document.is_due() && !given(&document.id))
            .map(|document| document.id.clone())
            .collect();
        let deeds: Vec<Deed> = due
            .iter()
            .filter_map(|document| {
                let files = files.remove(document).filter(|files| !files.is_empty())?;
                Some(Deed::Document {
                    document: document.clone(),
                    files,
                })
            })
            .collect();
        if deeds.is_empty() {
            let due = due.into_iter().next();
            return Err(due.map_or(FollowUpError::TooLate, FollowUpError::NoDocument));
        }
        let ending = Some(Ending::of(&row));
        self.record(visitor, request, deeds, ending).await
    }

    /// Asks the service for more time; once for each of its demands.
    ///
    /// # Errors
    /// Nothing is asked any more, no access, or no database.
    pub async fn ask_for_time(
        &self,
        visitor: &Visitor,
        request: &str,
    ) -> Result<(), FollowUpError> {
        let shown = self.request_to(visitor, request, Right::Act).await?;
        let asked = shown.facts.info_request.ok_or(FollowUpError::TooLate)?;
        let waits = shown
            .pending
            .iter()
            .any(|act| act.kind == PendingKind::Extension && !act.is_refused());
        if waits || asked.extension == Some(Extension::Asked) {
            return Ok(());
        }
        if asked.extension.is_some() || asked.due_on.is_none() {
            return Err(FollowUpError::TooLate);
        }
        let deed = Deed::Extension { demand: asked.id };
        self.record(visitor, request, vec![deed], None).await
    }
}
