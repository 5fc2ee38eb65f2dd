//! The questions about free times that one page puts, and how old their answers are.

use std::sync::Arc;

use app::ports::{NoTimes, Search};
use backoffice::api::{
    appointments::{MOST_SLOTS, SlotPage, SlotQuery},
    problem::ProblemCode,
};
use domain::{agenda::proposed, booking::Slot};
use jiff::{Timestamp, ToSpan, civil::Date};

use super::{day_of, suits};
use crate::{contract::ContractError, portal::Desk};

/// How far ahead the earliest time is looked for: the contract answers for so many days at once.
const AHEAD: i32 = 61;
/// Days looked at in one go for times that suit.
const STRIDE: i32 = 7;
/// Times that are proposed at first.
const PROPOSED: usize = 3;

/// What one page asks.
pub(super) struct Asking<'a> {
    desk: &'a Desk,
    search: &'a Search,
    /// The first day.
    today: Date,
    /// The moment at which the answers were true, once the back office was found not to answer.
    old: Option<Timestamp>,
}

impl<'a> Asking<'a> {
    pub(super) const fn new(desk: &'a Desk, search: &'a Search, today: Date) -> Self {
        Self {
            desk,
            search,
            today,
            old: None,
        }
    }

    /// When all of it was true; `None`: it is.
    pub(super) const fn old(&self) -> Option<Timestamp> {
        self.old
    }

    /// The earliest time of each place, whatever place was asked for.
    pub(super) async fn first_of_places(&mut self) -> Result<Arc<SlotPage>, NoTimes> {
        let query = query(self.search, self.today, AHEAD, First::OfPlaces);
        self.ask(&query).await
    }

    /// Times that suit, from the week that was asked for on; from the first one on when there is none any more.
    pub(super) async fn suggested(
        &mut self,
        first: Date,
        week: Date,
    ) -> Result<Vec<Slot>, NoTimes> {
        if self.search.week.is_some() && week > first {
            let later = self.suiting(self.search, week, PROPOSED).await?;
            if !later.is_empty() {
                return Ok(proposed(&later));
            }
        }
        let all = self.suiting(self.search, first, PROPOSED).await?;
        Ok(proposed(&all))
    }

    /// For each place, the first time in the part of the day that was asked for, from the first time of all on.
    pub(super) async fn first_that_suit(
        &mut self,
        firsts: Vec<Slot>,
    ) -> Result<Vec<Slot>, NoTimes> {
        let mut found = Vec::with_capacity(firsts.len());
        for slot in firsts {
            if suits(self.search, &slot) {
                found.push(slot);
                continue;
            }
            let (first, place) = (day_of(&slot), Some(slot.location_id));
            let there = Search {
                place,
                ..self.search.clone()
            };
            let suiting = self.suiting(&there, first, 1).await?;
            found.extend(suiting.into_iter().next());
        }
        found.sort_by_key(|slot| slot.start);
        Ok(found)
    }

    /// The times that suit, in order: as many as wanted or more, or all there are.
    async fn suiting(
        &mut self,
        search: &Search,
        first: Date,
        wanted: usize,
    ) -> Result<Vec<Slot>, NoTimes> {
        let last = self.today.saturating_add(AHEAD.days());
        let (mut from, mut found) = (first, Vec::new());
        while from <= last {
            let page = self
                .ask(&query(search, from, STRIDE - 1, First::Any))
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

    /// The times of some days of one week: a day at a time where they are more than one answer holds.
    pub(super) async fn of_days(
        &mut self,
        from: Date,
        days: i32,
    ) -> Result<Arc<SlotPage>, NoTimes> {
        let search = self.search;
        let page = self.ask(&query(search, from, days, First::Any)).await?;
        if !page.more {
            return Ok(page);
        }
        let whole = page.items.last().map_or(from, day_of);
        let mut all = SlotPage::clone(&page);
        all.items.retain(|slot| day_of(slot) < whole);
        for day in page.open_days.iter().filter(|day| **day >= whole) {
            let of_day = self.ask(&query(search, *day, 0, First::Any)).await?;
            all.items.extend(of_day.items.iter().cloned());
        }
        Ok(Arc::new(all))
    }

    async fn ask(&mut self, query: &SlotQuery) -> Result<Arc<SlotPage>, NoTimes> {
        let desk = self.desk;
        let times = &desk.0.times_now;
        let known = if self.old.is_some() {
            times.before(query, desk.now()).await?
        } else {
            let ask = async || {
                let asked = desk.0.backoffice.slots(query).await;
                asked.map_err(|error| no_times(&error))
            };
            let (now, writes) = (|| desk.now(), || desk.0.backoffice.writes());
            times.answer(query, now, writes, ask).await?
        };
        // Of several answers, the oldest one says how old the page is.
        self.old = match (self.old, known.at) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        Ok(known.page)
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
