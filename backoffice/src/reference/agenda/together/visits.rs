//! Many holds made appointments in one write.

use std::collections::BTreeMap;

use database::{DatabaseError, Write};
use domain::{
    booking::{Appointment, AppointmentStatus, AskedVisit},
    procedure::Procedure,
};

use super::{
    super::{
        booked::{Stored, stored_columns},
        holding::belongs,
        need::{Need, SlotName},
    },
    ticks,
};
use crate::{
    api::{appointments::NewVisit, problem::Answered},
    ports::is_id,
    reference::{Inner, together::column},
};

/// A visit in order, with the hold of its time.
pub(in crate::reference) struct Visit {
    pub(in crate::reference) hold: String,
    name: SlotName,
    visit: AskedVisit,
}

impl Visit {
    /// Whether a hold is that of this visit.
    pub(in crate::reference) fn is_held(&self, held: &Held) -> bool {
        held.0.is_for(&self.visit, &self.name)
    }
}

/// A hold that stands.
pub(in crate::reference) struct Held(Stored);

impl Held {
    /// What it becomes for a request.
    pub(in crate::reference) fn confirmed(&self, request: &str) -> Appointment {
        let stored = Stored {
            status: CONFIRMED,
            request: Some(request.to_owned()),
            ..self.0.clone()
        };
        stored.appointment()
    }
}

const CONFIRMED: AppointmentStatus = AppointmentStatus::Confirmed;

/// The visit of a request; `None` when something is to be said about it.
pub(in crate::reference) fn plain(
    office: &Inner,
    procedure: &Procedure,
    new: &NewVisit,
) -> Option<Visit> {
    let name = SlotName::read(&new.slot_id)?;
    Need::of(&office.catalogue, &new.visit, name.mode).ok()?;
    let plain = is_id(&new.hold_id) && belongs(office, procedure, &new.visit, name.mode);
    plain.then(|| Visit {
        hold: new.hold_id.clone(),
        name,
        visit: new.visit.clone(),
    })
}

/// What new calls find of the holds that they name, by key: those that stand and that nobody waited for. Calls that were
/// made before are left out.
pub(in crate::reference) async fn held(
    office: &Inner,
    tx: &mut Write<'_>,
    calls: &[(String, Option<String>)],
    now: i64,
) -> Answered<BTreeMap<String, Option<Held>>> {
    // Found by their identifiers: nothing else is said of them, lest an index of all holds seem better.
    let sql = concat!(
        "SELECT w.call_key AS call_key, (SELECT COUNT(*) FROM backoffice_calls c WHERE c.call_key = w.call_key) AS made, \
                held_until, extended, ",
        stored_columns!(),
        " FROM unnest($1::text[], $2::text[]) AS w (call_key, hold)
          LEFT JOIN backoffice_appointments ON id = w.hold"
    );
    let params = [
        column(calls, |(key, _)| key.clone()),
        column(calls, |(_, hold)| hold.clone()),
    ];
    let mut found = BTreeMap::new();
    for row in tx.fetch_all(sql, &params).await? {
        if row.int("made")? > 0 {
            continue;
        }
        let until = row.optional_int("held_until")?;
        let stands = until.is_some_and(|until| until > now) && row.int("extended")? == 0;
        let held = stands.then(|| Stored::of(office, &row)).transpose()?;
        found.insert(row.text("call_key")?, held.map(Held));
    }
    Ok(found)
}

/// Makes appointments of holds, each for a request; `Conflict` when one of them is no longer whole. To be called in turn.
pub(in crate::reference) async fn confirm(
    tx: &mut Write<'_>,
    visits: &[(&str, &Held)],
) -> Result<(), DatabaseError> {
    if visits.is_empty() {
        return Ok(());
    }
    // Ticks first, then rows, as everybody else.
    let holds: Vec<_> = visits.iter().map(|(_, Held(held))| held.had()).collect();
    let kept = ticks::keep(tx, &holds).await?;
    let is_whole = |held: &Stored| kept.get(&held.id) == Some(&held.tick_rows());
    if !visits.iter().all(|(_, Held(held))| is_whole(held)) {
        return Err(DatabaseError::Conflict);
    }
    tx.execute(
        "UPDATE backoffice_appointments SET status = $3, request_id = v.request_id, held_until = NULL
           FROM unnest($1::text[], $2::text[]) AS v (id, request_id)
          WHERE backoffice_appointments.id = v.id",
        &[
            column(visits, |(_, Held(held))| held.id.clone()),
            column(visits, |(request, _)| (*request).to_owned()),
            CONFIRMED.name().into(),
        ],
    )
    .await?;
    Ok(())
}
