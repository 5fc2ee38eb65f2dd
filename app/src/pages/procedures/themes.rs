//! Procedures by theme and by life event.

use std::{collections::BTreeMap, sync::Arc};

use domain::{procedure::Procedure, procedure::Term, text::Text};
use leptos::prelude::*;

use crate::{
    components::{AuthorityContact, words_of},
    l10n,
    pages::page::{CatalogueAge, Heading, PageTitle, with_catalogue},
    pages::procedures::list::ProcedureList,
    request::portal,
    t,
};

/// Themes page.
#[component]
pub fn Themes() -> impl IntoView {
    with_catalogue(|catalogue| {
        let themes = groups(&catalogue.procedures, |procedure| &procedure.themes);
        let events = groups(&catalogue.procedures, |procedure| &procedure.life_events);
        view! {
            <PageTitle title=t!("themes-heading")/>
            <Heading>{t!("themes-heading")}</Heading>
            <CatalogueAge/>
            <section aria-labelledby="by-theme">
                <h2 id="by-theme">{t!("themes-by-theme")}</h2>
                {listed(themes)}
            </section>
            <section aria-labelledby="by-event">
                <h2 id="by-event">{t!("themes-by-event")}</h2>
                {listed(events)}
            </section>
            <AuthorityContact authority=portal().authority()/>
        }
    })
}

type Group = (Text, Vec<Arc<Procedure>>);

/// Procedures under each of their terms, in alphabetical order of the words shown.
fn groups(
    procedures: &[Arc<Procedure>],
    terms: impl Fn(&Procedure) -> &Vec<Term>,
) -> BTreeMap<(String, String), Group> {
    let mut groups: BTreeMap<(String, String), Group> = BTreeMap::new();
    for procedure in procedures {
        for term in terms(procedure) {
            groups
                .entry((l10n::words(&term.title), term.id.clone()))
                .or_insert_with(|| (term.title.clone(), Vec::new()))
                .1
                .push(Arc::clone(procedure));
        }
    }
    groups
}

fn listed(groups: BTreeMap<(String, String), Group>) -> impl IntoView {
    groups
        .into_iter()
        .map(|((_, id), (title, procedures))| {
            view! {
                <h3 id=id>{words_of(&title)}</h3>
                <ProcedureList procedures/>
            }
        })
        .collect::<Vec<_>>()
}
