//! Correcting the answers of a request, until it is decided: nobody has to say why.

use app::ports::PendingKind;
use domain::{correction::changes, journey::Journey, locale::Locale, retyped};

use super::{Beginning, Ending};
use crate::{
    portal::{Desk, FollowUpError, Visitor},
    store::{
        accesses::Right,
        acts::Deed,
        drafts::{Base, Content, DraftState, Purpose, StoredDraft},
    },
};

impl Desk {
    /// Begins the correction of a request, or goes on with the one begun; gives the identifier of its draft. It starts
    /// from the answers as the service has them.
    ///
    /// # Errors
    /// The request ended, the back office takes no corrections, no access, or no database.
    pub async fn begin_correction(
        &self,
        visitor: &Visitor,
        request: &str,
        locale: Locale,
    ) -> Result<String, FollowUpError> {
        let shown = self.request_to(visitor, request, Right::Act).await?;
        let waits =
            |kind: &PendingKind| matches!(kind, PendingKind::Correction | PendingKind::Withdrawal);
        let waits = shown
            .pending
            .iter()
            .any(|act| waits(&act.kind) && !act.is_refused());
        if !self.office().corrections || !shown.status.is_open() || waits {
            return Err(FollowUpError::TooLate);
        }
        // Not received there yet, or its answers cannot be read now: nothing can be corrected.
        let version = shown
            .facts
            .answers_version
            .ok_or(FollowUpError::Unavailable)?;
        let base = Base {
            version,
            answers: shown.answers,
            day: shown.recorded_at.to_zoned(self.0.zone.clone()).date(),
        };
        let purpose = Purpose::Correction(request.to_owned());
        if let Some(row) = self.draft_about(visitor, &purpose).await?
            && self.begins_from(&row, &base)
        {
            return Ok(row.id);
        }
        let form = &shown.procedure;
        let mut draft =
            retyped::draft(&form.steps, &base.answers).map_err(|_| FollowUpError::Unavailable)?;
        let last_item = draft
            .items
            .values()
            .flatten()
            .map(|item| item.id)
            .max()
            .unwrap_or(0);
        draft.removed.clear();
        let key = self.0.vault.new_id();
        let beginning = Beginning {
            purpose,
            key: &key,
            procedure_id: form.id.clone(),
            form_version: form.form_version.clone(),
            locale,
            content: Content {
                draft,
                last_item,
                base: Some(base),
                visit: None,
            },
        };
        self.keep_form_at_hand(form);
        self.begin_about(visitor, beginning).await?;
        Ok(key)
    }

    /// Whether a correction begun earlier still begins from these answers.
    fn begins_from(&self, row: &StoredDraft, base: &Base) -> bool {
        let content = row.open(&self.0.vault).ok();
        content.and_then(|content| content.base).as_ref() == Some(base)
    }

    /// Sends a correction; gives the request that it corrects. Sent again, it is the same correction.
    ///
    /// # Errors
    /// Incomplete, nothing changed, no access, or no database: nothing is lost.
    pub async fn send_correction(
        &self,
        visitor: &Visitor,
        draft: &str,
    ) -> Result<String, FollowUpError> {
        let (row, content) = self.draft_to_send(visitor, draft).await?;
        let Purpose::Correction(request) = &row.purpose else {
            return Err(FollowUpError::Unknown);
        };
        if row.state == DraftState::Sent {
            return Ok(request.clone());
        }
        let opened = self.opened(row.clone()).await?;
        let base = content.base.ok_or(FollowUpError::Unknown)?;
        let journey = Journey::new(&opened.procedure.steps, &content.draft, base.day);
        let unchanged = changes(&base.answers, &journey.answers).is_empty();
        if journey.first_incomplete().is_some() || unchanged {
            return Err(FollowUpError::Incomplete);
        }
        let deed = Deed::Correction {
            form_version: row.form_version.clone(),
            answers_version: base.version,
            answers: journey.answers,
        };
        let ending = Some(Ending::of(&row));
        self.record(visitor, request, vec![deed], ending).await?;
        Ok(request.clone())
    }
}
