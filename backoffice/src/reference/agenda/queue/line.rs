//! The line of a place as it is now: who is there, who is expected, who receives and since when, what past visits took.

use std::collections::BTreeMap;

use domain::{
    agenda::{Stretch, merged, open_on, without},
    appointment::Mode,
    place::Place,
    queue::{
        Busy, Desk, Lengths, Past, Person, Presence, TicketStatus, Turn, WaitRange, ahead, due,
        lengths, wait,
    },
    resource::Resource,
};
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};

use super::tickets::{self, Stored};
use crate::{
    api::problem::{Answered, Problem},
    reference::{
        Inner,
        agenda::{
            booked::{self, stored_columns},
            days::{self, Days},
            ticks,
        },
        events::instant,
        view::View,
    },
};

/// Visits of the last four weeks say how long those of today take.
pub(super) const REMEMBERED: SignedDuration = SignedDuration::from_hours(24 * 28);
/// The latest of them are enough.
const MOST_PAST: i64 = 2_000;

/// A place on its own clock.
#[derive(Clone)]
pub(super) struct Here<'a> {
    pub(super) place: &'a Place,
    pub(super) zone: TimeZone,
    pub(super) today: Date,
    pub(super) now: Timestamp,
    /// Those who receive people there.
    pub(super) desks: Vec<&'a Resource>,
}

impl<'a> Here<'a> {
    /// The place with this identifier; `not_found` when there is none.
    pub(super) fn of(office: &'a Inner, place: &str) -> Answered<Self> {
        let mut places = office.catalogue.places.iter();
        let place = places.find(|it| it.id == place);
        let place = place.ok_or_else(Problem::not_found)?;
        let zone = place.time_zone();
        // As it will be read again.
        let now = instant(office.clock.now().as_microsecond());
        let desks = office.catalogue.resources.iter();
        Ok(Self {
            today: now.to_zoned(zone.clone()).date(),
            desks: desks
                .filter(|it| it.place_id == place.id && it.modes.contains(&Mode::Onsite))
                .collect(),
            place,
            zone,
            now,
        })
    }

    /// The desks, by their place in the list, that receive people for all of this.
    pub(super) fn receiving(&self, kinds: &[String]) -> Vec<usize> {
        let all = self.desks.iter().enumerate();
        all.filter(|(_, desk)| desk.serves(kinds.iter().map(String::as_str), Mode::Onsite))
            .map(|(at, _)| at)
            .collect()
    }

    /// When each desk receives people on some days, without what agents closed.
    pub(super) async fn hours(
        &self,
        view: &mut View<'_, '_>,
        days: Days,
    ) -> Answered<Vec<Vec<Stretch>>> {
        let extra = days::openings(view, days).await?;
        let mut all = Vec::with_capacity(self.desks.len());
        for desk in &self.desks {
            let mut pattern = desk.pattern.clone();
            let besides = extra.get(&desk.id).into_iter().flatten();
            pattern.besides.extend(besides);
            let open: Vec<Stretch> = days
                .each()
                .flat_map(|day| open_on(&pattern, day, &self.zone))
                .collect();
            let closed = ticks::closed(view, &desk.id, &open).await?;
            all.push(without(merged(open), &closed));
        }
        Ok(all)
    }

    fn day_begins(&self, day: Date) -> Timestamp {
        let begins = day.to_zoned(self.zone.clone());
        begins.map_or(self.now, |begins| begins.timestamp())
    }
}

/// The line of a place.
pub(super) struct Line<'a> {
    pub(super) here: Here<'a>,
    /// Those who are there, in the order in which they are called.
    pub(super) there: Vec<Stored>,
    desks: Vec<Desk>,
    waiting: Vec<Person>,
    past: BTreeMap<String, Vec<Past>>,
}

impl<'a> Line<'a> {
    pub(super) async fn read(
        office: &'a Inner,
        view: &mut View<'_, '_>,
        place: &str,
    ) -> Answered<Self> {
        let here = Here::of(office, place)?;
        let there = tickets::there(view, place, here.today).await?;
        let past = past(view, &here).await?;
        let today = Days {
            from: here.today,
            to: here.today,
        };
        let mut desks = Vec::with_capacity(here.desks.len());
        for (desk, mut hours) in here.desks.iter().zip(here.hours(view, today).await?) {
            hours.retain(|hours| here.now < hours.to);
            // A session for several receives others meanwhile.
            let mut alone = there.iter().filter(|_| desk.seats.is_none());
            let busy = alone.rfind(|it| it.is_at(&desk.id));
            desks.push(Desk {
                hours,
                busy: busy.map(|it| Busy {
                    since: it.called.unwrap_or(here.now),
                    lengths: known(&past, &it.kinds, it.planned),
                }),
            });
        }
        let mut waiting: Vec<Person> = there
            .iter()
            .filter(|it| it.status == TicketStatus::Waiting)
            .map(|it| Person {
                turn: it.turn(),
                presence: Presence::Here,
                appointment: it.request.is_some(),
                lengths: known(&past, &it.kinds, it.planned),
                desks: here.receiving(&it.kinds),
            })
            .collect();
        waiting.extend(expected(office, view, &here, &past).await?);
        Ok(Self {
            here,
            there,
            desks,
            waiting,
            past,
        })
    }

