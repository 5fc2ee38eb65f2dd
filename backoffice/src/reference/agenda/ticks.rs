//! The taken times of resources, five minutes a row for each seat: `PRIMARY KEY (resource_id, tick, seat)` keeps two
//! appointments apart, whatever happens between them.

use std::collections::BTreeMap;

use database::{DatabaseError, Engine, Param, Write};
use domain::{agenda::Stretch, appointment::TICK_MINUTES};
use jiff::Timestamp;

use crate::reference::view::View;

/// Seconds of a tick.
const TICK: i64 = TICK_MINUTES as i64 * 60;

/// Ticks, from the first one to the one after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ticks {
    pub(super) first: i64,
    pub(super) end: i64,
}

impl Ticks {
    /// Every tick that a stretch touches.
    pub(super) fn of(stretch: Stretch) -> Self {
        let (from, to) = (stretch.from.as_second(), stretch.to.as_second());
        Self {
            first: from.div_euclid(TICK),
            end: to.div_euclid(TICK) + i64::from(to.rem_euclid(TICK) != 0),
        }
    }

    pub(super) const fn overlap(self, other: Self) -> bool {
        self.first < other.end && other.first < self.end
    }

    pub(super) const fn count(self) -> u64 {
        self.end.abs_diff(self.first)
    }
}

/// Who takes ticks, and until when; `None`: for good.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taker<'a> {
    pub(super) appointment: &'a str,
    pub(super) held_until: Option<i64>,
}

/// Takes ticks of one seat; `false` when someone has one of them: what was taken is then to be given back. Holds that
/// ended are taken over. Rows of others are left alone, not even locked: whoever has them may be at work on them.
pub(super) async fn take(
    tx: &mut Write<'_>,
    seat: (&str, i64),
    ticks: Ticks,
    taker: Taker<'_>,
    now: i64,
) -> Result<bool, DatabaseError> {
    let mut taken = take_free(tx, seat, ticks, taker).await?;
    if taken < ticks.count() && free_ended(tx, seat, ticks, now).await? > 0 {
        taken += take_free(tx, seat, ticks, taker).await?;
    }
    Ok(taken == ticks.count())
}

/// Takes those that nobody has; how many.
async fn take_free(
    tx: &mut Write<'_>,
    (resource, seat): (&str, i64),
    ticks: Ticks,
    taker: Taker<'_>,
) -> Result<u64, DatabaseError> {
    let (appointment, until) = (taker.appointment, taker.held_until);
    match tx.engine() {
        Engine::Sqlite => {
            // A statement is a mere call here, and one of several rows costs more than they do: it keeps what takes it back.
            let sql =
                "INSERT INTO backoffice_ticks (resource_id, tick, seat, appointment_id, held_until)
                       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
            let mut taken = 0;
            for tick in ticks.first..ticks.end {
                let (tick, seat) = (tick.into(), seat.into());
                let params = [
                    resource.into(),
                    tick,
                    seat,
                    appointment.into(),
                    until.into(),
                ];
                taken += tx.execute(sql, &params).await?;
            }
            Ok(taken)
        }
        Engine::Postgres => {
            let sql = "INSERT INTO backoffice_ticks (resource_id, tick, seat, appointment_id, held_until)
                       SELECT $1, tick, $4, $5, $6 FROM generate_series($2::bigint, $3 - 1) AS t (tick)
                       ON CONFLICT DO NOTHING";
            let (first, end, seat) = (ticks.first.into(), ticks.end.into(), seat.into());
            let params = [
                resource.into(),
                first,
                end,
                seat,
                appointment.into(),
                until.into(),
            ];
            tx.execute(sql, &params).await
        }
    }
}

/// Frees those whose hold ended; how many.
async fn free_ended(
    tx: &mut Write<'_>,
    (resource, seat): (&str, i64),
    ticks: Ticks,
    now: i64,
) -> Result<u64, DatabaseError> {
    tx.execute(
        "DELETE FROM backoffice_ticks
          WHERE resource_id = $1 AND tick >= $2 AND tick < $3 AND seat = $4 AND held_until <= $5",
        &[
            resource.into(),
            ticks.first.into(),
            ticks.end.into(),
            seat.into(),
            now.into(),
        ],
    )
    .await
}

/// What someone may have of a resource: an appointment, or the closing of some hours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Had<'a> {
    pub(super) by: &'a str,
    pub(super) resource: &'a str,
    pub(super) ticks: Ticks,
}

