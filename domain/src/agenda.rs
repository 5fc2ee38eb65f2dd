//! When a resource receives people, and at what times an appointment with it may begin.
//!
//! A **resource** is what one appointment takes up at a time: a counter, a member of staff, a room. Its opening
//! pattern is written in civil time, as people say it ("on Tuesdays from 8:30 to 12:00"); appointments are instants.
//! Between the two stands the zone of the place, with its summer and winter time.

mod choice;
mod openings;
mod starts;
#[cfg(test)]
mod tests;

use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

pub use choice::{PartOfDay, proposed};
pub use openings::{merged, open_on, without};
pub use starts::{Wanted, starts};

/// The opening pattern of a resource.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pattern {
    /// Hours that come back every week. A break is the time between two of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekly: Vec<Weekly>,
    /// Hours of one day, besides those of the week: a late Thursday, an open Saturday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub besides: Vec<Hours>,
    /// Times when nobody is received, whatever stands above.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<Closed>,
}

/// Hours that come back every week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Weekly {
    /// Days of the week, 1 for Monday to 7 for Sunday (ISO 8601).
    pub days: Vec<u8>,
    /// When it opens.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "08:30:00"))]
    pub from: Time,
    /// When it closes, on the same day.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "12:00:00"))]
    pub to: Time,
    /// First day on which it holds; absent: it always did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_day: Option<Date>,
    /// Last day on which it holds; absent: until it is changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Date>,
}

/// Hours of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hours {
    /// The day.
    pub day: Date,
    /// When it opens.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "08:30:00"))]
    pub from: Time,
    /// When it closes, on the same day.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "12:00:00"))]
    pub to: Time,
}

/// A time when nobody is received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Closed {
    /// Some hours of a day.
    Hours(Hours),
    /// Whole days, the last one included.
    Days {
        /// First day.
        first_day: Date,
        /// Last day.
        last_day: Date,
    },
}

/// A stretch of time, its end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    /// When it begins.
    pub from: Timestamp,
    /// When it ends.
    pub to: Timestamp,
}

impl Stretch {
    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.from >= self.to
    }

    /// Whether both have a moment in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}
