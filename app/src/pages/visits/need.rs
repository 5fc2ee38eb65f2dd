//! What a visit is for: how long it takes, what to bring, then how many people, how, and what would help. One form,
//! which works as it is: its answers go into the address of the times.

use std::sync::Arc;

use domain::{
    appointment::{AppointmentType, Mode, Purpose, visit},
    field::Need,
    text::Text,
};
use jiff::SignedDuration;
use leptos::prelude::*;

use super::{
    not_online, offered,
    search::{HELPS, mode_name, names, search_of},
    what::contact,
};
use crate::{
    components::{BackLink, Facts, Submit, ToBringList, words_of},
    l10n::{self, capital, locale},
    pages::page::{CatalogueAge, Heading, PageTitle, not_found, with_catalogue},
    paths::Path,
    ports::{Catalogue, Search},
    request::{raw_query, segment},
    t,
    words::{
        fields::marked,
        visits::{help_hint, help_words, mode_words},
    },
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
            {form(kind, search, catalogue)}
            <p>{t!("visits-phone", phone = phone)}</p>
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
        <p><a href=Path::Help.here()>{t!("home-help-link")}</a></p>
    };
    let goes_there = kind.modes.contains(&Mode::Onsite);
    (goes_there && !catalogue.places.is_empty()).then(|| view.into_any())
}

fn form(kind: &Arc<AppointmentType>, search: &Search, catalogue: &Catalogue) -> AnyView {
    view! {
        <h2 id="visit-form">{t!("visit-form")}</h2>
        <form method="get" action=Path::Times(kind.id.clone()).here() aria-labelledby="visit-form">
            {people(kind, search)}
            {documents(kind, search)}
            {modes(kind, search)}
            {also(kind, search, catalogue)}
            {help(search)}
            <Submit label=t!("visit-show")/>
        </form>
    }
    .into_any()
}

fn people(kind: &AppointmentType, search: &Search) -> Option<AnyView> {
    if kind.max_people < 2 {
        return None;
    }
    let chosen = search.visit.purposes.first().map_or(1, |it| it.people);
    let options = (1..=kind.max_people)
        .map(|count| {
            let words = t!("visit-people", count = count);
            view! { <option value=count.to_string() selected=count == chosen>{words}</option> }
        })
        .collect_view();
    let view = view! {
        <div class="field">
            <label class="field__label" for="f-people">
                {marked(t!("visit-people-label"), Need::Required)}
            </label>
            <select class="field__control field__control--medium" id="f-people" name=names::PEOPLE>
                {options}
            </select>
        </div>
    };
    Some(view.into_any())
}

/// How many documents; one for each person unless another number is chosen.
fn documents(kind: &AppointmentType, search: &Search) -> Option<AnyView> {
    if kind.length.per_document == 0 {
        return None;
    }
    let first = search.visit.purposes.first();
    let chosen = first
        .filter(|it| it.documents != it.people)
        .map(|it| it.documents);
    let options = (1..=kind.max_people.saturating_mul(2))
        .map(|count| {
            let words = t!("visit-documents", count = count);
            let selected = chosen == Some(count);
            view! { <option value=count.to_string() selected=selected>{words}</option> }
        })
        .collect_view();
    let view = view! {
        <div class="field">
            <label class="field__label" for="f-documents">
                {marked(t!("visit-documents-label"), Need::Required)}
            </label>
            <p class="field__hint" id="f-documents-hint">{t!("visit-documents-hint")}</p>
            <select
                class="field__control field__control--medium"
                id="f-documents"
                name=names::DOCUMENTS
                aria-describedby="f-documents-hint"
            >
                <option value="" selected=chosen.is_none()>{t!("visit-documents-each")}</option>
                {options}
            </select>
        </div>
    };
    Some(view.into_any())
}

/// One line of a list of choices.
struct Choice {
    kind: &'static str,
    name: &'static str,
    value: String,
    label: AnyView,
    hint: Option<String>,
    checked: bool,
}

