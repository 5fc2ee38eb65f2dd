//! The appointment of a request on its pages: where it stands, what can be done with it, until when.

use domain::{
    booking::{Appointment, AppointmentStatus},
    text::Text,
};
use leptos::prelude::*;

use super::{
    actions::{is_open, is_withdrawn_here},
    receipt::moment_in,
    turn,
};
use crate::{
    components::{AppointmentCard, AppointmentLinks, Notice, NoticeKind, Secondary, words_of},
    l10n::{self, capital},
    pages::visits::{
        counts, people,
        what::{place_of, types_of},
    },
    paths::Path,
    ports::Request,
    request::portal,
    t,
    words::visits::{appointment_next, appointment_words, length, long_slot_words},
};

/// Name of the buttons that say how late one will be.
pub const MINUTES: &str = "minutes";

/// By how many minutes one may say to be late in one press.
const LATE_BY: [u16; 3] = [10, 20, 30];

/// The appointment as it stands for this resident: what they cancelled is cancelled, even before the service says so.
pub(super) fn known(request: &Request) -> Option<Appointment> {
    let mut appointment = request.facts.appointment.clone()?;
    if is_withdrawn_here(request) && appointment.status.has_time() {
        appointment.status = AppointmentStatus::CancelledByUser;
    }
    Some(appointment)
}

/// Whether it can still be moved or cancelled here.
fn is_changeable(request: &Request, appointment: &Appointment) -> bool {
    request.shown_at < appointment.changeable_until
}

/// Whether another time may be chosen: before the last moment, or at any time when the service took the time back.
pub(in crate::pages) fn may_move(request: &Request) -> bool {
    known(request).is_some_and(|it| {
        it.status.may_move() && (!it.status.has_time() || is_changeable(request, &it))
    })
}

/// Whether more or fewer people may be announced: for a time that stands, before the last moment, where their number
/// counts.
pub(in crate::pages) fn may_change_people(request: &Request) -> bool {
    let office = portal().office();
    office.appointments
        && office.change_visit
        && portal().catalogue().is_ok_and(|catalogue| {
            known(request).is_some_and(|it| {
                it.status == AppointmentStatus::Confirmed
                    && is_changeable(request, &it)
                    && counts::can_change(&it.visit, &catalogue.appointment_types)
            })
        })
}

/// Whether withdrawing the request means cancelling an appointment, or the wish for one.
pub(super) fn is_visit(request: &Request) -> bool {
    let awaited = known(request).is_some_and(|it| it.status.has_time());
    awaited || request.facts.appointment.is_none() && request.chosen.is_some()
}

/// Whether withdrawing is possible as far as the appointment goes.
pub(super) fn may_cancel(request: &Request) -> bool {
    known(request).is_none_or(|it| !it.status.has_time() || is_changeable(request, &it))
}

/// Where the request stands, when its appointment says it.
pub(super) fn state(request: &Request) -> Option<String> {
    if is_withdrawn_here(request) && request.facts.appointment.is_some() {
        return Some(t!("cancelling-state"));
    }
    match &request.facts.appointment {
        Some(appointment) if appointment.status == AppointmentStatus::Other => None,
        Some(appointment) => Some(appointment_words(appointment.status)),
        None if request.chosen.is_some() && !is_withdrawn_here(request) => {
            request.status.is_open().then(|| t!("chosen-state"))
        }
        None => None,
    }
}

/// What comes next, when the appointment says it.
pub(super) fn next(request: &Request) -> Option<String> {
    state(request)?;
    if is_withdrawn_here(request) {
        return Some(t!("next-cancelling"));
    }
    let phone = &request.procedure.service.phone;
    Some(match &request.facts.appointment {
        Some(appointment) => appointment_next(appointment.status, phone),
        None => t!("next-chosen"),
    })
}

/// Whether the card says by itself what happened and what to do.
pub(super) fn is_told(request: &Request) -> bool {
    use AppointmentStatus::{CancelledByService, CancelledByUser, Missed, TimeLost};
    let told = |it: &Appointment| {
        matches!(
            it.status,
            CancelledByService | CancelledByUser | Missed | TimeLost
        )
    };
    !is_withdrawn_here(request) && request.facts.appointment.as_ref().is_some_and(told)
}

