//! Times at which one can come, as pages ask for them and show them.

use domain::{
    agenda::PartOfDay,
    appointment::{AppointmentType, Mode},
    booking::{Appointment, AskedVisit, Hold, Slot},
    place::Place,
    position::Position,
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use std::sync::Arc;

use super::Turn;

/// What a page of times looks for. All of it stands in its address: it can be kept, shared and gone back to, and says
/// nothing about anybody; nearly nothing, when `near` is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// What the visit is for.
    pub visit: AskedVisit,
    /// One place only.
    pub place: Option<String>,
    /// How to be received.
    pub mode: Mode,
    /// One part of the day or of the week only.
    pub part: Option<PartOfDay>,
    /// A day of the week to show; `None`: the week of the first free time.
    pub week: Option<Date>,
    /// From where one comes, on a grid of about 200 metres: places are shown with their distance, the nearest first.
    pub near: Option<Position>,
    /// The request whose appointment is for other people from now on: its own time does not stand in the way. Never in
    /// the address: the page of the request says it.
    pub instead_of: Option<String>,
}

/// Free times.
#[derive(Debug, Clone)]
pub struct Times {
    /// Up to three that differ from each other, the earliest first; none when nothing is free.
    pub suggested: Vec<Slot>,
    /// The earliest of each place in the part of the day that was asked for, the earliest first, whatever place was asked
    /// for.
    pub first_of_places: Vec<Slot>,
    /// Identifiers of the places that have a free time in any part of the day.
    pub places: Vec<String>,
    /// Monday of the week shown.
    pub week: Date,
    /// Every day of that week on which something could be booked, in order, those without a free time included.
    pub days: Vec<DayTimes>,
    /// A day of the week before that can be shown.
    pub earlier: Option<Date>,
    /// A day of the next week that can be shown.
    pub later: Option<Date>,
    /// Last day on which one can book at all.
    pub last_day: Date,
    /// `Some` when the back office does not answer: what was free at that moment, which nobody can book now.
    pub known_at: Option<Timestamp>,
}

/// The free times of a day, in order.
#[derive(Debug, Clone)]
pub struct DayTimes {
    /// The day, on the clock of the place.
    pub day: Date,
    /// Its free times.
    pub slots: Vec<Slot>,
}

/// Why there are no times to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTimes {
    /// No such purpose, place or way; or the back office books nothing.
    Unknown,
    /// More people than are received at a time.
    TooMany {
        /// How many at most.
        most: u8,
    },
    /// These purposes are not received in one visit in this way.
    NotTogether,
    /// The back office does not answer.
    Away,
}

/// An appointment as the link of a message opens it: nothing of who comes nor of what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminded {
    /// The appointment.
    pub appointment: Appointment,
    /// Whether it was cancelled here, even if the service does not know yet.
    pub cancelled: bool,
    /// Where, when that is known.
    pub place: Option<Place>,
    /// Where they stand at the place; asked on its day only.
    pub turn: Turn,
    /// Now.
    pub shown_at: Timestamp,
}

/// Where someone stands in the waiting line of a rush: their page of times is that of the line until it is their turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinePlace {
    /// People who come first.
    pub ahead: usize,
    /// How long it may take.
    pub wait: SignedDuration,
    /// Seconds until the page asks again by itself; `None`: its reader does.
    pub again: Option<i64>,
}

/// The time that goes with a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftVisit {
    /// What the visit is for, with the types as they are now; those that are gone are left out.
    pub types: Vec<Arc<AppointmentType>>,
    /// The same, as it was asked for.
    pub visit: AskedVisit,
    /// The time that is held, or was.
    pub hold: Hold,
    /// For how many seconds it is still held; `None`: it no longer is.
    pub left: Option<u32>,
}
