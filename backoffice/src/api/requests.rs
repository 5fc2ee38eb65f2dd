//! Requests on the wire: what is sent, what is read back.

pub use domain::decision::{Decision, DeliveredDocument, Outcome, Remedy};
use domain::{
    answers::Answers, booking::Appointment, correction::Correction, info_request::InfoRequest,
    locale::Locale, request::Status, text::Text,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::appointments::NewVisit;

/// Body of `POST /v1/requests`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewRequest {
    /// The procedure.
    pub procedure_id: String,
    /// Version of the form that was filled in.
    pub form_version: String,
    /// Valid answers of what applies. The `id` of a file is that of an upload of this back office.
    pub answers: Answers,
    /// Language of the resident.
    pub locale: Locale,
    /// How the request came.
    pub channel: Channel,
    /// `true`: sent. `false` asks for a draft (capability `drafts`).
    pub submit: bool,
    /// Code given to the resident on the receipt.
    pub tracking_code: String,
    /// When the resident sent it; earlier than its delivery here.
    pub submitted_at: Timestamp,
    /// The time at which they come, for a procedure that takes visits (capability `appointments`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<NewVisit>,
}

/// How a request came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RequestChannel)]
pub enum Channel {
    /// The portal.
    Web,
    /// Filled in by an agent at the counter.
    Counter,
    /// Dictated on the phone.
    Phone,
    /// Copied from paper.
    Paper,
    /// Any other way.
    #[serde(other)]
    Other,
}

impl Channel {
    /// Name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Counter => "counter",
            Self::Phone => "phone",
            Self::Paper => "paper",
            Self::Other => "other",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is `Other`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        [Self::Web, Self::Counter, Self::Phone, Self::Paper]
            .into_iter()
            .find(|channel| channel.name() == name)
            .unwrap_or(Self::Other)
    }
}

/// A request as lists show it: no answers, no text of the resident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestSummary {
    /// Identifier.
    pub id: String,
    /// Number for people: `2026-000123`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The procedure.
    pub procedure_id: String,
    /// Version of its form.
    pub form_version: String,
    /// Language of the resident.
    pub locale: Locale,
    /// How it came.
    pub channel: Channel,
    /// Where it stands.
    pub status: Status,
    /// The back office's own words for the status; absent when the usual ones fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_label: Option<Text>,
    /// Whether nothing more will happen.
    pub is_final: bool,
    /// When it was recorded here.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When the resident sent it.
    pub submitted_at: Timestamp,
    /// Day by which an answer is usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_by: Option<Date>,
    /// Day on which silence takes the meaning that the law gives it; unknown while the legal time stands still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_deadline: Option<Date>,
    /// Since when the legal time stands still because documents are missing (code des relations entre le public
    /// et l'administration, article L114-5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_paused_since: Option<Timestamp>,
    /// The decision, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// How long it is kept.
    pub retention: Retention,
}

/// A request as its owner and the service read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Request {
    /// What lists show too.
    #[serde(flatten)]
    pub summary: RequestSummary,
    /// The answers, as they are now.
    pub answers: Answers,
    /// Grows by one at each correction; 1 for the answers as sent.
    #[serde(default = "first_version")]
    pub answers_version: u32,
    /// Corrections, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// What the service asks for and waits for; absent when it waits for nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub info_request: Option<InfoRequest>,
    /// The appointment that it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Appointment>,
}

const fn first_version() -> u32 {
    1
}

/// How long a request is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Retention {
    /// Day after which it is deleted with its files; unknown until it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delete_after: Option<Date>,
}
