//! Drafts as their holder sees them.

use std::sync::Arc;

use domain::{answers::Answers, draft::DraftContent, procedure::Procedure};
use jiff::{Timestamp, civil::Date};

use super::{DraftVisit, Guest};

/// A draft in a list.
#[derive(Debug, Clone)]
pub struct DraftSummary {
    /// Identifier.
    pub id: String,
    /// Its procedure.
    pub procedure: Arc<Procedure>,
    /// Last change.
    pub updated_at: Timestamp,
    /// End of its retention.
    pub expires_at: Timestamp,
    /// It is someone else's: a code shares it with this visitor.
    pub is_shared: bool,
}

/// A draft, open.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Identifier.
    pub id: String,
    /// Its procedure, in the form of today.
    pub procedure: Arc<Procedure>,
    /// What was typed.
    pub content: DraftContent,
    /// Grows at each change of the whole draft.
    pub version: i64,
    /// Today in the authority's zone.
    pub today: Date,
    /// Last change.
    pub updated_at: Timestamp,
    /// End of its retention.
    pub expires_at: Timestamp,
    /// The form changed since the draft was begun.
    pub form_changed: bool,
    /// Set once sent: the request it became, or went to.
    pub sent_as: Option<String>,
    /// Set for a correction of a request.
    pub corrects: Option<Corrected>,
    /// Set for who is here thanks to a code.
    pub guest: Option<Guest>,
    /// The time that goes with it.
    pub visit: Option<DraftVisit>,
}

/// What a correction corrects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// Identifier of the request.
    pub request: String,
    /// Its answers until now.
    pub answers: Answers,
}
