//! A short identifier per web request: shown on error pages, written in the log, returned in a header.

use std::sync::Arc;

use axum::{
    extract::{Request, State as Shared},
    middleware::Next,
    response::Response,
};
use backoffice::ports::Randomness;
use http::{HeaderName, HeaderValue};

/// Header of the answer.
pub(super) static HEADER: HeaderName = HeaderName::from_static("request-id");

/// The identifier, kept with the request.
#[derive(Debug, Clone)]
pub(super) struct RequestId(pub(super) Arc<str>);

/// Letters that cannot be taken for one another when read on the phone.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Gives each request its identifier. What a client sends as one is not believed.
pub(super) async fn identify(
    Shared(randomness): Shared<Arc<dyn Randomness>>,
    mut request: Request,
    next: Next,
) -> Response {
    let mut bytes = [0; 10];
    randomness.fill(&mut bytes);
    let id: String = bytes
        .iter()
        .map(|byte| char::from(ALPHABET[usize::from(byte % 32)]))
        .collect();
    request
        .extensions_mut()
        .insert(RequestId(id.as_str().into()));
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HEADER.clone(), value);
    }
    response
}
