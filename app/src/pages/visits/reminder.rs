//! What the link of a message opens: an appointment, to confirm or to cancel it in one press; on its day, to say that one
//! is there and to see one's turn come.

use domain::{
    appointment::Mode,
    booking::{Appointment, AppointmentStatus},
    place::Place,
    queue::Queued,
};
use leptos::prelude::*;

use super::at_place::{arrival, has_line, standing, unknown, why_not};
use crate::{
    components::{
        AuthorityContact, Facts, LinkButton, Notice, NoticeKind, Secondary, Submit, words_of,
    },
    l10n::capital,
    pages::{
        drafts::step::problem_summary,
        errors::{ErrorKind, ErrorPage},
        page::{Heading, PageTitle},
        requests::{
            live::{as_of, this_page},
            receipt::moment_in,
        },
    },
    paths::Path,
    ports::{Absence, Reminded, Turn},
    request::{portal, segment},
    t,
    words::visits::{appointment_words, long_slot_words, mode_words},
};

/// Name of the buttons.
pub const DO: &str = "do";
/// They come.
pub const COME: &str = "come";
/// They cancel.
pub const CANCEL: &str = "cancel";
/// They are at the place.
pub const HERE: &str = "here";

/// Page of a link.
#[component]
pub fn ReminderPage() -> impl IntoView {
    let word = segment("word");
    Suspend::new(async move {
        match portal().reminded(&word).await {
            Ok(reminded) => page(&word, &reminded),
            Err(Absence::Unknown | Absence::Ended(_)) => over(),
            Err(Absence::Unavailable) => {
                view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any()
            }
        }
    })
}

/// Unknown, or its appointment is past: both look the same.
fn over() -> AnyView {
    view! { <ErrorPage kind=ErrorKind::LinkOver/> }.into_any()
}

fn page(word: &str, reminded: &Reminded) -> AnyView {
    let appointment = &reminded.appointment;
    let cancelled = reminded.cancelled && appointment.status.has_time();
    let stands = appointment.status == AppointmentStatus::Confirmed && !cancelled;
    let content = match &reminded.turn {
        Turn::There(queued) if !cancelled => there(word, reminded, queued),
        Turn::Away if !cancelled => view! {
            {unknown()}
            {as_of(reminded.shown_at, this_page())}
            {stands.then(|| answer(word, reminded))}
        }
        .into_any(),
        _ if !stands => ended(appointment, cancelled),
        _ if appointment.slot.end <= reminded.shown_at => view! {
            {why_not(appointment, reminded.shown_at)}
            <p><a href=Path::Follow.here()>{t!("reminder-open")}</a></p>
        }
        .into_any(),
        _ => view! {
            {arriving(word, reminded)}
            {answer(word, reminded)}
        }
        .into_any(),
    };
    view! {
        <PageTitle title=t!("reminder-heading")/>
        {problem_summary(Vec::new(), "#titre")}
        <Heading>{t!("reminder-heading")}</Heading>
        <Facts facts=facts(appointment, reminded.place.as_ref())/>
        {content}
        <AuthorityContact authority=portal().authority()/>
    }
    .into_any()
}

fn facts(appointment: &Appointment, place: Option<&Place>) -> Vec<(String, AnyView)> {
    let slot = &appointment.slot;
    let when = capital(&long_slot_words(slot));
    let whereabouts = match (slot.mode, place) {
        (Mode::Onsite, Some(place)) => {
            let address = place.address.join(", ");
            let view =
                view! { {words_of(&place.name)} <br/> <span lang="fr" dir="ltr">{address}</span> };
            (t!("appointment-place"), view.into_any())
        }
        (mode, _) => (t!("appointment-how"), capital(&mode_words(mode)).into_any()),
    };
    vec![(t!("reminder-when"), when.into_any()), whereabouts]
}

/// Their turn.
fn there(word: &str, reminded: &Reminded, queued: &Queued) -> AnyView {
    let news = Path::ReminderNews(word.to_owned());
    view! {
        {standing(&reminded.appointment, queued, &news)}
        {as_of(reminded.shown_at, this_page())}
        <p><a href=Path::Follow.here()>{t!("reminder-open")}</a></p>
    }
    .into_any()
}

/// The way to say that one is there, or from when on there is one.
fn arriving(word: &str, reminded: &Reminded) -> Option<AnyView> {
    let appointment = &reminded.appointment;
    has_line(appointment).then(|| {
        let action = Path::Reminder(word.to_owned()).here();
        let content =
            why_not(appointment, reminded.shown_at).unwrap_or_else(|| arrival(action, "day"));
        view! {
            <h2 id="day">{t!("reminder-day")}</h2>
            {content}
        }
        .into_any()
    })
}

/// What they said already, and the two buttons.
fn answer(word: &str, reminded: &Reminded) -> AnyView {
    let appointment = &reminded.appointment;
    let action = Path::Reminder(word.to_owned()).here();
    let is_changeable = reminded.shown_at < appointment.changeable_until;
    let comes = appointment.confirmed_at.is_some();
    let noted = comes.then(|| {
        view! {
            <Notice kind=NoticeKind::Success title=t!("reminder-noted-title")>
                <p>{t!("reminder-noted-text")}</p>
            </Notice>
        }
    });
    let come = (!comes).then(|| view! { <Submit label=t!("reminder-come") name=DO value=COME/> });
    let cancel = is_changeable.then(|| {
        view! { <Secondary label=t!("reminder-cancel") name=DO value=CANCEL/> }
    });
    let until = if is_changeable {
        t!(
            "reminder-until",
            at = moment_in(appointment.changeable_until, appointment.slot.time_zone())
        )
    } else {
        t!("reminder-too-late")
    };
    view! {
        {noted}
        <form method="post" action=action aria-labelledby="answer">
            <h2 id="answer">{if comes { t!("reminder-changed") } else { t!("reminder-question") }}</h2>
            {come}
            {cancel}
        </form>
        <p>{until}</p>
        <p>{t!("reminder-kind")}</p>
        <p><a href=Path::Follow.here()>{t!("reminder-move")}</a></p>
    }
    .into_any()
}

/// It does not stand any more.
fn ended(appointment: &Appointment, cancelled: bool) -> AnyView {
    let again = portal().office().appointments.then(|| {
        let label = t!("appointment-again").into_any();
        view! { <p><LinkButton href=Path::Visits.here() label/></p> }
    });
    let by_resident = cancelled || appointment.status == AppointmentStatus::CancelledByUser;
    let (kind, title, text) = if by_resident {
        (
            NoticeKind::Success,
            t!("reminder-cancelled-title"),
            t!("reminder-cancelled-text"),
        )
    } else {
        (
            NoticeKind::Information,
            appointment_words(appointment.status),
            t!("reminder-follow"),
        )
    };
    view! {
        <Notice kind title>
            <p>{text}</p>
            {again}
        </Notice>
        <p><a href=Path::Follow.here()>{t!("reminder-open")}</a></p>
    }
    .into_any()
}
