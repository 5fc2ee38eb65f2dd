//! A file of a draft or of a decision, for its holder: always a download, under a policy that lets nothing run.

use app::{pages::errors::ErrorKind, ports::Absence};
use axum::{
    body::Body,
    extract::{Path as Segments, Request, State as Shared},
    response::{IntoResponse, Response},
};
use backoffice::api::headers::attachment;
use http::{HeaderValue, header, request::Parts};

use crate::{
    http::{outcome::Outcome, router::State},
    portal::OpenedFile,
};

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
        Err(absence) => return absent(&state, parts, absence, ErrorKind::NotFound).await,
    };
    let extension = match &*opened.media_type {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        _ => "bin",
    };
    // Our own name: what the person's device called it may not travel in a header.
    download(
        opened,
        &format!("attachment; filename=\"document.{extension}\""),
    )
}

/// Downloads a document that the service delivered, under the name that it gave.
pub(in crate::http) async fn delivered(
    Shared(state): Shared<State>,
    Segments((_, asked, document)): Segments<(String, String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    match state.desk.open_document(&visitor, &asked, &document).await {
        Ok(opened) => {
            let disposition = attachment(&opened.filename);
            download(opened, &disposition)
        }
        Err(absence) => absent(&state, parts, absence, ErrorKind::AccessOver).await,
    }
}

/// The page instead of a file; a file has no page of its own to show again.
pub(super) async fn absent(
    state: &State,
    parts: Parts,
    absence: Absence,
    unknown: ErrorKind,
) -> Response {
    let outcome = match absence {
        Absence::Unavailable => Outcome::Fail(ErrorKind::Unavailable),
        Absence::Unknown => Outcome::Fail(unknown),
        Absence::Ended(ending) => Outcome::ended(ending),
    };
    outcome.respond(state, parts).await
}

pub(super) fn download(opened: OpenedFile, disposition: &str) -> Response {
    let mut response = Body::from_stream(opened.stream).into_response();
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_TYPE, &opened.media_type),
    ] {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
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
