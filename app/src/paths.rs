//! Every address of the portal as a type. No other file writes a URL.

use std::fmt;

use domain::{
    locale::Locale,
    survey::{Moment, Subject},
};

/// A page of the portal, without its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Path {
    /// Home.
    Home,
    /// All procedures, and the search among them.
    Procedures,
    /// Procedures by theme and by life event.
    Themes,
    /// One procedure; a POST begins a draft.
    Procedure(String),
    /// One step of a draft.
    Step {
        /// Identifier of the draft.
        draft: String,
        /// Identifier of the step.
        step: String,
    },
    /// One item of a repeatable step.
    Item {
        /// Identifier of the draft.
        draft: String,
        /// Identifier of the step.
        step: String,
        /// The item.
        item: ItemPath,
    },
    /// A file attached to a draft, as a download.
    DraftFile {
        /// Identifier of the draft.
        draft: String,
        /// Identifier of the file.
        file: String,
    },
    /// Answers to check before sending; a POST sends.
    Review(String),
    /// Erasing a draft, with confirmation.
    Erase(String),
    /// The receipt of a request.
    Receipt(String),
    /// A request that one follows.
    Request(String),
    /// What the resident and the service wrote to each other about a request.
    Messages(String),
    /// How one is told of what happens to a request.
    Notices(String),
    /// Withdrawing a request, with confirmation.
    Withdraw(String),
    /// Beginning the correction of a request: takes a POST, shows nothing.
    Correct(String),
    /// Beginning the same procedure again with the same answers: takes a POST, shows nothing.
    Copy(String),
    /// Documents that the service asks for about a request.
    Documents(String),
    /// A document that the service delivered, as a download.
    Document {
        /// Identifier of the request.
        request: String,
        /// Identifier of the document.
        document: String,
    },
    /// Everything about a request on one page.
    Record(String),
    /// The same as a PDF, as a download.
    RecordPdf(String),
    /// The same for programs (JSON), as a download.
    RecordData(String),
    /// Asking for more time: takes a POST, shows nothing.
    Extension(String),
    /// Reminding the service of a request: takes a POST, shows nothing.
    Remind(String),
    /// News of a request for a page left open.
    Events(String),
    /// How long the access to a request still lasts; a POST prolongs it.
    Access(String),
    /// Opening a request with its code.
    Follow,
    /// Ending everything on this computer, with confirmation.
    Finish,
    /// Everything was ended on this computer.
    Finished,
    /// Handing over a request or a draft; a POST gives a code.
    HandOver(Carried),
    /// A code that hands over; a POST revokes it.
    HandOverCode {
        /// What it carries.
        carried: Carried,
        /// Identifier of the hand-over.
        code: String,
    },
    /// Going on elsewhere with a hand-over code.
    TakeUp,
    /// Leaving a draft that a code shares: takes a POST, shows nothing.
    Leave(String),
    /// What one can come for.
    Visits,
    /// What a visit is for: how many people, what would help. The identifier of an appointment type.
    Visit(String),
    /// Free times for a visit; a POST holds one. The identifier of an appointment type; the rest is in the query.
    Times(String),
    /// Free times for the visit of a draft whose time is no longer held or does not suit; a POST holds one.
    DraftTimes(String),
    /// Holding the time of a draft for longer: takes a POST, shows nothing.
    HoldLonger(String),
    /// Other times for the appointment of a request; a POST moves it.
    Move(String),
    /// For how many the appointment of a request is; a POST changes it.
    People(String),
    /// Times for another number of people, when there is not enough time at the present hour; a POST takes one.
    PeopleTimes(String),
    /// An appointment, by the word of a link in a message; a POST confirms it, cancels it, or says that
    /// one is there.
    Reminder(String),
    /// News of one's turn for that page, once one said that one is there.
    ReminderNews(String),
    /// Entering the waiting list for a visit. The identifier of an appointment type; the rest is in the query.
    Wait(String),
    /// A place on the waiting list, by the word of its link; a POST takes what is offered, lets it go or leaves.
    Waiting(String),
    /// One's turn at the place of an appointment, a page to leave open; a POST says that one is there.
    Turn(String),
    /// News of one's turn for that page.
    TurnNews(String),
    /// A place where people are received.
    Place(String),
    /// Saying that one will be late for the appointment of a request: takes a POST, shows nothing.
    Late(String),
    /// The appointment of a request as a calendar file (RFC 5545), as a download.
    Calendar(String),
    /// Saying how something about a request went; a POST says it.
    Opinion {
        /// Identifier of the request.
        request: String,
        /// Which moment of it.
        moment: Moment,
    },
    /// Saying how it went at a place, for whoever is there; a POST says it.
    OpinionOfPlace(String),
    /// How it went, by the link of a message.
    Invitation(String),
    /// A sheet to print that leads to the question about a place.
    Poster(String),
    /// Whether a page is clear.
    OpinionOfPage(String),
    /// Saying more, page after page.
    OpinionMore {
        /// The word of the address of the opinion.
        word: String,
        /// Identifier of the page.
        step: String,
    },
    /// An opinion was given.
    OpinionThanks,
    /// Published figures about a subject, or about the whole authority.
    Quality(Option<Subject>),
    /// The same as a table (CSV, RFC 4180), as a download.
    QualityTable(Option<Subject>),
    /// The same for programs (JSON), as a download.
    QualityData(Option<Subject>),
    /// Complaining about a request.
    Complain(String),
    /// A question, an opinion, a complaint: three ways to write.
    Write,
    /// Places where people are received, and help.
    Help,
    /// Accessibility statement.
    Accessibility,
    /// Personal data.
    Privacy,
    /// Legal notice.
    Legal,
    /// Site map.
    SiteMap,
}

