//! Appointments on the wire: free times, holds, what is booked with a request.

use domain::{
    appointment::Mode,
    booking::{AskedPurpose, AskedVisit, Slot},
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Greatest number of days of one question.
pub const MOST_DAYS: i32 = 62;
/// Greatest number of times of one answer.
pub const MOST_SLOTS: u16 = 500;

/// Which times: `GET /v1/slots`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotQuery {
    /// What the visit is for, and what would help.
    pub visit: AskedVisit,
    /// How people are received.
    pub mode: Mode,
    /// One place only.
    pub location: Option<String>,
    /// First day, on the clock of each place.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Greatest number of times; the earliest are given.
    pub limit: u16,
    /// The earliest time of each place only.
    pub first_only: bool,
    /// The appointment of this request moves: its own time does not stand in the way.
    pub moving: Option<String>,
}

/// Free times: answer of `GET /v1/slots`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SlotPage {
    /// The times, the earliest first; at one moment, in the order of the places.
    pub items: Vec<Slot>,
    /// Whether there were more than `limit`.
    pub more: bool,
    /// Days of the question on which someone receives people for this, whether a time is left or not; with `first_only`,
    /// those up to the first time of each place.
    pub open_days: Vec<Date>,
    /// Last day on which one can book now.
    pub last_day: Date,
    /// When this was so: a time may be taken since.
    pub as_of: Timestamp,
}

/// Body of `POST /v1/holds`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewHold {
    /// The time.
    pub slot_id: String,
    /// What the visit is for, as it was when the time was shown.
    #[serde(flatten)]
    pub visit: AskedVisit,
}

/// The visit of a request being created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewVisit {
    /// The hold that becomes an appointment. When it ended meanwhile, the time is taken all the same if it is still
    /// free; if not, the appointment is `time_lost`.
    pub hold_id: String,
    /// The time that was held.
    pub slot_id: String,
    /// What it is for.
    #[serde(flatten)]
    pub visit: AskedVisit,
}

/// Body of `PATCH /v1/requests/{id}/appointment`: another time, or other people. The old time is freed only if the new
/// one is got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewTime {
    /// The time; the present one, to keep its hour for another number of people.
    pub slot_id: String,
    /// What the visit is for from now on, where `change_visit` is offered: the same purposes in the same order, for other
    /// numbers of people or documents, with other help. Absent: it stays as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<AskedVisit>,
}

/// Body of `POST /v1/requests/{id}/appointment/lateness`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Lateness {
    /// By how many minutes: 5 to 60.
    pub minutes: u16,
}

/// Body of `POST /v1/requests/{id}/appointment/confirmation`: nothing but that the resident comes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Confirmation {}

/// Parameters of `GET /v1/slots` as they stand in the address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotParameters {
    /// `type~people~documents`, separated by commas.
    pub purposes: String,
    /// What would help, separated by commas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// How people are received.
    pub mode: String,
    /// One place only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// First day: `2026-12-07`.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Greatest number of times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u16>,
    /// `true`: the earliest of each place only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_only: Option<bool>,
    /// Identifier of the request whose appointment moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moving: Option<String>,
}

impl SlotQuery {
    /// As it stands in an address.
    #[must_use]
    pub fn parameters(&self) -> SlotParameters {
        let purposes: Vec<String> = self
            .visit
            .purposes
            .iter()
            .map(|it| format!("{}~{}~{}", it.kind, it.people, it.documents))
            .collect();
        let help: Vec<String> = self.visit.help.iter().map(|it| name(*it)).collect();
        SlotParameters {
            purposes: purposes.join(","),
            help: (!help.is_empty()).then(|| help.join(",")),
            mode: name(self.mode),
            location: self.location.clone(),
            from: self.from.to_string(),
            to: self.to.to_string(),
            limit: Some(self.limit),
            first_only: self.first_only.then_some(true),
            moving: self.moving.clone(),
        }
    }

    /// The query of its address.
    ///
    /// # Errors
    /// None in practice: parameters are texts and numbers.
    pub fn to_query(&self) -> Result<String, serde_urlencoded::ser::Error> {
        serde_urlencoded::to_string(self.parameters())
    }

    /// Reads what [`Self::parameters`] writes; the name of the parameter that cannot be read otherwise.
    ///
    /// # Errors
    /// The name of a parameter.
    pub fn read(parameters: SlotParameters) -> Result<Self, &'static str> {
        let purposes = parameters.purposes.split(',').map(purpose);
        let help = parameters.help.iter().flat_map(|help| help.split(','));
        let query = Self {
            visit: AskedVisit {
                purposes: purposes.collect::<Option<_>>().ok_or("purposes")?,
                help: help.map(read).collect::<Option<_>>().ok_or("help")?,
            },
            mode: read(&parameters.mode).ok_or("mode")?,
            location: parameters.location,
            from: parameters.from.parse().map_err(|_| "from")?,
            to: parameters.to.parse().map_err(|_| "to")?,
            limit: parameters.limit.unwrap_or(MOST_SLOTS).clamp(1, MOST_SLOTS),
            first_only: parameters.first_only.unwrap_or(false),
            moving: parameters.moving,
        };
        let days = query.from.until(query.to).map_err(|_| "to")?.get_days();
        if !(0..MOST_DAYS).contains(&days) {
            return Err("to");
        }
        Ok(query)
    }
}

fn purpose(text: &str) -> Option<AskedPurpose> {
    let mut parts = text.split('~');
    let asked = AskedPurpose {
        kind: parts.next().filter(|kind| !kind.is_empty())?.to_owned(),
        people: parts.next()?.parse().ok()?,
        documents: parts.next()?.parse().ok()?,
    };
    parts.next().is_none().then_some(asked)
}

/// The name of a mode or a help on the wire.
fn name<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn read<T: serde::de::DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
}

#[cfg(test)]
mod tests {
    use domain::appointment::Help;

    use super::*;

    #[test]
    fn a_question_is_read_as_it_was_asked() {
        let asked = SlotQuery {
            visit: AskedVisit {
                purposes: vec![
                    AskedPurpose {
                        kind: "piece-identite".to_owned(),
                        people: 4,
                        documents: 5,
                    },
                    AskedPurpose {
                        kind: "pacs".to_owned(),
                        people: 2,
                        documents: 0,
                    },
                ],
                help: vec![Help::MoreTime, Help::SignLanguage],
            },
            mode: Mode::Onsite,
            location: Some("mairie".to_owned()),
            from: "2026-12-07".parse().unwrap(),
            to: "2027-02-06".parse().unwrap(),
            limit: 40,
            first_only: true,
            moving: None,
        };
        assert_eq!(SlotQuery::read(asked.parameters()), Ok(asked.clone()));
        let longer = SlotParameters {
            to: "2027-02-07".to_owned(),
            ..asked.parameters()
        };
        assert_eq!(SlotQuery::read(longer), Err("to"), "62 days at most");
        let backwards = SlotParameters {
            to: "2026-12-06".to_owned(),
            ..asked.parameters()
        };
        assert_eq!(SlotQuery::read(backwards), Err("to"));
        for wrong in ["", "a", "a~1", "a~x~0", "a~1~0~0", "~1~0"] {
            let purposes = wrong.to_owned();
            let wrong = SlotParameters {
                purposes,
                ..asked.parameters()
            };
            assert_eq!(SlotQuery::read(wrong), Err("purposes"));
        }
    }
}
