//! `/`: to the home page in the language of the person; and the page after a panic.

use std::any::Any;

use app::paths::Path;
use axum::{
    Extension,
    extract::Request,
    response::{IntoResponse, Redirect, Response},
};
use http::{HeaderValue, StatusCode, header};

use crate::http::render::preferred;

/// Sends to the home page.
pub(in crate::http) async fn get(request: Request) -> Response {
    let locale = preferred(request.headers());
    let mut response = Redirect::to(&Path::Home.in_locale(locale)).into_response();
    *response.status_mut() = StatusCode::FOUND;
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// Marks the answer that stands for a panic.
#[derive(Debug, Clone, Copy)]
pub(in crate::http) struct Panicked;

/// A panic was caught: its text is nobody's business, the page that says so is made by the outer layer.
pub(in crate::http) fn after_panic(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a request ended in a panic");
    (StatusCode::INTERNAL_SERVER_ERROR, Extension(Panicked)).into_response()
}
