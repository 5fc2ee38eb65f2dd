//! What agents do about those who are there: call the next one, receive them, note that the visit took place or that
//! nobody answered. The line of the place is taken first: two agents never call the same person.

use std::sync::Arc;

use database::{DatabaseError, Write};
use domain::{
    booking::AppointmentStatus,
    queue::{Ticket, TicketStatus},
    request::{AuthorKind, TimelineKind},
};

use super::{
    line::Here,
    tickets::{self, Stored, take_line},
};
use crate::{
    api::{
        events::EventKind,
        problem::{Answered, ProblemCode},
    },
    reference::{
        Inner, Staff, StaffError,
        agenda::{freeing, visits, waiting},
        taking::{self, Taken},
        timeline::NewEntry,
        view::View,
    },
};

/// How often an act is tried again when a resident withdraws at the same moment.
const TRIES: usize = 20;

/// What happens to a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Act {
    /// The next one, or this one, is called to a desk.
    Call { desk: String },
    /// The person is received.
    Serve,
    /// The visit took place.
    Close,
    /// Nobody answered.
    Absent,
}

impl Staff {
    /// Calls the next one whom a desk receives, or the holder of a ticket; whom it called.
    ///
    /// # Errors
    /// No such place or desk, nobody who waits for it, someone who is still there, or no database.
    pub async fn call(
        &self,
        place: &str,
        desk: &str,
        ticket: Option<Ticket>,
        agent: &str,
    ) -> Result<Ticket, StaffError> {
        let here = Here::of(&self.0, place);
        let here = here.map_err(|_| StaffError::Unknown(format!("place {place}")))?;
        if !here.desks.iter().any(|it| it.id == desk) {
            return Err(StaffError::Unknown(format!("desk {desk} at {place}")));
        }
        let act = Act::Call {
            desk: desk.to_owned(),
        };
        self.try_on(place, ticket, act, agent).await
    }

    /// Notes that the holder of a ticket is received.
    ///
    /// # Errors
    /// No such ticket today, one that was not called, or no database.
    pub async fn serve(
        &self,
        place: Option<&str>,
        ticket: Ticket,
        agent: &str,
    ) -> Result<Ticket, StaffError> {
        self.on(place, ticket, Act::Serve, agent).await
    }

    /// Notes that the visit took place: its request ends.
    ///
    /// # Errors
    /// No such ticket today, one that was not called, or no database.
    pub async fn close_visit(
        &self,
        place: Option<&str>,
        ticket: Ticket,
        agent: &str,
    ) -> Result<Ticket, StaffError> {
        self.on(place, ticket, Act::Close, agent).await
    }

    /// Notes that nobody answered a call. The person may be called again by their ticket.
    ///
    /// # Errors
    /// No such ticket today, one that was not called, or no database.
    pub async fn absent(
        &self,
        place: Option<&str>,
        ticket: Ticket,
        agent: &str,
    ) -> Result<Ticket, StaffError> {
        self.on(place, ticket, Act::Absent, agent).await
    }

    /// Acts on a ticket of today; its place is found by itself unless two places gave it.
    async fn on(
        &self,
        place: Option<&str>,
        ticket: Ticket,
        act: Act,
        agent: &str,
    ) -> Result<Ticket, StaffError> {
        let mut view = View::Committed(&self.0.database);
        let mut found = tickets::named(&mut view, &self.0, ticket).await?;
        found.retain(|it| place.is_none_or(|place| it.place == place) && is_of_today(&self.0, it));
        match found.as_slice() {
            [] => Err(StaffError::Unknown(format!("ticket {ticket} today"))),
            [one] => self.try_on(&one.place, Some(ticket), act, agent).await,
            _ => Err(StaffError::SeveralPlaces(ticket)),
        }
    }

