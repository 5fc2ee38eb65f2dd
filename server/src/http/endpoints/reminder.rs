//! The answer to a message about an appointment, by its link: they come, cancel, or are there.

use app::{
    pages::{
        errors::ErrorKind,
        visits::reminder::{CANCEL, COME, DO, HERE},
    },
    paths::Path,
    ports::Absence,
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};

use super::{
    form::read,
    visits::{at_heading, stopped},
};
use crate::{
    http::{outcome::Outcome, router::State},
    portal::{VisitError, Visitor},
};

/// Does what the pressed button says, and shows the page again.
pub(in crate::http) async fn answer(
    Shared(state): Shared<State>,
    Segments((_, word)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let outcome = match posted {
        Ok(posted) => {
            let pressed = posted.all.first(DO);
            let answered = match pressed {
                COME => state.desk.confirm_by_link(&word).await,
                CANCEL => state.desk.cancel_by_link(&word).await,
                HERE => state.desk.arrive_by_link(&word).await,
                // No button says so: the page again, if there is one.
                _ => is_there(&state, &word).await,
            };
            match answered {
                // Too early or too late: the page says what can be done.
                Ok(()) | Err(VisitError::TooLate | VisitError::Taken) if pressed == HERE => {
                    at_heading(Path::Reminder(word))
                }
                Ok(()) | Err(VisitError::TooLate | VisitError::Taken) => {
                    Outcome::see(Path::Reminder(word))
                }
                Err(error) => stopped(error, posted.all, ErrorKind::LinkOver),
            }
        }
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

async fn is_there(state: &State, word: &str) -> Result<(), VisitError> {
    let shown = state.desk.view(Visitor::default(), String::new());
    match shown.reminded(word).await {
        Ok(_) => Ok(()),
        Err(Absence::Unavailable) => Err(VisitError::Unavailable),
        Err(Absence::Unknown | Absence::Ended(_)) => Err(VisitError::Unknown),
    }
}
