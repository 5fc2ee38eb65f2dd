//! Pages that say what went wrong and what to do, one wording per status.

use http::StatusCode;
use leptos::prelude::*;

use super::page::{Heading, PageTitle};
use crate::{
    components::AuthorityContact, l10n, paths::Path, request::portal, request::set_status, t,
};

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// 403: the post came from another site.
    Forbidden,
    /// 404: unknown or foreign.
    NotFound,
    /// 404: a request whose access is over, or that was never opened here; both look the same.
    AccessOver,
    /// 404: the link of a message that is unknown, or whose appointment is past; both look the same.
    LinkOver,
    /// 405: the address exists but not for this method.
    Method,
    /// 410: a draft that its holder erased.
    Erased,
    /// 410: a draft whose time ran out.
    Expired,
    /// 410: an opinion that was given already.
    OpinionGiven,
    /// 410: it is too late to say how it went.
    OpinionTooLate,
    /// 413: more than the portal takes.
    TooLarge,
    /// 422: a form that cannot be read.
    Unreadable,
    /// 429: too many tries; seconds to wait.
    TooMany {
        /// Seconds before the next try.
        wait: u64,
    },
    /// 500: a fault of ours.
    Internal,
    /// 503: storage or back office away.
    Unavailable,
}

impl ErrorKind {
    /// Status of the answer.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound | Self::AccessOver | Self::LinkOver => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Erased | Self::Expired | Self::OpinionGiven | Self::OpinionTooLate => {
                StatusCode::GONE
            }
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn title(self) -> String {
        match self {
            Self::Forbidden => t!("error-forbidden-title"),
            Self::NotFound => t!("error-not-found-title"),
            Self::AccessOver => t!("error-access-title"),
            Self::LinkOver => t!("error-link-title"),
            Self::Method => t!("error-method-title"),
            Self::Erased => t!("error-erased-title"),
            Self::Expired => t!("error-expired-title"),
            Self::OpinionGiven => t!("error-opinion-given-title"),
            Self::OpinionTooLate => t!("error-opinion-late-title"),
            Self::TooLarge => t!("error-too-large-title"),
            Self::Unreadable => t!("error-unreadable-title"),
            Self::TooMany { .. } => t!("error-too-many-title"),
            Self::Internal => t!("error-internal-title"),
            Self::Unavailable => t!("error-unavailable-title"),
        }
    }

    fn advice(self) -> String {
        match self {
            Self::Forbidden => t!("error-forbidden-text"),
            Self::NotFound => t!("error-not-found-text"),
            Self::AccessOver => t!(
                "error-access-text",
                minutes = portal().rules().access_minutes
            ),
            Self::LinkOver => t!("error-link-text"),
            Self::Method => t!("error-method-text"),
            Self::Erased => t!("error-erased-text"),
            Self::Expired => t!("error-expired-text", days = portal().rules().draft_days),
            Self::OpinionGiven => t!("error-opinion-given-text"),
            Self::OpinionTooLate => t!("error-opinion-late-text"),
            Self::TooLarge => t!("error-too-large-text"),
            Self::Unreadable => t!("error-unreadable-text"),
            Self::TooMany { wait } => t!("error-too-many-text", minutes = wait.div_ceil(60)),
            Self::Internal => t!("error-internal-text"),
            Self::Unavailable => t!("error-unavailable-text"),
        }
    }
}

/// Content of an error page: what happened, what to do, whom to call.
#[component]
pub fn ErrorPage(
    /// What went wrong.
    kind: ErrorKind,
) -> impl IntoView {
    set_status(kind.status());
    let incident = portal().incident();
    view! {
        <PageTitle title=l10n::plain(&kind.title())/>
        <Heading>{kind.title()}</Heading>
        <p>{kind.advice()}</p>
        <ul>
            <li><a href=Path::Home.here()>{t!("error-link-home")}</a></li>
            <li><a href=Path::Procedures.here()>{t!("error-link-procedures")}</a></li>
            <li><a href=Path::Follow.here()>{t!("error-link-follow")}</a></li>
        </ul>
        <AuthorityContact authority=portal().authority()/>
        <p class="incident">{t!("error-incident", incident = incident)}</p>
    }
}

/// The page for an address that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <ErrorPage kind=ErrorKind::NotFound/> }
}
