//! Answers in the words of the form, for agents: on the terminal, in a ticket.

use domain::{
    answers::Answer,
    field::{Field, FieldKind},
    locale::Locale,
};
use jiff::civil::Date;

/// How what has no words in the form is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// `yes`, `1957-03-27`: the terminal's language.
    English,
    /// `oui`, `27/03/1957`: the language of the services.
    French,
}

impl Manner {
    const fn yes_or_no(self, yes: bool) -> &'static str {
        match (self, yes) {
            (Self::English, true) => "yes",
            (Self::English, false) => "no",
            (Self::French, true) => "oui",
            (Self::French, false) => "non",
        }
    }

    fn day(self, date: Date) -> String {
        match self {
            Self::English => date.to_string(),
            Self::French => date.strftime("%d/%m/%Y").to_string(),
        }
    }
}

/// An answer in the words of its field; as it was typed when the field is unknown.
#[must_use]
pub fn words(field: Option<&Field>, answer: &Answer, manner: Manner) -> String {
    let label = |value: &String| match field.map(|field| &field.kind) {
        Some(FieldKind::OneOf { options } | FieldKind::SeveralOf { options, .. }) => options
            .iter()
            .find(|option| option.value == *value)
            .map_or_else(
                || value.clone(),
                |option| option.label.in_locale(Locale::French).words.to_owned(),
            ),
        _ => value.clone(),
    };
    let filled = |parts: &[&String]| {
        let parts: Vec<&str> = parts
            .iter()
            .map(|part| part.as_str())
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(", ")
    };
    match answer {
        Answer::Text(text) => text.clone(),
        Answer::Date(date) => manner.day(*date),
        Answer::Number(number) => number.to_string(),
        Answer::YesNo(yes) => manner.yes_or_no(*yes).to_owned(),
        Answer::Choice(value) => label(value),
        Answer::Choices(values) => values.iter().map(label).collect::<Vec<_>>().join(", "),
        Answer::Address(it) => {
            filled(&[&it.line1, &it.line2, &it.postal_code, &it.city, &it.country])
        }
        Answer::Person(it) => filled(&[&it.given_names, &it.family_name, &it.usage_name]),
        Answer::Files(files) => files
            .iter()
            .map(|file| file.filename.as_str())
            .collect::<Vec<_>>()
            .join(", "),
        Answer::Items(items) => items.len().to_string(),
    }
}
