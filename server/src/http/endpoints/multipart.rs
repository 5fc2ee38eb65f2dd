//! A form with files: each file is streamed to the storage, one after the other; nothing is held in memory.

use std::time::Duration;

use app::{
    pages::errors::ErrorKind,
    ports::{FileFault, FileProblem, Problem},
};
use axum::{
    RequestExt,
    body::Body,
    extract::{
        DefaultBodyLimit, FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    response::Response,
};
use domain::submitted::Submitted;
use futures::{StreamExt, TryStreamExt, stream};
use http::{HeaderMap, StatusCode, Uri, header, request::Parts};
use tokio::time::timeout;

use super::{
    form::Posted,
    late,
    step::{BEYOND, Place},
};
use crate::{
    http::{outcome::Outcome, router::State},
    portal::{About, AttachError, Visitor},
};

/// Greatest weight of everything that is no file in such a post, in bytes.
const TEXTS: usize = 64 * 1024;
/// Longest time for such a post, whatever it weighs, and for each mebibyte of it: a slow mobile line.
const SLOWEST: (Duration, Duration) = (Duration::from_secs(60), Duration::from_secs(40));
/// Longest silence of a connection that sends files.
const SILENCE: Duration = Duration::from_secs(30);
/// Seconds to wait for who already sends as much as one may at a time.
const BUSY: u64 = 30;
/// Longest wait for one's turn.
const QUEUE: Duration = Duration::from_secs(20);

/// Most that the files of a form about a request may weigh in one post, in bytes: five of 10 MiB.
pub(in crate::http) const WEIGHT: usize = 5 * (10 << 20);

/// A form as it arrived: what was typed, and the fields to which files were attached.
pub(in crate::http) struct Arrived {
    pub(in crate::http) posted: Posted,
    pub(in crate::http) attached: Vec<String>,
}

/// Stores the files chosen, then does what the button says (`act`). Only so many people send files at once, for each
/// takes memory.
pub(in crate::http) async fn receive<F>(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    most: usize,
    request: Request,
    act: impl FnOnce(Arrived) -> F,
) -> Response
where
    F: Future<Output = Outcome>,
{
    let (parts, body) = request.into_parts();
    let weight = mebibytes(&parts.headers, most);
    let origin = state.origin(&parts);
    let entered = match state.files_brake.take(origin, weight, state.clock.now()) {
        Ok(()) => state.senders.enter(origin).ok_or(BUSY),
        Err(wait) => Err(wait),
    };
    let _sender = match entered {
        Ok(sender) => sender,
        Err(wait) => {
            return Outcome::too_many(Submitted::default(), wait)
                .respond(state, parts)
                .await;
        }
    };
    let slowest = SLOWEST.0 + SLOWEST.1.mul_f64(weight);
    let again = Request::from_parts(parts.clone(), impatient(body));
    let outcome = match Multipart::from_request(again, state).await {
        Err(_) => Outcome::Fail(ErrorKind::Unreadable),
        Ok(multipart) => match timeout(QUEUE, state.uploads.acquire()).await {
            Ok(Ok(_place)) => {
                let read = async {
                    match read(state, visitor, place, &parts.uri, multipart).await {
                        Ok(arrived) => act(arrived).await,
                        Err(outcome) => outcome,
                    }
                };
                timeout(slowest, read)
                    .await
                    .unwrap_or(Outcome::Fail(ErrorKind::Unreadable))
            }
            Ok(Err(_)) | Err(_) => Outcome::problem(
                StatusCode::SERVICE_UNAVAILABLE,
                Submitted::default(),
                Problem::Unavailable,
            ),
        },
    };
    outcome.respond(state, parts).await
}

/// Whether a request says that it is one.
pub(in crate::http) fn is_one(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"))
}

/// Reads only what was typed: files are let go.
pub(in crate::http) async fn read_words(
    state: &State,
    mut request: Request,
) -> (Parts, Result<Posted, ErrorKind>) {
    DefaultBodyLimit::max(WEIGHT + BEYOND).apply(&mut request);
    let (parts, body) = request.with_limited_body().into_parts();
    let again = Request::from_parts(parts.clone(), impatient(body));
    let read = async {
        let Ok(mut multipart) = Multipart::from_request(again, state).await else {
            return Err(ErrorKind::Unreadable);
        };
        let (mut posted, mut room) = (Posted::default(), TEXTS);
        while let Some(field) = multipart
            .next_field()
            .await
            .map_err(|error| unreadable(&error))?
        {
            let name = field.name().unwrap_or_default().to_owned();
            if field.file_name().is_none() {
                posted.all.0.push((name, text(field, &mut room).await?));
            }
        }
        Ok(posted)
    };
    let slowest = SLOWEST.0 + SLOWEST.1.mul_f64(mebibytes(&parts.headers, WEIGHT));
    let posted = timeout(slowest, read).await;
    (parts, posted.unwrap_or(Err(ErrorKind::Unreadable)))
}

/// The same body, which breaks off after a long silence.
fn impatient(body: Body) -> Body {
    let chunks = body.into_data_stream();
    let chunks = stream::unfold(Some(chunks), |chunks| async {
        let mut chunks = chunks?;
        match timeout(SILENCE, chunks.next()).await {
            Ok(Some(Ok(chunk))) => Some((Ok(chunk), Some(chunks))),
            Ok(Some(Err(error))) => Some((Err(error), None)),
            Ok(None) => None,
            Err(silent) => Some((Err(axum::Error::new(silent)), None)),
        }
    });
    Body::from_stream(chunks)
}

/// What is about to come, in mebibytes; one that does not say counts as the most.
fn mebibytes(headers: &HeaderMap, most: usize) -> f64 {
    let told = headers.get(header::CONTENT_LENGTH);
    let told = told.and_then(|length| length.to_str().ok()?.parse().ok());
    let bytes: u32 = told.unwrap_or_else(|| u32::try_from(most).unwrap_or(u32::MAX));
    f64::from(bytes) / f64::from(1 << 20)
}

async fn read(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    address: &Uri,
    mut multipart: Multipart,
) -> Result<Arrived, Outcome> {
    let mut posted = Posted::default();
    let mut refused: Option<FileProblem> = None;
    let mut attached = Vec::new();
    let mut room = TEXTS;
    let mut lost = false;
    loop {
        let field = match multipart.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            // Cut short behind a file that was refused: its refusal says more.
            Err(_) if refused.is_some() => break,
            Err(error) => return Err(Outcome::Fail(unreadable(&error))),
        };
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            // A browser sends an empty, nameless file when none was chosen.
            Some(filename) if filename.is_empty() => {}
            Some(filename) => match attach(state, visitor, place, &name, &filename, field).await {
                Ok(()) => attached.push(name),
                Err(AttachError::File(code)) => {
                    refused.get_or_insert(FileProblem {
                        key: name,
                        filename,
                        code,
                    });
                }
                // The access ended on the way: what was typed beside the file is still read.
                Err(AttachError::Unknown) => lost = true,
                Err(error) => return Err(Outcome::of_attach(error, posted.all)),
            },
            None => match text(field, &mut room).await {
                Ok(value) => posted.all.0.push((name, value)),
                Err(kind) => return Err(Outcome::Fail(kind)),
            },
        }
    }
    if let Some(problem) = refused {
        let status = match problem.code {
            FileFault::TooHeavy => StatusCode::PAYLOAD_TOO_LARGE,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        return Err(Outcome::problem(status, posted.all, Problem::File(problem)));
    }
    if lost {
        let otherwise = Outcome::of_attach(AttachError::Unknown, Submitted::default());
        let about = About::Draft(&place.draft);
        let typed = posted.all;
        return Err(late::outcome(state, visitor, about, address, typed, otherwise).await);
    }
    Ok(Arrived { posted, attached })
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

/// The value of an input that is no file; `room` is what all of them together may still weigh.
async fn text(mut field: Field<'_>, room: &mut usize) -> Result<String, ErrorKind> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|error| unreadable(&error))? {
        *room = room.checked_sub(chunk.len()).ok_or(ErrorKind::TooLarge)?;
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| ErrorKind::Unreadable)
}

fn unreadable(error: &MultipartError) -> ErrorKind {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        ErrorKind::TooLarge
    } else {
        ErrorKind::Unreadable
    }
}
