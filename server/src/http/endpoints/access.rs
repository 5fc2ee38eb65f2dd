//! The time that an access still lasts, in seconds: a GET asks, a POST makes it whole again. For the page that warns
//! before the end; whoever has no JavaScript prolongs it by reading.

use app::ports::Absence;
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::{IntoResponse, Response},
};
use http::{HeaderValue, header};

use crate::http::{outcome::Outcome, router::State};

/// Asks; this alone prolongs nothing.
pub(in crate::http) async fn get(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let visitor = state.cookie.visitor(request.headers());
    let left = state.desk.access_left(&visitor, &asked).await;
    answer(&state, request, left).await
}

/// Makes it whole again.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let visitor = state.cookie.visitor(request.headers());
    let left = state.desk.extend_access(&visitor, &asked).await;
    answer(&state, request, left).await
}

async fn answer(state: &State, request: Request, left: Result<u64, Absence>) -> Response {
    let (parts, _) = request.into_parts();
    match left {
        Ok(seconds) => {
            let private = HeaderValue::from_static("private, no-store");
            ([(header::CACHE_CONTROL, private)], seconds.to_string()).into_response()
        }
        Err(absence) => Outcome::closed(&absence).respond(state, parts).await,
    }
}
