//! The appointment of a request: when, where, what to bring, what can still be changed.

use std::sync::Arc;

use domain::{
    appointment::{AppointmentType, Mode, ToBring, conditions, to_bring},
    booking::{Appointment, AppointmentStatus, Slot},
    place::Place,
    text::Text,
};
use leptos::prelude::*;

use super::{Facts, LinkButton, Notice, NoticeKind, message_with, words_of};
use crate::{
    l10n::{self, capital, locale},
    t,
    words::visits::{appointment_next, appointment_words, begins, help_words, how_in, length},
};

/// Where the links of an appointment go; `None` for what cannot be done now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AppointmentLinks {
    /// The calendar file.
    pub calendar: Option<String>,
    /// Other times.
    pub change: Option<String>,
    /// More or fewer people, and the words of the link.
    pub people: Option<(String, String)>,
    /// Cancelling it.
    pub cancel: Option<String>,
    /// Until when it can be moved or cancelled here, in words; `None`: no longer.
    pub until: Option<String>,
    /// Booking another one.
    pub again: Option<String>,
}

/// Everything about an appointment. What happened to it and what to do comes first.
///
/// RGAA 9.1 (headings), 9.3 (facts, things to bring and links are lists), 3.1 (its state in words), 6.1 (links say what
/// they do, and the kind of the file), 8.7 (the address is in French).
#[component]
pub fn AppointmentCard(
    /// The appointment.
    appointment: Appointment,
    /// What it is for, with the types that are known.
    types: Vec<Arc<AppointmentType>>,
    /// Where one goes, when one goes somewhere.
    place: Option<Place>,
    /// Number of the service.
    phone: String,
    /// What can be done.
    links: AppointmentLinks,
) -> impl IntoView {
    let status = appointment.status;
    let awaited = status.has_time();
    let happened = what_happened(status, &phone, &links);
    let mut facts = facts(&appointment, &types, place.as_ref());
    if happened.is_none() {
        let state = appointment_words(status);
        facts.insert(0, (t!("appointment-state"), state.into_any()));
    }
    let late = appointment
        .late_minutes
        .filter(|_| awaited)
        .map(|count| view! { <p>{t!("appointment-late", count = count)}</p> });
    let comes = awaited && appointment.confirmed_at.is_some();
    let comes = comes.then(|| view! { <p>{t!("appointment-comes")}</p> });
    let preparation = awaited.then(|| {
        let bring = to_bring(types.iter().map(|kind| &**kind));
        let bring = bring.into_iter().cloned().collect();
        let conditions = conditions(types.iter().map(|kind| &**kind));
        view! {
            {place.as_ref().map(way_there)}
            <ToBringList things=bring/>
            {texts(t!("appointment-conditions"), conditions)}
        }
    });
    view! {
        <section class="appointment" aria-labelledby="appointment">
            <h2 id="appointment">{t!("appointment-title")}</h2>
            {happened}
            <Facts facts/>
            {comes}
            {late}
            {preparation}
            {awaited.then(|| actions(links, phone))}
        </section>
    }
}

/// What the service did, or what was missed, and the way on.
fn what_happened(
    status: AppointmentStatus,
    phone: &str,
    links: &AppointmentLinks,
) -> Option<AnyView> {
    let title = appointment_words(status);
    let text = appointment_next(status, phone);
    let phone = phone.to_owned();
    let (kind, button) = match status {
        AppointmentStatus::CancelledByService | AppointmentStatus::TimeLost => {
            let href = links.change.clone();
            (
                NoticeKind::Warning,
                href.map(|href| (href, t!("appointment-choose"))),
            )
        }
        AppointmentStatus::Missed | AppointmentStatus::CancelledByUser => {
            let href = links.again.clone();
            (
                NoticeKind::Information,
                href.map(|href| (href, t!("appointment-again"))),
            )
        }
        _ => return None,
    };
    let button = button.map(|(href, label)| {
        view! { <p><LinkButton href label=label.into_any()/></p> }
    });
    let view = view! {
        <Notice kind title level=3>
            <p>{text}</p>
            {button}
            <p>{t!("appointment-call", phone = phone)}</p>
        </Notice>
    };
    Some(view.into_any())
}

