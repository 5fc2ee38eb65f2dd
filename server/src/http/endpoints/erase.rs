//! POST on the confirmation page: erases a draft for good.

use app::paths::Path;
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::submitted::Submitted;

use crate::http::{outcome::Outcome, router::State};

/// Erases a draft.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, draft)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let outcome = match state.desk.erase_draft(&visitor, &draft).await {
        Ok(()) => Outcome::see(Path::Home),
        Err(error) => Outcome::of_save(error, Submitted::default(), None),
    };
    outcome.respond(&state, parts).await
}
