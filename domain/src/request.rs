//! A request once sent: its status and what happened to it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::locale::Locale;

/// Where a request stands. `Other` stands for a status that this version does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Received by the service.
    Submitted,
    /// Someone is working on it.
    InReview,
    /// The service needs something from the resident.
    InfoRequested,
    /// A payment is expected.
    AwaitingPayment,
    /// Accepted.
    Accepted,
    /// Refused.
    Rejected,
    /// Closed without decision.
    Closed,
    /// Withdrawn by the resident.
    Withdrawn,
    /// Ended for lack of an answer.
    Expired,
    /// A status of the back office that has no equivalent here.
    #[serde(other)]
    Other,
}

impl Status {
    /// Every status that staff may set or that a rule leads to.
    pub const ALL: [Self; 10] = [
        Self::Submitted,
        Self::InReview,
        Self::InfoRequested,
        Self::AwaitingPayment,
        Self::Accepted,
        Self::Rejected,
        Self::Closed,
        Self::Withdrawn,
        Self::Expired,
        Self::Other,
    ];

    /// Name on the wire and in message ids.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::InReview => "in_review",
            Self::InfoRequested => "info_requested",
            Self::AwaitingPayment => "awaiting_payment",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
            Self::Other => "other",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is `Other`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|status| status.name() == name)
            .unwrap_or(Self::Other)
    }

    /// Whether nothing more will happen.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::Accepted | Self::Rejected | Self::Closed | Self::Withdrawn | Self::Expired
        )
    }

    /// The statuses of [`Self::is_open`].
    #[must_use]
    pub fn open() -> Vec<Self> {
        Self::ALL.into_iter().filter(|it| it.is_open()).collect()
    }

    /// Whether the resident may still withdraw or correct the request: nothing is decided.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Submitted | Self::InReview | Self::InfoRequested | Self::AwaitingPayment
        )
    }

    /// Whether staff may move a request from this status to `next`.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        use Status::{
            Accepted, AwaitingPayment, Closed, InReview, InfoRequested, Rejected, Submitted,
        };
        matches!(
            (self, next),
            (
                Submitted,
                InReview | InfoRequested | AwaitingPayment | Accepted | Rejected | Closed
            ) | (
                InReview,
                InfoRequested | AwaitingPayment | Accepted | Rejected | Closed
            ) | (
                InfoRequested,
                InReview | AwaitingPayment | Accepted | Rejected | Closed
            ) | (
                AwaitingPayment,
                InReview | InfoRequested | Accepted | Rejected | Closed
            )
        )
    }
}

/// Something that happened to a request and that the resident may read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TimelineEntry {
    /// Identifier, unique in the request.
    pub id: String,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// What.
    #[serde(rename = "type")]
    pub kind: TimelineKind,
    /// Status reached, for a change of status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Words of the service, if it wrote some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Language of those words, when their author said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Locale>,
    /// Who did it.
    pub author_kind: AuthorKind,
}

/// Kinds of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// The status changed.
    Status,
    /// Someone wrote: the message stands in the thread.
    Message,
    /// A document was asked for, given, accepted, refused or delivered.
    Document,
    /// Answers were marked or corrected.
    Correction,
    /// The appointment was booked, moved or cancelled, or its day came.
    Appointment,
    /// Something that this version does not know.
    #[serde(other)]
    Other,
}

impl TimelineKind {
    /// Name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Message => "message",
            Self::Document => "document",
            Self::Correction => "correction",
            Self::Appointment => "appointment",
            Self::Other => "other",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is `Other`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        [
            Self::Status,
            Self::Message,
            Self::Document,
            Self::Correction,
            Self::Appointment,
        ]
        .into_iter()
        .find(|kind| kind.name() == name)
        .unwrap_or(Self::Other)
    }
}

/// Who acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AuthorKind {
    /// The resident.
    Citizen,
    /// Someone who helps the resident.
    Mediator,
    /// The service.
    Staff,
    /// The software.
    #[serde(other)]
    System,
}

impl AuthorKind {
    /// Name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Mediator => "mediator",
            Self::Staff => "staff",
            Self::System => "system",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is the software.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        [Self::Citizen, Self::Mediator, Self::Staff]
            .into_iter()
            .find(|kind| kind.name() == name)
            .unwrap_or(Self::System)
    }
}
