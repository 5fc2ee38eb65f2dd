//! Operations of the contract that its first part does not have: said, never faked.

use std::sync::Arc;

use axum::{Router, routing::any};

use crate::api::{
    back_office::BackOffice,
    problem::{Problem, ProblemCode},
};

/// Each path and the capability that would bring it.
const ABSENT: [(&str, &str); 9] = [
    ("/v1/requests/{id}/submission", "drafts"),
    ("/v1/requests/{id}/handoff", "handoff"),
    ("/v1/payments", "payments"),
    ("/v1/payments/{id}", "payments"),
    ("/v1/mandates", "mandates"),
    ("/v1/mandates/{id}", "mandates"),
    ("/v1/mandates/{id}/revocation", "mandates"),
    ("/v1/subscriptions", "subscriptions"),
    ("/v1/subscriptions/{id}", "subscriptions"),
];

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    ABSENT
        .iter()
        .fold(Router::new(), |router, (path, capability)| {
            router.route(
                path,
                any(move || async move { Problem::not_supported(capability) }),
            )
        })
}

/// `PATCH` and `DELETE` of a request belong to drafts.
pub(super) async fn drafts(method: http::Method) -> Box<Problem> {
    match method {
        http::Method::PATCH | http::Method::DELETE => Problem::not_supported("drafts"),
        _ => Problem::new(ProblemCode::MethodNotAllowed),
    }
}
