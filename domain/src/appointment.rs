//! What people come for, and what one visit takes: its length, its notice, its ways, what to bring.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    reminder::{Lead, usual_leads},
    text::Text,
    waiting::Waiting,
};

/// Lengths are whole numbers of these: agendas are written in them.
pub const TICK_MINUTES: u16 = 5;

/// A purpose for which the service receives people: a passport, a civil partnership, digital help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AppointmentType {
    /// Identifier.
    pub id: String,
    /// What it is for, as people say it.
    pub title: Text,
    /// When to choose it.
    pub summary: Text,
    /// Ways in which people are received.
    pub modes: Vec<Mode>,
    /// How long it takes.
    pub length: Length,
    /// Appointments begin every so many minutes after the opening.
    pub every_minutes: u16,
    /// Minutes for the service alone after each appointment.
    #[serde(default)]
    pub pause_minutes: u16,
    /// Hours that the service needs to prepare: nothing can be booked closer than that.
    #[serde(default)]
    pub notice_hours: u16,
    /// How many days ahead one can book.
    pub horizon_days: u16,
    /// Greatest number of people in one visit.
    pub max_people: u8,
    /// A session for several visits at once: it takes the same time whatever someone needs.
    #[serde(default)]
    pub group: bool,
    /// Places where someone receives people for it, as the back office knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub place_ids: Vec<String>,
    /// Other types for which the same person or counter receives people in one visit, as the back office knows; absent: it
    /// does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub together_with: Option<Vec<String>>,
    /// What to bring.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bring: Vec<ToBring>,
    /// What one must accept before booking.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Text>,
    /// Hours that an interpreter or sign language takes to find, instead of the notice above when that is shorter.
    #[serde(default)]
    pub help_notice_hours: u16,
    /// Hours before the appointment until which the resident can move or cancel it here.
    #[serde(default)]
    pub change_notice_hours: u16,
    /// When people are reminded of it, unless they choose otherwise.
    #[serde(default = "usual_leads")]
    pub reminders: Vec<Lead>,
    /// The procedure whose form takes the rest: who comes, how to reach them.
    pub procedure_id: String,
    /// Other procedures for some ways of receiving people: whoever is called gives a number, whoever is visited an
    /// address.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub procedure_by_mode: BTreeMap<Mode, String>,
    /// The procedure by which one asks to be called back, for when no time suits or agendas do not answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback_procedure_id: Option<String>,
    /// How times that become free are offered to those who wait; absent: nobody can wait for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Waiting>,
    /// Procedures done online with which it helps: each of their pages offers it beside the form, and its own page leads
    /// to them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helps_with: Vec<String>,
}

impl AppointmentType {
    /// The procedure whose form takes the rest, for a way of receiving people.
    #[must_use]
    pub fn procedure_for(&self, mode: Mode) -> &str {
        self.procedure_by_mode
            .get(&mode)
            .unwrap_or(&self.procedure_id)
    }

    /// Whether someone may come for both in one visit, as far as the back office says: one that does not say is asked for
    /// times all the same.
    #[must_use]
    pub fn goes_with(&self, other: &Self) -> bool {
        let known = self.together_with.as_ref();
        known.is_none_or(|known| known.contains(&other.id))
    }
}

/// A way in which people are received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// At a counter or in an office.
    Onsite,
    /// The service calls.
    Phone,
    /// By video.
    Video,
    /// At the person's home.
    Home,
}

/// How long an appointment takes, in minutes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Length {
    /// Whoever comes, and for whatever.
    pub fixed: u16,
    /// For each person.
    #[serde(default)]
    pub per_person: u16,
    /// For each document asked for: two for an identity card and a passport.
    #[serde(default)]
    pub per_document: u16,
}

/// Something to bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ToBring {
    /// What it is.
    pub label: Text,
    /// Whether each person brings their own.
    #[serde(default)]
    pub each: bool,
}

/// What would help someone to come or to be understood. The service is told; it is never a reason to refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Help {
    /// A way without steps.
    StepFree,
    /// A hearing loop.
    HearingLoop,
    /// French sign language.
    SignLanguage,
    /// An interpreter.
    Interpreter,
    /// A quiet hour.
    QuietHour,
    /// More time: half as long again.
    MoreTime,
    /// Someone comes along.
    Company,
}

impl Help {
    /// Whether a building has it or has it not; the rest is prepared by the service.
    #[must_use]
    pub const fn is_of_a_building(self) -> bool {
        matches!(self, Self::StepFree | Self::HearingLoop)
    }
}

/// A purpose of a visit, with those whom it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purpose<'a> {
    /// What it is for.
    pub kind: &'a AppointmentType,
    /// How many people it is for.
    pub people: u8,
    /// How many documents are asked for.
    pub documents: u8,
}

