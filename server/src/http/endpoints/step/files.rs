//! POST on a step with files: streamed to the storage, one file after the other; nothing is held in memory.

use app::{
    pages::errors::ErrorKind,
    paths::Path,
    ports::{FileFault, FileProblem, Problem},
};
use axum::{
    extract::{
        FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    response::Response,
};
use domain::submitted::Submitted;
use futures::{StreamExt, TryStreamExt};
use http::StatusCode;

use super::{Place, Posted, after};
use crate::{
    http::{outcome::Outcome, router::State},
    portal::{AttachError, Visitor},
};

/// Stores the files chosen, then does what the button says.
pub(super) async fn post(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let outcome =
        match Multipart::from_request(Request::from_parts(parts.clone(), body), state).await {
            Ok(multipart) => receive(state, visitor, place, multipart).await,
            Err(_) => Outcome::Fail(ErrorKind::Unreadable),
        };
    outcome.respond(state, parts).await
}

async fn receive(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    mut multipart: Multipart,
) -> Outcome {
    let mut posted = Posted::default();
    let mut refused: Option<FileProblem> = None;
    let mut attached = 0_usize;
    loop {
        let field = match multipart.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(error) => return Outcome::Fail(unreadable(&error)),
        };
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            // A browser sends an empty, nameless file when none was chosen.
            Some(filename) if filename.is_empty() => {}
            Some(filename) => match attach(state, visitor, place, &name, &filename, field).await {
                Ok(()) => attached += 1,
                Err(AttachError::File(code)) => {
                    refused.get_or_insert(FileProblem {
                        key: name,
                        filename,
                        code,
                    });
                }
                Err(error) => return Outcome::of_attach(error, posted.all),
            },
            None => match field.text().await {
                Ok(value) => posted.all.0.push((name, value)),
                Err(error) => return Outcome::Fail(unreadable(&error)),
            },
        }
    }
    if let Some(problem) = refused {
        let status = match problem.code {
            FileFault::TooHeavy => StatusCode::PAYLOAD_TOO_LARGE,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        return Outcome::problem(status, posted.all, Problem::File(problem));
    }
    act(state, visitor, place, posted, attached).await
}

async fn attach(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    name: &str,
    filename: &str,
    field: Field<'_>,
) -> Result<(), AttachError> {
    let chunks = field.map_err(std::io::Error::other).boxed();
    state
        .desk
        .attach(visitor, &place.draft, &place.step, name, filename, chunks)
        .await
        .map(drop)
}

/// The button pressed: remove a file, add one, or go on.
async fn act(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    posted: Posted,
    attached: usize,
) -> Outcome {
    let here = Path::Step {
        draft: place.draft.clone(),
        step: place.step.clone(),
    };
    if let Some(file) = posted.pressed().strip_prefix("remove:") {
        return match state.desk.detach(visitor, &place.draft, file).await {
            Ok(()) => Outcome::see(here),
            Err(error) => Outcome::of_save(error, posted.all, None),
        };
    }
    if let Some(key) = posted.pressed().strip_prefix("add:") {
        if attached > 0 {
            return Outcome::see(here);
        }
        let problem = FileProblem {
            key: key.to_owned(),
            filename: String::new(),
            code: FileFault::NoneChosen,
        };
        return Outcome::problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            posted.all,
            Problem::File(problem),
        );
    }
    let typed = Submitted::default();
    match state
        .desk
        .save_step(visitor, &place.draft, &place.step, posted.seen(), typed)
        .await
    {
        Ok(saved) => after(&saved, place, &posted),
        Err(error) => Outcome::of_save(error, posted.all, None),
    }
}

fn unreadable(error: &MultipartError) -> ErrorKind {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        ErrorKind::TooLarge
    } else {
        ErrorKind::Unreadable
    }
}
