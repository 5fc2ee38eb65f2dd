//! A notice, by e-mail or as a text message: that something happened, and where to read it. Never what, never who:
//! a phone that lies on a table tells nothing.

use app::{l10n, paths::Path, ports::Authority, t_in};
use domain::{
    locale::Locale,
    notice::{Topic, plain_sms},
};
use jiff::civil::Date;

use super::{
    invitation_letter::invitation,
    letter::{Letter, help_and_why},
};
use crate::pii::Pii;

/// What a notice says.
pub struct Notice<'a> {
    /// Language of its reader.
    pub locale: Locale,
    /// What happened, the most important first.
    pub topics: &'a [Topic],
    /// Day on which the request was sent: tells two of one's own requests apart, and nothing to others.
    pub sent_on: Date,
    /// The word of the link that asks how it went.
    pub invitation: Option<String>,
    /// Who signs.
    pub authority: &'a Authority,
}

impl Notice<'_> {
    /// As an e-mail.
    #[must_use]
    pub fn letter(&self, to: Pii<String>) -> Letter {
        let locale = self.locale;
        let day = l10n::date(locale, self.sent_on);
        let subject = if self.waits() {
            t_in!(locale, "notice-subject-action")
        } else {
            t_in!(locale, "notice-subject-news")
        };
        let happened = self.topics.iter().map(|topic| self.words(*topic));
        let happened: Vec<String> = happened.map(|words| format!("- {words}")).collect();
        let mut told = vec![
            format!(
                "{}\n{}",
                t_in!(locale, "notice-happened", day = day),
                happened.join("\n")
            ),
            format!("{}\n{}", t_in!(locale, "notice-open"), self.link()),
        ];
        told.extend(self.invitation.as_ref().map(|word| {
            let link = invitation(self.authority, locale, word);
            format!("{}\n{link}", t_in!(locale, "opinion-mail-ask"))
        }));
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
        let link = self.link();
        let text = if self.waits() {
            t_in!(
                locale,
                "notice-sms-action",
                authority = authority,
                link = link
            )
        } else {
            t_in!(
                locale,
                "notice-sms-news",
                authority = authority,
                link = link
            )
        };
        plain_sms(&l10n::plain(&text))
    }

    fn waits(&self) -> bool {
        self.topics.contains(&Topic::Action)
    }

    fn words(&self, topic: Topic) -> String {
        let locale = self.locale;
        match topic {
            Topic::Action => t_in!(locale, "notice-topic-action"),
            // The first two have messages of their own.
            Topic::Reminder | Topic::Booked | Topic::Appointment => {
                t_in!(locale, "notice-topic-appointment")
            }
            Topic::Decision => t_in!(locale, "notice-topic-decision"),
            Topic::Message => t_in!(locale, "notice-topic-message"),
            Topic::Document => t_in!(locale, "notice-topic-document"),
            // The second has a message of its own.
            Topic::Progress | Topic::Opinion => t_in!(locale, "notice-topic-progress"),
        }
    }

    fn link(&self) -> String {
        format!(
            "{}{}",
            self.authority.public_url,
            Path::Follow.in_locale(self.locale)
        )
    }
}

#[cfg(test)]
mod tests {
    use app::ports::Authority;
    use domain::{locale::Locale, notice::Topic};
    use jiff::civil::date;

    use super::Notice;
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

    fn notice<'a>(locale: Locale, topics: &'a [Topic], authority: &'a Authority) -> Notice<'a> {
        Notice {
            locale,
            topics,
            sent_on: date(2026, 11, 22),
            invitation: None,
            authority,
        }
    }

    /// Signs of the basic alphabet of text messages (3GPP TS 23.038) that our languages use.
    fn is_basic(sign: char) -> bool {
        sign.is_ascii() && sign != '`' || "éèàùìòÉÇ".contains(sign)
    }

    #[test]
    fn a_text_message_is_paid_once_in_latin_and_twice_at_most_in_arabic() {
        let authority = authority();
        for topics in [&[Topic::Action][..], &[Topic::Decision]] {
            for locale in Locale::ALL {
                let text = notice(locale, topics, &authority).text();
                let length = text.chars().count();
                let most = if text.chars().all(is_basic) { 160 } else { 134 };
                assert!(length <= most, "{length}: {text}");
                assert!(locale == Locale::Arabic || most == 160, "{text}");
            }
        }
    }

    #[test]
    fn a_letter_lists_what_happened_in_the_language_of_its_reader() {
        let authority = authority();
        let letter = notice(Locale::French, &[Topic::Action, Topic::Message], &authority)
            .letter(Pii::new("rosalie@example.org".to_owned()));
        assert!(letter.subject.contains("attend"), "{}", letter.subject);
        assert!(letter.body.contains("22 novembre 2026"), "{}", letter.body);
        assert_eq!(letter.body.matches("\n- ").count(), 2);
        assert!(
            letter
                .body
                .contains("https://demarches.ardane.example/fr/suivi")
        );
    }
}
