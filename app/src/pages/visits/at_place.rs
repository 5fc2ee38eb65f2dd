//! At the place of an appointment, on whichever page one looks: saying that one is there, then one's turn.

use domain::{
    appointment::Mode,
    booking::Appointment,
    queue::{Queued, TicketStatus, opens},
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use leptos::prelude::*;

use super::reminder::{DO, HERE};
use crate::{
    components::{Notice, NoticeKind, Submit, TurnBoard},
    l10n::{self, locale},
    pages::requests::live::SHOWN,
    paths::Path,
    request::portal,
    t,
    words::{queue::turn_words, visits::instant_words_in},
};

/// Whoever waits less stays: there and back takes longer.
const WORTH_LEAVING: u32 = 20;

/// Whether one can say so of an appointment at all: at a place, to a service that keeps a line.
pub(in crate::pages) fn has_line(appointment: &Appointment) -> bool {
    appointment.slot.mode == Mode::Onsite && portal().office().queue
}

/// Where someone stands who said that they are there. `news`: where the page that is left open learns of changes.
pub(in crate::pages) fn standing(
    appointment: &Appointment,
    queued: &Queued,
    news: &Path,
) -> AnyView {
    let words = turn_words(locale(), queued);
    let stream = format!("{}?{SHOWN}={}", news.here(), mark(queued));
    let back = come_back(queued, &appointment.slot.time_zone());
    let back = back.map(|hour| view! { <p>{t!("turn-back", hour = hour)}</p> });
    let is_open = queued.status.is_open();
    // Whoever is called leaves the page, and goes there.
    let may_stay = queued.status == TicketStatus::Waiting;
    view! {
        <TurnBoard
            ticket=queued.ticket.to_string()
            words
            is_called=queued.status == TicketStatus::Called
            stream=is_open.then_some(stream)
        />
        {back}
        {may_stay.then(|| view! { <p>{t!("turn-open")}</p> })}
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

/// The service does not say where they stand.
pub(in crate::pages) fn unknown() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Warning title=t!("turn-away-title")>
            <p>{t!("turn-away-text")}</p>
        </Notice>
    }
    .into_any()
}

/// Why one cannot say here that one is there: too late, or too early and then from when on. `None`: one can.
pub(in crate::pages) fn why_not(appointment: &Appointment, now: Timestamp) -> Option<AnyView> {
    let slot = &appointment.slot;
    if !appointment.status.has_time() || slot.end <= now {
        return Some(view! { <p>{t!("turn-over")}</p> }.into_any());
    }
    let from = opens(slot);
    (now < from).then(|| {
        let at = instant_words_in(locale(), from, &slot.time_zone());
        view! { <p>{t!("turn-early", at = at)}</p> }.into_any()
    })
}

/// The button that says so. `named_by`: the heading of the form.
pub(in crate::pages) fn arrival(action: String, named_by: &'static str) -> AnyView {
    view! {
        <form method="post" action=action aria-labelledby=named_by>
            <p>{t!("turn-arrive-text")}</p>
            <Submit label=t!("turn-arrive") name=DO value=HERE/>
        </form>
    }
    .into_any()
}
