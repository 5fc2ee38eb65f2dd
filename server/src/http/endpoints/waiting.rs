//! POSTs of the waiting list: entering it; taking what is offered, letting it go, leaving.

use std::collections::BTreeMap;

use app::{
    pages::{
        drafts::step::KEY,
        errors::ErrorKind,
        visits::{
            search::search_of,
            waiting::{
                fields::{fields, names},
                place::{DECLINE, DO, LEAVE, OFFER, TAKE},
            },
        },
    },
    paths::Path,
    ports::{Catalogue, Search},
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use backoffice::api::waiting_list::MOST_DAYS;
use domain::{
    agenda::PartOfDay,
    answers::{Answer, Answers},
    notice::Way,
    validation::{Fault, check_fields},
    waiting::Wish,
};
use http::request::Parts;
use jiff::ToSpan;

use super::{
    begin::first_page,
    form::{Posted, read},
    notices::chosen,
    visits::{at_heading, stopped},
};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{VisitError, Visitor},
    store::waits::Contact,
};

/// Days that one waits when no last day is given.
const DAYS: i32 = 61;
/// The last day that may be waited for, counted from the first.
const MOST: i32 = MOST_DAYS - 1;

/// Enters the list; a visitor without cookie is given one.
pub(in crate::http) async fn join(
    Shared(state): Shared<State>,
    Segments((_, kind)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let welcome = state.cookie.welcome(&parts.headers, &state.desk);
    let outcome = match posted {
        Ok(posted) => entered(&state, &parts, &welcome.visitor, &kind, posted).await,
        Err(kind) => Outcome::Fail(kind),
    };
    welcome.keep(outcome.respond(&state, parts).await)
}

async fn entered(
    state: &State,
    parts: &Parts,
    visitor: &Visitor,
    kind: &str,
    posted: Posted,
) -> Outcome {
    let Ok(catalogue) = state
        .desk
        .view(Visitor::default(), String::new())
        .catalogue()
    else {
        return Outcome::Fail(ErrorKind::Unavailable);
    };
    let query = parts.uri.query().unwrap_or_default();
    let Some(search) = search_of(kind, query, &catalogue.appointment_types) else {
        return Outcome::Fail(ErrorKind::NotFound);
    };
    let (wish, contact) = match asked(state, parts, &posted, (&search, &catalogue)) {
        Ok(asked) => asked,
        Err(faults) => {
            let again = posted.again(&faults);
            return Outcome::invalid(posted.all, faults, again);
        }
    };
    let taken = state
        .waits_brake
        .take(state.origin(parts), 1.0, state.clock.now());
    if let Err(wait) = taken {
        return Outcome::too_many(posted.all, wait);
    }
    let key = posted.all.first(KEY);
    let joined = state
        .desk
        .join_waiting_list(visitor, &search, wish, contact, key);
    match joined.await {
        Ok(word) => at_heading(Path::Waiting(word)),
        Err(error) => stopped(error, posted.all, ErrorKind::NotFound),
    }
}

/// What is waited for, and how to tell it.
fn asked(
    state: &State,
    parts: &Parts,
    posted: &Posted,
    (search, catalogue): (&Search, &Catalogue),
) -> Result<(Wish, Contact), Vec<Fault>> {
    let (locale, today) = (locale(parts), state.desk.today());
    let checked = check_fields(
        &fields(locale, search, catalogue, &state.desk.ways()),
        &posted.typed(),
        &BTreeMap::new(),
        &Answers::default(),
        today,
    );
    let several = |key: &str| match checked.answers.get(key) {
        Some(Answer::Choices(chosen)) => chosen.clone(),
        _ => Vec::new(),
    };
    let day = |key: &str| match checked.answers.get(key) {
        Some(Answer::Date(day)) => Some(*day),
        _ => None,
    };
    let parts = several(names::PARTS);
    let parts = parts.iter().filter_map(|part| PartOfDay::from_name(part));
    let (from, to) = (day(names::FROM), day(names::TO));
    let from = from.unwrap_or(today);
    let wish = Wish {
        visit: search.visit.clone(),
        mode: search.mode,
        location_ids: several(names::PLACES),
        from,
        to: to
            .unwrap_or_else(|| from.saturating_add(DAYS.days()))
            .min(from.saturating_add(MOST.days())),
        parts: parts.collect(),
        last_day: None,
    };
    let chosen = chosen(checked)?;
    let contact = Contact {
        way: chosen.way.unwrap_or(Way::Email),
        email: chosen.email,
        phone: chosen.phone,
        locale,
    };
    Ok((wish, contact))
}

/// What is done with a place, by the button that was pressed.
pub(in crate::http) async fn act(
    Shared(state): Shared<State>,
    Segments((_, word)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let welcome = state.cookie.welcome(&parts.headers, &state.desk);
    let outcome = match posted {
        Ok(posted) => acted(&state, &parts, &welcome.visitor, word, posted).await,
        Err(kind) => Outcome::Fail(kind),
    };
    welcome.keep(outcome.respond(&state, parts).await)
}

async fn acted(
    state: &State,
    parts: &Parts,
    visitor: &Visitor,
    word: String,
    posted: Posted,
) -> Outcome {
    let (desk, offer) = (&state.desk, posted.all.first(OFFER));
    let done = match posted.all.first(DO) {
        TAKE => {
            let key = posted.all.first(KEY);
            let taken = desk.take_offer(visitor, &word, (offer, key), locale(parts));
            match taken.await {
                Ok(procedure) => return at_heading(first_page(state, &procedure, key.to_owned())),
                Err(error) => Err(error),
            }
        }
        DECLINE => desk.decline_offer(&word, offer).await,
        LEAVE => desk.leave_waiting_list(&word).await,
        // No button says so: the page again, if there is one.
        _ => desk.is_waited(&word).await,
    };
    match done {
        Ok(()) => at_heading(Path::Waiting(word)),
        // It went to someone else, or was booked meanwhile: what is shown now says so.
        Err(VisitError::TooLate) => at_heading(Path::Waiting(word)),
        Err(error) => stopped(error, posted.all, ErrorKind::LinkOver),
    }
}
