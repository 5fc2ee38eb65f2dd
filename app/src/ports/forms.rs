//! What a refused form gives back to its page.

use domain::{distress::Danger, street::FoundAddress, submitted::Submitted, validation::Fault};

/// What a refused POST gives back to its page, in the context as `Option<Arc<Refused>>`.
#[derive(Debug, Clone, Default)]
pub struct Refused {
    /// What the person typed.
    pub typed: Submitted,
    /// What is wrong, field by field.
    pub faults: Vec<Fault>,
    /// The page was already in error with the same faults, or with the same problem.
    pub again: bool,
    /// What is wrong with the whole form.
    pub problem: Option<Problem>,
}

/// What is wrong with a form as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The same page was saved in another tab since; the saved answers are given to compare.
    Conflict {
        /// What the other tab saved.
        saved: Submitted,
        /// Version to send to overwrite it knowingly.
        version: u32,
    },
    /// A file was refused.
    File(FileProblem),
    /// Code or proof does not open a request.
    NoSuchRequest,
    /// No code of a hand-over that is alive is this one.
    NoSuchCode,
    /// As many codes are alive as may be.
    EnoughCodes,
    /// The draft is not complete.
    Incomplete,
    /// Someone else was quicker: the time is taken.
    TimeTaken,
    /// No time was chosen.
    NoTime,
    /// Several streets answer the address that was typed: one is to be chosen.
    SeveralStreets(Vec<FoundAddress>),
    /// The appointment is for as many already.
    SameNumber,
    /// More people or documents than are received at a time.
    TooManyPeople {
        /// People at most.
        people: u8,
        /// Documents at most; 0 where they do not count.
        documents: u8,
    },
    /// A text seems to hold personal data.
    PersonalData,
    /// A text tells of distress or danger: human help comes first, then whoever wishes goes on. Nothing is wrong.
    Danger(Vec<Danger>),
    /// The back office does not answer: nothing was booked or changed.
    OfficeAway,
    /// Storage or disk cannot keep it now: nothing was lost of what was saved before.
    Unavailable,
    /// Too many writes from this origin: nothing is wrong with the answers.
    TooMany {
        /// Seconds before the next try.
        wait: u64,
    },
}

/// Name of [`Problem::Danger`].
pub const DANGER: &str = "danger";

impl Problem {
    /// Whether something is wrong; a warning is no error.
    #[must_use]
    pub const fn is_error(&self) -> bool {
        !matches!(self, Self::Danger(_))
    }

    /// Its name, which the page sends along with the form: the same problem twice in a row must not sound the same.
    /// No name can be taken for faults, which hold a full stop.
    #[must_use]
    pub fn name(&self) -> String {
        let name = match self {
            Self::Conflict { .. } => "conflict",
            Self::File(problem) => return format!("file:{}:{}", problem.key, problem.code as u8),
            Self::NoSuchRequest => "no-such-request",
            Self::NoSuchCode => "no-such-code",
            Self::EnoughCodes => "enough-codes",
            Self::Incomplete => "incomplete",
            Self::TimeTaken => "time-taken",
            Self::NoTime => "no-time",
            Self::SeveralStreets(_) => "several-streets",
            Self::SameNumber => "same-number",
            Self::TooManyPeople { .. } => "too-many-people",
            Self::PersonalData => "personal-data",
            Self::Danger(_) => DANGER,
            Self::OfficeAway => "office-away",
            Self::Unavailable => "unavailable",
            Self::TooMany { .. } => "too-many",
        };
        name.to_owned()
    }
}

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    /// Key of the field.
    pub key: String,
    /// Name of the file.
    pub filename: String,
    /// What is wrong.
    pub code: FileFault,
}

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// Nothing in it.
    Empty,
    /// Its content is of no accepted kind.
    Kind,
    /// Its name says one kind and its content another.
    Mismatch,
    /// Too heavy.
    TooHeavy,
    /// The field holds as many files as it may.
    TooMany,
    /// The connection broke before its end.
    Broken,
    /// No file was chosen.
    NoneChosen,
}
