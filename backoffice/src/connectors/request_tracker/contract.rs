//! The contract, operation by operation, on Request Tracker and the record beside it. Whatever is read of a request
//! is brought up to date first: without RT there is no answer, and the portal says so.

use std::sync::Arc;

use domain::{
    correction::Correction,
    delays::Delays,
    info_request::InfoRequest,
    message::Message,
    place::Place,
    procedure::Procedure,
    quality::{Figures, Improvement, PublishedOpinion},
    request::{Status, TimelineEntry},
    survey::{Questionnaire, Subject},
};

use super::{RequestTracker, to_the_end};
use crate::api::{
    back_office::{
        BackOffice, Call, DeliveredFile, IncomingFile, Novelty, Paging, ProcedureFilter, Reader,
        RequestFilter, Tagged, Written,
    },
    capabilities::{Capabilities, Concurrency, Features},
    events::EventPage,
    follow_up::{ExtensionDemand, GivenDocument, NewCorrection, NewMessage, ReadMark, Withdrawal},
    page::Page,
    problem::{Answered, Problem},
    requests::{NewRequest, Request, RequestSummary},
    surveys::{NewSurveyResponse, SurveyResponse},
    tracking::{TrackingGrant, TrackingQuery},
    uploads::Upload,
};

impl BackOffice for RequestTracker {
    /// What the record can do, with what RT makes of it: a ticket has a version, but a request is more than its
    /// ticket, and the two are read one after the other.
    fn capabilities(&self) -> Capabilities {
        let record = self.0.reference.capabilities();
        Capabilities {
            vendor: "Parvis, Request Tracker".to_owned(),
            features: Features {
                concurrency: Concurrency::Derived,
                ..record.features
            },
            ..record
        }
    }

    fn catalogue_version(&self) -> String {
        self.0.reference.catalogue_version()
    }

    async fn procedures(
        &self,
        filter: ProcedureFilter,
        paging: Paging,
    ) -> Answered<Page<Procedure>> {
        self.0.reference.procedures(filter, paging).await
    }

    async fn procedure(&self, id: &str) -> Answered<Procedure> {
        self.0.reference.procedure(id).await
    }

    async fn procedure_for_form(&self, id: &str, form_version: &str) -> Answered<Arc<Procedure>> {
        self.0.reference.procedure_for_form(id, form_version).await
    }

    async fn procedure_of_request(&self, id: &str) -> Answered<Arc<Procedure>> {
        self.0.reference.procedure_of_request(id).await
    }

    async fn places(&self) -> Answered<Vec<Place>> {
        self.0.reference.places().await
    }

    async fn receive_upload(&self, call: Call, file: IncomingFile) -> Answered<Written<Upload>> {
        self.0.reference.receive_upload(call, file).await
    }

    async fn upload(&self, id: &str) -> Answered<Tagged<Upload>> {
        self.0.reference.upload(id).await
    }

    async fn delete_upload(&self, id: &str, if_match: &str) -> Answered<()> {
        self.0.reference.delete_upload(id, if_match).await
    }

    async fn create_request(&self, call: Call, new: NewRequest) -> Answered<Written<Request>> {
        let inner = Arc::clone(&self.0);
        to_the_end(async move { inner.create(call, new).await }).await
    }

    async fn requests(
        &self,
        filter: RequestFilter,
        paging: Paging,
    ) -> Answered<Page<RequestSummary>> {
        self.0.reference.requests(filter, paging).await
    }

    async fn request(&self, id: &str, reader: Reader) -> Answered<Tagged<Request>> {
        self.followed(id, &reader).await?;
        self.0.reference.request(id, reader).await
    }

    async fn timeline(
        &self,
        id: &str,
        reader: Reader,
        paging: Paging,
    ) -> Answered<Page<TimelineEntry>> {
        self.followed(id, &reader).await?;
        self.0.reference.timeline(id, reader, paging).await
    }

