//! Finding a request again without an account: its code and one proof, exchanged for a short access.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `POST /v1/tracking`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrackingQuery {
    /// The tracking code, as typed.
    pub code: String,
    /// What only the person knows.
    pub proof: Proof,
}

/// What only the person knows: `{"email": "…"}` or `{"birth_date": "1957-03-27"}`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// E-mail address given in the request.
    Email(String),
    /// Birth date given in the request.
    BirthDate(Date),
}

/// Answer of `POST /v1/tracking`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrackingGrant {
    /// Value of the header `Parvis-Access`: reads this request and its timeline.
    pub token: String,
    /// When the token ends: 30 minutes at most.
    pub expires_at: Timestamp,
    /// The request.
    pub request_id: String,
}

impl std::fmt::Debug for TrackingQuery {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("TrackingQuery(***)")
    }
}

impl std::fmt::Debug for Proof {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Proof(***)")
    }
}

impl std::fmt::Debug for TrackingGrant {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("TrackingGrant")
            .field("request_id", &self.request_id)
            .finish()
    }
}
