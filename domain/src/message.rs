//! What a resident and the service write to each other about a request.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{answers::AttachedFile, locale::Locale, request::AuthorKind};

/// Greatest length of a message, and of any other free text about a request, in characters.
pub const LONGEST: u16 = 10_000;

/// A message of the thread of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    /// Identifier, unique in the request.
    pub id: String,
    /// When it was written.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// What it is meant for.
    pub kind: MessageKind,
    /// Who wrote it.
    pub author_kind: AuthorKind,
    /// What was written; may be empty beside files and for a reminder.
    pub text: String,
    /// Language of the text, when its author said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Locale>,
    /// Attached files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<AttachedFile>,
    /// When the other side read it; `None` while it has not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub read_at: Option<Timestamp>,
}

/// What a message is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// The resident asks where their overdue request stands.
    Reminder,
    /// The resident complains about the way their request is handled.
    Complaint,
    /// The usual way to speak to each other; also anything that this version does not know.
    #[serde(other)]
    Message,
}

impl MessageKind {
    /// Name on the wire and in message ids.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Reminder => "reminder",
            Self::Complaint => "complaint",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is an ordinary message.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        [Self::Reminder, Self::Complaint]
            .into_iter()
            .find(|kind| kind.name() == name)
            .unwrap_or(Self::Message)
    }
}

/// How many messages the resident has not read yet.
#[must_use]
pub fn unread(messages: &[Message]) -> usize {
    let of_the_service = |message: &&Message| {
        matches!(message.author_kind, AuthorKind::Staff | AuthorKind::System)
            && message.read_at.is_none()
    };
    messages.iter().filter(of_the_service).count()
}
