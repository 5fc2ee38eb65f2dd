//! Drafts as a whole: begun, erased, shown.

use std::sync::Arc;

use app::ports::{Corrected, Draft, DraftSummary, Unavailable};
use domain::{locale::Locale, procedure::Procedure};
use jiff::civil::Date;

use super::{
    BeginError, Desk, SaveError, Visitor,
    change::{Halt, admit, crossed, log_store},
};
use crate::store::{
    drafts::{self, Content, DraftState, NewDraft, Purpose, StoredDraft},
    endings, uploads,
};

impl Desk {
    /// Begins a draft; gives its identifier. An untouched one of the same procedure is taken up again, so
    /// that pressing the button twice begins one draft.
    ///
    /// # Errors
    /// No such procedure, no cookie, or no database.
    pub async fn begin_draft(
        &self,
        visitor: &Visitor,
        procedure: &str,
        locale: Locale,
    ) -> Result<String, BeginError> {
        let owner = visitor.owner.ok_or(BeginError::NoVisitor)?;
        if self.0.catalogue.load().is_none() {
            return Err(BeginError::Unavailable);
        }
        let procedure = self.procedure(procedure).ok_or(BeginError::Unknown)?;
        // Its draft begins with a time.
        if procedure.visit {
            return Err(BeginError::NeedsTime);
        }
        let now = self.now();
        let known = drafts::open_of(&self.0.database, owner.bytes(), now).await;
        let known = known.map_err(|error| Halt::Store(error).or(BeginError::Unavailable))?;
        let untouched = |draft: &&StoredDraft| {
            draft.version == 0
                && draft.procedure_id == procedure.id
                && draft.form_version == procedure.form_version
                && draft.locale == locale
        };
        if let Some(draft) = known.iter().find(untouched) {
            return Ok(draft.id.clone());
        }
        let new = NewDraft {
            id: self.0.vault.new_id(),
            owner: *owner.bytes(),
            procedure_id: procedure.id.clone(),
            form_version: procedure.form_version.clone(),
            locale,
            purpose: Purpose::Request,
            content: Content::default(),
            at: now,
            expires_at: self.draft_end(),
        };
        let vault = self.0.vault.clone();
        let id = self
            .0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    drafts::insert(tx, &vault, &new).await?;
                    Ok::<_, Halt<BeginError>>(new.id)
                })
            })
            .await;
        let id = id.map_err(|halt| halt.or(BeginError::Unavailable))?;
        metrics::counter!("drafts_begun").increment(1);
        Ok(id)
    }

    /// Erases a draft with its files, at once. Erasing twice is erasing.
    ///
    /// # Errors
    /// Unknown, expired, already sent, or no database.
    pub async fn erase_draft(&self, visitor: &Visitor, draft: &str) -> Result<(), SaveError> {
        let (id, visitor, now) = (draft.to_owned(), *visitor, self.now());
        let files = self
            .0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    let found = drafts::find_in(tx, &id).await?;
                    if found.as_ref().is_some_and(|row| {
                        row.state == DraftState::Erased && visitor.owns(&row.owner)
                    }) {
                        return Ok(Vec::new());
                    }
                    let row = admit(found, &visitor, now)
                        .map_err(|absence| Halt::Refused(absence.into()))?;
                    // Whoever was let in by a code goes on with it; its holder alone erases it.
                    if !visitor.owns(&row.owner) {
                        return Err(Halt::Refused(SaveError::Unknown));
                    }
                    if let Some(request) = row.request_id {
                        return Err(Halt::Refused(SaveError::Sent(request)));
                    }
                    if !endings::end(tx, &id, row.version, DraftState::Erased, None, now).await? {
                        return Err(crossed());
                    }
                    Ok::<_, Halt<SaveError>>(uploads::delete_of(tx, &id).await?)
                })
            })
            .await;
        for file in files.map_err(|halt| halt.or(SaveError::Unavailable))? {
            self.0.files.delete(&file).await;
        }
        Ok(())
    }

    pub(super) async fn drafts_of(
        &self,
        visitor: &Visitor,
    ) -> Result<Vec<DraftSummary>, Unavailable> {
        let Some(owner) = visitor.owner else {
            return Ok(Vec::new());
        };
        let unavailable = |error| {
            log_store(&error);
            Unavailable
        };
        let (database, now) = (&self.0.database, self.now());
        let own = drafts::open_of(database, owner.bytes(), now).await;
        let shared = drafts::shared_with(database, owner.bytes(), now).await;
        let (own, shared) = (own.map_err(unavailable)?, shared.map_err(unavailable)?);
        let shared = shared
            .into_iter()
            .filter(|draft| !visitor.owns(&draft.owner))
            .map(|draft| (draft, true));
        Ok(own
            .into_iter()
            .map(|draft| (draft, false))
            .chain(shared)
            .filter_map(|(row, is_shared)| {
                Some(DraftSummary {
                    is_shared,
                    procedure: self.procedure(&row.procedure_id)?,
                    id: row.id,
                    updated_at: row.updated_at,
                    expires_at: row.expires_at,
                })
            })
            .collect())
    }

    /// The day by which the answers of a draft are judged: that of the request, for a correction.
    pub(super) fn day_of(&self, content: &Content) -> Date {
        content
            .base
            .as_ref()
            .map_or_else(|| self.today(), |base| base.day)
    }

    /// A draft as pages see it.
    pub(super) fn shown(
        &self,
        row: StoredDraft,
        content: Content,
        procedure: Arc<Procedure>,
    ) -> Draft {
        let today = self.day_of(&content);
        let corrects = match &row.purpose {
            Purpose::Correction(request) => Some(Corrected {
                request: request.clone(),
                answers: content.base.map(|base| base.answers).unwrap_or_default(),
            }),
            _ => None,
        };
        let visit = content.visit.map(|visit| self.visit_shown(visit));
        Draft {
            visit,
            corrects,
            guest: None,
            form_changed: row.form_version != procedure.form_version,
            id: row.id,
            procedure,
            content: content.draft,
            version: row.version,
            today,
            updated_at: row.updated_at,
            expires_at: row.expires_at,
            sent_as: row.request_id,
        }
    }
}
