//! The one reminder to say how it went, for whoever wanted it.

use app::{paths::Path, ports::Authority, t_in};
use domain::locale::Locale;

use super::letter::{Letter, help_and_why};
use crate::pii::Pii;

/// What the reminder says.
pub struct InvitationLetter<'a> {
    /// Language of its reader.
    pub locale: Locale,
    /// The word of its link.
    pub word: String,
    /// Who signs.
    pub authority: &'a Authority,
}

impl InvitationLetter<'_> {
    /// As an e-mail.
    #[must_use]
    pub fn letter(&self, to: Pii<String>) -> Letter {
        let locale = self.locale;
        let link = invitation(self.authority, locale, &self.word);
        let mut told = vec![format!("{}\n{link}", t_in!(locale, "opinion-mail-again"))];
        told.extend(help_and_why(
            self.authority,
            locale,
            t_in!(locale, "opinion-mail-why"),
        ));
        let subject = t_in!(locale, "opinion-mail-subject");
        Letter::signed(self.authority, locale, to, &subject, told)
    }
}

/// The address of the question.
pub(super) fn invitation(authority: &Authority, locale: Locale, word: &str) -> String {
    let path = Path::Invitation(word.to_owned()).in_locale(locale);
    format!("{}{path}", authority.public_url)
}
