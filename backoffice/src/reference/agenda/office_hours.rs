//! What agents do to an agenda: open hours besides, close days, see a day.

use std::sync::Arc;

use database::{DatabaseError, Write};
use domain::{
    agenda::{Hours, Stretch},
    booking::{Appointment, AppointmentStatus},
    place::Place,
    request::{AuthorKind, TimelineKind},
    resource::Resource,
};
use jiff::{
    ToSpan,
    civil::{Date, Time},
};

use super::{
    booked::{Stored, stored_columns},
    days::{self, Days},
    finding, freeing,
    ticks::{self, Had, Taker, Ticks},
    waiting,
};
use crate::{
    api::{events::EventKind, problem::ProblemCode},
    ports::new_id,
    reference::{
        Inner, Staff, StaffError,
        events::{self, instant},
        staff::said,
        taking::{self, Taken},
        timeline::NewEntry,
        view::View,
    },
};

/// Hours that a resource opens besides, on some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The resource.
    pub resource: String,
    /// First day.
    pub first_day: Date,
    /// Last day.
    pub last_day: Date,
    /// Days of the week, 1 for Monday to 7 for Sunday; empty: all of them.
    pub weekdays: Vec<u8>,
    /// When it opens.
    pub from: Time,
    /// When it closes.
    pub to: Time,
}

/// Days on which nobody is received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// A resource, or a place: all of its resources.
    pub of: String,
    /// First day.
    pub first_day: Date,
    /// Last day.
    pub last_day: Date,
    /// Why, for those who had an appointment.
    pub words: String,
}

/// What closing did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ClosedDays {
    /// Resources closed.
    pub resources: usize,
    /// Appointments cancelled; those people are told and choose another time.
    pub cancelled: u64,
}

/// Which day, where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOf {
    /// The place.
    pub place: String,
    /// The day, on its clock.
    pub day: Date,
}

/// An appointment in an agent's day.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Number of its request.
    pub number: String,
    /// Who receives.
    pub resource: String,
    /// The appointment.
    pub appointment: Appointment,
}

/// How often a closing begins again when people book while it goes on: each try takes a few milliseconds.
const TRIES: usize = 50;

impl Staff {
    /// Opens hours besides those of the catalogue.
    ///
    /// # Errors
    /// No such resource, hours that are none, or no database.
    pub async fn open_hours(&self, opening: Opening, agent: &str) -> Result<usize, StaffError> {
        let mut known = self.0.catalogue.resources.iter();
        let place = known
            .find(|it| it.id == opening.resource)
            .map(|it| it.place_id.clone())
            .ok_or_else(|| StaffError::Unknown(format!("resource {}", opening.resource)))?;
        if opening.to <= opening.from || opening.last_day < opening.first_day {
            return Err(StaffError::NoHours);
        }
        let within = Days {
            from: opening.first_day,
            to: opening.last_day,
        };
        let days: Vec<Date> = within
            .each()
            .filter(|day| {
                let weekday = day.weekday().to_monday_one_offset();
                let wanted = &opening.weekdays;
                wanted.is_empty() || wanted.iter().any(|it| i64::from(*it) == i64::from(weekday))
            })
            .collect();
        let (inner, agent, count) = (Arc::clone(&self.0), agent.to_owned(), days.len());
        self.0
            .database
            .write::<_, StaffError, _>(move |tx| {
                Box::pin(async move {
                    events::in_turn(tx).await?;
                    for day in days {
                        tx.execute(
                            "INSERT INTO backoffice_openings (id, resource_id, day, opens, closes, agent, at)
                             VALUES ($1, $2, $3, $4, $5, $6, $7)",
                            &[
                                new_id(&*inner.randomness).into(),
                                (&opening.resource).into(),
                                days::day_number(day).into(),
                                opening.from.to_string().into(),
                                opening.to.to_string().into(),
                                (&agent).into(),
                                inner.clock.now().as_microsecond().into(),
                            ],
                        )
                        .await?;
                    }
                    waiting::offer_opened(&inner, tx, place, within).await?;
                    Ok(count)
                })
            })
            .await
    }

