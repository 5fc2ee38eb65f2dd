//! Free times for the visit of a draft: its time is no longer held, or does not suit.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    held_for,
    picker::{Nearby, Picker},
    search::narrowed,
};
use crate::{
    l10n,
    pages::{
        drafts::open::{draft_footer, open},
        errors::{ErrorKind, ErrorPage},
        hand_over::guest,
        page::not_found,
    },
    paths::Path,
    ports::{Draft, Search},
    request::{portal, raw_query, segment},
    t,
};

/// Page of times for a draft.
#[component]
pub fn DraftTimesPage() -> impl IntoView {
    let (id, query) = (segment("draft"), raw_query());
    Suspend::new(async move {
        match open(&id).await {
            Ok(draft) => page(&draft, &query).await,
            Err(other) => other,
        }
    })
}

async fn page(draft: &Arc<Draft>, query: &str) -> AnyView {
    let Some(visit) = &draft.visit else {
        return not_found();
    };
    let Ok(catalogue) = portal().catalogue() else {
        return view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any();
    };
    let search = Search {
        visit: visit.visit.clone(),
        place: None,
        mode: visit.hold.slot.mode,
        part: None,
        week: None,
        near: None,
        instead_of: None,
    };
    let procedure = &draft.procedure;
    let before = view! {
        {guest::of_draft(draft)}
        <p>{t!("times-kept")}</p>
    };
    Picker {
        search: narrowed(search, query),
        catalogue: &catalogue,
        title: t!("times-title", title = l10n::words(&procedure.title)),
        heading: t!("times-heading"),
        back: (
            Path::Review(draft.id.clone()).here(),
            t!("erase-back").into(),
        ),
        change: None,
        address: Path::DraftTimes(draft.id.clone()).here(),
        carried: Vec::new(),
        before: Some(before.into_any()),
        nearby: Nearby::NotAsked,
        present: None,
        wait: None,
        effect: held_for(),
        after: draft_footer(draft),
        phone: procedure.service.phone.clone(),
    }
    .page()
    .await
}
