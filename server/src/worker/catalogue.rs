//! Refreshing the catalogue: asked for with its ETag, kept in memory for pages and in the tables for the
//! next start. When the back office does not answer, the last good copy stays, and says since when.

use std::sync::{Arc, atomic::Ordering};

use app::ports::Catalogue;
use domain::{
    appointment::AppointmentType, locale::Locale, place::Place, procedure::Procedure,
    survey::Questionnaire,
};
use jiff::Timestamp;
use serde::Serialize;

use super::Worker;
use crate::{
    contract::{ContractError, Fetched, both},
    store::{
        StoreError,
        copies::{self, Copy, Kind},
    },
};

/// ETags of the copies in memory; none until the first round, which therefore reads everything.
#[derive(Default)]
pub(super) struct Etags {
    procedures: Option<String>,
    places: Option<String>,
    appointment_types: Option<String>,
    questionnaires: Option<String>,
}

/// What was asked for.
struct Answers {
    procedures: Fetched<Procedure>,
    places: Fetched<Place>,
    appointment_types: Fetched<AppointmentType>,
    questionnaires: Fetched<Questionnaire>,
}

impl Worker {
    /// Asks for the catalogue once.
    ///
    /// # Errors
    /// The database refuses to keep the copy.
    pub async fn refresh_catalogue(&self) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        let mut etags = self.etags.lock().await;
        let fetched = self.fetch(&etags).await;
        let now = self.desk.now();
        let kept = match fetched {
            Ok(answers) => {
                desk.confirmed_at
                    .store(now.as_millisecond(), Ordering::Relaxed);
                self.take(&mut etags, answers, now).await
            }
            Err(error) => {
                tracing::warn!(
                    code = error.code(),
                    "the catalogue cannot be refreshed: the last copy is shown"
                );
                self.grow_old();
                Ok(())
            }
        };
        let age = now.as_millisecond() - desk.confirmed_at.load(Ordering::Relaxed);
        #[expect(
            clippy::cast_precision_loss,
            reason = "gauges are floating-point; ages stay far below 2⁵³"
        )]
        metrics::gauge!("catalogue_age_seconds").set((age / 1000) as f64);
        kept
    }

    async fn fetch(&self, etags: &Etags) -> Result<Answers, ContractError> {
        let client = &self.desk.0.backoffice;
        let lists = both(
            client.procedures(etags.procedures.as_deref()),
            client.places(etags.places.as_deref()),
        );
        let more = both(
            client.appointment_types(etags.appointment_types.as_deref()),
            client.questionnaires(etags.questionnaires.as_deref()),
        );
        let ((procedures, places), (appointment_types, questionnaires)) = both(lists, more).await?;
        Ok(Answers {
            procedures,
            places,
            appointment_types,
            questionnaires,
        })
    }

    async fn take(
        &self,
        etags: &mut Etags,
        answers: Answers,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let known = self.desk.0.catalogue.load_full();
        let mut catalogue = known.as_deref().cloned().unwrap_or_default();
        catalogue.stale_since = None;
        let mut copies = Vec::new();
        if let Fetched::New { mut items, etag } = answers.procedures {
            items.sort_by_cached_key(|procedure| {
                sorting_key(procedure.title.in_locale(Locale::French).words)
            });
            copies.push((Kind::Procedures, copy(&items, &etag, now)?));
            catalogue.procedures = items.into_iter().map(Arc::new).collect();
            etags.procedures = etag;
        }
        if let Fetched::New { items, etag } = answers.places {
            copies.push((Kind::Places, copy(&items, &etag, now)?));
            catalogue.places = items;
            etags.places = etag;
        }
        if let Fetched::New { items, etag } = answers.appointment_types {
            copies.push((Kind::AppointmentTypes, copy(&items, &etag, now)?));
            catalogue.appointment_types = items.into_iter().map(Arc::new).collect();
            etags.appointment_types = etag;
        }
        if let Fetched::New { items, etag } = answers.questionnaires {
            copies.push((Kind::Questionnaires, copy(&items, &etag, now)?));
            catalogue.questionnaires = items.into_iter().map(Arc::new).collect();
            etags.questionnaires = etag;
        }
        // Pages say what can be done as soon as they can be shown, or they would first say that nothing can.
        if known.is_none() {
            self.refresh_office_of(&catalogue.procedures).await?;
        }
        self.desk.0.catalogue.store(Some(Arc::new(catalogue)));
        self.desk
            .0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    for (kind, copy) in &copies {
                        copies::store(tx, *kind, copy).await?;
                    }
                    copies::confirm(tx, now).await
                })
            })
            .await
    }

    /// The copy in memory says since when it is the last one.
    fn grow_old(&self) {
        let desk = &*self.desk.0;
        if let Some(known) = desk
            .catalogue
            .load_full()
            .filter(|known| known.stale_since.is_none())
        {
            let since = Timestamp::from_millisecond(desk.confirmed_at.load(Ordering::Relaxed));
            let old = Catalogue {
                stale_since: since.ok(),
                ..(*known).clone()
            };
            desk.catalogue.store(Some(Arc::new(old)));
        }
    }
}

fn copy<T: Serialize>(
    items: &[T],
    etag: &Option<String>,
    now: Timestamp,
) -> Result<Copy, StoreError> {
    let body = serde_json::to_vec(items).map_err(|_| StoreError::Unreadable("copies.body"))?;
    Ok(Copy {
        etag: etag.clone(),
        body,
        fetched_at: now,
    })
}

/// A French title as it is sorted: without capitals and accents.
fn sorting_key(title: &str) -> String {
    let plain = |sign: char| match sign {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'œ' => 'o',
        '’' => '\'',
        other => other,
    };
    title.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::sorting_key;

    #[test]
    fn a_resident_finds_a_title_with_an_accent_in_its_alphabetical_place() {
        let mut titles = ["Zone bleue", "Élections", "acte de naissance", "Eau"];
        titles.sort_by_cached_key(|title| sorting_key(title));
        assert_eq!(
            titles,
            ["acte de naissance", "Eau", "Élections", "Zone bleue"]
        );
    }
}
