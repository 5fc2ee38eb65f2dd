//! Places where people are received: counters, France Services.

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::{appointment::Help, position::Position, text::Text};

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
    /// What it has for those who need it: a way without steps, a hearing loop. Who asks for one of them is only received
    /// where it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Help>,
    /// Its time zone (IANA name); absent: that of metropolitan France.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// How to get there, in words, without a map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directions: Option<Text>,
    /// Where its entrance is: without it, nobody can be told how far it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

impl Place {
    /// Whether someone can come in and be understood here: what a building has or has not. What the service prepares (time,
    /// an interpreter) depends on no place.
    #[must_use]
    pub fn suits(&self, help: &[Help]) -> bool {
        let mut of_building = help.iter().filter(|help| help.is_of_a_building());
        of_building.all(|help| self.offers.contains(help))
    }

    /// The name of its zone; that of metropolitan France when it does not say.
    #[must_use]
    pub fn zone_name(&self) -> &str {
        self.zone.as_deref().unwrap_or("Europe/Paris")
    }

    /// Its zone; UTC for a name that this version does not know.
    #[must_use]
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(self.zone_name()).unwrap_or(TimeZone::UTC)
    }
}
