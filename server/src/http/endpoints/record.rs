//! Everything about a request as a file, for its holder.

use app::{pages::errors::ErrorKind, paths::Path};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use backoffice::api::headers::attachment;
use domain::locale::Locale;
use http::{HeaderValue, header};

use super::file::{absent, download};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::OpenedFile,
};

/// The PDF. When it cannot be made, the page that says the same, which says so.
pub(in crate::http) async fn pdf(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let language = locale(&parts);
    match state.desk.record_pdf(&visitor, language, &asked).await {
        Ok(Some(file)) => given(file, language),
        Ok(None) => {
            Outcome::see(Path::Record(asked))
                .respond(&state, parts)
                .await
        }
        Err(absence) => absent(&state, parts, absence, ErrorKind::AccessOver).await,
    }
}

/// The file for programs.
pub(in crate::http) async fn data(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    match state.desk.record_data(&visitor, &asked).await {
        Ok(file) => given(file, locale(&parts)),
        Err(absence) => absent(&state, parts, absence, ErrorKind::AccessOver).await,
    }
}

fn given(file: OpenedFile, language: Locale) -> Response {
    let disposition = attachment(&file.filename);
    let mut response = download(file, &disposition);
    response.headers_mut().insert(
        header::CONTENT_LANGUAGE,
        HeaderValue::from_static(language.tag()),
    );
    response
}
