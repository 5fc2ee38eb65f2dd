//! Addresses of the territory, found from what someone typed. Only names of streets are asked for: whoever calls leaves
//! the number of the house out, because addresses of calls end up in logs.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::street::{FoundAddress, MOST_FOUND};
use http::Uri;

use super::exchange::query;
use crate::api::{
    back_office::BackOffice,
    page::Page,
    problem::{Answered, Problem, ProblemCode},
};

/// Most characters of what is asked for: no address is longer.
const LONGEST: usize = 200;

pub(in crate::api) fn routes<B: BackOffice>() -> Router<Arc<B>> {
    Router::new().route("/v1/addresses", get(addresses::<B>))
}

#[derive(Debug, serde::Deserialize)]
struct Asked {
    q: String,
    limit: Option<usize>,
}

/// Addresses that answer some words best, the most likely first; none when nothing does. Case, accents, hyphens and
/// apostrophes count for nothing. Nothing of it is kept.
#[utoipa::path(get, path = "/v1/addresses", tag = "addresses",
    params(
        ("q" = String, Query, description = "Words of the name of a street, 200 characters at most; the portal leaves the number of the house out"),
        ("limit" = Option<u16>, Query, description = "1 to 8, 8 when absent"),
    ),
    responses((status = 200, body = Page<FoundAddress>), (status = "default", body = Problem, content_type = "application/problem+json")))]
pub(in crate::api) async fn addresses<B: BackOffice>(
    State(office): State<Arc<B>>,
    uri: Uri,
) -> Answered<Response> {
    if !office.capabilities().features.addresses {
        return Err(Problem::not_supported("addresses"));
    }
    let asked: Asked = query(&uri)?;
    if asked.q.chars().count() > LONGEST {
        return Err(Problem::new(ProblemCode::Malformed).detail("`q` in the query"));
    }
    let most = asked.limit.unwrap_or(MOST_FOUND).clamp(1, MOST_FOUND);
    let page = Page {
        items: office.addresses(&asked.q, most).await?,
        next_cursor: None,
    };
    Ok(axum::Json(&page).into_response())
}
