//! Keeping a time while someone fills in the rest, and making it theirs. The database decides: whoever comes second
//! finds a row of the first and gets nothing.

use std::sync::Arc;

use database::Write;
use domain::{
    agenda::Stretch,
    booking::{Appointment, AppointmentStatus, AskedVisit, Hold},
    place::Place,
    procedure::Procedure,
    resource::Resource,
};
use jiff::{SignedDuration, Timestamp};

use super::{
    booked::{self, Stored, visit_place},
    finding::{self, Free},
    need::{Need, SlotName},
    ticks::{self, Taker, Ticks},
};
use crate::{
    api::{
        appointments::{NewHold, NewVisit},
        back_office::{Call, Novelty, Written},
        etag,
        problem::{Answered, FieldProblem, Problem, ProblemCode},
    },
    ports::{is_id, new_id},
    reference::{Inner, events::instant, once},
};

/// How long a time is kept for who fills in the rest; as long again once.
const KEPT: SignedDuration = SignedDuration::from_mins(10);

pub(in crate::reference) async fn hold(
    office: &Arc<Inner>,
    call: Call,
    new: NewHold,
) -> Answered<Written<Hold>> {
    if let Some(again) = once::answered(office, &call).await? {
        return Ok(again);
    }
    let now = office.clock.now();
    let time = Time::asked(office, &new.slot_id, &new.visit, None, Free::Now).await?;
    let inner = Arc::clone(office);
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                let id = new_id(&*inner.randomness);
                let until = now.saturating_add(KEPT).unwrap_or(now).as_microsecond();
                let taker = Taker {
                    appointment: &id,
                    held_until: Some(until),
                };
                let Some(resource) = time.take(tx, taker, now).await? else {
                    return Err(Problem::new(ProblemCode::SlotUnavailable));
                };
                let stored = time.stored(&id, resource, AppointmentStatus::Other);
                stored.insert(tx, &inner, Some(until)).await?;
                let written = Written {
                    value: Hold {
                        id: id.clone(),
                        slot: stored.slot(),
                        expires_at: instant(until),
                        extendable: true,
                    },
                    etag: etag::quoted("1"),
                    novelty: Novelty::New,
                };
                once::keep(&inner, tx, &call, &format!("/v1/holds/{id}"), &written).await?;
                Ok(written)
            })
        })
        .await
}

pub(in crate::reference) async fn extend(office: &Arc<Inner>, id: &str) -> Answered<Hold> {
    if !is_id(id) {
        return Err(Problem::not_found());
    }
    let (inner, id, now) = (Arc::clone(office), id.to_owned(), office.clock.now());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                let at = now.as_microsecond();
                let more = i64::try_from(KEPT.as_micros()).unwrap_or(0);
                let extended = tx
                    .fetch_optional(
                        "UPDATE backoffice_appointments SET extended = 1, held_until = held_until + $3
                          WHERE id = $1 AND held_until > $2 AND extended = 0 RETURNING held_until",
                        &[(&id).into(), at.into(), more.into()],
                    )
                    .await?;
                if let Some(row) = extended {
                    ticks::keep(tx, &id, Some(row.int("held_until")?)).await?;
                }
                let stored = booked::held_in(&inner, tx, &id).await?;
                let stored = stored.filter(|(_, until, _)| *until > at);
                let (stored, until, extended) = stored.ok_or_else(Problem::not_found)?;
                Ok(Hold {
                    slot: stored.slot(),
                    id,
                    expires_at: instant(until),
                    extendable: !extended,
                })
            })
        })
        .await
}