/// What a visit takes, for all its purposes together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit<'a> {
    /// How long people are received: a whole number of ticks.
    pub length: SignedDuration,
    /// Time for the service alone afterwards.
    pub pause: SignedDuration,
    /// How often one can begin.
    pub every: SignedDuration,
    /// How long before one can still book.
    pub notice: SignedDuration,
    /// How long before the resident can still move or cancel it here.
    pub change_notice: SignedDuration,
    /// How many days ahead one can book.
    pub horizon_days: u16,
    /// Ways in which people can be received for all of it.
    pub modes: Vec<Mode>,
    /// What to bring, each thing once.
    pub bring: Vec<&'a ToBring>,
    /// What to accept, each thing once.
    pub conditions: Vec<&'a Text>,
}

/// Why several purposes are no visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VisitFault {
    /// No purpose, or one for nobody.
    #[error("a visit has a purpose and is for someone")]
    Nothing,
    /// More people than a purpose receives at a time.
    #[error("{most} people at most")]
    TooMany {
        /// How many at most.
        most: u8,
    },
    /// No way of receiving people that serves for all of it.
    #[error("no way to be received for all of these at a time")]
    NoCommonMode,
}

/// What a visit takes.
///
/// # Errors
/// The purposes cannot be served in one visit.
pub fn visit<'a>(purposes: &[Purpose<'a>], help: &[Help]) -> Result<Visit<'a>, VisitFault> {
    let Some(first) = purposes.first() else {
        return Err(VisitFault::Nothing);
    };
    if purposes.iter().any(|purpose| purpose.people == 0) {
        return Err(VisitFault::Nothing);
    }
    let crowded = purposes.iter().find(|it| it.people > it.kind.max_people);
    if let Some(crowded) = crowded {
        let most = crowded.kind.max_people;
        return Err(VisitFault::TooMany { most });
    }
    let mut modes = first.kind.modes.clone();
    modes.retain(|mode| purposes.iter().all(|it| it.kind.modes.contains(mode)));
    if modes.is_empty() {
        return Err(VisitFault::NoCommonMode);
    }
    let kinds = || purposes.iter().map(|purpose| purpose.kind);
    let most = |minutes: fn(&AppointmentType) -> u16| kinds().map(minutes).max().unwrap_or(0);
    Ok(Visit {
        length: length(purposes, help),
        pause: in_ticks(u32::from(most(|kind| kind.pause_minutes))),
        every: in_ticks(u32::from(most(|kind| kind.every_minutes).max(TICK_MINUTES))),
        notice: notice(&kinds().collect::<Vec<_>>(), help),
        change_notice: hours(most(|kind| kind.change_notice_hours)),
        horizon_days: kinds().map(|kind| kind.horizon_days).min().unwrap_or(0),
        modes,
        bring: to_bring(kinds()),
        conditions: conditions(kinds()),
    })
}

fn length(purposes: &[Purpose<'_>], help: &[Help]) -> SignedDuration {
    let minutes: u32 = purposes
        .iter()
        .map(|purpose| {
            let length = purpose.kind.length;
            u32::from(length.fixed)
                + u32::from(length.per_person) * u32::from(purpose.people)
                + u32::from(length.per_document) * u32::from(purpose.documents)
        })
        .sum();
    let together = purposes.iter().any(|purpose| purpose.kind.group);
    if help.contains(&Help::MoreTime) && !together {
        in_ticks((minutes * 3).div_ceil(2))
    } else {
        in_ticks(minutes)
    }
}

fn notice(kinds: &[&AppointmentType], help: &[Help]) -> SignedDuration {
    let someone = help
        .iter()
        .any(|help| matches!(help, Help::SignLanguage | Help::Interpreter));
    let of = |kind: &&AppointmentType| {
        let found = if someone { kind.help_notice_hours } else { 0 };
        kind.notice_hours.max(found)
    };
    hours(kinds.iter().map(of).max().unwrap_or(0))
}

fn hours(hours: u16) -> SignedDuration {
    SignedDuration::from_hours(i64::from(hours))
}

/// Minutes, rounded up to whole ticks.
fn in_ticks(minutes: u32) -> SignedDuration {
    let ticks = minutes.div_ceil(u32::from(TICK_MINUTES));
    SignedDuration::from_mins(i64::from(ticks * u32::from(TICK_MINUTES)))
}

/// What to bring for all of these, each thing once.
#[must_use]
pub fn to_bring<'a>(kinds: impl Iterator<Item = &'a AppointmentType>) -> Vec<&'a ToBring> {
    once(kinds.flat_map(|kind| &kind.bring))
}

/// What is accepted with all of these, each thing once.
#[must_use]
pub fn conditions<'a>(kinds: impl Iterator<Item = &'a AppointmentType>) -> Vec<&'a Text> {
    once(kinds.flat_map(|kind| &kind.conditions))
}

/// Each thing once, in the order of its first coming.
fn once<'a, T: PartialEq>(all: impl Iterator<Item = &'a T>) -> Vec<&'a T> {
    all.fold(Vec::new(), |mut known, thing| {
        if !known.contains(&thing) {
            known.push(thing);
        }
        known
    })
}

#[cfg(test)]
mod tests;