    async fn try_on(
        &self,
        place: &str,
        ticket: Option<Ticket>,
        act: Act,
        agent: &str,
    ) -> Result<Ticket, StaffError> {
        for _ in 0..TRIES {
            let (inner, agent) = (Arc::clone(&self.0), agent.to_owned());
            let (place, act) = (place.to_owned(), act.clone());
            let tried = self
                .0
                .database
                .write(move |tx| {
                    Box::pin(
                        async move { acted(&inner, tx, (&place, ticket), (&act, &agent)).await },
                    )
                })
                .await;
            match tried {
                Err(
                    StaffError::ChangedMeanwhile | StaffError::Database(DatabaseError::Conflict),
                ) => {}
                Err(StaffError::Stored(problem))
                    if problem.code == ProblemCode::RequestInProgress => {}
                outcome => return outcome,
            }
        }
        Err(StaffError::ChangedMeanwhile)
    }
}

fn is_of_today(office: &Inner, ticket: &Stored) -> bool {
    let today = Here::of(office, &ticket.place).map(|here| here.today);
    today.is_ok_and(|today| crate::reference::agenda::days::day_number(today) == ticket.day)
}

async fn acted(
    office: &Inner,
    tx: &mut Write<'_>,
    (place, ticket): (&str, Option<Ticket>),
    (act, agent): (&Act, &str),
) -> Result<Ticket, StaffError> {
    take_line(tx, place).await?;
    let stored = match ticket {
        Some(ticket) => {
            let named = tickets::named(&mut View::Within(tx), office, ticket).await?;
            let mut named = named.into_iter();
            named
                .find(|it| it.place == place && is_of_today(office, it))
                .ok_or_else(|| StaffError::Unknown(format!("ticket {ticket} at {place} today")))?
        }
        None => next(office, tx, place, act).await?,
    };
    allowed(&stored, act)?;
    if let Act::Call { desk } = act {
        alone(office, tx, (place, desk), &stored).await?;
    }
    // Whoever withdraws at this moment has the request first: the ticket is looked at again after that.
    let taken = match &stored.request {
        Some(request) => taking::present(office, tx, request).await?,
        None => None,
    };
    if let Some(taken) = &taken {
        of_request(office, tx, (taken, &stored), (act, agent)).await?;
    }
    let at = taken.map_or_else(|| office.clock.now().as_microsecond(), |taken| taken.at);
    note(tx, &stored, act, at).await?;
    Ok(stored.ticket)
}

/// The first one in the order whom a desk receives.
async fn next(
    office: &Inner,
    tx: &mut Write<'_>,
    place: &str,
    act: &Act,
) -> Result<Stored, StaffError> {
    let here = Here::of(office, place)?;
    let Act::Call { desk } = act else {
        return Err(StaffError::NobodyWaits);
    };
    let at = here.desks.iter().position(|it| it.id == *desk);
    let there = tickets::there(&mut View::Within(tx), place, here.today).await?;
    let mut waiting = there
        .into_iter()
        .filter(|it| it.status == TicketStatus::Waiting);
    waiting
        .find(|it| at.is_some_and(|at| here.receiving(&it.kinds).contains(&at)))
        .ok_or(StaffError::NobodyWaits)
}

/// Refuses what cannot follow: nobody is received who was not called.
fn allowed(stored: &Stored, act: &Act) -> Result<(), StaffError> {
    use TicketStatus::{Absent, BeingServed, Called, Waiting};
    let from: &[TicketStatus] = match act {
        Act::Call { .. } => &[Waiting, Called, Absent],
        Act::Serve => &[Called, BeingServed],
        Act::Close => &[Called, BeingServed],
        Act::Absent => &[Called],
    };
    if from.contains(&stored.status) {
        return Ok(());
    }
    Err(StaffError::TicketIs {
        ticket: stored.ticket,
        status: stored.status.name(),
    })
}

