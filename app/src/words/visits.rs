//! Words about appointments: ways to be received, what helps, times, where an appointment stands.

use domain::{
    agenda::PartOfDay,
    appointment::{Help, Mode},
    booking::{AppointmentStatus, Slot},
    locale::Locale,
};
use jiff::{SignedDuration, Timestamp, Zoned, tz::TimeZone};

use crate::{
    l10n::{self, locale},
    t, t_in,
};

/// A way to be received, inside a sentence: "sur place".
#[must_use]
pub fn mode_words(mode: Mode) -> String {
    match mode {
        Mode::Onsite => t!("mode-onsite"),
        Mode::Phone => t!("mode-phone"),
        Mode::Video => t!("mode-video"),
        Mode::Home => t!("mode-home"),
    }
}

/// How someone is received, as a sentence.
#[must_use]
pub fn how_in(locale: Locale, mode: Mode) -> String {
    match mode {
        Mode::Onsite => l10n::capital(&t_in!(locale, "mode-onsite")),
        Mode::Phone => t_in!(locale, "appointment-by-phone"),
        Mode::Video => t_in!(locale, "appointment-by-video"),
        Mode::Home => t_in!(locale, "appointment-at-home"),
    }
}

/// What would help someone.
#[must_use]
pub fn help_words(help: Help) -> String {
    match help {
        Help::StepFree => t!("visit-help-step-free"),
        Help::HearingLoop => t!("visit-help-hearing-loop"),
        Help::SignLanguage => t!("visit-help-sign-language"),
        Help::Interpreter => t!("visit-help-interpreter"),
        Help::QuietHour => t!("visit-help-quiet-hour"),
        Help::MoreTime => t!("visit-help-more-time"),
        Help::Company => t!("visit-help-company"),
    }
}

/// What a help is for, or what it changes.
#[must_use]
pub fn help_hint(help: Help) -> String {
    match help {
        Help::StepFree => t!("visit-help-step-free-hint"),
        Help::HearingLoop => t!("visit-help-hearing-loop-hint"),
        Help::SignLanguage | Help::Interpreter => t!("visit-help-later-hint"),
        Help::QuietHour => t!("visit-help-quiet-hour-hint"),
        Help::MoreTime => t!("visit-help-more-time-hint"),
        Help::Company => t!("visit-help-company-hint"),
    }
}

/// A part of the day or of the week.
#[must_use]
pub fn part_words(part: PartOfDay) -> String {
    part_words_in(locale(), part)
}

/// The same in a language given: for forms.
#[must_use]
pub fn part_words_in(locale: Locale, part: PartOfDay) -> String {
    match part {
        PartOfDay::Morning => t_in!(locale, "times-part-morning"),
        PartOfDay::Afternoon => t_in!(locale, "times-part-afternoon"),
        PartOfDay::Evening => t_in!(locale, "times-part-evening"),
        PartOfDay::Weekend => t_in!(locale, "times-part-weekend"),
    }
}

/// When a time begins, on the clock of its place.
#[must_use]
pub fn begins(slot: &Slot) -> Zoned {
    slot.start.to_zoned(slot.time_zone())
}

/// How long a time lasts.
#[must_use]
pub fn length(slot: &Slot) -> SignedDuration {
    slot.end.duration_since(slot.start)
}

/// A time of the next weeks: "lundi 7 décembre à 9 h 15".
#[must_use]
pub fn slot_words(slot: &Slot) -> String {
    let at = begins(slot);
    at_hour(locale(), l10n::day(locale(), at.date()), &at)
}

/// The same with its year, for what is kept: "lundi 7 décembre 2026 à 9 h 15".
#[must_use]
pub fn long_slot_words(slot: &Slot) -> String {
    slot_words_in(locale(), slot)
}

/// The same in a language given: for letters.
#[must_use]
pub fn slot_words_in(locale: Locale, slot: &Slot) -> String {
    let at = begins(slot);
    at_hour(locale, l10n::long_day(locale, at.date()), &at)
}

/// An instant of the next days, on a clock given: "lundi 7 décembre à 9 h 15".
#[must_use]
pub fn instant_words_in(locale: Locale, at: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned(zone.clone());
    at_hour(locale, l10n::day(locale, at.date()), &at)
}

fn at_hour(locale: Locale, day: String, at: &Zoned) -> String {
    let hour = l10n::hour(locale, at.time());
    l10n::plain(&t_in!(locale, "slot-at", day = day, hour = hour))
}

/// Where an appointment stands: "Rendez-vous confirmé".
#[must_use]
pub fn appointment_words(status: AppointmentStatus) -> String {
    match status {
        AppointmentStatus::Confirmed => t!("appointment-confirmed"),
        AppointmentStatus::CancelledByUser => t!("appointment-cancelled-by-user"),
        AppointmentStatus::CancelledByService => t!("appointment-cancelled-by-service"),
        AppointmentStatus::TimeLost => t!("appointment-time-lost"),
        AppointmentStatus::Arrived => t!("appointment-arrived"),
        AppointmentStatus::Called => t!("appointment-called"),
        AppointmentStatus::Attended => t!("appointment-attended"),
        AppointmentStatus::Missed => t!("appointment-missed"),
        AppointmentStatus::Other => t!("appointment-other"),
    }
}

/// What that means for the person.
#[must_use]
pub fn appointment_next(status: AppointmentStatus, phone: &str) -> String {
    match status {
        AppointmentStatus::Confirmed => t!("appointment-next-confirmed"),
        AppointmentStatus::CancelledByUser => t!("appointment-next-cancelled-by-user"),
        AppointmentStatus::CancelledByService => t!("appointment-next-cancelled-by-service"),
        AppointmentStatus::TimeLost => t!("appointment-next-time-lost"),
        AppointmentStatus::Arrived => t!("appointment-next-arrived"),
        AppointmentStatus::Called => t!("appointment-next-called"),
        AppointmentStatus::Attended => t!("appointment-next-attended"),
        AppointmentStatus::Missed => t!("appointment-next-missed"),
        AppointmentStatus::Other => t!("next-other", phone = phone.to_owned()),
    }
}
