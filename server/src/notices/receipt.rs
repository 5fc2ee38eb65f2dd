//! The receipt by e-mail: that a request is recorded, how to follow it, whom to ask. Never an answer.

use std::sync::Arc;

use app::{
    l10n,
    paths::Path,
    ports::Authority,
    t_in,
    words::visits::{how_in, slot_words_in},
};
use domain::{
    appointment::{AppointmentType, Mode, conditions, to_bring},
    booking::Slot,
    locale::Locale,
    place::Place,
    procedure::Procedure,
    text::Text,
};
use jiff::civil::DateTime;

use super::Letter;
use crate::pii::Pii;

/// What a receipt says.
pub struct Receipt<'a> {
    /// Where it goes.
    pub to: Pii<String>,
    /// Language that the request was sent in.
    pub locale: Locale,
    /// The procedure.
    pub procedure: &'a Procedure,
    /// When it was recorded, on the authority's clock.
    pub recorded_at: DateTime,
    /// The time of the visit that it is for.
    pub visit: Option<Told>,
    /// The tracking code.
    pub code: &'a str,
    /// Who signs.
    pub authority: &'a Authority,
}

/// The time of a visit, as a letter tells it.
pub struct Told {
    /// The time.
    pub slot: Slot,
    /// Where, when one goes somewhere.
    pub place: Option<Place>,
    /// What it is for, as far as the types are known.
    pub types: Vec<Arc<AppointmentType>>,
    /// Whether the service confirmed it.
    pub is_confirmed: bool,
}

impl Told {
    fn words(&self, locale: Locale) -> String {
        let mut when = slot_words_in(locale, &self.slot);
        if let Some(place) = &self.place {
            let place = place.name.in_locale(locale).words;
            when = t_in!(locale, "mail-receipt-visit-at", when = when, place = place);
        }
        if self.is_confirmed {
            t_in!(locale, "mail-receipt-visit", when = when)
        } else {
            t_in!(locale, "mail-receipt-visit-asked", when = when)
        }
    }

    /// Where it is, how to come, what to bring, what was accepted: all that one needs on the day, without going online.
    fn preparation(&self, locale: Locale) -> Vec<String> {
        let words = |text: &Text| text.in_locale(locale).words.to_owned();
        let mut told = Vec::new();
        if self.slot.mode != Mode::Onsite {
            told.push(how_in(locale, self.slot.mode));
        }
        if let Some(place) = &self.place {
            let name = words(&place.name);
            let address = place.address.join(", ");
            let where_ = t_in!(locale, "visit-mail-where", place = name, address = address);
            let ways = place.directions.iter().chain(&place.access).map(words);
            told.push(
                [where_]
                    .into_iter()
                    .chain(ways)
                    .collect::<Vec<_>>()
                    .join("\n"),
            );
        }
        let kinds = || self.types.iter().map(|kind| &**kind);
        let bring = to_bring(kinds()).into_iter().map(|thing| {
            let label = words(&thing.label);
            if thing.each {
                t_in!(locale, "visit-bring-each", thing = label)
            } else {
                label
            }
        });
        told.extend(items(&t_in!(locale, "visit-bring"), bring));
        let accepted = conditions(kinds()).into_iter().map(words);
        told.extend(items(&t_in!(locale, "appointment-conditions"), accepted));
        told.push(t_in!(locale, "mail-receipt-visit-more"));
        told
    }
}

impl Receipt<'_> {
    /// Writes the letter.
    #[must_use]
    pub fn letter(self) -> Letter {
        let locale = self.locale;
        let procedure = self.procedure.title.in_locale(locale).words.to_owned();
        let service = &self.procedure.service;
        let moment = l10n::moment(locale, self.recorded_at);
        let follow = format!(
            "{}{}",
            self.authority.public_url,
            Path::Follow.in_locale(locale)
        );
        let subject = t_in!(
            locale,
            "mail-receipt-subject",
            procedure = procedure.clone()
        );
        let mut told = vec![t_in!(
            locale,
            "mail-receipt-recorded",
            procedure = procedure,
            moment = moment
        )];
        if let Some(visit) = &self.visit {
            told.push(visit.words(locale));
            told.extend(visit.preparation(locale));
        }
        told.extend([
            lines(&[&t_in!(locale, "mail-receipt-code"), self.code]),
            lines(&[&t_in!(locale, "mail-receipt-keep"), &follow]),
            lines(&[
                &t_in!(locale, "mail-receipt-contact"),
                service.name.in_locale(locale).words,
                &t_in!(locale, "mail-receipt-phone", phone = service.phone.clone()),
                &t_in!(locale, "mail-receipt-email", email = service.email.clone()),
                service.hours.in_locale(locale).words,
            ]),
            t_in!(locale, "mail-receipt-not-you"),
        ]);
        Letter::signed(self.authority, locale, self.to, &subject, told)
    }
}

/// A title and what it names, one line each; nothing when there is nothing.
fn items(title: &str, items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<_> = items.map(|item| format!("- {item}")).collect();
    (!items.is_empty()).then(|| format!("{title}\n{}", items.join("\n")))
}

fn lines(lines: &[&str]) -> String {
    lines.join("\n")
}
