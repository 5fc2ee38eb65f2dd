//! What is published: read once a minute, and as it was last read when the back office does not answer.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use app::ports::{Absence, Heard};
use domain::{
    quality::{Figures, PublishedOpinion},
    survey::Subject,
};
use jiff::{SignedDuration, Timestamp};

use super::Desk;
use crate::contract::ContractError;

/// How long what was read is shown without asking again: figures change eleven answers at a time.
const YOUNG: SignedDuration = SignedDuration::from_mins(1);
/// Texts of people on a page, the latest.
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

    /// What people wrote that is public, and what the authority did about it; nothing when it was never read.
    pub(super) async fn heard_of(&self, subject: Option<&Subject>) -> Arc<Heard> {
        if self.has_quality(subject).is_err() {
            return Arc::default();
        }
        let reading = async {
            let improvements = self.0.backoffice.improvements(subject).await?;
            let texts = self.0.backoffice.published_opinions(subject, MOST_TEXTS);
            let texts = texts.await?;
            let (all, opinions) = (texts.items.len(), light(texts.items));
            Ok(Heard {
                improvements,
                has_more: texts.next_cursor.is_some() || opinions.len() < all,
                opinions,
            })
        };
        let copies = &self.0.published.heard;
        let heard = copies.read(subject, self.now(), reading).await;
        heard.unwrap_or_default()
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

/// The first texts that are light enough together, one at least.
fn light(texts: Vec<PublishedOpinion>) -> Vec<PublishedOpinion> {
    let mut signs = 0;
    let mut light = Vec::new();
    for text in texts {
        let reply = text.reply.iter().map(|reply| reply.text.chars().count());
        signs += text.text.chars().count() + reply.sum::<usize>();
        if signs > MOST_SIGNS && !light.is_empty() {
            break;
        }
        light.push(text);
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
        assert_eq!(light(vec![text(3_000), text(3_000), text(1)]).len(), 2);
        assert_eq!(light(vec![text(9_000), text(1)]).len(), 1);
        assert_eq!(light((0..20).map(|_| text(300)).collect()).len(), 20);
        assert!(light(Vec::new()).is_empty());
    }
}