    /// How many are called before the holder of a ticket, and how long that may take.
    pub(super) fn of(&self, ticket: &Stored) -> (u32, Option<WaitRange>) {
        let mine = Person {
            turn: ticket.turn(),
            presence: Presence::Here,
            appointment: ticket.request.is_some(),
            lengths: known(&self.past, &ticket.kinds, ticket.planned),
            desks: self.here.receiving(&ticket.kinds),
        };
        self.said(&mine)
    }

    /// The same for someone who arrives now without an appointment.
    pub(super) fn newcomer(&self, kind: &str) -> (u32, Option<WaitRange>) {
        let now = self.here.now;
        self.said(&Person {
            turn: Turn {
                due: due(None, now),
                // After all those who are there already.
                arrived: Timestamp::MAX,
                ticket: None,
            },
            presence: Presence::Here,
            appointment: false,
            // It is over when their own visit begins.
            lengths: lengths(SignedDuration::ZERO, &[]),
            desks: self.here.receiving(&[kind.to_owned()]),
        })
    }

    fn said(&self, mine: &Person) -> (u32, Option<WaitRange>) {
        (
            ahead(&self.waiting, mine),
            wait(self.here.now, &self.desks, &self.waiting, mine),
        )
    }

    /// How many wait.
    pub(super) fn waiting(&self) -> u32 {
        let here = self.waiting.iter();
        let here = here.filter(|it| it.presence == Presence::Here);
        u32::try_from(here.count()).unwrap_or(u32::MAX)
    }
}

/// What visits like this one take.
fn known(past: &BTreeMap<String, Vec<Past>>, kinds: &[String], planned: SignedDuration) -> Lengths {
    let past = past.get(&kinds.join(","));
    lengths(planned, past.map_or(&[], Vec::as_slice))
}

/// What the visits of the last weeks took at a place, by what they were for.
async fn past(view: &mut View<'_, '_>, here: &Here<'_>) -> Answered<BTreeMap<String, Vec<Past>>> {
    let since = here.now.saturating_sub(REMEMBERED).unwrap_or(here.now);
    let rows = view
        .rows(
            "SELECT kinds, planned, called_at, ended_at FROM backoffice_tickets
              WHERE place_id = $1 AND status = 'served' AND ended_at >= $2 AND called_at IS NOT NULL
              ORDER BY ended_at DESC LIMIT $3",
            &[
                (&here.place.id).into(),
                since.as_microsecond().into(),
                MOST_PAST.into(),
            ],
        )
        .await?;
    let mut past: BTreeMap<String, Vec<Past>> = BTreeMap::new();
    for row in &rows {
        let took = row.int("ended_at")? - row.int("called_at")?;
        past.entry(row.text("kinds")?).or_default().push(Past {
            took: SignedDuration::from_micros(took),
            planned: SignedDuration::from_micros(row.int("planned")?),
        });
    }
    Ok(past)
}

/// Those who have an appointment there today and did not come yet.
async fn expected(
    office: &Inner,
    view: &mut View<'_, '_>,
    here: &Here<'_>,
    past: &BTreeMap<String, Vec<Past>>,
) -> Answered<Vec<Person>> {
    let sql = concat!(
        "SELECT ",
        stored_columns!(),
        " FROM backoffice_appointments
          WHERE place_id = $1 AND starts_at >= $2 AND starts_at < $3 AND ends_at > $4
            AND status = 'confirmed' AND mode = 'onsite' AND request_id IS NOT NULL"
    );
    let tomorrow = here.today.saturating_add(1.day());
    let params = [
        (&here.place.id).into(),
        here.day_begins(here.today).as_microsecond().into(),
        here.day_begins(tomorrow).as_microsecond().into(),
        here.now.as_microsecond().into(),
    ];
    let mut expected = Vec::new();
    for row in view.rows(sql, &params).await? {
        let booked = booked::Stored::of(office, &row)?;
        let kinds: Vec<String> = booked
            .visit
            .purposes
            .into_iter()
            .map(|it| it.kind)
            .collect();
        // Whoever comes at this moment at the earliest.
        let arrived = booked.start.max(here.now);
        expected.push(Person {
            turn: Turn {
                due: due(Some(booked.start), arrived),
                arrived,
                ticket: None,
            },
            presence: Presence::Expected,
            appointment: true,
            lengths: known(past, &kinds, booked.end.duration_since(booked.start)),
            desks: here.receiving(&kinds),
        });
    }
    Ok(expected)
}
