//! Published figures: read once a minute, and as they were last read when the back office does not answer.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use app::ports::Absence;
use domain::{quality::Figures, survey::Subject};
use jiff::{SignedDuration, Timestamp};

use super::Desk;

/// How long figures are shown without asking again: they change eleven answers at a time.
const YOUNG: SignedDuration = SignedDuration::from_mins(1);

/// Figures as last read, of the subjects that the back office knows.
#[derive(Default)]
pub(crate) struct Published(Mutex<HashMap<Option<Subject>, Read>>);

/// Figures, and when they were read.
type Read = (Timestamp, Arc<Figures>);

impl Published {
    fn find(&self, subject: Option<&Subject>) -> Option<Read> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&subject.cloned()).cloned()
    }

    fn keep(&self, subject: Option<&Subject>, at: Timestamp, figures: &Arc<Figures>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(subject.cloned(), (at, Arc::clone(figures)));
    }
}

impl Desk {
    /// What is published about a subject, or about the whole authority.
    pub(super) async fn figures_of(
        &self,
        subject: Option<&Subject>,
    ) -> Result<Arc<Figures>, Absence> {
        // Nobody makes the portal ask about what is not there.
        let catalogue = self.0.catalogue.load_full().ok_or(Absence::Unavailable)?;
        let exists = match subject {
            None => !catalogue.questionnaires.is_empty(),
            Some(Subject::Procedure(id)) => catalogue.procedure(id).is_some(),
            Some(Subject::Place(id)) => catalogue.place(id).is_some(),
            Some(Subject::Page(_)) => false,
        };
        if !exists {
            return Err(Absence::Unknown);
        }
        let now = self.now();
        let known = self.0.published.find(subject);
        if let Some((at, figures)) = &known
            && now.duration_since(*at) < YOUNG
        {
            return Ok(Arc::clone(figures));
        }
        match self.0.backoffice.figures(subject).await {
            Ok(figures) => {
                let figures = Arc::new(figures);
                self.0.published.keep(subject, now, &figures);
                Ok(figures)
            }
            Err(error) if error.is_absent() => Err(Absence::Unknown),
            Err(error) => {
                tracing::warn!(code = error.code(), "figures are not read anew");
                known
                    .map(|(_, figures)| figures)
                    .ok_or(Absence::Unavailable)
            }
        }
    }
}
