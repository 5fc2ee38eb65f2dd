//! The appointment of a request as a calendar file (RFC 5545): the same event whenever it is fetched again, so that a
//! calendar follows when it moves (`UID`, `SEQUENCE`).

use app::{
    l10n,
    paths::Path,
    ports::{Authority, Catalogue, Request},
    t_in,
};
use domain::{
    appointment::Mode,
    booking::{Appointment, AppointmentStatus, AskedPurpose},
    locale::Locale,
    place::Place,
};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};
use jiff::Timestamp;

/// The calendar file of a request; `None` when nobody agreed upon a time.
pub(crate) fn file(
    request: &Request,
    catalogue: &Catalogue,
    authority: &Authority,
    locale: Locale,
) -> Option<String> {
    let appointment = request.facts.appointment.as_ref()?;
    let status = match appointment.status {
        AppointmentStatus::TimeLost | AppointmentStatus::Other => return None,
        AppointmentStatus::CancelledByUser | AppointmentStatus::CancelledByService => {
            EventStatus::Cancelled
        }
        AppointmentStatus::Confirmed
        | AppointmentStatus::Arrived
        | AppointmentStatus::Called
        | AppointmentStatus::Attended
        | AppointmentStatus::Missed => EventStatus::Confirmed,
    };
    let place = catalogue.place(&appointment.slot.location_id);
    let host = authority.public_url.split("://").last().unwrap_or_default();
    let mut event = Event::new();
    event
        .uid(&format!("{}@{host}", appointment.id))
        .sequence(appointment.sequence)
        .status(status)
        .add_property("DTSTAMP", stamp(request.shown_at))
        .add_property("DTSTART", stamp(appointment.slot.start))
        .add_property("DTEND", stamp(appointment.slot.end))
        .summary(&summary(appointment, catalogue, authority, locale))
        .description(&description(
            request,
            appointment,
            catalogue,
            place,
            locale,
            authority,
        ));
    if let (Mode::Onsite, Some(place)) = (appointment.slot.mode, place) {
        let name = place.name.in_locale(locale).words;
        event.location(&format!("{name}, {}", place.address.join(", ")));
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Parvis//FR"))
        .append_property(("METHOD", "PUBLISH"));
    calendar.push(event.done());
    Some(calendar.to_string())
}

/// An instant as calendars write it.
fn stamp(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// What one comes for, without a word on who.
fn summary(
    appointment: &Appointment,
    catalogue: &Catalogue,
    authority: &Authority,
    locale: Locale,
) -> String {
    let title = |asked: &AskedPurpose| {
        let kind = catalogue.appointment_type(&asked.kind)?;
        Some(kind.title.in_locale(locale).words.to_owned())
    };
    let mut titles: Vec<_> = appointment
        .visit
        .purposes
        .iter()
        .filter_map(title)
        .collect();
    titles.push(authority.name.clone());
    titles.join(" - ")
}

/// How to find it, what to bring, the number, where to change it.
fn description(
    request: &Request,
    appointment: &Appointment,
    catalogue: &Catalogue,
    place: Option<&Place>,
    locale: Locale,
    authority: &Authority,
) -> String {
    let mut lines = Vec::new();
    if let Some(number) = &request.number {
        lines.push(t_in!(locale, "calendar-number", number = number.clone()));
    }
    if appointment.slot.mode == Mode::Onsite {
        let directions = place.and_then(|place| place.directions.as_ref());
        lines.extend(directions.map(|text| text.in_locale(locale).words.to_owned()));
    }
    let purposes = appointment.visit.purposes.iter();
    let types: Vec<_> = purposes
        .filter_map(|asked| catalogue.appointment_type(&asked.kind))
        .collect();
    let mut bring: Vec<&str> = Vec::new();
    for thing in types.iter().flat_map(|kind| &kind.bring) {
        let words = thing.label.in_locale(locale).words;
        if !bring.contains(&words) {
            bring.push(words);
        }
    }
    if !bring.is_empty() {
        lines.push(t_in!(locale, "calendar-bring"));
        lines.extend(bring.into_iter().map(|thing| format!("- {thing}")));
    }
    let follow = Path::Follow.in_locale(locale);
    let change = format!("{}{follow}", authority.public_url);
    lines.push(t_in!(locale, "calendar-change", link = change));
    l10n::plain(&lines.join("\n"))
}
