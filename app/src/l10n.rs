//! The language of the request, look-up of messages, dates and numbers in words.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::{
    locale::Locale,
    position::{Distance, SaidDistance},
    text::{Spoken, Text},
};
use i18n_embed::{LanguageLoader, fluent::FluentLanguageLoader};
use jiff::{
    SignedDuration,
    civil::{Date, Time, Weekday},
};
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
    plain(&t_in!(
        locale,
        "date-long",
        day = day_of_month(locale, date),
        month = month(locale, date),
        year = date.year().to_string()
    ))
}

/// A month of any year: "novembre 2026".
#[must_use]
pub fn month_year(locale: Locale, date: Date) -> String {
    plain(&t_in!(
        locale,
        "date-month-year",
        month = month(locale, date),
        year = date.year().to_string()
    ))
}

fn month(locale: Locale, date: Date) -> String {
    loader_of(locale).get(&format!("month-{}", date.month()))
}

fn day_of_month(locale: Locale, date: Date) -> String {
    if date.day() == 1 {
        t_in!(locale, "date-first-day")
    } else {
        date.day().to_string()
    }
}

/// A date without its year: "27 mars".
#[must_use]
pub fn day_month(locale: Locale, date: Date) -> String {
    plain(&t_in!(
        locale,
        "date-day-month",
        day = day_of_month(locale, date),
        month = month(locale, date)
    ))
}

/// A day of the next weeks: "lundi 7 décembre".
#[must_use]
pub fn day(locale: Locale, date: Date) -> String {
    with_weekday(locale, date, day_month(locale, date))
}

/// A day of any year: "lundi 7 décembre 2026".
#[must_use]
pub fn long_day(locale: Locale, day: Date) -> String {
    with_weekday(locale, day, date(locale, day))
}

fn with_weekday(locale: Locale, date: Date, words: String) -> String {
    let weekday = match date.weekday() {
        Weekday::Monday => t_in!(locale, "weekday-monday"),
        Weekday::Tuesday => t_in!(locale, "weekday-tuesday"),
        Weekday::Wednesday => t_in!(locale, "weekday-wednesday"),
        Weekday::Thursday => t_in!(locale, "weekday-thursday"),
        Weekday::Friday => t_in!(locale, "weekday-friday"),
        Weekday::Saturday => t_in!(locale, "weekday-saturday"),
        Weekday::Sunday => t_in!(locale, "weekday-sunday"),
    };
    plain(&t_in!(
        locale,
        "date-weekday",
        weekday = weekday,
        date = words
    ))
}

/// The two ends of some days, to be put into a sentence: "7" and "13 décembre", "30 novembre" and "6 décembre".
#[must_use]
pub fn from_to(locale: Locale, from: Date, to: Date) -> (String, String) {
    let first = if from.month() == to.month() {
        day_of_month(locale, from)
    } else {
        day_month(locale, from)
    };
    (first, day_month(locale, to))
}

/// An hour on a clock: "9 h 15".
#[must_use]
pub fn hour(locale: Locale, time: Time) -> String {
    plain(&t_in!(
        locale,
        "date-hour",
        hour = time.hour().to_string(),
        minute = format!("{:02}", time.minute())
    ))
}

/// A length of time in hours and minutes: "1 heure et 15 minutes".
#[must_use]
pub fn duration(locale: Locale, length: SignedDuration) -> String {
    let (hours, minutes) = (length.as_mins() / 60, length.as_mins() % 60);
    let in_minutes = || t_in!(locale, "duration-minutes", count = minutes);
    let in_hours = || t_in!(locale, "duration-hours", count = hours);
    plain(&match (hours, minutes) {
        (0, _) => in_minutes(),
        (_, 0) => in_hours(),
        _ => t_in!(
            locale,
            "duration-both",
            hours = in_hours(),
            minutes = in_minutes()
        ),
    })
}

/// The words with a capital letter, for those that begin a line.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
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
    let amount = decimal(locale, bytes.div_ceil(100_000));
    plain(&t_in!(locale, "weight-megabytes", amount = amount))
}

/// How far something is, after its name: "à environ 1,2 km à vol d’oiseau".
#[must_use]
pub fn distance(locale: Locale, distance: Distance) -> String {
    plain(&match distance.said() {
        SaidDistance::Under(metres) => t_in!(locale, "distance-under", amount = metres.to_string()),
        SaidDistance::Metres(metres) => {
            t_in!(locale, "distance-metres", amount = metres.to_string())
        }
        SaidDistance::Tenths(tenths) => {
            let amount = decimal(locale, u64::from(tenths));
            t_in!(locale, "distance-kilometres", amount = amount)
        }
    })
}

/// A number of tenths as it is written: "1,2", "12".
fn decimal(locale: Locale, tenths: u64) -> String {
    let (whole, tenth) = (tenths / 10, tenths % 10);
    match (tenth, locale) {
        (0, _) => whole.to_string(),
        (_, Locale::English) => format!("{whole}.{tenth}"),
        _ => format!("{whole},{tenth}"),
    }
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

#[cfg(test)]
mod tests {
    use domain::position::Position;
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn days_and_hours_are_said_as_people_say_them() {
        let monday = date(2026, 12, 7);
        assert_eq!(day(Locale::French, monday), "lundi 7 décembre");
        assert_eq!(long_day(Locale::English, monday), "Monday 7 December 2026");
        assert_eq!(capital(&day(Locale::French, monday)), "Lundi 7 décembre");
        assert_eq!(day(Locale::French, date(2027, 2, 1)), "lundi 1er février");
        assert_eq!(day(Locale::Arabic, monday), "الاثنين 7 ديسمبر");
        let (from, to) = from_to(Locale::French, monday, date(2026, 12, 13));
        assert_eq!((&*from, &*to), ("7", "13 décembre"));
        let (from, to) = from_to(Locale::French, date(2026, 11, 30), date(2026, 12, 6));
        assert_eq!((&*from, &*to), ("30 novembre", "6 décembre"));
        let quarter_past = time(9, 15, 0, 0);
        assert_eq!(hour(Locale::French, quarter_past), "9\u{a0}h\u{a0}15");
        assert_eq!(hour(Locale::English, quarter_past), "9:15");
    }

    #[test]
    fn a_distance_is_said_as_far_as_it_is_known() {
        let here = Position::at(47.3, -4.9).unwrap();
        let north = |lat: f64| here.distance_to(Position::at(lat, -4.9).unwrap());
        let said = |locale, lat| distance(locale, north(lat));
        let (km, metres) = ("1,2\u{a0}km", "600\u{a0}mètres");
        assert_eq!(
            said(Locale::French, 47.3108),
            format!("à environ {km} à vol d’oiseau")
        );
        assert_eq!(
            said(Locale::French, 47.3054),
            format!("à environ {metres} à vol d’oiseau")
        );
        assert!(said(Locale::English, 47.3108).contains("about 1.2\u{a0}km"));
        assert!(said(Locale::EasyFrench, 47.3).contains("moins de 300"));
        assert!(said(Locale::Arabic, 47.48).contains(" 20 "));
    }

    #[test]
    fn a_length_is_said_in_hours_and_minutes() {
        let said = |locale, minutes| duration(locale, SignedDuration::from_mins(minutes));
        assert_eq!(said(Locale::French, 45), "45 minutes");
        assert_eq!(said(Locale::French, 60), "1 heure");
        assert_eq!(said(Locale::French, 75), "1 heure et 15 minutes");
        assert_eq!(said(Locale::English, 125), "2 hours and 5 minutes");
        assert_eq!(said(Locale::Arabic, 120), "ساعتان");
    }
}
