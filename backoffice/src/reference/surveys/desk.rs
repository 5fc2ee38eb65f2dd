//! The same acts as at the terminal, for the tools of agents.

use bytes::Bytes;
use domain::quality::PublishedOpinion;
use futures::{StreamExt, TryStreamExt, future::ready, stream};

use crate::{
    api::{
        back_office::{Novelty, Paging},
        opinion_desk::{OpinionDesk, Table},
        opinions::{NewPublication, Opinion, OpinionAct, OpinionFilter, Preview, Tag},
        page::Page,
        problem::{Answered, FieldProblem, Problem, ProblemCode},
    },
    csv,
    reference::{Reference, StaffError, faults::unavailable},
};

impl OpinionDesk for Reference {
    async fn opinions(&self, filter: OpinionFilter, paging: Paging) -> Answered<Page<Opinion>> {
        let staff = self.staff();
        staff.page_of_opinions(&filter, paging).await.map_err(told)
    }

    async fn opinion(&self, id: &str) -> Answered<Opinion> {
        self.staff().opinion(id).await.map_err(told)
    }

    async fn tag_opinion(&self, id: &str, agent: &str, tag: Tag, given: bool) -> Answered<()> {
        let (staff, tags) = (self.staff(), [tag]);
        let done = if given {
            staff.tag_opinion(id, agent, &tags).await
        } else {
            staff.untag_opinion(id, agent, &tags).await
        };
        done.map_err(told)
    }

    async fn preview_publication(&self, id: &str, new: NewPublication) -> Answered<Preview> {
        let staff = self.staff();
        staff.preview_publication(id, &new).await.map_err(told)
    }

    async fn publish_opinion(
        &self,
        id: &str,
        agent: &str,
        new: NewPublication,
        as_shown: &str,
    ) -> Answered<(PublishedOpinion, Novelty)> {
        let staff = self.staff();
        let published = staff.publish_opinion(id, agent, new, as_shown);
        published.await.map_err(told)
    }

    async fn withhold_opinion(&self, id: &str, agent: &str, reason: &str) -> Answered<()> {
        let staff = self.staff();
        staff
            .withhold_opinion(id, agent, reason)
            .await
            .map_err(told)
    }

    async fn take_back(&self, publication: &str, agent: &str, reason: &str) -> Answered<()> {
        let staff = self.staff();
        staff
            .take_back(publication, agent, reason)
            .await
            .map_err(told)
    }

    async fn export_opinions(&self, agent: &str) -> Answered<Table> {
        let export = self.staff().export_opinions(agent).await.map_err(told)?;
        let names = Bytes::from(csv::line(&export.columns()));
        let lines = stream::try_unfold(export, |mut export| async move {
            let lines = export.next().await?;
            let text: String = lines.iter().map(|cells| csv::line(cells)).collect();
            Ok((!lines.is_empty()).then(|| (Bytes::from(text), export)))
        });
        let lines = lines.map_err(told);
        Ok(stream::once(ready(Ok(names))).chain(lines).boxed())
    }

    async fn opinion_acts(&self, paging: Paging) -> Answered<Page<OpinionAct>> {
        let staff = self.staff();
        let acts = staff.opinion_acts_after(paging.cursor, paging.limit);
        acts.await.map_err(told)
    }
}

/// What agents' tools are told: none of it repeats what people wrote.
fn told(error: StaffError) -> Box<Problem> {
    let detail = error.to_string();
    let wrong = |pointer: &str, code: &str, detail: &str| {
        Problem::validation(vec![FieldProblem::new(pointer, code, detail)])
    };
    match error {
        StaffError::Unknown(_) => Problem::not_found(),
        StaffError::OpinionIs(_) | StaffError::TooOld => {
            Problem::new(ProblemCode::InvalidState).detail(detail)
        }
        StaffError::NothingWritten => wrong("#/field", "nothing_written", &detail),
        StaffError::SeveralTexts(keys) => {
            let detail = format!("several texts were written: {}", keys.join(", "));
            wrong("#/field", "required", &detail)
        }
        StaffError::NoReason => wrong("#/reason", "required", &detail),
        StaffError::TooLong { what, .. } => wrong(&format!("#/{what}"), "too_long", &detail),
        StaffError::NotAsShown => Problem::new(ProblemCode::NotAsShown),
        StaffError::Database(error) => error.into(),
        StaffError::Stored(problem) => problem,
        error => unavailable(&error),
    }
}
