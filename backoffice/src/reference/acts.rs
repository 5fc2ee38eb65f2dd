//! What agents may do to a request, and why an act may have no effect.

use std::fmt;

use database::DatabaseError;
use domain::{info_request::MarkReason, locale::Locale, queue::Ticket, request::Status};
use jiff::civil::Date;

use super::{OpenError, VisitAct, faults::WriteFault, vault::Unreadable};
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
    /// Asks the resident to correct answers or to give documents.
    Ask(Asking),
    /// Says what became of its appointment.
    Visit(VisitAct),
    /// Says whether a document that was given will do.
    Judge {
        /// Identifier of the document asked for.
        document: String,
        /// Whether it will do.
        verdict: Verdict,
    },
    /// Answers a resident who needs more time, or gives it unasked.
    Extend(Extending),
    /// Decides; nothing more will happen.
    Close(Closing),
}

/// The end of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// What is decided.
    pub outcome: Outcome,
    /// Why, for the resident.
    pub reason: String,
    /// Language of the reason, when the agent says so.
    pub language: Option<Locale>,
    /// References of the texts that the decision rests on: "Code civil, article 101-1".
    pub legal_basis: Vec<String>,
    /// Documents delivered with it.
    pub documents: Vec<NewDelivery>,
}

impl Closing {
    /// A decision with its reason, and nothing else.
    #[must_use]
    pub fn new(outcome: Outcome, reason: &str) -> Self {
        Self {
            outcome,
            reason: reason.to_owned(),
            language: None,
            legal_basis: Vec::new(),
            documents: Vec::new(),
        }
    }
}

/// A document to deliver.
#[derive(Clone, PartialEq, Eq)]
pub struct NewDelivery {
    /// Name of the file.
    pub filename: String,
    /// What it is: "Copie intégrale de l'acte de naissance".
    pub title: String,
    /// Last day on which it is valid; `None`: without end.
    pub valid_until: Option<Date>,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl fmt::Debug for NewDelivery {
    /// Without what it says of a person.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("NewDelivery(***)")
    }
}

/// What is asked of the resident.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asking {
    /// Words for the whole of it.
    pub words: Option<String>,
    /// Language of all the words, when the agent says so.
    pub language: Option<Locale>,
    /// Last day to answer.
    pub due_on: Option<Date>,
    /// Answers to correct.
    pub marks: Vec<NewMark>,
    /// Documents to give.
    pub documents: Vec<NewDocument>,
}

/// An answer to correct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMark {
    /// Key of the field, or of the list.
    pub key: String,
    /// What is wrong with it.
    pub reason: MarkReason,
    /// Comment for the resident.
    pub words: String,
}

/// A document to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDocument {
    /// Which: "Justificatif de domicile".
    pub title: String,
    /// Why it is needed.
    pub why: String,
    /// What would do, one example each.
    pub examples: Vec<String>,
}

/// Whether a document will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Accepted,
    /// It does not; another one is expected.
    Refused {
        /// Why, for the resident.
        reason: String,
    },
}

/// An answer to a resident who needs more time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extending {
    /// Granted until this day.
    Until(Date),
    /// Refused: the last day stays.
    Refused,
}

/// Why an act has no effect.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// No appointment that stands.
    #[error("the request has no appointment that stands")]
    NoAppointment,
    /// Hours that end before they begin.
    #[error("these hours end before they begin")]
    NoHours,
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
    /// An ask that asks for nothing.
    #[error("mark an answer or name a document; to ask a question, write a message")]
    NothingAsked,
    /// A mark on an answer that the form does not have.
    #[error("the form has no `{key}`; it has {}", known.join(", "))]
    UnknownKey {
        /// The key of the mark.
        key: String,
        /// The keys of the form.
        known: Vec<String>,
    },
    /// A last day that has passed.
    #[error("{0} has passed")]
    Past(Date),
    /// A document that cannot be judged: not given, or judged already.
    #[error("document {0} was not given, or was judged already")]
    NotGiven(String),
    /// Nothing is asked of the resident at present, or no time was asked for.
    #[error("nothing waits for more time")]
    NothingWaits,
    /// Nobody waits whom this desk receives.
    #[error("nobody waits for this desk")]
    NobodyWaits,
    /// Someone is still at the desk.
    #[error(
        "{0} is at this desk: say first that it took place (finish) or that nobody came (absent)"
    )]
    DeskTaken(Ticket),
    /// The ticket does not allow it.
    #[error("ticket {ticket} is `{status}`")]
    TicketIs {
        /// The ticket.
        ticket: Ticket,
        /// Where it stands.
        status: &'static str,
    },
    /// Two places gave the same ticket today.
    #[error("several places gave ticket {0} today: say which with --place")]
    SeveralPlaces(Ticket),
    /// More people than a day has tickets for.
    #[error("there are no more tickets today")]
    NoTicketLeft,
    /// The state of the opinion does not allow it.
    #[error("this opinion is {0}")]
    OpinionIs(&'static str),
    /// Nothing was written that can be published.
    #[error("nothing was written there that can be published")]
    NothingWritten,
    /// Several texts were written.
    #[error("several texts were written: say which with --field ({})", .0.join(", "))]
    SeveralTexts(Vec<String>),
    /// It is older than what is published.
    #[error("it is older than twelve months: nothing so old is published")]
    TooOld,
    /// What would be public is not what was shown.
    #[error("this is not what was shown: read it again without --as-shown")]
    NotAsShown,
    /// A text longer than anybody reads.
    #[error("the {what} is longer than {most} characters")]
    TooLong {
        /// Which text.
        what: &'static str,
        /// Most characters.
        most: usize,
    },
    /// A reason is missing.
    #[error("a reason is needed: it is empty")]
    NoReason,
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
    /// The content of a file cannot be opened.
    #[error(transparent)]
    Content(#[from] OpenError),
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
