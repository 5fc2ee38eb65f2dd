//! What pages ask of the server. `server` implements [`Portal`] once per request, bound to the visitor
//! of that request, and puts it in the context as `Arc<dyn Portal>`.

mod appointments;
mod drafts;
mod forms;
mod hand_over;
mod notices;
mod opinions;
mod queue;
mod requests;
mod waiting;

use std::{collections::BTreeMap, future::Future, pin::Pin, sync::Arc};

use domain::{
    appointment::AppointmentType,
    delays::Delays,
    notice::Way,
    place::Place,
    procedure::{Door, Procedure},
    quality::Figures,
    queue::PlaceNow,
    survey::{Moment, Questionnaire, Subject},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::paper::Paper;
pub use crate::paths::Carried;
pub use appointments::{DayTimes, DraftVisit, LinePlace, NoTimes, Reminded, Search, Times};
pub use drafts::{Corrected, Draft, DraftSummary};
pub use forms::{DANGER, FileFault, FileProblem, Problem, Refused};
pub use hand_over::{Guest, HandOver};
pub use notices::{NoticeState, Notices, SentNotice};
pub use opinions::{Asking, Due, Heard, Invited, OPINION_DAYS, Opinion, due, is_answered};
pub use queue::Turn;
pub use requests::{ActFate, Facts, HeldRequest, News, PendingAct, PendingKind, Request};
pub use waiting::{HeldWait, Waited};

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
    /// Free times for a visit.
    fn times<'a>(&'a self, search: &'a Search) -> Asked<'a, Result<Times, NoTimes>>;
    /// The appointment that the link of a message leads to.
    fn reminded<'a>(&'a self, word: &'a str) -> Asked<'a, Result<Reminded, Absence>>;
    /// Where the holder of a request stands at the place of their appointment.
    fn turn<'a>(&'a self, request: &'a str) -> Asked<'a, Turn>;
    /// A place as it is now: who waits there, when it receives people; `None` when nobody says.
    fn place_now<'a>(&'a self, place: &'a str) -> Asked<'a, Option<PlaceNow>>;
    /// Ways to reach people that this portal has.
    fn ways(&self) -> Vec<Way>;
    /// The place on the waiting list that a link leads to.
    fn waited<'a>(&'a self, word: &'a str) -> Asked<'a, Result<Waited, Absence>>;
    /// Places on the waiting list that this visitor entered and still waits at, the latest first.
    fn waits(&self) -> Asked<'_, Result<Vec<HeldWait>, Unavailable>>;
    /// Weights of the files that hold a whole request.
    fn record_weights<'a>(
        &'a self,
        request: &'a Request,
        paper: &'a Paper,
    ) -> Asked<'a, RecordWeights>;
    /// What the holder of a request may be asked about it now; `None` once they answered, or when it is too early or too late.
    fn opinion_due<'a>(&'a self, request: &'a Request) -> Asked<'a, Option<Moment>>;
    /// The questionnaire about a request at one of its moments.
    fn asking<'a>(&'a self, request: &'a str, moment: Moment)
    -> Asked<'a, Result<Asking, Absence>>;
    /// What the link of a message asks, by its word.
    fn invited<'a>(&'a self, word: &'a str) -> Asked<'a, Result<Invited, Absence>>;
    /// An opinion that is being given, by the word of its address.
    fn opinion<'a>(&'a self, word: &'a str) -> Asked<'a, Result<Opinion, Absence>>;
    /// What is published about a subject, or about the whole authority.
    fn figures<'a>(
        &'a self,
        subject: Option<&'a Subject>,
    ) -> Asked<'a, Result<Arc<Figures>, Absence>>;
    /// What people wrote that is public about a subject or the whole authority, and what the authority did about it: the
    /// latest texts, or those `after` a place that an earlier page told.
    fn heard<'a>(
        &'a self,
        subject: Option<&'a Subject>,
        after: Option<&'a str>,
    ) -> Asked<'a, Result<Arc<Heard>, Absence>>;
    /// A search found nothing: its words are counted, without knowing whose they are.
    fn found_nothing(&self, query: &str);
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

/// How something of this visitor ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Its holder erased it.
    Erased,
    /// Its time ran out.
    Expired,
    /// An opinion: it was given already.
    Given,
    /// An opinion: it is too late to give one.
    TooLate,
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
    /// What an audit by people found; `None`: nobody made one.
    pub audit: Option<Audit>,
    /// Public address of the portal, without final slash.
    pub public_url: String,
}

/// What an audit by people found (RGAA), in the words of the authority (décret n° 2019-768, article 4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// Who made it.
    pub by: String,
    /// When.
    pub on: Date,
    /// The day of the statement.
    pub declared_on: Date,
    /// Percent of the applicable criteria that are met.
    pub percent: u16,
    /// Browsers and assistive technologies.
    pub tried_with: Vec<String>,
    /// What is not accessible.
    pub failures: Vec<String>,
    /// What would be too heavy a burden, and why.
    pub burdens: Vec<String>,
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
    /// What one can come for, in the order of the back office.
    pub appointment_types: Vec<Arc<AppointmentType>>,
    /// What people are asked afterwards, at most one questionnaire for each moment.
    pub questionnaires: Vec<Arc<Questionnaire>>,
    /// `Some` when the back office does not answer and this is the last good copy, of that moment.
    pub stale_since: Option<Timestamp>,
}

impl Catalogue {
    /// A procedure by its identifier.
    #[must_use]
    pub fn procedure(&self, id: &str) -> Option<&Arc<Procedure>> {
        self.procedures.iter().find(|procedure| procedure.id == id)
    }

    /// The procedure that is such a way to write to the authority.
    #[must_use]
    pub fn door(&self, door: Door) -> Option<&Arc<Procedure>> {
        self.procedures.iter().find(|it| it.door == Some(door))
    }

    /// An appointment type by its identifier.
    #[must_use]
    pub fn appointment_type(&self, id: &str) -> Option<&Arc<AppointmentType>> {
        self.appointment_types.iter().find(|kind| kind.id == id)
    }

    /// The questionnaire of a moment.
    #[must_use]
    pub fn questionnaire(&self, moment: Moment) -> Option<&Arc<Questionnaire>> {
        let mut all = self.questionnaires.iter();
        all.find(|questionnaire| questionnaire.moment == moment)
    }

    /// A place by its identifier.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }
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
    /// Residents may book a time, move it and cancel it.
    #[serde(default)]
    pub appointments: bool,
    /// Residents may wait for a time that suits.
    #[serde(default)]
    pub waiting_list: bool,
    /// Residents may say that they are at the place, and see when they are called.
    #[serde(default)]
    pub queue: bool,
    /// Residents may say that more or fewer people come to an appointment.
    #[serde(default)]
    pub change_visit: bool,
    /// Residents may say near which address they come from, and see how far each place is.
    #[serde(default)]
    pub addresses: bool,
    /// For how many minutes a time is held for someone who fills in the form, and as many more once, as far as it says.
    #[serde(default)]
    pub hold_minutes: Option<u16>,
    /// Delays of past requests, by procedure.
    pub delays: BTreeMap<String, Delays>,
}
