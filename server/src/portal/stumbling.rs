//! Where people stumble, counted in memory and written by the worker: no request waits for it, and nobody is told apart.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use domain::{
    draft::DraftContent,
    journey::{Journey, StageState},
    procedure::Procedure,
    searched,
};
use jiff::{ToSpan, civil::Date};

use super::Desk;
use crate::store::{
    StoreError,
    drafts::{self, Purpose},
    irritants::{self, Irritant, Trouble},
};

/// Different things counted between two writes; what comes beyond is left out, whoever sends it.
const MOST: usize = 1_000;
/// Letters of a word worth counting.
const WORD: std::ops::RangeInclusive<usize> = 3..=30;
/// Words of one search worth counting.
const WORDS: usize = 8;

/// Counts that are not written yet.
#[derive(Default)]
pub(crate) struct Stumbles(Mutex<HashMap<Irritant, u64>>);

impl Stumbles {
    fn add(&self, irritant: Irritant) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() < MOST || counts.contains_key(&irritant) {
            *counts.entry(irritant).or_default() += 1;
        }
    }

    fn take(&self) -> HashMap<Irritant, u64> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The Monday of the week of a day.
pub(crate) fn week_of(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(since.days())
}

/// The Monday so many weeks before.
pub(crate) fn weeks_before(day: Date, weeks: i64) -> Date {
    week_of(day).saturating_sub(weeks.weeks())
}

impl Desk {
    /// Questions that were answered wrong.
    pub(super) fn note_wrong<'a>(
        &self,
        procedure: &Procedure,
        keys: impl Iterator<Item = &'a str>,
    ) {
        for key in keys {
            self.0.stumbles.add(Irritant {
                trouble: Trouble::Wrong,
                procedure: procedure.id.clone(),
                detail: key.to_owned(),
            });
        }
    }

    /// A search that found nothing: its words, each on its own, without numbers.
    pub(super) fn note_nothing_found(&self, query: &str) {
        let words = searched::words(query).into_iter();
        let plain = |word: &String| {
            WORD.contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
        };
        for detail in words.filter(plain).take(WORDS) {
            self.0.stumbles.add(Irritant {
                trouble: Trouble::NothingFound,
                procedure: String::new(),
                detail,
            });
        }
    }

    /// A draft that ends without having been sent: the first page that is not complete.
    ///
    /// # Errors
    /// The database or the cipher refuses.
    pub(crate) async fn note_abandoned(&self, draft: &str) -> Result<(), StoreError> {
        let Some(row) = drafts::find(&self.0.database, draft).await? else {
            return Ok(());
        };
        let is_begun = row.purpose == Purpose::Request && row.version > 0;
        let procedure = self.procedure(&row.procedure_id).filter(|_| is_begun);
        let Some(procedure) = procedure else {
            return Ok(());
        };
        let content = row.open(&self.0.vault)?;
        self.0.stumbles.add(Irritant {
            trouble: Trouble::Abandoned,
            procedure: procedure.id.clone(),
            detail: left_on(&procedure, &content.draft, self.day_of(&content)),
        });
        Ok(())
    }

    /// Writes what was counted; what cannot be written is counted again.
    ///
    /// # Errors
    /// The database refuses.
    pub(crate) async fn write_stumbles(&self) -> Result<(), StoreError> {
        let counts = self.0.stumbles.take();
        if counts.is_empty() {
            return Ok(());
        }
        let (week, kept) = (week_of(self.today()), counts.clone());
        let written = self.0.database.write(move |tx| {
            Box::pin(async move {
                for (irritant, count) in &counts {
                    irritants::add(tx, week, irritant, *count).await?;
                }
                Ok::<_, StoreError>(())
            })
        });
        let written = written.await;
        if written.is_err() {
            let mut waiting = self
                .0
                .stumbles
                .0
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            for (irritant, count) in kept {
                *waiting.entry(irritant).or_default() += count;
            }
        }
        written
    }
}

/// The page on which a draft was left; that of the review when everything was filled in.
fn left_on(procedure: &Procedure, draft: &DraftContent, today: Date) -> String {
    let journey = Journey::new(&procedure.steps, draft, today);
    let mut stages = journey.stages.iter();
    let open = stages.find(|stage| stage.state != StageState::Complete);
    open.map_or_else(|| REVIEW.to_owned(), |stage| stage.step.id.clone())
}

/// Everything was filled in, and nothing sent.
const REVIEW: &str = "verification";

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::week_of;

    #[test]
    fn a_week_is_named_by_its_monday() {
        for day in 23..=29 {
            assert_eq!(week_of(date(2026, 11, day)), date(2026, 11, 23));
        }
        assert_eq!(week_of(date(2026, 11, 30)), date(2026, 11, 30));
    }
}
