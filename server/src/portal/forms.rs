//! The forms that are of the portal, not of the catalogue.

use std::sync::{Arc, LazyLock};

use app::{pages::requests::messages, ports::Catalogue};
use domain::procedure::Procedure;

use crate::store::drafts::{Purpose, StoredDraft};

static MESSAGE: LazyLock<Arc<Procedure>> = LazyLock::new(|| Arc::new(messages::form()));

/// The form of a message about a request.
pub(super) fn message() -> &'static Arc<Procedure> {
    &MESSAGE
}

/// The form that a draft fills in, as it is today.
pub(super) fn of<'a>(catalogue: &'a Catalogue, row: &StoredDraft) -> Option<&'a Arc<Procedure>> {
    match row.purpose {
        Purpose::Request => catalogue.procedure(&row.procedure_id),
        Purpose::Message(_) => Some(message()),
    }
}
