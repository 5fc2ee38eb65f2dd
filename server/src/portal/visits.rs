//! Choosing a time: free times as pages show them, holding one with a draft, holding it longer, moving an appointment.
//! The back office has the agendas; nothing of them is kept here.

use std::sync::Arc;

use app::ports::{Catalogue, DayTimes, DraftVisit, NoTimes, Search, Times};
use backoffice::api::{
    appointments::{Lateness, MOST_SLOTS, NewHold, NewTime, SlotPage, SlotQuery},
    problem::ProblemCode,
};
use domain::{
    agenda::proposed,
    appointment::{AppointmentType, VisitFault, visit},
    booking::{AskedVisit, Hold, Slot},
    locale::Locale,
};
use jiff::{ToSpan, civil::Date};

use super::{
    Desk, OwnerHash, SaveError, VisitError, Visitor,
    change::{Change, admit, log_store},
    follow_up::Beginning,
};
use crate::{
    contract::ContractError,
    store::{
        accesses::Right,
        drafts::{self, Content, Purpose, StoredDraft, Visit},
        submissions,
    },
    worker::time_key,
};

/// How far ahead the earliest time is looked for: the contract answers for so many days at once.
const AHEAD: i32 = 61;
/// Days looked at in one go for times that suit.
const STRIDE: i32 = 7;
/// Times that are proposed at first.
const PROPOSED: usize = 3;

impl Desk {
    /// Free times for a visit.
    pub(super) async fn times_of(&self, search: &Search) -> Result<Times, NoTimes> {
        let catalogue = self.0.catalogue.load_full().ok_or(NoTimes::Away)?;
        possible(&catalogue, search)?;
        let today = self.today();
        let firsts = self
            .ask_times(&query(search, today, AHEAD, First::OfPlaces))
            .await?;
        let wanted = |slot: &&Slot| {
            search
                .place
                .as_ref()
                .is_none_or(|it| *it == slot.location_id)
        };
        let first = firsts.items.iter().find(wanted).map_or(today, day_of);
        let week = monday(search.week.unwrap_or(first).max(today));
        let suggested = proposed(&self.suiting(search, first, today, PROPOSED).await?);
        let places = firsts.items.iter().map(|slot| slot.location_id.clone());
        let places = places.collect();
        let mut first_of_places = firsts.items;
        if search.part.is_some() {
            first_of_places = self.first_that_suit(search, first_of_places, today).await?;
        }
        let shown = query(search, week.max(today), days_left(week, today), First::Any);
        let page = self.ask_times(&shown).await?;
        let next = week.saturating_add(7.days());
        Ok(Times {
            suggested,
            first_of_places,
            places,
            days: by_day(&page, search),
            earlier: (week > today).then(|| week.saturating_sub(1.day()).max(today)),
            later: (next <= page.last_day.max(firsts.last_day)).then_some(next),
            week,
            asked_at: page.as_of,
        })
    }

    /// For each place, the first time in the part of the day that was asked for, from the first time of all on.
    async fn first_that_suit(
        &self,
        search: &Search,
        firsts: Vec<Slot>,
        today: Date,
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
                self.suiting(&there, first, today, 1)
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
    ) -> Result<Vec<Slot>, NoTimes> {
        let last = today.saturating_add(AHEAD.days());
        let (mut from, mut found) = (first, Vec::new());
        while from <= last {
            let page = self
                .ask_times(&query(search, from, STRIDE - 1, First::Any))
                .await?;
            found.extend(page.items.into_iter().filter(|slot| suits(search, slot)));
            from = from.saturating_add(STRIDE.days());
            if found.len() >= wanted || from > page.last_day {
                break;
            }
        }
        Ok(found)
    }

    async fn ask_times(&self, query: &SlotQuery) -> Result<SlotPage, NoTimes> {
        self.0.backoffice.slots(query).await.map_err(|error| {
            if error.is_not_supported() || error.says(ProblemCode::NotFound) {
                return NoTimes::Unknown;
            }
            if error.says(ProblemCode::ValidationFailed) {
                return NoTimes::NotTogether;
            }
            tracing::warn!(code = error.code(), "free times are not known");
            NoTimes::Away
        })
    }