/// Whether the card has the link that cancels.
pub(super) fn has_cancel_link(request: &Request) -> bool {
    known(request).is_some_and(|it| it.status.has_time())
}

/// The card of the appointment, or the time that waits to be confirmed; nothing for a request without.
pub(super) fn section(request: &Request) -> Option<AnyView> {
    match known(request) {
        Some(appointment) => Some(card(request, appointment)),
        None => waiting(request),
    }
}

fn card(request: &Request, appointment: Appointment) -> AnyView {
    let catalogue = portal().catalogue().ok();
    let catalogue = catalogue.as_deref();
    let types = catalogue.map(|it| types_of(&appointment.visit, it));
    let place = catalogue.and_then(|it| place_of(&appointment.slot, it).cloned());
    let office = portal().office();
    let changeable = is_changeable(request, &appointment);
    let id = || request.id.clone();
    let may_move = may_move(request) && office.appointments && request.may_act();
    let may_cancel = changeable && office.withdrawal && is_open(request) && request.guest.is_none();
    let until = moment_in(appointment.changeable_until, appointment.slot.time_zone());
    let links = AppointmentLinks {
        calendar: Some(Path::Calendar(id()).here()),
        change: may_move.then(|| Path::Move(id()).here()),
        people: (request.may_act() && may_change_people(request))
            .then(|| (Path::People(id()).here(), people::heading(request))),
        cancel: may_cancel.then(|| Path::Withdraw(id()).here()),
        until: (may_move || may_cancel).then_some(until),
        again: office.appointments.then(|| Path::Visits.here()),
    };
    let late = may_be_late(request, &appointment).then(|| late(request));
    view! {
        <AppointmentCard
            appointment
            types=types.unwrap_or_default()
            place
            phone=request.procedure.service.phone.clone()
            links
        />
        {turn::link(request)}
        {late}
    }
    .into_any()
}

/// That the appointment kept its hour, for how many it is now and how long it takes.
pub(super) fn same_hour(request: &Request) -> Option<(String, String)> {
    let appointment = known(request).filter(|it| it.status.has_time())?;
    let people = appointment
        .visit
        .purposes
        .iter()
        .map(|it| it.people)
        .max()?;
    let text = t!(
        "done-people-text",
        people = t!("visit-people", count = people),
        when = long_slot_words(&appointment.slot),
        duration = l10n::duration(l10n::locale(), length(&appointment.slot))
    );
    Some((t!("done-people-title"), text))
}

/// Whether it is the day to say that one will be late: from twelve hours before until the end.
fn may_be_late(request: &Request, appointment: &Appointment) -> bool {
    let slot = &appointment.slot;
    let hours = slot.start.duration_since(request.shown_at).as_hours();
    appointment.status == AppointmentStatus::Confirmed
        && hours < 12
        && request.shown_at < slot.end
        && request.may_act()
        && portal().office().appointments
}

/// One press to say by how much.
fn late(request: &Request) -> AnyView {
    let buttons = LATE_BY.map(|minutes| {
        let label = t!("lateness-minutes", count = minutes);
        view! { <Secondary label name=MINUTES value=minutes.to_string()/> }
    });
    let buttons = buttons.into_iter().collect::<Vec<_>>();
    view! {
        <section aria-labelledby="retard">
            <h2 id="retard">{t!("lateness-heading")}</h2>
            <form method="post" action=Path::Late(request.id.clone()).here() aria-labelledby="retard">
                <p>{t!("lateness-text")}</p>
                {buttons}
            </form>
        </section>
    }
    .into_any()
}

/// The time that was chosen, not confirmed yet.
fn waiting(request: &Request) -> Option<AnyView> {
    let (_, slot) = request.chosen.as_ref()?;
    if is_withdrawn_here(request) || !request.status.is_open() {
        return None;
    }
    let catalogue = portal().catalogue().ok();
    let place = catalogue.as_deref().and_then(|it| place_of(slot, it));
    let place = place.map(|place| view! { {t!("list-comma")}{words_of(&place.name)} });
    let when = capital(&long_slot_words(slot));
    let view = view! {
        <Notice kind=NoticeKind::Information title=t!("chosen-title")>
            <p><strong>{when}{place}</strong></p>
            <p>{t!("chosen-text")}</p>
        </Notice>
    };
    Some(view.into_any())
}

