//! What a system must do to stand behind the contract: the reference back office and each connector
//! implement this, the router does the rest.

use std::{future::Future, sync::Arc};

use bytes::Bytes;
use domain::{
    appointment::AppointmentType,
    booking::{Appointment, Hold},
    correction::Correction,
    delays::Delays,
    info_request::InfoRequest,
    message::Message,
    place::Place,
    procedure::Procedure,
    quality::{Figures, Improvement, PublishedOpinion},
    queue::{PlaceNow, Queued},
    request::TimelineEntry,
    street::FoundAddress,
    survey::{Questionnaire, Subject},
    waiting::{WaitingEntry, Wish},
};
use jiff::Timestamp;

use super::{
    appointments::{Lateness, NewHold, NewTime, SlotPage, SlotQuery},
    capabilities::Capabilities,
    cursor::Cursor,
    events::EventPage,
    follow_up::{ExtensionDemand, GivenDocument, NewCorrection, NewMessage, ReadMark, Withdrawal},
    opinion_desk::OpinionDesk,
    page::Page,
    problem::{Answered, Problem},
    requests::{NewRequest, Request, RequestSummary},
    surveys::{NewSurveyResponse, SurveyResponse},
    tracking::{TrackingGrant, TrackingQuery},
    uploads::Upload,
    waiting_list::DeclinedOffer,
};

/// A system that receives requests. Every method may answer `not_supported`.
pub trait BackOffice: OpinionDesk {
    /// What it offers.
    fn capabilities(&self) -> Capabilities;

    /// A text that changes whenever anything in the catalogue does; cheap, called for each read of it.
    fn catalogue_version(&self) -> String;

    /// Procedures, in the order of their identifiers.
    fn procedures(
        &self,
        filter: ProcedureFilter,
        paging: Paging,
    ) -> impl Future<Output = Answered<Page<Procedure>>> + Send;

    /// One procedure as it is now.
    fn procedure(&self, id: &str) -> impl Future<Output = Answered<Procedure>> + Send;

    /// One procedure as it was for a version of its form; `form_version_outdated` when neither the
    /// present one nor the one before, `not_found` for an unknown procedure.
    fn procedure_for_form(
        &self,
        id: &str,
        form_version: &str,
    ) -> impl Future<Output = Answered<Arc<Procedure>>> + Send;

    /// The procedure as it was for the form of a request, however old: its answers are judged by it.
    fn procedure_of_request(
        &self,
        id: &str,
    ) -> impl Future<Output = Answered<Arc<Procedure>>> + Send;

    /// Places where people are received.
    fn places(&self) -> impl Future<Output = Answered<Vec<Place>>> + Send;

    /// Keeps a file, once.
    fn receive_upload(
        &self,
        call: Call,
        file: IncomingFile,
    ) -> impl Future<Output = Answered<Written<Upload>>> + Send;

    /// What is known of a file.
    fn upload(&self, id: &str) -> impl Future<Output = Answered<Tagged<Upload>>> + Send;

    /// Deletes a file that no request names; `if_match` is its ETag.
    fn delete_upload(&self, id: &str, if_match: &str) -> impl Future<Output = Answered<()>> + Send;

    /// Records a request, once. Its answers were checked against its form.
    fn create_request(
        &self,
        call: Call,
        new: NewRequest,
    ) -> impl Future<Output = Answered<Written<Request>>> + Send;

    /// Requests, last changed first.
    fn requests(
        &self,
        filter: RequestFilter,
        paging: Paging,
    ) -> impl Future<Output = Answered<Page<RequestSummary>>> + Send;

    /// One request; `not_found` when the reader may not see it.
    fn request(
        &self,
        id: &str,
        reader: Reader,
    ) -> impl Future<Output = Answered<Tagged<Request>>> + Send;

    /// What happened to a request and its owner may read, oldest first.
    fn timeline(
        &self,
        id: &str,
        reader: Reader,
        paging: Paging,
    ) -> impl Future<Output = Answered<Page<TimelineEntry>>> + Send;