    /// Closes days. Whoever has an appointment then is told, and chooses another time.
    ///
    /// # Errors
    /// No such place or resource, no words, or no database.
    pub async fn close_days(
        &self,
        closing: Closing,
        agent: &str,
    ) -> Result<ClosedDays, StaffError> {
        said(&closing.words)?;
        if closing.last_day < closing.first_day {
            return Err(StaffError::NoHours);
        }
        let catalogue = &self.0.catalogue;
        let concerned: Vec<(&Resource, &Place)> = catalogue
            .resources
            .iter()
            .filter(|it| it.id == closing.of || it.place_id == closing.of)
            .filter_map(|it| Some((it, catalogue.places.iter().find(|at| at.id == it.place_id)?)))
            .collect();
        if concerned.is_empty() {
            return Err(StaffError::Unknown(format!(
                "place or resource {}",
                closing.of
            )));
        }
        let days = Days {
            from: closing.first_day,
            to: closing.last_day,
        };
        let extra = days::openings(&mut View::Committed(&self.0.database), days).await?;
        let mut closed = ClosedDays {
            resources: concerned.len(),
            cancelled: 0,
        };
        for (resource, place) in concerned {
            let mut pattern = resource.pattern.clone();
            pattern
                .besides
                .extend::<Vec<Hours>>(extra.get(&resource.id).cloned().unwrap_or_default());
            let (_, open) = finding::opened(&pattern, days, &place.time_zone());
            closed.cancelled += self.close(resource, open, &closing.words, agent).await?;
        }
        Ok(closed)
    }

    /// Closes one resource, again while someone books in between.
    async fn close(
        &self,
        resource: &Resource,
        open: Vec<Stretch>,
        words: &str,
        agent: &str,
    ) -> Result<u64, StaffError> {
        for _ in 0..TRIES {
            let (inner, open, agent) = (Arc::clone(&self.0), open.clone(), agent.to_owned());
            let (resource, words) = (resource.clone(), words.to_owned());
            let tried = self
                .0
                .database
                .write(move |tx| {
                    Box::pin(async move {
                        close_in(&inner, tx, (&resource, &open), (&words, &agent)).await
                    })
                })
                .await;
            if !tried.as_ref().is_err_and(met_another) {
                return tried;
            }
        }
        Err(StaffError::ChangedMeanwhile)
    }

    /// The appointments of a day at a place, in order.
    ///
    /// # Errors
    /// No such place, or no database.
    pub async fn agenda(&self, of: &DayOf) -> Result<Vec<Planned>, StaffError> {
        let mut places = self.0.catalogue.places.iter();
        let place = places
            .find(|place| place.id == of.place)
            .ok_or_else(|| StaffError::Unknown(format!("place {}", of.place)))?;
        let zone = place.time_zone();
        let begin = |day: Date| {
            let at = day.to_zoned(zone.clone()).map(|at| at.timestamp());
            at.map_or(0, |at| at.as_microsecond())
        };
        let next = of.day.saturating_add(1.day());
        let rows = self
            .0
            .database
            .fetch_all(
                concat!(
                    "SELECT ",
                    stored_columns!(),
                    " FROM backoffice_appointments
                      WHERE place_id = $1 AND starts_at >= $2 AND starts_at < $3 AND request_id IS NOT NULL
                      ORDER BY starts_at, id"
                ),
                &[
                    (&of.place).into(),
                    begin(of.day).into(),
                    begin(next).into(),
                ],
            )
            .await?;
        let mut planned = Vec::with_capacity(rows.len());
        for row in rows {
            let stored = Stored::of(&self.0, &row)?;
            let sql = "SELECT number FROM backoffice_requests WHERE id = $1";
            let request = stored.request.as_deref().unwrap_or_default();
            let number = self
                .0
                .database
                .fetch_optional(sql, &[request.into()])
                .await?;
            let number = number.map(|row| row.text("number")).transpose()?;
            planned.push(Planned {
                number: number.unwrap_or_default(),
                resource: stored.resource.clone(),
                appointment: stored.appointment(),
            });
        }
        Ok(planned)
    }
}

