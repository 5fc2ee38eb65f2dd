//! The receipt by e-mail: that a request is recorded, how to follow it, whom to ask. Never an answer.

use app::{l10n, paths::Path, ports::Authority, t_in, words::visits::slot_words_in};
use domain::{booking::Slot, locale::Locale, place::Place, procedure::Procedure};
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
        told.extend(self.visit.as_ref().map(|told| told.words(locale)));
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

fn lines(lines: &[&str]) -> String {
    lines.join("\n")
}
