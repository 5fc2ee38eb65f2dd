//! Entering the waiting list: what one waits for stands in the address; where, when and how to be told is asked.

use domain::submitted::Submitted;
use leptos::prelude::*;

use super::{
    fields::{fields, names},
    may_wait,
};
use crate::{
    components::{BackLink, ErrorSummary, Questions, Submit},
    l10n::{self, locale},
    pages::{
        drafts::step::{KEY, hidden_inputs, is_again, problem_summary, refused_state, shown_input},
        page::{Heading, PageTitle, not_found, with_catalogue},
        visits::{
            offered,
            search::{query_of, search_of},
            what::{contact, in_words, types_of},
        },
    },
    paths::Path,
    ports::{Catalogue, Search},
    request::{portal, raw_query, refused, segment},
    t,
    words::visits::help_words,
};

/// Page of the form.
#[component]
pub fn JoinPage() -> impl IntoView {
    let (id, query) = (segment("kind"), raw_query());
    with_catalogue(move |catalogue| {
        let search = search_of(&id, &query, &catalogue.appointment_types);
        match search {
            Some(search) if offered(&catalogue) && may_wait(&search, &catalogue) => {
                page(&id, &search, &catalogue)
            }
            _ => not_found(),
        }
    })
}

fn page(id: &str, search: &Search, catalogue: &Catalogue) -> AnyView {
    let fields = fields(locale(), search, catalogue, &portal().ways());
    let mut state = refused_state();
    if refused().is_none() {
        state.typed = wished_before(search);
    }
    let types = types_of(&search.visit, catalogue);
    let Some(kind) = types.first() else {
        return not_found();
    };
    let query = query_of(search);
    let address = |path: Path| format!("{}?{query}", path.here());
    let help = search.visit.help.iter().map(|help| help_words(*help));
    let help = help.collect::<Vec<_>>().join(&t!("list-comma"));
    let help = (!help.is_empty()).then(|| {
        view! { <p>{t!("answer-part", part = t!("visit-help"))}" "{help}"."</p> }
    });
    let (contact, phone) = contact(kind, catalogue);
    view! {
        <PageTitle title=t!("wait-join-title", title = l10n::words(&kind.title))/>
        {problem_summary(Vec::new(), "#titre")}
        <ErrorSummary fields=fields.clone() state=state.clone() again=is_again()/>
        <BackLink href=address(Path::Times(id.to_owned())) to=t!("wait-join-back")/>
        <Heading>{t!("wait-join-heading")}</Heading>
        <p><strong>{in_words(&search.visit, search.mode, &types)}</strong>"."</p>
        {help}
        <ul>
            <li>{t!("wait-rule-turn")}</li>
            <li>{t!("wait-rule-time")}</li>
            <li>{t!("wait-rule-free")}</li>
            <li>{t!("wait-rule-private")}</li>
        </ul>
        <form
            id="step-form"
            method="post"
            action=address(Path::Wait(id.to_owned()))
            novalidate
            aria-labelledby="titre"
        >
            <input type="hidden" name=KEY value=portal().form_key()/>
            {shown_input(&[])}
            {hidden_inputs(0, &state.faults)}
            <Questions fields state/>
            <Submit label=t!("wait-join-button")/>
        </form>
        <p>{t!("visits-phone", phone = phone)}</p>
        {contact}
    }
    .into_any()
}

/// What the times were filtered by is what they wait for, until they say otherwise.
fn wished_before(search: &Search) -> Submitted {
    let place = search.place.clone();
    let place = place.map(|place| (names::PLACES.to_owned(), place));
    let part = search.part;
    let part = part.map(|part| (names::PARTS.to_owned(), part.name().to_owned()));
    Submitted(place.into_iter().chain(part).collect())
}
