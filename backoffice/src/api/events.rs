//! Changes told to the portal: thin CloudEvents 1.0; the portal reads the resource again.

use domain::request::Status;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Answer of `GET /v1/events`: ordered, at least once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EventPage {
    /// The events after the cursor, oldest first.
    pub items: Vec<Event>,
    /// Value of `after` for the next call; the same as given when nothing happened.
    pub next_cursor: String,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Event {
    /// `1.0`.
    pub specversion: String,
    /// Identifier; seen twice, it is the same event.
    pub id: String,
    /// The back office.
    pub source: String,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: EventKind,
    /// Path of the resource.
    pub subject: String,
    /// When.
    pub time: Timestamp,
    /// What to read again.
    pub data: EventData,
}

/// What to read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EventData {
    /// Path of the resource.
    pub resource: String,
    /// Its ETag after the change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// Its status after the change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum EventKind {
    /// A request was recorded.
    #[serde(rename = "parvis.request.created")]
    RequestCreated,
    /// A request changed.
    #[serde(rename = "parvis.request.updated")]
    RequestUpdated,
    /// A request was deleted.
    #[serde(rename = "parvis.request.deleted")]
    RequestDeleted,
    /// Someone wrote in the thread of a request.
    #[serde(rename = "parvis.request.message_added")]
    MessageAdded,
    /// The service delivered a document.
    #[serde(rename = "parvis.request.document_added")]
    DocumentAdded,
    /// A procedure or its form changed.
    #[serde(rename = "parvis.procedure.updated")]
    ProcedureUpdated,
    /// An entry of the waiting list changed: a time is offered, was taken or was let go, or it ended.
    #[serde(rename = "parvis.waiting_list_entry.updated")]
    WaitingEntryUpdated,
    /// An entry of the waiting list was deleted.
    #[serde(rename = "parvis.waiting_list_entry.deleted")]
    WaitingEntryDeleted,
    /// Something that this version does not know.
    #[serde(rename = "other", other)]
    Other,
}

impl EventKind {
    /// Name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RequestCreated => "parvis.request.created",
            Self::RequestUpdated => "parvis.request.updated",
            Self::RequestDeleted => "parvis.request.deleted",
            Self::MessageAdded => "parvis.request.message_added",
            Self::DocumentAdded => "parvis.request.document_added",
            Self::ProcedureUpdated => "parvis.procedure.updated",
            Self::WaitingEntryUpdated => "parvis.waiting_list_entry.updated",
            Self::WaitingEntryDeleted => "parvis.waiting_list_entry.deleted",
            Self::Other => "other",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is `Other`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        [
            Self::RequestCreated,
            Self::RequestUpdated,
            Self::RequestDeleted,
            Self::MessageAdded,
            Self::DocumentAdded,
            Self::ProcedureUpdated,
            Self::WaitingEntryUpdated,
            Self::WaitingEntryDeleted,
        ]
        .into_iter()
        .find(|kind| kind.name() == name)
        .unwrap_or(Self::Other)
    }
}
