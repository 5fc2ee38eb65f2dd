//! The end of an offer or of an entry: booked, declined, left, taken back by the service.

use std::sync::Arc;

use database::Write;
use domain::{
    booking::AppointmentStatus,
    waiting::{WaitingEntry, WaitingStatus},
};

use super::{
    entries::{self, Entry},
    offering::offer_freed,
    resource,
};
use crate::{
    api::{
        back_office::{Call, Written},
        problem::{Answered, Problem, ProblemCode},
    },
    reference::{
        Inner,
        agenda::freeing::{self, Freed},
        events, once,
        view::View,
    },
};

/// How an offer ends that is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Nobody answered.
    Lapsed,
    /// The person waits for another time.
    Declined,
    /// The person waits no longer.
    Left,
}

/// Frees what was offered to an entry, if anything was, and keeps where the entry stands then.
pub(super) async fn let_go(
    office: &Inner,
    tx: &mut Write<'_>,
    mut entry: Entry,
    end: End,
) -> Answered<Option<Freed>> {
    let mut freed = None;
    if let Some((hold, _)) = entry.offer.take()
        && let Some(held) = freeing::forget(office, tx, &hold).await?
    {
        entry.refuse(tx, &held).await?;
        freed = Some(Freed::of(&held.slot()));
    }
    let types = &office.catalogue.appointment_types;
    let most = entries::rules(types, &entry.wish.visit).map_or(0, |rules| rules.most_lapses);
    entry.lapses = if end == End::Lapsed {
        entry.lapses + 1
    } else {
        0
    };
    let over = entry.expires_at <= office.clock.now() || entry.lapses >= i64::from(most);
    entry.status = match end {
        End::Left => WaitingStatus::Left,
        End::Lapsed | End::Declined if over => WaitingStatus::Expired,
        End::Lapsed | End::Declined => WaitingStatus::Waiting,
    };
    entry.keep(office, tx).await?;
    Ok(freed)
}

/// Lets the present offer go to the next one in turn, and waits on.
pub(in crate::reference) async fn decline(
    office: &Arc<Inner>,
    id: &str,
    call: Call,
    hold: String,
) -> Answered<Written<WaitingEntry>> {
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                events::in_turn(tx).await?;
                let entry = Entry::find(&inner, &mut View::Within(tx), &id).await?;
                let entry = entry.ok_or_else(Problem::not_found)?;
                // Another offer than the one that the person saw is not theirs to decline unseen.
                if entry.offer.as_ref().is_none_or(|(held, _)| *held != hold) {
                    return Err(Problem::new(ProblemCode::InvalidState));
                }
                let freed = let_go(&inner, tx, entry, End::Declined).await?;
                offer_freed(&inner, tx, freed).await?;
                let view = &mut View::Within(tx);
                let entry = Entry::find(&inner, view, &id).await?;
                let entry = entry.ok_or_else(Problem::not_found)?;
                let written = entries::written(entry.shown(&inner, view).await?);
                let resource = format!("{}/decline", resource(&id));
                once::keep(&inner, tx, &call, &resource, &written).await?;
                Ok(written)
            })
        })
        .await
}

/// Leaves the list. What ended already stays as it ended.
pub(in crate::reference) async fn leave(office: &Arc<Inner>, id: &str) -> Answered<()> {
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                events::in_turn(tx).await?;
                let entry = Entry::find(&inner, &mut View::Within(tx), &id).await?;
                let entry = entry.ok_or_else(Problem::not_found)?;
                if !entry.status.is_open() {
                    return Ok(());
                }
                let freed = let_go(&inner, tx, entry, End::Left).await?;
                offer_freed(&inner, tx, freed).await
            })
        })
        .await
}

/// A hold that was offered is given back: that declines it. `None` when it was not offered to anyone.
pub(in crate::reference::agenda) async fn declined(
    office: &Inner,
    tx: &mut Write<'_>,
    hold: &str,
) -> Answered<Option<Freed>> {
    match Entry::of_hold(office, tx, hold).await? {
        Some(entry) => let_go(office, tx, entry, End::Declined).await,
        None => Ok(None),
    }
}

/// A hold became an appointment: whoever it was offered to waits no longer.
pub(in crate::reference::agenda) async fn booked(
    office: &Inner,
    tx: &mut Write<'_>,
    hold: &str,
) -> Answered<()> {
    ended(office, tx, hold, WaitingStatus::Booked).await
}

/// The service closes the time of a hold: whoever it was offered to waits on, and nothing is held against them.
pub(in crate::reference::agenda) async fn taken_back(
    office: &Inner,
    tx: &mut Write<'_>,
    hold: &str,
) -> Answered<()> {
    ended(office, tx, hold, WaitingStatus::Waiting).await
}

async fn ended(
    office: &Inner,
    tx: &mut Write<'_>,
    hold: &str,
    status: WaitingStatus,
) -> Answered<()> {
    let Some(mut entry) = Entry::of_hold(office, tx, hold).await? else {
        return Ok(());
    };
    events::in_turn(tx).await?;
    entry.offer = None;
    entry.status = status;
    entry.keep(office, tx).await
}

/// Ends the appointment of a request as its resident wishes; who waits for its time gets it.
pub(in crate::reference) async fn give_up(
    office: &Inner,
    tx: &mut Write<'_>,
    request: &str,
) -> Answered<()> {
    let status = AppointmentStatus::CancelledByUser;
    let freed = freeing::cancel(office, tx, request, status).await?;
    offer_freed(office, tx, freed).await
}
