//! Errors of the contract (RFC 9457): a code that programs read, a title for people who debug.

use domain::request::Status;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use super::problem_code::ProblemCode;
use super::uploads::UploadRejection;

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
    /// Path of the call.
    #[serde(default)]
    pub instance: String,
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
    pub reason: Option<UploadRejection>,
    /// The present ETag, for `stale_version`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// The present status, for `invalid_state`; it does not replace the member of HTTP, `status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present_status: Option<Status>,
    /// From when on the operation is possible, for `too_early_to_arrive`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub possible_from: Option<Timestamp>,
    /// The statuses in which the operation is possible, for `invalid_state`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<Status>,
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

/// What an operation gives, or why it does not. Boxed because a problem is large and rare.
pub type Answered<T> = Result<T, Box<Problem>>;

impl Problem {
    /// A problem with the title and status of its code.
    #[must_use]
    pub fn new(code: ProblemCode) -> Box<Self> {
        Box::new(Self {
            kind: format!("urn:parvis:problem:{}", code.name()),
            title: code.title().to_owned(),
            status: code.status().as_u16(),
            detail: None,
            instance: String::new(),
            code,
            request_id: String::new(),
            errors: Vec::new(),
            retry_after: None,
            more: More::default(),
        })
    }

    /// Says what happened this time. Never put what a resident typed here: it reaches logs.
    #[must_use]
    pub fn detail(mut self: Box<Self>, detail: impl Into<String>) -> Box<Self> {
        self.detail = Some(detail.into());
        self
    }

    /// Says in how many seconds to try again.
    #[must_use]
    pub fn retry_after(mut self: Box<Self>, seconds: u32) -> Box<Self> {
        self.retry_after = Some(seconds);
        self
    }

    /// Unknown, or someone else's: the same answer for both.
    #[must_use]
    pub fn not_found() -> Box<Self> {
        Self::new(ProblemCode::NotFound)
    }

    /// Answers that break the rules.
    #[must_use]
    pub fn validation(errors: Vec<FieldProblem>) -> Box<Self> {
        let mut problem = Self::new(ProblemCode::ValidationFailed);
        problem.errors = errors;
        problem
    }

    /// The capability is absent.
    #[must_use]
    pub fn not_supported(capability: &str) -> Box<Self> {
        let mut problem = Self::new(ProblemCode::NotSupported);
        problem.more.capability = Some(capability.to_owned());
        problem
    }

    /// Not possible in this status; `allowed` says in which it is.
    #[must_use]
    pub fn invalid_state(present: Status, allowed: Vec<Status>) -> Box<Self> {
        let mut problem = Self::new(ProblemCode::InvalidState);
        problem.more.present_status = Some(present);
        problem.more.allowed = allowed;
        problem
    }

    /// Too early to be there: from when on it is not.
    #[must_use]
    pub fn too_early(from: Timestamp) -> Box<Self> {
        let mut problem = Self::new(ProblemCode::TooEarlyToArrive);
        problem.more.possible_from = Some(from);
        problem
    }

    /// A body over the limit, in bytes.
    #[must_use]
    pub fn too_large(max_bytes: u64) -> Box<Self> {
        let mut problem = Self::new(ProblemCode::PayloadTooLarge);
        problem.more.max_bytes = Some(max_bytes);
        problem
    }

    /// A file that cannot be accepted.
    #[must_use]
    pub fn upload_rejected(reason: UploadRejection) -> Box<Self> {
        let mut problem = Self::new(ProblemCode::UploadRejected);
        problem.more.reason = Some(reason);
        problem
    }
}

impl FieldProblem {
    /// One thing wrong at a JSON pointer.
    #[must_use]
    pub fn new(pointer: impl Into<String>, code: &str, detail: &str) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.to_owned(),
            detail: detail.to_owned(),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.code.name(), self.title)?;
        self.detail
            .iter()
            .try_for_each(|detail| write!(formatter, " ({detail})"))
    }
}

impl std::error::Error for Problem {}
