//! What the service asks of a resident to go on: answers to correct, documents to give.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{answers::AttachedFile, field::FileKind, locale::Locale};

/// One demand of the service. It ends when nothing of it is left to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InfoRequest {
    /// Identifier, unique in the request.
    pub id: String,
    /// When it was made.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub asked_at: Timestamp,
    /// Words of the service for the whole of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Language of the service's words, when it said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Locale>,
    /// Last day to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub due_on: Option<Date>,
    /// More time, once the resident asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// Answers to correct.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Documents to give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<AskedDocument>,
}

impl InfoRequest {
    /// Whether the resident has nothing more to do for it.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.marks.iter().all(|mark| mark.corrected)
            && self.documents.iter().all(|document| !document.is_due())
    }
}

/// More time asked by the resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Extension {
    /// Asked, not answered yet.
    Asked,
    /// Granted: the last day is the new one.
    Granted,
    /// Refused: the last day stays.
    #[serde(other)]
    Refused,
}

impl Extension {
    /// Name on the wire and in message ids.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Granted => "granted",
            Self::Refused => "refused",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is `Refused`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        [Self::Asked, Self::Granted]
            .into_iter()
            .find(|extension| extension.name() == name)
            .unwrap_or(Self::Refused)
    }
}

/// An answer that the service marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Mark {
    /// Key of the field, or of the list.
    pub key: String,
    /// What is wrong with it.
    pub reason: MarkReason,
    /// Comment of the service for the resident.
    pub text: String,
    /// Whether the resident sent a correction of this answer since.
    pub corrected: bool,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MarkReason {
    /// Something is missing.
    Incomplete,
    /// No longer true.
    Outdated,
    /// Not right; also anything that this version does not know.
    #[serde(other)]
    Incorrect,
}

impl MarkReason {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Incorrect, Self::Incomplete, Self::Outdated];

    /// Reads a name of [`Self::name`]; an unknown one is `Incorrect`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|reason| reason.name() == name)
            .unwrap_or(Self::Incorrect)
    }

    /// Name on the wire and in message ids.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Incorrect => "incorrect",
            Self::Incomplete => "incomplete",
            Self::Outdated => "outdated",
        }
    }
}

/// A document that the service asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskedDocument {
    /// Identifier, unique in the request: letters, digits and `-`.
    pub id: String,
    /// Which: "Justificatif de domicile".
    pub title: String,
    /// Why it is needed.
    pub why: String,
    /// What would do, one example each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// Kinds of files accepted.
    pub accept: Vec<FileKind>,
    /// Greatest number of files.
    pub max_files: u8,
    /// How it stands.
    pub state: DocumentState,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<String>,
    /// What was given last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<AttachedFile>,
}

impl AskedDocument {
    /// Whether the resident must give it, or give it again.
    #[must_use]
    pub const fn is_due(&self) -> bool {
        matches!(self.state, DocumentState::Asked | DocumentState::Refused)
    }
}

/// How a document asked for stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    /// Given, not looked at yet.
    Given,
    /// Accepted.
    Accepted,
    /// Refused with a reason: another one is expected.
    Refused,
    /// Not given yet; also anything that this version does not know.
    #[serde(other)]
    Asked,
}

impl DocumentState {
    /// Name on the wire and in message ids.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Given => "given",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is `Asked`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        [Self::Given, Self::Accepted, Self::Refused]
            .into_iter()
            .find(|state| state.name() == name)
            .unwrap_or(Self::Asked)
    }
}
