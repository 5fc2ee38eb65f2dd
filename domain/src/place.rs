//! Places where people are received: counters, France Services.

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// A place where residents are received and helped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Place {
    /// Identifier.
    pub id: String,
    /// Name shown.
    pub name: Text,
    /// What one can do there.
    pub purpose: Text,
    /// Address, one line each, in French.
    pub address: Vec<String>,
    /// Phone number.
    pub phone: String,
    /// E-mail address, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Opening hours, one line per day or group of days.
    pub hours: Vec<Text>,
    /// Facts about access: steps, hearing loop, parking, transport.
    pub access: Vec<Text>,
}
