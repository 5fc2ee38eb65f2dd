//! Keeping a time while someone fills in the rest, and making it theirs.

use std::sync::Arc;

use database::{Engine, Write};
use domain::{
    appointment::Mode,
    booking::{Appointment, AppointmentStatus, AskedVisit, Hold},
    procedure::Procedure,
};
use futures::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};

use super::{
    booked::{self, Kept, Stored},
    finding::Free,
    freeing::{self, Freed},
    ticks::{self, Taker},
    time::Time,
    together, waiting,
};
use crate::{
    api::{
        appointments::{NewHold, NewVisit},
        back_office::{Call, Novelty, Written},
        etag,
        problem::{Answered, FieldProblem, Problem, ProblemCode},
    },
    ports::{is_id, new_id},
    reference::{
        Inner,
        events::{self, instant},
        once,
        together::Outcome,
        view::View,
    },
};

/// How many minutes a time is kept for who fills in the rest; as long again once.
pub(in crate::reference) const HOLD_MINUTES: u16 = 10;
const KEPT: SignedDuration = SignedDuration::from_mins(HOLD_MINUTES as i64);

pub(in crate::reference) async fn hold(
    office: &Arc<Inner>,
    call: Call,
    new: NewHold,
) -> Answered<Written<Hold>> {
    if office.database.engine() == Engine::Postgres {
        let inner = Arc::clone(office);
        let write = move |asked| -> BoxFuture<'static, _> {
            Box::pin(together::hold(Arc::clone(&inner), asked))
        };
        let asked = (call.clone(), new.clone());
        if let Outcome::Done(answer) = office.holds.write(asked, write).await {
            return answer;
        }
    }
    hold_alone(office, call, new).await
}

async fn hold_alone(office: &Arc<Inner>, call: Call, new: NewHold) -> Answered<Written<Hold>> {
    if let Some(again) = once::answered(office, &call).await? {
        return Ok(again);
    }
    let now = office.clock.now();
    let view = &mut View::Committed(&office.database);
    let time = Time::asked(office, view, (&new.slot_id, &new.visit), None, Free::Now).await?;
    let inner = Arc::clone(office);
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                let id = new_id(&*inner.randomness);
                let until = kept_until(now);
                let taker = Taker {
                    appointment: &id,
                    held_until: Some(until),
                };
                let Some(resource) = time.take(tx, taker, now).await? else {
                    return Err(Problem::new(ProblemCode::SlotUnavailable));
                };
                let stored = time.stored(&id, resource, AppointmentStatus::Other);
                stored.insert(tx, &inner, Kept::Held(until)).await?;
                let written = written(&stored, until);
                once::keep(&inner, tx, &call, &resource_of(&id), &written).await?;
                Ok(written)
            })
        })
        .await
}

/// When a time that is held from now on is free again.
pub(super) fn kept_until(now: Timestamp) -> i64 {
    now.saturating_add(KEPT).unwrap_or(now).as_microsecond()
}

/// Address of a hold.
pub(super) fn resource_of(id: &str) -> String {
    format!("/v1/holds/{id}")
}

/// The answer to who holds a time.
pub(super) fn written(stored: &Stored, until: i64) -> Written<Hold> {
    Written {
        value: Hold {
            id: stored.id.clone(),
            slot: stored.slot(),
            expires_at: instant(until),
            extendable: true,
        },
        etag: etag::quoted("1"),
        novelty: Novelty::New,
    }
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
                // The row before its ticks, the other way round than who takes a time for good.
                events::in_turn(tx).await?;
                let at = now.as_microsecond();
                let more = i64::try_from(KEPT.as_micros()).unwrap_or(0);
                let extended = tx
                    .execute(
                        "UPDATE backoffice_appointments SET extended = 1, held_until = held_until + $3
                          WHERE id = $1 AND held_until > $2 AND extended = 0",
                        &[(&id).into(), at.into(), more.into()],
                    )
                    .await?;
                let stored = booked::held_in(&inner, &mut View::Within(tx), &id).await?;
                let stored = stored.filter(|(_, until, _)| *until > at);
                let (stored, until, was_extended) = stored.ok_or_else(Problem::not_found)?;
                if extended > 0 {
                    ticks::keep(tx, stored.had(), Some(until)).await?;
                }
                Ok(Hold {
                    slot: stored.slot(),
                    id,
                    expires_at: instant(until),
                    extendable: !was_extended,
                })
            })
        })
        .await
}

