//! The forms that drafts fill in: those of the catalogue as it is today, those of requests sent earlier, those of the
//! portal itself.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use app::{
    pages::requests::{documents, messages},
    ports::{Absence, Catalogue},
};
use domain::procedure::Procedure;

use super::{Desk, SaveError, reading::unavailable};
use crate::store::{
    drafts::{Purpose, StoredDraft},
    submissions,
};

static MESSAGE: LazyLock<Arc<Procedure>> = LazyLock::new(|| Arc::new(messages::form()));

/// The form of a message about a request.
pub(super) fn message() -> &'static Arc<Procedure> {
    &MESSAGE
}

/// Forms of earlier versions, by procedure and version.
pub(crate) type OldForms = BTreeMap<(String, String), Arc<Procedure>>;

/// Every form at hand, at one moment.
#[derive(Clone)]
pub(super) struct Forms {
    catalogue: Arc<Catalogue>,
    old: Arc<OldForms>,
}

impl Forms {
    /// The form that a draft fills in.
    pub(super) fn of(&self, row: &StoredDraft) -> Option<&Arc<Procedure>> {
        let today = self.catalogue.procedure(&row.procedure_id);
        match row.purpose {
            Purpose::Request => today,
            Purpose::Message(_) => Some(message()),
            Purpose::Correction(_) => today
                .filter(|form| form.form_version == row.form_version)
                .or_else(|| {
                    self.old
                        .get(&(row.procedure_id.clone(), row.form_version.clone()))
                }),
            // Nothing is typed in it: its pages ask for it themselves.
            Purpose::Documents(_) => None,
        }
    }
}

impl Desk {
    /// The forms at hand.
    pub(super) fn forms(&self) -> Result<Forms, SaveError> {
        Ok(Forms {
            catalogue: self.0.catalogue.load_full().ok_or(SaveError::Unavailable)?,
            old: self.0.old_forms.load_full(),
        })
    }

    /// Keeps the form of an earlier version in memory, for the writes of who corrects a request.
    pub(super) fn keep_form_at_hand(&self, form: &Arc<Procedure>) {
        let key = (form.id.clone(), form.form_version.clone());
        if self.0.old_forms.load().contains_key(&key) {
            return;
        }
        self.0.old_forms.rcu(|known| {
            let mut forms = OldForms::clone(known);
            forms.insert(key.clone(), Arc::clone(form));
            forms
        });
    }

    /// The form of the documents that the service waits for now, as it was last known.
    pub(super) async fn documents_form(&self, request: &str) -> Result<Procedure, Absence> {
        let found = submissions::find(&self.0.database, request).await;
        let submission = found.map_err(unavailable)?.ok_or(Absence::Unknown)?;
        let known = submission.known(&self.0.vault).map_err(unavailable)?;
        let asked = known
            .and_then(|known| known.request)
            .and_then(|request| request.info_request);
        Ok(documents::form(asked.as_ref()))
    }
}
