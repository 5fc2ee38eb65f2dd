//! Free times: computed from hours, what is taken and what the visit needs; never stored.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    agenda::{Hours, Pattern, Stretch, Wanted, open_on, starts},
    appointment::AppointmentType,
    booking::Slot,
    place::Place,
    resource::Resource,
};
use jiff::{Timestamp, civil::Date};

use super::{
    days::{Days, openings},
    need::{Need, SlotName},
    ticks::{self, Ticks},
};
use crate::{
    api::{
        appointments::{SlotPage, SlotQuery},
        problem::{Answered, Problem},
    },
    catalogue::Catalogue,
    reference::{Inner, view::View},
};

/// Days looked at in one go for the first free time of a place.
const STRIDE: i32 = 7;

/// What one can come for, with the places where someone receives people for it and what else they can come for at once.
pub(in crate::reference) fn types(catalogue: &Catalogue) -> Vec<AppointmentType> {
    let with_places = |kind: &AppointmentType| {
        let serves = |it: &&Resource| it.types.contains(&kind.id);
        let resources: Vec<_> = catalogue.resources.iter().filter(serves).collect();
        let places = catalogue.places.iter().map(|place| place.id.clone());
        let others = catalogue.appointment_types.iter();
        let others = others.filter(|other| other.id != kind.id && share(&resources, kind, other));
        AppointmentType {
            place_ids: places
                .filter(|id| resources.iter().any(|it| it.place_id == *id))
                .collect(),
            together_with: Some(others.map(|other| other.id.clone()).collect()),
            ..kind.clone()
        }
    };
    catalogue
        .appointment_types
        .iter()
        .map(with_places)
        .collect()
}

/// Whether one of these receives people for both in one visit.
fn share(resources: &[&Resource], one: &AppointmentType, other: &AppointmentType) -> bool {
    let mut modes = one.modes.iter().filter(|mode| other.modes.contains(mode));
    modes.any(|mode| {
        let both = || [&*one.id, &*other.id].into_iter();
        resources.iter().any(|it| it.serves(both(), *mode))
    })
}

/// Free times, the earliest first.
pub(in crate::reference) async fn slots(office: &Inner, query: SlotQuery) -> Answered<SlotPage> {
    let now = office.clock.now();
    let need = Need::of(&office.catalogue, &query.visit, query.mode)?;
    let except = match &query.moving {
        Some(request) => super::booked::id_of(&office.database, request).await?,
        None => None,
    };
    let place = query.location.as_deref();
    if place.is_some_and(|place| !office.catalogue.places.iter().any(|it| it.id == place)) {
        return Err(Problem::not_found());
    }
    let within = Within {
        place,
        days: Days {
            from: query.from,
            to: query.to,
        },
        except: except.as_deref(),
    };
    let view = &mut View::Committed(&office.database);
    let found = if query.first_only {
        first_of_places(office, view, &need, within).await?
    } else {
        free(office, view, &need, within).await?
    };
    let mut items = found.slots;
    let more = items.len() > usize::from(query.limit);
    items.truncate(usize::from(query.limit));
    Ok(SlotPage {
        items,
        more,
        open_days: found.open_days.into_iter().collect(),
        last_day: found.last_day,
        as_of: now,
    })
}

/// Where and when free times are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Within<'a> {
    /// One place only.
    pub(super) place: Option<&'a str>,
    pub(super) days: Days,
    /// An appointment whose own time counts as free.
    pub(super) except: Option<&'a str>,
}

/// Free times, the earliest first, and what else is known of those days.
pub(super) struct Found {
    pub(super) slots: Vec<Slot>,
    open_days: BTreeSet<Date>,
    last_day: Date,
}