fn facts(
    appointment: &Appointment,
    types: &[Arc<AppointmentType>],
    place: Option<&Place>,
) -> Vec<(String, AnyView)> {
    let slot = &appointment.slot;
    let day = capital(&l10n::long_day(locale(), begins(slot).date()));
    let mut facts = vec![
        (t!("appointment-day"), day.into_any()),
        (t!("appointment-hours"), hours(slot).into_any()),
    ];
    if let Some(purpose) = purpose(appointment, types) {
        facts.push((t!("appointment-what"), purpose));
    }
    facts.push(match (slot.mode, place) {
        (Mode::Onsite, Some(place)) => (t!("appointment-place"), address(place)),
        (mode, _) => (t!("appointment-how"), how_in(locale(), mode).into_any()),
    });
    if !appointment.visit.help.is_empty() {
        let help = appointment
            .visit
            .help
            .iter()
            .map(|help| view! { <p>{help_words(*help)}</p> })
            .collect_view();
        facts.push((t!("visit-help"), help.into_any()));
    }
    facts
}

/// "de 9 h 15 à 9 h 45 (30 minutes)", on the clock of the place.
fn hours(slot: &Slot) -> String {
    let end = slot.end.to_zoned(slot.time_zone());
    t!(
        "appointment-from-to",
        from = l10n::hour(locale(), begins(slot).time()),
        to = l10n::hour(locale(), end.time()),
        duration = l10n::duration(locale(), length(slot))
    )
}

/// Titles, people and documents; nothing when no type is known any more.
fn purpose(appointment: &Appointment, types: &[Arc<AppointmentType>]) -> Option<AnyView> {
    let purposes = &appointment.visit.purposes;
    let people = purposes.iter().map(|it| it.people).max()?;
    let documents = purposes.iter().map(|it| it.documents).max()?;
    let mut rest = vec![t!("visit-people", count = people)];
    if documents > 0 {
        rest.push(t!("visit-documents", count = documents));
    }
    let rest = rest.join(&t!("list-comma"));
    let titles = types
        .iter()
        .map(|kind| view! { {words_of(&kind.title)}{t!("list-comma")} })
        .collect_view();
    (!types.is_empty()).then(|| view! { {titles}{rest} }.into_any())
}

fn address(place: &Place) -> AnyView {
    let lines = place
        .address
        .iter()
        .map(|line| view! { <br/>{line.clone()} })
        .collect_view();
    view! {
        {words_of(&place.name)}
        <span lang="fr" dir="ltr">{lines}</span>
    }
    .into_any()
}

/// How to get there and how to get in.
fn way_there(place: &Place) -> impl IntoView + use<> {
    let directions = place.directions.as_ref().map(|text| {
        view! {
            <h3>{t!("appointment-directions")}</h3>
            <p>{words_of(text)}</p>
        }
    });
    view! {
        {directions}
        {texts(t!("help-access"), place.access.iter().collect())}
    }
}

fn texts(heading: String, texts: Vec<&Text>) -> Option<AnyView> {
    let items = texts
        .iter()
        .map(|text| view! { <li>{words_of(text)}</li> })
        .collect_view();
    let view = view! {
        <h3>{heading}</h3>
        <ul>{items}</ul>
    };
    (!texts.is_empty()).then(|| view.into_any())
}

/// What to bring, each thing once; nothing when there is nothing.
///
/// RGAA 9.1, 9.3.
#[component]
pub fn ToBringList(
    /// The things, in order.
    things: Vec<ToBring>,
    /// Level of the heading, 2 or 3.
    #[prop(default = 3)]
    level: u8,
) -> impl IntoView {
    let items = things
        .iter()
        .map(|thing| {
            let words = if thing.each {
                message_with(&thing.label, |label| t!("visit-bring-each", thing = label))
            } else {
                words_of(&thing.label).into_any()
            };
            view! { <li>{words}</li> }
        })
        .collect_view();
    (!things.is_empty()).then(|| {
        let heading = if level == 2 {
            view! { <h2>{t!("visit-bring")}</h2> }.into_any()
        } else {
            view! { <h3>{t!("visit-bring")}</h3> }.into_any()
        };
        view! {
            {heading}
            <ul>{items}</ul>
        }
    })
}

/// The calendar file, moving and cancelling while it is possible; otherwise whom to call.
fn actions(links: AppointmentLinks, phone: String) -> AnyView {
    let link = |href: String, words: String| view! { <li><a href=href>{words}</a></li> };
    let calendar = links.calendar.map(|href| {
        view! { <li><a href=href download="">{t!("appointment-calendar")}</a></li> }
    });
    let until = match links.until {
        Some(at) => t!("appointment-until", at = at),
        None => t!("appointment-fixed", phone = phone),
    };
    view! {
        <p>{until}</p>
        <ul>
            {calendar}
            {links.change.map(|href| link(href, t!("appointment-move")))}
            {links.people.map(|(href, words)| link(href, words))}
            {links.cancel.map(|href| link(href, t!("appointment-cancel")))}
        </ul>
    }
    .into_any()
}
