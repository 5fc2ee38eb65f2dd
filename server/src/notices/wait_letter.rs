//! A message to someone on the waiting list: that they are on it, that a time is offered and until when, that it ended.
//! What they wait for stays in the portal.

use app::{
    l10n,
    paths::Path,
    ports::Authority,
    t_in,
    words::visits::{instant_words_in, slot_words_in},
};
use domain::{locale::Locale, notice::plain_sms, waiting::WaitingEntry};
use jiff::Timestamp;

use super::letter::{Letter, help_and_why};
use crate::{pii::Pii, store::wait_messages::About};

/// What a message to someone who waits says.
pub struct WaitLetter<'a> {
    /// Language of its reader.
    pub locale: Locale,
    /// What it tells.
    pub about: &'a About,
    /// The entry.
    pub entry: &'a WaitingEntry,
    /// The word of its link.
    pub word: String,
    /// Who signs.
    pub authority: &'a Authority,
}

impl WaitLetter<'_> {
    /// As an e-mail.
    #[must_use]
    pub fn letter(&self, to: Pii<String>) -> Letter {
        let locale = self.locale;
        let link = self.link();
        let (subject, mut told) = match (self.about, &self.entry.offer) {
            (About::Offer(_), Some(offer)) => {
                let when = slot_words_in(locale, &offer.slot);
                let until = instant_words_in(locale, offer.until, &offer.slot.time_zone());
                (
                    t_in!(locale, "wait-mail-offer-subject", when = when.clone()),
                    vec![
                        t_in!(locale, "wait-mail-offer", when = when, until = until),
                        format!("{}\n{link}", t_in!(locale, "wait-mail-offer-link")),
                        t_in!(locale, "wait-mail-offer-else"),
                    ],
                )
            }
            (About::Ended, _) => (
                t_in!(locale, "wait-mail-ended-subject"),
                vec![
                    t_in!(locale, "wait-mail-ended"),
                    format!("{}\n{link}", t_in!(locale, "wait-mail-ended-link")),
                ],
            ),
            _ => {
                let last = l10n::long_day(locale, self.entry.wish.ends_on());
                (
                    t_in!(locale, "wait-mail-entered-subject"),
                    vec![
                        t_in!(locale, "wait-mail-entered", last = last),
                        format!("{}\n{link}", t_in!(locale, "wait-mail-entered-link")),
                    ],
                )
            }
        };
        told.extend(help_and_why(
            self.authority,
            locale,
            t_in!(locale, "wait-mail-why"),
        ));
        Letter::signed(self.authority, locale, to, &subject, told)
    }

    /// As a text message.
    #[must_use]
    pub fn text(&self) -> String {
        let (locale, authority, link) = (self.locale, self.authority.name.clone(), self.link());
        let text = match (self.about, &self.entry.offer) {
            (About::Offer(_), Some(offer)) => {
                let zone = offer.slot.time_zone();
                // Figures alone: the message is paid by its length.
                let short = |at: Timestamp| {
                    let at = at.to_zoned(zone.clone());
                    let hour = l10n::hour(locale, at.time());
                    (format!("{:02}/{:02}", at.day(), at.month()), hour)
                };
                let ((day, hour), (last, until)) = (short(offer.slot.start), short(offer.until));
                t_in!(
                    locale,
                    "wait-sms-offer",
                    authority = authority,
                    day = day,
                    hour = hour,
                    last = last,
                    until = until,
                    link = link
                )
            }
            (About::Ended, _) => {
                t_in!(locale, "wait-sms-ended", authority = authority, link = link)
            }
            _ => t_in!(
                locale,
                "wait-sms-entered",
                authority = authority,
                link = link
            ),
        };
        plain_sms(&l10n::plain(&text))
    }

    fn link(&self) -> String {
        let path = Path::Waiting(self.word.clone());
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
        appointment::Mode,
        booking::{AskedVisit, Slot},
        locale::Locale,
        waiting::{Offer, WaitingEntry, WaitingStatus, Wish},
    };
    use jiff::civil::date;

    use super::{super::letter::longest, WaitLetter};
    use crate::{pii::Pii, store::wait_messages::About};

    fn entry() -> WaitingEntry {
        let slot = Slot {
            id: "s1".to_owned(),
            start: "2026-12-09T08:15:00Z".parse().unwrap(),
            end: "2026-12-09T08:45:00Z".parse().unwrap(),
            zone: "Europe/Paris".to_owned(),
            location_id: "mairie".to_owned(),
            mode: Mode::Onsite,
            places_left: None,
        };
        WaitingEntry {
            id: "e1".to_owned(),
            status: WaitingStatus::Offered,
            wish: Wish {
                visit: AskedVisit {
                    purposes: Vec::new(),
                    help: Vec::new(),
                },
                mode: Mode::Onsite,
                location_ids: Vec::new(),
                from: date(2026, 12, 1),
                to: date(2026, 12, 31),
                parts: Vec::new(),
                last_day: None,
            },
            created_at: "2026-12-01T08:00:00Z".parse().unwrap(),
            expires_at: "2026-12-31T23:00:00Z".parse().unwrap(),
            ahead: 0,
            offer: Some(Offer {
                slot,
                hold_id: "h1".to_owned(),
                until: "2026-12-07T17:30:00Z".parse().unwrap(),
            }),
            lapsed: 0,
        }
    }

    fn every() -> [About; 3] {
        [
            About::Entered,
            About::Ended,
            About::offer_of(&entry()).unwrap(),
        ]
    }

    fn authority() -> Authority {
        Authority {
            name: "Ardane-les-Tilleuls".to_owned(),
            public_url: "https://demarches.ardane.example".to_owned(),
            ..Authority::default()
        }
    }

    #[test]
    fn a_text_message_is_paid_once_in_latin_and_twice_at_most() {
        let (entry, authority) = (entry(), authority());
        for about in &every() {
            for locale in Locale::ALL {
                let letter = WaitLetter {
                    locale,
                    about,
                    entry: &entry,
                    word: "abcdefghijklmnop".to_owned(),
                    authority: &authority,
                };
                let text = letter.text();
                let length = text.chars().count();
                let most = longest(&text);
                assert!(length <= most, "{length}: {text}");
                assert!(locale == Locale::Arabic || most == 160, "{text}");
                assert!(text.contains("/attente/abcdefghijklmnop"), "{text}");
                let is_offer = matches!(about, About::Offer(_));
                assert_eq!(text.contains("09/12"), is_offer, "{text}");
                assert_eq!(text.contains("07/12"), is_offer, "{text}");
            }
        }
    }

    #[test]
    fn a_letter_says_until_when_an_offer_lasts_and_until_when_one_waits() {
        let (entry, authority) = (entry(), authority());
        let [entered, ended, offer] = every();
        let letter = |about| WaitLetter {
            locale: Locale::French,
            about,
            entry: &entry,
            word: "abcdefghijklmnop".to_owned(),
            authority: &authority,
        };
        let to = || Pii::new("rosalie@example.org".to_owned());
        let told = letter(&offer).letter(to());
        assert!(told.subject.contains("mercredi 9 décembre 2026 à 9"));
        assert!(
            told.body.contains("jusqu’au lundi 7 décembre à 18"),
            "{}",
            told.body
        );
        let told = letter(&entered).letter(to());
        assert!(
            told.body.contains("jusqu’au jeudi 31 décembre 2026"),
            "{}",
            told.body
        );
        let told = letter(&ended).letter(to());
        assert!(told.body.contains("/fr/attente/abcdefghijklmnop"));
    }
}
