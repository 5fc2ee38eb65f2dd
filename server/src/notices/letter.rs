//! What letters have in common: a greeting, whom to ask, who signs.

use app::{l10n, ports::Authority, t_in};
use domain::locale::Locale;

use crate::pii::Pii;

/// An e-mail in plain text.
pub struct Letter {
    /// Where it goes.
    pub to: Pii<String>,
    /// Its language.
    pub locale: Locale,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

impl Letter {
    /// A letter with these paragraphs, between the greeting and the signature.
    pub(super) fn signed(
        authority: &Authority,
        locale: Locale,
        to: Pii<String>,
        subject: &str,
        told: Vec<String>,
    ) -> Self {
        let signature = [
            "--",
            &authority.name,
            &t_in!(locale, "mail-receipt-automatic"),
        ]
        .join("\n");
        let greeting = t_in!(locale, "mail-receipt-hello");
        let paragraphs: Vec<_> = [greeting]
            .into_iter()
            .chain(told)
            .chain([signature])
            .collect();
        Self {
            to,
            locale,
            subject: l10n::plain(subject),
            body: l10n::plain(&paragraphs.join("\n\n")),
        }
    }
}

/// The most signs that a text message may have: one message in the basic alphabet (3GPP TS 23.038), two of 67 signs in any
/// other.
#[cfg(test)]
pub(super) fn longest(text: &str) -> usize {
    let is_basic = |sign: char| sign.is_ascii() && sign != '`' || "éèàùìòÉÇ".contains(sign);
    if text.chars().all(is_basic) { 160 } else { 134 }
}

/// The last paragraphs of a notice: whom to ask, and why it came.
pub(super) fn help_and_why(authority: &Authority, locale: Locale, why: String) -> [String; 2] {
    let help = [
        t_in!(locale, "notice-help"),
        t_in!(
            locale,
            "mail-receipt-phone",
            phone = authority.phone.clone()
        ),
        t_in!(
            locale,
            "mail-receipt-email",
            email = authority.email.clone()
        ),
    ];
    [help.join("\n"), why]
}
