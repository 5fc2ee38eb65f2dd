//! Times, the time of a draft, and an appointment in its states.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    appointment::{AppointmentType, Help, Length, Mode, ToBring},
    booking::{Appointment, AppointmentStatus, AskedPurpose, AskedVisit, Hold, Slot},
};
use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};
use leptos::prelude::*;

use super::{CANARY, only_french, pages::town_hall, said};
use crate::{
    components::{
        AppointmentCard, AppointmentLinks, DayOfTimes, HoldControls, HoldLonger, TIMES_FORM,
        TimeChoice, TimeList, TimeWeek, ToBringList, VisitBanner,
    },
    paths::Path,
};

const ZONE: &str = "Europe/Paris";

fn at(hour: i8, minute: i8) -> Timestamp {
    let day = civil::date(2026, 12, 7).at(hour, minute, 0, 0);
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    day.to_zoned(zone)
        .map_or(Timestamp::UNIX_EPOCH, |at| at.timestamp())
}

fn slot(mode: Mode) -> Slot {
    Slot {
        id: "s1".to_owned(),
        start: at(9, 15),
        end: at(10, 0),
        zone: ZONE.to_owned(),
        location_id: "mairie".to_owned(),
        mode,
        places_left: None,
    }
}

fn form() -> AnyView {
    view! {
        <h2 id="horaires">"Trois horaires possibles"</h2>
        <form id=TIMES_FORM method="post" aria-labelledby="horaires"></form>
    }
    .into_any()
}

fn choice(id: &str, spoken: Option<&str>, label: &str) -> TimeChoice {
    TimeChoice {
        id: id.to_owned(),
        spoken: spoken.map(str::to_owned),
        label: label.to_owned().into_any(),
    }
}

pub(super) fn time_list() -> AnyView {
    let times = vec![
        choice("s1", None, "Lundi 7 décembre à 9 h 15, Mairie"),
        choice(
            CANARY,
            None,
            "Mardi 8 décembre à 14 h 00, Espace France services",
        ),
    ];
    view! { {form()}<TimeList times/> }.into_any()
}

pub(super) fn time_list_empty() -> AnyView {
    view! { <TimeList times=Vec::new()/> }.into_any()
}

pub(super) fn time_week() -> AnyView {
    let monday = Some("Lundi 7 décembre, ");
    let days = vec![
        DayOfTimes {
            title: "Lundi 7 décembre, 2 horaires".to_owned(),
            times: vec![
                choice("s1", monday, "9 h 15"),
                choice("s2", monday, "9 h 30"),
            ],
        },
        DayOfTimes {
            title: "Mardi 8 décembre, aucun horaire".to_owned(),
            times: Vec::new(),
        },
    ];
    view! { {form()}<TimeWeek days/> }.into_any()
}

/// A banner and what stands after the form of its page.
fn banner(hold: Hold, left: Option<u32>) -> AnyView {
    let times = Path::DraftTimes("d1".to_owned()).here();
    let controls = left.map(|_| {
        let (hold, times) = (hold.clone(), times.clone());
        let longer = HoldLonger::Address(Path::HoldLonger("d1".to_owned()).here());
        view! { <HoldControls hold longer minutes=Some(10) times/> }
    });
    view! {
        <VisitBanner
            hold
            left
            titles=vec![said("Passeport ou carte d’identité"), only_french("Aide numérique")]
            place=Some(town_hall(None))
            times
            today=civil::date(2026, 12, 7)
        />
        {controls}
    }
    .into_any()
}

fn hold() -> Hold {
    Hold {
        id: "h1".to_owned(),
        slot: slot(Mode::Onsite),
        expires_at: at(8, 42),
        extendable: true,
    }
}

/// An offer of the waiting list, which lasts overnight.
pub(super) fn banner_offered() -> AnyView {
    let hold = Hold {
        expires_at: at(8, 42) + SignedDuration::from_hours(24),
        extendable: false,
        ..hold()
    };
    banner(hold, Some(540))
}

pub(super) fn banner_kept() -> AnyView {
    banner(hold(), Some(540))
}

/// On a step: the button saves what was typed.
pub(super) fn banner_on_a_step() -> AnyView {
    let times = Path::DraftTimes("d1".to_owned()).here();
    view! {
        <form id="step-form" method="post" action="/fr/brouillons/d1/etapes/e1" aria-label="Questions"></form>
        <HoldControls hold=hold() longer=HoldLonger::Form minutes=None times/>
    }
    .into_any()
}