    /// Holds a time and begins the draft that goes with it, under the key of the form: once, whatever is pressed twice.
    /// Gives the procedure of the draft.
    ///
    /// # Errors
    /// The time is taken, the search makes no sense, or someone does not answer.
    pub async fn choose_time(
        &self,
        visitor: &Visitor,
        search: &Search,
        slot: &str,
        key: &str,
        locale: Locale,
    ) -> Result<String, VisitError> {
        let owner: OwnerHash = visitor.owner.ok_or(VisitError::Unknown)?;
        let catalogue = self.0.catalogue.load_full().ok_or(VisitError::Away)?;
        possible(&catalogue, search).map_err(|_| VisitError::Unknown)?;
        let procedure = types(&catalogue, &search.visit)
            .first()
            .and_then(|kind| self.procedure(kind.procedure_for(search.mode)))
            .ok_or(VisitError::Unknown)?;
        let hold = self.hold(&search.visit, slot, key).await?;
        let beginning = Beginning {
            purpose: Purpose::Request,
            key,
            procedure_id: procedure.id.clone(),
            form_version: procedure.form_version.clone(),
            locale,
            content: Content {
                visit: Some(Visit {
                    asked: search.visit.clone(),
                    hold,
                }),
                ..Content::default()
            },
        };
        self.begin_under(visitor, owner, beginning).await?;
        Ok(procedure.id.clone())
    }

    /// Holds another time for the visit of a draft; the one before is free again.
    ///
    /// # Errors
    /// The time is taken, no such draft, or someone does not answer.
    pub async fn choose_another_time(
        &self,
        visitor: &Visitor,
        draft: &str,
        slot: &str,
        key: &str,
    ) -> Result<(), VisitError> {
        let before = self.visit_of(visitor, draft).await?;
        let hold = self.hold(&before.asked, slot, key).await?;
        let kept = hold.clone();
        self.set_hold(visitor, draft, kept).await?;
        if before.hold.id != hold.id
            && let Err(error) = self.0.backoffice.release_hold(&before.hold.id).await
        {
            // It ends by itself.
            tracing::warn!(code = error.code(), "a time was not given back");
        }
        Ok(())
    }

    /// Holds the time of a draft for longer, once. A time that is held no longer stays so.
    ///
    /// # Errors
    /// No such draft, or someone does not answer.
    pub async fn hold_longer(&self, visitor: &Visitor, draft: &str) -> Result<(), VisitError> {
        let before = self.visit_of(visitor, draft).await?;
        match self.0.backoffice.extend_hold(&before.hold.id).await {
            Ok(hold) => self.set_hold(visitor, draft, hold).await,
            Err(error) if error.says(ProblemCode::NotFound) => Ok(()),
            Err(error) => Err(refused(&error)),
        }
    }

    /// Moves the appointment of a request. The old time is lost only if the new one is had.
    ///
    /// # Errors
    /// The time is taken, it is too late, no access, or someone does not answer.
    pub async fn move_visit(
        &self,
        visitor: &Visitor,
        request: &str,
        slot: &str,
        key: &str,
    ) -> Result<(), VisitError> {
        let id = self.booked(visitor, request).await?;
        let time = NewTime {
            slot_id: slot.to_owned(),
        };
        let key = time_key(key, slot);
        let moved = self.0.backoffice.reschedule(&id, &time, &key).await;
        moved.map(drop).map_err(|error| refused(&error))
    }

    /// Tells the service that the resident will be late.
    ///
    /// # Errors
    /// The appointment is over, no access, or someone does not answer.
    pub async fn be_late(
        &self,
        visitor: &Visitor,
        request: &str,
        minutes: u16,
    ) -> Result<(), VisitError> {
        let id = self.booked(visitor, request).await?;
        // No button says so: nothing is told.
        if !(5..=60).contains(&minutes) {
            return Err(VisitError::TooLate);
        }
        // Said again within the same minute, it is said once; later, it may be more.
        let minute = self.now().as_second() / 60;
        let key = time_key(request, &format!("late {minutes} {minute}"));
        let late = Lateness { minutes };
        let told = self.0.backoffice.announce_lateness(&id, late, &key).await;
        told.map(drop).map_err(|error| refused(&error))
    }

