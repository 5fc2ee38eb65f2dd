//! What every route does alike: bodies with a limit, paging, readers, answers with their version.

use axum::{
    body::{Body, to_bytes},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use serde::{Serialize, de::DeserializeOwned};

use crate::api::{
    back_office::{BackOffice, Call, Novelty, Paging, Reader, Tagged, Written},
    cursor::Cursor,
    etag,
    headers::{IDEMPOTENCY_REPLAYED, PARVIS_ACCESS},
    idempotency,
    page::{GREATEST_LIMIT, USUAL_LIMIT},
    problem::{Answered, Problem, ProblemCode},
};

/// Greatest JSON body, in bytes: the answers of the longest forms weigh a tenth of it.
pub(super) const JSON_LIMIT: usize = 1 << 20;

/// The whole body, or `payload_too_large`.
pub(super) async fn body(body: Body, limit: usize) -> Answered<Bytes> {
    to_bytes(body, limit)
        .await
        .map_err(|_| Problem::too_large(limit as u64))
}

/// The typed body. What serde says about it may quote what a resident typed: it is not repeated.
pub(super) fn json<T: DeserializeOwned>(headers: &HeaderMap, body: &[u8]) -> Answered<T> {
    let announced = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = announced
        .and_then(|value| value.split(';').next())
        .map(str::trim);
    if !essence.is_some_and(|kind| kind.eq_ignore_ascii_case("application/json")) {
        return Err(
            Problem::new(ProblemCode::UnsupportedMediaType).detail("application/json is expected")
        );
    }
    // Read once more to tell where it is wrong: noting each step on the way costs as much as reading.
    serde_json::from_slice(body).or_else(|_| {
        let mut reader = serde_json::Deserializer::from_slice(body);
        serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            Problem::new(ProblemCode::Malformed).detail(format!("at `{}`", error.path()))
        })
    })
}

/// Parameters of a page. Limits outside 1 to 100 are brought back inside.
#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct PageQuery {
    limit: Option<u16>,
    cursor: Option<String>,
    after: Option<String>,
}

impl PageQuery {
    pub(super) fn paging(&self) -> Answered<Paging> {
        let given = self.cursor.as_deref().or(self.after.as_deref());
        let cursor = given
            .filter(|text| !text.is_empty())
            .map(Cursor::decode)
            .transpose()?;
        Ok(Paging {
            limit: self.limit.unwrap_or(USUAL_LIMIT).clamp(1, GREATEST_LIMIT),
            cursor,
        })
    }
}

/// Parameters of the address, or `malformed`.
pub(super) fn query<T: DeserializeOwned>(uri: &http::Uri) -> Answered<T> {
    axum::extract::Query::try_from_uri(uri)
        .map(|axum::extract::Query(value)| value)
        .map_err(|_| Problem::new(ProblemCode::Malformed).detail("in the query"))
}

/// On whose behalf the call reads.
pub(super) fn reader(headers: &HeaderMap) -> Reader {
    match headers.get(PARVIS_ACCESS) {
        Some(token) => Reader::Access(token.to_str().unwrap_or_default().to_owned()),
        None => Reader::Client,
    }
}

/// Lets the holder of an access act on the one request that it opens; the portal acts on all.
async fn admit<B: BackOffice>(office: &B, id: &str, headers: &HeaderMap) -> Answered<()> {
    match reader(headers) {
        Reader::Client => Ok(()),
        access => office.request(id, access).await.map(drop),
    }
}

/// An act upon a request as it arrived: let in, with its key and its typed body.
pub(super) async fn act<B: BackOffice, T: DeserializeOwned>(
    office: &B,
    id: &str,
    (method, uri, headers): (&Method, &Uri, &HeaderMap),
    content: Body,
) -> Answered<(Call, T)> {
    let content = body(content, JSON_LIMIT).await?;
    let call = idempotency::call(method, uri.path(), headers, &content)?;
    admit(office, id, headers).await?;
    Ok((call, json(headers, &content)?))
}

/// A resource with its version, or 304 when the client holds it.
pub(super) fn tagged<T: Serialize>(headers: &HeaderMap, tagged: &Tagged<T>) -> Response {
    let known = etag::is_known(headers, &tagged.etag);
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        axum::Json(&tagged.value).into_response()
    };
    put(&mut response, header::ETAG, &tagged.etag);
    response
}

/// A resource just created, or the repeated answer of the call that created it.
pub(super) fn created<T: Serialize>(written: &Written<T>, location: &str) -> Response {
    let mut response = changed(written);
    *response.status_mut() = StatusCode::CREATED;
    put(&mut response, header::LOCATION, location);
    response
}

/// A resource just changed, or the repeated answer of the call that changed it.
pub(super) fn changed<T: Serialize>(written: &Written<T>) -> Response {
    let mut response = axum::Json(&written.value).into_response();
    put(&mut response, header::ETAG, &written.etag);
    if written.novelty == Novelty::Replayed {
        put(&mut response, IDEMPOTENCY_REPLAYED, "true");
    }
    response
}

/// The catalogue is the same for everybody: shared caches may keep it, and ask again each time.
pub(super) fn public(mut response: Response) -> Response {
    put(&mut response, header::CACHE_CONTROL, "public, no-cache");
    response
}

/// Changes with anything in the catalogue, and differs from one address to another.
pub(super) fn version_of<B: BackOffice>(office: &B, uri: &Uri) -> String {
    etag::of_parts(&[
        &office.catalogue_version(),
        uri.path(),
        uri.query().unwrap_or_default(),
    ])
}

fn put(response: &mut Response, name: http::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
