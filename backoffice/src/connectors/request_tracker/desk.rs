//! What people wrote stands in the record: RT knows nothing of it.

use domain::quality::PublishedOpinion;

use super::RequestTracker;
use crate::api::{
    back_office::{Novelty, Paging},
    opinion_desk::{OpinionDesk, Table},
    opinions::{NewPublication, Opinion, OpinionAct, OpinionFilter, Preview, Tag},
    page::Page,
    problem::Answered,
};

impl OpinionDesk for RequestTracker {
    async fn opinions(&self, filter: OpinionFilter, paging: Paging) -> Answered<Page<Opinion>> {
        self.0.reference.opinions(filter, paging).await
    }

    async fn opinion(&self, id: &str) -> Answered<Opinion> {
        self.0.reference.opinion(id).await
    }

    async fn tag_opinion(&self, id: &str, agent: &str, tag: Tag, given: bool) -> Answered<()> {
        self.0.reference.tag_opinion(id, agent, tag, given).await
    }

    async fn preview_publication(&self, id: &str, new: NewPublication) -> Answered<Preview> {
        self.0.reference.preview_publication(id, new).await
    }

    async fn publish_opinion(
        &self,
        id: &str,
        agent: &str,
        new: NewPublication,
        as_shown: &str,
    ) -> Answered<(PublishedOpinion, Novelty)> {
        let record = &self.0.reference;
        record.publish_opinion(id, agent, new, as_shown).await
    }

    async fn withhold_opinion(&self, id: &str, agent: &str, reason: &str) -> Answered<()> {
        self.0.reference.withhold_opinion(id, agent, reason).await
    }

    async fn take_back(&self, publication: &str, agent: &str, reason: &str) -> Answered<()> {
        self.0.reference.take_back(publication, agent, reason).await
    }

    async fn export_opinions(&self, agent: &str) -> Answered<Table> {
        self.0.reference.export_opinions(agent).await
    }

    async fn opinion_acts(&self, paging: Paging) -> Answered<Page<OpinionAct>> {
        self.0.reference.opinion_acts(paging).await
    }
}
