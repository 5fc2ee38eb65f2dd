//! What agents may do to a request, and why an act may have no effect.

use database::DatabaseError;
use domain::{locale::Locale, request::Status};

use super::{faults::WriteFault, vault::Unreadable};
use crate::api::{problem::Problem, requests::Outcome};

/// What an agent does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Takes charge of the request; one that just came is then in review.
    Take,
    /// Moves it to a status that is not an end, with words for the resident if need be.
    Move {
        /// The next status.
        status: Status,
        /// Words for the resident.
        words: Option<String>,
    },
    /// Writes to the resident.
    Write {
        /// The message.
        words: String,
        /// Its language, when the agent says so.
        language: Option<Locale>,
    },
    /// Decides; nothing more will happen.
    Close {
        /// What is decided.
        outcome: Outcome,
        /// Why, for the resident.
        reason: String,
    },
}

/// Why an act has no effect.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// No such request or file.
    #[error("there is no {0}")]
    Unknown(String),
    /// The status does not allow it.
    #[error("a request that is `{from}` cannot become `{to}`")]
    Transition {
        /// Present status.
        from: &'static str,
        /// Status asked for.
        to: &'static str,
    },
    /// A final status needs a reason.
    #[error("`{0}` ends the request: close it with a reason")]
    NeedsReason(&'static str),
    /// Words are missing.
    #[error("the resident needs words: they are empty")]
    NoWords,
    /// Someone else was quicker.
    #[error("someone changed the request meanwhile: read it again")]
    ChangedMeanwhile,
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// The key is not the one that sealed what is stored.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The content of a file cannot be read.
    #[error(transparent)]
    Objects(#[from] object_store::Error),
    /// What is stored has another form than this version expects.
    #[error(transparent)]
    Stored(#[from] Box<Problem>),
}

impl From<WriteFault> for StaffError {
    fn from(fault: WriteFault) -> Self {
        match fault {
            WriteFault::Database(error) => error.into(),
            WriteFault::Unreadable(error) => error.into(),
        }
    }
}