/// What a hand-over code carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    /// A request: the identifier of its submission.
    Request(String),
    /// A draft.
    Draft(String),
}

impl Carried {
    fn in_language(&self, language: &str) -> String {
        match self {
            Self::Request(request) => format!("/{language}/demandes/{request}/transmettre"),
            Self::Draft(draft) => format!("/{language}/brouillons/{draft}/transmettre"),
        }
    }
}

/// Which item of a repeatable step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemPath {
    /// One that does not exist yet.
    New,
    /// An existing one.
    Existing(u32),
}

impl ItemPath {
    /// Reads the last segment of an item's address.
    #[must_use]
    pub fn parse(segment: &str) -> Option<Self> {
        if segment == "nouveau" {
            return Some(Self::New);
        }
        segment.parse().ok().map(Self::Existing)
    }
}

/// The heading of every page, as the end of an address.
pub const HEADING: &str = "#titre";

impl fmt::Display for ItemPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New => formatter.write_str("nouveau"),
            Self::Existing(id) => write!(formatter, "{id}"),
        }
    }
}

impl Path {
    /// The address in a language: `/fr/demarches/acte-de-naissance`.
    #[must_use]
    pub fn in_locale(&self, locale: Locale) -> String {
        let language = locale.segment();
        match self {
            Self::Home => format!("/{language}"),
            Self::Procedures => format!("/{language}/demarches"),
            Self::Themes => format!("/{language}/themes"),
            Self::Procedure(id) => format!("/{language}/demarches/{id}"),
            Self::Step { draft, step } => format!("/{language}/brouillons/{draft}/etapes/{step}"),
            Self::Item { draft, step, item } => {
                format!("/{language}/brouillons/{draft}/etapes/{step}/{item}")
            }
            Self::DraftFile { draft, file } => {
                format!("/{language}/brouillons/{draft}/fichiers/{file}")
            }
            Self::Review(draft) => format!("/{language}/brouillons/{draft}/verification"),
            Self::Erase(draft) => format!("/{language}/brouillons/{draft}/effacer"),
            Self::Receipt(request) => format!("/{language}/demandes/{request}/recepisse"),
            Self::Request(request) => format!("/{language}/demandes/{request}"),
            Self::Messages(request) => format!("/{language}/demandes/{request}/messages"),
            Self::Notices(request) => format!("/{language}/demandes/{request}/avis"),
            Self::Withdraw(request) => format!("/{language}/demandes/{request}/retrait"),
            Self::Correct(request) => format!("/{language}/demandes/{request}/correction"),
            Self::Copy(request) => format!("/{language}/demandes/{request}/copie"),
            Self::Documents(request) => format!("/{language}/demandes/{request}/documents"),
            Self::Document { request, document } => {
                format!("/{language}/demandes/{request}/documents/{document}")
            }
            Self::Record(request) => format!("/{language}/demandes/{request}/dossier"),
            Self::RecordPdf(request) => format!("/{language}/demandes/{request}/dossier.pdf"),
            Self::RecordData(request) => format!("/{language}/demandes/{request}/dossier.json"),
            Self::Extension(request) => format!("/{language}/demandes/{request}/delai"),
            Self::Remind(request) => format!("/{language}/demandes/{request}/relance"),
            Self::Events(request) => format!("/{language}/demandes/{request}/evenements"),
            Self::Access(request) => format!("/{language}/demandes/{request}/acces"),
            Self::Follow => format!("/{language}/suivi"),
            Self::Finish => format!("/{language}/terminer"),
            Self::Finished => format!("/{language}/termine"),
            Self::HandOver(carried) => carried.in_language(language),
            Self::HandOverCode { carried, code } => {
                format!("{}/{code}", carried.in_language(language))
            }
            Self::TakeUp => format!("/{language}/reprendre"),
            Self::Leave(draft) => format!("/{language}/brouillons/{draft}/fin"),
            Self::Visits => format!("/{language}/rendez-vous"),
            Self::Visit(kind) => format!("/{language}/rendez-vous/{kind}"),
            Self::Times(kind) => format!("/{language}/rendez-vous/{kind}/horaires"),
            Self::DraftTimes(draft) => format!("/{language}/brouillons/{draft}/horaires"),
            Self::HoldLonger(draft) => format!("/{language}/brouillons/{draft}/prolongation"),
            Self::Move(request) => format!("/{language}/demandes/{request}/horaires"),
            Self::People(request) => format!("/{language}/demandes/{request}/personnes"),
            Self::PeopleTimes(request) => {
                format!("/{language}/demandes/{request}/personnes/horaires")
            }
            Self::Reminder(word) => format!("/{language}/rappel/{word}"),
            Self::ReminderNews(word) => format!("/{language}/rappel/{word}/nouvelles"),
            Self::Wait(kind) => format!("/{language}/rendez-vous/{kind}/attente"),
            Self::Waiting(word) => format!("/{language}/attente/{word}"),
            Self::Turn(request) => format!("/{language}/demandes/{request}/tour"),
            Self::TurnNews(request) => format!("/{language}/demandes/{request}/tour/nouvelles"),
            Self::Place(place) => format!("/{language}/lieux/{place}"),
            Self::Late(request) => format!("/{language}/demandes/{request}/retard"),
            Self::Calendar(request) => format!("/{language}/demandes/{request}/rendez-vous.ics"),
            Self::Opinion { request, moment } => {
                let moment = moment_segment(*moment);
                format!("/{language}/demandes/{request}/votre-avis/{moment}")
            }
            Self::OpinionOfPlace(place) => format!("/{language}/lieux/{place}/votre-avis"),
            Self::Poster(place) => format!("/{language}/lieux/{place}/affiche"),
            Self::OpinionOfPage(page) => format!("/{language}/pages/{page}/votre-avis"),
            Self::Invitation(word) => format!("/{language}/votre-avis/{word}"),
            Self::OpinionMore { word, step } => format!("/{language}/votre-avis/{word}/{step}"),
            Self::OpinionThanks => format!("/{language}/votre-avis"),
            Self::Quality(subject) => quality(language, subject.as_ref()),
            Self::QualityTable(subject) => {
                format!("{}/donnees.csv", quality(language, subject.as_ref()))
            }
            Self::QualityData(subject) => {
                format!("{}/donnees.json", quality(language, subject.as_ref()))
            }
            Self::Complain(request) => format!("/{language}/demandes/{request}/reclamation"),
            Self::Write => format!("/{language}/nous-ecrire"),
            Self::Help => format!("/{language}/aide"),
            Self::Accessibility => format!("/{language}/accessibilite"),
            Self::Privacy => format!("/{language}/donnees-personnelles"),
            Self::Legal => format!("/{language}/mentions-legales"),
            Self::SiteMap => format!("/{language}/plan-du-site"),
        }
    }

