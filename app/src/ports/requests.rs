//! Requests once sent, as their holder sees them.

use std::sync::Arc;

use domain::{
    answers::Answers,
    booking::{Appointment, AskedVisit, Slot},
    correction::Correction,
    decision::Decision,
    hand_over::Scope,
    info_request::InfoRequest,
    locale::Locale,
    message::{Message, MessageKind},
    procedure::Procedure,
    request::{Status, TimelineEntry},
};
use jiff::{Timestamp, civil::Date};

use super::{Guest, Notices};

/// A request in a list, as it was last known.
#[derive(Debug, Clone)]
pub struct HeldRequest {
    /// Identifier in addresses.
    pub id: String,
    /// Its procedure.
    pub procedure: Arc<Procedure>,
    /// Whether the back office acknowledged it.
    pub delivered: bool,
    /// Where it stands.
    pub status: Status,
    /// What the service waits for.
    pub info_request: Option<InfoRequest>,
    /// Messages of the service that were not read yet.
    pub unread: usize,
    /// What the resident did since.
    pub pending: Vec<PendingAct>,
    /// The time of its appointment, while there is one to come to.
    pub time: Option<Slot>,
}

/// A request once sent, as its holder sees it.
#[derive(Debug, Clone)]
pub struct Request {
    /// Identifier in addresses.
    pub id: String,
    /// Code to open it again, grouped for reading; only for who just sent it or gave it.
    pub tracking_code: Option<String>,
    /// Set for who is here thanks to a hand-over code.
    pub guest: Option<Guest>,
    /// Its procedure as it was when sent, if still known.
    pub procedure: Arc<Procedure>,
    /// What was sent.
    pub answers: Answers,
    /// Language it was sent in.
    pub locale: Locale,
    /// When it was recorded here.
    pub recorded_at: Timestamp,
    /// When the back office acknowledged it; `None` while it waits here.
    pub delivered_at: Option<Timestamp>,
    /// Number given by the service.
    pub number: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// What happened, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// What the resident and the service wrote to each other, oldest first.
    pub messages: Vec<Message>,
    /// What the resident did since, oldest first.
    pub pending: Vec<PendingAct>,
    /// What the service says of it besides.
    pub facts: Facts,
    /// `Some` when the back office does not answer: state known at that moment.
    pub known_at: Option<Timestamp>,
    /// Where the receipt was sent, masked ("m…@exemple.fr").
    pub receipt_to: Option<String>,
    /// Whether code and a proof can open it again: an e-mail address or a birth date was given.
    pub can_follow: bool,
    /// How its holder is told of what happens.
    pub notices: Notices,
    /// What is shown, in a short text that says nothing to others: a page left open learns what changed since.
    pub mark: String,
    /// When it was so.
    pub shown_at: Timestamp,
    /// The time that was chosen, until the service confirms it.
    pub chosen: Option<(AskedVisit, Slot)>,
}

impl Request {
    /// Whether this visitor may write, correct and give documents.
    #[must_use]
    pub fn may_act(&self) -> bool {
        self.guest.is_none_or(|guest| guest.scope >= Scope::Act)
    }
}

/// What is new in a request since a page showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct News {
    /// Messages of the service.
    pub messages: usize,
    /// It stands elsewhere.
    pub state: bool,
    /// What the resident sent has arrived.
    pub arrived: bool,
}

/// What the service says of a request besides its status and its history.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Day by which an answer is usual.
    pub expected_by: Option<Date>,
    /// Day on which silence takes the meaning that the law gives it.
    pub legal_deadline: Option<Date>,
    /// The legal time stands still since then: documents are missing.
    pub clock_paused_since: Option<Timestamp>,
    /// What the service waits for.
    pub info_request: Option<InfoRequest>,
    /// Version of the answers there; `None` while they are not known.
    pub answers_version: Option<u32>,
    /// Corrections, the oldest first.
    pub corrections: Vec<Correction>,
    /// What was decided.
    pub decision: Option<Decision>,
    /// Its appointment.
    pub appointment: Option<Appointment>,
}

/// What this resident did and the service does not show yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingAct {
    /// What it was.
    pub kind: PendingKind,
    /// When.
    pub at: Timestamp,
    /// What became of it.
    pub fate: ActFate,
}

/// What became of something that a resident did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActFate {
    /// It is on its way to the service.
    Waiting,
    /// The service has it; what is known of the request is older than that.
    Arrived,
    /// The service could not take it: the request had changed meanwhile.
    Refused,
}

impl PendingAct {
    /// Whether it came to nothing.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.fate == ActFate::Refused
    }
}

/// What a resident did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PendingKind {
    /// Wrote.
    Message {
        /// What it is meant for.
        kind: MessageKind,
        /// What was written.
        text: String,
        /// Names of the attached files.
        files: Vec<String>,
    },
    /// Withdrew the request.
    Withdrawal,
    /// Corrected answers.
    Correction,
    /// Gave a document: its identifier, and the names of the files.
    Document {
        /// Identifier of the document asked for.
        document: String,
        /// Names of the files.
        files: Vec<String>,
    },
    /// Asked for more time.
    Extension,
}
