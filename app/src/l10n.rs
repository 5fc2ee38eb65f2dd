//! The language of the request, look-up of messages, dates and numbers in words.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::{locale::Locale, text::Spoken, text::Text};
use i18n_embed::{LanguageLoader, fluent::FluentLanguageLoader};
use jiff::civil::Date;
use leptos::prelude::use_context;
use rust_embed::RustEmbed;

/// The catalogues of words, embedded in the binary.
#[derive(RustEmbed)]
#[folder = "../locales"]
struct Catalogues;

// Rebuilds this crate when a French message changes, so that `t!` never checks stale ids.
const _: &str = include_str!("../../locales/fr/portal.ftl");

static LOADERS: LazyLock<BTreeMap<Locale, FluentLanguageLoader>> = LazyLock::new(|| {
    Locale::ALL
        .into_iter()
        .map(|locale| (locale, load(locale)))
        .collect()
});

fn load(locale: Locale) -> FluentLanguageLoader {
    let wanted: unic_langid::LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let loader = FluentLanguageLoader::new("portal", wanted.clone());
    // One loader per language: attributes are looked up in the first loaded language only.
    if let Err(error) = loader.load_languages(&Catalogues, &[wanted]) {
        leptos::logging::error!("catalogue of words {}: {error}", locale.tag());
    }
    // Isolation marks matter where left-to-right names stand in right-to-left sentences.
    loader.set_use_isolating(locale.dir() == "rtl");
    loader
}

/// The messages of one language.
#[must_use]
pub fn loader_of(locale: Locale) -> &'static FluentLanguageLoader {
    &LOADERS[&locale]
}

/// The messages of the language of this request.
#[must_use]
pub fn loader() -> &'static FluentLanguageLoader {
    loader_of(locale())
}

/// The language of this request.
#[must_use]
pub fn locale() -> Locale {
    use_context::<Locale>().unwrap_or(Locale::French)
}

/// A message of the portal in the language of the request: `t!("step-continue")`,
/// `t!("step-position", position = 2, total = 4)`.
#[macro_export]
macro_rules! t {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($crate::l10n::loader(), $id $(, $name = $value)*)
    };
}

/// The same in a language given: for e-mails and for tests.
#[macro_export]
macro_rules! t_in {
    ($locale:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($crate::l10n::loader_of($locale), $id $(, $name = $value)*)
    };
}

/// A text of the catalogue in the language of the request, with the language it really is in.
#[must_use]
pub fn spoken(text: &Text) -> Spoken<'_> {
    text.in_locale(locale())
}

/// The same as plain words, where no `lang` can be written (titles, attributes, e-mails).
#[must_use]
pub fn words(text: &Text) -> String {
    spoken(text).words.to_owned()
}

/// Without the invisible isolation marks: for titles, attributes and e-mails.
#[must_use]
pub fn plain(message: &str) -> String {
    message.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

/// A date in words: "27 mars 1957".
#[must_use]
pub fn date(locale: Locale, date: Date) -> String {
    let month = loader_of(locale).get(&format!("month-{}", date.month()));
    let day = if date.day() == 1 {
        t_in!(locale, "date-first-day")
    } else {
        date.day().to_string()
    };
    plain(&t_in!(
        locale,
        "date-long",
        day = day,
        month = month,
        year = date.year().to_string()
    ))
}

/// A civil moment in words: "27 mars 2026 à 14 h 02", with the name of the place whose clock it is.
#[must_use]
pub fn moment(locale: Locale, at: jiff::civil::DateTime) -> String {
    let hour = at.hour().to_string();
    let minute = format!("{:02}", at.minute());
    plain(&t_in!(
        locale,
        "date-moment",
        date = date(locale, at.date()),
        hour = hour,
        minute = minute
    ))
}

/// A weight in words, in the units people see on their devices.
#[must_use]
pub fn weight(locale: Locale, bytes: u64) -> String {
    if bytes < 1_000_000 {
        let kilobytes = bytes.div_ceil(1000).max(1).to_string();
        return plain(&t_in!(locale, "weight-kilobytes", amount = kilobytes));
    }
    let tenths = bytes.div_ceil(100_000);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let amount = match (tenth, locale) {
        (0, _) => whole.to_string(),
        (_, Locale::English) => format!("{whole}.{tenth}"),
        _ => format!("{whole},{tenth}"),
    };
    plain(&t_in!(locale, "weight-megabytes", amount = amount))
}

/// An amount of money in words: "10,50 €".
#[must_use]
pub fn money(locale: Locale, cents: u32) -> String {
    let (euros, rest) = (cents / 100, cents % 100);
    let amount = match (rest, locale) {
        (0, _) => euros.to_string(),
        (_, Locale::English) => format!("{euros}.{rest:02}"),
        _ => format!("{euros},{rest:02}"),
    };
    plain(&t_in!(locale, "money-euros", amount = amount))
}
