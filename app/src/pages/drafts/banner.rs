//! The time that goes with a draft, on each of its pages: what it is before the form, what to do about it after.

use leptos::prelude::*;

use crate::{
    components::{HoldControls, HoldLonger, VisitBanner},
    pages::visits::what::place_of,
    paths::Path,
    ports::Draft,
    request::portal,
};

/// The time and until when it is kept; nothing for a draft without a visit.
pub(super) fn banner(draft: &Draft) -> Option<AnyView> {
    let visit = draft.visit.as_ref()?;
    let catalogue = portal().catalogue().ok();
    let slot = &visit.hold.slot;
    let place = catalogue
        .as_deref()
        .and_then(|catalogue| place_of(slot, catalogue).cloned());
    let titles = visit.types.iter().map(|kind| kind.title.clone()).collect();
    let view = view! {
        <VisitBanner
            hold=visit.hold.clone()
            left=visit.left
            titles
            place
            times=Path::DraftTimes(draft.id.clone()).at_heading()
            today=portal().today()
        />
    };
    Some(view.into_any())
}

/// Keeping the time longer or changing it; nothing for a time that is no longer kept, whose banner says what to do.
pub(super) fn controls(draft: &Draft, longer: HoldLonger) -> Option<AnyView> {
    let visit = draft.visit.as_ref().filter(|visit| visit.left.is_some())?;
    let times = Path::DraftTimes(draft.id.clone()).at_heading();
    let minutes = portal().office().hold_minutes;
    Some(view! { <HoldControls hold=visit.hold.clone() longer minutes times/> }.into_any())
}
