//! POSTs of one button about a request: withdrawing, reminding, asking for time, beginning a correction.

use std::collections::BTreeMap;

use app::{
    pages::{
        errors::ErrorKind,
        requests::{
            actions::{DONE, done},
            complain::CARRY,
            withdraw::{REASON, fields},
        },
    },
    paths::Path,
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::{
    answers::{Answer, Answers},
    validation::check_fields,
};
use http::request::Parts;

use super::{
    begin::first_page,
    form::{key_of, read},
    late,
};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{About, FollowUpError, SaveError, Visitor},
};

/// Withdraws a request.
pub(in crate::http) async fn withdraw(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let visitor = state.cookie.visitor(&parts.headers);
    let outcome = match posted {
        Ok(posted) => {
            let fields = fields(locale(&parts));
            let (files, none) = (BTreeMap::new(), Answers::default());
            let today = state.desk.today();
            let checked = check_fields(&fields, &posted.typed(), &files, &none, today);
            let reason = match checked.answers.get(REASON) {
                Some(Answer::Text(reason)) => Some(reason.clone()),
                _ => None,
            };
            if checked.faults.is_empty() {
                match state.desk.withdraw(&visitor, &asked, reason).await {
                    Err(FollowUpError::Unknown) => {
                        let (about, over) = (About::Request(&asked), ErrorKind::AccessOver);
                        let over = Outcome::Fail(over);
                        late::outcome(&state, &visitor, about, &parts.uri, posted.all, over).await
                    }
                    withdrawn => after(withdrawn, asked, done::WITHDRAWAL, posted.all),
                }
            } else {
                let again = posted.again(&checked.faults);
                Outcome::invalid(posted.all, checked.faults, again)
            }
        }
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

/// Reminds the service.
pub(in crate::http) async fn remind(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, visitor) = asks(&state, request);
    let reminded = state.desk.remind(&visitor, &asked).await;
    after(reminded, asked, done::REMINDER, Default::default())
        .respond(&state, parts)
        .await
}

/// Asks for more time.
pub(in crate::http) async fn extend(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, visitor) = asks(&state, request);
    let extended = state.desk.ask_for_time(&visitor, &asked).await;
    after(extended, asked, done::EXTENSION, Default::default())
        .respond(&state, parts)
        .await
}

/// Begins a correction, or goes on with it.
pub(in crate::http) async fn correct(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, visitor) = asks(&state, request);
    let begun = state
        .desk
        .begin_correction(&visitor, &asked, locale(&parts));
    let outcome = match begun.await {
        Ok(draft) => Outcome::see(Path::Review(draft)),
        Err(error) => after(Err(error), asked, "", Default::default()),
    };
    outcome.respond(&state, parts).await
}

/// Begins the same procedure again with the same answers.
pub(in crate::http) async fn copy(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, visitor) = asks(&state, request);
    let key = key_of(&parts.uri);
    let begun = state
        .desk
        .copy_request(&visitor, &asked, &key, locale(&parts))
        .await;
    let outcome = match begun {
        Ok(()) => Outcome::see(Path::Review(key)),
        // No page of its own to show again.
        Err(SaveError::Unavailable) => Outcome::Fail(ErrorKind::Unavailable),
        Err(error) => Outcome::of_begin(error),
    };
    outcome.respond(&state, parts).await
}

/// Begins a complaint about a request.
pub(in crate::http) async fn complain(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let visitor = state.cookie.visitor(&parts.headers);
    let key = key_of(&parts.uri);
    let outcome = match posted {
        Ok(posted) => {
            let carries = posted.pressed() == CARRY;
            let begun = state
                .desk
                .complain(&visitor, &asked, &key, carries, locale(&parts));
            match begun.await {
                Ok(procedure) => Outcome::see(first_page(&state, &procedure, key)),
                Err(SaveError::Unavailable) => Outcome::Fail(ErrorKind::Unavailable),
                Err(error) => Outcome::of_begin(error),
            }
        }
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

/// Who presses the button; nothing is typed beside it.
fn asks(state: &State, request: Request) -> (Parts, Visitor) {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    (parts, visitor)
}

/// The request again, which says what was done; it also says when it was too late.
fn after(
    outcome: Result<(), FollowUpError>,
    request: String,
    done: &str,
    typed: domain::submitted::Submitted,
) -> Outcome {
    match outcome {
        Ok(()) => Outcome::See(Path::Request(request), format!("?{DONE}={done}")),
        Err(FollowUpError::TooLate) => Outcome::see(Path::Request(request)),
        Err(error) => Outcome::of_follow_up(error, typed),
    }
}