    async fn messages(&self, id: &str, reader: Reader, paging: Paging) -> Answered<Page<Message>> {
        self.followed(id, &reader).await?;
        self.0.reference.messages(id, reader, paging).await
    }

    async fn receive_message(
        &self,
        id: &str,
        reader: Reader,
        call: Call,
        new: NewMessage,
    ) -> Answered<Written<Message>> {
        let (inner, id) = (Arc::clone(&self.0), id.to_owned());
        to_the_end(async move { inner.message(&id, reader, call, new).await }).await
    }

    /// Agents of RT do not see who read what: the mark stays in the record.
    async fn mark_read(&self, id: &str, call: Call, mark: ReadMark) -> Answered<()> {
        self.0.reference.mark_read(id, call, mark).await
    }

    async fn withdraw(
        &self,
        id: &str,
        call: Call,
        if_match: Option<String>,
        withdrawal: Withdrawal,
    ) -> Answered<Written<Request>> {
        let (inner, id) = (Arc::clone(&self.0), id.to_owned());
        to_the_end(async move { inner.withdraw(&id, call, if_match, withdrawal).await }).await
    }

    async fn correct(
        &self,
        id: &str,
        call: Call,
        correction: NewCorrection,
    ) -> Answered<Written<Correction>> {
        let (inner, id) = (Arc::clone(&self.0), id.to_owned());
        to_the_end(async move { inner.correct(&id, call, correction).await }).await
    }

    /// Agents of RT ask in words, never for a document by its name: there is none to give. Files come with the
    /// answer in words.
    async fn receive_document(
        &self,
        id: &str,
        call: Call,
        given: GivenDocument,
    ) -> Answered<Written<InfoRequest>> {
        self.0.reference.receive_document(id, call, given).await
    }

    /// Agents of RT set no last day: there is nothing to put off.
    async fn extend(
        &self,
        id: &str,
        _call: Call,
        _demand: ExtensionDemand,
    ) -> Answered<Written<InfoRequest>> {
        let present = self.0.record.present(id).await?.value.summary.status;
        let allowed: Vec<Status> = Vec::new();
        Err(Problem::invalid_state(present, allowed).detail("no last day was set"))
    }

    async fn document(&self, id: &str, document: &str, reader: Reader) -> Answered<DeliveredFile> {
        self.0.reference.document(id, document, reader).await
    }

    async fn delays(&self, procedure: &str) -> Answered<Delays> {
        self.0.reference.delays(procedure).await
    }

    // RT knows no surveys: the record keeps them, and counts what agents of RT decide.

    async fn questionnaires(&self) -> Answered<Vec<Questionnaire>> {
        self.0.reference.questionnaires().await
    }

    async fn questionnaire(&self, id: &str, version: &str) -> Answered<Arc<Questionnaire>> {
        self.0.reference.questionnaire(id, version).await
    }

    async fn answer_survey(
        &self,
        id: &str,
        new: NewSurveyResponse,
    ) -> Answered<(SurveyResponse, Novelty)> {
        self.0.reference.answer_survey(id, new).await
    }

    async fn figures(&self, subject: Option<Subject>) -> Answered<Figures> {
        self.0.reference.figures(subject).await
    }

    async fn published_opinions(
        &self,
        subject: Option<Subject>,
        paging: Paging,
    ) -> Answered<Page<PublishedOpinion>> {
        self.0.reference.published_opinions(subject, paging).await
    }

    async fn improvements(&self, subject: Option<Subject>) -> Answered<Vec<Improvement>> {
        self.0.reference.improvements(subject).await
    }

    async fn track(&self, query: TrackingQuery) -> Answered<TrackingGrant> {
        self.0.reference.track(query).await
    }

    async fn events(&self, paging: Paging) -> Answered<EventPage> {
        self.0.reference.events(paging).await
    }
}

impl RequestTracker {
    /// Lets a reader in, then brings the request up to date.
    async fn followed(&self, id: &str, reader: &Reader) -> Answered<()> {
        self.0.record.admit(id, reader).await?;
        self.0.refresh(id).await
    }
}
