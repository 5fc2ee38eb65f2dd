//! Free times: computed from hours, what is taken and what the visit needs; never stored.

use std::collections::BTreeMap;

use database::Database;
use domain::{
    agenda::{Hours, Pattern, Stretch, open_on, starts},
    appointment::AppointmentType,
    booking::Slot,
    place::Place,
    resource::Resource,
};
use jiff::{Timestamp, ToSpan, civil::Date};

use super::{
    need::{Need, SlotName, zone_name, zone_of},
    ticks::{self, Ticks, Used},
};
use crate::{
    api::{
        appointments::{SlotPage, SlotQuery},
        problem::{Answered, Problem},
    },
    catalogue::Catalogue,
    reference::Inner,
};

/// What one can come for, with the places where someone receives people for it.
pub(in crate::reference) fn types(catalogue: &Catalogue) -> Vec<AppointmentType> {
    let with_places = |kind: &AppointmentType| {
        let serves = |it: &&Resource| it.types.contains(&kind.id);
        let resources: Vec<_> = catalogue.resources.iter().filter(serves).collect();
        let places = catalogue.places.iter().map(|place| place.id.clone());
        AppointmentType {
            place_ids: places
                .filter(|id| resources.iter().any(|it| it.place_id == *id))
                .collect(),
            ..kind.clone()
        }
    };
    catalogue
        .appointment_types
        .iter()
        .map(with_places)
        .collect()
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
    let days = Days {
        from: query.from,
        to: query.to,
    };
    let extra = openings(&office.database, days).await?;
    let mut found: BTreeMap<(Timestamp, usize), Slot> = BTreeMap::new();
    let mut open_days = std::collections::BTreeSet::new();
    let mut last_day = query.from;
    for (resource, place) in need.resources(place) {
        let agenda = Agenda::read(
            office,
            &need,
            (resource, place),
            days,
            &extra,
            except.as_deref(),
        );
        let agenda = agenda.await?;
        open_days.extend(agenda.open_days);
        last_day = last_day.max(need.last_day(now, &zone_of(place)));
        let rank = office
            .catalogue
            .places
            .iter()
            .position(|it| it.id == place.id);
        for start in agenda.starts {
            let left = agenda
                .seats
                .map(|seats| left(&agenda.used, need.occupied(start), seats));
            let slot = found
                .entry((start, rank.unwrap_or(0)))
                .or_insert_with(|| slot(&need, place, start));
            slot.places_left = slot.places_left.max(left);
        }
    }
    let mut items: Vec<Slot> = found.into_values().collect();
    if query.first_only {
        let mut seen = std::collections::BTreeSet::new();
        items.retain(|slot| seen.insert(slot.location_id.clone()));
    }
    let more = items.len() > usize::from(query.limit);
    items.truncate(usize::from(query.limit));
    Ok(SlotPage {
        items,
        more,
        open_days: open_days.into_iter().collect(),
        last_day,
        as_of: now,
    })
}

/// Those who could receive a visit at one time, free or not: what a hold tries, in order.
pub(super) async fn candidates<'a>(
    office: &'a Inner,
    need: &Need<'a>,
    name: &'a SlotName,
    except: Option<&str>,
    free: Free,
) -> Answered<Vec<(&'a Resource, &'a Place)>> {
    let mut fitting = Vec::new();
    for (resource, place) in need.resources(Some(&name.place)) {
        let day = name.start.to_zoned(zone_of(place)).date();
        let days = Days { from: day, to: day };
        let extra = openings(&office.database, days).await?;
        let mut agenda =
            Agenda::read(office, need, (resource, place), days, &extra, except).await?;
        if free == Free::OrNot {
            agenda.starts = starts(
                &agenda.open,
                &[],
                &need.wanted(office.clock.now(), &zone_of(place)),
            );
        }
        if agenda.starts.contains(&name.start) {
            fitting.push((resource, place));
        }
    }
    Ok(fitting)
}

/// Whether a time must be free when it is looked at; the taking decides in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Free {
    Now,
    OrNot,
}

/// Days, the last one included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    pub(super) from: Date,
    pub(super) to: Date,
}

impl Days {
    pub(super) fn each(self) -> impl Iterator<Item = Date> {
        self.from
            .series(1.day())
            .take_while(move |day| *day <= self.to)
    }
}

/// The agenda of one resource on some days.
struct Agenda {
    open: Vec<Stretch>,
    open_days: Vec<Date>,
    used: Vec<Used>,
    seats: Option<i64>,
    starts: Vec<Timestamp>,
}

impl Agenda {
    async fn read(
        office: &Inner,
        need: &Need<'_>,
        (resource, place): (&Resource, &Place),
        days: Days,
        extra: &BTreeMap<String, Vec<Hours>>,
        except: Option<&str>,
    ) -> Answered<Self> {
        let (now, zone) = (office.clock.now(), zone_of(place));
        let wanted = need.wanted(now, &zone);
        let mut pattern = resource.pattern_for(&need.asked.help);
        pattern
            .besides
            .extend(extra.get(&resource.id).into_iter().flatten());
        let bookable = Days {
            from: days
                .from
                .max(wanted.not_before.to_zoned(zone.clone()).date()),
            to: days.to.min(need.last_day(now, &zone)),
        };
        let (open_days, open) = opened(&pattern, bookable, &zone);
        let seats = resource.seats.map(i64::from);
        let used = match (open.first(), open.last()) {
            (Some(first), Some(last)) => {
                let within = Stretch {
                    from: first.from,
                    // Pauses may reach beyond the closing.
                    to: last.to.saturating_add(need.visit.pause).unwrap_or(last.to),
                };
                let at = (now.as_microsecond(), except);
                ticks::used(&office.database, &resource.id, Ticks::of(within), at).await?
            }
            _ => Vec::new(),
        };
        let taken = ticks::full(&used, seats.unwrap_or(1), need.seats(resource));
        let starts = starts(&open, &taken, &wanted);
        Ok(Self {
            open,
            open_days,
            used,
            seats,
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

/// Seats left during a whole visit.
fn left(used: &[Used], occupied: Stretch, seats: i64) -> u16 {
    let ticks = Ticks::of(occupied);
    let most = used
        .iter()
        .filter(|one| (ticks.first..ticks.end).contains(&one.tick))
        .map(|one| one.seats)
        .max();
    u16::try_from(seats - most.unwrap_or(0)).unwrap_or(0)
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
        zone: zone_name(place).to_owned(),
        location_id: place.id.clone(),
        mode: need.mode,
        places_left: None,
    }
}

/// Hours that agents opened besides, by resource.
pub(super) async fn openings(
    database: &Database,
    days: Days,
) -> Answered<BTreeMap<String, Vec<Hours>>> {
    let rows = database
        .fetch_all(
            "SELECT resource_id, day, opens, closes FROM backoffice_openings
              WHERE day >= $1 AND day <= $2",
            &[day_number(days.from).into(), day_number(days.to).into()],
        )
        .await?;
    let mut extra: BTreeMap<String, Vec<Hours>> = BTreeMap::new();
    for row in &rows {
        let day = day_of(row.int("day")?);
        let (from, to) = (row.text("opens")?.parse(), row.text("closes")?.parse());
        if let (Some(day), Ok(from), Ok(to)) = (day, from, to) {
            let hours = Hours { day, from, to };
            extra
                .entry(row.text("resource_id")?)
                .or_default()
                .push(hours);
        }
    }
    Ok(extra)
}

/// A day as it is stored: 20261207, which sorts on both engines.
pub(super) fn day_number(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

fn day_of(number: i64) -> Option<Date> {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}
