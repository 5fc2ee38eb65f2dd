//! The ordered list of changes. A counter locked until the end of the write numbers them, so that a
//! reader who follows the numbers never misses one that was still being written.

use database::{Database, DatabaseError, Engine, Write};
use domain::request::Status;
use jiff::Timestamp;

use super::together::column;
use crate::api::{
    back_office::Paging,
    cursor::Cursor,
    events::{Event, EventData, EventKind, EventPage},
    problem::Answered,
};

/// The counter of events.
const EVENTS: &str = "events";

/// An event to tell in the same write as its cause.
pub(super) struct New {
    pub(super) id: String,
    pub(super) kind: EventKind,
    pub(super) resource: String,
    pub(super) etag: Option<String>,
    pub(super) status: Option<Status>,
    pub(super) at: i64,
}

impl New {
    pub(super) async fn tell(self, tx: &mut Write<'_>) -> Result<(), DatabaseError> {
        let position = next(tx, EVENTS).await?;
        self.tell_at(tx, position).await
    }

    /// Tells of several in their order, and keeps others waiting for their turn until the end of this write (PostgreSQL
    /// only). One statement: no exchange lies between taking the turn and telling.
    pub(super) async fn tell_all(told: Vec<Self>, tx: &mut Write<'_>) -> Result<(), DatabaseError> {
        let count = i64::try_from(told.len()).unwrap_or(i64::MAX);
        tx.execute(
            "WITH turn AS (
               INSERT INTO backoffice_counters (name, last) VALUES ('events', $1)
               ON CONFLICT (name) DO UPDATE SET last = backoffice_counters.last + excluded.last
               RETURNING last - $1 AS before)
             INSERT INTO backoffice_events (position, id, kind, resource, etag, status, at)
             SELECT turn.before + e.rank, e.id, e.kind, e.resource, e.etag, e.status, e.at
               FROM turn, unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
                 WITH ORDINALITY AS e (id, kind, resource, etag, status, at, rank)",
            &[
                count.into(),
                column(&told, |event| event.id.clone()),
                column(&told, |event| event.kind.name().to_owned()),
                column(&told, |event| event.resource.clone()),
                column(&told, |event| event.etag.clone()),
                column(&told, |event| event.status.map(|it| it.name().to_owned())),
                column(&told, |event| event.at),
            ],
        )
        .await?;
        Ok(())
    }

    /// Tells at a position that this write took before.
    pub(super) async fn tell_at(
        self,
        tx: &mut Write<'_>,
        position: i64,
    ) -> Result<(), DatabaseError> {
        tx.execute(
            "INSERT INTO backoffice_events (position, id, kind, resource, etag, status, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                position.into(),
                self.id.into(),
                self.kind.name().into(),
                self.resource.into(),
                self.etag.into(),
                self.status.map(Status::name).into(),
                self.at.into(),
            ],
        )
        .await?;
        Ok(())
    }
}

/// Waits until nobody else writes what is told, and keeps others waiting until the end of this write. Whoever takes
/// times for good or frees them does this first: two writes never wait for each other. SQLite writes one by one anyway.
pub(super) async fn in_turn(tx: &mut Write<'_>) -> Result<(), DatabaseError> {
    if tx.engine() == Engine::Sqlite {
        return Ok(());
    }
    let sql = "INSERT INTO backoffice_counters (name, last) VALUES ('events', 0)
               ON CONFLICT (name) DO UPDATE SET last = backoffice_counters.last";
    tx.execute(sql, &[]).await?;
    Ok(())
}

/// A turn to write what is told, with the position of what will be told.
pub(super) async fn turn(tx: &mut Write<'_>) -> Result<i64, DatabaseError> {
    next(tx, EVENTS).await
}

/// A turn to write what is told, with the position of what will be told, and the next number of another counter. One
/// statement, because others wait for their turn until the end of this write.
pub(super) async fn turn_and_next(
    tx: &mut Write<'_>,
    name: &str,
) -> Result<(i64, i64), DatabaseError> {
    let sql = "INSERT INTO backoffice_counters (name, last) VALUES ('events', 1), ($1, 1)
               ON CONFLICT (name) DO UPDATE SET last = backoffice_counters.last + 1
               RETURNING name, last";
    let rows = tx.fetch_all(sql, &[name.into()]).await?;
    let (mut position, mut number) = (None, None);
    for row in &rows {
        let last = Some(row.int("last")?);
        if row.text("name")? == EVENTS {
            position = last;
        } else {
            number = last;
        }
    }
    let absent = || DatabaseError::Column("last".to_owned());
    Ok((position.ok_or_else(absent)?, number.ok_or_else(absent)?))
}

/// The next number of a counter, from 1; nobody else gets one before this write ends.
pub(super) async fn next(tx: &mut Write<'_>, name: &str) -> Result<i64, DatabaseError> {
    last_of_next(tx, name, 1).await
}

/// The next so many numbers of a counter: the last of them.
pub(super) async fn last_of_next(
    tx: &mut Write<'_>,
    name: &str,
    count: i64,
) -> Result<i64, DatabaseError> {
    let row = tx
        .fetch_optional(
            "INSERT INTO backoffice_counters (name, last) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET last = backoffice_counters.last + excluded.last
             RETURNING last",
            &[name.into(), count.into()],
        )
        .await?;
    row.ok_or_else(|| DatabaseError::Column("last".to_owned()))?
        .int("last")
}

pub(super) async fn page(database: &Database, paging: Paging) -> Answered<EventPage> {
    let after = paging.cursor.map_or(0, |cursor| cursor.number);
    let rows = database
        .fetch_all(
            "SELECT position, id, kind, resource, etag, status, at FROM backoffice_events
              WHERE position > $1 ORDER BY position LIMIT $2",
            &[after.into(), paging.limit.into()],
        )
        .await?;
    let mut last = after;
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        last = row.int("position")?;
        let resource = row.text("resource")?;
        items.push(Event {
            specversion: "1.0".to_owned(),
            id: row.text("id")?,
            source: "/backoffice".to_owned(),
            kind: EventKind::from_name(&row.text("kind")?),
            subject: resource.clone(),
            time: instant(row.int("at")?),
            data: EventData {
                resource,
                etag: row.optional_text("etag")?,
                status: row
                    .optional_text("status")?
                    .as_deref()
                    .map(Status::from_name),
            },
        });
    }
    Ok(EventPage {
        items,
        next_cursor: Cursor {
            number: last,
            id: String::new(),
        }
        .encode(),
    })
}

/// An instant as stored.
pub(super) fn instant(microseconds: i64) -> Timestamp {
    Timestamp::from_microsecond(microseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}
