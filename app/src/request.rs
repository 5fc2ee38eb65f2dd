//! The only place of `app` that touches the web request and the response being made.

use std::sync::Arc;

use http::StatusCode;
use leptos::prelude::{With as _, expect_context, use_context};
use leptos_axum::ResponseOptions;

use crate::ports::{Portal, Refused};

/// The server, bound to the visitor of this request.
#[must_use]
pub fn portal() -> Arc<dyn Portal> {
    expect_context::<Arc<dyn Portal>>()
}

/// What a refused POST gives back, if this page answers one.
#[must_use]
pub fn refused() -> Option<Arc<Refused>> {
    use_context::<Arc<Refused>>()
}

/// Path and query of the page asked for.
#[must_use]
pub fn path_and_query() -> String {
    use_context::<http::request::Parts>()
        .and_then(|parts| parts.uri.path_and_query().map(ToString::to_string))
        .unwrap_or_else(|| "/".to_owned())
}

/// Query of the page asked for as it is written, without `?`.
#[must_use]
pub fn raw_query() -> String {
    path_and_query()
        .split_once('?')
        .map(|(_, query)| query.to_owned())
        .unwrap_or_default()
}

/// First value of a query parameter, decoded; empty when absent.
#[must_use]
pub fn query(name: &str) -> String {
    leptos_router::hooks::use_query_map()
        .try_with(|query| query.get(name).unwrap_or_default())
        .unwrap_or_default()
}

/// A segment of the address, by its name in the route.
#[must_use]
pub fn segment(name: &str) -> String {
    leptos_router::hooks::use_params_map()
        .try_with(|params| params.get(name).unwrap_or_default())
        .unwrap_or_default()
}

/// Status of the answer; set before the first byte leaves, since every page is rendered whole.
pub fn set_status(status: StatusCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}

/// Path of the page asked for, without its query.
#[must_use]
pub fn path_only() -> String {
    use_context::<http::request::Parts>()
        .map_or_else(|| "/".to_owned(), |parts| parts.uri.path().to_owned())
}
