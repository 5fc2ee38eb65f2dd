//! POST of a hand-over code: goes on with what it carries, or tells nothing; and the POST by which a guest ends it.

use std::collections::BTreeMap;

use app::{
    pages::hand_over::take_up::{CODE, fields},
    paths::{Carried, Path},
    ports::Problem,
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::{answers::Answers, hand_over::Device, submitted::Submitted, validation::check_fields};
use http::{StatusCode, header, request::Parts};

use super::form::{Posted, read};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{FollowError, Visitor},
};

/// Takes up a code; a visitor without cookie is given one.
pub(in crate::http) async fn post(Shared(state): Shared<State>, request: Request) -> Response {
    let (parts, posted) = read(request).await;
    let welcome = state.cookie.welcome(&parts.headers, &state.desk);
    let outcome = match posted {
        Ok(posted) => open(&state, &welcome.visitor, &parts, posted).await,
        Err(kind) => Outcome::Fail(kind),
    };
    welcome.keep(outcome.respond(&state, parts).await)
}

async fn open(state: &State, visitor: &Visitor, parts: &Parts, posted: Posted) -> Outcome {
    let typed = posted.typed();
    let checked = check_fields(
        &fields(locale(parts)),
        &typed,
        &BTreeMap::new(),
        &Answers::default(),
        state.desk.today(),
    );
    // A slip is told by its kind before anything is looked up.
    if !checked.faults.is_empty() {
        let again = posted.again(&checked.faults);
        return Outcome::invalid(posted.all, checked.faults, again);
    }
    let agent = parts.headers.get(header::USER_AGENT);
    let agent = agent.and_then(|value| value.to_str().ok());
    let device = Device::of_user_agent(agent.unwrap_or_default());
    let (code, origin) = (typed.first(CODE), state.origin(parts));
    match state.desk.take_up(code, visitor, origin, device).await {
        Ok(Carried::Request(request)) => Outcome::see(Path::Request(request)),
        Ok(Carried::Draft(draft)) => Outcome::see(Path::Review(draft)),
        Err(FollowError::NoSuchRequest) => Outcome::problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            posted.all,
            Problem::NoSuchCode,
        ),
        Err(FollowError::TooMany { retry_after }) => {
            Outcome::too_many(posted.all, u64::from(retry_after))
        }
        Err(FollowError::NoVisitor | FollowError::Unavailable) => Outcome::problem(
            StatusCode::SERVICE_UNAVAILABLE,
            posted.all,
            Problem::Unavailable,
        ),
    }
}

/// Leaves a draft that a code shares.
pub(in crate::http) async fn leave(
    Shared(state): Shared<State>,
    Segments((_, draft)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let outcome = match state.desk.leave_draft(&visitor, &draft).await {
        Ok(()) => Outcome::see(Path::TakeUp),
        Err(error) => Outcome::of_save(error, Submitted::default(), None),
    };
    outcome.respond(&state, parts).await
}
