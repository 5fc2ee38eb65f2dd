//! The questions about how to be reached, as fields of a form: the server checks the answers with the same.

use std::collections::BTreeMap;

use domain::{
    field::{Choice, Field, FieldKind, Need},
    locale::Locale,
    notice::Way,
    reminder::Lead,
    text::Text,
};

use crate::t_in;

/// Names of the fields of the form.
pub mod names {
    /// The way chosen.
    pub const WAY: &str = "way";
    /// E-mail address.
    pub const EMAIL: &str = "email";
    /// Phone number.
    pub const PHONE: &str = "phone";
    /// When to be reminded of an appointment.
    pub const REMINDERS: &str = "reminders";
    /// Choice of [`WAY`]: not at all.
    pub const NOTHING: &str = "nothing";
}

/// Whether one may choose not to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// It is one of the choices.
    Offered,
    /// Being told is what the form is for.
    No,
}

/// The questions, in one language, for a portal with these ways; `reminds`: there is an appointment to come.
#[must_use]
pub fn fields(locale: Locale, ways: &[Way], reminds: bool) -> Vec<Field> {
    let mut fields = reach_fields(locale, ways, Silence::Offered);
    if reminds {
        let options =
            Lead::ALL.map(|lead| option(locale, lead.name(), lead_words(locale, lead), None));
        fields.push(field(
            locale,
            names::REMINDERS,
            t_in!(locale, "notices-reminders"),
            Some(t_in!(locale, "notices-reminders-hint")),
            Need::Optional,
            FieldKind::SeveralOf {
                options: options.into(),
                min: 1,
            },
        ));
    }
    fields
}

/// By which way, and where.
#[must_use]
pub fn reach_fields(locale: Locale, ways: &[Way], silence: Silence) -> Vec<Field> {
    let has_sms = ways.contains(&Way::Sms);
    let mut options = vec![option(
        locale,
        Way::Email.name(),
        t_in!(locale, "notices-by-email"),
        None,
    )];
    if has_sms {
        let hint = t_in!(locale, "notices-by-sms-hint");
        let words = t_in!(locale, "notices-by-sms");
        options.push(option(locale, Way::Sms.name(), words, Some(hint)));
    }
    if silence == Silence::Offered {
        let words = t_in!(locale, "notices-by-nothing");
        options.push(option(locale, names::NOTHING, words, None));
    }
    let way = field(
        locale,
        names::WAY,
        t_in!(locale, "notices-way"),
        None,
        Need::Required,
        FieldKind::OneOf { options },
    );
    // Nobody is asked to choose the only way.
    let only = silence == Silence::No && !has_sms;
    let email = field(
        locale,
        names::EMAIL,
        t_in!(locale, "notices-email"),
        Some(t_in!(locale, "notices-email-hint")),
        if only { Need::Required } else { Need::Optional },
        FieldKind::Email,
    );
    let mut fields: Vec<Field> = (!only).then_some(way).into_iter().chain([email]).collect();
    if has_sms {
        fields.push(field(
            locale,
            names::PHONE,
            t_in!(locale, "notices-phone"),
            Some(t_in!(locale, "notices-phone-hint")),
            Need::Optional,
            FieldKind::Phone,
        ));
    }
    fields
}

/// A question in one language.
pub(in crate::pages) fn field(
    locale: Locale,
    key: &str,
    label: String,
    hint: Option<String>,
    need: Need,
    kind: FieldKind,
) -> Field {
    Field {
        key: key.to_owned(),
        label: in_one(locale, label),
        hint: hint.map(|hint| in_one(locale, hint)),
        need,
        about: Default::default(),
        when: None,
        compare: None,
        role: None,
        kind,
    }
}

/// A choice in one language.
pub(in crate::pages) fn option(
    locale: Locale,
    value: &str,
    label: String,
    hint: Option<String>,
) -> Choice {
    Choice {
        value: value.to_owned(),
        label: in_one(locale, label),
        hint: hint.map(|hint| in_one(locale, hint)),
    }
}

fn in_one(locale: Locale, words: String) -> Text {
    Text(BTreeMap::from([(locale, words)]))
}

/// How long before an appointment: "2 jours avant".
fn lead_words(locale: Locale, lead: Lead) -> String {
    match lead {
        Lead::Week => t_in!(locale, "lead-week"),
        Lead::TwoDays => t_in!(locale, "lead-two-days"),
        Lead::Day => t_in!(locale, "lead-day"),
        Lead::TwoHours => t_in!(locale, "lead-two-hours"),
    }
}
