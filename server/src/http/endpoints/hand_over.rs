//! POSTs that hand over a request or a draft: a code is given, or revoked.

use std::collections::BTreeMap;

use app::{
    pages::hand_over::{
        REVOKED,
        give::{fields, names},
    },
    paths::{Carried, Path},
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::{
    answers::{Answer, Answers},
    hand_over::{Life, Purpose, Scope},
    validation::check_fields,
};

use super::form::{Posted, key_of, read};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{Gift, HandOverError, Visitor},
};

/// Gives a code for a request.
pub(in crate::http) async fn request(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    give(&state, Carried::Request(asked), request).await
}

/// Gives a code for a draft.
pub(in crate::http) async fn draft(
    Shared(state): Shared<State>,
    Segments((_, draft)): Segments<(String, String)>,
    request: Request,
) -> Response {
    give(&state, Carried::Draft(draft), request).await
}

/// Revokes a code of a request.
pub(in crate::http) async fn revoke_of_request(
    Shared(state): Shared<State>,
    Segments((_, asked, code)): Segments<(String, String, String)>,
    request: Request,
) -> Response {
    revoke(&state, Carried::Request(asked), &code, request).await
}

/// Revokes a code of a draft.
pub(in crate::http) async fn revoke_of_draft(
    Shared(state): Shared<State>,
    Segments((_, draft, code)): Segments<(String, String, String)>,
    request: Request,
) -> Response {
    revoke(&state, Carried::Draft(draft), &code, request).await
}

async fn give(state: &State, carried: Carried, request: Request) -> Response {
    let (parts, posted) = read(request).await;
    let visitor = state.cookie.visitor(&parts.headers);
    let key = key_of(&parts.uri);
    let outcome = match posted {
        Ok(posted) => {
            let fields = fields(locale(&parts), &carried);
            let today = state.desk.today();
            let (files, none) = (BTreeMap::new(), Answers::default());
            let checked = check_fields(&fields, &posted.typed(), &files, &none, today);
            match gift(&checked.answers, &carried) {
                Some(gift) => given(state, &visitor, carried, gift, &key, posted).await,
                // Nobody learns from a refusal that something is there.
                None => match state.desk.hand_overs_allowed(&visitor, &carried).await {
                    Ok(()) => {
                        let again = posted.again(&checked.faults);
                        Outcome::invalid(posted.all, checked.faults, again)
                    }
                    Err(error) => Outcome::of_hand_over(error, posted.all),
                },
            }
        }
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(state, parts).await
}

async fn given(
    state: &State,
    visitor: &Visitor,
    carried: Carried,
    gift: Gift,
    key: &str,
    posted: Posted,
) -> Outcome {
    match state.desk.hand_over(visitor, &carried, gift, key).await {
        Ok(code) => Outcome::see(Path::HandOverCode { carried, code }),
        Err(error) => Outcome::of_hand_over(error, posted.all),
    }
}

/// What was chosen; nothing while a question is open.
fn gift(answers: &Answers, carried: &Carried) -> Option<Gift> {
    let chosen = |key: &str| match answers.get(key) {
        Some(Answer::Choice(value)) => Some(value.as_str()),
        _ => None,
    };
    Some(Gift {
        purpose: Purpose::from_name(chosen(names::PURPOSE)?)?,
        scope: match carried {
            Carried::Request(_) => Scope::from_name(chosen(names::SCOPE)?)?,
            Carried::Draft(_) => Scope::Continue,
        },
        life: Life::from_name(chosen(names::LIFE)?)?,
    })
}

async fn revoke(state: &State, carried: Carried, code: &str, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let outcome = match state.desk.take_back(&visitor, &carried, code).await {
        Ok(()) => {
            let query = format!("?{}={}", REVOKED.0, REVOKED.1);
            Outcome::See(Path::HandOver(carried), query)
        }
        // The page of the code would not say it.
        Err(HandOverError::Unavailable) => {
            Outcome::Fail(app::pages::errors::ErrorKind::Unavailable)
        }
        Err(error) => Outcome::of_hand_over(error, Default::default()),
    };
    outcome.respond(state, parts).await
}
