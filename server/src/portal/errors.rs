//! What can stop a visitor, as the pages distinguish it.

use app::ports::{Absence, Ending, FileFault};
use database::DatabaseError;
use domain::submitted::Submitted;

use crate::store::StoreError;

/// Why the desk does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database refuses.
    #[error("the portal's tables cannot be prepared: {0}")]
    Database(#[from] DatabaseError),
    /// The tables were sealed with another master key: nothing in them could be read.
    #[error("the key file is not the one that this database was filled with")]
    OtherKey,
    /// What the tables hold cannot be read.
    #[error("the portal's tables cannot be read: {0}")]
    Store(#[from] StoreError),
}

/// Why a draft is not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BeginError {
    /// No such procedure.
    #[error("no such procedure")]
    Unknown,
    /// One comes for it at a time that is chosen first.
    #[error("a time is chosen first")]
    NeedsTime,
    /// The visitor has no cookie: give one first.
    #[error("the visitor has no cookie")]
    NoVisitor,
    /// The database does not answer.
    #[error("the database does not answer")]
    Unavailable,
}

/// Why what was typed is not saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The same page was saved in another tab since it was shown.
    #[error("saved in another tab since")]
    Conflict {
        /// What is saved.
        saved: Submitted,
        /// Version to send to overwrite it knowingly.
        version: u32,
    },
    /// Unknown, or someone else's.
    #[error("no such draft, step or item")]
    Unknown,
    /// The draft ended.
    #[error("the draft ended")]
    Ended(Ending),
    /// The draft was already sent, as this request.
    #[error("the draft was already sent")]
    Sent(String),
    /// The list already holds as many items as it may.
    #[error("the list is full")]
    Full,
    /// More than any form holds.
    #[error("more than any form holds")]
    TooLarge,
    /// The database does not answer: what was saved before is safe.
    #[error("the database does not answer")]
    Unavailable,
}

/// Why a file is not attached.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttachError {
    /// The file itself.
    #[error("the file is refused: {0:?}")]
    File(FileFault),
    /// Unknown, or someone else's.
    #[error("no such draft, step or field")]
    Unknown,
    /// The draft ended.
    #[error("the draft ended")]
    Ended(Ending),
    /// The draft was already sent, as this request.
    #[error("the draft was already sent")]
    Sent(String),
    /// The database or the disk does not answer.
    #[error("the storage does not answer")]
    Unavailable,
}

/// Why a draft is not sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Something is missing or wrong.
    #[error("the draft is not complete")]
    Incomplete {
        /// Identifier of the first step to complete.
        first_step: String,
    },
    /// The time that it is for is held no longer, or none was chosen.
    #[error("no time is held for the visit")]
    NoTime,
    /// Unknown, or someone else's.
    #[error("no such draft")]
    Unknown,
    /// The draft ended.
    #[error("the draft ended")]
    Ended(Ending),
    /// The database does not answer: the draft is safe, nothing was sent.
    #[error("the database does not answer")]
    Unavailable,
}

/// Why a time is not had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VisitError {
    /// Someone else was quicker, or the time was never free.
    #[error("the time is taken")]
    Taken,
    /// Too late to change it here.
    #[error("too late to change it")]
    TooLate,
    /// Unknown, someone else's, or the access is over.
    #[error("nothing of this visitor to choose a time for")]
    Unknown,
    /// The draft ended.
    #[error("the draft ended")]
    Ended(Ending),
    /// The draft was already sent, as this request.
    #[error("the draft was already sent")]
    Sent(String),
    /// The back office does not answer: nothing was booked or changed.
    #[error("the back office does not answer")]
    Away,
    /// The database does not answer.
    #[error("the database does not answer")]
    Unavailable,
}

impl From<Absence> for VisitError {
    fn from(absence: Absence) -> Self {
        match absence {
            Absence::Unknown => Self::Unknown,
            Absence::Ended(ending) => Self::Ended(ending),
            Absence::Unavailable => Self::Unavailable,
        }
    }
}

/// Why what a resident does about a request is not recorded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FollowUpError {
    /// Something is missing or wrong.
    #[error("the form is not complete")]
    Incomplete,
    /// No document was chosen; the first one that is waited for.
    #[error("no document was chosen")]
    NoDocument(String),
    /// The request ended already.
    #[error("the request ended already")]
    TooLate,
    /// Unknown, someone else's, or the access is over.
    #[error("no such request or draft")]
    Unknown,
    /// The draft ended.
    #[error("the draft ended")]
    Ended(Ending),
    /// The database does not answer: nothing was recorded, nothing is lost.
    #[error("the database does not answer")]
    Unavailable,
}

impl From<Absence> for FollowUpError {
    fn from(absence: Absence) -> Self {
        match absence {
            Absence::Unknown => Self::Unknown,
            Absence::Ended(ending) => Self::Ended(ending),
            Absence::Unavailable => Self::Unavailable,
        }
    }
}

impl From<SaveError> for FollowUpError {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Ended(ending) => Self::Ended(ending),
            SaveError::Unknown | SaveError::Sent(_) => Self::Unknown,
            SaveError::Conflict { .. }
            | SaveError::Full
            | SaveError::TooLarge
            | SaveError::Unavailable => Self::Unavailable,
        }
    }
}

/// Why a request does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FollowError {
    /// The code or the proof does not fit. Which of the two is never said.
    #[error("no request with this code and this proof")]
    NoSuchRequest,
    /// Too many wrong attempts.
    #[error("too many wrong attempts")]
    TooMany {
        /// Seconds to wait.
        retry_after: u32,
    },
    /// The visitor has no cookie: give one first.
    #[error("the visitor has no cookie")]
    NoVisitor,
    /// The database does not answer.
    #[error("the database does not answer")]
    Unavailable,
}

/// Why a hand-over code is not given, or not revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HandOverError {
    /// Unknown, someone else's, or not theirs to hand over.
    #[error("nothing of this visitor to hand over")]
    Unknown,
    /// The draft ended.
    #[error("the draft ended")]
    Ended(Ending),
    /// As many codes are alive as may be.
    #[error("enough codes are alive")]
    Enough,
    /// The database does not answer.
    #[error("the database does not answer")]
    Unavailable,
}

impl From<Absence> for HandOverError {
    fn from(absence: Absence) -> Self {
        match absence {
            Absence::Unknown => Self::Unknown,
            Absence::Ended(ending) => Self::Ended(ending),
            Absence::Unavailable => Self::Unavailable,
        }
    }
}

impl From<Absence> for SaveError {
    fn from(absence: Absence) -> Self {
        match absence {
            Absence::Unknown => Self::Unknown,
            Absence::Ended(ending) => Self::Ended(ending),
            Absence::Unavailable => Self::Unavailable,
        }
    }
}

impl From<SaveError> for AttachError {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Ended(ending) => Self::Ended(ending),
            SaveError::Sent(request) => Self::Sent(request),
            SaveError::Unknown => Self::Unknown,
            SaveError::Full => Self::File(FileFault::TooMany),
            SaveError::TooLarge => Self::File(FileFault::TooHeavy),
            SaveError::Conflict { .. } | SaveError::Unavailable => Self::Unavailable,
        }
    }
}

impl From<Absence> for SendError {
    fn from(absence: Absence) -> Self {
        match absence {
            Absence::Unknown => Self::Unknown,
            Absence::Ended(ending) => Self::Ended(ending),
            Absence::Unavailable => Self::Unavailable,
        }
    }
}
