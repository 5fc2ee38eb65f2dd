//! POST on a step with files: streamed to the storage, one file after the other; nothing is held in memory.

use std::time::Duration;

use app::{
    pages::errors::ErrorKind,
    paths::Path,
    ports::{FileFault, FileProblem, Problem},
};
use axum::{
    body::Body,
    extract::{
        FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    response::Response,
};
use domain::{answers::AttachedFile, submitted::Submitted};
use futures::{StreamExt, TryStreamExt, stream};
use http::{HeaderMap, StatusCode, header};
use tokio::time::timeout;

use super::{Place, Posted, after};
use crate::{
    http::{outcome::Outcome, router::State},
    portal::{AttachError, Visitor},
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

/// Stores the files chosen, then does what the button says. Only so many people send files at once, for each
/// takes memory.
pub(super) async fn post(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    most: usize,
    request: Request,
) -> Response {
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
            Ok(Ok(_place)) => timeout(slowest, receive(state, visitor, place, multipart))
                .await
                .unwrap_or(Outcome::Fail(ErrorKind::Unreadable)),
            Ok(Err(_)) | Err(_) => Outcome::problem(
                StatusCode::SERVICE_UNAVAILABLE,
                Submitted::default(),
                Problem::Unavailable,
            ),
        },
    };
    outcome.respond(state, parts).await
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

async fn receive(
    state: &State,
    visitor: &Visitor,
    place: &Place,
    mut multipart: Multipart,
) -> Outcome {
    let mut posted = Posted::default();
    let mut refused: Option<FileProblem> = None;
    let mut attached = Vec::new();
    let mut room = TEXTS;
    loop {
        let field = match multipart.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            // Cut short behind a file that was refused: its refusal says more.
            Err(_) if refused.is_some() => break,
            Err(error) => return Outcome::Fail(unreadable(&error)),
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
                Err(error) => return Outcome::of_attach(error, posted.all),
            },
            None => match text(field, &mut room).await {
                Ok(value) => posted.all.0.push((name, value)),
                Err(kind) => return Outcome::Fail(kind),
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
    attached: Vec<String>,
) -> Outcome {
    let here = Path::Step {
        draft: place.draft.clone(),
        step: place.step.clone(),
    };
    if let Some(file) = posted.pressed().strip_prefix("remove:") {
        let list = list_of(state, visitor, place, file).await;
        return match state.desk.detach(visitor, &place.draft, file).await {
            Ok(()) => Outcome::See(here, posted.way_back() + &list),
            Err(error) => Outcome::of_save(error, posted.all, None),
        };
    }
    if let Some(key) = posted.pressed().strip_prefix("add:") {
        if let Some(last) = attached.last() {
            return Outcome::See(here, posted.way_back() + &list_heading(last));
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

/// The heading of the list of a field: there the focus goes once a file came or went.
fn list_heading(key: &str) -> String {
    format!("#f-{key}-list")
}

/// The list that a file is in; nothing when it is gone already.
async fn list_of(state: &State, visitor: &Visitor, place: &Place, file: &str) -> String {
    let view = state.desk.view(*visitor, String::new());
    let Ok(draft) = view.draft(&place.draft).await else {
        return String::new();
    };
    let holds = |files: &Vec<AttachedFile>| files.iter().any(|known| known.id == file);
    let list = draft.content.files.iter().find(|(_, files)| holds(files));
    list.map(|(key, _)| list_heading(key)).unwrap_or_default()
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
