//! What can go wrong with a call, sorted by what the caller may do next.

use backoffice::api::problem::ProblemCode;
use http::StatusCode;
use jiff::SignedDuration;

use crate::store::outbox::Doubt;

/// Why a call has no usable answer. Holds codes only: nothing that a person typed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContractError {
    /// Too many calls at once; nothing was sent.
    #[error("too many calls to the back office at once")]
    Busy,
    /// The circuit breaker is open; nothing was sent.
    #[error("the back office failed too often lately")]
    Open,
    /// No connection; nothing was sent.
    #[error("the back office cannot be reached")]
    Unreachable,
    /// No answer in time.
    #[error("the back office did not answer in time")]
    Late,
    /// The connection broke before the end of the answer.
    #[error("the connection to the back office broke")]
    Broken,
    /// The answer is longer than any answer of the contract.
    #[error("the answer of the back office is too long")]
    TooLong,
    /// A status of success whose body is not what the contract says.
    #[error("the answer of the back office cannot be read")]
    Unreadable,
    /// A status of failure that the contract does not describe, often from a machine in between.
    #[error("the back office answered {0}")]
    Status(StatusCode),
    /// A problem of the contract.
    #[error("the back office answered {status}: {code:?}")]
    Problem {
        /// Status.
        status: StatusCode,
        /// Code.
        code: ProblemCode,
        /// Seconds to wait.
        retry_after: Option<u32>,
    },
    /// An address that cannot be built from this identifier.
    #[error("an identifier does not fit in an address")]
    Address,
    /// The back office took a file and then rejected it.
    #[error("the back office rejects a file")]
    FileRejected,
    /// The file to send cannot be read here.
    #[error("a file to send cannot be read")]
    File,
}

/// What a delivery does after a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Tries again later.
    Later(Doubt),
    /// Waits for an operator: trying again would give the same answer.
    Stop,
}

impl ContractError {
    /// What a delivery does after this failure.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        use ProblemCode as Code;
        match self {
            Self::Busy | Self::Open | Self::Unreachable | Self::File => {
                Verdict::Later(Doubt::Refused)
            }
            Self::Late | Self::Broken | Self::TooLong | Self::Unreadable => {
                Verdict::Later(Doubt::MayHaveArrived)
            }
            Self::Problem {
                code: Code::NotSupported,
                ..
            }
            | Self::Address
            | Self::FileRejected => Verdict::Stop,
            Self::Problem {
                code: Code::RateLimited | Code::ClientAuthenticationFailed,
                ..
            } => Verdict::Later(Doubt::Refused),
            Self::Problem {
                // Under this key another text arrived: ours in an earlier attempt, most likely, with files that
                // have new identifiers by now.
                code: Code::RequestInProgress | Code::IdempotencyKeyReused,
                ..
            } => Verdict::Later(Doubt::MayHaveArrived),
            Self::Problem { status, .. } if status.as_u16() < 500 => Verdict::Stop,
            // A status without a problem of the contract comes from a machine in between, whatever it is.
            Self::Problem { .. } | Self::Status(_) => Verdict::Later(Doubt::MayHaveArrived),
        }
    }

    /// Whether the same call may be answered later: nobody answered, or the answer was of the moment.
    #[must_use]
    pub fn will_pass(&self) -> bool {
        match self {
            Self::Busy | Self::Open | Self::Unreachable | Self::Late | Self::Broken => true,
            Self::Status(status) => status.is_server_error() || status.as_u16() == 429,
            Self::Problem { status, code, .. } => {
                status.is_server_error()
                    || matches!(
                        code,
                        ProblemCode::RateLimited | ProblemCode::ClientAuthenticationFailed
                    )
            }
            Self::TooLong | Self::Unreadable | Self::Address | Self::File | Self::FileRejected => {
                false
            }
        }
    }

    /// Whether the back office says this.
    #[must_use]
    pub fn says(&self, said: ProblemCode) -> bool {
        matches!(self, Self::Problem { code, .. } if *code == said)
    }

    /// Whether the back office has nothing at this address: it does not offer such things, or is older than they are.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        match self {
            Self::Status(status) | Self::Problem { status, .. } => matches!(
                *status,
                StatusCode::NOT_FOUND
                    | StatusCode::METHOD_NOT_ALLOWED
                    | StatusCode::NOT_IMPLEMENTED
            ),
            _ => false,
        }
    }

    /// Whether the back office does not offer such things.
    #[must_use]
    pub fn is_not_supported(&self) -> bool {
        self.says(ProblemCode::NotSupported)
    }

    /// Whether the back office says that it does not know the resource.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.is(ProblemCode::NotFound)
    }

    /// Whether the back office gives this code.
    #[must_use]
    pub fn is(&self, wanted: ProblemCode) -> bool {
        matches!(self, Self::Problem { code, .. } if *code == wanted)
    }

    /// How long the back office asks to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<SignedDuration> {
        match self {
            Self::Problem {
                retry_after: Some(seconds),
                ..
            } => {
                // An hour at most: a wrong figure there must not stop deliveries here.
                Some(SignedDuration::from_secs(i64::from(*seconds).min(3600)))
            }
            _ => None,
        }
    }

    /// A word for logs, metrics and the outbox.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Busy => "busy",
            Self::Open => "breaker_open",
            Self::Unreachable => "unreachable",
            Self::Late => "late",
            Self::Broken => "broken",
            Self::TooLong => "too_long",
            Self::Unreadable => "unreadable",
            Self::Status(_) => "status",
            Self::Problem { code, .. } => code.name(),
            Self::Address => "address",
            Self::File => "file",
            Self::FileRejected => "file_rejected",
        }
    }
}
