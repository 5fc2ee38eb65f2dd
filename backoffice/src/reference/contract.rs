//! The contract, operation by operation, on the reference back office.

use std::{collections::BTreeSet, sync::Arc};

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

use super::{
    Reference, agenda, catalogue_versions, corrections, delays, delivering, events,
    given_documents, messages, reading, requests, resident_messages, surveys, tracking, uploads,
    withdrawal,
};
use crate::api::{
    appointments::{Lateness, NewHold, NewTime, SlotPage, SlotQuery},
    back_office::{
        BackOffice, Call, DeliveredFile, IncomingFile, Novelty, Paging, ProcedureFilter, Reader,
        RequestFilter, Tagged, Written,
    },
    capabilities::{
        Capabilities, Concurrency, Events, Features, Idempotency, Limits, Mode, Surveys,
    },
    cursor::Cursor,
    events::EventPage,
    follow_up::{ExtensionDemand, GivenDocument, NewCorrection, NewMessage, ReadMark, Withdrawal},
    page::Page,
    problem::{Answered, Problem},
    requests::{NewRequest, Request, RequestSummary},
    surveys::{NewSurveyResponse, SurveyResponse},
    tracking::{TrackingGrant, TrackingQuery},
    uploads::Upload,
    waiting_list::DeclinedOffer,
};

/// Greatest number of files of one request; procedures allow fewer.
const MAX_UPLOADS: u32 = 20;

