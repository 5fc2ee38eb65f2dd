//! Saying how something went: one page after the other, each kept at once and told to the back office when it answers.

mod invited;
mod keeping;
mod pages;

use std::{collections::BTreeMap, sync::Arc};

use app::{
    pages::opinions::page_names,
    ports::{Absence, Asking, Catalogue, Ending, Opinion, Request, due},
};
use domain::{
    answers::Answers,
    distress::Danger,
    locale::Locale,
    submitted::Submitted,
    survey::{Moment, Questionnaire, Subject},
    validation::Fault,
};

use self::pages::Page;
use super::{Desk, Visitor, change::log_store, reading::unavailable};
use crate::store::{
    Vault,
    opinions::{self, Content, PageMark, StoredOpinion},
};

/// What stops an opinion.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpinionError {
    /// Nothing to say anything about, or no such page.
    #[error("no such questionnaire")]
    Unknown,
    /// It was given, or it is too late.
    #[error("the questionnaire is over")]
    Ended(Ending),
    /// Wrong, field by field.
    #[error("something is wrong with what was typed")]
    Wrong(Vec<Fault>),
    /// What was typed seems to hold personal data, and its author did not say that it may stay.
    #[error("what was typed seems to hold personal data")]
    Personal,
    /// What was typed tells of distress or danger, and its author was not told yet who helps.
    #[error("what was typed tells of danger")]
    Danger(Vec<Danger>),
    /// More than a page may hold.
    #[error("more than a page may hold")]
    TooLarge,
    /// The database does not answer.
    #[error("the database does not answer")]
    Unavailable,
}

/// A page of an opinion as it was sent.
#[derive(Debug, Clone)]
pub struct Given {
    /// What was typed.
    pub typed: Submitted,
    /// Its author wants to keep what seems to be personal data.
    pub is_sure: bool,
    /// Its author was told who helps.
    pub knows_help: bool,
    /// Its author says no more after it.
    pub is_last: bool,
    /// The page was alive: it showed each question that an answer brought, at once.
    pub is_alive: bool,
}

/// A page of an opinion once kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Giving {
    /// The word of the address of the opinion.
    pub word: String,
    /// The page.
    pub step: String,
    /// Key of the first question that the answers brought and that the page did not show.
    pub new: Option<String>,
    /// The page after; `None` when that was the last one.
    pub next: Option<String>,
}

impl Giving {
    /// Nothing comes after.
    const fn done(word: String) -> Self {
        Self {
            word,
            step: String::new(),
            new: None,
            next: None,
        }
    }
}

impl From<Absence> for OpinionError {
    fn from(absence: Absence) -> Self {
        match absence {
            Absence::Unknown => Self::Unknown,
            Absence::Ended(ending) => Self::Ended(ending),
            Absence::Unavailable => Self::Unavailable,
        }
    }
}

impl Desk {
    /// What the holder of a request may be asked about it now.
    pub(super) async fn opinion_due_of(&self, request: &Request) -> Option<Moment> {
        if request.guest.is_some() {
            return None;
        }
        let catalogue = self.0.catalogue.load_full()?;
        for due in due(request) {
            let asked = catalogue.questionnaire(due.moment).is_some();
            if !asked || due.is_over(self.now()) {
                continue;
            }
            let id = opinions::id_of(&self.0.vault, &request.id, due.moment);
            match opinions::find(&self.0.database, &self.0.vault, &id).await {
                Ok(None) => return Some(due.moment),
                Ok(Some(opinion)) if opinion.is_open(self.now()) => return Some(due.moment),
                Ok(Some(_)) => {}
                Err(error) => log_store(&error),
            }
        }
        None
    }

    /// The questionnaire about a request at one of its moments.
    pub(super) async fn asking_of(
        &self,
        visitor: &Visitor,
        request: &str,
        moment: Moment,
    ) -> Result<Asking, Absence> {
        let request = self.request_of(visitor, request).await?;
        if request.guest.is_some() {
            return Err(Absence::Unknown);
        }
        let catalogue = self.0.catalogue.load_full().ok_or(Absence::Unavailable)?;
        let questionnaire = catalogue.questionnaire(moment).ok_or(Absence::Unknown)?;
        let mut due = due(&request).into_iter();
        let due = due.find(|due| due.moment == moment);
        let due = due.ok_or(Absence::Unknown)?;
        let id = opinions::id_of(&self.0.vault, &request.id, moment);
        let given = opinions::find(&self.0.database, &self.0.vault, &id).await;
        let given = given.map_err(unavailable)?;
        Ok(Asking {
            said: self.said(questionnaire, given, due.is_over(self.now()))?,
            questionnaire: Arc::clone(questionnaire),
            subject: due.subject,
        })
    }

    /// What was typed in the first page before, if more may be said.
    fn said(
        &self,
        questionnaire: &Questionnaire,
        given: Option<StoredOpinion>,
        is_over: bool,
    ) -> Result<Submitted, Absence> {
        let content = match given {
            Some(opinion) if !opinion.is_open(self.now()) => {
                return Err(Absence::Ended(Ending::Given));
            }
            None if is_over => return Err(Absence::Ended(Ending::TooLate)),
            given => given.and_then(|it| it.content),
        };
        // What was said of former questions does not answer these.
        let content = content.filter(|it| it.version == questionnaire.version);
        let first = questionnaire.steps.first();
        let said = content
            .zip(first)
            .and_then(|(mut it, first)| it.pages.remove(&first.id));
        Ok(said.unwrap_or_default())
    }

