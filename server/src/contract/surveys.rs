//! How did it go: what is asked, what was answered, what is published.

use backoffice::api::surveys::{NewSurveyResponse, SurveyResponse};
use domain::{
    quality::Figures,
    survey::{Questionnaire, Subject},
};

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
}