impl BackOffice for Reference {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            vendor: "Parvis".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            contract: "1.0".to_owned(),
            features: Features {
                procedures: Mode::Native,
                drafts: false,
                uploads: true,
                messages: true,
                withdrawal: true,
                corrections: true,
                documents: true,
                statistics: true,
                tracking_code: true,
                appointments: if self.takes_appointments() {
                    Mode::Native
                } else {
                    Mode::None
                },
                reschedule: self.takes_appointments(),
                change_visit: self.takes_appointments(),
                holds: self.takes_appointments(),
                waiting_list: self.keeps_a_waiting_list(),
                queue: self.takes_appointments(),
                addresses: !self.0.streets.is_empty(),
                surveys: if self.0.catalogue.questionnaires.is_empty() {
                    Surveys::None
                } else {
                    Surveys::Native
                },
                opinions: !self.0.catalogue.questionnaires.is_empty(),
                payments: false,
                mandates: false,
                idempotency: Idempotency::Strict,
                concurrency: Concurrency::Native,
                events: Events::Poll,
                submit_while_scanning: false,
            },
            limits: Limits {
                max_upload_bytes: self.0.max_upload_bytes,
                mime: uploads::MEDIA_TYPES.map(str::to_owned).to_vec(),
                max_uploads: MAX_UPLOADS,
                hold_minutes: self.takes_appointments().then_some(agenda::HOLD_MINUTES),
            },
        }
    }

    fn catalogue_version(&self) -> String {
        self.0.catalogue_version.clone()
    }

    async fn procedures(
        &self,
        filter: ProcedureFilter,
        paging: Paging,
    ) -> Answered<Page<Procedure>> {
        let changed: Option<BTreeSet<String>> = match filter.updated_since {
            Some(since) => Some(
                catalogue_versions::changed_since(&self.0, since)
                    .await?
                    .into_iter()
                    .collect(),
            ),
            None => None,
        };
        let start = usize::try_from(paging.cursor.map_or(0, |cursor| cursor.number)).unwrap_or(0);
        let limit = usize::from(paging.limit);
        let mut fitting = self.0.catalogue.procedures.iter().filter(|procedure| {
            changed
                .as_ref()
                .is_none_or(|changed| changed.contains(&procedure.id))
                && filter
                    .theme
                    .as_ref()
                    .is_none_or(|theme| listed_under(procedure, theme))
                && filter
                    .words
                    .as_ref()
                    .is_none_or(|words| says(procedure, words))
        });
        let items = fitting.by_ref().skip(start).take(limit);
        let items = items.map(|it| (**it).clone()).collect();
        let next_cursor = fitting.next().map(|_| {
            let number = i64::try_from(start + limit).unwrap_or(i64::MAX);
            Cursor {
                number,
                id: String::new(),
            }
            .encode()
        });
        Ok(Page { items, next_cursor })
    }

    async fn procedure(&self, id: &str) -> Answered<Procedure> {
        self.0
            .catalogue
            .procedure(id)
            .map(|it| (**it).clone())
            .ok_or_else(Problem::not_found)
    }

    async fn procedure_for_form(&self, id: &str, form_version: &str) -> Answered<Arc<Procedure>> {
        catalogue_versions::definition(&self.0, id, form_version).await
    }

    async fn procedure_of_request(&self, id: &str) -> Answered<Arc<Procedure>> {
        catalogue_versions::of_request(&self.0, id).await
    }

    async fn places(&self) -> Answered<Vec<Place>> {
        Ok(self.0.catalogue.places.clone())
    }

    async fn receive_upload(&self, call: Call, file: IncomingFile) -> Answered<Written<Upload>> {
        uploads::receive(&self.0, call, file).await
    }

    async fn upload(&self, id: &str) -> Answered<Tagged<Upload>> {
        uploads::read(&self.0, id).await
    }

    async fn delete_upload(&self, id: &str, if_match: &str) -> Answered<()> {
        uploads::delete(&self.0, id, if_match).await
    }

    async fn create_request(&self, call: Call, new: NewRequest) -> Answered<Written<Request>> {
        requests::create(&self.0, call, new, requests::Numbering::Ours).await
    }

    async fn requests(
        &self,
        filter: RequestFilter,
        paging: Paging,
    ) -> Answered<Page<RequestSummary>> {
        reading::list(&self.0, filter, paging).await
    }

    async fn request(&self, id: &str, reader: Reader) -> Answered<Tagged<Request>> {
        reading::request(&self.0, id, reader).await
    }

    async fn timeline(
        &self,
        id: &str,
        reader: Reader,
        paging: Paging,
    ) -> Answered<Page<TimelineEntry>> {
        reading::timeline(&self.0, id, reader, paging).await
    }

    async fn messages(&self, id: &str, reader: Reader, paging: Paging) -> Answered<Page<Message>> {
        messages::page(&self.0, id, reader, paging).await
    }

    async fn receive_message(
        &self,
        id: &str,
        reader: Reader,
        call: Call,
        new: NewMessage,
    ) -> Answered<Written<Message>> {
        resident_messages::receive(&self.0, id, reader, call, new).await
    }

    async fn mark_read(&self, id: &str, call: Call, mark: ReadMark) -> Answered<()> {
        resident_messages::mark_read(&self.0, id, call, mark).await
    }

    async fn withdraw(
        &self,
        id: &str,
        call: Call,
        if_match: Option<String>,
        withdrawal: Withdrawal,
    ) -> Answered<Written<Request>> {
        withdrawal::withdraw(&self.0, id, call, if_match, withdrawal).await
    }

    async fn correct(
        &self,
        id: &str,
        call: Call,
        correction: NewCorrection,
    ) -> Answered<Written<Correction>> {
        corrections::correct(&self.0, id, call, correction).await
    }

    async fn receive_document(
        &self,
        id: &str,
        call: Call,
        given: GivenDocument,
    ) -> Answered<Written<InfoRequest>> {
        given_documents::receive(&self.0, id, call, given).await
    }

    async fn extend(
        &self,
        id: &str,
        call: Call,
        demand: ExtensionDemand,
    ) -> Answered<Written<InfoRequest>> {
        given_documents::extend(&self.0, id, call, demand).await
    }

    async fn document(&self, id: &str, document: &str, reader: Reader) -> Answered<DeliveredFile> {
        delivering::read(&self.0, id, document, reader).await
    }

    async fn delays(&self, procedure: &str) -> Answered<Delays> {
        delays::of(&self.0, procedure).await
    }

    async fn appointment_types(&self) -> Answered<Vec<AppointmentType>> {
        Ok(agenda::types(&self.0.catalogue))
    }

    async fn slots(&self, query: SlotQuery) -> Answered<SlotPage> {
        agenda::slots(&self.0, query).await
    }

    async fn hold(&self, call: Call, new: NewHold) -> Answered<Written<Hold>> {
        agenda::hold(&self.0, call, new).await
    }

    async fn extend_hold(&self, id: &str) -> Answered<Hold> {
        agenda::extend(&self.0, id).await
    }

    async fn release_hold(&self, id: &str) -> Answered<()> {
        agenda::release(&self.0, id).await
    }

    async fn reschedule(
        &self,
        id: &str,
        call: Call,
        time: NewTime,
    ) -> Answered<Written<Appointment>> {
        agenda::reschedule(&self.0, id, call, time).await
    }

    async fn announce_lateness(
        &self,
        id: &str,
        call: Call,
        late: Lateness,
    ) -> Answered<Written<Appointment>> {
        agenda::say(&self.0, id, call, agenda::Said::Late(late)).await
    }

    async fn confirm_attendance(&self, id: &str, call: Call) -> Answered<Written<Appointment>> {
        agenda::say(&self.0, id, call, agenda::Said::Comes).await
    }

    async fn arrive(&self, id: &str, call: Call) -> Answered<Written<Queued>> {
        agenda::arrive(&self.0, id, call).await
    }

    async fn queue_of(&self, id: &str, reader: Reader) -> Answered<Queued> {
        agenda::queue_of(&self.0, id, reader).await
    }

    async fn waiting_at(&self, place: &str) -> Answered<PlaceNow> {
        agenda::waiting_at(&self.0, place).await
    }

    async fn addresses(&self, typed: &str, most: usize) -> Answered<Vec<FoundAddress>> {
        Ok(self.0.streets.find(typed, most))
    }

    async fn join_waiting_list(&self, call: Call, wish: Wish) -> Answered<Written<WaitingEntry>> {
        agenda::join(&self.0, call, wish).await
    }

    async fn waiting_entry(&self, id: &str) -> Answered<Tagged<WaitingEntry>> {
        agenda::read(&self.0, id).await
    }

    async fn decline_offer(
        &self,
        id: &str,
        call: Call,
        offer: DeclinedOffer,
    ) -> Answered<Written<WaitingEntry>> {
        agenda::decline(&self.0, id, call, offer.hold_id).await
    }

    async fn leave_waiting_list(&self, id: &str) -> Answered<()> {
        agenda::leave(&self.0, id).await
    }

    async fn questionnaires(&self) -> Answered<Vec<Questionnaire>> {
        let all = self.0.catalogue.questionnaires.iter();
        Ok(all.map(|it| Questionnaire::clone(it)).collect())
    }

    async fn questionnaire(&self, id: &str, version: &str) -> Answered<Arc<Questionnaire>> {
        catalogue_versions::questionnaire(&self.0, id, version).await
    }

    async fn answer_survey(
        &self,
        id: &str,
        new: NewSurveyResponse,
    ) -> Answered<(SurveyResponse, Novelty)> {
        surveys::answer(&self.0, id, new).await
    }

    async fn figures(&self, subject: Option<Subject>) -> Answered<Figures> {
        surveys::figures(&self.0, subject).await
    }

    async fn published_opinions(
        &self,
        subject: Option<Subject>,
        paging: Paging,
    ) -> Answered<Page<PublishedOpinion>> {
        surveys::published(&self.0, subject, paging).await
    }

    async fn improvements(&self, subject: Option<Subject>) -> Answered<Vec<Improvement>> {
        surveys::improvements(&self.0, subject)
    }

    async fn track(&self, query: TrackingQuery) -> Answered<TrackingGrant> {
        tracking::track(&self.0, query).await
    }

    async fn events(&self, paging: Paging) -> Answered<EventPage> {
        events::page(&self.0.database, paging).await
    }
}

impl Reference {
    /// Whether there is something to come for.
    fn takes_appointments(&self) -> bool {
        !self.0.catalogue.appointment_types.is_empty()
    }

    /// Whether there is something to wait for.
    fn keeps_a_waiting_list(&self) -> bool {
        let mut types = self.0.catalogue.appointment_types.iter();
        types.any(|kind| kind.waiting.is_some())
    }
}

fn listed_under(procedure: &Procedure, theme: &str) -> bool {
    procedure.themes.iter().any(|term| term.id == theme)
}

/// Whether every word is in the title, the summary or the keywords of some language.
fn says(procedure: &Procedure, words: &str) -> bool {
    let texts = [&procedure.title, &procedure.summary, &procedure.keywords];
    let said: Vec<String> = texts
        .iter()
        .flat_map(|text| text.0.values())
        .map(|text| text.to_lowercase())
        .collect();
    words
        .to_lowercase()
        .split_whitespace()
        .all(|word| said.iter().any(|text| text.contains(word)))
}
