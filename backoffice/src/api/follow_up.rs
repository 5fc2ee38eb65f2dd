//! What a resident does about a request once sent: write, correct, complete, withdraw.

use domain::{answers::Answers, message::MessageKind};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `POST /v1/requests/{id}/messages`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewMessage {
    /// What it is meant for.
    pub kind: MessageKind,
    /// What was written; may be empty beside files and for a reminder.
    pub text: String,
    /// Identifiers of uploads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uploads: Vec<String>,
    /// When the resident wrote it; earlier than its delivery here.
    pub written_at: Timestamp,
}

/// Body of `POST /v1/requests/{id}/messages/read`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReadMark {
    /// Identifier of the last message of the service that the resident read.
    pub up_to: String,
    /// When.
    pub read_at: Timestamp,
}

/// Body of `POST /v1/requests/{id}/withdrawal`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Withdrawal {
    /// Why, if the resident says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When the resident withdrew it.
    pub withdrawn_at: Timestamp,
}

/// Body of `POST /v1/requests/{id}/corrections`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewCorrection {
    /// Version of the form that was filled in: that of the request.
    pub form_version: String,
    /// `answers_version` of the answers that the resident corrected.
    pub answers_version: u32,
    /// All answers, as they are from now on.
    pub answers: Answers,
    /// When the resident sent it.
    pub corrected_at: Timestamp,
}

/// Body of `POST /v1/requests/{id}/documents`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GivenDocument {
    /// Identifier of the document asked for.
    pub document_id: String,
    /// Identifiers of uploads: they take the place of those given before.
    pub uploads: Vec<String>,
    /// When the resident gave them.
    pub given_at: Timestamp,
}

/// Body of `POST /v1/requests/{id}/extension`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionDemand {
    /// Identifier of the demand of the service.
    pub info_request_id: String,
    /// When the resident asked.
    pub asked_at: Timestamp,
}
