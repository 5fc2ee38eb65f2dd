//! A message about an appointment: when it is, and a link to confirm or cancel it. What it is for and who comes stay
//! in the portal.

use app::{l10n, paths::Path, ports::Authority, t_in, words::visits::slot_words_in};
use domain::{
    appointment::Mode,
    booking::Slot,
    locale::Locale,
    notice::{Topic, plain_sms},
    place::Place,
};

use super::letter::{Letter, help_and_why};
use crate::pii::Pii;

/// What a message about an appointment says.
pub struct VisitNotice<'a> {
    /// Language of its reader.
    pub locale: Locale,
    /// Whether it was booked or is near.
    pub topic: Topic,
    /// When it is.
    pub slot: &'a Slot,
    /// Where, when one goes somewhere.
    pub place: Option<&'a Place>,
    /// The word of its link.
    pub word: String,
    /// Who signs.
    pub authority: &'a Authority,
}

impl VisitNotice<'_> {
    /// As an e-mail.
    #[must_use]
    pub fn letter(&self, to: Pii<String>) -> Letter {
        let locale = self.locale;
        let when = slot_words_in(locale, self.slot);
        let subject = match self.topic {
            Topic::Booked => t_in!(locale, "visit-mail-booked-subject", when = when.clone()),
            _ => t_in!(locale, "visit-mail-subject", when = when.clone()),
        };
        let mut facts = vec![t_in!(locale, "visit-mail-when", when = when)];
        if let (Mode::Onsite, Some(place)) = (self.slot.mode, self.place) {
            let name = place.name.in_locale(locale).words.to_owned();
            let address = place.address.join(", ");
            facts.push(t_in!(
                locale,
                "visit-mail-where",
                place = name,
                address = address
            ));
        }
        let mut told = vec![
            facts.join("\n"),
            format!("{}\n{}", t_in!(locale, "visit-mail-answer"), self.link()),
            t_in!(locale, "reminder-kind"),
        ];
        told.extend(help_and_why(
            self.authority,
            locale,
            t_in!(locale, "notice-why"),
        ));
        Letter::signed(self.authority, locale, to, &subject, told)
    }

    /// As a text message.
    #[must_use]
    pub fn text(&self) -> String {
        let (locale, authority) = (self.locale, self.authority.name.clone());
        let start = self.slot.start.to_zoned(self.slot.time_zone());
        // Figures alone: the message is paid by its length.
        let day = format!("{:02}/{:02}", start.day(), start.month());
        let hour = l10n::hour(locale, start.time());
        let link = self.link();
        let text = match self.topic {
            Topic::Booked => t_in!(
                locale,
                "visit-sms-booked",
                authority = authority,
                day = day,
                hour = hour,
                link = link
            ),
            _ => t_in!(
                locale,
                "visit-sms",
                authority = authority,
                day = day,
                hour = hour,
                link = link
            ),
        };
        plain_sms(&l10n::plain(&text))
    }

    fn link(&self) -> String {
        let path = Path::Reminder(self.word.clone());
        format!(
            "{}{}",
            self.authority.public_url,
            path.in_locale(self.locale)
        )
    }
}

#[cfg(test)]
mod tests {
    use app::ports::Authority;
    use domain::{
        appointment::Mode, booking::Slot, locale::Locale, notice::Topic, place::Place, text::Text,
    };

    use super::{super::letter::longest, VisitNotice};
    use crate::pii::Pii;

    fn authority() -> Authority {
        Authority {
            name: "Ardane-les-Tilleuls".to_owned(),
            phone: "02 61 91 00 10".to_owned(),
            email: "mairie@ardane.example".to_owned(),
            public_url: "https://demarches.ardane.example".to_owned(),
            ..Authority::default()
        }
    }

    fn slot() -> Slot {
        Slot {
            id: "s1".to_owned(),
            start: "2026-12-09T08:15:00Z".parse().unwrap(),
            end: "2026-12-09T08:45:00Z".parse().unwrap(),
            zone: "Europe/Paris".to_owned(),
            location_id: "mairie".to_owned(),
            mode: Mode::Onsite,
            places_left: None,
        }
    }

    fn place() -> Place {
        let same = |words: &str| {
            let all = Locale::ALL.map(|locale| (locale, words.to_owned()));
            Text(all.into())
        };
        Place {
            id: "mairie".to_owned(),
            name: same("Mairie"),
            purpose: same("Papiers"),
            address: vec!["1 place des Tilleuls".to_owned(), "99000 Ardane".to_owned()],
            phone: String::new(),
            email: None,
            hours: Vec::new(),
            access: Vec::new(),
            offers: Vec::new(),
            zone: None,
            directions: None,
            position: None,
        }
    }

    fn notice<'a>(
        locale: Locale,
        topic: Topic,
        (slot, place, authority): (&'a Slot, &'a Place, &'a Authority),
    ) -> VisitNotice<'a> {
        VisitNotice {
            locale,
            topic,
            slot,
            place: Some(place),
            word: "abcdefghijklmnop".to_owned(),
            authority,
        }
    }

    #[test]
    fn a_text_message_holds_the_time_and_its_link_and_is_paid_once_in_latin() {
        let (slot, place, authority) = (slot(), place(), authority());
        for topic in [Topic::Reminder, Topic::Booked] {
            for locale in Locale::ALL {
                let text = notice(locale, topic, (&slot, &place, &authority)).text();
                let length = text.chars().count();
                let most = longest(&text);
                assert!(length <= most, "{length}: {text}");
                assert!(locale == Locale::Arabic || most == 160, "{text}");
                assert!(text.contains("09/12") && text.contains("15"), "{text}");
                assert!(text.contains("/rappel/abcdefghijklmnop"), "{text}");
            }
        }
    }

    #[test]
    fn a_letter_says_when_and_where_and_not_what_for() {
        let (slot, place, authority) = (slot(), place(), authority());
        let notice = notice(Locale::French, Topic::Reminder, (&slot, &place, &authority));
        let letter = notice.letter(Pii::new("rosalie@example.org".to_owned()));
        let when = "mercredi 9 décembre 2026 à 9";
        assert!(letter.subject.contains(when), "{}", letter.subject);
        assert!(letter.body.contains(when), "{}", letter.body);
        assert!(
            letter.body.contains("1 place des Tilleuls"),
            "{}",
            letter.body
        );
        assert!(!letter.body.contains("Papiers"), "{}", letter.body);
        assert!(letter.body.contains("/fr/rappel/abcdefghijklmnop"));
    }
}
