//! One's turn at the place of an appointment: saying that one is there, then a calm page to leave open.

use domain::{booking::Appointment, queue::is_near};
use leptos::prelude::*;

use super::{
    appointment::known,
    closed,
    live::{as_of, this_page, warning},
};
use crate::{
    components::{BackLink, LinkButton, ServiceContact, words_of},
    l10n::capital,
    pages::{
        drafts::step::problem_summary,
        page::{Heading, PageTitle},
        visits::{
            at_place::{arrival, has_line, standing, unknown, why_not},
            what::place_of,
        },
    },
    paths::Path,
    ports::{Absence, Request, Turn},
    request::{portal, segment},
    t,
    words::visits::long_slot_words,
};

/// Page of a turn.
#[component]
pub fn TurnPage() -> impl IntoView {
    let id = segment("request");
    Suspend::new(async move {
        let request = match portal().request(&id).await {
            Ok(request) => request,
            Err(reason) => return closed(&reason),
        };
        let Some(appointment) = known(&request).filter(has_line) else {
            return closed(&Absence::Unknown);
        };
        let turn = if is_near(&appointment.slot, request.shown_at) {
            portal().turn(&id).await
        } else {
            Turn::NotThere
        };
        page(&request, &appointment, &turn)
    })
}

/// On the page of the request, once it can be of use.
pub(super) fn link(request: &Request) -> Option<AnyView> {
    let appointment = known(request).filter(has_line)?;
    let is_today = is_near(&appointment.slot, request.shown_at) && appointment.status.has_time();
    is_today.then(|| {
        let href = Path::Turn(request.id.clone()).at_heading();
        let label = t!("turn-link").into_any();
        view! { <p><LinkButton href label/></p> }.into_any()
    })
}

fn page(request: &Request, appointment: &Appointment, turn: &Turn) -> AnyView {
    let content = match turn {
        Turn::There(queued) => standing(appointment, queued, &Path::TurnNews(request.id.clone())),
        Turn::NotThere => not_there(request, appointment),
        Turn::Away => unknown(),
    };
    let catalogue = portal().catalogue().ok();
    let place = catalogue
        .as_deref()
        .and_then(|it| place_of(&appointment.slot, it));
    let place = place.map(|place| view! { {t!("list-comma")}{words_of(&place.name)} });
    let when = capital(&long_slot_words(&appointment.slot));
    view! {
        <PageTitle title=t!("turn-heading")/>
        {problem_summary(Vec::new(), "#titre")}
        <BackLink href=Path::Request(request.id.clone()).here() to=t!("messages-back")/>
        <Heading>{t!("turn-heading")}</Heading>
        <p>{when}{place}</p>
        {content}
        {as_of(request.shown_at, this_page())}
        <ServiceContact service=request.procedure.service.clone()/>
        {warning(&request.id)}
    }
    .into_any()
}

fn not_there(request: &Request, appointment: &Appointment) -> AnyView {
    if let Some(why) = why_not(appointment, request.shown_at) {
        return why;
    }
    if !request.may_act() {
        return view! { <p>{t!("turn-other")}</p> }.into_any();
    }
    arrival(Path::Turn(request.id.clone()).here(), "titre")
}