    /// What the resident and the service wrote to each other, oldest first.
    fn messages(
        &self,
        id: &str,
        reader: Reader,
        paging: Paging,
    ) -> impl Future<Output = Answered<Page<Message>>> + Send;

    /// Keeps a message of the resident, once.
    fn receive_message(
        &self,
        id: &str,
        reader: Reader,
        call: Call,
        new: NewMessage,
    ) -> impl Future<Output = Answered<Written<Message>>> + Send;

    /// Notes that the resident read the messages of the service up to one. Again is the same.
    fn mark_read(
        &self,
        id: &str,
        call: Call,
        mark: ReadMark,
    ) -> impl Future<Output = Answered<()>> + Send;

    /// Ends the request as its resident wishes, once; `invalid_state` when it ended already, `stale_version`
    /// when `if_match` names another version than the present one.
    fn withdraw(
        &self,
        id: &str,
        call: Call,
        if_match: Option<String>,
        withdrawal: Withdrawal,
    ) -> impl Future<Output = Answered<Written<Request>>> + Send;

    /// Takes corrected answers, once. They were checked against the form of the request. `invalid_state` after a
    /// decision, `stale_version` when the answers were corrected meanwhile.
    fn correct(
        &self,
        id: &str,
        call: Call,
        correction: NewCorrection,
    ) -> impl Future<Output = Answered<Written<Correction>>> + Send;

    /// Takes a document that the service asked for, once; `invalid_state` when it no longer expects it.
    fn receive_document(
        &self,
        id: &str,
        call: Call,
        given: GivenDocument,
    ) -> impl Future<Output = Answered<Written<InfoRequest>>> + Send;

    /// Notes that the resident asks for more time, once.
    fn extend(
        &self,
        id: &str,
        call: Call,
        demand: ExtensionDemand,
    ) -> impl Future<Output = Answered<Written<InfoRequest>>> + Send;

    /// The content of a document that the service delivered.
    fn document(
        &self,
        id: &str,
        document: &str,
        reader: Reader,
    ) -> impl Future<Output = Answered<DeliveredFile>> + Send;

    /// How long the requests of a procedure that ended in the last twelve months took.
    fn delays(&self, procedure: &str) -> impl Future<Output = Answered<Delays>> + Send;

    /// What one can come for, in the order in which it is shown.
    fn appointment_types(&self) -> impl Future<Output = Answered<Vec<AppointmentType>>> + Send {
        async { Err(Problem::not_supported("appointments")) }
    }

    /// Free times; `validation_failed` for a visit that nobody can receive.
    fn slots(&self, _query: SlotQuery) -> impl Future<Output = Answered<SlotPage>> + Send {
        async { Err(Problem::not_supported("appointments")) }
    }

    /// Keeps a time for some minutes, once; `slot_unavailable` when someone else has it.
    fn hold(
        &self,
        _call: Call,
        _new: NewHold,
    ) -> impl Future<Output = Answered<Written<Hold>>> + Send {
        async { Err(Problem::not_supported("holds")) }
    }

    /// Keeps a time for longer, once; `not_found` once it ended.
    fn extend_hold(&self, _id: &str) -> impl Future<Output = Answered<Hold>> + Send {
        async { Err(Problem::not_supported("holds")) }
    }

    /// Gives a time back; nothing happens when it ended or became an appointment.
    fn release_hold(&self, _id: &str) -> impl Future<Output = Answered<()>> + Send {
        async { Err(Problem::not_supported("holds")) }
    }

    /// Moves the appointment of a request or changes how many it is for, once: both times change hands at one moment, or
    /// nothing changes. `slot_unavailable`, `too_late_to_change`, or `validation_failed` for a visit that nobody receives.
    fn reschedule(
        &self,
        _id: &str,
        _call: Call,
        _time: NewTime,
    ) -> impl Future<Output = Answered<Written<Appointment>>> + Send {
        async { Err(Problem::not_supported("reschedule")) }
    }

