//! Free times as pages show them: three that suit, the first of each place, those of a week.

use std::sync::Arc;

use app::ports::{Catalogue, DayTimes, NoTimes, Search, Times};
use backoffice::api::{
    appointments::{MOST_SLOTS, SlotPage, SlotQuery},
    problem::ProblemCode,
};
use domain::{
    agenda::proposed,
    appointment::{AppointmentType, VisitFault, visit},
    booking::Slot,
};
use jiff::{Timestamp, ToSpan, civil::Date};

use super::{Desk, VisitError, Visitor};
use crate::contract::ContractError;

/// How far ahead the earliest time is looked for: the contract answers for so many days at once.
const AHEAD: i32 = 61;
/// Days looked at in one go for times that suit.
const STRIDE: i32 = 7;
/// Times that are proposed at first.
const PROPOSED: usize = 3;

impl Desk {
    /// Free times for a visit; for the appointment of a request, those that it takes up itself are free too.
    pub(super) async fn times_of(
        &self,
        visitor: &Visitor,
        search: &Search,
    ) -> Result<Times, NoTimes> {
        let catalogue = self.0.catalogue.load_full().ok_or(NoTimes::Away)?;
        possible(&catalogue, search)?;
        let instead_of = match &search.instead_of {
            Some(request) => {
                let known = self.booked(visitor, request).await;
                Some(known.map_err(|error| match error {
                    VisitError::Unknown => NoTimes::Unknown,
                    _ => NoTimes::Away,
                })?)
            }
            None => None,
        };
        // From here on, under the name that the back office knows.
        let search = &Search {
            instead_of,
            ..search.clone()
        };
        let today = self.today();
        let old = &mut None;
        let firsts = self
            .ask_times(&query(search, today, AHEAD, First::OfPlaces), old)
            .await?;
        let wanted = |slot: &&Slot| {
            search
                .place
                .as_ref()
                .is_none_or(|it| *it == slot.location_id)
        };
        let first = firsts.items.iter().find(wanted).map_or(today, day_of);
        let week = monday(search.week.unwrap_or(first).max(today));
        let suggested = self.suggested(search, first, week.max(today), old).await?;
        let places = firsts.items.iter().map(|slot| slot.location_id.clone());
        let places = places.collect();
        let mut first_of_places = firsts.items.clone();
        if search.part.is_some() {
            first_of_places = self
                .first_that_suit(search, first_of_places, today, old)
                .await?;
        }
        let page = self
            .of_days(search, week.max(today), days_left(week, today), old)
            .await?;
        let next = week.saturating_add(7.days());
        let last_day = page.last_day.max(firsts.last_day);
        Ok(Times {
            suggested,
            first_of_places,
            places,
            days: by_day(&page, search),
            earlier: (week > today).then(|| week.saturating_sub(1.day()).max(today)),
            later: (next <= last_day).then_some(next),
            week,
            last_day,
            known_at: *old,
        })
    }

    /// Times that suit, from the week that was asked for on; from the first one on when there is none any more.
    async fn suggested(
        &self,
        search: &Search,
        first: Date,
        week: Date,
        old: &mut Option<Timestamp>,
    ) -> Result<Vec<Slot>, NoTimes> {
        let today = self.today();
        if search.week.is_some() && week > first {
            let later = self.suiting(search, week, today, PROPOSED, old).await?;
            if !later.is_empty() {
                return Ok(proposed(&later));
            }
        }
        let all = self.suiting(search, first, today, PROPOSED, old).await?;
        Ok(proposed(&all))
    }

    /// For each place, the first time in the part of the day that was asked for, from the first time of all on.
    async fn first_that_suit(
        &self,
        search: &Search,
        firsts: Vec<Slot>,
        today: Date,
        old: &mut Option<Timestamp>,
    ) -> Result<Vec<Slot>, NoTimes> {
        let mut found = Vec::with_capacity(firsts.len());
        for slot in firsts {
            if suits(search, &slot) {
                found.push(slot);
                continue;
            }
            let (first, place) = (day_of(&slot), Some(slot.location_id));
            let there = Search {
                place,
                ..search.clone()
            };
            found.extend(
                self.suiting(&there, first, today, 1, old)
                    .await?
                    .into_iter()
                    .next(),
            );
        }
        found.sort_by_key(|slot| slot.start);
        Ok(found)
    }

    /// The times that suit, in order: as many as wanted or more, or all there are.
    async fn suiting(
        &self,
        search: &Search,
        first: Date,
        today: Date,
        wanted: usize,
        old: &mut Option<Timestamp>,
    ) -> Result<Vec<Slot>, NoTimes> {
        let last = today.saturating_add(AHEAD.days());
        let (mut from, mut found) = (first, Vec::new());
        while from <= last {
            let page = self
                .ask_times(&query(search, from, STRIDE - 1, First::Any), old)
                .await?;
            let suiting = page.items.iter().filter(|slot| suits(search, slot));
            found.extend(suiting.cloned());
            from = from.saturating_add(STRIDE.days());
            if found.len() >= wanted || from > page.last_day {
                break;
            }
        }
        Ok(found)
    }

