//! What pages ask of the server. `server` implements [`Portal`] once per request, bound to the visitor
//! of that request, and puts it in the context as `Arc<dyn Portal>`.

use std::{collections::BTreeMap, future::Future, pin::Pin, sync::Arc};

use domain::{
    answers::Answers,
    correction::Correction,
    decision::Decision,
    delays::Delays,
    draft::DraftContent,
    hand_over::{Device, HandOverCode, Purpose, Scope},
    info_request::InfoRequest,
    locale::Locale,
    message::{Message, MessageKind},
    notice::Way,
    place::Place,
    procedure::Procedure,
    request::{Status, TimelineEntry},
    submitted::Submitted,
    validation::Fault,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::paper::Paper;
pub use crate::paths::Carried;

/// An answer to come.
pub type Asked<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The server, as one page of one visitor sees it.
pub trait Portal: Send + Sync {
    /// The authority that runs this portal.
    fn authority(&self) -> Arc<Authority>;
    /// Today in the zone of the authority.
    fn today(&self) -> Date;
    /// Time zone of the authority.
    fn zone(&self) -> TimeZone;
    /// Procedures and places; `Err` when there is no copy at all.
    fn catalogue(&self) -> Result<Arc<Catalogue>, Unavailable>;
    /// Drafts that this visitor may go on with, the latest first.
    fn drafts(&self) -> Asked<'_, Result<Vec<DraftSummary>, Unavailable>>;
    /// A draft of this visitor.
    fn draft<'a>(&'a self, id: &'a str) -> Asked<'a, Result<Draft, Absence>>;
    /// Requests that this visitor may see now, the latest sent first, as they were last known.
    fn requests(&self) -> Asked<'_, Result<Vec<HeldRequest>, Unavailable>>;
    /// A request that this visitor may see (just sent, or opened with its code).
    fn request<'a>(&'a self, id: &'a str) -> Asked<'a, Result<Request, Absence>>;
    /// The message that this visitor began about a request, if there is one.
    fn message_draft<'a>(&'a self, request: &'a str) -> Asked<'a, Result<Option<Draft>, Absence>>;
    /// The thread of a request was shown to this visitor: its messages are read.
    fn thread_shown<'a>(&'a self, request: &'a Request) -> Asked<'a, ()>;
    /// Codes that hand over a request or a draft, the latest first, those that ended not long ago included; for whoever
    /// may hand it over.
    fn hand_overs<'a>(&'a self, carried: &'a Carried) -> Asked<'a, Result<Vec<HandOver>, Absence>>;
    /// A key for a form that begins something: sent twice, it begins one.
    fn form_key(&self) -> String;
    /// The documents that this visitor began to give about a request, if they did.
    fn documents_draft<'a>(&'a self, request: &'a str)
    -> Asked<'a, Result<Option<Draft>, Absence>>;
    /// Weights of the files that hold a whole request.
    fn record_weights<'a>(
        &'a self,
        request: &'a Request,
        paper: &'a Paper,
    ) -> Asked<'a, RecordWeights>;
    /// What the back office can do, and how long its past requests took.
    fn office(&self) -> Arc<Office>;
    /// Identifier of the web request, shown on error pages.
    fn incident(&self) -> String;
    /// Figures that the accessibility statement and the data page show.
    fn rules(&self) -> Rules;
}

/// Weights of the files that hold a whole request, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordWeights {
    /// Of the PDF; `None` when it cannot be made.
    pub pdf: Option<u64>,
    /// Of the JSON.
    pub data: u64,
}

/// Why a page cannot show what was asked. Unknown and foreign look the same from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absence {
    /// Unknown, or someone else's: 404.
    Unknown,
    /// It was this visitor's, and it ended: 410.
    Ended(Ending),
    /// The storage does not answer: 503.
    Unavailable,
}

/// How a draft of this visitor ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Its holder erased it.
    Erased,
    /// Its time ran out.
    Expired,
}

/// The storage or the back office does not answer, and there is no copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unavailable;

