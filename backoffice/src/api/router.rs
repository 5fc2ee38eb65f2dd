//! The one router of the contract: in-process or behind a socket, the same layers stand before every
//! back office (client authentication, call identifiers, limits, problems).

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use http::{HeaderValue, header};

use super::{
    authentication::{Client, Clients},
    back_office::BackOffice,
    headers::{PROBLEM_JSON, REQUEST_ID, TRACEPARENT},
    problem::{Problem, ProblemCode},
    routes,
};
use crate::ports::{Randomness, new_id};

#[derive(Clone)]
struct Gate {
    clients: Clients,
    randomness: Arc<dyn Randomness>,
}

/// Puts the contract in front of a back office. Whoever mounts it calls it as a `tower::Service`.
pub fn router<B: BackOffice>(
    back_office: Arc<B>,
    clients: Clients,
    randomness: Arc<dyn Randomness>,
) -> Router {
    let gate = Gate {
        clients,
        randomness,
    };
    let only = |client| middleware::from_fn_with_state(client, admit);
    let of_portal = Router::new()
        .merge(routes::uploads::routes())
        .merge(routes::requests::routes())
        .merge(routes::messages::routes())
        .merge(routes::corrections::routes())
        .merge(routes::documents::routes())
        .merge(routes::withdrawal::routes())
        .merge(routes::delays::routes())
        .merge(routes::appointments::routes())
        .merge(routes::waiting_list::routes())
        .merge(routes::queue::routes())
        .merge(routes::addresses::routes())
        .merge(routes::surveys::routes())
        .merge(routes::tracking::routes())
        .merge(routes::events::routes())
        .merge(routes::absent::routes())
        .route_layer(only(Client::Portal));
    let of_agents = routes::opinions::routes().route_layer(only(Client::Agents));
    // What everybody may read.
    Router::new()
        .merge(routes::catalogue::routes())
        .merge(routes::surveys::public_routes())
        .merge(routes::heard::routes())
        .merge(of_portal)
        .merge(of_agents)
        .fallback(|| async { Problem::not_found() })
        .method_not_allowed_fallback(|| async { Problem::new(ProblemCode::MethodNotAllowed) })
        .with_state(back_office)
        .layer(middleware::from_fn_with_state(gate, at_the_gate))
}

/// What belongs to another client is not found, as if it were nowhere.
async fn admit(State(only): State<Client>, request: Request, next: Next) -> Response {
    if request.extensions().get() == Some(&only) {
        next.run(request).await
    } else {
        Problem::not_found().into_response()
    }
}

/// Recognises the client, names the call, and writes problems with that name.
async fn at_the_gate(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    let call = request
        .headers()
        .get(REQUEST_ID)
        .filter(|value| is_call_name(value))
        .cloned()
        .or_else(|| HeaderValue::from_str(&new_id(&*gate.randomness)).ok());
    let trace = request.headers().get(TRACEPARENT).cloned();
    let path = request.uri().path().to_owned();
    let mut response = match gate.clients.recognise(request.headers()) {
        Some(client) => {
            request.extensions_mut().insert(client);
            next.run(request).await
        }
        None => Problem::new(ProblemCode::ClientAuthenticationFailed).into_response(),
    };
    if let Some(mut problem) = response.extensions_mut().remove::<Box<Problem>>() {
        problem.instance = path;
        problem.request_id = call
            .as_ref()
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        *response.body_mut() = Body::from(serde_json::to_vec(&problem).unwrap_or_default());
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        // The length of the empty body that stood there before.
        response.headers_mut().remove(header::CONTENT_LENGTH);
    }
    let headers = response.headers_mut();
    if let Some(call) = call {
        headers.insert(REQUEST_ID, call);
    }
    if let Some(trace) = trace {
        headers.insert(TRACEPARENT, trace);
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Names that may be written to logs: short, without spaces or signs that a terminal obeys.
fn is_call_name(value: &HeaderValue) -> bool {
    let bytes = value.as_bytes();
    (8..=64).contains(&bytes.len())
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
}

/// The problem travels beside an empty body until the gate writes it with the call's name.
impl IntoResponse for Box<Problem> {
    fn into_response(self) -> Response {
        let mut response = self.code.status().into_response();
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.code == ProblemCode::ClientAuthenticationFailed {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response.extensions_mut().insert(self);
        response
    }
}
