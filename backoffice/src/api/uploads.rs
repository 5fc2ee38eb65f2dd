//! Files sent before the request that names them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A file as this back office knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Upload {
    /// Identifier, for `answers`.
    pub id: String,
    /// Name given by the person's device.
    pub filename: String,
    /// Media type found by content.
    pub media_type: String,
    /// Weight in bytes.
    pub bytes: u64,
    /// `sha-256=:<base64>:`, as in `Content-Digest`.
    pub digest: String,
    /// Whether it may be used.
    pub status: UploadStatus,
    /// Why it was rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<UploadRejection>,
}

/// Whether a file may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UploadStatus {
    /// Not yet.
    Scanning,
    /// Yes.
    Ready,
    /// No.
    #[serde(other)]
    Rejected,
}

/// Why a file was rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UploadRejection {
    /// Too heavy, or empty.
    Size,
    /// Not a kind of file that is accepted.
    Type,
    /// It would harm the reader.
    #[serde(other)]
    Malware,
}