/// The earliest free time of each place, looked for some days at a time: where much is free, little is computed.
async fn first_of_places(
    office: &Inner,
    view: &mut View<'_, '_>,
    need: &Need<'_>,
    within: Within<'_>,
) -> Answered<Found> {
    let mut firsts = Found {
        slots: Vec::new(),
        open_days: BTreeSet::new(),
        last_day: within.days.from,
    };
    let receives = |place: &&Place| need.resources(Some(&place.id)).next().is_some();
    let asked = |place: &&Place| within.place.is_none_or(|asked| place.id == asked);
    for place in office
        .catalogue
        .places
        .iter()
        .filter(asked)
        .filter(receives)
    {
        for days in within.days.in_strides(STRIDE) {
            let place = Some(place.id.as_str());
            let found = free(
                office,
                view,
                need,
                Within {
                    place,
                    days,
                    ..within
                },
            )
            .await?;
            firsts.open_days.extend(found.open_days);
            firsts.last_day = firsts.last_day.max(found.last_day);
            let first = found.slots.into_iter().next();
            let is_last = first.is_some() || days.to >= found.last_day;
            firsts.slots.extend(first);
            if is_last {
                break;
            }
        }
    }
    // At one moment, in the order of the places: the sort keeps it.
    firsts.slots.sort_by_key(|slot| slot.start);
    Ok(firsts)
}

/// Free times of a visit, as they are seen from a place to read rows from.
pub(super) async fn free(
    office: &Inner,
    view: &mut View<'_, '_>,
    need: &Need<'_>,
    within: Within<'_>,
) -> Answered<Found> {
    let now = office.clock.now();
    let extra = openings(view, within.days).await?;
    let mut slots: BTreeMap<(Timestamp, usize), Slot> = BTreeMap::new();
    let mut open_days = BTreeSet::new();
    let mut last_day = within.days.from;
    let here = |it: &(&Resource, &Place)| within.place.is_none_or(|place| it.1.id == place);
    for (resource, place) in need.resources(None).filter(here) {
        let on = (within.days, &extra, within.except);
        let agenda = Agenda::read(office, view, need, (resource, place), on).await?;
        open_days.extend(agenda.open_days);
        last_day = last_day.max(need.last_day(now, &place.time_zone()));
        let mut places = office.catalogue.places.iter();
        let rank = places.position(|it| it.id == place.id);
        for (start, left) in agenda.starts {
            let slot = slots
                .entry((start, rank.unwrap_or(0)))
                .or_insert_with(|| slot(need, place, start));
            slot.places_left = slot.places_left.max(left);
        }
    }
    Ok(Found {
        slots: slots.into_values().collect(),
        open_days,
        last_day,
    })
}

/// Those who could receive a visit at one time: what a hold tries, in order.
pub(super) async fn candidates<'a>(
    office: &'a Inner,
    view: &mut View<'_, '_>,
    need: &Need<'a>,
    name: &'a SlotName,
    except: Option<&str>,
    free: Free,
) -> Answered<Vec<(&'a Resource, &'a Place)>> {
    let Some(day) = day_of(need, name) else {
        return Ok(Vec::new());
    };
    let days = Days { from: day, to: day };
    let extra = openings(view, days).await?;
    if free == Free::OrNot {
        return Ok(open_at(office, need, name, &extra));
    }
    let mut fitting = Vec::new();
    for (resource, place) in need.resources(Some(&name.place)) {
        let on = (days, &extra, except);
        let agenda = Agenda::read(office, view, need, (resource, place), on).await?;
        if agenda.starts.iter().any(|(start, _)| *start == name.start) {
            fitting.push((resource, place));
        }
    }
    Ok(fitting)
}

/// The day of a time at its place, if someone receives people there.
pub(super) fn day_of<'a>(need: &Need<'a>, name: &'a SlotName) -> Option<Date> {
    let (_, place) = need.resources(Some(&name.place)).next()?;
    Some(name.start.to_zoned(place.time_zone()).date())
}

/// Those who receive people at one time, free or not, in order.
pub(super) fn open_at<'a>(
    office: &'a Inner,
    need: &Need<'a>,
    name: &'a SlotName,
    extra: &BTreeMap<String, Vec<Hours>>,
) -> Vec<(&'a Resource, &'a Place)> {
    let Some(day) = day_of(need, name) else {
        return Vec::new();
    };
    let days = Days { from: day, to: day };
    need.resources(Some(&name.place))
        .filter(|it| {
            let open = Open::on(office, need, *it, (days, extra));
            starts(&open.hours, &[], &open.wanted).contains(&name.start)
        })
        .collect()
}

/// Whether a time must be free when it is looked at; the taking decides in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Free {
    Now,
    OrNot,
}

/// When one resource is open on some days, for what can be booked now.
struct Open {
    days: Vec<Date>,
    hours: Vec<Stretch>,
    wanted: Wanted,
}

