//! What letters to the service say, from what is public and from counts.

use app::{l10n, ports::Catalogue, t_in};
use domain::{
    locale::Locale,
    quality::{Measure, alert},
    survey::Subject,
};
use jiff::civil::Date;

use super::{About, Worker};
use crate::{
    notices::{AlertLetter, Letter, Score, WeekLetter},
    pii::Pii,
    portal::weeks_before,
    store::{
        StoreError,
        irritants::{self, Irritant, Trouble},
    },
};

/// Lines about each trouble.
const MOST: usize = 5;

impl Worker {
    /// The letter, as figures are now; `None` when there is nothing to tell any more.
    pub(super) async fn service_letter(
        &self,
        about: &About,
        reader: usize,
    ) -> Result<Option<Letter>, StoreError> {
        let desk = &*self.desk.0;
        let (Some(to), Some(catalogue)) =
            (desk.watch.readers.get(reader), desk.catalogue.load_full())
        else {
            return Ok(None);
        };
        let to = Pii::new(to.clone());
        match about {
            About::Week(week) => Ok(Some(self.week(*week, &catalogue).await?.letter(to))),
            About::Alert(month, subject) => {
                let Ok(figures) = self.desk.figures_of(Some(subject)).await else {
                    return Ok(None);
                };
                let told = alert(&figures.trend(), desk.watch.thresholds);
                let told = told.filter(|alert| alert.month == *month);
                Ok(told.map(|alert| {
                    let letter = AlertLetter {
                        subject,
                        name: name(subject, &catalogue),
                        alert,
                        authority: &desk.authority,
                    };
                    letter.letter(to)
                }))
            }
        }
    }

    /// The letter of the week that ended with a Monday.
    async fn week(&self, week: Date, catalogue: &Catalogue) -> Result<WeekLetter<'_>, StoreError> {
        let desk = &*self.desk.0;
        let figures = self.desk.figures_of(None).await.ok();
        let whole = figures
            .as_ref()
            .and_then(|it| it.tally(Measure::Satisfaction).good());
        let parts = figures.iter().flat_map(|it| &it.parts);
        let parts = parts
            .filter_map(|part| {
                let (share, name) = (part.satisfaction().good()?, name(&part.subject, catalogue));
                (!name.is_empty()).then_some(Score { name, share })
            })
            .collect();
        let counted = irritants::since(&desk.database, weeks_before(week, 1)).await?;
        let troubles = Trouble::ALL.into_iter().filter_map(|trouble| {
            let of_it = counted.iter().filter(|(it, _)| it.trouble == trouble);
            let lines: Vec<_> = of_it
                .take(MOST)
                .map(|(irritant, times)| (what(irritant, catalogue), *times))
                .collect();
            (!lines.is_empty()).then(|| (heading(trouble), lines))
        });
        Ok(WeekLetter {
            week: weeks_before(week, 1),
            whole,
            parts,
            troubles: troubles.collect(),
            authority: &desk.authority,
        })
    }
}

fn words(text: &domain::text::Text) -> String {
    text.in_locale(Locale::French).words.to_owned()
}

fn name(subject: &Subject, catalogue: &Catalogue) -> String {
    let text = match subject {
        Subject::Procedure(id) => catalogue.procedure(id).map(|it| &it.title),
        Subject::Place(id) => catalogue.place(id).map(|it| &it.name),
        Subject::Page(_) => None,
    };
    text.map(words).unwrap_or_default()
}

fn heading(trouble: Trouble) -> String {
    match trouble {
        Trouble::Abandoned => t_in!(Locale::French, "watch-abandoned"),
        Trouble::Wrong => t_in!(Locale::French, "watch-wrong"),
        Trouble::NothingFound => t_in!(Locale::French, "watch-searched"),
    }
}

/// A page or a question in its own words, with its procedure; a word as it was searched for.
fn what(irritant: &Irritant, catalogue: &Catalogue) -> String {
    let detail = irritant.detail.clone();
    let Some(procedure) = catalogue.procedure(&irritant.procedure) else {
        return detail;
    };
    let part = match irritant.trouble {
        Trouble::Abandoned => {
            let mut steps = procedure.steps.iter();
            let step = steps.find(|step| step.id == detail);
            step.map_or_else(
                || t_in!(Locale::French, "review-heading"),
                |step| words(&step.title),
            )
        }
        _ => procedure
            .field(&detail)
            .map_or(detail, |field| words(&field.label)),
    };
    let part = l10n::plain(&part);
    format!("{} – {part}", words(&procedure.title))
}
