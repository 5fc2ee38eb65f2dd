//! The closed list of what can go wrong, with the HTTP status and title of each.

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
    /// The path does not take this method.
    MethodNotAllowed,
    /// Not possible in this status.
    InvalidState,
    /// The time is taken, or was never free.
    SlotUnavailable,
    /// The appointment is too close, or over.
    TooLateToChange,
    /// The appointment is too far away to be there already.
    TooEarlyToArrive,
    /// An equivalent request exists.
    DuplicateRequest,
    /// The same call is still running.
    RequestInProgress,
    /// An answer that counts already, or was given by someone else under the same link.
    AlreadyAnswered,
    /// What would be published is not what the agent was shown.
    NotAsShown,
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
            Self::IdempotencyKeyRequired => (
                "idempotency_key_required",
                S::BAD_REQUEST,
                "Idempotency-Key is required",
            ),
            Self::InvalidCursor => ("invalid_cursor", S::BAD_REQUEST, "The cursor is not valid"),
            Self::ClientAuthenticationFailed => (
                "client_authentication_failed",
                S::UNAUTHORIZED,
                "The client is not recognised",
            ),
            Self::NotFound => ("not_found", S::NOT_FOUND, "Not found"),
            Self::FormVersionOutdated => {
                ("form_version_outdated", S::CONFLICT, "The form has changed")
            }
            Self::MethodNotAllowed => (
                "method_not_allowed",
                S::METHOD_NOT_ALLOWED,
                "The path does not take this method",
            ),
            Self::InvalidState => ("invalid_state", S::CONFLICT, "Not possible in this status"),
            Self::SlotUnavailable => ("slot_unavailable", S::CONFLICT, "The time is not free"),
            Self::TooLateToChange => (
                "too_late_to_change",
                S::CONFLICT,
                "The appointment is too close to change",
            ),
            Self::TooEarlyToArrive => (
                "too_early_to_arrive",
                S::CONFLICT,
                "It is too early to arrive",
            ),
            Self::DuplicateRequest => (
                "duplicate_request",
                S::CONFLICT,
                "An equivalent request exists",
            ),
            Self::RequestInProgress => (
                "request_in_progress",
                S::CONFLICT,
                "The same call is still running",
            ),
            Self::AlreadyAnswered => ("already_answered", S::GONE, "This was answered already"),
            Self::NotAsShown => ("not_as_shown", S::CONFLICT, "This is not what was shown"),
            Self::StaleVersion => (
                "stale_version",
                S::PRECONDITION_FAILED,
                "The resource has changed",
            ),
            Self::PayloadTooLarge => (
                "payload_too_large",
                S::PAYLOAD_TOO_LARGE,
                "The body is too heavy",
            ),
            Self::UnsupportedMediaType => (
                "unsupported_media_type",
                S::UNSUPPORTED_MEDIA_TYPE,
                "The type of the body is not expected here",
            ),
            Self::ValidationFailed => (
                "validation_failed",
                S::UNPROCESSABLE_ENTITY,
                "Some answers are not valid",
            ),
            Self::UploadRejected => (
                "upload_rejected",
                S::UNPROCESSABLE_ENTITY,
                "The file cannot be accepted",
            ),
            Self::IdempotencyKeyReused => (
                "idempotency_key_reused",
                S::UNPROCESSABLE_ENTITY,
                "The key was used for another call",
            ),
            Self::PreconditionRequired => (
                "precondition_required",
                S::PRECONDITION_REQUIRED,
                "If-Match is required",
            ),
            Self::RateLimited => ("rate_limited", S::TOO_MANY_REQUESTS, "Too many attempts"),
            Self::NotSupported => (
                "not_supported",
                S::NOT_IMPLEMENTED,
                "This back office does not offer this",
            ),
            Self::BackofficeUnavailable => (
                "backoffice_unavailable",
                S::SERVICE_UNAVAILABLE,
                "The back office cannot answer now",
            ),
            Self::Other => ("other", S::INTERNAL_SERVER_ERROR, "Something went wrong"),
        }
    }
}
