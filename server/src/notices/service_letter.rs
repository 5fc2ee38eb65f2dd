//! Letters to the service: what people said in a week and where they stumble; what fell. In French, the language of the service.

use app::{l10n, paths::Path, ports::Authority, t_in};
use domain::{
    locale::Locale,
    quality::{Alert, Share},
    survey::Subject,
};
use jiff::civil::Date;

use super::letter::Letter;
use crate::pii::Pii;

const LANGUAGE: Locale = Locale::French;

/// What is told of one procedure or one place.
pub struct Score {
    /// Its name.
    pub name: String,
    /// Those who are satisfied.
    pub share: Share,
}

/// The letter of a week.
pub struct WeekLetter<'a> {
    /// Its Monday.
    pub week: Date,
    /// The whole authority; `None` while too few answered.
    pub whole: Option<Share>,
    /// Each procedure and place of which something is published.
    pub parts: Vec<Score>,
    /// Where people stumble: a heading, then what and how often.
    pub troubles: Vec<(String, Vec<(String, u64)>)>,
    /// Who signs.
    pub authority: &'a Authority,
}

impl WeekLetter<'_> {
    /// As an e-mail.
    #[must_use]
    pub fn letter(&self, to: Pii<String>) -> Letter {
        let mut told = vec![match self.whole {
            Some(share) => t_in!(
                LANGUAGE,
                "watch-whole",
                share = percent(share.percents()),
                low = percent(share.ends_in_percents().0),
                high = percent(share.ends_in_percents().1),
                count = share.of
            ),
            None => t_in!(LANGUAGE, "watch-whole-none"),
        }];
        if !self.parts.is_empty() {
            let lines = self.parts.iter().map(|part| {
                let share = percent(part.share.percents());
                let name = part.name.clone();
                let words = t_in!(
                    LANGUAGE,
                    "watch-part",
                    name = name,
                    share = share,
                    count = part.share.of
                );
                format!("- {words}")
            });
            let lines: Vec<_> = lines.collect();
            told.push(format!(
                "{}\n{}",
                t_in!(LANGUAGE, "watch-parts"),
                lines.join("\n")
            ));
        }
        for (heading, lines) in &self.troubles {
            let lines = lines.iter().map(|(what, times)| {
                let (what, times) = (what.clone(), *times);
                let words = t_in!(LANGUAGE, "watch-line", what = what, count = times);
                format!("- {words}")
            });
            let lines: Vec<_> = lines.collect();
            told.push(format!("{heading}\n{}", lines.join("\n")));
        }
        told.push(all_figures(self.authority, None));
        told.push(t_in!(LANGUAGE, "watch-why"));
        let day = l10n::date(LANGUAGE, self.week);
        let subject = t_in!(LANGUAGE, "watch-week-subject", day = day);
        Letter::signed(self.authority, LANGUAGE, to, &subject, told)
    }
}

/// The letter of an alert.
pub struct AlertLetter<'a> {
    /// Of what.
    pub subject: &'a Subject,
    /// Its name.
    pub name: String,
    /// What is told.
    pub alert: Alert,
    /// Who signs.
    pub authority: &'a Authority,
}

impl AlertLetter<'_> {
    /// As an e-mail.
    #[must_use]
    pub fn letter(&self, to: Pii<String>) -> Letter {
        let (share, name) = (self.alert.share, self.name.clone());
        let month = l10n::month_year(LANGUAGE, self.alert.month);
        let percents = percent(share.percents());
        let words = match self.alert.before {
            Some(before) => t_in!(
                LANGUAGE,
                "watch-fall",
                month = month,
                share = percents,
                count = share.of,
                before = percent(before.percents())
            ),
            None => t_in!(
                LANGUAGE,
                "watch-low",
                month = month,
                share = percents,
                count = share.of
            ),
        };
        let told = vec![
            words,
            all_figures(self.authority, Some(self.subject)),
            t_in!(LANGUAGE, "watch-why"),
        ];
        let subject = t_in!(LANGUAGE, "watch-alert-subject", name = name);
        Letter::signed(self.authority, LANGUAGE, to, &subject, told)
    }
}

fn percent(value: u16) -> String {
    t_in!(LANGUAGE, "quality-percent", value = value.to_string())
}

fn all_figures(authority: &Authority, subject: Option<&Subject>) -> String {
    let path = Path::Quality(subject.cloned()).in_locale(LANGUAGE);
    let link = format!("{}{path}", authority.public_url);
    format!("{}\n{link}", t_in!(LANGUAGE, "watch-all"))
}
