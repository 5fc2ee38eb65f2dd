//! POST on the review: sends the request, once, however often it is pressed.

use app::{pages::errors::ErrorKind, paths::Path, ports::Problem};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::submitted::Submitted;
use http::StatusCode;

use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::SendError,
};

/// Sends a draft.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, draft)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let outcome = match state.desk.send(&visitor, &draft, locale(&parts)).await {
        Ok(sent) => Outcome::see(Path::Receipt(sent.request)),
        Err(SendError::Incomplete { .. }) => Outcome::problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            Submitted::default(),
            Problem::Incomplete,
        ),
        Err(SendError::Unknown) => Outcome::Fail(ErrorKind::NotFound),
        Err(SendError::Ended(ending)) => Outcome::ended(ending),
        Err(SendError::Unavailable) => Outcome::problem(
            StatusCode::SERVICE_UNAVAILABLE,
            Submitted::default(),
            Problem::Unavailable,
        ),
    };
    outcome.respond(&state, parts).await
}
