//! For how many a booked appointment is: the page that asks, and the times for the new number when there is not enough
//! time at the present hour.

use std::sync::Arc;

use domain::{
    appointment::AppointmentType,
    booking::{Appointment, AskedPurpose, AskedVisit},
};
use leptos::prelude::*;

use super::{
    count_fields::{documents_field, people_field},
    counts::{BEFORE, count_pairs, count_query, has_documents, with_counts},
    moving::{back, impossible, present},
    picker::{Nearby, Picker},
    search::{narrowed, pairs},
    what::{in_words, types_of},
};
use crate::{
    components::{BackLink, ServiceContact, Submit, words_of},
    l10n,
    pages::{
        drafts::step::{KEY, problem_summary, shown_input},
        errors::{ErrorKind, ErrorPage},
        hand_over::guest,
        page::{Heading, PageTitle, not_found},
        requests::{appointment, closed, live::warning},
    },
    paths::Path,
    ports::{Absence, Catalogue, Request, Search},
    request::{portal, raw_query, refused, segment},
    t,
};

/// Page that asks how many come.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let (id, query) = (segment("request"), raw_query());
    Suspend::new(async move {
        match changeable(&id).await {
            Ok((request, catalogue)) => ask(&request, &query, &catalogue),
            Err(other) => other,
        }
    })
}

/// Page of the times for the new number; choosing one moves the appointment and changes the number at once.
#[component]
pub fn PeopleTimesPage() -> impl IntoView {
    let (id, query) = (segment("request"), raw_query());
    Suspend::new(async move {
        match changeable(&id).await {
            Ok((request, catalogue)) => choose(&request, &query, &catalogue).await,
            Err(other) => other,
        }
    })
}

/// The request whose appointment may change, or the page that says why not.
async fn changeable(id: &str) -> Result<(Request, Arc<Catalogue>), AnyView> {
    let request = match portal().request(id).await {
        Ok(request) if request.may_act() => request,
        Ok(_) => return Err(closed(&Absence::Unknown)),
        Err(reason) => return Err(closed(&reason)),
    };
    if request.facts.appointment.is_none() {
        return Err(not_found());
    }
    let Ok(catalogue) = portal().catalogue() else {
        return Err(view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any());
    };
    if !appointment::may_change_people(&request) {
        return Err(impossible(&request, title(&request), heading(&request)));
    }
    Ok((request, catalogue))
}

/// What can be changed, in the words of the link and of the heading.
pub(in crate::pages) fn heading(request: &Request) -> String {
    let catalogue = portal().catalogue().ok();
    let appointment = request.facts.appointment.as_ref();
    let types = appointment
        .zip(catalogue)
        .map(|(known, catalogue)| types_of(&known.visit, &catalogue));
    let counted = types.is_some_and(|types| types.iter().any(|kind| has_documents(kind)));
    if counted {
        t!("people-heading-documents")
    } else {
        t!("people-heading")
    }
}

fn title(request: &Request) -> String {
    titled(request, heading(request))
}

fn titled(request: &Request, heading: String) -> String {
    let procedure = l10n::words(&request.procedure.title);
    t!("people-title", heading = heading, procedure = procedure)
}

/// What a query says, or the refused form before it; what is booked otherwise.
fn told(known: &Appointment, query: &str, catalogue: &Catalogue) -> AskedVisit {
    let typed = refused().map(|refused| refused.typed.0.clone());
    let pairs = typed.unwrap_or_else(|| pairs(query));
    let told = with_counts(&known.visit, &catalogue.appointment_types, &pairs);
    told.unwrap_or_else(|| known.visit.clone())
}

fn ask(request: &Request, query: &str, catalogue: &Catalogue) -> AnyView {
    let Some(known) = &request.facts.appointment else {
        return not_found();
    };
    let told = told(known, query, catalogue);
    let (href, name) = back(request);
    let keep = href.clone();
    let types = types_of(&known.visit, catalogue);
    let now = in_words(&known.visit, known.slot.mode, &types);
    let (title, heading) = (title(request), heading(request));
    view! {
        <PageTitle title=title/>
        {problem_summary(Vec::new(), "#nombre")}
        <BackLink href to=name/>
        <Heading>{heading}</Heading>
        {guest::of_request(request)}
        {present(known, catalogue)}
        <p>{now}"."</p>
        <p>{t!("people-effect")}</p>
        <form
            id="step-form"
            method="post"
            action=Path::People(request.id.clone()).here()
            novalidate
            aria-labelledby="titre"
        >
            <input type="hidden" name=KEY value=portal().form_key()/>
            <input type="hidden" name=BEFORE value=count_query(&known.visit, &catalogue.appointment_types)/>
            {shown_input(&[])}
            <div id="nombre" tabindex="-1">{fields(&told, &types)}</div>
            <Submit label=t!("people-button")/>
        </form>
        <p><a href=keep>{t!("people-keep")}</a></p>
        <ServiceContact service=request.procedure.service.clone()/>
        {warning(&request.id)}
    }
    .into_any()
}

/// The questions of each purpose, under its name where there are several.
fn fields(told: &AskedVisit, types: &[Arc<AppointmentType>]) -> Vec<AnyView> {
    let asked = told.purposes.iter().enumerate();
    let several = told.purposes.len() > 1;
    asked
        .filter_map(|(rank, asked)| {
            let kind = types.iter().find(|kind| kind.id == asked.kind)?;
            let questions = questions(rank, asked, kind);
            Some(if several {
                view! {
                    <fieldset class="field__set">
                        <legend class="field__label">{words_of(&kind.title)}</legend>
                        {questions}
                    </fieldset>
                }
                .into_any()
            } else {
                questions.into_any()
            })
        })
        .collect()
}

fn questions(rank: usize, asked: &AskedPurpose, kind: &AppointmentType) -> impl IntoView + use<> {
    let numbers = Some((asked.people, asked.documents));
    view! {
        {people_field(kind, &format!("f-people-{rank}"), asked.people)}
        {documents_field(kind, &format!("f-documents-{rank}"), numbers)}
    }
}

async fn choose(request: &Request, query: &str, catalogue: &Catalogue) -> AnyView {
    let Some(known) = &request.facts.appointment else {
        return not_found();
    };
    let types = &catalogue.appointment_types;
    let Some(visit) = with_counts(&known.visit, types, &pairs(query)) else {
        return not_found();
    };
    let carried = count_pairs(&visit, types);
    let ask = Path::People(request.id.clone()).here();
    let change = format!("{ask}?{}", count_query(&visit, types));
    let search = Search {
        visit,
        place: None,
        mode: known.slot.mode,
        part: None,
        week: None,
        near: None,
        instead_of: Some(request.id.clone()),
    };
    let before = view! {
        {guest::of_request(request)}
        <p>{t!("people-times-text")}</p>
        {present(known, catalogue)}
    };
    let after = view! {
        <ServiceContact service=request.procedure.service.clone()/>
        {warning(&request.id)}
    };
    let there = t!("people-times-heading");
    Picker {
        search: narrowed(search, query),
        catalogue,
        title: titled(request, there.clone()),
        heading: there,
        back: (ask, heading(request).into()),
        change: Some(change),
        address: Path::PeopleTimes(request.id.clone()).here(),
        carried,
        present: Some(known.slot.id.clone()),
        wait: None,
        before: Some(before.into_any()),
        nearby: Nearby::NotAsked,
        effect: t!("people-times-effect"),
        after: after.into_any(),
        phone: request.procedure.service.phone.clone(),
    }
    .page()
    .await
}