/// A desk has one person at a time, unless it receives several: what a visit took is known by its end.
async fn alone(
    office: &Inner,
    tx: &mut Write<'_>,
    (place, desk): (&str, &str),
    stored: &Stored,
) -> Result<(), StaffError> {
    let here = Here::of(office, place)?;
    let several = here
        .desks
        .iter()
        .any(|it| it.id == desk && it.seats.is_some());
    let there = tickets::there(&mut View::Within(tx), place, here.today).await?;
    let mut others = there
        .iter()
        .filter(|it| it.is_at(desk) && it.id != stored.id);
    match others.next() {
        Some(other) if !several => Err(StaffError::DeskTaken(other.ticket)),
        _ => Ok(()),
    }
}

/// What an act means for the request of the appointment.
async fn of_request(
    office: &Inner,
    tx: &mut Write<'_>,
    (taken, stored): (&Taken, &Stored),
    (act, agent): (&Act, &str),
) -> Result<(), StaffError> {
    if !taken.status.is_open() {
        // The request ended: just now, by its resident, or long ago as nobody came.
        return Err(match stored.status {
            TicketStatus::Absent => StaffError::TicketIs {
                ticket: stored.ticket,
                status: stored.status.name(),
            },
            _ => StaffError::ChangedMeanwhile,
        });
    }
    let mut status = taken.status;
    match act {
        Act::Call { .. } | Act::Serve => becomes(tx, taken).await?,
        Act::Close | Act::Absent => {
            let became = if *act == Act::Close {
                AppointmentStatus::Attended
            } else {
                AppointmentStatus::Missed
            };
            let freed = freeing::cancel(office, tx, &taken.id, became).await?;
            if *act == Act::Close {
                status = visits::end(tx, taken).await?;
            }
            let entry = NewEntry {
                status: (status != taken.status).then_some(status),
                agent: Some(agent),
                ..NewEntry::of(
                    &taken.id,
                    taken.at,
                    TimelineKind::Appointment,
                    AuthorKind::Staff,
                )
            };
            entry.add(tx, office).await?;
            waiting::offer_freed(office, tx, freed).await?;
        }
    }
    taken
        .tell(office, tx, EventKind::RequestUpdated, status)
        .await?;
    Ok(())
}

/// The appointment of someone who is called; of one who was absent too.
async fn becomes(tx: &mut Write<'_>, taken: &Taken) -> Answered<()> {
    let sql = "UPDATE backoffice_appointments SET status = $2
                WHERE request_id = $1 AND status IN ('arrived', 'called', 'missed')";
    let called = AppointmentStatus::Called.name();
    tx.execute(sql, &[(&taken.id).into(), called.into()])
        .await?;
    Ok(())
}

/// Writes the ticket as it is after an act, if it still is as it was before.
async fn note(tx: &mut Write<'_>, stored: &Stored, act: &Act, at: i64) -> Result<(), StaffError> {
    let (id, was) = ((&stored.id).into(), stored.status.name().into());
    let changed = match act {
        Act::Call { desk } => {
            let sql = "UPDATE backoffice_tickets
                          SET status = 'called', resource_id = $3, called_at = $4, served_at = NULL, ended_at = NULL
                        WHERE id = $1 AND status = $2";
            tx.execute(sql, &[id, was, desk.into(), at.into()]).await?
        }
        Act::Serve => {
            let sql = "UPDATE backoffice_tickets
                          SET status = 'being_served', served_at = COALESCE(served_at, $3)
                        WHERE id = $1 AND status = $2";
            tx.execute(sql, &[id, was, at.into()]).await?
        }
        // Of those who have a request, the end of the appointment noted it already.
        Act::Close => {
            let sql = "UPDATE backoffice_tickets SET status = 'served', ended_at = $3
                        WHERE id = $1 AND status IN ($2, 'served')";
            tx.execute(sql, &[id, was, at.into()]).await?
        }
        Act::Absent => {
            let sql = "UPDATE backoffice_tickets SET status = 'absent', ended_at = $3
                        WHERE id = $1 AND status IN ($2, 'absent')";
            tx.execute(sql, &[id, was, at.into()]).await?
        }
    };
    if changed == 1 {
        Ok(())
    } else {
        Err(StaffError::ChangedMeanwhile)
    }
}
