//! What a visit needs of an agenda, and which time is meant by an identifier.

use domain::{
    agenda::{Stretch, Wanted},
    appointment::{Help, Mode, Visit, VisitFault, visit},
    booking::AskedVisit,
    place::Place,
    resource::Resource,
};
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};

use crate::{
    api::problem::{Answered, FieldProblem, Problem},
    catalogue::Catalogue,
};

/// A visit whose purposes are known, in one way of receiving people.
pub(super) struct Need<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) asked: &'a AskedVisit,
    pub(super) mode: Mode,
    pub(super) visit: Visit<'a>,
}

impl<'a> Need<'a> {
    /// What a visit needs; `validation_failed` when nobody can receive it.
    pub(super) fn of(
        catalogue: &'a Catalogue,
        asked: &'a AskedVisit,
        mode: Mode,
    ) -> Answered<Self> {
        let purposes = asked
            .with(&catalogue.appointment_types)
            .ok_or_else(|| refused("unknown_type", "no such appointment type"))?;
        let visit = visit(&purposes, &asked.help).map_err(|fault| {
            let (code, detail) = match fault {
                VisitFault::Nothing => ("nothing", "a visit has a purpose and is for someone"),
                VisitFault::TooMany { .. } => ("too_many_people", "more people than are received"),
                VisitFault::NoCommonMode => ("not_together", "not received in one visit"),
            };
            refused(code, detail)
        })?;
        if !visit.modes.contains(&mode) {
            return Err(refused("mode", "not received in this way"));
        }
        Ok(Self {
            catalogue,
            asked,
            mode,
            visit,
        })
    }

    /// Those who can receive it, at one place or at all: who goes somewhere is received where they can come in, who needs
    /// quiet by those who have quiet hours if anyone has.
    pub(super) fn resources(
        &self,
        place: Option<&'a str>,
    ) -> impl Iterator<Item = (&'a Resource, &'a Place)> + use<'_, 'a> {
        let catalogue = self.catalogue;
        let quiet = self.asked.help.contains(&Help::QuietHour)
            && self.serving().any(|it| !it.quiet.is_empty());
        self.serving()
            .filter(move |it| !quiet || !it.quiet.is_empty())
            .filter(move |it| place.is_none_or(|place| it.place_id == place))
            .filter_map(|it| Some((it, catalogue.places.iter().find(|at| at.id == it.place_id)?)))
            .filter(|(_, place)| self.mode != Mode::Onsite || place.suits(&self.asked.help))
    }

    /// Those who receive people for all of its purposes in its way.
    fn serving(&self) -> impl Iterator<Item = &'a Resource> + use<'_, 'a> {
        self.catalogue.resources.iter().filter(|it| {
            let types = self.asked.purposes.iter().map(|asked| &*asked.kind);
            it.serves(types, self.mode)
        })
    }

    /// How many seats it takes of a resource that has some.
    pub(super) fn seats(&self, resource: &Resource) -> i64 {
        let people = self.asked.purposes.iter().map(|asked| asked.people).max();
        match resource.seats {
            Some(_) => i64::from(people.unwrap_or(1)),
            None => 1,
        }
    }

    /// Last day on which one can book, on the clock of a zone.
    pub(super) fn last_day(&self, now: Timestamp, zone: &TimeZone) -> Date {
        let today = now.to_zoned(zone.clone()).date();
        today.saturating_add(i64::from(self.visit.horizon_days).days())
    }

    /// What it takes, for what can be booked now.
    pub(super) fn wanted(&self, now: Timestamp, zone: &TimeZone) -> Wanted {
        let after = self.last_day(now, zone).saturating_add(1.day());
        let end = after.to_zoned(zone.clone()).map(|end| end.timestamp());
        Wanted {
            length: self.visit.length,
            pause: self.visit.pause,
            every: self.visit.every,
            not_before: now.saturating_add(self.visit.notice).unwrap_or(now),
            not_after: end
                .ok()
                .and_then(|end| end.checked_sub(SignedDuration::from_secs(1)).ok())
                .unwrap_or(now),
        }
    }

    /// When people are received and when the resource is free again, for a visit that begins now.
    pub(super) fn times(&self, start: Timestamp) -> (Timestamp, Timestamp) {
        let end = start.saturating_add(self.visit.length).unwrap_or(start);
        (end, end.saturating_add(self.visit.pause).unwrap_or(end))
    }

    /// What it takes up of a resource.
    pub(super) fn occupied(&self, start: Timestamp) -> Stretch {
        Stretch {
            from: start,
            to: self.times(start).1,
        }
    }
}

fn refused(code: &str, detail: &str) -> Box<Problem> {
    Problem::validation(vec![FieldProblem::new("#/purposes", code, detail)])
}

/// A time at a place, as its identifier says it. Nothing in it is believed: it is looked at anew when it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SlotName {
    pub(super) start: Timestamp,
    pub(super) place: String,
    pub(super) mode: Mode,
}

impl SlotName {
    pub(super) fn write(&self) -> String {
        let mode = match self.mode {
            Mode::Onsite => "onsite",
            Mode::Phone => "phone",
            Mode::Video => "video",
            Mode::Home => "home",
        };
        format!("{}~{mode}~{}", self.start.as_second(), self.place)
    }

    /// Reads what [`Self::write`] writes.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '~');
        Some(Self {
            start: Timestamp::from_second(parts.next()?.parse().ok()?).ok()?,
            mode: match parts.next()? {
                "onsite" => Mode::Onsite,
                "phone" => Mode::Phone,
                "video" => Mode::Video,
                "home" => Mode::Home,
                _ => return None,
            },
            place: parts.next()?.to_owned(),
        })
    }
}
