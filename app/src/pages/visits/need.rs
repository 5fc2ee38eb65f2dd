//! What a visit is for: how long it takes, what to bring, then the form that leads to the times.

mod form;

use std::sync::Arc;

use domain::{
    appointment::{AppointmentType, Mode, Purpose, visit},
    text::Text,
};
use jiff::SignedDuration;
use leptos::prelude::*;

use super::{not_online, offered, search::search_of, what::contact};
use crate::{
    components::{BackLink, Facts, ToBringList, words_of},
    l10n::{self, capital, locale},
    pages::page::{CatalogueAge, Heading, PageTitle, not_found, with_catalogue},
    paths::Path,
    ports::{Catalogue, Search},
    request::{raw_query, segment},
    t,
    words::visits::mode_words,
};

/// Page of an appointment type.
#[component]
pub fn VisitPage() -> impl IntoView {
    let (id, query) = (segment("kind"), raw_query());
    with_catalogue(move |catalogue| {
        let kind = catalogue.appointment_type(&id);
        let search = search_of(&id, &query, &catalogue.appointment_types);
        match (kind, search) {
            (Some(kind), Some(search)) => page(kind, &search, &catalogue),
            _ => not_found(),
        }
    })
}

fn page(kind: &Arc<AppointmentType>, search: &Search, catalogue: &Catalogue) -> AnyView {
    let title = l10n::words(&kind.title);
    let (contact, phone) = contact(kind, catalogue);
    let content = if offered(catalogue) {
        view! {
            {form::form(kind, search, catalogue)}
            <p>{t!("visits-phone", phone = phone)}</p>
            {kind.modes.contains(&Mode::Onsite).then(|| view! {
                <p><a href=Path::Help.here()>{t!("home-help-link")}</a></p>
            })}
        }
        .into_any()
    } else {
        not_online(catalogue)
    };
    let heading = words_of(&kind.title);
    view! {
        <PageTitle title=t!("visit-title", title = title)/>
        <BackLink href=Path::Visits.here() to=t!("visits-heading")/>
        <Heading>{heading}</Heading>
        <CatalogueAge/>
        <p class="lead">{words_of(&kind.summary)}</p>
        <Facts facts=facts(kind)/>
        <ToBringList things=kind.bring.clone() level=2/>
        {conditions(&kind.conditions)}
        {places(kind, catalogue)}
        {content}
        {online(kind, catalogue)}
        {contact}
    }
    .into_any()
}

fn facts(kind: &AppointmentType) -> Vec<(String, AnyView)> {
    let ways = kind.modes.iter().map(|mode| mode_words(*mode));
    let ways = capital(&ways.collect::<Vec<_>>().join(&t!("list-comma")));
    vec![
        (t!("visit-length"), length_words(kind).into_any()),
        (t!("visit-ways"), ways.into_any()),
    ]
}

/// How long one person takes, and what each more takes.
fn length_words(kind: &AppointmentType) -> String {
    let alone = Purpose {
        kind,
        people: 1,
        documents: 1,
    };
    let alone = visit(&[alone], &[]).map_or(SignedDuration::ZERO, |visit| visit.length);
    let minutes =
        |minutes: u16| l10n::duration(locale(), SignedDuration::from_mins(i64::from(minutes)));
    let mut words = vec![t!(
        "visit-length-one",
        duration = l10n::duration(locale(), alone)
    )];
    if kind.length.per_person > 0 && kind.max_people > 1 {
        let more = minutes(kind.length.per_person);
        words.push(t!("visit-length-person", duration = more));
    }
    if kind.length.per_document > 0 {
        let more = minutes(kind.length.per_document);
        words.push(t!("visit-length-document", duration = more));
    }
    words.join(&t!("list-comma"))
}

fn conditions(texts: &[Text]) -> Option<AnyView> {
    let items = texts
        .iter()
        .map(|text| view! { <li>{words_of(text)}</li> })
        .collect_view();
    let view = view! {
        <h2>{t!("visit-conditions")}</h2>
        <ul>{items}</ul>
    };
    (!texts.is_empty()).then(|| view.into_any())
}

/// Procedures that it helps with: whoever can does them at once, without coming.
fn online(kind: &AppointmentType, catalogue: &Catalogue) -> Option<AnyView> {
    let known = kind
        .helps_with
        .iter()
        .filter_map(|id| catalogue.procedure(id));
    let links = known.map(|procedure| {
        let href = Path::Procedure(procedure.id.clone()).here();
        view! { <li><a href=href>{words_of(&procedure.title)}</a></li> }
    });
    let links = links.collect::<Vec<_>>();
    let view = view! {
        <section aria-labelledby="online">
            <h2 id="online">{t!("visit-online")}</h2>
            <p>{t!("visit-online-text")}</p>
            <ul>{links}</ul>
        </section>
    };
    (!kind.helps_with.is_empty()).then(|| view.into_any())
}

/// Names and addresses, for what is done at a place.
fn places(kind: &AppointmentType, catalogue: &Catalogue) -> Option<AnyView> {
    let known = |id: &String| kind.place_ids.is_empty() || kind.place_ids.contains(id);
    let items = catalogue
        .places
        .iter()
        .filter(|place| known(&place.id))
        .map(|place| {
            let address = place.address.join(", ");
            view! {
                <li>
                    {words_of(&place.name)}{t!("list-comma")}
                    <span lang="fr" dir="ltr">{address}</span>
                </li>
            }
        })
        .collect_view();
    let view = view! {
        <h2>{t!("help-places")}</h2>
        <ul>{items}</ul>
    };
    let goes_there = kind.modes.contains(&Mode::Onsite);
    (goes_there && !catalogue.places.is_empty()).then(|| view.into_any())
}