    /// The address in the language of the request being answered.
    #[must_use]
    pub fn here(&self) -> String {
        self.in_locale(crate::l10n::locale())
    }

    /// The same, at its heading: the keyboard begins there even where no script moves the focus.
    #[must_use]
    pub fn at_heading(&self) -> String {
        format!("{}{HEADING}", self.here())
    }
}

/// A moment as a part of an address.
const fn moment_segment(moment: Moment) -> &'static str {
    match moment {
        Moment::Procedure => "demarche",
        Moment::Visit => "rendez-vous",
        Moment::Answer => "reponse",
        Moment::Page => "page",
        Moment::Place => "lieu",
    }
}

/// The moment of a part of an address.
#[must_use]
pub fn moment_of(segment: &str) -> Option<Moment> {
    let mut moments = Moment::ALL.into_iter();
    moments.find(|moment| moment_segment(*moment) == segment)
}

fn quality(language: &str, subject: Option<&Subject>) -> String {
    match subject {
        None => format!("/{language}/qualite"),
        Some(subject) => format!(
            "/{language}/qualite/{}/{}",
            subject_segment(subject),
            subject.id()
        ),
    }
}

const fn subject_segment(subject: &Subject) -> &'static str {
    match subject {
        Subject::Procedure(_) => "demarches",
        Subject::Place(_) => "lieux",
        Subject::Page(_) => "pages",
    }
}