/// Gives a time back: who waits for one gets it. One that was offered is declined by that.
pub(in crate::reference) async fn release(office: &Arc<Inner>, id: &str) -> Answered<()> {
    if !is_id(id) {
        return Ok(());
    }
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                events::in_turn(tx).await?;
                let freed = match waiting::declined(&inner, tx, &id).await? {
                    Some(freed) => Some(freed),
                    None => freeing::forget(&inner, tx, &id)
                        .await?
                        .map(|held| Freed::of(&held.slot())),
                };
                waiting::offer_freed(&inner, tx, freed).await
            })
        })
        .await
}

/// Forgets holds that ended before an instant; nobody waits for it: whoever wants their time takes it over.
pub(in crate::reference) async fn forget_holds(
    tx: &mut Write<'_>,
    before: i64,
) -> Result<u64, database::DatabaseError> {
    ticks::free_holds(tx, before).await?;
    let sql = "DELETE FROM backoffice_appointments WHERE held_until < $1";
    tx.execute(sql, &[before.into()]).await
}

/// The visit of a request to come, looked at before its write.
pub(in crate::reference) struct Prepared {
    hold: String,
    /// What it holds and whether it can be kept for longer no more, if it was there.
    held: Option<(Stored, bool)>,
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
    let view = &mut View::Committed(&office.database);
    let asked = (new.slot_id.as_str(), &new.visit);
    let time = Time::asked(office, view, asked, None, Free::OrNot).await?;
    if !belongs(office, procedure, &new.visit, time.name.mode) {
        return Err(refused(
            "procedure",
            "the visit belongs to another procedure",
        ));
    }
    let held = booked::held_in(office, view, &new.hold_id).await?;
    Ok(Some(Prepared {
        hold: new.hold_id,
        held: held.map(|(held, _, extended)| (held, extended)),
        time,
    }))
}

/// Whether a visit belongs to a procedure.
pub(super) fn belongs(
    office: &Inner,
    procedure: &Procedure,
    visit: &AskedVisit,
    mode: Mode,
) -> bool {
    let types = &office.catalogue.appointment_types;
    visit.purposes.iter().all(|asked| {
        let kind = types.iter().find(|kind| kind.id == asked.kind);
        kind.is_some_and(|kind| kind.procedure_for(mode) == procedure.id)
    })
}

/// Makes an appointment of a hold; of the time itself, if it is still free, when the hold ended; `time_lost` when someone
/// else has it: the request is there all the same, and its resident chooses another time. To be called in turn.
pub(in crate::reference) async fn confirm(
    office: &Inner,
    tx: &mut Write<'_>,
    request: &str,
    prepared: Prepared,
) -> Answered<Appointment> {
    let Prepared { hold, held, time } = prepared;
    let held = held.filter(|(held, _)| held.is_for(&time.visit, &time.name));
    let kept = match held {
        Some(held) => keep_held(office, tx, request, (&hold, held)).await?,
        None => None,
    };
    let stored = match kept {
        Some(stored) => stored,
        None => {
            let (now, id) = (office.clock.now(), new_id(&*office.randomness));
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
            stored.insert(tx, office, Kept::ForGood).await?;
            stored
        }
    };
    Ok(stored.appointment())
}

/// Makes an appointment of a hold, if all of it is still there: it may have been given back, taken over, or become the
/// appointment of another request since it was looked at.
async fn keep_held(
    office: &Inner,
    tx: &mut Write<'_>,
    request: &str,
    (hold, (held, extended)): (&str, (Stored, bool)),
) -> Answered<Option<Stored>> {
    // Its ticks first, then its row, as whoever closes a day: the other way round they would wait for each other.
    if ticks::keep(tx, held.had(), None).await? != held.tick_rows() {
        freeing::forget(office, tx, hold).await?;
        return Ok(None);
    }
    let status = AppointmentStatus::Confirmed;
    let sql = "UPDATE backoffice_appointments SET status = $2, request_id = $3, held_until = NULL WHERE id = $1";
    let params = [hold.into(), status.name().into(), request.into()];
    tx.execute(sql, &params).await?;
    // Times offered to who waits are held like those that were kept for longer already (`Kept::Offered`).
    if extended {
        waiting::booked(office, tx, hold).await?;
    }
    let request = Some(request.to_owned());
    Ok(Some(Stored {
        status,
        request,
        ..held
    }))
}