/// Cancels what stands in the way and takes all of it, in one write: nobody books in between.
async fn close_in(
    office: &Inner,
    tx: &mut Write<'_>,
    (resource, open): (&Resource, &[Stretch]),
    (words, agent): (&str, &str),
) -> Result<u64, StaffError> {
    // Whoever makes appointments of holds meanwhile waits here, not for the ticks of one.
    events::in_turn(tx).await?;
    let closing = new_id(&*office.randomness);
    let now = office.clock.now().as_microsecond();
    let taker = Taker {
        appointment: &closing,
        held_until: None,
    };
    let mut cancelled = 0;
    for stretch in open {
        cancelled += cancel_within(office, tx, (&resource.id, *stretch), (words, agent)).await?;
        for seat in 0..i64::from(resource.seats.unwrap_or(1)) {
            let ticks = Ticks::of(*stretch);
            if !ticks::take(tx, (&resource.id, seat), ticks, taker, now).await? {
                return Err(StaffError::ChangedMeanwhile);
            }
        }
    }
    Ok(cancelled)
}

async fn cancel_within(
    office: &Inner,
    tx: &mut Write<'_>,
    (resource, stretch): (&str, Stretch),
    (words, agent): (&str, &str),
) -> Result<u64, StaffError> {
    let ticks = Ticks::of(stretch);
    let rows = tx
        .fetch_all(
            "SELECT DISTINCT t.appointment_id AS id, a.request_id AS request_id, a.starts_at AS starts_at, a.free_at AS free_at
               FROM backoffice_ticks t LEFT JOIN backoffice_appointments a ON a.id = t.appointment_id
              WHERE t.resource_id = $1 AND t.tick >= $2 AND t.tick < $3",
            &[resource.into(), ticks.first.into(), ticks.end.into()],
        )
        .await?;
    let mut cancelled = 0;
    for row in rows {
        let id = row.text("id")?;
        let within = Had {
            by: &id,
            resource,
            ticks,
        };
        match row.optional_text("request_id")? {
            Some(request) => {
                let taken = taking::present(office, tx, &request).await?;
                // It may have moved before it was taken.
                if ticks::touches(tx, within).await? {
                    cancelled += u64::from(cancel_one(office, tx, taken, (words, agent)).await?);
                }
            }
            None => {
                let (from, to) = (row.optional_int("starts_at")?, row.optional_int("free_at")?);
                let (Some(from), Some(to)) = (from, to) else {
                    // An earlier closing, which this one replaces for these hours; its other days stay closed.
                    ticks::free(tx, within).await?;
                    continue;
                };
                // A hold, whose holder chooses again or waits on.
                waiting::taken_back(office, tx, &id).await?;
                let (from, to) = (instant(from), instant(to));
                let ticks = Ticks::of(Stretch { from, to });
                ticks::free(tx, Had { ticks, ..within }).await?;
                let sql =
                    "DELETE FROM backoffice_appointments WHERE id = $1 AND request_id IS NULL";
                let forgotten = tx.execute(sql, &[(&id).into()]).await?;
                // A hold that was confirmed in between: look at it again.
                if forgotten == 0 {
                    return Err(StaffError::ChangedMeanwhile);
                }
            }
        }
    }
    Ok(cancelled)
}

async fn cancel_one(
    office: &Inner,
    tx: &mut Write<'_>,
    taken: Option<Taken>,
    (words, agent): (&str, &str),
) -> Result<bool, StaffError> {
    let status = AppointmentStatus::CancelledByService;
    let Some(taken) = taken else { return Ok(false) };
    if freeing::cancel(office, tx, &taken.id, status)
        .await?
        .is_none()
    {
        return Ok(false);
    }
    let entry = NewEntry {
        words: Some(words),
        agent: Some(agent),
        ..NewEntry::of(
            &taken.id,
            taken.at,
            TimelineKind::Appointment,
            AuthorKind::Staff,
        )
    };
    entry.add(tx, office).await?;
    let told = taken.tell(office, tx, EventKind::RequestUpdated, taken.status);
    told.await
        .map_err(|error: DatabaseError| error.into())
        .map(|()| true)
}

/// Whether a write met another one, which was written or is being written: it begins again.
fn met_another(error: &StaffError) -> bool {
    match error {
        StaffError::ChangedMeanwhile | StaffError::Database(DatabaseError::Conflict) => true,
        // The same, met by what the office shares with its portals.
        StaffError::Stored(problem) => problem.code == ProblemCode::RequestInProgress,
        _ => false,
    }
}