    /// What is free; `old` tells the moment at which it was, once the back office was found not to answer.
    async fn ask_times(
        &self,
        query: &SlotQuery,
        old: &mut Option<Timestamp>,
    ) -> Result<Arc<SlotPage>, NoTimes> {
        let times = &self.0.times_now;
        let known = if old.is_some() {
            times.before(query, self.now()).await?
        } else {
            let ask = async || {
                let asked = self.0.backoffice.slots(query).await;
                asked.map_err(|error| no_times(&error))
            };
            let (now, writes) = (|| self.now(), || self.0.backoffice.writes());
            times.answer(query, now, writes, ask).await?
        };
        // Of several answers, the oldest one says how old the page is.
        *old = match (*old, known.at) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        Ok(known.page)
    }

    /// The times of some days of one week: a day at a time where they are more than one answer holds.
    async fn of_days(
        &self,
        search: &Search,
        from: Date,
        days: i32,
        old: &mut Option<Timestamp>,
    ) -> Result<Arc<SlotPage>, NoTimes> {
        let page = self
            .ask_times(&query(search, from, days, First::Any), old)
            .await?;
        if !page.more {
            return Ok(page);
        }
        let whole = page.items.last().map_or(from, day_of);
        let mut all = SlotPage::clone(&page);
        all.items.retain(|slot| day_of(slot) < whole);
        for day in page.open_days.iter().filter(|day| **day >= whole) {
            let of_day = self
                .ask_times(&query(search, *day, 0, First::Any), old)
                .await?;
            all.items.extend(of_day.items.iter().cloned());
        }
        Ok(Arc::new(all))
    }
}

fn no_times(error: &ContractError) -> NoTimes {
    if error.is_not_supported() || error.says(ProblemCode::NotFound) {
        return NoTimes::Unknown;
    }
    if error.says(ProblemCode::ValidationFailed) {
        return NoTimes::NotTogether;
    }
    tracing::warn!(code = error.code(), "free times are not known");
    NoTimes::Away
}

/// Whether someone can receive this.
pub(super) fn possible(catalogue: &Catalogue, search: &Search) -> Result<(), NoTimes> {
    let known = catalogue.appointment_types.iter();
    let known: Vec<AppointmentType> = known.map(|kind| AppointmentType::clone(kind)).collect();
    let purposes = search.visit.with(&known).ok_or(NoTimes::Unknown)?;
    let whole = visit(&purposes, &search.visit.help).map_err(|fault| match fault {
        VisitFault::Nothing => NoTimes::Unknown,
        VisitFault::TooMany { most } => NoTimes::TooMany { most },
        VisitFault::NoCommonMode => NoTimes::NotTogether,
    })?;
    let mut forms = purposes.iter().map(|it| it.kind.procedure_for(search.mode));
    let form = forms.next();
    let apart = purposes.iter().enumerate().any(|(rank, one)| {
        let mut before = purposes[..rank].iter();
        before.any(|other| !one.kind.goes_with(other.kind))
    });
    if apart || !whole.modes.contains(&search.mode) || forms.any(|other| Some(other) != form) {
        return Err(NoTimes::NotTogether);
    }
    match &search.place {
        Some(place) if catalogue.place(place).is_none() => Err(NoTimes::Unknown),
        _ => Ok(()),
    }
}

/// Which times are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    /// The earliest of each place, whatever place was asked for.
    OfPlaces,
    /// All of them.
    Any,
}

fn query(search: &Search, from: Date, days: i32, first: First) -> SlotQuery {
    SlotQuery {
        visit: search.visit.clone(),
        mode: search.mode,
        location: search.place.clone().filter(|_| first == First::Any),
        from,
        to: from.saturating_add(days.days()),
        limit: MOST_SLOTS,
        first_only: first == First::OfPlaces,
        moving: search.instead_of.clone(),
    }
}

fn suits(search: &Search, slot: &Slot) -> bool {
    search.part.is_none_or(|part| part.holds(slot))
}

fn day_of(slot: &Slot) -> Date {
    slot.start.to_zoned(slot.time_zone()).date()
}

fn monday(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(since.days())
}

/// Days from a day of a week, or from today when that is later, to its Sunday.
fn days_left(week: Date, today: Date) -> i32 {
    let sunday = week.saturating_add(6.days());
    let left = week.max(today).until(sunday);
    left.map_or(0, |left| left.get_days()).max(0)
}

/// The times of each day on which someone receives people.
fn by_day(page: &SlotPage, search: &Search) -> Vec<DayTimes> {
    let of = |day: Date| {
        let slots = page.items.iter().filter(|slot| day_of(slot) == day);
        slots.filter(|slot| suits(search, slot)).cloned().collect()
    };
    let days = page.open_days.iter();
    days.map(|day| DayTimes {
        day: *day,
        slots: of(*day),
    })
    .collect()
}