    /// An opinion that is being given.
    pub(super) async fn opinion_of(&self, word: &str) -> Result<Opinion, Absence> {
        let (_, content) = self.open_opinion(word).await?;
        let catalogue = self.0.catalogue.load_full().ok_or(Absence::Unavailable)?;
        // The questions changed meanwhile: what was said of the former ones counts.
        let over = Absence::Ended(Ending::Given);
        let questionnaire = asked(&catalogue, &content).ok_or(over)?;
        Ok(Opinion {
            questionnaire: Arc::clone(questionnaire),
            subject: content.subject,
            pages: content.pages,
        })
    }

    async fn open_opinion(&self, word: &str) -> Result<(StoredOpinion, Content), Absence> {
        let found = opinions::by_word(&self.0.database, &self.0.vault, word).await;
        let mut opinion = found.map_err(unavailable)?.ok_or(Absence::Unknown)?;
        let open = opinion.is_open(self.now());
        match opinion.content.take() {
            Some(content) if open => Ok((opinion, content)),
            _ => Err(Absence::Ended(Ending::Given)),
        }
    }

    /// The first page about a request. Again is the same, as long as more may be said.
    ///
    /// # Errors
    /// See [`OpinionError`].
    pub async fn say_of_request(
        &self,
        visitor: &Visitor,
        (request, moment): (&str, Moment),
        given: Given,
        language: Locale,
    ) -> Result<Giving, OpinionError> {
        let id = opinions::id_of(&self.0.vault, request, moment);
        let asking = match self.asking_of(visitor, request, moment).await {
            Ok(asking) => asking,
            Err(absence) => return self.given_again(&id, &given, absence).await,
        };
        self.begin_opinion(id, asking, given, language).await
    }

    /// The first page about a place or a page, under the key of its form: sent twice, it is one opinion.
    ///
    /// # Errors
    /// See [`OpinionError`].
    pub async fn say_of_form(
        &self,
        (moment, subject): (Moment, Subject),
        key: &str,
        given: Given,
        language: Locale,
    ) -> Result<Giving, OpinionError> {
        let catalogue = self.0.catalogue.load_full();
        let catalogue = catalogue.ok_or(OpinionError::Unavailable)?;
        let is_known = match &subject {
            Subject::Place(place) => catalogue.place(place).is_some(),
            Subject::Page(page) => page_names::is_known(page, &catalogue),
            Subject::Procedure(_) => false,
        };
        let questionnaire = catalogue.questionnaire(moment).filter(|_| is_known);
        let questionnaire = questionnaire.cloned().ok_or(OpinionError::Unknown)?;
        // A form without its key is one of its own.
        let key = Some(key).filter(|key| Vault::is_id(key));
        let key = key.map_or_else(|| self.0.vault.new_id(), str::to_owned);
        let id = opinions::id_of_form(&self.0.vault, &format!("{} {key}", subject.id()));
        let asking = Asking {
            questionnaire,
            subject,
            said: Submitted::default(),
        };
        self.begin_opinion(id, asking, given, language).await
    }

    async fn begin_opinion(
        &self,
        id: String,
        Asking {
            questionnaire,
            subject,
            ..
        }: Asking,
        given: Given,
        language: Locale,
    ) -> Result<Giving, OpinionError> {
        let step = questionnaire.steps.first().ok_or(OpinionError::Unknown)?;
        let content = Content {
            questionnaire_id: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
            subject,
            language,
            pages: BTreeMap::new(),
            answers: Answers::default(),
        };
        let page = Page::judge(&questionnaire, &content.pages, step, &given, self.today())?;
        let word = opinions::word(&self.0.vault, &id);
        let is_complete = page.next.is_none() && page.new.is_none();
        let end = (PageMark::of(&self.0.vault, &given.typed), is_complete);
        self.keep_page(id, content, (page.clone(), end), &questionnaire)
            .await?;
        Ok(page.giving(word))
    }

    /// A later page, by the word of the address.
    ///
    /// # Errors
    /// See [`OpinionError`].
    pub async fn say_more(
        &self,
        word: &str,
        step: &str,
        given: Given,
    ) -> Result<Giving, OpinionError> {
        let (opinion, content) = match self.open_opinion(word).await {
            Ok(open) => open,
            Err(absence) => {
                let found = opinions::by_word(&self.0.database, &self.0.vault, word).await;
                let id = found.map_err(unavailable)?.map(|it| it.id);
                return self
                    .given_again(&id.unwrap_or_default(), &given, absence)
                    .await;
            }
        };
        let catalogue = self.0.catalogue.load_full();
        let catalogue = catalogue.ok_or(OpinionError::Unavailable)?;
        let over = OpinionError::Ended(Ending::Given);
        let questionnaire = asked(&catalogue, &content).ok_or(over)?;
        let mut steps = questionnaire.steps.iter();
        let step = steps.find(|known| known.id == step);
        let step = step.ok_or(OpinionError::Unknown)?;
        let page = Page::judge(questionnaire, &content.pages, step, &given, self.today())?;
        let is_complete = given.is_last || (page.next.is_none() && page.new.is_none());
        let end = (PageMark::of(&self.0.vault, &given.typed), is_complete);
        self.keep_page(opinion.id, content, (page.clone(), end), questionnaire)
            .await?;
        let mut giving = page.giving(word.to_owned());
        if given.is_last {
            (giving.new, giving.next) = (None, None);
        }
        Ok(giving)
    }
}

/// The questionnaire that an opinion answers, while it is the present one.
fn asked<'a>(catalogue: &'a Catalogue, content: &Content) -> Option<&'a Arc<Questionnaire>> {
    let mut all = catalogue.questionnaires.iter();
    all.find(|it| it.id == content.questionnaire_id && it.version == content.version)
}
