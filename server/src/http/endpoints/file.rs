//! A file of a draft, for its holder: always a download, under a policy that lets nothing run.

use app::{pages::errors::ErrorKind, ports::Absence};
use axum::{
    body::Body,
    extract::{Path as Segments, Request, State as Shared},
    response::{IntoResponse, Response},
};
use http::{HeaderValue, header};

use crate::http::{outcome::Outcome, router::State};

/// Downloads a file.
pub(in crate::http) async fn get(
    Shared(state): Shared<State>,
    Segments((_, draft, file)): Segments<(String, String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let opened = match state.desk.open_file(&visitor, &draft, &file).await {
        Ok(opened) => opened,
        Err(absence) => {
            let outcome = match absence {
                // No page of its own to show again.
                Absence::Unavailable => Outcome::Fail(ErrorKind::Unavailable),
                other => Outcome::of_save(other.into(), Default::default(), None),
            };
            return outcome.respond(&state, parts).await;
        }
    };
    let extension = opened
        .media_type
        .rsplit('/')
        .next()
        .map_or("bin", |kind| match kind {
            "pdf" => "pdf",
            "jpeg" => "jpg",
            "png" => "png",
            _ => "bin",
        });
    let mut response = Body::from_stream(opened.stream).into_response();
    let headers = response.headers_mut();
    // Our own name: what the person's device called it may not travel in a header.
    if let Ok(value) =
        HeaderValue::from_str(&format!("attachment; filename=\"document.{extension}\""))
    {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    if let Ok(value) = HeaderValue::from_str(&opened.media_type) {
        headers.insert(header::CONTENT_TYPE, value);
    }
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(opened.bytes));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'"),
    );
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    response
}
