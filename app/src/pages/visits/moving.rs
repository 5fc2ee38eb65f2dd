//! Other times for the appointment of a request: the one that is chosen takes the place of the present one.

use domain::booking::Appointment;
use leptos::prelude::*;

use super::{
    picker::{Nearby, Picker},
    search::narrowed,
    what::place_of,
};
use crate::{
    components::{BackLink, Notice, NoticeKind, ServiceContact, words_of},
    l10n::{self, capital},
    pages::{
        errors::{ErrorKind, ErrorPage},
        hand_over::guest,
        page::{Heading, PageTitle, not_found},
        requests::{appointment, closed, live::warning},
    },
    paths::Path,
    ports::{Absence, Catalogue, Request, Search},
    request::{portal, raw_query, segment},
    t,
    words::visits::long_slot_words,
};

/// Page that moves an appointment.
#[component]
pub fn MovePage() -> impl IntoView {
    let (id, query) = (segment("request"), raw_query());
    Suspend::new(async move {
        match portal().request(&id).await {
            Ok(request) if !request.may_act() => closed(&Absence::Unknown),
            Ok(request) => page(&request, &query).await,
            Err(reason) => closed(&reason),
        }
    })
}

async fn page(request: &Request, query: &str) -> AnyView {
    let Some(known) = &request.facts.appointment else {
        return not_found();
    };
    let Ok(catalogue) = portal().catalogue() else {
        return view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any();
    };
    if !portal().office().appointments || !appointment::may_move(request) {
        return impossible(request, title(request), t!("move-heading"));
    }
    let search = Search {
        visit: known.visit.clone(),
        place: None,
        mode: known.slot.mode,
        part: None,
        week: None,
        near: None,
        instead_of: None,
    };
    let before = view! {
        {guest::of_request(request)}
        {present(known, &catalogue)}
    };
    let after = view! {
        <ServiceContact service=request.procedure.service.clone()/>
        {warning(&request.id)}
    };
    Picker {
        search: narrowed(search, query),
        catalogue: &catalogue,
        title: title(request),
        heading: t!("move-heading"),
        back: back(request),
        change: None,
        address: Path::Move(request.id.clone()).here(),
        carried: Vec::new(),
        before: Some(before.into_any()),
        nearby: Nearby::NotAsked,
        present: None,
        wait: None,
        effect: t!("times-move"),
        after: after.into_any(),
        phone: request.procedure.service.phone.clone(),
    }
    .page()
    .await
}

fn title(request: &Request) -> String {
    let procedure = l10n::words(&request.procedure.title);
    t!("move-title", procedure = procedure)
}

/// The page of the request, and its name.
pub(super) fn back(request: &Request) -> (String, crate::components::back_link::PageName) {
    let href = Path::Request(request.id.clone()).here();
    (href, t!("messages-back").into())
}

/// The time that one has, or had.
pub(super) fn present(known: &Appointment, catalogue: &Catalogue) -> AnyView {
    let when = capital(&long_slot_words(&known.slot));
    let place = place_of(&known.slot, catalogue).map(|place| {
        view! { {t!("list-comma")}{words_of(&place.name)} }
    });
    let (title, text) = if known.status.has_time() {
        (t!("move-now-title"), t!("move-now-text"))
    } else {
        (t!("move-lost-title"), t!("move-lost-text"))
    };
    view! {
        <Notice kind=NoticeKind::Information title>
            <p><strong>{when}{place}</strong></p>
            <p>{text}</p>
        </Notice>
    }
    .into_any()
}

/// Says that nothing can be changed here any more, and whom to call.
pub(super) fn impossible(request: &Request, title: String, heading: String) -> AnyView {
    let (href, name) = back(request);
    let phone = request.procedure.service.phone.clone();
    view! {
        <PageTitle title/>
        <BackLink href to=name/>
        <Heading>{heading}</Heading>
        {guest::of_request(request)}
        <Notice kind=NoticeKind::Information title=t!("move-impossible-title")>
            <p>{t!("move-impossible-text", phone = phone)}</p>
        </Notice>
        <ServiceContact service=request.procedure.service.clone()/>
        {warning(&request.id)}
    }
    .into_any()
}
