//! Where to report a vulnerability (RFC 9116): always valid for the next half year.

use axum::{
    extract::State as Shared,
    response::{IntoResponse, Response},
};
use http::header;
use jiff::SignedDuration;

use crate::http::router::State;

/// `/.well-known/security.txt`.
pub(in crate::http) async fn get(Shared(state): Shared<State>) -> Response {
    let authority = &state.config.authority;
    let expires = state.clock.now() + SignedDuration::from_hours(24 * 180);
    let text = format!(
        "Contact: mailto:{}\nExpires: {}\nPreferred-Languages: fr, en\nCanonical: {}/.well-known/security.txt\n",
        authority.email,
        expires.strftime("%Y-%m-%dT00:00:00Z"),
        authority.public_url,
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
