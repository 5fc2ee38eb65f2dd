//! A request that one follows: where it stands, what happened, what comes next, what was sent.

use domain::{
    request::{AuthorKind, TimelineEntry, TimelineKind},
    survey::Moment,
};
use leptos::prelude::*;

use super::{
    actions::{again, first_things, is_withdrawn_here, next_words, possible, whole},
    appointment,
    clock::{clock, paused},
    closed,
    corrections::{history, own_initiative},
    decision::decision,
    live::{as_of, open_page, this_page},
    notices,
    receipt::moment,
    sent::sent_sections,
};
use crate::{
    components::{
        Facts, LinkButton, Notice, NoticeKind, RECORDED, ServiceContact, Summary, Timeline,
        words_of,
    },
    l10n,
    pages::{
        hand_over::{alive_words, guest},
        opinions,
        page::{Heading, PageTitle},
    },
    paths::{Carried, Path},
    ports::{HandOver, Request},
    request::{portal, segment},
    t,
    words::statuses::status_words,
};

/// Page of a request.
#[component]
pub fn RequestPage() -> impl IntoView {
    let id = segment("request");
    Suspend::new(async move {
        match portal().request(&id).await {
            Ok(request) => {
                let carried = Carried::Request(request.id.clone());
                let codes = match request.guest {
                    None => portal().hand_overs(&carried).await.unwrap_or_default(),
                    Some(_) => Vec::new(),
                };
                let due = opinions::due(&request).await;
                page(&request, &codes, due)
            }
            Err(reason) => closed(&reason),
        }
    })
}

fn page(request: &Request, codes: &[HandOver], due: Option<Moment>) -> AnyView {
    let procedure = &request.procedure;
    let title = l10n::words(&procedure.title);
    let state = state_words(request);
    let old = request.known_at.map(|at| {
        view! {
            <Notice kind=NoticeKind::Information title=t!("request-old-title")>
                <p>{t!("request-old-text", at = moment(at))}</p>
            </Notice>
        }
    });
    let mut facts = vec![
        (
            t!("receipt-procedure"),
            words_of(&procedure.title).into_any(),
        ),
        (
            t!("receipt-recorded"),
            moment(request.recorded_at).into_any(),
        ),
    ];
    if let Some(tracking) = &request.tracking_code {
        facts.push((t!("receipt-code-title"), code(tracking)));
    }
    if let Some(number) = &request.number {
        facts.insert(1, (t!("receipt-number"), number.clone().into_any()));
    }
    let clock = clock(request);
    let overdue = clock.as_ref().is_some_and(|clock| clock.overdue);
    let thread = portal()
        .office()
        .messages
        .then(|| Path::Messages(request.id.clone()).here());
    view! {
        <PageTitle title=t!("request-title", state = state.clone(), procedure = title)/>
        <Heading>{state}</Heading>
        {as_of(request.shown_at, this_page())}
        {old}
        {guest::of_request(request)}
        {first_things(request)}
        {appointment::section(request)}
        {(!appointment::is_told(request)).then(|| view! { <p class="lead">{next_words(request)}</p> })}
        {decision(request)}
        {possible(request, overdue)}
        {own_initiative(request)}
        {clock.map(|clock| clock.view(request))}
        {paused(request)}
        <h2>{t!("request-timeline")}</h2>
        <Timeline entries=events(request) zone=portal().zone() thread/>
        <h2>{t!("request-facts")}</h2>
        <Facts facts/>
        {history(request)}
        {request.guest.is_none().then(|| notices::section(request))}
        <h2>{t!("receipt-answers")}</h2>
        <Summary sections=sent_sections(&procedure.steps, &request.answers) level=3/>
        {opinions::section(request, due)}
        {whole(request)}
        {again(request)}
        {request.guest.is_none().then(|| elsewhere(request, codes))}
        <ServiceContact service=procedure.service.clone()/>
        {request.guest.is_none().then(closing)}
        {open_page(request, this_page())}
    }
    .into_any()
}

/// The way to go on elsewhere, and the codes that are alive.
fn elsewhere(request: &Request, codes: &[HandOver]) -> impl IntoView + use<> {
    let path = Path::HandOver(Carried::Request(request.id.clone())).here();
    let alive = alive_words(codes).map(|words| view! { <p><strong>{words}</strong></p> });
    view! {
        <h2>{t!("hand-over-elsewhere")}</h2>
        {alive}
        <p><a href=path>{t!("hand-over-link-request")}</a></p>
    }
}

/// The button that closes the access; a guest has theirs at the top.
fn closing() -> impl IntoView + use<> {
    view! {
        <section aria-labelledby="close">
            <h2 id="close">{t!("finish-heading")}</h2>
            <p>{t!("finish-text", minutes = portal().rules().access_minutes)}</p>
            <p><LinkButton href=Path::Finish.here() label=t!("finish-link").into_any()/></p>
        </section>
    }
}

/// Where the request stands, in words.
pub(super) fn state_words(request: &Request) -> String {
    if let Some(words) = appointment::state(request) {
        words
    } else if is_withdrawn_here(request) {
        t!("status-withdrawal-recorded")
    } else if request.delivered_at.is_none() {
        t!("status-recorded")
    } else {
        status_words(request.status)
    }
}

/// Events newest first; recording here is an event of its own, before the service's.
fn events(request: &Request) -> Vec<TimelineEntry> {
    let recorded = TimelineEntry {
        id: RECORDED.to_owned(),
        at: request.recorded_at,
        kind: TimelineKind::Other,
        status: None,
        text: None,
        language: None,
        author_kind: AuthorKind::System,
    };
    let mut events: Vec<TimelineEntry> = std::iter::once(recorded)
        .chain(request.timeline.iter().cloned())
        .collect();
    events.reverse();
    events
}

/// The tracking code, always from left to right.
fn code(code: &str) -> AnyView {
    view! { <bdi dir="ltr">{code.to_owned()}</bdi> }.into_any()
}
