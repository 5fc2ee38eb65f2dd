//! One's turn at the place of an appointment: saying that one is there, then a calm page to leave open.

use domain::{
    appointment::Mode,
    booking::Appointment,
    queue::{EARLIEST, Queued, TicketStatus},
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use leptos::prelude::*;

use super::{
    appointment::known,
    closed,
    live::{SHOWN, as_of, this_page, warning},
};
use crate::{
    components::{
        BackLink, LinkButton, Notice, NoticeKind, ServiceContact, Submit, TurnBoard, words_of,
    },
    l10n::{self, capital, locale},
    pages::{
        drafts::step::problem_summary,
        page::{Heading, PageTitle},
        visits::what::place_of,
    },
    paths::Path,
    ports::{Absence, Request, Turn},
    request::{portal, segment},
    t,
    words::{
        queue::turn_words,
        visits::{instant_words_in, long_slot_words},
    },
};

/// Whoever waits less stays: there and back takes longer.
const WORTH_LEAVING: u32 = 20;

/// Page of a turn.
#[component]
pub fn TurnPage() -> impl IntoView {
    let id = segment("request");
    Suspend::new(async move {
        let request = match portal().request(&id).await {
            Ok(request) => request,
            Err(reason) => return closed(&reason),
        };
        let appointment = known(&request).filter(|it| it.slot.mode == Mode::Onsite);
        let Some(appointment) = appointment.filter(|_| portal().office().queue) else {
            return closed(&Absence::Unknown);
        };
        let turn = if is_near(&request, &appointment) {
            portal().turn(&id).await
        } else {
            Turn::NotThere
        };
        page(&request, &appointment, &turn)
    })
}

/// Whether there may be something to know: from an hour before the appointment, and for its day.
fn is_near(request: &Request, appointment: &Appointment) -> bool {
    let (now, slot) = (request.shown_at, &appointment.slot);
    let day = |at: Timestamp| at.to_zoned(slot.time_zone()).date();
    opens(appointment) <= now && day(now) <= day(slot.end)
}

fn opens(appointment: &Appointment) -> Timestamp {
    let start = appointment.slot.start;
    start.saturating_sub(EARLIEST).unwrap_or(start)
}

/// On the page of the request, once it can be of use.
pub(super) fn link(request: &Request) -> Option<AnyView> {
    let appointment = known(request).filter(|it| it.slot.mode == Mode::Onsite)?;
    let is_today = is_near(request, &appointment) && appointment.status.has_time();
    (is_today && portal().office().queue).then(|| {
        let href = Path::Turn(request.id.clone()).at_heading();
        let label = t!("turn-link").into_any();
        view! { <p><LinkButton href label/></p> }.into_any()
    })
}

fn page(request: &Request, appointment: &Appointment, turn: &Turn) -> AnyView {
    let content = match turn {
        Turn::There(queued) => there(request, appointment, queued),
        Turn::NotThere => not_there(request, appointment),
        Turn::Away => view! {
            <Notice kind=NoticeKind::Warning title=t!("turn-away-title")>
                <p>{t!("turn-away-text")}</p>
            </Notice>
        }
        .into_any(),
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
        {as_of(request, this_page())}
        <ServiceContact service=request.procedure.service.clone()/>
        {warning(&request.id)}
    }
    .into_any()
}

fn there(request: &Request, appointment: &Appointment, queued: &Queued) -> AnyView {
    let words = turn_words(locale(), queued);
    let stream = Path::TurnNews(request.id.clone()).here();
    let stream = format!("{stream}?{SHOWN}={}", mark(queued));
    let back = come_back(queued, &appointment.slot.time_zone());
    let back = back.map(|hour| view! { <p>{t!("turn-back", hour = hour)}</p> });
    let is_open = queued.status.is_open();
    view! {
        <TurnBoard
            ticket=queued.ticket.to_string()
            words
            is_called=queued.status == TicketStatus::Called
            stream=is_open.then_some(stream)
        />
        {back}
        {is_open.then(|| view! { <p>{t!("turn-open")}</p> })}
    }
    .into_any()
}

/// What the page shows of a turn, as its stream compares it.
#[must_use]
pub fn mark(queued: &Queued) -> String {
    let (low, high) = queued.wait.map_or((0, 0), |wait| (wait.low, wait.high));
    format!("{}-{}-{low}-{high}", queued.status.name(), queued.ahead)
}

/// When whoever leaves had better be back: no later than the shortest wait, on the clock of the place.
fn come_back(queued: &Queued, zone: &TimeZone) -> Option<String> {
    let low = queued.wait.filter(|wait| wait.low >= WORTH_LEAVING)?.low;
    let waits = queued.status == TicketStatus::Waiting;
    let minutes = SignedDuration::from_mins(i64::from(low) - 5);
    let at = queued
        .as_of
        .saturating_add(minutes)
        .ok()
        .filter(|_| waits)?;
    let at = at.to_zoned(zone.clone());
    let whole = at
        .time()
        .with()
        .minute(at.minute() - at.minute() % 5)
        .build()
        .ok()?;
    Some(l10n::hour(locale(), whole))
}

fn not_there(request: &Request, appointment: &Appointment) -> AnyView {
    let (now, slot) = (request.shown_at, &appointment.slot);
    let earliest = opens(appointment);
    if !appointment.status.has_time() || slot.end <= now {
        return view! { <p>{t!("turn-over")}</p> }.into_any();
    }
    if now < earliest {
        let at = instant_words_in(locale(), earliest, &slot.time_zone());
        return view! { <p>{t!("turn-early", at = at)}</p> }.into_any();
    }
    if !request.may_act() {
        return view! { <p>{t!("turn-other")}</p> }.into_any();
    }
    let action = Path::Turn(request.id.clone()).here();
    view! {
        <form method="post" action=action aria-labelledby="titre">
            <p>{t!("turn-arrive-text")}</p>
            <Submit label=t!("turn-arrive")/>
        </form>
    }
    .into_any()
}