    /// Notes that the resident will be late, once.
    fn announce_lateness(
        &self,
        _id: &str,
        _call: Call,
        _late: Lateness,
    ) -> impl Future<Output = Answered<Written<Appointment>>> + Send {
        async { Err(Problem::not_supported("appointments")) }
    }

    /// Notes that the resident confirmed that they come, once.
    fn confirm_attendance(
        &self,
        _id: &str,
        _call: Call,
    ) -> impl Future<Output = Answered<Written<Appointment>>> + Send {
        async { Err(Problem::not_supported("appointments")) }
    }

    /// Notes that the resident is at the place of their appointment, once; said again, it is the same ticket.
    /// `too_early_to_arrive`, `too_late_to_change`, or `invalid_state`.
    fn arrive(
        &self,
        _id: &str,
        _call: Call,
    ) -> impl Future<Output = Answered<Written<Queued>>> + Send {
        async { Err(Problem::not_supported("queue")) }
    }

    /// Where someone stands who is at the place; `not_found` before they said so.
    fn queue_of(
        &self,
        _id: &str,
        _reader: Reader,
    ) -> impl Future<Output = Answered<Queued>> + Send {
        async { Err(Problem::not_supported("queue")) }
    }

    /// How many wait at a place, and for how long.
    fn waiting_at(&self, _place: &str) -> impl Future<Output = Answered<PlaceNow>> + Send {
        async { Err(Problem::not_supported("queue")) }
    }

    /// Addresses of the territory that answer what someone typed best, the most likely first, `most` of them at most; none
    /// when nothing does.
    fn addresses(
        &self,
        _typed: &str,
        _most: usize,
    ) -> impl Future<Output = Answered<Vec<FoundAddress>>> + Send {
        async { Err(Problem::not_supported("addresses")) }
    }

    /// Enters the waiting list, once. A time that suits and is free now is offered at once. `validation_failed` for a
    /// wish that can never be met.
    fn join_waiting_list(
        &self,
        _call: Call,
        _wish: Wish,
    ) -> impl Future<Output = Answered<Written<WaitingEntry>>> + Send {
        async { Err(Problem::not_supported("waiting_list")) }
    }

    /// Where an entry stands.
    fn waiting_entry(
        &self,
        _id: &str,
    ) -> impl Future<Output = Answered<Tagged<WaitingEntry>>> + Send {
        async { Err(Problem::not_supported("waiting_list")) }
    }

    /// Lets the present offer of an entry go, once; `invalid_state` when another one is meant.
    fn decline_offer(
        &self,
        _id: &str,
        _call: Call,
        _offer: DeclinedOffer,
    ) -> impl Future<Output = Answered<Written<WaitingEntry>>> + Send {
        async { Err(Problem::not_supported("waiting_list")) }
    }

    /// Leaves the list; nothing happens when the entry ended already.
    fn leave_waiting_list(&self, _id: &str) -> impl Future<Output = Answered<()>> + Send {
        async { Err(Problem::not_supported("waiting_list")) }
    }

    /// What is asked, and when; at most one questionnaire for each moment.
    fn questionnaires(&self) -> impl Future<Output = Answered<Vec<Questionnaire>>> + Send {
        async { Err(Problem::not_supported("surveys")) }
    }

    /// A questionnaire as it was for a version; `form_version_outdated` when it never was.
    fn questionnaire(
        &self,
        _id: &str,
        _version: &str,
    ) -> impl Future<Output = Answered<Arc<Questionnaire>>> + Send {
        async { Err(Problem::not_supported("surveys")) }
    }

    /// Keeps an answer, once for each identifier, however often it comes. Its answers were checked. Until it is complete or an
    /// hour old, a later revision replaces it; then it counts, and another one is `already_answered`.
    fn answer_survey(
        &self,
        _id: &str,
        _new: NewSurveyResponse,
    ) -> impl Future<Output = Answered<(SurveyResponse, Novelty)>> + Send {
        async { Err(Problem::not_supported("surveys")) }
    }

