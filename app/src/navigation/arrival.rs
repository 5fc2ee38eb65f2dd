//! An answer of the server: whether it can be shown in place, and where it goes in the history.

use gloo_net::http::Request;
use web_sys::{Document, DomParser, SupportedType, Url};

use super::{
    entries, page_of, refusal, swap,
    visit::{Origin, Visit},
};
use crate::browser::{Attempt, absent, document, window};

/// A page as the server sent it.
pub(super) struct Answer {
    /// Parsed, not shown.
    pub(super) document: Document,
    /// Where it really comes from.
    pub(super) url: Url,
    /// The server answered with another address (303 after a post).
    pub(super) redirected: bool,
    /// HTTP status.
    pub(super) status: u16,
}

/// How the page shown enters the history.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// A new entry.
    Push,
    /// Instead of the current one: the same address, or a refused form, which Back must not send again.
    Replace,
    /// The same page after a form that it accepted (an item was removed): one goes on where the list begins.
    Again,
    /// The entry that Back or Forward has already made current.
    Return,
}

/// Waits for the answer and parses it. Whatever is not a page of this application is an error.
pub(super) async fn read(request: Request) -> Attempt<Answer> {
    let response = request.send().await.map_err(|_| absent())?;
    let headers = response.headers();
    // A page that asks again by itself does so in a document of its own only.
    let is_page = headers.get("refresh").is_none()
        && headers
            .get("content-type")
            .is_some_and(|kind| kind.starts_with("text/html"));
    let url = Url::new(&response.url())?;
    if !is_page || url.origin() != window()?.location().origin()? {
        return Err(absent());
    }
    let (redirected, status) = (response.redirected(), response.status());
    let text = response.text().await.map_err(|_| absent())?;
    let document = DomParser::new()?.parse_from_string(&text, SupportedType::TextHtml)?;
    Ok(Answer {
        document,
        url,
        redirected,
        status,
    })
}

/// Shows the answer in place; of an error page after a form, only its words.
pub(super) fn show(visit: &Visit, answer: &Answer) -> Attempt {
    let main = answer.document.query_selector("main")?.ok_or_else(absent)?;
    if visit.body.is_some() && refusal::is_error(answer, &main)? {
        return refusal::show(answer, &main);
    }
    if script(&answer.document) != script(&document()?) {
        // A new release: its islands are not in the code that runs here.
        return Err(absent());
    }
    let asked = Url::new(&visit.url)?;
    if !answer.redirected {
        answer.url.set_hash(&asked.hash());
    }
    let here = Url::new(&window()?.location().href()?)?;
    let same = page_of(&here.pathname(), &here.search())
        == page_of(&answer.url.pathname(), &answer.url.search());
    let entry = match visit.origin {
        Origin::Traversal => Entry::Return,
        Origin::Form { .. } if visit.body.is_some() && !answer.redirected => Entry::Replace,
        Origin::Form { .. } if visit.body.is_some() && same => Entry::Again,
        _ if same => Entry::Replace,
        _ => Entry::Push,
    };
    entries::write(entry, &answer.url.href())?;
    swap::show(&answer.document, &main, &answer.url, entry)
}

/// Name of the script of a page. It holds a digest, so another name is another release.
fn script(document: &Document) -> Option<String> {
    document
        .query_selector("link[rel=modulepreload]")
        .ok()??
        .get_attribute("href")
}
