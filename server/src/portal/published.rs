//! What is published: read once a minute, and as it was last read when the back office does not answer.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use app::ports::{Absence, Heard};
use backoffice::api::problem::ProblemCode;
use domain::{
    quality::{Figures, PublishedOpinion},
    survey::Subject,
};
use jiff::{SignedDuration, Timestamp};

use super::Desk;
use crate::contract::ContractError;

/// How long what was read is shown without asking again: figures change eleven answers at a time.
const YOUNG: SignedDuration = SignedDuration::from_mins(1);
/// Texts of people on a page.
const MOST_TEXTS: u16 = 20;
/// Signs of all of them and of their replies: the page stays light however much people write.
const MOST_SIGNS: usize = 6_000;

/// What was last read, of the subjects that the back office knows.
#[derive(Default)]
pub(crate) struct Published {
    figures: Copies<Figures>,
    heard: Copies<Heard>,
}

/// Something, and when it was read.
type Read<T> = (Timestamp, Arc<T>);

/// Something about each subject.
struct Copies<T>(Mutex<HashMap<Option<Subject>, Read<T>>>);

impl<T> Default for Copies<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Copies<T> {
    fn find(&self, subject: Option<&Subject>) -> Option<Read<T>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&subject.cloned()).cloned()
    }

    fn keep(&self, subject: Option<&Subject>, at: Timestamp, read: &Arc<T>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(subject.cloned(), (at, Arc::clone(read)));
    }

    /// The copy while it is young, otherwise what is read now, otherwise the copy again.
    async fn read(
        &self,
        subject: Option<&Subject>,
        now: Timestamp,
        reading: impl Future<Output = Result<T, ContractError>>,
    ) -> Result<Arc<T>, Absence> {
        let known = self.find(subject);
        if let Some((at, copy)) = &known
            && now.duration_since(*at) < YOUNG
        {
            return Ok(Arc::clone(copy));
        }
        match reading.await {
            Ok(read) => {
                let read = Arc::new(read);
                self.keep(subject, now, &read);
                Ok(read)
            }
            Err(error) if error.is_absent() => Err(Absence::Unknown),
            Err(error) => {
                tracing::warn!(code = error.code(), "what is published is not read anew");
                let copy = known.map(|(_, copy)| copy);
                copy.ok_or(Absence::Unavailable)
            }
        }
    }
}

impl Desk {
    /// What is published about a subject, or about the whole authority.
    pub(crate) async fn figures_of(
        &self,
        subject: Option<&Subject>,
    ) -> Result<Arc<Figures>, Absence> {
        self.has_quality(subject)?;
        let reading = self.0.backoffice.figures(subject);
        let copies = &self.0.published.figures;
        copies.read(subject, self.now(), reading).await
    }

    /// What people wrote that is public, and what the authority did about it; nothing of the latest when it was never read.
    pub(super) async fn heard_of(
        &self,
        subject: Option<&Subject>,
        after: Option<&str>,
    ) -> Result<Arc<Heard>, Absence> {
        self.has_quality(subject)?;
        let reading = self.read_heard(subject, after);
        if after.is_none() {
            let copies = &self.0.published.heard;
            let heard = copies.read(subject, self.now(), reading).await;
            return Ok(heard.unwrap_or_default());
        }
        // Few read on: no copy is kept of older texts.
        match reading.await {
            Ok(heard) => Ok(Arc::new(heard)),
            Err(error) if error.says(ProblemCode::InvalidCursor) => Err(Absence::Unknown),
            Err(error) => {
                tracing::warn!(code = error.code(), "older texts are not read");
                Err(Absence::Unavailable)
            }
        }
    }

    async fn read_heard(
        &self,
        subject: Option<&Subject>,
        after: Option<&str>,
    ) -> Result<Heard, ContractError> {
        let office = &self.0.backoffice;
        let improvements = office.improvements(subject).await?;
        let page = office.published_opinions(subject, MOST_TEXTS, after);
        let mut page = page.await?;
        let light = light(&page.items);
        if usize::from(light) < page.items.len() {
            // Read again, so that the next page begins where this one ends.
            page = office.published_opinions(subject, light, after).await?;
        }
        Ok(Heard {
            improvements,
            opinions: page.items,
            older: page.next_cursor,
        })
    }

    /// Nobody makes the portal ask about what is not there.
    fn has_quality(&self, subject: Option<&Subject>) -> Result<(), Absence> {
        let catalogue = self.0.catalogue.load_full().ok_or(Absence::Unavailable)?;
        let exists = match subject {
            None => !catalogue.questionnaires.is_empty(),
            Some(Subject::Procedure(id)) => catalogue.procedure(id).is_some(),
            Some(Subject::Place(id)) => catalogue.place(id).is_some(),
            Some(Subject::Page(_)) => false,
        };
        if exists {
            Ok(())
        } else {
            Err(Absence::Unknown)
        }
    }
}

/// How many of the first texts are light enough together, one at least.
fn light(texts: &[PublishedOpinion]) -> u16 {
    let (mut signs, mut light) = (0, 0);
    for text in texts {
        let reply = text.reply.iter().map(|reply| reply.text.chars().count());
        signs += text.text.chars().count() + reply.sum::<usize>();
        if signs > MOST_SIGNS && light > 0 {
            break;
        }
        light += 1;
    }
    light
}

#[cfg(test)]
mod tests {
    use domain::locale::Locale;
    use jiff::civil::date;

    use super::*;

    fn text(signs: usize) -> PublishedOpinion {
        PublishedOpinion {
            id: String::new(),
            subject: Subject::Place("hall".to_owned()),
            month: date(2026, 11, 1),
            text: "é".repeat(signs),
            language: Locale::French,
            reply: None,
        }
    }

    #[test]
    fn a_page_holds_the_latest_texts_that_are_light_together_and_one_at_least() {
        assert_eq!(light(&[text(3_000), text(3_000), text(1)]), 2);
        assert_eq!(light(&[text(9_000), text(1)]), 1);
        assert_eq!(light(&vec![text(300); 20]), 20);
        assert_eq!(light(&[]), 0);
    }
}