/// The authority, from the configuration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Authority {
    /// "Ardane-les-Tilleuls".
    pub name: String,
    /// Kind and name in a sentence: "Commune d'Ardane-les-Tilleuls".
    pub legal_name: String,
    /// Address, one line each.
    pub address: Vec<String>,
    /// Phone of the switchboard.
    pub phone: String,
    /// General e-mail address.
    pub email: String,
    /// Who answers for what is published (loi n° 2004-575, article 6).
    pub publication_director: String,
    /// Who hosts the portal: name, address, phone in lines.
    pub host: Vec<String>,
    /// E-mail of the data protection officer (RGPD, article 37).
    pub data_protection_email: String,
    /// E-mail for difficulties of access.
    pub accessibility_email: String,
    /// Public address of the portal, without final slash.
    pub public_url: String,
}

/// Limits and retention, as the portal applies them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Days that a draft is kept after its last change.
    pub draft_days: u16,
    /// Days that the portal keeps its own copy of a request after its delivery.
    pub submission_days: u16,
    /// Minutes that an access opened with a code lasts.
    pub access_minutes: u16,
}

/// What the back office offers.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// Procedures, in alphabetical order of their French title.
    pub procedures: Vec<Arc<Procedure>>,
    /// Places.
    pub places: Vec<Place>,
    /// `Some` when the back office does not answer and this is the last good copy, of that moment.
    pub stale_since: Option<Timestamp>,
}

impl Catalogue {
    /// A procedure by its identifier.
    #[must_use]
    pub fn procedure(&self, id: &str) -> Option<&Arc<Procedure>> {
        self.procedures.iter().find(|procedure| procedure.id == id)
    }
}

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
}

/// How someone is here thanks to a hand-over code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guest {
    /// What the code gives.
    pub scope: Scope,
    /// When it ends.
    pub until: Timestamp,
}

/// A hand-over code, as whoever gave it sees it.
#[derive(Debug, Clone)]
pub struct HandOver {
    /// Identifier in addresses.
    pub id: String,
    /// The code; `None` once it ended.
    pub code: Option<HandOverCode>,
    /// Whom it is for.
    pub purpose: Purpose,
    /// What it gives.
    pub scope: Scope,
    /// When it was given.
    pub given_at: Timestamp,
    /// When it ends, or ended.
    pub ends_at: Timestamp,
    /// Whether it ended before its time.
    pub revoked: bool,
    /// When it was taken up and on what, the oldest first.
    pub uses: Vec<(Timestamp, Device)>,
}

/// What a correction corrects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// Identifier of the request.
    pub request: String,
    /// Its answers until now.
    pub answers: Answers,
}

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
}

/// How the holder of a request is told of what happens to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notices {
    /// Ways that this portal has.
    pub ways: Vec<Way>,
    /// The way chosen; `None`: they look by themselves.
    pub way: Option<Way>,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone number as dialled from anywhere.
    pub phone: Option<String>,
    /// Messages, the latest first, 10 at most.
    pub sent: Vec<SentNotice>,
    /// They want to be told, and no way leads to them.
    pub out_of_reach: bool,
}

/// A message to the holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentNotice {
    /// How it travels.
    pub way: Way,
    /// What became of it.
    pub state: NoticeState,
    /// When it left, or will.
    pub at: Timestamp,
}

/// What became of a message to the holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeState {
    /// Waits for its hour.
    Waiting,
    /// A server took it.
    Sent,
    /// It reached the phone.
    Delivered,
    /// It did not, and never will.
    Failed,
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

impl Request {
    /// Whether this visitor may write, correct and give documents.
    #[must_use]
    pub fn may_act(&self) -> bool {
        self.guest.is_none_or(|guest| guest.scope >= Scope::Act)
    }
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
}

/// What the back office can do for residents, and how long its past requests took.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Residents may write to the service.
    pub messages: bool,
    /// Residents may withdraw a request.
    pub withdrawal: bool,
    /// Residents may correct their answers.
    pub corrections: bool,
    /// Residents may give documents that the service asks for.
    pub documents: bool,
    /// Delays of past requests, by procedure.
    pub delays: BTreeMap<String, Delays>,
}

/// What this resident did and the service does not show yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingAct {
    /// What it was.
    pub kind: PendingKind,
    /// When.
    pub at: Timestamp,
    /// Whether the service could not take it: the request had changed meanwhile.
    pub refused: bool,
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
    /// Storage or disk cannot keep it now: nothing was lost of what was saved before.
    Unavailable,
    /// Too many writes from this origin: nothing is wrong with the answers.
    TooMany {
        /// Seconds before the next try.
        wait: u64,
    },
}

impl Problem {
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