pub(in crate::reference) async fn release(office: &Arc<Inner>, id: &str) -> Answered<()> {
    if !is_id(id) {
        return Ok(());
    }
    let id = id.to_owned();
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                let sql =
                    "DELETE FROM backoffice_appointments WHERE id = $1 AND held_until IS NOT NULL";
                if tx.execute(sql, &[(&id).into()]).await? > 0 {
                    ticks::free(tx, &id).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Forgets holds that ended before an instant; nobody waits for it: whoever wants their time takes it over.
pub(in crate::reference) async fn forget_holds(
    tx: &mut Write<'_>,
    before: i64,
) -> Result<u64, database::DatabaseError> {
    tx.execute(
        "DELETE FROM backoffice_ticks WHERE appointment_id IN
           (SELECT id FROM backoffice_appointments WHERE held_until < $1)",
        &[before.into()],
    )
    .await?;
    let sql = "DELETE FROM backoffice_appointments WHERE held_until < $1";
    tx.execute(sql, &[before.into()]).await
}

/// The visit of a request to come, looked at before its write.
pub(in crate::reference) struct Prepared {
    hold: String,
    time: Time,
}

/// Checks that a procedure takes visits and that this is one of them.
pub(in crate::reference) async fn prepare(
    office: &Arc<Inner>,
    procedure: &Procedure,
    visit: Option<NewVisit>,
) -> Answered<Option<Prepared>> {
    let refused =
        |code, detail| Problem::validation(vec![FieldProblem::new("#/visit", code, detail)]);
    let Some(new) = visit else {
        return if procedure.visit {
            Err(refused("required", "this procedure takes a visit"))
        } else {
            Ok(None)
        };
    };
    let time = Time::asked(office, &new.slot_id, &new.visit, None, Free::OrNot).await?;
    let types = &office.catalogue.appointment_types;
    let fits = new.visit.purposes.iter().all(|asked| {
        let kind = types.iter().find(|kind| kind.id == asked.kind);
        kind.is_some_and(|kind| kind.procedure_for(time.name.mode) == procedure.id)
    });
    if !fits {
        return Err(refused(
            "procedure",
            "the visit belongs to another procedure",
        ));
    }
    Ok(Some(Prepared {
        hold: new.hold_id,
        time,
    }))
}

/// Makes an appointment of a hold; of the time itself, if it is still free, when the hold ended; `time_lost` when someone
/// else has it: the request is there all the same, and its resident chooses another time.
pub(in crate::reference) async fn confirm(
    office: &Inner,
    tx: &mut Write<'_>,
    request: &str,
    prepared: Prepared,
) -> Answered<Appointment> {
    let Prepared { hold, time } = prepared;
    let now = office.clock.now();
    let id = new_id(&*office.randomness);
    let held = booked::held_in(office, tx, &hold).await?;
    let mut stored = None;
    if let Some((held, ..)) = held.filter(|(held, ..)| held.is_for(&time.visit, &time.name)) {
        // All of it is still there, or it was taken over in the meantime.
        let whole = u64::try_from(held.seats).unwrap_or(0) * Ticks::of(held.occupied()).count();
        if ticks::keep(tx, &hold, None).await? == whole {
            let sql =
                "UPDATE backoffice_appointments SET status = $2, request_id = $3, held_until = NULL
                        WHERE id = $1";
            let status = AppointmentStatus::Confirmed;
            tx.execute(sql, &[(&hold).into(), status.name().into(), request.into()])
                .await?;
            stored = Some(Stored { status, ..held });
        } else {
            ticks::free(tx, &hold).await?;
            let sql = "DELETE FROM backoffice_appointments WHERE id = $1";
            tx.execute(sql, &[(&hold).into()]).await?;
        }
    }
    let stored = match stored {
        Some(stored) => stored,
        None => {
            let taker = Taker {
                appointment: &id,
                held_until: None,
            };
            let (resource, status) = match time.take(tx, taker, now).await? {
                Some(resource) => (resource, AppointmentStatus::Confirmed),
                None => ("", AppointmentStatus::TimeLost),
            };
            let mut stored = time.stored(&id, resource, status);
            stored.request = Some(request.to_owned());
            stored.insert(tx, office, None).await?;
            stored
        }
    };
    Ok(stored.appointment())
}

/// A time for a visit and those who could receive it, known before a write.
pub(super) struct Time {
    pub(super) name: SlotName,
    visit: AskedVisit,
    /// Identifier and seats of each resource that can be tried, in order.
    tried: Vec<(String, Option<i64>)>,
    zone: String,
    wanted_seats: i64,
    end: Timestamp,
    occupied: Stretch,
    change_until: Timestamp,
}

impl Time {
    /// The time that an identifier names; `slot_unavailable` when nobody receives anyone then.
    pub(super) async fn asked(
        office: &Arc<Inner>,
        slot: &str,
        visit: &AskedVisit,
        except: Option<&str>,
        free: Free,
    ) -> Answered<Self> {
        let unavailable = || Problem::new(ProblemCode::SlotUnavailable);
        let name = SlotName::read(slot).ok_or_else(unavailable)?;
        let need = Need::of(&office.catalogue, visit, name.mode)?;
        let candidates = finding::candidates(office, &need, &name, except, free).await?;
        let place: &Place = match candidates.first() {
            Some((_, place)) => place,
            // What was held keeps its time even if hours changed since: only a new time must be open.
            None if free == Free::OrNot => office
                .catalogue
                .places
                .iter()
                .find(|place| place.id == name.place)
                .ok_or_else(unavailable)?,
            None => return Err(unavailable()),
        };
        let seats_of = |resource: &Resource| resource.seats.map(i64::from);
        Ok(Self {
            tried: candidates
                .iter()
                .map(|(resource, _)| (resource.id.clone(), seats_of(resource)))
                .collect(),
            zone: super::need::zone_name(place).to_owned(),
            wanted_seats: candidates
                .first()
                .map_or(1, |(resource, _)| need.seats(resource)),
            end: need.times(name.start).0,
            occupied: need.occupied(name.start),
            change_until: name
                .start
                .saturating_sub(need.visit.change_notice)
                .unwrap_or(name.start),
            visit: visit.clone(),
            name,
        })
    }

    /// Takes the time with the first resource that has it; `None` when nobody has.
    pub(super) async fn take<'a>(
        &'a self,
        tx: &mut Write<'_>,
        taker: Taker<'_>,
        now: Timestamp,
    ) -> Answered<Option<&'a str>> {
        let (ticks, at) = (Ticks::of(self.occupied), now.as_microsecond());
        for (resource, seats) in &self.tried {
            // A seat that is taken on the way stays for another try: only whole sets are kept.
            let mut missing = self.wanted_seats;
            for seat in 0..seats.unwrap_or(1) {
                if missing == 0 {
                    break;
                }
                if ticks::take(tx, (resource, seat), ticks, taker, at).await? {
                    missing -= 1;
                } else {
                    ticks::free_seat(tx, taker.appointment, resource, seat).await?;
                }
            }
            if missing == 0 {
                return Ok(Some(resource));
            }
            ticks::free(tx, taker.appointment).await?;
        }
        Ok(None)
    }

    pub(super) fn stored(&self, id: &str, resource: &str, status: AppointmentStatus) -> Stored {
        Stored {
            id: id.to_owned(),
            request: None,
            status,
            visit: self.visit.clone(),
            resource: resource.to_owned(),
            place: self.name.place.clone(),
            zone: self.zone.clone(),
            mode: self.name.mode,
            start: self.name.start,
            end: self.end,
            free: self.occupied.to,
            seats: self.wanted_seats,
            change_until: self.change_until,
            sequence: 0,
            late_minutes: None,
            confirmed: None,
        }
    }
}

impl Stored {
    /// Keeps a new row.
    async fn insert(
        &self,
        tx: &mut Write<'_>,
        office: &Inner,
        held_until: Option<i64>,
    ) -> Answered<()> {
        let visit =
            office
                .vault
                .seal_json(&visit_place(&self.id), &self.visit, &*office.randomness)?;
        let status = if held_until.is_some() {
            booked::HELD
        } else {
            self.status.name()
        };
        tx.execute(
            "INSERT INTO backoffice_appointments
               (id, request_id, status, visit, resource_id, place_id, zone, mode, starts_at, ends_at, free_at,
                seats, change_until, sequence, held_until, extended)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0)",
            &[
                (&self.id).into(),
                self.request.as_deref().into(),
                status.into(),
                visit.into(),
                (&self.resource).into(),
                (&self.place).into(),
                (&self.zone).into(),
                booked::mode_name(self.mode).into(),
                self.start.as_microsecond().into(),
                self.end.as_microsecond().into(),
                self.free.as_microsecond().into(),
                self.seats.into(),
                self.change_until.as_microsecond().into(),
                i64::from(self.sequence).into(),
                held_until.into(),
            ],
        )
        .await?;
        Ok(())
    }
}
