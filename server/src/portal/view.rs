//! The desk as the pages of one visitor see it: one [`View`] per web request.

use std::sync::Arc;

use app::{
    paper::Paper,
    ports::{
        Absence, Asked, Asking, Authority, Carried, Catalogue, Draft, DraftSummary, HandOver,
        Heard, HeldRequest, HeldWait, Invited, NoTimes, Office, Opinion, Portal, RecordWeights,
        Reminded, Request, Rules, Search, Times, Turn, Unavailable, Waited,
    },
};
use domain::{
    notice::Way,
    quality::Figures,
    queue::PlaceNow,
    survey::{Moment, Subject},
};
use jiff::{civil::Date, tz::TimeZone};

use super::{Desk, Visitor};

struct View {
    desk: Desk,
    visitor: Visitor,
    incident: String,
}

impl Desk {
    /// The port of the pages for one web request; `incident` is shown on error pages.
    #[must_use]
    pub fn view(&self, visitor: Visitor, incident: String) -> Arc<dyn Portal> {
        Arc::new(View {
            desk: self.clone(),
            visitor,
            incident,
        })
    }
}

impl Portal for View {
    fn authority(&self) -> Arc<Authority> {
        self.desk.0.authority.clone()
    }

    fn zone(&self) -> TimeZone {
        self.desk.0.zone.clone()
    }

    fn today(&self) -> Date {
        self.desk.today()
    }

    fn catalogue(&self) -> Result<Arc<Catalogue>, Unavailable> {
        self.desk.0.catalogue.load_full().ok_or(Unavailable)
    }

    fn drafts(&self) -> Asked<'_, Result<Vec<DraftSummary>, Unavailable>> {
        Box::pin(self.desk.drafts_of(&self.visitor))
    }

    fn draft<'a>(&'a self, id: &'a str) -> Asked<'a, Result<Draft, Absence>> {
        Box::pin(self.desk.draft_of(&self.visitor, id))
    }

    fn requests(&self) -> Asked<'_, Result<Vec<HeldRequest>, Unavailable>> {
        Box::pin(self.desk.requests_of(&self.visitor))
    }

    fn request<'a>(&'a self, id: &'a str) -> Asked<'a, Result<Request, Absence>> {
        Box::pin(self.desk.request_of(&self.visitor, id))
    }

    fn message_draft<'a>(&'a self, request: &'a str) -> Asked<'a, Result<Option<Draft>, Absence>> {
        Box::pin(self.desk.message_draft_of(&self.visitor, request))
    }

    fn documents_draft<'a>(
        &'a self,
        request: &'a str,
    ) -> Asked<'a, Result<Option<Draft>, Absence>> {
        Box::pin(self.desk.documents_draft_of(&self.visitor, request))
    }

    fn hand_overs<'a>(&'a self, carried: &'a Carried) -> Asked<'a, Result<Vec<HandOver>, Absence>> {
        Box::pin(self.desk.hand_overs_of(&self.visitor, carried))
    }

    fn form_key(&self) -> String {
        self.desk.0.vault.new_id()
    }

    fn office(&self) -> Arc<Office> {
        self.desk.office()
    }

    fn record_weights<'a>(
        &'a self,
        request: &'a Request,
        paper: &'a Paper,
    ) -> Asked<'a, RecordWeights> {
        Box::pin(self.desk.record_weights_of(request, paper))
    }

    fn times<'a>(&'a self, search: &'a Search) -> Asked<'a, Result<Times, NoTimes>> {
        Box::pin(self.desk.times_of(&self.visitor, search))
    }

    fn reminded<'a>(&'a self, word: &'a str) -> Asked<'a, Result<Reminded, Absence>> {
        Box::pin(self.desk.reminded_of(word))
    }

    fn turn<'a>(&'a self, request: &'a str) -> Asked<'a, Turn> {
        Box::pin(self.desk.turn_of(&self.visitor, request))
    }

    fn place_now<'a>(&'a self, place: &'a str) -> Asked<'a, Option<PlaceNow>> {
        Box::pin(self.desk.place_now_of(place))
    }

    fn opinion_due<'a>(&'a self, request: &'a Request) -> Asked<'a, Option<Moment>> {
        Box::pin(self.desk.opinion_due_of(request))
    }

    fn asking<'a>(
        &'a self,
        request: &'a str,
        moment: Moment,
    ) -> Asked<'a, Result<Asking, Absence>> {
        Box::pin(self.desk.asking_of(&self.visitor, request, moment))
    }

    fn invited<'a>(&'a self, word: &'a str) -> Asked<'a, Result<Invited, Absence>> {
        Box::pin(self.desk.invited_by(word))
    }

    fn opinion<'a>(&'a self, word: &'a str) -> Asked<'a, Result<Opinion, Absence>> {
        Box::pin(self.desk.opinion_of(word))
    }

    fn figures<'a>(
        &'a self,
        subject: Option<&'a Subject>,
    ) -> Asked<'a, Result<Arc<Figures>, Absence>> {
        Box::pin(self.desk.figures_of(subject))
    }

    fn heard<'a>(
        &'a self,
        subject: Option<&'a Subject>,
        after: Option<&'a str>,
    ) -> Asked<'a, Result<Arc<Heard>, Absence>> {
        Box::pin(self.desk.heard_of(subject, after))
    }

    fn found_nothing(&self, query: &str) {
        self.desk.note_nothing_found(query);
    }

    fn ways(&self) -> Vec<Way> {
        self.desk.ways()
    }

    fn waited<'a>(&'a self, word: &'a str) -> Asked<'a, Result<Waited, Absence>> {
        Box::pin(self.desk.waited_of(word))
    }

    fn waits(&self) -> Asked<'_, Result<Vec<HeldWait>, Unavailable>> {
        Box::pin(self.desk.waits_of(&self.visitor))
    }

    fn thread_shown<'a>(&'a self, request: &'a Request) -> Asked<'a, ()> {
        Box::pin(async move {
            // Whoever is here thanks to a code reads; what is new stays new for who it is written to.
            if request.guest.is_none() {
                self.desk.tell_read(&request.id, &request.messages).await;
            }
        })
    }

    fn incident(&self) -> String {
        self.incident.clone()
    }

    fn rules(&self) -> Rules {
        self.desk.0.rules
    }
}