    /// What is published about a subject, or about the whole authority; `not_found` for an unknown subject.
    fn figures(&self, _subject: Option<Subject>) -> impl Future<Output = Answered<Figures>> + Send {
        async { Err(Problem::not_supported("surveys")) }
    }

    /// Texts that the authority publishes, about a subject or all of them: the latest month first, at random within it.
    /// `not_found` for an unknown subject.
    fn published_opinions(
        &self,
        _subject: Option<Subject>,
        _paging: Paging,
    ) -> impl Future<Output = Answered<Page<PublishedOpinion>>> + Send {
        async { Err(Problem::not_supported("surveys")) }
    }

    /// What changed because of what people said, about a subject or all of it, the latest first; `not_found` for an unknown
    /// subject.
    fn improvements(
        &self,
        _subject: Option<Subject>,
    ) -> impl Future<Output = Answered<Vec<Improvement>>> + Send {
        async { Err(Problem::not_supported("surveys")) }
    }

    /// Exchanges a code and a proof for a short access. A wrong code and a wrong proof give the same
    /// `not_found`, after the same work.
    fn track(&self, query: TrackingQuery) -> impl Future<Output = Answered<TrackingGrant>> + Send;

    /// Changes after a cursor, oldest first.
    fn events(&self, paging: Paging) -> impl Future<Output = Answered<EventPage>> + Send;
}

/// Who makes a call that must have its effect once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// `Idempotency-Key`, a UUID in lower case.
    pub key: String,
    /// Fingerprint of method, path, subject and body.
    pub fingerprint: String,
}

/// The answer to a call that has an effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// The resource.
    pub value: T,
    /// Its ETag, quotes included; for what has no address of its own, that of the request that holds it.
    pub etag: String,
    /// Whether the effect belongs to this call or to an earlier one.
    pub novelty: Novelty,
}

/// Whether an effect is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Novelty {
    /// This call had the effect.
    New,
    /// An earlier call had it; its answer is repeated.
    Replayed,
}

/// A resource and its version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tagged<T> {
    /// The resource.
    pub value: T,
    /// Its ETag, quotes included.
    pub etag: String,
}

/// On whose behalf a request is read.
#[derive(Clone, PartialEq, Eq)]
pub enum Reader {
    /// The portal itself, for delivery and reconciliation.
    Client,
    /// A resident who holds a token of `/v1/tracking`.
    Access(String),
}

/// Which part of a collection.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paging {
    /// Greatest number of items, 1 to 100.
    pub limit: u16,
    /// Where to go on.
    pub cursor: Option<Cursor>,
}

/// Which procedures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProcedureFilter {
    /// Words of the title, the summary or the keywords, in any language.
    pub words: Option<String>,
    /// Identifier of a theme.
    pub theme: Option<String>,
    /// Changed at or after.
    pub updated_since: Option<Timestamp>,
}

/// Which requests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestFilter {
    /// The one that was created under this key: asked before sending again after a doubtful answer.
    pub idempotency_key: Option<String>,
    /// Changed at or after.
    pub updated_since: Option<Timestamp>,
}

/// A file as it arrives; its digest was checked, its size is within the limit.
#[derive(Debug, Clone)]
pub struct IncomingFile {
    /// Name given by the person's device; may be empty.
    pub filename: String,
    /// Media type announced.
    pub announced: String,
    /// SHA-256 of the content.
    pub sha256: [u8; 32],
    /// The content.
    pub content: Bytes,
}

/// A document that the service delivers, with its content.
#[derive(Debug, Clone)]
pub struct DeliveredFile {
    /// Name to give it.
    pub filename: String,
    /// Media type found by content.
    pub media_type: String,
    /// SHA-256 of the content.
    pub sha256: [u8; 32],
    /// The content.
    pub content: Bytes,
}
