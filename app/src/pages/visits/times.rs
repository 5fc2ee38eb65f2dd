//! Free times for a new visit: the one that is chosen is held, and a draft begins.

use leptos::prelude::*;

use super::{
    held_for, line, not_online, offered,
    picker::{Nearby, Picker},
    search::{need_pairs, need_query, query_of, search_of},
    waiting::may_wait,
    what::contact,
};
use crate::{
    components::{AuthorityContact, BackLink},
    l10n,
    pages::{
        errors::{ErrorKind, ErrorPage},
        page::{Heading, PageTitle, not_found},
    },
    paths::Path,
    ports::{Catalogue, LinePlace, Search},
    request::{portal, raw_query, segment},
    t,
};

/// Page of times for a type and what its query says.
#[component]
pub fn TimesPage() -> impl IntoView {
    let (id, query) = (segment("kind"), raw_query());
    let place = use_context::<LinePlace>();
    Suspend::new(async move {
        let Ok(catalogue) = portal().catalogue() else {
            return view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any();
        };
        let search = search_of(&id, &query, &catalogue.appointment_types);
        let (Some(kind), Some(search)) = (catalogue.appointment_type(&id), search) else {
            return not_found();
        };
        if !offered(&catalogue) {
            return closed(&catalogue);
        }
        if let Some(place) = place {
            return line::page(&id, place);
        }
        let (nearby, search) = if portal().office().addresses {
            (Nearby::Asked, search)
        } else {
            let search = Search {
                near: None,
                ..search
            };
            (Nearby::NotAsked, search)
        };
        let (after, phone) = contact(kind, &catalogue);
        let need = Path::Visit(id.clone()).here();
        let need = format!("{need}?{}", need_query(&search));
        Picker {
            catalogue: &catalogue,
            title: t!("times-title", title = l10n::words(&kind.title)),
            heading: t!("times-heading"),
            back: (need.clone(), t!("times-back").into()),
            change: Some(need),
            address: Path::Times(id.clone()).here(),
            carried: need_pairs(&search),
            before: None,
            nearby,
            present: None,
            wait: may_wait(&search, &catalogue)
                .then(|| format!("{}?{}", Path::Wait(id.clone()).here(), query_of(&search))),
            effect: held_for(),
            after,
            phone,
            search,
        }
        .page()
        .await
    })
}

/// Nothing can be booked here.
fn closed(catalogue: &Catalogue) -> AnyView {
    view! {
        <PageTitle title=t!("visits-heading")/>
        <BackLink href=Path::Visits.here() to=t!("visits-heading")/>
        <Heading>{t!("visits-heading")}</Heading>
        {not_online(catalogue)}
        <AuthorityContact authority=portal().authority()/>
    }
    .into_any()
}
