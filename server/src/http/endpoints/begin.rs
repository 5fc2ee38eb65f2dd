//! POST on a procedure: begins a draft and goes to its first step.

use app::{pages::errors::ErrorKind, paths::Path};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use http::header;

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
    let known = state.cookie.visitor(&parts.headers);
    let (visitor, cookie) = match known.owner {
        Some(_) => (known, None),
        None => {
            let new = state.desk.new_visitor();
            (new.visitor, state.cookie.give(&new.token))
        }
    };
    let outcome = match state
        .desk
        .begin_draft(&visitor, &procedure, locale(&parts))
        .await
    {
        Ok(draft) => Outcome::see(match first_step(&state, &procedure) {
            Some(step) => Path::Step { draft, step },
            None => Path::Review(draft),
        }),
        Err(BeginError::Unknown) => Outcome::Fail(ErrorKind::NotFound),
        Err(BeginError::NoVisitor | BeginError::Unavailable) => {
            Outcome::Fail(ErrorKind::Unavailable)
        }
    };
    let mut response = outcome.respond(&state, parts).await;
    if let Some(cookie) = cookie.filter(|_| response.status().is_redirection()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn first_step(state: &State, procedure: &str) -> Option<String> {
    let portal = state.desk.view(Visitor::default(), String::new());
    let catalogue = portal.catalogue().ok()?;
    let procedure = catalogue.procedure(procedure)?;
    procedure.steps.first().map(|step| step.id.clone())
}
