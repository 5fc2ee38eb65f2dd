//! Reading of a form post: the answers apart from what the page itself sends along.

use app::pages::{drafts::step::hidden, drafts::step::signature, errors::ErrorKind};
use axum::{
    Form, RequestExt,
    extract::{FromRequest, Request, rejection::FormRejection},
};
use domain::{submitted::Submitted, validation::Fault};
use http::{StatusCode, request::Parts};

/// Name of the pressed button.
const DO: &str = "do";

/// A form as posted.
#[derive(Debug, Default)]
pub(in crate::http) struct Posted {
    /// Everything, as a refused page needs it.
    pub(super) all: Submitted,
}

impl Posted {
    /// What was typed, without the page's own inputs.
    pub(super) fn typed(&self) -> Submitted {
        let own = |name: &str| name == DO || name.starts_with('_');
        Submitted(
            self.all
                .0
                .iter()
                .filter(|(name, _)| !own(name))
                .cloned()
                .collect(),
        )
    }

    /// Value of the pressed button.
    pub(super) fn pressed(&self) -> &str {
        self.all.first(DO)
    }

    /// Version of the page that the person saw; 0 for a page never saved.
    pub(super) fn seen(&self) -> u32 {
        self.all.first(hidden::VERSION).parse().unwrap_or(0)
    }

    /// Whether the page already showed these same faults.
    pub(super) fn again(&self, faults: &[Fault]) -> bool {
        !faults.is_empty() && self.all.first(hidden::FAULTS) == signature(faults)
    }

    /// Whether the person came from the review and goes back there.
    pub(super) fn back_to_review(&self) -> bool {
        self.all.first(hidden::BACK) == app::pages::drafts::step::BACK.1
    }
}

/// Reads a form post; the error is the page to answer with.
pub(in crate::http) async fn read(request: Request) -> (Parts, Result<Posted, ErrorKind>) {
    let (parts, body) = request.with_limited_body().into_parts();
    let again = Request::from_parts(parts.clone(), body);
    let posted = Form::<Vec<(String, String)>>::from_request(again, &()).await;
    let posted = match posted {
        Ok(Form(pairs)) => Ok(Posted {
            all: Submitted(pairs),
        }),
        Err(FormRejection::BytesRejection(rejection))
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE =>
        {
            Err(ErrorKind::TooLarge)
        }
        Err(_) => Err(ErrorKind::Unreadable),
    };
    (parts, posted)
}
