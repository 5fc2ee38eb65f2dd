//! Notices: which events a resident is told of, by which way, and at which hours.

use jiff::{SignedDuration, ToSpan, Zoned, civil::Weekday};
use serde::{Deserialize, Serialize};

use crate::request::{AuthorKind, Status, TimelineEntry, TimelineKind};

/// A way to reach someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// E-mail.
    Email,
    /// Text message.
    Sms,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 2] = [Self::Email, Self::Sms];

    /// Name in tables, forms and metrics.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }

    /// Reads a name of [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }

    /// The way that takes over when this one fails.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Email => Self::Sms,
            Self::Sms => Self::Email,
        }
    }
}

/// Whether a phone may ring on a Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sundays {
    /// It may.
    LikeOthers,
    /// It rests.
    Rest,
}

/// When notices may arrive, and how many at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manners {
    /// Hours at which an e-mail may arrive: from the first, until the second.
    pub email: (i8, i8),
    /// The same for a text message.
    pub sms: (i8, i8),
    /// Text messages on Sundays.
    pub sundays: Sundays,
    /// How long a notice waits for what follows closely, so that both are told at once.
    pub grouped: SignedDuration,
    /// Least time between two notices about one request.
    pub apart: SignedDuration,
}

impl Default for Manners {
    fn default() -> Self {
        Self {
            email: (7, 21),
            sms: (8, 20),
            sundays: Sundays::Rest,
            grouped: SignedDuration::from_mins(10),
            apart: SignedDuration::from_mins(30),
        }
    }
}

impl Manners {
    const fn hours(&self, way: Way) -> (i8, i8) {
        match way {
            Way::Email => self.email,
            Way::Sms => self.sms,
        }
    }

    fn may_arrive(&self, way: Way, at: &Zoned) -> bool {
        let (opens, closes) = self.hours(way);
        let rests = way == Way::Sms && self.sundays == Sundays::Rest;
        (opens..closes).contains(&at.hour()) && !(rests && at.weekday() == Weekday::Sunday)
    }

    /// The first moment from `at` on at which a notice may arrive. Hours are those of the zone of `at`.
    #[must_use]
    pub fn reasonable(&self, way: Way, at: &Zoned) -> Zoned {
        if self.may_arrive(way, at) {
            return at.clone();
        }
        let (opens, _) = self.hours(way);
        let mornings = (0..=2).filter_map(|days| {
            let date = at.date().checked_add(days.days()).ok()?;
            date.at(opens, 0, 0, 0)
                .to_zoned(at.time_zone().clone())
                .ok()
        });
        mornings
            .into_iter()
            .find(|morning| morning > at && self.may_arrive(way, morning))
            .unwrap_or_else(|| at.clone())
    }

    /// The last moment up to `at` at which a notice may arrive: `at` itself, or an hour before the last evening's end.
    #[must_use]
    pub fn reasonable_before(&self, way: Way, at: &Zoned) -> Zoned {
        if self.may_arrive(way, at) {
            return at.clone();
        }
        let (_, closes) = self.hours(way);
        let evenings = (0..=2).filter_map(|days| {
            let date = at.date().checked_sub(days.days()).ok()?;
            date.at(closes - 1, 0, 0, 0)
                .to_zoned(at.time_zone().clone())
                .ok()
        });
        evenings
            .into_iter()
            .find(|evening| evening < at && self.may_arrive(way, evening))
            .unwrap_or_else(|| at.clone())
    }
}

/// What a notice says, without a word of the request. In order of importance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The service waits for the resident.
    Action,
    /// Something was decided; what, only the portal says.
    Decision,
    /// The appointment is near.
    Reminder,
    /// The appointment was booked.
    Booked,
    /// The appointment changed.
    Appointment,
    /// The service wrote.
    Message,
    /// Something new about a document.
    Document,
    /// The request went on.
    Progress,
    /// How did it go? Asked again, once, because the resident wanted to be reminded.
    Opinion,
}

impl Topic {
    /// Every topic, the most important first.
    pub const ALL: [Self; 9] = [
        Self::Action,
        Self::Decision,
        Self::Reminder,
        Self::Booked,
        Self::Appointment,
        Self::Message,
        Self::Document,
        Self::Progress,
        Self::Opinion,
    ];

    /// Name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::Decision => "decision",
            Self::Reminder => "reminder",
            Self::Booked => "booked",
            Self::Appointment => "appointment",
            Self::Message => "message",
            Self::Document => "document",
            Self::Progress => "progress",
            Self::Opinion => "opinion",
        }
    }

    /// Reads a name of [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.name() == name)
    }

    /// What a notice says of an event; `None` for what the resident did themselves, and for the reception, which the
    /// receipt told.
    #[must_use]
    pub fn of(event: &TimelineEntry) -> Option<Self> {
        if matches!(
            event.author_kind,
            AuthorKind::Citizen | AuthorKind::Mediator
        ) {
            return None;
        }
        match (event.kind, event.status) {
            (TimelineKind::Status, Some(status)) => Self::of_status(status),
            (TimelineKind::Message, _) => Some(Self::Message),
            (TimelineKind::Document, _) => Some(Self::Document),
            (TimelineKind::Correction, _) => Some(Self::Action),
            (TimelineKind::Appointment, _) => Some(Self::Appointment),
            (TimelineKind::Status | TimelineKind::Other, _) => Some(Self::Progress),
        }
    }

    const fn of_status(status: Status) -> Option<Self> {
        match status {
            Status::Submitted | Status::Withdrawn => None,
            Status::InfoRequested | Status::AwaitingPayment => Some(Self::Action),
            Status::Accepted | Status::Rejected | Status::Closed | Status::Expired => {
                Some(Self::Decision)
            }
            Status::InReview | Status::Other => Some(Self::Progress),
        }
    }
}

/// Text messages that one number gets in 24 hours at most, whatever happens to its requests.
pub const SMS_A_DAY: i64 = 5;

/// Whether a number, as dialled from anywhere (`+33612345678`), is that of a French mobile phone: those of
/// metropolitan France (06, 07) and of the overseas departments and collectivities. Others may cost any price, and are
/// never sent to (national numbering plan, décision Arcep n° 2018-0881).
#[must_use]
pub fn takes_sms(number: &str) -> bool {
    const MOBILES: [(&str, usize); 12] = [
        ("+336", 12),
        ("+337", 12),
        ("+590690", 13),
        ("+590691", 13),
        ("+594694", 13),
        ("+596696", 13),
        ("+596697", 13),
        ("+262692", 13),
        ("+262693", 13),
        ("+262639", 13),
        ("+50855", 10),
        ("+68787", 10),
    ];
    MOBILES
        .iter()
        .any(|(prefix, length)| number.starts_with(prefix) && number.len() == *length)
}

/// A text that fits the alphabet of text messages (3GPP TS 23.038) where a sign has a plain equivalent: a typographic
/// apostrophe alone would make a message cost twice as much.
#[must_use]
pub fn plain_sms(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '\u{2019}' | '\u{2018}' => '\'',
            '\u{a0}' | '\u{202f}' => ' ',
            'ê' | 'ë' => 'e',
            'â' => 'a',
            'î' | 'ï' => 'i',
            'ô' => 'o',
            'û' => 'u',
            'ç' => 'c',
            sign => sign,
        })
        .collect()
}

#[cfg(test)]
mod tests;
