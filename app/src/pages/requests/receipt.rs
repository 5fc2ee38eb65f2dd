//! The receipt of a request: what was recorded, when, under which code, and what happens next.

use domain::{booking::Slot, survey::Moment};
use jiff::{Timestamp, tz::TimeZone};
use leptos::prelude::*;

use super::{appointment, closed, live::warning, sent::sent_sections};
use crate::{
    components::{Facts, Notice, NoticeKind, ServiceContact, Summary, TrackingCode, words_of},
    l10n,
    pages::{
        finish::finish_link,
        hand_over::guest,
        opinions,
        page::{Heading, PageTitle},
        procedures::procedure::delay_words,
        visits::waiting,
    },
    paths::Path,
    ports::{HeldWait, Request},
    request::{portal, segment},
    t,
};

/// Receipt page, for who just sent the request.
#[component]
pub fn Receipt() -> impl IntoView {
    let id = segment("request");
    Suspend::new(async move {
        match portal().request(&id).await {
            Ok(request) => {
                let waits = portal().waits().await.unwrap_or_default();
                let due = opinions::due(&request).await;
                page(&request, waits, due)
            }
            Err(reason) => closed(&reason),
        }
    })
}

fn page(request: &Request, waits: Vec<HeldWait>, due: Option<Moment>) -> AnyView {
    let procedure = &request.procedure;
    let recorded = moment(request.recorded_at);
    let delivery = match request.delivered_at {
        Some(at) => t!("receipt-delivered", at = moment(at)),
        None => t!("receipt-waiting"),
    };
    let mut facts = vec![
        (
            t!("receipt-procedure"),
            words_of(&procedure.title).into_any(),
        ),
        (t!("receipt-recorded"), recorded.into_any()),
        (t!("receipt-state"), delivery.into_any()),
    ];
    if !procedure.visit {
        facts.push((
            t!("procedure-delay"),
            delay_words(procedure.usual_delay).into_any(),
        ));
    }
    if let Some(number) = &request.number {
        facts.insert(1, (t!("receipt-number"), number.clone().into_any()));
    }
    let keep = if request.tracking_code.is_none() {
        vec![t!("receipt-code-guest")]
    } else if request.can_follow {
        let mail = match &request.receipt_to {
            Some(to) => t!("receipt-mail", to = to.clone()),
            None => t!("receipt-no-mail"),
        };
        vec![t!("receipt-code-text"), mail]
    } else {
        vec![t!("receipt-no-follow")]
    };
    let keep = keep
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect::<Vec<_>>();
    let code = request.tracking_code.clone();
    let code = code.map(|code| view! { <TrackingCode code/> });
    let next = procedure
        .what_next
        .iter()
        .map(|text| view! { <li>{words_of(text)}</li> })
        .collect::<Vec<_>>();
    let phone = procedure.service.phone.clone();
    let mistake = if portal().office().corrections {
        t!("receipt-mistake-online", phone = phone)
    } else {
        t!("receipt-mistake", phone = phone)
    };
    let title = l10n::words(&procedure.title);
    let (title, heading) = match appointment::state(request) {
        Some(state) => (
            t!("request-title", state = state.clone(), procedure = title),
            state,
        ),
        None => (
            t!("receipt-title", procedure = title),
            t!("receipt-heading"),
        ),
    };
    view! {
        <PageTitle title/>
        <Heading>{heading}</Heading>
        {guest::of_request(request)}
        {appointment::section(request)}
        {still_waiting(request, waits)}
        <Notice kind=NoticeKind::Success title=t!("receipt-code-title")>
            {code}
            {keep}
        </Notice>
        <Facts facts/>
        <ul>
            <li><a href=Path::Request(request.id.clone()).here()>{t!("receipt-follow")}</a></li>
            <li><a href=Path::Record(request.id.clone()).here()>{t!("record-open")}</a></li>
        </ul>
        <h2>{t!("procedure-next")}</h2>
        <ol>{next}</ol>
        <p>{words_of(&procedure.closing)}</p>
        <p>{mistake}</p>
        {opinions::section(request, due)}
        <h2>{t!("receipt-answers")}</h2>
        <Summary sections=sent_sections(&procedure.steps, &request.answers) level=3/>
        <ServiceContact service=procedure.service.clone()/>
        {finish_link()}
        {warning(&request.id)}
    }
    .into_any()
}

/// Whoever books a time on their own may still wait for one: they leave the list, or stay on it for someone else.
fn still_waiting(request: &Request, mut waits: Vec<HeldWait>) -> Option<AnyView> {
    let booked = request.facts.appointment.as_ref()?;
    let kinds = booked.visit.purposes.iter();
    let kinds = kinds.map(|it| &*it.kind).collect::<Vec<_>>();
    waits.retain(|wait| {
        // The list gave this very time: that wait is over, though the portal may not have heard of it yet.
        if wait
            .offered
            .as_ref()
            .is_some_and(|it| is_same(it, &booked.slot))
        {
            return false;
        }
        let mut asked = wait.wish.visit.purposes.iter();
        asked.any(|it| kinds.contains(&&*it.kind))
    });
    let list = waiting::list(waits)?;
    let view = view! {
        <Notice kind=NoticeKind::Information title=t!("wait-still-title")>
            <p>{t!("wait-still-text")}</p>
            {list}
        </Notice>
    };
    Some(view.into_any())
}

fn is_same(one: &Slot, other: &Slot) -> bool {
    (one.start, &one.location_id, one.mode) == (other.start, &other.location_id, other.mode)
}

/// A moment on the authority's clock.
pub(in crate::pages) fn moment(at: Timestamp) -> String {
    moment_in(at, portal().zone())
}

/// A moment on the clock of a place.
pub(in crate::pages) fn moment_in(at: Timestamp, zone: TimeZone) -> String {
    l10n::moment(l10n::locale(), at.to_zoned(zone).datetime())
}
