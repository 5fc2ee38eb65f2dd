//! POST on a procedure: begins a draft and goes to its first step.

use app::{pages::errors::ErrorKind, paths::Path};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};

use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{BeginError, Visitor},
};

/// Begins a draft; a visitor without cookie is given one.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    Segments((_, procedure)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let welcome = state.cookie.welcome(&parts.headers, &state.desk);
    let outcome = match state
        .desk
        .begin_draft(&welcome.visitor, &procedure, locale(&parts))
        .await
    {
        Ok(draft) => Outcome::see(first_page(&state, &procedure, draft)),
        Err(BeginError::NeedsTime) => Outcome::see(Path::Visits),
        Err(BeginError::Unknown) => Outcome::Fail(ErrorKind::NotFound),
        Err(BeginError::NoVisitor | BeginError::Unavailable) => {
            Outcome::Fail(ErrorKind::Unavailable)
        }
    };
    welcome.keep(outcome.respond(&state, parts).await)
}

/// Where a draft of a procedure begins.
pub(super) fn first_page(state: &State, procedure: &str, draft: String) -> Path {
    let portal = state.desk.view(Visitor::default(), String::new());
    let catalogue = portal.catalogue().ok();
    let procedure = catalogue
        .as_ref()
        .and_then(|known| known.procedure(procedure));
    match procedure.and_then(|procedure| procedure.steps.first()) {
        Some(step) => Path::Step {
            draft,
            step: step.id.clone(),
        },
        None => Path::Review(draft),
    }
}
