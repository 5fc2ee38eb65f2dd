//! A ticket as it is stored.

use database::{DatabaseError, Row, Write};
use domain::{
    booking::AskedVisit,
    queue::{Ticket, TicketStatus, Turn},
};
use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::{
    api::problem::Answered,
    reference::{Inner, agenda::days::day_number, events::instant, view::View},
};

/// Columns that [`Stored::of`] reads. A macro, because statements are constant texts.
macro_rules! ticket_columns {
    () => {
        "id, place_id, day, letter, number, request_id, kinds, planned, due_at, arrived_at, status, resource_id, \
         called_at"
    };
}

/// A row of a ticket.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) id: String,
    pub(super) place: String,
    /// The day at the place, as [`day_number`] writes it.
    pub(super) day: i64,
    pub(super) ticket: Ticket,
    /// None for those who have no appointment.
    pub(super) request: Option<String>,
    /// What they come for.
    pub(super) kinds: Vec<String>,
    pub(super) planned: SignedDuration,
    pub(super) due: Timestamp,
    pub(super) arrived: Timestamp,
    pub(super) status: TicketStatus,
    /// The desk to which they were called.
    pub(super) resource: Option<String>,
    pub(super) called: Option<Timestamp>,
}

impl Stored {
    pub(super) fn of(row: &Row) -> Result<Self, DatabaseError> {
        let letter = row.text("letter")?.chars().next().unwrap_or_default();
        let number = u32::try_from(row.int("number")?).unwrap_or_default();
        let unreadable = |_| DatabaseError::Column("letter".to_owned());
        Ok(Self {
            id: row.text("id")?,
            place: row.text("place_id")?,
            day: row.int("day")?,
            ticket: Ticket::new(letter, number).map_err(unreadable)?,
            request: row.optional_text("request_id")?,
            kinds: kinds(&row.text("kinds")?),
            planned: SignedDuration::from_micros(row.int("planned")?),
            due: instant(row.int("due_at")?),
            arrived: instant(row.int("arrived_at")?),
            status: TicketStatus::from_name(&row.text("status")?),
            resource: row.optional_text("resource_id")?,
            called: row.optional_int("called_at")?.map(instant),
        })
    }

    pub(super) const fn turn(&self) -> Turn {
        Turn {
            due: self.due,
            arrived: self.arrived,
            ticket: Some(self.ticket),
        }
    }

    /// Whether this desk has the person.
    pub(super) fn is_at(&self, desk: &str) -> bool {
        let there = matches!(
            self.status,
            TicketStatus::Called | TicketStatus::BeingServed
        );
        there && self.resource.as_deref() == Some(desk)
    }
}

/// What someone comes for, as it is stored: identifiers hold no comma, since they stand in addresses with one.
pub(super) fn kinds_of(visit: &AskedVisit) -> String {
    let kinds: Vec<&str> = visit.purposes.iter().map(|it| &*it.kind).collect();
    kinds.join(",")
}

fn kinds(text: &str) -> Vec<String> {
    text.split(',').map(str::to_owned).collect()
}

/// A ticket to make.
pub(super) struct NewTicket<'a> {
    pub(super) id: &'a str,
    pub(super) place: &'a str,
    pub(super) day: Date,
    pub(super) request: Option<&'a str>,
    pub(super) visit: &'a AskedVisit,
    pub(super) planned: SignedDuration,
    pub(super) due: Timestamp,
    pub(super) arrived: Timestamp,
}

impl NewTicket<'_> {
    /// Gives the next number of the day; `None` when there are no more. The line of the place is taken.
    pub(super) async fn insert(self, tx: &mut Write<'_>) -> Result<Option<Ticket>, DatabaseError> {
        let first = self.visit.purposes.first();
        let letter = Ticket::letter_of(first.map_or("", |it| &it.kind));
        let day = day_number(self.day);
        let row = tx
            .fetch_optional(
                "SELECT COALESCE(MAX(number), 0) AS last FROM backoffice_tickets
                  WHERE place_id = $1 AND day = $2 AND letter = $3",
                &[self.place.into(), day.into(), letter.to_string().into()],
            )
            .await?;
        let last = row.map_or(Ok(0), |row| row.int("last"))?;
        let number = u32::try_from(last + 1).unwrap_or(u32::MAX);
        let Ok(ticket) = Ticket::new(letter, number) else {
            return Ok(None);
        };
        tx.execute(
            "INSERT INTO backoffice_tickets
               (id, place_id, day, letter, number, request_id, kinds, planned, due_at, arrived_at, status)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            &[
                self.id.into(),
                self.place.into(),
                day.into(),
                letter.to_string().into(),
                i64::from(number).into(),
                self.request.into(),
                kinds_of(self.visit).into(),
                i64::try_from(self.planned.as_micros()).unwrap_or(0).into(),
                self.due.as_microsecond().into(),
                self.arrived.as_microsecond().into(),
                TicketStatus::Waiting.name().into(),
            ],
        )
        .await?;
        Ok(Some(ticket))
    }
}

/// Takes the line of a place for this write, before anything else: two agents call one after the other, numbers follow
/// each other.
pub(super) async fn take_line(tx: &mut Write<'_>, place: &str) -> Result<(), DatabaseError> {
    let sql = "INSERT INTO backoffice_counters (name, last) VALUES ($1, 0)
               ON CONFLICT (name) DO UPDATE SET last = backoffice_counters.last";
    tx.execute(sql, &[format!("queue:{place}").into()]).await?;
    Ok(())
}

/// Those who are at a place on a day and have not left, in the order in which they are called.
pub(super) async fn there(
    view: &mut View<'_, '_>,
    place: &str,
    day: Date,
) -> Answered<Vec<Stored>> {
    let sql = concat!(
        "SELECT ",
        ticket_columns!(),
        " FROM backoffice_tickets WHERE place_id = $1 AND day = $2 AND ended_at IS NULL"
    );
    let params = [place.into(), day_number(day).into()];
    let rows = view.rows(sql, &params).await?;
    let mut there: Vec<Stored> = rows.iter().map(Stored::of).collect::<Result<_, _>>()?;
    there.sort_unstable_by_key(Stored::turn);
    Ok(there)
}

/// The latest ticket of a request: one that was cancelled after an arrival has another one on another day.
pub(super) async fn of_request(view: &mut View<'_, '_>, request: &str) -> Answered<Option<Stored>> {
    let sql = concat!(
        "SELECT ",
        ticket_columns!(),
        " FROM backoffice_tickets WHERE request_id = $1 ORDER BY arrived_at DESC LIMIT 1"
    );
    let row = view.row(sql, &[request.into()]).await?;
    Ok(row.map(|row| Stored::of(&row)).transpose()?)
}

/// The tickets of the last day with this name, one for each place.
pub(super) async fn named(
    view: &mut View<'_, '_>,
    office: &Inner,
    ticket: Ticket,
) -> Answered<Vec<Stored>> {
    let sql = concat!(
        "SELECT ",
        ticket_columns!(),
        " FROM backoffice_tickets WHERE letter = $1 AND number = $2 AND arrived_at >= $3"
    );
    let since = office.clock.now().as_microsecond() - 86_400_000_000;
    let params = [
        ticket.letter().to_string().into(),
        i64::from(ticket.number()).into(),
        since.into(),
    ];
    let rows = view.rows(sql, &params).await?;
    Ok(rows.iter().map(Stored::of).collect::<Result<_, _>>()?)
}
