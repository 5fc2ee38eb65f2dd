//! A visit as it is asked for, a time at which it may take place, and the appointment that it becomes.

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::appointment::{AppointmentType, Help, Mode, Purpose};

/// A purpose of a visit as a person asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskedPurpose {
    /// Identifier of the appointment type.
    #[serde(rename = "type")]
    pub kind: String,
    /// How many people it is for.
    pub people: u8,
    /// How many documents are asked for.
    #[serde(default)]
    pub documents: u8,
}

impl AskedPurpose {
    /// The purpose with its type, when that is known.
    #[must_use]
    pub fn with<'a>(&self, types: &'a [AppointmentType]) -> Option<Purpose<'a>> {
        let kind = types.iter().find(|kind| kind.id == self.kind)?;
        Some(Purpose {
            kind,
            people: self.people,
            documents: self.documents,
        })
    }
}

/// What a visit is for and what would help.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskedVisit {
    /// Its purposes; one at least.
    pub purposes: Vec<AskedPurpose>,
    /// What would help.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub help: Vec<Help>,
}

impl AskedVisit {
    /// Its purposes with their types; `None` when one is unknown.
    #[must_use]
    pub fn with<'a>(&self, types: &'a [AppointmentType]) -> Option<Vec<Purpose<'a>>> {
        self.purposes
            .iter()
            .map(|asked| asked.with(types))
            .collect()
    }
}

/// A time at which a visit may begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Slot {
    /// What to give back to hold it; says nothing to anybody else. It is looked at anew when it is used: an old one may
    /// be taken by then.
    pub id: String,
    /// When it begins.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub start: Timestamp,
    /// When people leave.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub end: Timestamp,
    /// Zone of the place: with it, the instant is the civil time that was promised (IANA name).
    pub zone: String,
    /// Where.
    pub location_id: String,
    /// How people are received.
    pub mode: Mode,
    /// Seats left, for a group session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places_left: Option<u16>,
}

impl Slot {
    /// The zone of the place; UTC for a name that this version does not know.
    #[must_use]
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }
}

/// A time kept for someone who fills in the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hold {
    /// Identifier.
    pub id: String,
    /// The time.
    pub slot: Slot,
    /// When it is free again.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub expires_at: Timestamp,
    /// Whether it may still be prolonged: once.
    pub extendable: bool,
}

/// An appointment: the visit of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Appointment {
    /// Identifier, the same whatever happens to it: calendars know it by this (RFC 5545, `UID`).
    pub id: String,
    /// Where it stands.
    pub status: AppointmentStatus,
    /// What it is for.
    #[serde(flatten)]
    pub visit: AskedVisit,
    /// When and where; the last time that was agreed upon, even when it was cancelled.
    pub slot: Slot,
    /// How many times it changed: calendars follow it (RFC 5545, `SEQUENCE`).
    pub sequence: u32,
    /// Until when the resident can move or cancel it here.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub changeable_until: Timestamp,
    /// Minutes of lateness that the resident announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_minutes: Option<u16>,
    /// When the resident confirmed that they come, since it has this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub confirmed_at: Option<Timestamp>,
}

/// Where an appointment stands. `Other` stands for a status that this version does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AppointmentStatus {
    /// Booked.
    Confirmed,
    /// Cancelled by the resident.
    CancelledByUser,
    /// Cancelled by the service, which offers other times.
    CancelledByService,
    /// The time was no longer held when the request came, and someone else had it: another one is to be chosen.
    TimeLost,
    /// The person is there and waits.
    Arrived,
    /// The person is called.
    Called,
    /// It took place.
    Attended,
    /// The person did not come.
    Missed,
    /// A status of the back office that has no equivalent here.
    #[serde(other)]
    Other,
}

impl AppointmentStatus {
    const ALL: [Self; 8] = [
        Self::Confirmed,
        Self::CancelledByUser,
        Self::CancelledByService,
        Self::TimeLost,
        Self::Arrived,
        Self::Called,
        Self::Attended,
        Self::Missed,
    ];

    /// Name on the wire and in message ids.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::CancelledByUser => "cancelled_by_user",
            Self::CancelledByService => "cancelled_by_service",
            Self::TimeLost => "time_lost",
            Self::Arrived => "arrived",
            Self::Called => "called",
            Self::Attended => "attended",
            Self::Missed => "missed",
            Self::Other => "other",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is `Other`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let known = Self::ALL.into_iter().find(|status| status.name() == name);
        known.unwrap_or(Self::Other)
    }

    /// Whether a time is kept for it.
    #[must_use]
    pub const fn has_time(self) -> bool {
        matches!(self, Self::Confirmed | Self::Arrived | Self::Called)
    }

    /// Whether the resident may choose another time.
    #[must_use]
    pub const fn may_move(self) -> bool {
        matches!(
            self,
            Self::Confirmed | Self::CancelledByService | Self::TimeLost
        )
    }
}
