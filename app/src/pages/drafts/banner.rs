//! The time that goes with a draft, on each of its pages.

use leptos::prelude::*;

use crate::{
    components::VisitBanner, pages::visits::what::place_of, paths::Path, ports::Draft,
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
            alive=visit.alive
            titles
            place
            longer=Path::HoldLonger(draft.id.clone()).here()
            times=Path::DraftTimes(draft.id.clone()).here()
        />
    };
    Some(view.into_any())
}
