//! Opinions leave for the back office: the whole of each, as often as it takes.

use backoffice::api::{problem::ProblemCode, surveys::NewSurveyResponse};
use domain::survey::Way;

use super::{Worker, backoff};
use crate::{
    contract::{ContractError, Verdict},
    store::{
        StoreError, later,
        opinions::{self, Content},
        outbox::{self, Parcel, Topic},
    },
};

impl Worker {
    /// Delivers the opinions that are due.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn deliver_opinions(&self) -> Result<(), StoreError> {
        while !self.stop.is_cancelled() {
            let Some(parcel) = self.lease(Topic::Opinion).await? else {
                break;
            };
            self.deliver_opinion(&parcel).await?;
        }
        Ok(())
    }

    async fn deliver_opinion(&self, parcel: &Parcel) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        let opinion = opinions::find(&desk.database, &desk.vault, &parcel.subject).await?;
        // Delivered with a later page, and gone from here.
        let Some((opinion, content)) =
            opinion.and_then(|mut it| it.content.take().map(|content| (it, content)))
        else {
            return self.finish(parcel).await;
        };
        let new = response(content, opinion.revision, opinion.is_complete);
        match desk.backoffice.answer_survey(&opinion.id, &new).await {
            Ok(_) => self.opinion_arrived(parcel, opinion.revision).await,
            // What counts there counts once: more was said too late.
            Err(error) if error.says(ProblemCode::AlreadyAnswered) => {
                self.opinion_arrived(parcel, opinion.revision).await
            }
            Err(error) => self.opinion_failed(parcel, &error).await,
        }
    }

    async fn opinion_arrived(&self, parcel: &Parcel, revision: u32) -> Result<(), StoreError> {
        metrics::counter!("opinions", "outcome" => "delivered").increment(1);
        let (parcel, now) = (parcel.clone(), self.desk.now());
        let done = self.desk.0.database.write(move |tx| {
            Box::pin(async move {
                opinions::delivered(tx, &parcel.subject, revision, now).await?;
                outbox::done(tx, &parcel.id, now).await
            })
        });
        done.await
    }

    async fn opinion_failed(
        &self,
        parcel: &Parcel,
        error: &ContractError,
    ) -> Result<(), StoreError> {
        let Verdict::Later(doubt) = error.verdict() else {
            return self.stop_opinion(parcel, error.code()).await;
        };
        metrics::counter!("opinions", "outcome" => "later").increment(1);
        let wait = backoff::wait(parcel.attempts, self.desk.0.vault.randomness());
        let next = later(self.desk.now(), wait);
        let (id, code) = (parcel.id.clone(), error.code());
        let put_off = self.desk.0.database.write(move |tx| {
            Box::pin(async move { outbox::later(tx, &id, next, code, doubt).await })
        });
        put_off.await
    }

    /// The back office refuses it: an operator is told.
    async fn stop_opinion(&self, parcel: &Parcel, code: &'static str) -> Result<(), StoreError> {
        tracing::error!(code, "an opinion is refused by the back office");
        metrics::counter!("opinions", "outcome" => "refused").increment(1);
        let id = parcel.id.clone();
        let stopped = self
            .desk
            .0
            .database
            .write(move |tx| Box::pin(async move { outbox::stop(tx, &id, code).await }));
        stopped.await
    }
}

/// What the back office is told.
fn response(content: Content, revision: u32, complete: bool) -> NewSurveyResponse {
    NewSurveyResponse {
        questionnaire_id: content.questionnaire_id,
        version: content.version,
        subject: content.subject,
        way: Way::Online,
        language: content.language,
        answers: content.answers,
        revision,
        complete,
    }
}
