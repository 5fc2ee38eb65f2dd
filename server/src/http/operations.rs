//! Health and metrics, on their own address: never on the public one.

use axum::{
    Router, extract::State as Shared, http::StatusCode, response::IntoResponse, routing::get,
};
use metrics_exporter_prometheus::PrometheusHandle;

use crate::portal::Desk;

/// `/sante/vivant` (the process answers), `/sante/pret` (it can keep what it is given), `/metrics`.
pub fn operations(desk: Desk, metrics: PrometheusHandle) -> Router {
    Router::new()
        .route("/sante/vivant", get(|| async { StatusCode::NO_CONTENT }))
        .route("/sante/pret", get(ready).with_state(desk))
        .route("/metrics", get(move || async move { metrics.render() }))
}

async fn ready(Shared(desk): Shared<Desk>) -> impl IntoResponse {
    if desk.ready().await {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    }
}