pub(super) fn banner_kept_once_more() -> AnyView {
    let hold = Hold {
        extendable: false,
        ..hold()
    };
    banner(hold, Some(540))
}

pub(super) fn banner_over() -> AnyView {
    banner(hold(), None)
}

fn things() -> Vec<ToBring> {
    let thing = |words: &str, each| ToBring {
        label: said(words),
        each,
    };
    vec![
        thing("Une photo d’identité de moins de six mois", true),
        thing("Un justificatif de domicile", false),
        ToBring {
            label: only_french("L’ancien titre"),
            each: true,
        },
    ]
}

fn passport() -> Arc<AppointmentType> {
    Arc::new(AppointmentType {
        id: "passeport".to_owned(),
        title: said("Passeport ou carte d’identité"),
        summary: said("Pour demander ou renouveler un titre."),
        modes: vec![Mode::Onsite, Mode::Phone],
        length: Length {
            fixed: 5,
            per_person: 0,
            per_document: 15,
        },
        every_minutes: 15,
        pause_minutes: 0,
        notice_hours: 2,
        horizon_days: 60,
        max_people: 6,
        group: false,
        place_ids: Vec::new(),
        together_with: None,
        bring: things(),
        conditions: vec![said("La personne vient elle-même, même un enfant.")],
        help_notice_hours: 120,
        change_notice_hours: 4,
        reminders: domain::reminder::usual_leads(),
        procedure_id: "rendez-vous".to_owned(),
        procedure_by_mode: BTreeMap::new(),
        callback_procedure_id: None,
        waiting: None,
        helps_with: Vec::new(),
    })
}

fn card(status: AppointmentStatus, mode: Mode, links: AppointmentLinks) -> AnyView {
    let asked = AskedPurpose {
        kind: "passeport".to_owned(),
        people: 2,
        documents: 3,
    };
    let appointment = Appointment {
        id: "a1".to_owned(),
        status,
        visit: AskedVisit {
            purposes: vec![asked],
            help: vec![Help::MoreTime, Help::StepFree],
        },
        slot: slot(mode),
        sequence: 0,
        changeable_until: at(5, 15),
        late_minutes: (status == AppointmentStatus::Confirmed).then_some(10),
        confirmed_at: None,
    };
    let directions = said("Arrêt Hôtel-de-Ville, bus 2. L’entrée est à droite de la fontaine.");
    let place = (mode == Mode::Onsite).then(|| town_hall(Some(directions)));
    view! {
        <AppointmentCard
            appointment
            types=vec![passport()]
            place
            phone="02 61 91 00 11".to_owned()
            links
        />
    }
    .into_any()
}

fn links() -> AppointmentLinks {
    let id = || "r1".to_owned();
    AppointmentLinks {
        calendar: Some(Path::Calendar(id()).here()),
        change: Some(Path::Move(id()).here()),
        people: Some((Path::People(id()).here(), crate::t!("people-heading"))),
        cancel: Some(Path::Withdraw(id()).here()),
        until: Some("7 décembre 2026 à 5 h 15".to_owned()),
        again: Some(Path::Visits.here()),
    }
}

pub(super) fn confirmed() -> AnyView {
    card(AppointmentStatus::Confirmed, Mode::Onsite, links())
}

pub(super) fn confirmed_by_phone() -> AnyView {
    card(AppointmentStatus::Confirmed, Mode::Phone, links())
}

pub(super) fn too_late_to_change() -> AnyView {
    let links = AppointmentLinks {
        change: None,
        cancel: None,
        until: None,
        ..links()
    };
    card(AppointmentStatus::Confirmed, Mode::Video, links)
}

pub(super) fn cancelled() -> AnyView {
    card(AppointmentStatus::CancelledByUser, Mode::Onsite, links())
}

pub(super) fn cancelled_by_service() -> AnyView {
    card(AppointmentStatus::CancelledByService, Mode::Onsite, links())
}

pub(super) fn time_lost() -> AnyView {
    card(AppointmentStatus::TimeLost, Mode::Home, links())
}

pub(super) fn called() -> AnyView {
    card(AppointmentStatus::Called, Mode::Onsite, links())
}

pub(super) fn attended() -> AnyView {
    card(AppointmentStatus::Attended, Mode::Onsite, links())
}

pub(super) fn missed() -> AnyView {
    card(AppointmentStatus::Missed, Mode::Onsite, links())
}

pub(super) fn to_bring() -> AnyView {
    view! {
        <ToBringList things=things() level=2/>
        <ToBringList things=Vec::new()/>
    }
    .into_any()
}
