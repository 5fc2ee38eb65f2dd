//! What a POST comes to: go on (303), the page again with what was refused, or an error page.

use std::sync::Arc;

use app::{
    pages::{drafts::step::hidden, errors::ErrorKind},
    paths::Path,
    ports::{Absence, Ending, FileFault, FileProblem, Problem, Refused},
};
use axum::response::{IntoResponse, Redirect, Response};
use domain::{distress::Danger, locale::Locale, submitted::Submitted, validation::Fault};
use http::{StatusCode, request::Parts};

use super::{
    render::{Shown, render},
    router::State,
};
use crate::portal::{AttachError, FollowUpError, HandOverError, SaveError};

/// What a POST comes to.
#[derive(Debug)]
pub(super) enum Outcome {
    /// Done: see that page, with what follows its path in the address.
    See(Path, String),
    /// Done: go back to the address of a form, which is ours.
    Back(String),
    /// Refused: the same page, with what was typed.
    Refuse(StatusCode, Box<Refused>),
    /// The page cannot be shown again.
    Fail(ErrorKind),
}

impl Outcome {
    /// Goes on to a page.
    pub(super) const fn see(path: Path) -> Self {
        Self::See(path, String::new())
    }

    /// Too many writes at once: nothing is wrong with the answers.
    pub(super) fn too_many(typed: Submitted, wait: u64) -> Self {
        Self::problem(
            StatusCode::TOO_MANY_REQUESTS,
            typed,
            Problem::TooMany { wait },
        )
    }

    /// Answers wrong: 422.
    pub(super) fn invalid(typed: Submitted, faults: Vec<Fault>, again: bool) -> Self {
        let refused = Refused {
            typed,
            faults,
            again,
            problem: None,
        };
        Self::Refuse(StatusCode::UNPROCESSABLE_ENTITY, Box::new(refused))
    }

    /// The form as a whole is refused.
    pub(super) fn problem(status: StatusCode, typed: Submitted, problem: Problem) -> Self {
        let again = typed.first(hidden::FAULTS) == problem.name();
        let refused = Refused {
            typed,
            problem: Some(problem),
            again,
            ..Refused::default()
        };
        Self::Refuse(status, Box::new(refused))
    }

    /// A text tells of distress or danger: human help first, then the same page goes on.
    pub(super) fn danger(typed: Submitted, dangers: Vec<Danger>) -> Self {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Self::problem(status, typed, Problem::Danger(dangers))
    }

    /// What stopped a save, with what was typed given back wherever the page can be shown.
    pub(super) fn of_save(error: SaveError, typed: Submitted, list: Option<Path>) -> Self {
        match error {
            SaveError::Conflict { saved, version } => Self::problem(
                StatusCode::CONFLICT,
                typed,
                Problem::Conflict { saved, version },
            ),
            SaveError::Unavailable => {
                Self::problem(StatusCode::SERVICE_UNAVAILABLE, typed, Problem::Unavailable)
            }
            SaveError::Full => list.map_or(Self::Fail(ErrorKind::NotFound), Self::see),
            SaveError::Unknown => Self::Fail(ErrorKind::NotFound),
            SaveError::Ended(ending) => Self::ended(ending),
            SaveError::Sent(request) => Self::see(Path::Receipt(request)),
            SaveError::TooLarge => Self::Fail(ErrorKind::TooLarge),
        }
    }

    /// What stopped a hand-over.
    pub(super) fn of_hand_over(error: HandOverError, typed: Submitted) -> Self {
        match error {
            HandOverError::Enough => Self::problem(
                StatusCode::UNPROCESSABLE_ENTITY,
                typed,
                Problem::EnoughCodes,
            ),
            HandOverError::Unavailable => {
                Self::problem(StatusCode::SERVICE_UNAVAILABLE, typed, Problem::Unavailable)
            }
            HandOverError::Unknown => Self::Fail(ErrorKind::AccessOver),
            HandOverError::Ended(ending) => Self::ended(ending),
        }
    }

    /// What stopped the beginning of something about a request.
    pub(super) fn of_begin(error: SaveError) -> Self {
        match error {
            // No access, mostly over: the page says how to open the request again.
            SaveError::Unknown => Self::Fail(ErrorKind::AccessOver),
            error => Self::of_save(error, Submitted::default(), None),
        }
    }

    /// What stopped an attachment, other than the file itself.
    pub(super) fn of_attach(error: AttachError, typed: Submitted) -> Self {
        match error {
            AttachError::Ended(ending) => Self::ended(ending),
            AttachError::Sent(request) => Self::see(Path::Receipt(request)),
            AttachError::Unavailable => {
                Self::problem(StatusCode::SERVICE_UNAVAILABLE, typed, Problem::Unavailable)
            }
            AttachError::Unknown | AttachError::File(_) => Self::Fail(ErrorKind::NotFound),
        }
    }

    /// A question for files, without one.
    pub(super) fn none_chosen(key: &str, typed: Submitted) -> Self {
        let problem = FileProblem {
            key: key.to_owned(),
            filename: String::new(),
            code: FileFault::NoneChosen,
        };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Self::problem(status, typed, Problem::File(problem))
    }

    /// What stopped something that a resident does about a request.
    pub(super) fn of_follow_up(error: FollowUpError, typed: Submitted) -> Self {
        match error {
            FollowUpError::Unavailable => {
                Self::problem(StatusCode::SERVICE_UNAVAILABLE, typed, Problem::Unavailable)
            }
            FollowUpError::NoDocument(first) => Self::none_chosen(&first, typed),
            FollowUpError::Incomplete | FollowUpError::TooLate => {
                Self::problem(StatusCode::UNPROCESSABLE_ENTITY, typed, Problem::Incomplete)
            }
            FollowUpError::Unknown => Self::Fail(ErrorKind::AccessOver),
            FollowUpError::Ended(ending) => Self::ended(ending),
        }
    }

    /// What about a request cannot be had: unknown, foreign and over look the same.
    pub(super) const fn closed(absence: &Absence) -> Self {
        match absence {
            Absence::Unavailable => Self::Fail(ErrorKind::Unavailable),
            Absence::Unknown => Self::Fail(ErrorKind::AccessOver),
            Absence::Ended(ending) => Self::ended(*ending),
        }
    }

    /// A draft of this visitor that ended.
    pub(super) const fn ended(ending: Ending) -> Self {
        Self::Fail(match ending {
            Ending::Erased => ErrorKind::Erased,
            Ending::Expired => ErrorKind::Expired,
            Ending::Given => ErrorKind::OpinionGiven,
            Ending::TooLate => ErrorKind::OpinionTooLate,
        })
    }

    /// The answer.
    pub(super) async fn respond(self, state: &State, parts: Parts) -> Response {
        match self {
            Self::See(path, suffix) => {
                let address = path.in_locale(locale(&parts));
                Redirect::to(&format!("{address}{suffix}")).into_response()
            }
            Self::Back(address) => Redirect::to(&address).into_response(),
            Self::Refuse(status, refused) => {
                render(state, parts, Shown::Refused(status, Arc::from(refused))).await
            }
            Self::Fail(kind) => render(state, parts, Shown::Error(kind)).await,
        }
    }
}

/// The language of an address.
pub(super) fn locale(parts: &Parts) -> Locale {
    let segment = parts.uri.path().split('/').nth(1).unwrap_or_default();
    Locale::from_segment(segment).unwrap_or(Locale::French)
}
