//! At the place: who waits there, in which order they are called, and how long that may take (decision 0014).

mod forecast;
mod ticket;
mod turn;

#[cfg(test)]
mod tests;

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

use crate::{booking::Slot, text::Text};

pub use forecast::{Busy, Desk, Lengths, Past, Person, Presence, ahead, lengths, wait};
pub use ticket::{NoTicket, Ticket};
pub use turn::{Turn, due};

/// How long before their appointment someone may say that they are there.
pub const EARLIEST: SignedDuration = SignedDuration::from_hours(1);

/// From when on someone may say that they are there for an appointment: on its day, on the clock of its place.
#[must_use]
pub fn opens(slot: &Slot) -> Timestamp {
    let start = slot.start;
    let day = start.to_zoned(slot.time_zone()).start_of_day();
    let day = day.map_or(start, |day| day.timestamp());
    let before = start.saturating_sub(EARLIEST);
    before.map_or(day, |before| before.max(day))
}

/// Whether there may be a turn to know of: from then on, for the day of the appointment.
#[must_use]
pub fn is_near(slot: &Slot, now: Timestamp) -> bool {
    opens(slot) <= now && now < day_end(slot)
}

/// When the day of an appointment ends, on the clock of its place: whoever waits then was not received.
#[must_use]
pub fn day_end(slot: &Slot) -> Timestamp {
    let last = slot.end.to_zoned(slot.time_zone());
    let next = last.tomorrow().and_then(|day| day.start_of_day());
    next.map_or(slot.end, |day| day.timestamp())
}

/// Where someone stands who said that they are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Queued {
    /// What is shown when they are called. It says nothing of who they are.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "P07"))]
    pub ticket: Ticket,
    /// Where.
    pub location_id: String,
    /// Where it stands.
    pub status: TicketStatus,
    /// How many of those who are there are called before. Once the hour of the appointment has come, nobody who arrives
    /// later is one of them.
    pub ahead: u32,
    /// How long it may take until they are called; absent once they are, or when nobody receives today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<WaitRange>,
    /// The desk or room where they are expected, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_to: Option<Text>,
    /// When they were called, for the last time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub called_at: Option<Timestamp>,
    /// When this was so.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub as_of: Timestamp,
}

/// Where a ticket stands. `Other` stands for a status that this version does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TicketStatus {
    /// The person waits.
    Waiting,
    /// The person is called.
    Called,
    /// The person is received.
    BeingServed,
    /// The visit took place.
    Served,
    /// The person was called and did not come; they may be called again.
    Absent,
    /// The person waits no longer: the appointment was cancelled, or the day ended.
    Left,
    /// A status of the back office that has no equivalent here.
    #[serde(other)]
    Other,
}

impl TicketStatus {
    const ALL: [Self; 6] = [
        Self::Waiting,
        Self::Called,
        Self::BeingServed,
        Self::Served,
        Self::Absent,
        Self::Left,
    ];

    /// Name on the wire and in message ids.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Called => "called",
            Self::BeingServed => "being_served",
            Self::Served => "served",
            Self::Absent => "absent",
            Self::Left => "left",
            Self::Other => "other",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is `Other`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let known = Self::ALL.into_iter().find(|status| status.name() == name);
        known.unwrap_or(Self::Other)
    }

    /// Whether something is still to come of it today.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Called | Self::BeingServed)
    }
}

/// Between how many minutes and how many: never a single number, which nobody could promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitRange {
    /// A whole number of five minutes.
    pub low: u32,
    /// A greater one.
    pub high: u32,
}

impl WaitRange {
    const STEP: i64 = 5;

    /// The range around two lengths, rounded outwards to five minutes.
    #[must_use]
    pub fn around(low: SignedDuration, high: SignedDuration) -> Self {
        let step = Self::STEP * 60;
        let steps = |seconds: i64| u32::try_from(seconds.max(0) / step).unwrap_or(u32::MAX / 10);
        let first = steps(low.as_secs().min(high.as_secs()));
        let last = steps(high.as_secs().saturating_add(step - 1)).max(first + 1);
        let minutes = |steps: u32| steps * 5;
        Self {
            low: minutes(first),
            high: minutes(last),
        }
    }

    /// The range that holds both.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }
}

/// A place as it is now, for whoever thinks of going there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlaceNow {
    /// Where.
    pub location_id: String,
    /// Its zone: days and hours are those of its clock (IANA name).
    pub zone: String,
    /// Whether someone receives people now.
    pub open: bool,
    /// Until when, if someone does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub open_until: Option<Timestamp>,
    /// How many people wait there.
    pub waiting: u32,
    /// How long someone who arrives now without an appointment would wait, whatever for; absent when nobody receives
    /// any more today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<WaitRange>,
    /// The same by what one comes for, where someone is received for it today.
    pub by_type: Vec<TypeNow>,
    /// When people are received, today and on the six days after; a day on which nobody is has no hours.
    pub days: Vec<DayHours>,
    /// When this was so.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub as_of: Timestamp,
}

/// What one waits for at a place, as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TypeNow {
    /// Identifier of the appointment type.
    #[serde(rename = "type")]
    pub kind: String,
    /// How many of those who are there would be called before someone who arrives now.
    pub ahead: u32,
    /// How long that someone would wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<WaitRange>,
}

/// The hours of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayHours {
    /// The day.
    pub day: Date,
    /// When people are received, in order.
    pub hours: Vec<OpenHours>,
}

/// From when to when someone receives people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenHours {
    /// When it opens.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "08:30:00"))]
    pub from: Time,
    /// When it closes.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "12:00:00"))]
    pub to: Time,
}