/// The time and where, for the record and for the page that cancels it.
pub(super) fn time_and_place(request: &Request) -> Option<(String, Option<Text>)> {
    let known = request.facts.appointment.as_ref().map(|it| &it.slot);
    let slot = known.or(request.chosen.as_ref().map(|(_, slot)| slot))?;
    let catalogue = portal().catalogue().ok();
    let place = catalogue.as_deref().and_then(|it| place_of(slot, it));
    Some((
        capital(&long_slot_words(slot)),
        place.map(|place| place.name.clone()),
    ))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use domain::{
        appointment::Mode,
        booking::{AskedVisit, Slot},
        locale::Locale,
        request::Status,
    };
    use jiff::{SignedDuration, Timestamp};

    use super::*;
    use crate::{
        pages::requests::forms::one_page,
        ports::{ActFate, Facts, Notices, PendingAct, PendingKind},
    };

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn in_hours(hours: i64) -> Timestamp {
        NOW + SignedDuration::from_hours(hours)
    }

    fn slot() -> Slot {
        Slot {
            id: "s1".to_owned(),
            start: in_hours(24),
            end: in_hours(25),
            zone: "UTC".to_owned(),
            location_id: "mairie".to_owned(),
            mode: Mode::Onsite,
            places_left: None,
        }
    }

    /// A request whose appointment can be changed until then.
    fn request(status: AppointmentStatus, changeable_until: Timestamp) -> Request {
        let appointment = Appointment {
            id: "a1".to_owned(),
            status,
            visit: AskedVisit::default(),
            slot: slot(),
            sequence: 0,
            changeable_until,
            late_minutes: None,
            confirmed_at: None,
        };
        Request {
            id: "r1".to_owned(),
            tracking_code: None,
            guest: None,
            procedure: Arc::new(one_page("visit", Text::default(), Vec::new())),
            answers: Default::default(),
            locale: Locale::French,
            recorded_at: NOW,
            delivered_at: Some(NOW),
            number: None,
            status: Status::Submitted,
            timeline: Vec::new(),
            messages: Vec::new(),
            pending: Vec::new(),
            facts: Facts {
                appointment: Some(appointment),
                ..Facts::default()
            },
            known_at: None,
            receipt_to: None,
            can_follow: true,
            notices: Notices::default(),
            mark: String::new(),
            shown_at: NOW,
            chosen: None,
        }
    }

    fn withdrawn(mut request: Request) -> Request {
        request.pending.push(PendingAct {
            kind: PendingKind::Withdrawal,
            at: NOW,
            fate: ActFate::Waiting,
        });
        request
    }

    #[test]
    fn an_appointment_is_moved_or_cancelled_here_until_its_last_moment() {
        let early = request(AppointmentStatus::Confirmed, in_hours(1));
        assert!(may_move(&early) && may_cancel(&early) && is_visit(&early));
        let late = request(AppointmentStatus::Confirmed, NOW);
        assert!(!may_move(&late) && !may_cancel(&late) && is_visit(&late));
        assert!(!may_move(&withdrawn(early)));
    }

    #[test]
    fn whoever_lost_their_time_chooses_another_one_at_any_moment() {
        for status in [
            AppointmentStatus::CancelledByService,
            AppointmentStatus::TimeLost,
        ] {
            let lost = request(status, NOW);
            assert!(may_move(&lost) && is_told(&lost) && !is_visit(&lost));
        }
        assert!(!may_move(&request(AppointmentStatus::Missed, in_hours(1))));
    }

    #[test]
    fn a_resident_reads_where_their_appointment_stands() {
        let state = |request: &Request| state(request).unwrap();
        let confirmed = request(AppointmentStatus::Confirmed, in_hours(1));
        assert_eq!(state(&confirmed), "Rendez-vous confirmé");
        assert_eq!(state(&withdrawn(confirmed)), "Annulation enregistrée");
        let mut waiting = request(AppointmentStatus::Confirmed, in_hours(1));
        waiting.facts.appointment = None;
        waiting.chosen = Some((AskedVisit::default(), slot()));
        assert_eq!(state(&waiting), "Horaire en cours de confirmation");
        assert!(is_visit(&waiting) && may_cancel(&waiting));
        waiting.status = Status::Rejected;
        assert_eq!(super::state(&waiting), None);
    }
}
