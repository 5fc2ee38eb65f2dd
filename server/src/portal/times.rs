//! Free times as pages show them: three that suit, the first of each place, those of a week.

mod asking;

use app::ports::{Catalogue, DayTimes, NoTimes, Search, Times};
use backoffice::api::appointments::SlotPage;
use domain::{
    appointment::{AppointmentType, VisitFault, visit},
    booking::Slot,
};
use jiff::{ToSpan, civil::Date};

use self::asking::Asking;
use super::{Desk, VisitError, Visitor};

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
        let today = self.first_day(&catalogue);
        let mut asking = Asking::new(self, search, today);
        let firsts = asking.first_of_places().await?;
        let wanted = |slot: &&Slot| {
            search
                .place
                .as_ref()
                .is_none_or(|it| *it == slot.location_id)
        };
        let first = firsts.items.iter().find(wanted).map_or(today, day_of);
        let week = monday(search.week.unwrap_or(first).max(today));
        let suggested = asking.suggested(first, week.max(today)).await?;
        let places = firsts.items.iter().map(|slot| slot.location_id.clone());
        let places = places.collect();
        let mut first_of_places = firsts.items.clone();
        if search.part.is_some() {
            first_of_places = asking.first_that_suit(first_of_places).await?;
        }
        let page = asking
            .of_days(week.max(today), days_left(week, today))
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
            known_at: asking.old(),
        })
    }

    /// The first day on which someone could be received: today where the day is the youngest. In the evening of a place
    /// far to the west, the authority may have tomorrow already.
    fn first_day(&self, catalogue: &Catalogue) -> Date {
        let now = self.now();
        let places = catalogue.places.iter();
        let days = places.map(|place| now.to_zoned(place.time_zone()).date());
        days.chain([self.today()]).min().unwrap_or_default()
    }
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