impl Choice {
    fn view(self) -> impl IntoView {
        let id = format!("f-{}-{}", self.name, self.value);
        let hint_id = self.hint.is_some().then(|| format!("{id}-hint"));
        let hint = self.hint.map(|words| {
            view! { <p class="choice__hint" id=hint_id.clone()>{words}</p> }
        });
        view! {
            <div class="choice">
                <input
                    class="choice__control"
                    id=id.clone()
                    name=self.name
                    type=self.kind
                    value=self.value
                    checked=self.checked
                    aria-describedby=hint_id
                />
                <label class="choice__label" for=id>{self.label}</label>
                {hint}
            </div>
        }
    }
}

fn modes(kind: &AppointmentType, search: &Search) -> Option<AnyView> {
    if kind.modes.len() < 2 {
        return None;
    }
    let chosen = if kind.modes.contains(&search.mode) {
        Some(search.mode)
    } else {
        kind.modes.first().copied()
    };
    let choices = kind
        .modes
        .iter()
        .map(|mode| {
            Choice {
                kind: "radio",
                name: names::MODE,
                value: mode_name(*mode).to_owned(),
                label: capital(&mode_words(*mode)).into_any(),
                hint: None,
                checked: chosen == Some(*mode),
            }
            .view()
        })
        .collect_view();
    let view = view! {
        <div class="field">
            <fieldset class="field__set" role="radiogroup" aria-required="true">
                <legend class="field__label">{marked(t!("visit-mode"), Need::Required)}</legend>
                {choices}
            </fieldset>
        </div>
    };
    Some(view.into_any())
}

/// Other purposes that one visit can serve too: those of the same form that share a way of being received.
fn also(kind: &AppointmentType, search: &Search, catalogue: &Catalogue) -> Option<AnyView> {
    let others: Vec<_> = catalogue
        .appointment_types
        .iter()
        .filter(|other| other.id != kind.id && share_a_visit(kind, other))
        .collect();
    let asked = |id: &str| search.visit.purposes.iter().any(|it| it.kind == id);
    let choices = others
        .iter()
        .map(|other| {
            Choice {
                kind: "checkbox",
                name: names::ALSO,
                value: other.id.clone(),
                label: words_of(&other.title).into_any(),
                hint: None,
                checked: asked(&other.id),
            }
            .view()
        })
        .collect_view();
    let open = others.iter().any(|other| asked(&other.id));
    let view = view! {
        <details class="field" open=open>
            <summary>{t!("visit-also")}</summary>
            <fieldset class="field__set">
                <legend class="field__label">{marked(t!("visit-also"), Need::Optional)}</legend>
                {choices}
            </fieldset>
        </details>
    };
    (!others.is_empty()).then(|| view.into_any())
}

/// Whether there is a way of being received, and a form, for both.
fn share_a_visit(one: &AppointmentType, other: &AppointmentType) -> bool {
    one.modes.iter().any(|mode| {
        other.modes.contains(mode) && one.procedure_for(*mode) == other.procedure_for(*mode)
    })
}

fn help(search: &Search) -> impl IntoView + use<> {
    let choices = HELPS
        .into_iter()
        .map(|(help, name)| {
            Choice {
                kind: "checkbox",
                name: names::HELP,
                value: name.to_owned(),
                label: help_words(help).into_any(),
                hint: Some(help_hint(help)),
                checked: search.visit.help.contains(&help),
            }
            .view()
        })
        .collect_view();
    view! {
        <details class="field" open=!search.visit.help.is_empty()>
            <summary>{t!("visit-help-open")}</summary>
            <p>{t!("visit-help-text")}</p>
            <fieldset class="field__set">
                <legend class="field__label">{marked(t!("visit-help"), Need::Optional)}</legend>
                {choices}
            </fieldset>
        </details>
    }
}
