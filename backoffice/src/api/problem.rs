//! Errors of the contract (RFC 9457): a code that programs read, a title for people who debug.

use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What went wrong, as one closed list. A code that this version does not know reads as `Other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// The body is not JSON, or not what the operation expects.
    Malformed,
    /// A `POST` without `Idempotency-Key`, or one that is not a UUID.
    IdempotencyKeyRequired,
    /// A cursor that this back office did not give.
    InvalidCursor,
    /// The portal is not recognised.
    ClientAuthenticationFailed,
    /// Unknown, or someone else's.
    NotFound,
    /// The form changed since it was read.
    FormVersionOutdated,
    /// Not possible in this status.
    InvalidState,
    /// An equivalent request exists.
    DuplicateRequest,
    /// The same call is still running.
    RequestInProgress,
    /// `If-Match` names an old version.
    StaleVersion,
    /// The body is heavier than the limit.
    PayloadTooLarge,
    /// The body is not of the announced type.
    UnsupportedMediaType,
    /// Answers that break the rules of the form.
    ValidationFailed,
    /// A file that cannot be accepted.
    UploadRejected,
    /// The same key came with another body.
    IdempotencyKeyReused,
    /// `If-Match` is missing.
    PreconditionRequired,
    /// Too many attempts.
    RateLimited,
    /// The capability is absent.
    NotSupported,
    /// The back office cannot answer now.
    BackofficeUnavailable,
    /// Something that this version does not know.
    #[serde(other)]
    Other,
}

impl ProblemCode {
    /// Name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.facts().0
    }

    /// HTTP status.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        self.facts().1
    }

    /// Title, the same for every problem of this code.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.facts().2
    }

    const fn facts(self) -> (&'static str, StatusCode, &'static str) {
        use StatusCode as S;
        match self {
            Self::Malformed => ("malformed", S::BAD_REQUEST, "The call is malformed"),
            Self::IdempotencyKeyRequired => {
                ("idempotency_key_required", S::BAD_REQUEST, "Idempotency-Key is required")
            }
            Self::InvalidCursor => ("invalid_cursor", S::BAD_REQUEST, "The cursor is not valid"),
            Self::ClientAuthenticationFailed => {
                ("client_authentication_failed", S::UNAUTHORIZED, "The client is not recognised")
            }
            Self::NotFound => ("not_found", S::NOT_FOUND, "Not found"),
            Self::FormVersionOutdated => {
                ("form_version_outdated", S::CONFLICT, "The form has changed")
            }
            Self::InvalidState => ("invalid_state", S::CONFLICT, "Not possible in this status"),
            Self::DuplicateRequest => {
                ("duplicate_request", S::CONFLICT, "An equivalent request exists")
            }
            Self::RequestInProgress => {
                ("request_in_progress", S::CONFLICT, "The same call is still running")
            }
            Self::StaleVersion => {
                ("stale_version", S::PRECONDITION_FAILED, "The resource has changed")
            }
            Self::PayloadTooLarge => {
                ("payload_too_large", S::PAYLOAD_TOO_LARGE, "The body is too heavy")
            }
            Self::UnsupportedMediaType => (
                "unsupported_media_type",
                S::UNSUPPORTED_MEDIA_TYPE,
                "The type of the body is not expected here",
            ),
            Self::ValidationFailed => {
                ("validation_failed", S::UNPROCESSABLE_ENTITY, "Some answers are not valid")
            }
            Self::UploadRejected => {
                ("upload_rejected", S::UNPROCESSABLE_ENTITY, "The file cannot be accepted")
            }
            Self::IdempotencyKeyReused => (
                "idempotency_key_reused",
                S::UNPROCESSABLE_ENTITY,
                "The key was used for another call",
            ),
            Self::PreconditionRequired => {
                ("precondition_required", S::PRECONDITION_REQUIRED, "If-Match is required")
            }
            Self::RateLimited => ("rate_limited", S::TOO_MANY_REQUESTS, "Too many attempts"),
            Self::NotSupported => {
                ("not_supported", S::NOT_IMPLEMENTED, "This back office does not offer this")
            }
            Self::BackofficeUnavailable => (
                "backoffice_unavailable",
                S::SERVICE_UNAVAILABLE,
                "The back office cannot answer now",
            ),
            Self::Other => ("other", S::INTERNAL_SERVER_ERROR, "Something went wrong"),
        }
    }
}

/// Body of every error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// `urn:parvis:problem:<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The same for every problem of this code.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// What happened this time, without personal data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The code.
    pub code: ProblemCode,
    /// Identifier of the call, to find it in the logs.
    #[serde(default)]
    pub request_id: String,
    /// What is wrong in the body, for `validation_failed`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// Seconds to wait before the next attempt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// Members that only some codes have.
    #[serde(flatten)]
    pub more: More,
}

/// Members that only some codes have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct More {
    /// The present version of the form, for `form_version_outdated`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_form_version: Option<String>,
    /// The limit in bytes, for `payload_too_large`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<u64>,
    /// The capability that is absent, for `not_supported`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capability: Option<String>,
    /// Why a file is refused, for `upload_rejected`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<crate::api::uploads::UploadRejection>,
    /// The present ETag, for `stale_version`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
}

/// One thing wrong in a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldProblem {
    /// JSON pointer in the body: `#/answers/birth_date`.
    pub pointer: String,
    /// What is wrong, for programs.
    pub code: String,
    /// What is wrong, for people who debug.
    pub detail: String,
}

impl Problem {
    /// A problem with the title and status of its code.
    #[must_use]
    pub fn new(code: ProblemCode) -> Self {
        Self {
            kind: format!("urn:parvis:problem:{}", code.name()),
            title: code.title().to_owned(),
            status: code.status().as_u16(),
            detail: None,
            code,
            request_id: String::new(),
            errors: Vec::new(),
            retry_after: None,
            more: More::default(),
        }
    }

    /// Says what happened this time. Never put what a resident typed here: it reaches logs.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Says when to try again.
    #[must_use]
    pub const fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Answers that break the rules.
    #[must_use]
    pub fn validation(errors: Vec<FieldProblem>) -> Self {
        Self { errors, ..Self::new(ProblemCode::ValidationFailed) }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.code.name(), self.title)?;
        self.detail.iter().try_for_each(|detail| write!(formatter, " ({detail})"))
    }
}

impl std::error::Error for Problem {}
