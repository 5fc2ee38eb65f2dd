//! Typed answers of a form, as they travel to the back office.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Answers by key of field, or by key of list for a repeatable step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Answer>);

/// One answer. In JSON: `{"type": "date", "value": "1957-03-27"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(no_recursion))]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Answer {
    /// Short or long text, e-mail or phone number (digits and `+` only).
    Text(String),
    /// Calendar date.
    Date(Date),
    /// Whole number.
    Number(i64),
    /// Yes (`true`) or no; for a statement, always `true`.
    YesNo(bool),
    /// Value of the choice.
    Choice(String),
    /// Values of the choices, in the order of the form.
    Choices(Vec<String>),
    /// Postal address.
    Address(Address),
    /// Identity.
    Person(Person),
    /// Attached files.
    Files(Vec<AttachedFile>),
    /// Items of a repeatable step.
    Items(Vec<Answers>),
}

/// A postal address as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Address {
    /// Number and street.
    pub line1: String,
    /// Building, floor, care of. May be empty.
    pub line2: String,
    /// Postal code: five digits in France, free abroad.
    pub postal_code: String,
    /// City.
    pub city: String,
    /// Country; empty means France.
    pub country: String,
}

/// A person's identity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// Birth name (nom de naissance).
    pub family_name: String,
    /// Name in use, if different. May be empty.
    pub usage_name: String,
    /// Given names, in the order of the birth record.
    pub given_names: String,
}

/// A file attached to a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AttachedFile {
    /// Identifier of the upload.
    pub id: String,
    /// Name the person's device gave it.
    pub filename: String,
    /// Media type found by content.
    pub media_type: String,
    /// Weight in bytes.
    pub bytes: u64,
    /// SHA-256 of the content, in lower-case hexadecimal.
    pub sha256: String,
}

impl Answers {
    /// The answer to a field, if there is one.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Answer> {
        self.0.get(key)
    }

    /// Every attached file, also those of items.
    pub fn files(&self) -> impl Iterator<Item = &AttachedFile> {
        let mut files = Vec::new();
        for answer in self.0.values() {
            match answer {
                Answer::Files(here) => files.extend(here),
                Answer::Items(items) => files.extend(items.iter().flat_map(Self::files)),
                _ => {}
            }
        }
        files.into_iter()
    }
}

impl Answer {
    /// Whether the answer is this choice, contains it, or is this yes or no.
    #[must_use]
    pub fn is(&self, value: &str) -> bool {
        match self {
            Self::Choice(choice) | Self::Text(choice) => choice == value,
            Self::Choices(choices) => choices.iter().any(|choice| choice == value),
            Self::YesNo(yes) => value == if *yes { "yes" } else { "no" },
            Self::Number(number) => value.parse() == Ok(*number),
            _ => false,
        }
    }

    /// The number answered.
    #[must_use]
    pub fn as_number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}