/// The subject of two parts of an address; pages of the portal have no figures of their own there.
#[must_use]
pub fn subject_of(kind: &str, id: &str) -> Option<Subject> {
    match kind {
        "demarches" => Some(Subject::Procedure(id.to_owned())),
        "lieux" => Some(Subject::Place(id.to_owned())),
        _ => None,
    }
}

/// Route patterns, as axum writes them; the pages' own table (`routes.rs`) says the same to Leptos.
pub mod patterns {
    /// One procedure.
    pub const PROCEDURE: &str = "/{lang}/demarches/{procedure}";
    /// One step of a draft.
    pub const STEP: &str = "/{lang}/brouillons/{draft}/etapes/{step}";
    /// One item of a repeatable step.
    pub const ITEM: &str = "/{lang}/brouillons/{draft}/etapes/{step}/{item}";
    /// A file of a draft.
    pub const DRAFT_FILE: &str = "/{lang}/brouillons/{draft}/fichiers/{file}";
    /// Review and sending.
    pub const REVIEW: &str = "/{lang}/brouillons/{draft}/verification";
    /// Erasing a draft.
    pub const ERASE: &str = "/{lang}/brouillons/{draft}/effacer";
    /// Opening a request with its code.
    pub const FOLLOW: &str = "/{lang}/suivi";
    /// News of a request.
    pub const EVENTS: &str = "/{lang}/demandes/{request}/evenements";
    /// How long an access still lasts.
    pub const ACCESS: &str = "/{lang}/demandes/{request}/acces";
    /// Ending everything on this computer.
    pub const FINISH: &str = "/{lang}/terminer";
    /// Messages about a request; a POST writes one.
    pub const MESSAGES: &str = "/{lang}/demandes/{request}/messages";
    /// How one is told of what happens.
    pub const NOTICES: &str = "/{lang}/demandes/{request}/avis";
    /// Withdrawing a request.
    pub const WITHDRAW: &str = "/{lang}/demandes/{request}/retrait";
    /// Beginning a correction; POST only.
    pub const CORRECT: &str = "/{lang}/demandes/{request}/correction";
    /// Beginning again with the same answers; POST only.
    pub const COPY: &str = "/{lang}/demandes/{request}/copie";
    /// Complaining about a request; a POST begins the complaint.
    pub const COMPLAIN: &str = "/{lang}/demandes/{request}/reclamation";
    /// Documents asked for.
    pub const DOCUMENTS: &str = "/{lang}/demandes/{request}/documents";
    /// A document delivered.
    pub const DOCUMENT: &str = "/{lang}/demandes/{request}/documents/{document}";
    /// Everything about a request as a PDF.
    pub const RECORD_PDF: &str = "/{lang}/demandes/{request}/dossier.pdf";
    /// Everything about a request as JSON.
    pub const RECORD_DATA: &str = "/{lang}/demandes/{request}/dossier.json";
    /// Asking for more time; POST only.
    pub const EXTENSION: &str = "/{lang}/demandes/{request}/delai";
    /// Handing over a request; a POST gives a code.
    pub const HAND_OVER_REQUEST: &str = "/{lang}/demandes/{request}/transmettre";
    /// A code of a request; a POST revokes it.
    pub const CODE_OF_REQUEST: &str = "/{lang}/demandes/{request}/transmettre/{code}";
    /// Handing over a draft; a POST gives a code.
    pub const HAND_OVER_DRAFT: &str = "/{lang}/brouillons/{draft}/transmettre";
    /// A code of a draft; a POST revokes it.
    pub const CODE_OF_DRAFT: &str = "/{lang}/brouillons/{draft}/transmettre/{code}";
    /// Going on with a code.
    pub const TAKE_UP: &str = "/{lang}/reprendre";
    /// Leaving a shared draft; POST only.
    pub const LEAVE: &str = "/{lang}/brouillons/{draft}/fin";
    /// Free times for a visit; a POST holds one.
    pub const TIMES: &str = "/{lang}/rendez-vous/{kind}/horaires";
    /// Free times for the visit of a draft; a POST holds one.
    pub const DRAFT_TIMES: &str = "/{lang}/brouillons/{draft}/horaires";
    /// Holding the time of a draft for longer; POST only.
    pub const HOLD_LONGER: &str = "/{lang}/brouillons/{draft}/prolongation";
    /// Other times for an appointment; a POST moves it.
    pub const MOVE: &str = "/{lang}/demandes/{request}/horaires";
    /// For how many an appointment is; a POST changes it.
    pub const PEOPLE: &str = "/{lang}/demandes/{request}/personnes";
    /// Times for another number of people; a POST takes one.
    pub const PEOPLE_TIMES: &str = "/{lang}/demandes/{request}/personnes/horaires";
    /// An appointment by the word of a link; a POST answers it.
    pub const REMINDER: &str = "/{lang}/rappel/{word}";
    /// News of one's turn, by the same word.
    pub const REMINDER_NEWS: &str = "/{lang}/rappel/{word}/nouvelles";
    /// Entering the waiting list; a POST enters.
    pub const WAIT: &str = "/{lang}/rendez-vous/{kind}/attente";
    /// A place on the waiting list by the word of its link; a POST acts on it.
    pub const WAITING: &str = "/{lang}/attente/{word}";
    /// One's turn at the place; a POST says that one is there.
    pub const TURN: &str = "/{lang}/demandes/{request}/tour";
    /// News of it.
    pub const TURN_NEWS: &str = "/{lang}/demandes/{request}/tour/nouvelles";
    /// Saying that one will be late; POST only.
    pub const LATE: &str = "/{lang}/demandes/{request}/retard";
    /// The appointment as a calendar file.
    pub const CALENDAR: &str = "/{lang}/demandes/{request}/rendez-vous.ics";
    /// Saying how something about a request went; a POST says it.
    pub const OPINION: &str = "/{lang}/demandes/{request}/votre-avis/{moment}";
    /// Saying how it went at a place; a POST says it.
    pub const OPINION_OF_PLACE: &str = "/{lang}/lieux/{place}/votre-avis";
    /// Saying whether a page is clear; a POST says it.
    pub const OPINION_OF_PAGE: &str = "/{lang}/pages/{page}/votre-avis";
    /// How it went, by the link of a message; a POST says it, or asks to be reminded.
    pub const INVITATION: &str = "/{lang}/votre-avis/{word}";
    /// Saying more; a POST says it.
    pub const OPINION_MORE: &str = "/{lang}/votre-avis/{word}/{step}";
    /// Published figures of the whole authority as a table.
    pub const QUALITY_TABLE: &str = "/{lang}/qualite/donnees.csv";
    /// The same for programs.
    pub const QUALITY_DATA: &str = "/{lang}/qualite/donnees.json";
    /// Published figures of a subject as a table.
    pub const QUALITY_TABLE_OF: &str = "/{lang}/qualite/{about}/{id}/donnees.csv";
    /// The same for programs.
    pub const QUALITY_DATA_OF: &str = "/{lang}/qualite/{about}/{id}/donnees.json";
    /// Reminding the service; POST only.
    pub const REMIND: &str = "/{lang}/demandes/{request}/relance";
}

/// The same page in another language: replaces the first segment and keeps the rest.
#[must_use]
pub fn translated(path_and_query: &str, locale: Locale) -> String {
    let rest = path_and_query.trim_start_matches('/');
    let after_language = rest.find(['/', '?']).map_or("", |end| &rest[end..]);
    format!("/{}{after_language}", locale.segment())
}