impl Open {
    fn on(
        office: &Inner,
        need: &Need<'_>,
        (resource, place): (&Resource, &Place),
        (days, extra): (Days, &BTreeMap<String, Vec<Hours>>),
    ) -> Self {
        let (now, zone) = (office.clock.now(), place.time_zone());
        let wanted = need.wanted(now, &zone);
        let mut pattern = resource.pattern_for(&need.asked.help);
        // What agents open besides is not quiet.
        if !resource.keeps_quiet(&need.asked.help) {
            let besides = extra.get(&resource.id).into_iter().flatten();
            pattern.besides.extend(besides);
        }
        let bookable = Days {
            from: days
                .from
                .max(wanted.not_before.to_zoned(zone.clone()).date()),
            to: days.to.min(need.last_day(now, &zone)),
        };
        let (days, hours) = opened(&pattern, bookable, &zone);
        Self {
            days,
            hours,
            wanted,
        }
    }
}

impl Open {
    /// When one can begin in one of the seats at least, and in how many: each person keeps one seat throughout.
    fn with_seats(&self, taken: &[Vec<Stretch>], seats: u16) -> BTreeMap<Timestamp, u16> {
        let touched = u16::try_from(taken.len()).unwrap_or(seats);
        let mut left: BTreeMap<Timestamp, u16> = starts(&self.hours, &[], &self.wanted)
            .into_iter()
            .map(|start| (start, seats.saturating_sub(touched)))
            .collect();
        for seat in taken {
            for start in starts(&self.hours, seat, &self.wanted) {
                *left.entry(start).or_default() += 1;
            }
        }
        left
    }
}

/// The agenda of one resource on some days.
struct Agenda {
    open_days: Vec<Date>,
    /// When one can begin, and how many seats are left then, if it has some.
    starts: Vec<(Timestamp, Option<u16>)>,
}

impl Agenda {
    async fn read(
        office: &Inner,
        view: &mut View<'_, '_>,
        need: &Need<'_>,
        (resource, place): (&Resource, &Place),
        (days, extra, except): (Days, &BTreeMap<String, Vec<Hours>>, Option<&str>),
    ) -> Answered<Self> {
        let open = Open::on(office, need, (resource, place), (days, extra));
        let taken = match (open.hours.first(), open.hours.last()) {
            (Some(first), Some(last)) => {
                let within = Stretch {
                    from: first.from,
                    // Pauses may reach beyond the closing.
                    to: last.to.saturating_add(need.visit.pause).unwrap_or(last.to),
                };
                let at = (office.clock.now().as_microsecond(), except);
                let seats = i64::from(resource.seats.unwrap_or(1));
                let of = (resource.id.as_str(), seats);
                ticks::taken(view, of, Ticks::of(within), at).await?
            }
            _ => Vec::new(),
        };
        let starts = match resource.seats {
            None => {
                let taken = taken.into_iter().next().unwrap_or_default();
                let starts = starts(&open.hours, &taken, &open.wanted);
                starts.into_iter().map(|start| (start, None)).collect()
            }
            Some(seats) => open
                .with_seats(&taken, seats)
                .into_iter()
                .filter(|(_, left)| i64::from(*left) >= need.seats(resource))
                .map(|(start, left)| (start, Some(left)))
                .collect(),
        };
        Ok(Self {
            open_days: open.days,
            starts,
        })
    }
}

/// The days on which a resource is open, and when.
pub(super) fn opened(
    pattern: &Pattern,
    days: Days,
    zone: &jiff::tz::TimeZone,
) -> (Vec<Date>, Vec<Stretch>) {
    let (mut open_days, mut open) = (Vec::new(), Vec::new());
    for day in days.each() {
        let stretches = open_on(pattern, day, zone);
        if !stretches.is_empty() {
            open_days.push(day);
            open.extend(stretches);
        }
    }
    (open_days, open)
}

pub(super) fn slot(need: &Need<'_>, place: &Place, start: Timestamp) -> Slot {
    let name = SlotName {
        start,
        place: place.id.clone(),
        mode: need.mode,
    };
    Slot {
        id: name.write(),
        start,
        end: need.times(start).0,
        zone: place.zone_name().to_owned(),
        location_id: place.id.clone(),
        mode: need.mode,
        places_left: None,
    }
}
