//! What residents read: where they stand, how a place is now.

use domain::{
    agenda::{Stretch, merged},
    queue::{DayHours, OpenHours, PlaceNow, Queued, TicketStatus, TypeNow, WaitRange},
};
use jiff::ToSpan;

use super::{
    line::{Here, Line},
    tickets::{self, Stored},
};
use crate::{
    api::{
        back_office::Reader,
        problem::{Answered, Problem},
    },
    reference::{
        Inner,
        agenda::days::{Days, day_number},
        reading,
        view::View,
    },
};

/// Days of which the hours are told, today included.
const DAYS: i32 = 7;

/// Where the holder of a request stands at the place.
pub(in crate::reference) async fn queue_of(
    office: &Inner,
    id: &str,
    reader: Reader,
) -> Answered<Queued> {
    reading::known(office, id, &reader).await?;
    let mut view = View::Committed(&office.database);
    let ticket = tickets::of_request(&mut view, id).await?;
    let ticket = ticket.ok_or_else(Problem::not_found)?;
    queued(office, &mut view, ticket).await
}

pub(super) async fn queued(
    office: &Inner,
    view: &mut View<'_, '_>,
    ticket: Stored,
) -> Answered<Queued> {
    let here = Here::of(office, &ticket.place)?;
    let (mut ahead, mut wait) = (0, None);
    // Nobody waits through the night, even if nobody noted that they left.
    let over = ticket.status.is_open() && ticket.day != day_number(here.today);
    let status = if over {
        TicketStatus::Left
    } else {
        ticket.status
    };
    if status == TicketStatus::Waiting {
        (ahead, wait) = Line::read(office, view, &ticket.place).await?.of(&ticket);
    }
    let desk = ticket
        .resource
        .filter(|_| matches!(status, TicketStatus::Called | TicketStatus::BeingServed));
    let mut desks = office.catalogue.resources.iter();
    let desk = desk.and_then(|desk| desks.find(|it| it.id == desk));
    Ok(Queued {
        ticket: ticket.ticket,
        location_id: ticket.place,
        status,
        ahead,
        wait,
        called_to: desk.and_then(|desk| desk.name.clone()),
        called_at: ticket.called,
        as_of: here.now,
    })
}

/// How many wait at a place and for how long, and when it receives people.
pub(in crate::reference) async fn waiting_at(office: &Inner, place: &str) -> Answered<PlaceNow> {
    let mut view = View::Committed(&office.database);
    let line = Line::read(office, &mut view, place).await?;
    let here = line.here.clone();
    let days = Days {
        from: here.today,
        to: here.today.saturating_add((DAYS - 1).days()),
    };
    let hours = here.hours(&mut view, days).await?;
    let open = merged(hours.into_iter().flatten().collect());
    let now = open
        .iter()
        .find(|open| open.from <= here.now && here.now < open.to);
    let by_type: Vec<TypeNow> = office
        .catalogue
        .appointment_types
        .iter()
        .filter_map(|kind| {
            let (ahead, wait) = line.newcomer(&kind.id);
            let kind = kind.id.clone();
            wait.is_some().then_some(TypeNow { kind, ahead, wait })
        })
        .collect();
    Ok(PlaceNow {
        location_id: place.to_owned(),
        zone: here.place.zone_name().to_owned(),
        open: now.is_some(),
        open_until: now.map(|open| open.to),
        waiting: line.waiting(),
        wait: by_type
            .iter()
            .filter_map(|it| it.wait)
            .reduce(WaitRange::or),
        by_type,
        days: days.each().map(|day| hours_of(&here, day, &open)).collect(),
        as_of: here.now,
    })
}

/// The hours of a day on the clock of the place.
fn hours_of(here: &Here<'_>, day: jiff::civil::Date, open: &[Stretch]) -> DayHours {
    let clock = |at: jiff::Timestamp| at.to_zoned(here.zone.clone());
    let of_day = open.iter().filter(|open| clock(open.from).date() == day);
    DayHours {
        day,
        hours: of_day
            .map(|open| OpenHours {
                from: clock(open.from).time(),
                to: clock(open.to).time(),
            })
            .collect(),
    }
}
