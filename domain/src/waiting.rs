//! Waiting for a time that suits: what someone wishes, where their entry stands, how long a time is offered to them.

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, Time},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};

use crate::{
    agenda::PartOfDay,
    appointment::Mode,
    booking::{AskedVisit, Slot},
};

/// How times that become free are offered to those who wait for an appointment type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Waiting {
    /// How many hours of the day a time is offered to one person before the next one gets it; fewer when the time is
    /// near. Hours of the night do not count.
    #[serde(default = "usual_hours")]
    pub offer_hours: u16,
    /// After how many offers in a row without an answer an entry ends.
    #[serde(default = "usual_lapses")]
    pub most_lapses: u8,
}

const fn usual_hours() -> u16 {
    4
}

const fn usual_lapses() -> u8 {
    2
}

impl Default for Waiting {
    fn default() -> Self {
        Self {
            offer_hours: usual_hours(),
            most_lapses: usual_lapses(),
        }
    }
}

/// When people may be expected to read a message, on the clock of the place.
const MORNING: Time = Time::constant(8, 0, 0, 0);
const EVENING: Time = Time::constant(21, 0, 0, 0);
/// Less leaves no time to read the offer and fill in the rest: the time is then for whoever comes.
const SHORTEST: SignedDuration = SignedDuration::from_mins(30);
/// An offer takes a third of what is left at most, so that others get their turn when nobody answers.
const TURNS: i32 = 3;

impl Waiting {
    /// Rules for a visit that follows both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            offer_hours: self.offer_hours.min(other.offer_hours),
            most_lapses: self.most_lapses.min(other.most_lapses),
        }
    }

    /// Until when a time is offered that can be booked until `latest`; `None` when it is too near for that.
    #[must_use]
    pub fn offer_until(
        self,
        now: Timestamp,
        latest: Timestamp,
        zone: &TimeZone,
    ) -> Option<Timestamp> {
        let left = latest.duration_since(now);
        if left < SHORTEST {
            return None;
        }
        let turn = now.checked_add((left / TURNS).max(SHORTEST)).ok()?;
        Some(self.by_day(now, zone).min(turn))
    }

    /// The instant after so many hours of the day.
    fn by_day(self, now: Timestamp, zone: &TimeZone) -> Timestamp {
        let mut left = SignedDuration::from_hours(i64::from(self.offer_hours));
        let mut at = now;
        loop {
            let day = at.to_zoned(zone.clone()).date();
            at = at.max(instant(day, MORNING, zone));
            let awake = instant(day, EVENING, zone).duration_since(at);
            if left <= awake {
                return at.saturating_add(left).unwrap_or(Timestamp::MAX);
            }
            left -= awake.max(SignedDuration::ZERO);
            let morning = instant(day.saturating_add(1.day()), MORNING, zone);
            if morning <= at {
                // The end of time.
                return at;
            }
            at = morning;
        }
    }
}

/// When someone may be told of an offer: at once, or in the morning when it is night. These are the hours that an offer
/// counts: nobody loses a part of it unaware.
#[must_use]
pub fn tell_at(now: Timestamp, zone: &TimeZone) -> Timestamp {
    let day = now.to_zoned(zone.clone()).date();
    let (opens, closes) = (instant(day, MORNING, zone), instant(day, EVENING, zone));
    if now < opens {
        opens
    } else if now < closes {
        now
    } else {
        instant(day.saturating_add(1.day()), MORNING, zone)
    }
}

fn instant(day: Date, time: Time, zone: &TimeZone) -> Timestamp {
    let zoned = day.to_datetime(time).to_zoned(zone.clone());
    zoned.map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// What someone waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Wish {
    /// What the visit is for, and what would help.
    #[serde(flatten)]
    pub visit: AskedVisit,
    /// How people are received.
    pub mode: Mode,
    /// Places where one can come; empty: any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub location_ids: Vec<String>,
    /// First day on which one can come, on the clock of each place.
    pub from: Date,
    /// Last day on which one can come.
    pub to: Date,
    /// Parts of the day or of the week in which one can come; empty: any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PartOfDay>,
    /// Last day on which an offer still helps; absent: as long as there are days to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Date>,
}

impl Wish {
    /// Whether a time suits: its place, its day and its part of the day. Its length is known by whoever computed it.
    #[must_use]
    pub fn suits(&self, slot: &Slot) -> bool {
        let day = slot.start.to_zoned(slot.time_zone()).date();
        self.mode == slot.mode
            && (self.from..=self.to).contains(&day)
            && (self.location_ids.is_empty() || self.location_ids.contains(&slot.location_id))
            && (self.parts.is_empty() || self.parts.iter().any(|part| part.holds(slot)))
    }

    /// Whether one time may suit both: days and parts of the day meet.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let any = |parts: &[PartOfDay]| {
            // Each part of the day comes at weekends too.
            parts.is_empty() || parts.contains(&PartOfDay::Weekend)
        };
        let parts = any(&self.parts)
            || any(&other.parts)
            || self.parts.iter().any(|part| other.parts.contains(part));
        parts && self.from <= other.to && other.from <= self.to
    }

    /// The day on which the entry ends by itself.
    #[must_use]
    pub fn ends_on(&self) -> Date {
        self.last_day.map_or(self.to, |day| day.min(self.to))
    }
}

/// An entry of the waiting list. Who it is for is known to the portal alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingEntry {
    /// Identifier. Whoever knows it acts on the entry: the portal tells it to nobody.
    pub id: String,
    /// Where it stands.
    pub status: WaitingStatus,
    /// What is waited for.
    #[serde(flatten)]
    pub wish: Wish,
    /// When it was entered.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_at: Timestamp,
    /// When it ends by itself.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub expires_at: Timestamp,
    /// How many earlier entries could take a time that suits this one, those that have an offer now among them. A
    /// time that suits none of them goes past them: this is no promise in either direction. None once it ended.
    pub ahead: u32,
    /// The time that is kept for this person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<Offer>,
    /// Offers in a row that nobody answered.
    #[serde(default)]
    pub lapsed: u8,
}

/// A time offered to one entry and kept from everybody else. `POST /v1/requests` takes it like any other hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Offer {
    /// The time.
    pub slot: Slot,
    /// The hold that keeps it.
    pub hold_id: String,
    /// When the next entry gets it.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub until: Timestamp,
}

/// Where an entry stands. `Other` stands for a status that this version does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WaitingStatus {
    /// No time for it yet.
    Waiting,
    /// A time is kept for it, for a while.
    Offered,
    /// An offer became an appointment.
    Booked,
    /// The person no longer waits.
    Left,
    /// The days are over, or several offers had no answer.
    Expired,
    /// A status of the back office that has no equivalent here.
    #[serde(other)]
    Other,
}

impl WaitingStatus {
    const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Offered,
        Self::Booked,
        Self::Left,
        Self::Expired,
    ];

    /// Name on the wire and in message ids.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Booked => "booked",
            Self::Left => "left",
            Self::Expired => "expired",
            Self::Other => "other",
        }
    }

    /// Reads a name of [`Self::name`]; an unknown one is `Other`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let known = Self::ALL.into_iter().find(|status| status.name() == name);
        known.unwrap_or(Self::Other)
    }

    /// Whether it may still get a time.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Offered)
    }
}

#[cfg(test)]
mod tests;
