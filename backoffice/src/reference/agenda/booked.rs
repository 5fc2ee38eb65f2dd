//! The appointment of a request, as it is stored and as it is read.

use database::{Database, Row, Write};
use domain::{
    agenda::Stretch,
    appointment::Mode,
    booking::{Appointment, AppointmentStatus, AskedVisit, Slot},
};
use jiff::Timestamp;

use super::{
    need::SlotName,
    ticks::{Had, Ticks},
};
use crate::{
    api::problem::Answered,
    ports::is_id,
    reference::{Inner, events::instant, together::column, view::View},
};

/// Status of a row that is no appointment yet.
const HELD: &str = "held";

/// For how long a row keeps its time, in microseconds since 1970.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kept {
    ForGood,
    /// For who fills in the rest; once longer.
    Held(i64),
    /// For who waited; never longer, because others wait too.
    Offered(i64),
}

/// Columns that [`Stored::of`] reads. A macro, because statements are constant texts.
macro_rules! stored_columns {
    () => {
        "id, request_id, status, visit, resource_id, place_id, zone, mode, starts_at, ends_at, free_at, seats, \
         change_until, sequence, late_minutes, confirmed_at"
    };
}
pub(super) use stored_columns;

/// A row of an appointment.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) id: String,
    pub(super) request: Option<String>,
    pub(super) status: AppointmentStatus,
    pub(super) visit: AskedVisit,
    pub(super) resource: String,
    pub(super) place: String,
    pub(super) zone: String,
    pub(super) mode: Mode,
    pub(super) start: Timestamp,
    pub(super) end: Timestamp,
    pub(super) free: Timestamp,
    pub(super) seats: i64,
    pub(super) change_until: Timestamp,
    pub(super) sequence: u32,
    pub(super) late_minutes: Option<u16>,
    pub(super) confirmed: Option<Timestamp>,
}

impl Stored {
    pub(super) fn of(office: &Inner, row: &Row) -> Answered<Self> {
        let id = row.text("id")?;
        let late = row.optional_int("late_minutes")?;
        Ok(Self {
            visit: office
                .vault
                .open_json(&visit_place(&id), &row.bytes("visit")?)?,
            request: row.optional_text("request_id")?,
            status: AppointmentStatus::from_name(&row.text("status")?),
            resource: row.text("resource_id")?,
            place: row.text("place_id")?,
            zone: row.text("zone")?,
            mode: mode_of(&row.text("mode")?),
            start: instant(row.int("starts_at")?),
            end: instant(row.int("ends_at")?),
            free: instant(row.int("free_at")?),
            seats: row.int("seats")?,
            change_until: instant(row.int("change_until")?),
            sequence: u32::try_from(row.int("sequence")?).unwrap_or(0),
            late_minutes: late.and_then(|minutes| u16::try_from(minutes).ok()),
            confirmed: row.optional_int("confirmed_at")?.map(instant),
            id,
        })
    }

