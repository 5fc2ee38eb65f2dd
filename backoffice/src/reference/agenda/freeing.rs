//! Giving a time up: what nobody has any more is known by its place and its day.

use database::Write;
use domain::booking::{AppointmentStatus, Slot};
use jiff::civil::Date;

use super::{
    booked::{Stored, stored_columns},
    queue, ticks,
};
use crate::{
    api::problem::Answered,
    reference::{Inner, events},
};

/// A time that nobody has any more: where, and on which day there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Freed {
    pub(super) place: String,
    pub(super) day: Date,
}

impl Freed {
    pub(super) fn of(slot: &Slot) -> Self {
        Self {
            place: slot.location_id.clone(),
            day: slot.start.to_zoned(slot.time_zone()).date(),
        }
    }
}

/// Ends the appointment of a request and frees its time, if it has one that stands; whoever was there waits no longer.
pub(super) async fn cancel(
    office: &Inner,
    tx: &mut Write<'_>,
    request: &str,
    status: AppointmentStatus,
) -> Answered<Option<Freed>> {
    events::in_turn(tx).await?;
    let sql = concat!(
        "UPDATE backoffice_appointments SET status = $2, sequence = sequence + 1
          WHERE request_id = $1 AND status IN ('confirmed', 'time_lost', 'cancelled_by_service', 'arrived', 'called')
          RETURNING ",
        stored_columns!()
    );
    let params = [request.into(), status.name().into()];
    let Some(row) = tx.fetch_optional(sql, &params).await? else {
        return Ok(None);
    };
    let stored = Stored::of(office, &row)?;
    ticks::free(tx, stored.had()).await?;
    queue::left(tx, request, status, office.clock.now()).await?;
    Ok(Some(Freed::of(&stored.slot())))
}

/// Frees the time of a hold and forgets it; `None` when it is no hold, or not any more.
pub(super) async fn forget(
    office: &Inner,
    tx: &mut Write<'_>,
    hold: &str,
) -> Answered<Option<Stored>> {
    let sql = concat!(
        "DELETE FROM backoffice_appointments WHERE id = $1 AND held_until IS NOT NULL RETURNING ",
        stored_columns!()
    );
    let row = tx.fetch_optional(sql, &[hold.into()]).await?;
    let Some(row) = row else { return Ok(None) };
    let stored = Stored::of(office, &row)?;
    ticks::free(tx, stored.had()).await?;
    Ok(Some(stored))
}
