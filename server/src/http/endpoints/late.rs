//! A form about a request that came after the access to it had ended: what was typed is kept, and its author is sent
//! to open the request again. Anybody else gets the page that they always got.

use std::sync::Arc;

use app::{
    pages::requests::live::{LATE, late_query},
    paths::Path,
    ports::Refused,
};
use axum::{extract::Request, response::Response};
use domain::{locale::Locale, submitted::Submitted};
use http::{StatusCode, Uri, request::Parts};

use super::{form, multipart};
use crate::{
    http::{outcome::Outcome, render::Shown, router::State},
    portal::{About, SaveError, Visitor},
};

/// What to answer when the access is over: `otherwise`, or the way to open the request again.
pub(super) async fn outcome(
    state: &State,
    visitor: &Visitor,
    about: About<'_>,
    address: &Uri,
    typed: Submitted,
    otherwise: Outcome,
) -> Outcome {
    let address = address.path_and_query().map_or("", |own| own.as_str());
    // Sent again from the page that already shows what was kept.
    let address = without_mark(address);
    // One goes back there later: nowhere but to a page of ours.
    if Locale::from_segment(address.split('/').nth(1).unwrap_or_default()).is_none() {
        return otherwise;
    }
    let kept = state.desk.keep_late(visitor, about, address, typed).await;
    match kept {
        Ok(true) => Outcome::See(Path::Follow, late_query('?')),
        Ok(false) => otherwise,
        Err(error) => Outcome::of_save(error, Submitted::default(), None),
    }
}

/// The same for a form that was not read yet. Files that come with it are let go: they can be chosen again.
pub(super) async fn unread(
    state: &State,
    visitor: &Visitor,
    about: About<'_>,
    request: Request,
    otherwise: Outcome,
) -> (Parts, Outcome) {
    // Nobody makes the portal read for nothing.
    match state.desk.is_late(visitor, about).await {
        Ok(true) => {}
        Ok(false) => return (request.into_parts().0, otherwise),
        Err(error) => {
            let outcome = Outcome::of_save(error, Submitted::default(), None);
            return (request.into_parts().0, outcome);
        }
    }
    let (parts, posted) = if multipart::is_one(request.headers()) {
        multipart::read_words(state, request).await
    } else {
        form::read(request).await
    };
    let outcome = match posted {
        Ok(posted) => outcome(state, visitor, about, &parts.uri, posted.all, otherwise).await,
        Err(_) => otherwise,
    };
    (parts, outcome)
}

/// The answer to the form of something about a request that could not be begun.
pub(super) async fn refused(
    state: &State,
    visitor: &Visitor,
    about: About<'_>,
    request: Request,
    error: SaveError,
) -> Response {
    let is_over = error == SaveError::Unknown;
    let otherwise = Outcome::of_begin(error);
    let (parts, outcome) = if is_over {
        unread(state, visitor, about, request, otherwise).await
    } else {
        (request.into_parts().0, otherwise)
    };
    outcome.respond(state, parts).await
}

/// What a page shows: what was typed in it for longer than the access lasted, if its address asks for that.
pub(in crate::http) async fn shown(state: &State, parts: &Parts) -> Shown {
    if form::parameter(&parts.uri, LATE.0) != LATE.1 {
        return Shown::Page;
    }
    let visitor = state.cookie.visitor(&parts.headers);
    let address = parts.uri.path_and_query().map_or("", |own| own.as_str());
    let words = state.desk.late_words(&visitor, without_mark(address)).await;
    match words {
        Some(typed) => {
            let refused = Refused {
                typed,
                ..Refused::default()
            };
            Shown::Refused(StatusCode::OK, Arc::new(refused))
        }
        None => Shown::Page,
    }
}

/// An address without the mark that says that it comes back from an envelope.
fn without_mark(address: &str) -> &str {
    let marks = ['?', '&'].map(late_query);
    marks
        .iter()
        .find_map(|mark| address.strip_suffix(mark.as_str()))
        .unwrap_or(address)
}

/// An address with that mark.
pub(super) fn with_mark(address: &str) -> String {
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{}", late_query(sign))
}
