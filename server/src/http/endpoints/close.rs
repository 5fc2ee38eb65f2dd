//! POST on a followed request: closes the access of this browser.

use app::paths::Path;
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::submitted::Submitted;

use crate::http::{outcome::Outcome, router::State};

/// Closes an access.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let outcome = match state.desk.close_access(&visitor, &asked).await {
        Ok(()) => Outcome::see(Path::Follow),
        Err(error) => Outcome::of_save(error, Submitted::default(), None),
    };
    outcome.respond(&state, parts).await
}
