//! Entering the list, and reading where one stands.

use std::sync::Arc;

use domain::waiting::{WaitingEntry, WaitingStatus, Wish};
use jiff::{Timestamp, ToSpan};

use super::{
    entries::{self, Entry},
    offering::{self, Scope},
    resource,
};
use crate::{
    api::{
        back_office::{Call, Tagged, Written},
        problem::{Answered, FieldProblem, Problem},
    },
    catalogue::Catalogue,
    ports::new_id,
    reference::{
        Inner,
        agenda::need::Need,
        events::{self, instant},
        once,
        view::View,
    },
};

/// Enters the list; a time that suits and is free now is offered at once.
pub(in crate::reference) async fn join(
    office: &Arc<Inner>,
    call: Call,
    wish: Wish,
) -> Answered<Written<WaitingEntry>> {
    if let Some(again) = once::answered(office, &call).await? {
        return Ok(again);
    }
    let expires_at = end(&office.catalogue, &wish, office.clock.now())?;
    let inner = Arc::clone(office);
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                events::in_turn(tx).await?;
                let entry = Entry {
                    id: new_id(&*inner.randomness),
                    position: events::next(tx, "waiting").await?,
                    status: WaitingStatus::Waiting,
                    wish,
                    // As it will be read again.
                    created_at: instant(inner.clock.now().as_microsecond()),
                    expires_at,
                    lapses: 0,
                    offer: None,
                };
                entry.insert(&inner, tx).await?;
                offering::offer(&inner, tx, &Scope::everything()).await?;
                let view = &mut View::Within(tx);
                let entry = Entry::find(&inner, view, &entry.id).await?;
                let entry = entry.ok_or_else(Problem::not_found)?;
                let written = entries::written(entry.shown(&inner, view).await?);
                once::keep(&inner, tx, &call, &resource(&entry.id), &written).await?;
                Ok(written)
            })
        })
        .await
}

/// Where an entry stands.
pub(in crate::reference) async fn read(office: &Inner, id: &str) -> Answered<Tagged<WaitingEntry>> {
    let view = &mut View::Committed(&office.database);
    let entry = Entry::find(office, view, id).await?;
    let entry = entry.ok_or_else(Problem::not_found)?;
    Ok(entries::tagged(entry.shown(office, view).await?))
}

/// When an entry ends by itself: with its last day, on the latest clock of its places. Refuses a wish that can never be
/// met.
fn end(catalogue: &Catalogue, wish: &Wish, now: Timestamp) -> Answered<Timestamp> {
    let refused = |pointer: &str, code: &str, detail: &str| {
        Problem::validation(vec![FieldProblem::new(pointer, code, detail)])
    };
    let need = Need::of(catalogue, &wish.visit, wish.mode)?;
    if entries::rules(&catalogue.appointment_types, &wish.visit).is_none() {
        let detail = "nobody can wait for this";
        return Err(refused("#/purposes", "no_waiting_list", detail));
    }
    let places = &wish.location_ids;
    let after = wish.ends_on().saturating_add(1.day());
    let ends = need
        .resources(None)
        .filter(|(_, place)| places.is_empty() || places.contains(&place.id))
        .filter_map(|(_, place)| after.to_zoned(place.time_zone()).ok())
        .map(|end| end.timestamp())
        .max();
    let end = ends.ok_or_else(|| {
        refused(
            "#/location_ids",
            "unknown_place",
            "not received at these places",
        )
    })?;
    if end <= now {
        return Err(refused("#/to", "past", "these days are over"));
    }
    Ok(end)
}
