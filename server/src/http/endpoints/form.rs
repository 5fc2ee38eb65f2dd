//! Reading of a form post: the answers apart from what the page itself sends along.

use std::time::Duration;

use app::pages::{
    drafts::step::{BACK, KEY, MORE, MORE_HERE, hidden, signature},
    errors::ErrorKind,
};
use axum::{
    Form, RequestExt,
    extract::{FromRequest, Query, Request, rejection::FormRejection},
};
use domain::{submitted::Submitted, validation::Fault};
use http::{StatusCode, Uri, request::Parts};
use tokio::time::timeout;

use crate::portal::SavedStep;

/// Name of the pressed button.
const DO: &str = "do";

/// A form as posted.
#[derive(Debug, Clone, Default)]
pub(in crate::http) struct Posted {
    /// Everything, as a refused page needs it.
    pub(in crate::http) all: Submitted,
}

impl Posted {
    /// What was typed, without the page's own inputs.
    pub(in crate::http) fn typed(&self) -> Submitted {
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

    /// Whether the page was alive: it showed each question that an answer brought, at once.
    pub(super) fn is_assisted(&self) -> bool {
        !self.all.first(hidden::ASSISTED).is_empty()
    }

    /// What was saved, as the page showed it.
    pub(super) fn as_shown(&self, saved: SavedStep) -> SavedStep {
        if self.is_assisted() {
            saved.on_a_live_page()
        } else {
            saved
        }
    }

    /// Whether the page already showed these same faults.
    pub(super) fn again(&self, faults: &[Fault]) -> bool {
        !faults.is_empty() && self.all.first(hidden::FAULTS) == signature(faults)
    }

    /// The query of another page of the same draft: who is on the way back to the review still is.
    pub(super) fn way_back(&self) -> String {
        self.query(&[])
    }

    /// The rest of the address of the same page with the questions that its answers brought; the key of the first one.
    pub(super) fn more(&self, first: &str) -> String {
        self.query(&[(MORE, first)]) + MORE_HERE
    }

    fn query(&self, parts: &[(&str, &str)]) -> String {
        let back = self.back_to_review().then_some(BACK);
        let parts: Vec<String> = parts
            .iter()
            .copied()
            .chain(back)
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if parts.is_empty() {
            String::new()
        } else {
            format!("?{}", parts.join("&"))
        }
    }

    /// Whether the person came from the review and goes back there.
    pub(super) fn back_to_review(&self) -> bool {
        self.all.first(hidden::BACK) == BACK.1
    }
}

/// Longest wait for the end of a form without files.
const SLOWEST: Duration = Duration::from_secs(60);

/// Reads a form post; the error is the page to answer with.
pub(in crate::http) async fn read(request: Request) -> (Parts, Result<Posted, ErrorKind>) {
    let (parts, body) = request.with_limited_body().into_parts();
    let again = Request::from_parts(parts.clone(), body);
    let posted = Form::<Vec<(String, String)>>::from_request(again, &());
    let posted = match timeout(SLOWEST, posted).await {
        Ok(Ok(Form(pairs))) => Ok(Posted {
            all: Submitted(pairs),
        }),
        Ok(Err(FormRejection::BytesRejection(rejection)))
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE =>
        {
            Err(ErrorKind::TooLarge)
        }
        Ok(Err(_)) | Err(_) => Err(ErrorKind::Unreadable),
    };
    (parts, posted)
}

/// A parameter of the address of a form; empty when absent.
pub(super) fn parameter(uri: &Uri, wanted: &str) -> String {
    let pairs = Query::<Vec<(String, String)>>::try_from_uri(uri);
    let pairs = pairs.map(|Query(pairs)| pairs).unwrap_or_default();
    let found = pairs.into_iter().find(|(name, _)| name == wanted);
    found.map(|(_, value)| value).unwrap_or_default()
}

/// The key of a form that begins something.
pub(super) fn key_of(uri: &Uri) -> String {
    parameter(uri, KEY)
}
