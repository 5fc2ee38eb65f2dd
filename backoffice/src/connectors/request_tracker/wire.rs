//! What Request Tracker's REST 2.0 answers, as far as the connector reads it. Identifiers are numbers in some answers
//! and texts in others.

use base64::{Engine, prelude::BASE64_STANDARD};
use jiff::Timestamp;
use serde::{Deserialize, Deserializer};

fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(i64),
        Text(String),
    }
    match Either::deserialize(deserializer)? {
        Either::Number(number) => Ok(number),
        Either::Text(text) => text.parse().map_err(serde::de::Error::custom),
    }
}

/// Something named by its number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Numbered {
    #[serde(deserialize_with = "number")]
    pub(super) id: i64,
}

/// A person: RT gives the name of the account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Named {
    pub(super) id: String,
}

/// A ticket.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Ticket {
    /// Another one than asked for, once the ticket was merged into it.
    #[serde(rename = "id", deserialize_with = "number")]
    pub(super) id: i64,
    pub(super) status: String,
    #[serde(default)]
    pub(super) requestor: Vec<Named>,
    #[serde(default)]
    pub(super) custom_fields: Vec<CustomField>,
}

/// A custom field, of a ticket (with values) or of a queue.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct CustomField {
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) values: Vec<String>,
}

/// A queue.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Queue {
    #[serde(default)]
    pub(super) ticket_custom_fields: Vec<CustomField>,
}

/// A page of a list. Totals are not read: they are absent when the account cannot see everything.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct List<T> {
    pub(super) items: Vec<T>,
}

/// A ticket as lists show it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Listed {
    #[serde(deserialize_with = "number")]
    pub(super) id: i64,
    #[serde(rename = "LastUpdated")]
    pub(super) last_updated: Timestamp,
}

/// Something that happened to a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Transaction {
    #[serde(rename = "id", deserialize_with = "number")]
    pub(super) id: i64,
    #[serde(rename = "Type")]
    pub(super) kind: String,
    pub(super) created: Timestamp,
    pub(super) creator: Named,
    /// The ticket to which it happened; another one where tickets were merged.
    #[serde(deserialize_with = "number")]
    pub(super) object_id: i64,
    #[serde(default)]
    pub(super) new_value: Option<String>,
}

/// Where the parts of a transaction are.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Linked {
    #[serde(rename = "_hyperlinks", default)]
    links: Vec<Link>,
}

#[derive(Debug, Clone, Deserialize)]
struct Link {
    #[serde(rename = "ref", default)]
    relation: String,
    #[serde(rename = "_url", default)]
    url: String,
}

impl Linked {
    /// Numbers of its attachments, in their order.
    pub(super) fn attachments(&self) -> Vec<i64> {
        self.links
            .iter()
            .filter(|link| link.relation == "attachment")
            .filter_map(|link| link.url.rsplit('/').next()?.parse().ok())
            .collect()
    }
}

/// A part of a message: its envelope, its text, a file.
#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct Attachment {
    pub(super) subject: Option<String>,
    pub(super) content_type: Option<String>,
    pub(super) filename: Option<String>,
    content: Option<String>,
}

impl Attachment {
    /// Its bytes; RT breaks the lines of its base64.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let encoded = self.content.iter().flat_map(|text| text.bytes());
        let encoded: Vec<u8> = encoded.filter(|byte| !byte.is_ascii_whitespace()).collect();
        BASE64_STANDARD.decode(encoded).unwrap_or_default()
    }

    /// Media type without its parameters.
    pub(super) fn media_type(&self) -> &str {
        let whole = self.content_type.as_deref().unwrap_or_default();
        whole.split(';').next().unwrap_or_default().trim()
    }

    /// Name of the file, when it is one.
    pub(super) fn name(&self) -> Option<&str> {
        self.filename.as_deref().filter(|name| !name.is_empty())
    }
}
