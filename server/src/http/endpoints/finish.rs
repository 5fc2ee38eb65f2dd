//! POST of "I am done": ends everything that this browser holds here, and asks it to keep nothing either.

use app::{
    pages::finish::{KEPT, choice},
    paths::Path,
};
use axum::{
    extract::{Request, State as Shared},
    response::Response,
};
use domain::submitted::Submitted;
use http::{HeaderName, HeaderValue, header};

use super::form::read;
use crate::{
    http::{outcome::Outcome, router::State},
    portal::Drafts,
};

/// Asks the browser to forget the pages that it kept (W3C Clear Site Data). Not `"cookies"`: those of the other sites
/// of the authority would go too; ours is taken back by itself.
const CLEAR: HeaderName = HeaderName::from_static("clear-site-data");

/// Ends everything.
pub(in crate::http) async fn post(Shared(state): Shared<State>, request: Request) -> Response {
    let (parts, posted) = read(request).await;
    let visitor = state.cookie.visitor(&parts.headers);
    let posted = match posted {
        Ok(posted) => posted,
        Err(kind) => return Outcome::Fail(kind).respond(&state, parts).await,
    };
    let drafts = if posted.all.first(choice::DRAFTS) == choice::KEEP {
        Drafts::Kept
    } else {
        Drafts::Erased
    };
    let (outcome, done) = match state.desk.finish(&visitor, drafts).await {
        Ok(()) if drafts == Drafts::Kept => {
            let query = format!("?{}={}", KEPT.0, KEPT.1);
            (Outcome::See(Path::Finished, query), false)
        }
        Ok(()) => (Outcome::see(Path::Finished), true),
        Err(error) => (Outcome::of_save(error, Submitted::default(), None), false),
    };
    let mut response = outcome.respond(&state, parts).await;
    if done {
        let headers = response.headers_mut();
        if let Some(cookie) = state.cookie.taken_back() {
            headers.insert(header::SET_COOKIE, cookie);
        }
        // Browsers take no notice of it over plain HTTP, and complain.
        if state.cookie.secure {
            let what = HeaderValue::from_static("\"cache\", \"storage\"");
            headers.insert(CLEAR, what);
        }
    }
    response
}