impl<'a> Had<'a> {
    /// `$1` to `$4` of the statements about it.
    fn params<const N: usize>(self, more: [Param<'a>; N]) -> Vec<Param<'a>> {
        let (first, end) = (self.ticks.first.into(), self.ticks.end.into());
        let mut params = vec![self.by.into(), self.resource.into(), first, end];
        params.extend(more);
        params
    }
}

/// Frees what someone has of some hours.
pub(super) async fn free(tx: &mut Write<'_>, had: Had<'_>) -> Result<(), DatabaseError> {
    let sql = "DELETE FROM backoffice_ticks
                WHERE appointment_id = $1 AND resource_id = $2 AND tick >= $3 AND tick < $4";
    tx.execute(sql, &had.params([])).await?;
    Ok(())
}

/// Frees what someone has of one seat.
pub(super) async fn free_seat(
    tx: &mut Write<'_>,
    had: Had<'_>,
    seat: i64,
) -> Result<(), DatabaseError> {
    let sql = "DELETE FROM backoffice_ticks
                WHERE appointment_id = $1 AND resource_id = $2 AND tick >= $3 AND tick < $4 AND seat = $5";
    tx.execute(sql, &had.params([seat.into()])).await?;
    Ok(())
}

/// Frees the ticks of appointments that a condition on `a` names; a tick has 300,000,000 of the microseconds that are stored.
/// A macro, because statements are constant texts.
macro_rules! free_of_appointments {
    ($which:literal) => {
        concat!(
            "DELETE FROM backoffice_ticks WHERE (resource_id, tick, seat) IN
               (SELECT t.resource_id, t.tick, t.seat
                  FROM backoffice_appointments a JOIN backoffice_ticks t
                    ON t.resource_id = a.resource_id AND t.tick >= a.starts_at / 300000000
                       AND t.tick < (a.free_at + 299999999) / 300000000 AND t.appointment_id = a.id
                 WHERE ",
            $which,
            ")"
        )
    };
}

/// Frees what ended holds have, since before an instant.
pub(super) async fn free_holds(tx: &mut Write<'_>, before: i64) -> Result<(), DatabaseError> {
    let sql = free_of_appointments!("a.held_until < $1");
    tx.execute(sql, &[before.into()]).await?;
    Ok(())
}

/// Frees what the appointment of a request has.
pub(in crate::reference) async fn free_of_request(
    tx: &mut Write<'_>,
    request: &str,
) -> Result<(), DatabaseError> {
    let sql = free_of_appointments!("a.request_id = $1");
    tx.execute(sql, &[request.into()]).await?;
    Ok(())
}

/// Whether someone has one of some ticks.
pub(super) async fn touches(tx: &mut Write<'_>, had: Had<'_>) -> Result<bool, DatabaseError> {
    let sql = "SELECT tick FROM backoffice_ticks
                WHERE appointment_id = $1 AND resource_id = $2 AND tick >= $3 AND tick < $4 LIMIT 1";
    let found = tx.fetch_optional(sql, &had.params([])).await?;
    Ok(found.is_some())
}

/// Keeps what a hold has for another time, or for good; how many ticks it is.
pub(super) async fn keep(
    tx: &mut Write<'_>,
    had: Had<'_>,
    held_until: Option<i64>,
) -> Result<u64, DatabaseError> {
    let sql = "UPDATE backoffice_ticks SET held_until = $5
                WHERE appointment_id = $1 AND resource_id = $2 AND tick >= $3 AND tick < $4
                  AND held_until IS NOT NULL";
    tx.execute(sql, &had.params([held_until.into()])).await
}

/// What is taken of each seat of a resource that someone has something of, in order; holds that ended are not among it,
/// nor is what `except` has.
pub(super) async fn taken(
    view: &mut View<'_, '_>,
    (resource, seats): (&str, i64),
    within: Ticks,
    (now, except): (i64, Option<&str>),
) -> Result<Vec<Vec<Stretch>>, DatabaseError> {
    let rows = view
        .rows(
            "SELECT seat, tick FROM backoffice_ticks
              WHERE resource_id = $1 AND tick >= $2 AND tick < $3
                AND (held_until IS NULL OR held_until > $4) AND appointment_id <> $5 AND seat < $6
              ORDER BY seat, tick",
            &[
                resource.into(),
                within.first.into(),
                within.end.into(),
                now.into(),
                except.unwrap_or_default().into(),
                seats.into(),
            ],
        )
        .await?;
    let mut of_seats: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for row in &rows {
        let ticks = of_seats.entry(row.int("seat")?).or_default();
        ticks.push(row.int("tick")?);
    }
    Ok(of_seats.into_values().map(stretches).collect())
}

/// The stretches of some hours that agents closed, in order: ticks that are no appointment's.
pub(super) async fn closed(
    view: &mut View<'_, '_>,
    resource: &str,
    hours: &[Stretch],
) -> Result<Vec<Stretch>, DatabaseError> {
    let (Some(first), Some(last)) = (hours.first(), hours.last()) else {
        return Ok(Vec::new());
    };
    let within = Ticks::of(Stretch {
        from: first.from,
        to: last.to,
    });
    let rows = view
        .rows(
            "SELECT t.tick AS tick FROM backoffice_ticks t
              WHERE t.resource_id = $1 AND t.tick >= $2 AND t.tick < $3 AND t.seat = 0 AND t.held_until IS NULL
                AND NOT EXISTS (SELECT 1 FROM backoffice_appointments a WHERE a.id = t.appointment_id)
              ORDER BY t.tick",
            &[resource.into(), within.first.into(), within.end.into()],
        )
        .await?;
    let ticks = rows.iter().map(|row| row.int("tick"));
    Ok(stretches(ticks.collect::<Result<_, _>>()?))
}

/// Ticks in order, those that follow each other as one stretch.
fn stretches(ticks: Vec<i64>) -> Vec<Stretch> {
    let mut joined: Vec<Ticks> = Vec::new();
    for tick in ticks {
        match joined.last_mut() {
            Some(last) if last.end == tick => last.end = tick + 1,
            _ => joined.push(Ticks {
                first: tick,
                end: tick + 1,
            }),
        }
    }
    joined.into_iter().filter_map(stretch).collect()
}

fn stretch(ticks: Ticks) -> Option<Stretch> {
    let instant = |tick: i64| Timestamp::from_second(tick * TICK).ok();
    Some(Stretch {
        from: instant(ticks.first)?,
        to: instant(ticks.end)?,
    })
}
