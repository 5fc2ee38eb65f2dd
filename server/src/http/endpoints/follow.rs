//! POST of a tracking code and a proof: opens the request for this browser, or tells nothing.

use std::collections::BTreeMap;

use app::{
    pages::{
        errors::ErrorKind,
        requests::follow::{SHOWN, fields, names},
    },
    paths::Path,
    ports::{Problem, Refused},
};
use axum::{
    extract::{Request, State as Shared},
    response::Response,
};
use domain::{
    answers::{Answer, Answers},
    validation::{Fault, FaultCode, check_fields},
};
use http::StatusCode;

use super::{
    form::{Posted, read},
    late::with_mark,
};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    pii::Pii,
    portal::{FollowError, Proof, Visitor},
};

/// Opens a request.
pub(in crate::http) async fn post(Shared(state): Shared<State>, request: Request) -> Response {
    let (parts, posted) = read(request).await;
    let welcome = state.cookie.welcome(&parts.headers, &state.desk);
    let outcome = match posted {
        Ok(posted) => open(&state, &welcome.visitor, &parts, &posted).await,
        Err(kind) => Outcome::Fail(kind),
    };
    welcome.keep(outcome.respond(&state, parts).await)
}

async fn open(
    state: &State,
    visitor: &Visitor,
    parts: &http::request::Parts,
    posted: &Posted,
) -> Outcome {
    let fields = fields(locale(parts));
    let typed = posted.typed();
    let mut checked = check_fields(
        &fields,
        &typed,
        &BTreeMap::new(),
        &Answers::default(),
        state.desk.today(),
    );
    // Without JavaScript the question of the proof chosen appears only now: that is no mistake.
    let is_new = !posted.is_assisted() && typed.first(names::PROOF) != posted.all.first(SHOWN);
    let only_new = |fault: &Fault| {
        fault.code == FaultCode::Missing
            && [names::EMAIL, names::BIRTH_DATE].contains(&fault.key.as_str())
    };
    let count = checked.faults.len();
    checked.faults.retain(|fault| !(is_new && only_new(fault)));
    if checked.faults.is_empty() && count > 0 {
        let more = Refused {
            typed: posted.all.clone(),
            ..Refused::default()
        };
        return Outcome::Refuse(StatusCode::OK, Box::new(more));
    }
    if !checked.faults.is_empty() {
        let again = posted.again(&checked.faults);
        return Outcome::invalid(posted.all.clone(), checked.faults, again);
    }
    let proof = match (
        checked.answers.get(names::EMAIL),
        checked.answers.get(names::BIRTH_DATE),
    ) {
        (Some(Answer::Text(email)), _) => Proof::Email(Pii::new(email.clone())),
        (_, Some(Answer::Date(date))) => Proof::BirthDate(Pii::new(*date)),
        _ => return Outcome::Fail(ErrorKind::Unreadable),
    };
    match state
        .desk
        .follow(
            typed.first(names::CODE),
            proof,
            visitor,
            state.origin(parts),
        )
        .await
    {
        Ok(request) => match state.desk.late_address(visitor, &request).await {
            Some(address) => Outcome::Back(with_mark(&address)),
            None => Outcome::see(Path::Request(request)),
        },
        Err(FollowError::NoSuchRequest) => Outcome::problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            posted.all.clone(),
            Problem::NoSuchRequest,
        ),
        Err(FollowError::TooMany { retry_after }) => {
            Outcome::too_many(posted.all.clone(), u64::from(retry_after))
        }
        Err(FollowError::NoVisitor | FollowError::Unavailable) => Outcome::problem(
            StatusCode::SERVICE_UNAVAILABLE,
            posted.all.clone(),
            Problem::Unavailable,
        ),
    }
}