    /// Keeps a new row.
    pub(super) async fn insert(
        &self,
        tx: &mut Write<'_>,
        office: &Inner,
        kept: Kept,
    ) -> Answered<()> {
        let visit = self.sealed_visit(office)?;
        let (status, until, extended) = match kept {
            Kept::ForGood => (self.status.name(), None, 0),
            Kept::Held(until) => (HELD, Some(until), 0),
            Kept::Offered(until) => (HELD, Some(until), 1),
        };
        tx.execute(
            "INSERT INTO backoffice_appointments
               (id, request_id, status, visit, resource_id, place_id, zone, mode, starts_at, ends_at, free_at,
                seats, change_until, sequence, held_until, extended)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
            &[
                (&self.id).into(),
                self.request.as_deref().into(),
                status.into(),
                visit.into(),
                (&self.resource).into(),
                (&self.place).into(),
                (&self.zone).into(),
                mode_name(self.mode).into(),
                self.start.as_microsecond().into(),
                self.end.as_microsecond().into(),
                self.free.as_microsecond().into(),
                self.seats.into(),
                self.change_until.as_microsecond().into(),
                i64::from(self.sequence).into(),
                until.into(),
                extended.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// What it is for, as it is stored.
    pub(super) fn sealed_visit(&self, office: &Inner) -> Answered<Vec<u8>> {
        let place = visit_place(&self.id);
        Ok(office
            .vault
            .seal_json(&place, &self.visit, &*office.randomness)?)
    }

    pub(super) const fn occupied(&self) -> Stretch {
        Stretch {
            from: self.start,
            to: self.free,
        }
    }

    /// What it has of who receives it.
    pub(super) fn had(&self) -> Had<'_> {
        Had {
            by: &self.id,
            resource: &self.resource,
            ticks: Ticks::of(self.occupied()),
        }
    }

    /// How many rows of ticks it has.
    pub(super) fn tick_rows(&self) -> u64 {
        u64::try_from(self.seats).unwrap_or(0) * self.had().ticks.count()
    }

    /// Whether it is what a request says that it held.
    pub(super) fn is_for(&self, visit: &AskedVisit, name: &SlotName) -> bool {
        self.visit == *visit
            && self.start == name.start
            && self.place == name.place
            && self.mode == name.mode
    }

    /// Its time, as identifiers of times say it.
    pub(super) fn name(&self) -> SlotName {
        SlotName {
            start: self.start,
            place: self.place.clone(),
            mode: self.mode,
        }
    }

    pub(super) fn slot(&self) -> Slot {
        Slot {
            id: self.name().write(),
            start: self.start,
            end: self.end,
            zone: self.zone.clone(),
            location_id: self.place.clone(),
            mode: self.mode,
            places_left: None,
        }
    }

    pub(super) fn appointment(&self) -> Appointment {
        Appointment {
            id: self.id.clone(),
            status: self.status,
            visit: self.visit.clone(),
            slot: self.slot(),
            sequence: self.sequence,
            changeable_until: self.change_until,
            late_minutes: self.late_minutes,
            confirmed_at: self.confirmed,
        }
    }
}

/// Keeps new rows of times that are held (PostgreSQL only).
pub(super) async fn insert_held(
    tx: &mut Write<'_>,
    office: &Inner,
    held: &[Stored],
    until: i64,
) -> Answered<()> {
    let visits: Answered<Vec<Vec<u8>>> = held.iter().map(|it| it.sealed_visit(office)).collect();
    tx.execute(
        "INSERT INTO backoffice_appointments
           (id, status, visit, resource_id, place_id, zone, mode, starts_at, ends_at, free_at, seats, change_until,
            sequence, held_until, extended)
         SELECT id, $12, visit, resource_id, place_id, zone, mode, starts_at, ends_at, free_at, seats, change_until,
                0, $13, 0
           FROM unnest($1::text[], $2::bytea[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[],
                       $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[])
             AS h (id, visit, resource_id, place_id, zone, mode, starts_at, ends_at, free_at, seats, change_until)",
        &[
            column(held, |it| it.id.clone()),
            visits?.into(),
            column(held, |it| it.resource.clone()),
            column(held, |it| it.place.clone()),
            column(held, |it| it.zone.clone()),
            column(held, |it| mode_name(it.mode).to_owned()),
            column(held, |it| it.start.as_microsecond()),
            column(held, |it| it.end.as_microsecond()),
            column(held, |it| it.free.as_microsecond()),
            column(held, |it| it.seats),
            column(held, |it| it.change_until.as_microsecond()),
            HELD.into(),
            until.into(),
        ],
    )
    .await?;
    Ok(())
}

/// The place to which what a visit is for is bound: help may say something of someone's health.
pub(super) fn visit_place(id: &str) -> String {
    format!("appointment:{id}:visit")
}

pub(super) const fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Onsite => "onsite",
        Mode::Phone => "phone",
        Mode::Video => "video",
        Mode::Home => "home",
    }
}

fn mode_of(name: &str) -> Mode {
    [Mode::Phone, Mode::Video, Mode::Home]
        .into_iter()
        .find(|mode| mode_name(*mode) == name)
        .unwrap_or(Mode::Onsite)
}

/// The appointment of a request.
pub(in crate::reference) async fn of_request(
    office: &Inner,
    view: &mut View<'_, '_>,
    request: &str,
) -> Answered<Option<Appointment>> {
    let found = stored_of(office, view, request).await?;
    Ok(found.map(|stored| stored.appointment()))
}

pub(super) async fn stored_of(
    office: &Inner,
    view: &mut View<'_, '_>,
    request: &str,
) -> Answered<Option<Stored>> {
    let sql = concat!(
        "SELECT ",
        stored_columns!(),
        " FROM backoffice_appointments WHERE request_id = $1"
    );
    let row = view.row(sql, &[request.into()]).await?;
    row.map(|row| Stored::of(office, &row)).transpose()
}

/// Identifier of the appointment of a request.
pub(super) async fn id_of(database: &Database, request: &str) -> Answered<Option<String>> {
    let sql = "SELECT id FROM backoffice_appointments WHERE request_id = $1";
    let row = database.fetch_optional(sql, &[request.into()]).await?;
    Ok(row.map(|row| row.text("id")).transpose()?)
}

/// A hold, when it ends, and whether it was prolonged; ended or not, as long as it was not forgotten.
pub(super) async fn held_in(
    office: &Inner,
    view: &mut View<'_, '_>,
    id: &str,
) -> Answered<Option<(Stored, i64, bool)>> {
    if !is_id(id) {
        return Ok(None);
    }
    let sql = concat!(
        "SELECT ",
        stored_columns!(),
        ", held_until, extended FROM backoffice_appointments WHERE id = $1 AND held_until IS NOT NULL"
    );
    let row = view.row(sql, &[id.into()]).await?;
    let Some(row) = row else { return Ok(None) };
    let extended = row.int("extended")? != 0;
    Ok(Some((
        Stored::of(office, &row)?,
        row.int("held_until")?,
        extended,
    )))
}
