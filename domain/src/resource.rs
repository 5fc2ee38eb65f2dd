//! What one appointment takes up at a time: a counter, a member of staff, a room.

use serde::{Deserialize, Serialize};

use crate::{
    agenda::{Pattern, Weekly},
    appointment::{Help, Mode},
    text::Text,
};

/// A resource of a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Identifier.
    pub id: String,
    /// Where it is.
    pub place_id: String,
    /// The desk or the room as people find it there, for those who are called to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Appointment types that it can be booked for.
    pub types: Vec<String>,
    /// Ways in which it receives people.
    pub modes: Vec<Mode>,
    /// Seats of a group session; absent: one visit at a time, whoever comes along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u16>,
    /// Hours at which few people are around, for those who ask for that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quiet: Vec<Weekly>,
    /// When it receives people.
    pub pattern: Pattern,
}

impl Resource {
    /// Whether it can receive a visit for all of these types, in this way.
    #[must_use]
    pub fn serves<'a>(&self, mut types: impl Iterator<Item = &'a str>, mode: Mode) -> bool {
        self.modes.contains(&mode) && types.all(|kind| self.types.iter().any(|it| it == kind))
    }

    /// Whether it receives who asks for this help at its quiet hours.
    #[must_use]
    pub fn keeps_quiet(&self, help: &[Help]) -> bool {
        help.contains(&Help::QuietHour) && !self.quiet.is_empty()
    }

    /// When it receives people who ask for this help: at quiet hours only, when it has some, for those who need quiet.
    #[must_use]
    pub fn pattern_for(&self, help: &[Help]) -> Pattern {
        if !self.keeps_quiet(help) {
            return self.pattern.clone();
        }
        Pattern {
            weekly: self.quiet.clone(),
            besides: Vec::new(),
            closed: self.pattern.closed.clone(),
        }
    }
}