    /// The request of an appointment in the back office, for who may change it.
    async fn booked(&self, visitor: &Visitor, request: &str) -> Result<String, VisitError> {
        self.access_to(visitor, request, Right::Act).await?;
        let found = submissions::find(&self.0.database, request).await;
        let submission = found.map_err(|error| {
            log_store(&error);
            VisitError::Unavailable
        })?;
        let id = submission.and_then(|it| it.backoffice_id);
        id.ok_or(VisitError::Away)
    }

    async fn hold(&self, visit: &AskedVisit, slot: &str, key: &str) -> Result<Hold, VisitError> {
        let new = NewHold {
            slot_id: slot.to_owned(),
            visit: visit.clone(),
        };
        let held = self.0.backoffice.hold(&new, &time_key(key, slot)).await;
        held.map_err(|error| refused(&error))
    }

    /// The visit of an open draft of this visitor.
    async fn visit_of(&self, visitor: &Visitor, draft: &str) -> Result<Visit, VisitError> {
        let unavailable = |error| {
            log_store(&error);
            VisitError::Unavailable
        };
        let found = drafts::find(&self.0.database, draft).await;
        let row = admit(found.map_err(unavailable)?, visitor, self.now())?;
        if let Some(request) = row.request_id {
            return Err(VisitError::Sent(request));
        }
        let content = row.open(&self.0.vault).map_err(unavailable)?;
        content.visit.ok_or(VisitError::Unknown)
    }

    async fn set_hold(&self, visitor: &Visitor, draft: &str, hold: Hold) -> Result<(), VisitError> {
        let rule = move |_: &mut StoredDraft, content: &mut Content| {
            let Some(visit) = &mut content.visit else {
                return Err(SaveError::Unknown);
            };
            visit.hold = hold.clone();
            Ok(Change::Store(()))
        };
        self.change(visitor, draft, Arc::new(rule)).await?;
        Ok(())
    }

    /// The visit of a draft as pages see it.
    pub(super) fn visit_shown(&self, visit: Visit) -> DraftVisit {
        let catalogue = self.0.catalogue.load_full();
        let types = catalogue.map(|known| types(&known, &visit.asked));
        DraftVisit {
            types: types.unwrap_or_default(),
            alive: visit.hold.expires_at > self.now(),
            visit: visit.asked,
            hold: visit.hold,
        }
    }
}

/// The types of a visit that are on offer.
fn types(catalogue: &Catalogue, visit: &AskedVisit) -> Vec<Arc<AppointmentType>> {
    let asked = visit.purposes.iter();
    let types = asked.filter_map(|asked| catalogue.appointment_type(&asked.kind));
    types.cloned().collect()
}

/// Whether someone can receive this.
fn possible(catalogue: &Catalogue, search: &Search) -> Result<(), NoTimes> {
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
    if !whole.modes.contains(&search.mode) || forms.any(|other| Some(other) != form) {
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
        moving: None,
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

pub(super) fn refused(error: &ContractError) -> VisitError {
    if error.says(ProblemCode::SlotUnavailable) {
        return VisitError::Taken;
    }
    if error.says(ProblemCode::TooLateToChange) || error.says(ProblemCode::InvalidState) {
        return VisitError::TooLate;
    }
    if error.says(ProblemCode::ValidationFailed) || error.says(ProblemCode::NotFound) {
        return VisitError::Unknown;
    }
    tracing::warn!(code = error.code(), "a time is not had");
    VisitError::Away
}

impl From<SaveError> for VisitError {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Sent(request) => Self::Sent(request),
            SaveError::Ended(ending) => Self::Ended(ending),
            SaveError::Unknown => Self::Unknown,
            SaveError::Conflict { .. }
            | SaveError::Full
            | SaveError::TooLarge
            | SaveError::Unavailable => Self::Unavailable,
        }
    }
}
