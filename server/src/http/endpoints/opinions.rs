//! POSTs of opinions: each page is kept, then the next one is shown, or thanks.

use app::{
    pages::{
        drafts::step::{KEY, hidden},
        errors::ErrorKind,
        opinions::{DONE, LATER, SURE},
    },
    paths::{HEADING, Path, moment_of},
    ports::{Absence, DANGER, Problem},
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::survey::{Moment, Subject};
use http::StatusCode;

use super::{
    form::{Posted, read},
    late,
};
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::{About, Given, Giving, OpinionError},
};

/// The first page about a request.
pub(in crate::http) async fn of_request(
    Shared(state): Shared<State>,
    Segments((_, asked, moment)): Segments<(String, String, String)>,
    request: Request,
) -> Response {
    let visitor = state.cookie.visitor(request.headers());
    let (parts, posted) = read(request).await;
    let outcome = match (posted, moment_of(&moment)) {
        (Ok(posted), Some(moment)) => {
            let about = (&*asked, moment);
            let given = given(&posted);
            let said = state
                .desk
                .say_of_request(&visitor, about, given, locale(&parts));
            match said.await {
                Err(OpinionError::Unknown) => {
                    let over = Outcome::closed(&Absence::Unknown);
                    let about = About::Request(&asked);
                    late::outcome(&state, &visitor, about, &parts.uri, posted.all, over).await
                }
                said => answered(said, &posted),
            }
        }
        (Ok(_), None) => Outcome::Fail(ErrorKind::NotFound),
        (Err(kind), _) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

/// The first page about a place.
pub(in crate::http) async fn of_place(
    shared: Shared<State>,
    Segments((_, place)): Segments<(String, String)>,
    request: Request,
) -> Response {
    of_form(shared, (Moment::Place, Subject::Place(place)), request).await
}

/// Whether a page is clear.
pub(in crate::http) async fn of_page(
    shared: Shared<State>,
    Segments((_, page)): Segments<(String, String)>,
    request: Request,
) -> Response {
    of_form(shared, (Moment::Page, Subject::Page(page)), request).await
}

/// The first page about something that anybody may speak of.
async fn of_form(
    Shared(state): Shared<State>,
    about: (Moment, Subject),
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let outcome = match posted {
        Ok(posted) => {
            let key = posted.all.first(KEY);
            let given = given(&posted);
            let said = state
                .desk
                .say_of_form(about, key, given, locale(&parts))
                .await;
            answered(said, &posted)
        }
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

/// The first page by the link of a message, or a reminder.
pub(in crate::http) async fn by_link(
    Shared(state): Shared<State>,
    Segments((_, word)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let outcome = match posted {
        Ok(posted) if posted.pressed() == LATER => match state.desk.ask_me_later(&word).await {
            Ok(()) => Outcome::See(Path::Invitation(word), HEADING.to_owned()),
            Err(error) => answered(Err(error), &posted),
        },
        Ok(posted) => {
            let given = given(&posted);
            let said = state.desk.say_by_link(&word, given, locale(&parts)).await;
            answered(said, &posted)
        }
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

/// A later page.
pub(in crate::http) async fn more(
    Shared(state): Shared<State>,
    Segments((_, word, step)): Segments<(String, String, String)>,
    request: Request,
) -> Response {
    let (parts, posted) = read(request).await;
    let outcome = match posted {
        Ok(posted) => {
            let said = state.desk.say_more(&word, &step, given(&posted)).await;
            answered(said, &posted)
        }
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(&state, parts).await
}

/// What stands for danger comes first: who is told of personal data was told who helps.
fn knows_help(posted: &Posted) -> bool {
    let shown = posted.all.first(hidden::FAULTS);
    shown == DANGER || shown == Problem::PersonalData.name() || posted.pressed() == SURE
}

fn given(posted: &Posted) -> Given {
    Given {
        typed: posted.typed(),
        is_sure: posted.pressed() == SURE,
        knows_help: knows_help(posted),
        is_last: posted.pressed() == DONE,
        is_alive: posted.is_assisted(),
    }
}

fn answered(said: Result<Giving, OpinionError>, posted: &Posted) -> Outcome {
    let typed = || posted.all.clone();
    match said {
        // The questions that an answer brought are on this page.
        Ok(Giving {
            word,
            step,
            new: Some(key),
            ..
        }) => Outcome::See(Path::OpinionMore { word, step }, posted.more(&key)),
        Ok(Giving {
            word,
            next: Some(step),
            ..
        }) => Outcome::See(Path::OpinionMore { word, step }, HEADING.to_owned()),
        Ok(_) => Outcome::See(Path::OpinionThanks, HEADING.to_owned()),
        Err(OpinionError::Wrong(faults)) => {
            let again = posted.again(&faults);
            Outcome::invalid(typed(), faults, again)
        }
        Err(OpinionError::Personal) => Outcome::problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            typed(),
            Problem::PersonalData,
        ),
        Err(OpinionError::Danger(dangers)) => Outcome::danger(typed(), dangers),
        Err(OpinionError::Ended(ending)) => Outcome::ended(ending),
        Err(OpinionError::Unknown) => Outcome::Fail(ErrorKind::NotFound),
        Err(OpinionError::TooLarge) => Outcome::Fail(ErrorKind::TooLarge),
        Err(OpinionError::Unavailable) => Outcome::problem(
            StatusCode::SERVICE_UNAVAILABLE,
            typed(),
            Problem::Unavailable,
        ),
    }
}
