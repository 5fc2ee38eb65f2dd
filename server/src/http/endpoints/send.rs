//! POST on the review: sends the request, once, however often it is pressed.

use app::{
    pages::{
        errors::ErrorKind,
        requests::actions::{DONE, done},
    },
    paths::Path,
    ports::Problem,
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::submitted::Submitted;
use http::StatusCode;

use super::form::read;
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{FollowUpError, SendError, Visitor},
};

/// Sends a draft.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, draft)): Segments<(String, String)>,
    request: Request,
) -> Response {
    // Nothing is typed here, and an unreadable form sends all the same: only what it said before is read.
    let (parts, posted) = read(request).await;
    let said = posted.map(|posted| posted.all).unwrap_or_default();
    let visitor = state.cookie.visitor(&parts.headers);
    let shown = state.desk.view(visitor, String::new());
    if matches!(shown.draft(&draft).await, Ok(draft) if draft.corrects.is_some()) {
        let outcome = correction(&state, &visitor, &draft, said).await;
        return outcome.respond(&state, parts).await;
    }
    let outcome = match state.desk.send(&visitor, &draft, locale(&parts)).await {
        Ok(sent) => Outcome::see(Path::Receipt(sent.request)),
        Err(SendError::Incomplete { .. }) => {
            Outcome::problem(StatusCode::UNPROCESSABLE_ENTITY, said, Problem::Incomplete)
        }
        Err(SendError::NoTime) => Outcome::problem(StatusCode::CONFLICT, said, Problem::NoTime),
        Err(SendError::Unknown) => Outcome::Fail(ErrorKind::NotFound),
        Err(SendError::Ended(ending)) => Outcome::ended(ending),
        Err(SendError::Unavailable) => {
            Outcome::problem(StatusCode::SERVICE_UNAVAILABLE, said, Problem::Unavailable)
        }
    };
    outcome.respond(&state, parts).await
}

/// Sends a correction: the request says so.
async fn correction(state: &State, visitor: &Visitor, draft: &str, said: Submitted) -> Outcome {
    match state.desk.send_correction(visitor, draft).await {
        Ok(request) => {
            let query = format!("?{DONE}={}", done::CORRECTION);
            Outcome::See(Path::Request(request), query)
        }
        Err(FollowUpError::Incomplete) => {
            Outcome::problem(StatusCode::UNPROCESSABLE_ENTITY, said, Problem::Incomplete)
        }
        Err(error) => Outcome::of_follow_up(error, said),
    }
}
