//! The end of a request: what was decided, why, what may be done against it, what comes with it.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    answers::AttachedFile, locale::Locale, procedure::LegalSource, request::Status, text::Text,
};

/// The end of a request, in the service's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Decision {
    /// What was decided.
    pub outcome: Outcome,
    /// Why, as the service wrote it.
    pub reason_text: String,
    /// Language of the reason, when the service said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Locale>,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// Texts that the decision rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<LegalSource>,
    /// What may be done against it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Remedy>,
    /// Documents delivered with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DeliveredDocument>,
}

/// A way to contest a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Remedy {
    /// What it is.
    pub label: Text,
    /// To whom it is addressed, one line each, in French.
    pub addressee: Vec<String>,
    /// Where it may be made online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Last day; absent: at any time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub until: Option<Date>,
    /// The text that gives it.
    pub source: LegalSource,
}

/// A document that the service delivers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeliveredDocument {
    /// The file; its `id` is that of `/v1/requests/{id}/documents/{document}`.
    pub file: AttachedFile,
    /// What it is: "Copie intégrale de l'acte de naissance".
    pub title: String,
    /// Last day on which it is valid; absent: without end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub valid_until: Option<Date>,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The request is granted.
    Accepted,
    /// The request is refused.
    Rejected,
    /// The request ends without decision.
    #[serde(other)]
    Closed,
}

impl Outcome {
    /// The status that the outcome leads to.
    #[must_use]
    pub const fn status(self) -> Status {
        match self {
            Self::Accepted => Status::Accepted,
            Self::Rejected => Status::Rejected,
            Self::Closed => Status::Closed,
        }
    }

    /// The outcome behind a final status that staff gave.
    #[must_use]
    pub const fn of(status: Status) -> Option<Self> {
        match status {
            Status::Accepted => Some(Self::Accepted),
            Status::Rejected => Some(Self::Rejected),
            Status::Closed => Some(Self::Closed),
            _ => None,
        }
    }
}
