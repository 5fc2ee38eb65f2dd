//! Choosing a time, keeping it longer, moving an appointment, and the appointment as a calendar file.

use app::{
    pages::{
        drafts::step::KEY,
        errors::ErrorKind,
        requests::{
            actions::{DONE, done},
            appointment::MINUTES,
        },
        visits::{
            nearby::NEAR,
            search::{TIME, search_of},
        },
    },
    paths::{HEADING, Path},
    ports::{Absence, Problem, Search},
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::submitted::Submitted;
use http::{StatusCode, request::Parts};

use super::{
    begin::first_page,
    file::{absent, download},
    form::{Posted, read},
    late, nearby,
};
use crate::{
    documents::calendar,
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{About, OpenedFile, VisitError, Visitor},
};

/// Holds a time and begins the draft that goes with it; a visitor without cookie is given one. The same page asks near
/// which address one looks for a place: that needs no cookie.
pub(in crate::http) async fn choose(
    Shared(state): Shared<State>,
    Segments((_, kind)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let posted = match posted {
        Ok(posted) if posted.pressed() == NEAR => {
            let outcome = match searched(&state, &parts, &kind) {
                Ok(search) => nearby::place(&state, &parts, (&kind, &search), posted).await,
                Err(other) => other,
            };
            return outcome.respond(&state, parts).await;
        }
        other => other,
    };
    let welcome = state.cookie.welcome(&parts.headers, &state.desk);
    let outcome = match posted {
        Ok(posted) => match (searched(&state, &parts, &kind), chosen(&posted.all)) {
            (Err(other), _) => other,
            (Ok(_), None) => no_time(posted.all),
            (Ok(search), Some((slot, key))) => {
                let language = locale(&parts);
                let held = state
                    .desk
                    .choose_time(&welcome.visitor, &search, &slot, &key, language);
                match held.await {
                    Ok(procedure) => at_heading(first_page(&state, &procedure, key)),
                    Err(error) => stopped(error, posted.all, ErrorKind::NotFound),
                }
            }
        },
        Err(kind) => Outcome::Fail(kind),
    };
    welcome.keep(outcome.respond(&state, parts).await)
}

/// What the address of a page of times looks for.
fn searched(state: &State, parts: &Parts, kind: &str) -> Result<Search, Outcome> {
    let shown = state.desk.view(Visitor::default(), String::new());
    let catalogue = shown.catalogue();
    let catalogue = catalogue.map_err(|_| Outcome::Fail(ErrorKind::Unavailable))?;
    let query = parts.uri.query().unwrap_or_default();
    search_of(kind, query, &catalogue.appointment_types).ok_or(Outcome::Fail(ErrorKind::NotFound))
}

/// Holds another time for a draft.
pub(in crate::http) async fn choose_again(
    Shared(state): Shared<State>,
    Segments((_, draft)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let visitor = state.cookie.visitor(&parts.headers);
    let outcome = match posted {
        Ok(posted) => match chosen(&posted.all) {
            None => no_time(posted.all),
            Some((slot, key)) => {
                let desk = &state.desk;
                match desk
                    .choose_another_time(&visitor, &draft, &slot, &key)
                    .await
                {
                    Ok(()) => at_heading(Path::Review(draft)),
                    Err(error) => stopped(error, posted.all, ErrorKind::NotFound),
                }
            }
        },
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

/// Keeps the time of a draft for longer from a page of its form, whose answers are saved: that page again.
pub(super) async fn keep(
    state: &State,
    visitor: &Visitor,
    draft: &str,
    here: Path,
    posted: Posted,
) -> Outcome {
    match state.desk.hold_longer(visitor, draft).await {
        Ok(()) => Outcome::See(here, posted.way_back() + HEADING),
        Err(error) => stopped(error, posted.all, ErrorKind::NotFound),
    }
}

/// Keeps the time of a draft for longer, from its review.
pub(in crate::http) async fn hold_longer(
    Shared(state): Shared<State>,
    Segments((_, draft)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let outcome = match state.desk.hold_longer(&visitor, &draft).await {
        Ok(()) => at_heading(Path::Review(draft)),
        // It has no page of its own to show again.
        Err(VisitError::Away | VisitError::Unavailable) => Outcome::Fail(ErrorKind::Unavailable),
        Err(error) => stopped(error, Submitted::default(), ErrorKind::NotFound),
    };
    outcome.respond(&state, parts).await
}

/// Moves an appointment.
pub(in crate::http) async fn reschedule(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let visitor = state.cookie.visitor(&parts.headers);
    let outcome = match posted {
        Ok(posted) => match chosen(&posted.all) {
            None => no_time(posted.all),
            Some((slot, key)) => match state.desk.move_visit(&visitor, &asked, &slot, &key).await {
                Ok(()) => Outcome::See(Path::Request(asked), format!("?{DONE}={}", done::MOVE)),
                // Its page says why and whom to call.
                Err(VisitError::TooLate) => Outcome::see(Path::Request(asked)),
                Err(VisitError::Unknown) => {
                    let (about, over) = (About::Request(&asked), ErrorKind::AccessOver);
                    let over = Outcome::Fail(over);
                    late::outcome(&state, &visitor, about, &parts.uri, posted.all, over).await
                }
                Err(error) => stopped(error, posted.all, ErrorKind::AccessOver),
            },
        },
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

/// Says that the resident is at the place.
pub(in crate::http) async fn arrive(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let outcome = match state.desk.arrive(&visitor, &asked).await {
        // Too early or too late: the page says what can be done.
        Ok(()) | Err(VisitError::TooLate) => at_heading(Path::Turn(asked)),
        Err(error) => stopped(error, Submitted::default(), ErrorKind::AccessOver),
    };
    outcome.respond(&state, parts).await
}

/// Says that the resident will be late.
pub(in crate::http) async fn late(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let visitor = state.cookie.visitor(&parts.headers);
    let minutes = posted.map(|posted| posted.all.first(MINUTES).parse().unwrap_or(0));
    let outcome = match minutes {
        Ok(minutes) => match state.desk.be_late(&visitor, &asked, minutes).await {
            Ok(()) => Outcome::See(Path::Request(asked), format!("?{DONE}={}", done::LATE)),
            // Too late, or a number of minutes that no button says: the page says what can be done.
            Err(VisitError::TooLate) => Outcome::see(Path::Request(asked)),
            Err(VisitError::Unknown) => Outcome::Fail(ErrorKind::AccessOver),
            // It has no page of its own to show again.
            Err(_) => Outcome::Fail(ErrorKind::Unavailable),
        },
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

/// The appointment of a request as a calendar file.
pub(in crate::http) async fn calendar(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let shown = state.desk.view(visitor, String::new());
    let (language, over) = (locale(&parts), ErrorKind::AccessOver);
    let (found, catalogue) = (shown.request(&asked).await, shown.catalogue());
    let file = match (found, catalogue) {
        (Ok(request), Ok(catalogue)) => {
            calendar::file(&request, &catalogue, &shown.authority(), language)
        }
        (Err(absence), _) => return absent(&state, parts, absence, over).await,
        (_, Err(_)) => return absent(&state, parts, Absence::Unavailable, over).await,
    };
    match file {
        Some(text) => {
            let file = OpenedFile::of_text("text/calendar; charset=utf-8", text);
            download(file, "attachment; filename=\"rendez-vous.ics\"")
        }
        None => absent(&state, parts, Absence::Unknown, ErrorKind::NotFound).await,
    }
}

/// Goes on to a page at its heading: without a script, the focus begins there.
pub(super) fn at_heading(path: Path) -> Outcome {
    Outcome::See(path, HEADING.to_owned())
}

/// The time that was pressed, and the key of the form.
pub(super) fn chosen(posted: &Submitted) -> Option<(String, String)> {
    let slot = posted.first(TIME);
    (!slot.is_empty()).then(|| (slot.to_owned(), posted.first(KEY).to_owned()))
}

pub(super) fn no_time(typed: Submitted) -> Outcome {
    Outcome::problem(StatusCode::UNPROCESSABLE_ENTITY, typed, Problem::NoTime)
}

/// What stopped a choice: the page of times again, with what is free now, whenever there is one.
pub(super) fn stopped(error: VisitError, typed: Submitted, unknown: ErrorKind) -> Outcome {
    let problem = |status, problem| Outcome::problem(status, typed, problem);
    match error {
        VisitError::Taken | VisitError::TooLate => {
            problem(StatusCode::CONFLICT, Problem::TimeTaken)
        }
        VisitError::Away => problem(StatusCode::SERVICE_UNAVAILABLE, Problem::OfficeAway),
        VisitError::Unavailable => problem(StatusCode::SERVICE_UNAVAILABLE, Problem::Unavailable),
        VisitError::Unknown => Outcome::Fail(unknown),
        VisitError::Ended(ending) => Outcome::ended(ending),
        VisitError::Sent(request) => Outcome::see(Path::Receipt(request)),
    }
}
