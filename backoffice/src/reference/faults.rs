//! What fails below the contract, put into its terms; the cause goes to the log, once, without values.

use database::{Constraint, DatabaseError};

use super::vault::Unreadable;
use crate::api::problem::{Problem, ProblemCode};

/// The office cannot open or tidy up.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// Files cannot be read or deleted.
    #[error(transparent)]
    Objects(#[from] object_store::Error),
    /// The key is not the one that sealed what is stored.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// A definition of the catalogue cannot be written or read as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// A part of the office cannot do its work.
    #[error(transparent)]
    Refused(#[from] Box<Problem>),
}

/// Seconds after which a client tries again when the office has too much to do.
const PATIENCE: u32 = 2;

impl From<DatabaseError> for Box<Problem> {
    fn from(error: DatabaseError) -> Self {
        match error {
            // Two calls met: the other one is being written or just was.
            DatabaseError::Conflict => {
                Problem::new(ProblemCode::RequestInProgress).retry_after(PATIENCE)
            }
            DatabaseError::Constraint(Constraint::Unique) => {
                Problem::new(ProblemCode::DuplicateRequest)
            }
            DatabaseError::NulInText => {
                Problem::new(ProblemCode::Malformed).detail("a text holds the character U+0000")
            }
            error => unavailable(&error),
        }
    }
}

impl From<Unreadable> for Box<Problem> {
    fn from(error: Unreadable) -> Self {
        unavailable(&error)
    }
}

impl From<object_store::Error> for Box<Problem> {
    fn from(error: object_store::Error) -> Self {
        unavailable(&error)
    }
}

impl From<OpenError> for Box<Problem> {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Database(error) => error.into(),
            OpenError::Refused(problem) => problem,
            error => unavailable(&error),
        }
    }
}

pub(super) fn unavailable(error: &dyn std::error::Error) -> Box<Problem> {
    tracing::error!(%error, "the back office cannot answer");
    Problem::new(ProblemCode::BackofficeUnavailable).retry_after(PATIENCE)
}

/// Why a part of a write failed, before its caller puts it into its own terms.
#[derive(Debug, thiserror::Error)]
pub(super) enum WriteFault {
    #[error(transparent)]
    Database(#[from] DatabaseError),
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

impl From<WriteFault> for Box<Problem> {
    fn from(fault: WriteFault) -> Self {
        match fault {
            WriteFault::Database(error) => error.into(),
            WriteFault::Unreadable(error) => error.into(),
        }
    }
}
