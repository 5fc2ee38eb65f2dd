//! A time that someone wants, and the taking of it. The database decides: whoever comes second finds a row of the first
//! and gets nothing.

use std::collections::BTreeMap;

use database::Write;
use domain::{
    agenda::{Hours, Stretch},
    booking::{AppointmentStatus, AskedVisit},
    place::Place,
    resource::Resource,
};
use jiff::{SignedDuration, Timestamp};

use super::{
    booked::Stored,
    finding::{self, Free},
    need::{Need, SlotName},
    ticks::{self, Had, Taker, Ticks},
};
use crate::{
    api::problem::{Answered, Problem, ProblemCode},
    reference::{Inner, view::View},
};

/// A time for a visit and those who could receive it, known before a write.
pub(super) struct Time {
    pub(super) name: SlotName,
    pub(super) visit: AskedVisit,
    /// Each resource that can be tried, in order.
    tried: Vec<Tried>,
    zone: String,
    end: Timestamp,
    occupied: Stretch,
    change_until: Timestamp,
}

/// A resource that could receive a visit.
struct Tried {
    resource: String,
    /// How many seats it has; `None`: it receives one visit at a time.
    seats: Option<i64>,
    /// How many of them the visit takes.
    wanted: i64,
}

impl Time {
    /// The time that an identifier names; `slot_unavailable` when nobody receives anyone then.
    pub(super) async fn asked(
        office: &Inner,
        view: &mut View<'_, '_>,
        (slot, visit): (&str, &AskedVisit),
        except: Option<&str>,
        free: Free,
    ) -> Answered<Self> {
        let unavailable = || Problem::new(ProblemCode::SlotUnavailable);
        let name = SlotName::read(slot).ok_or_else(unavailable)?;
        let need = Need::of(&office.catalogue, visit, name.mode)?;
        let candidates = finding::candidates(office, view, &need, &name, except, free).await?;
        let place: &Place = match candidates.first() {
            Some((_, place)) => place,
            // What was held keeps its time even if hours changed since: only a new time must be open.
            None if free == Free::OrNot => office
                .catalogue
                .places
                .iter()
                .find(|place| place.id == name.place)
                .ok_or_else(unavailable)?,
            None => return Err(unavailable()),
        };
        Ok(Self::of(&need, name.clone(), place, &candidates))
    }

    /// The same without reading anything, free or not, given what agents opened besides; `None` when it cannot be told
    /// whether there is such a time.
    pub(super) fn open(
        office: &Inner,
        slot: &str,
        visit: &AskedVisit,
        extra: &BTreeMap<String, Vec<Hours>>,
    ) -> Option<Self> {
        let name = SlotName::read(slot)?;
        let need = Need::of(&office.catalogue, visit, name.mode).ok()?;
        let candidates = finding::open_at(office, &need, &name, extra);
        let (_, place) = candidates.first()?;
        Some(Self::of(&need, name.clone(), place, &candidates))
    }

    /// Who is tried, in order; `None` when one of them receives several people at a time.
    pub(super) fn tried(&self) -> Option<Vec<&str>> {
        self.tried
            .iter()
            .map(|it| it.seats.is_none().then_some(it.resource.as_str()))
            .collect()
    }

    pub(super) fn ticks(&self) -> Ticks {
        Ticks::of(self.occupied)
    }

    /// The hour that an appointment has, for another number of people. Whoever comes with fewer, or with as many as fit
    /// already, keeps what they have even if hours changed since; for more, whoever receives them is open and free for
    /// all of it. The notice of a booking is not asked for again: the service knows that someone comes.
    pub(super) async fn kept(
        office: &Inner,
        view: &mut View<'_, '_>,
        known: &Stored,
        visit: &AskedVisit,
    ) -> Answered<Self> {
        let unavailable = || Problem::new(ProblemCode::SlotUnavailable);
        let catalogue = &office.catalogue;
        let name = known.name();
        let mut need = Need::of(catalogue, visit, known.mode)?;
        need.visit.notice = SignedDuration::ZERO;
        let has = |it: &&Resource| it.id == known.resource;
        let present = catalogue.resources.iter().find(has);
        let place = catalogue.places.iter().find(|it| it.id == known.place);
        let place = place.ok_or_else(unavailable)?;
        if let Some(present) = present
            && need.seats(present) <= known.seats
            && need.occupied(known.start).to <= known.free
        {
            return Ok(Self::of(&need, name, place, &[(present, place)]));
        }
        let except = Some(known.id.as_str());
        let mut candidates =
            finding::candidates(office, view, &need, &name, except, Free::Now).await?;
        if candidates.is_empty() {
            return Err(unavailable());
        }
        // Those who expect these people already come first.
        candidates.sort_by_key(|(resource, _)| resource.id != known.resource);
        Ok(Self::of(&need, name.clone(), place, &candidates))
    }

    fn of(
        need: &Need<'_>,
        name: SlotName,
        place: &Place,
        candidates: &[(&Resource, &Place)],
    ) -> Self {
        let tried = |(resource, _): &(&Resource, &Place)| Tried {
            resource: resource.id.clone(),
            seats: resource.seats.map(i64::from),
            wanted: need.seats(resource),
        };
        Self {
            tried: candidates.iter().map(tried).collect(),
            zone: place.zone_name().to_owned(),
            end: need.times(name.start).0,
            occupied: need.occupied(name.start),
            change_until: name
                .start
                .saturating_sub(need.visit.change_notice)
                .unwrap_or(name.start),
            visit: need.asked.clone(),
            name,
        }
    }

    /// Takes the time with the first resource that has it; `None` when nobody has.
    pub(super) async fn take<'a>(
        &'a self,
        tx: &mut Write<'_>,
        taker: Taker<'_>,
        now: Timestamp,
    ) -> Answered<Option<&'a str>> {
        let (ticks, at) = (self.ticks(), now.as_microsecond());
        for Tried {
            resource,
            seats,
            wanted,
        } in &self.tried
        {
            let had = Had {
                by: taker.appointment,
                resource,
                ticks,
            };
            // A seat that is taken on the way stays for another try: only whole sets are kept.
            let mut missing = *wanted;
            for seat in 0..seats.unwrap_or(1) {
                if missing == 0 {
                    break;
                }
                if ticks::take(tx, (resource, seat), ticks, taker, at).await? {
                    missing -= 1;
                } else {
                    ticks::free_seat(tx, had, seat).await?;
                }
            }
            if missing == 0 {
                return Ok(Some(resource));
            }
            ticks::free(tx, had).await?;
        }
        Ok(None)
    }

    pub(super) fn stored(&self, id: &str, resource: &str, status: AppointmentStatus) -> Stored {
        let mut tried = self.tried.iter();
        let seats = tried.find(|it| it.resource == resource);
        Stored {
            id: id.to_owned(),
            request: None,
            status,
            visit: self.visit.clone(),
            resource: resource.to_owned(),
            place: self.name.place.clone(),
            zone: self.zone.clone(),
            mode: self.name.mode,
            start: self.name.start,
            end: self.end,
            free: self.occupied.to,
            seats: seats.map_or(1, |it| it.wanted),
            change_until: self.change_until,
            sequence: 0,
            late_minutes: None,
            confirmed: None,
        }
    }
}
