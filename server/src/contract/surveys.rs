//! How did it go: what is asked, what was answered, what is published.

use backoffice::api::{
    page::Page,
    surveys::{NewSurveyResponse, SurveyResponse},
};
use domain::{
    quality::{Figures, Improvement, PublishedOpinion},
    survey::{Questionnaire, Subject},
};

use serde::de::DeserializeOwned;

use super::{Client, ContractError, Fetched, Patience, address::Address, transport::Call};

impl Client {
    /// What is asked; nothing where the back office asks nothing.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn questionnaires(
        &self,
        etag: Option<&str>,
    ) -> Result<Fetched<Questionnaire>, ContractError> {
        self.collection_if_offered(&["questionnaires"], etag).await
    }

    /// Gives an answer; given again, it is the same.
    ///
    /// # Errors
    /// No usable answer, or the answer is refused.
    pub async fn answer_survey(
        &self,
        id: &str,
        new: &NewSurveyResponse,
    ) -> Result<SurveyResponse, ContractError> {
        let call = Call::put_json(Address::new(&["survey-responses", id])?, new)?;
        self.call(call, Patience::Worker).await?.json()
    }

    /// What is published about a subject, or about the whole authority.
    ///
    /// # Errors
    /// No usable answer, or no such subject.
    pub async fn figures(&self, subject: Option<&Subject>) -> Result<Figures, ContractError> {
        let address = Address::new(&["figures"])?
            .with("kind", subject.map(Subject::kind))
            .with("id", subject.map(Subject::id));
        let answer = self.call(Call::get(address), Patience::Visitor).await?;
        answer.json()
    }

    /// What changed because of what people said; nothing where the back office tells none.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn improvements(
        &self,
        subject: Option<&Subject>,
    ) -> Result<Vec<Improvement>, ContractError> {
        let page = self
            .if_offered("improvements", subject, (None, None))
            .await?;
        Ok(page.items)
    }

    /// Texts that the authority publishes, the latest ones or those after a cursor; nothing where the back office publishes none.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn published_opinions(
        &self,
        subject: Option<&Subject>,
        most: u16,
        after: Option<&str>,
    ) -> Result<Page<PublishedOpinion>, ContractError> {
        self.if_offered("published-opinions", subject, (Some(most), after))
            .await
    }

    async fn if_offered<T: DeserializeOwned>(
        &self,
        collection: &str,
        subject: Option<&Subject>,
        (most, after): (Option<u16>, Option<&str>),
    ) -> Result<Page<T>, ContractError> {
        let most = most.map(|most| most.to_string());
        let address = Address::new(&[collection])?
            .with("kind", subject.map(Subject::kind))
            .with("id", subject.map(Subject::id))
            .with("limit", most.as_deref())
            .with("cursor", after);
        match self.call(Call::get(address), Patience::Visitor).await {
            Ok(answer) => answer.json(),
            Err(error) if error.is_absent() => Ok(Page {
                items: Vec::new(),
                next_cursor: None,
            }),
            Err(error) => Err(error),
        }
    }
}
