//! What pages about a request share: how old they are, news while they stay open, the warning before their end, and
//! what was typed for longer than the access lasted.

use jiff::Timestamp;
use leptos::prelude::*;

use super::messages::civil;
use crate::{
    components::{AsOf, LiveNews, Notice, NoticeKind, SessionWarning, ShowAgain},
    l10n,
    paths::Path,
    ports::Request,
    request::{path_only, portal, query, refused},
    t,
};

/// Query parameter of the stream of news: what the page shows.
pub const SHOWN: &str = "vu";

/// Query parameter and value of a page that gives back what came after the end of the access.
pub const LATE: (&str, &str) = ("reprise", "oui");

/// The same, to be put behind an address.
#[must_use]
pub fn late_query(sign: char) -> String {
    format!("{sign}{}={}", LATE.0, LATE.1)
}

/// Of when the page is, and the way to see it anew.
pub(in crate::pages) fn as_of(shown_at: Timestamp, again: ShowAgain) -> AnyView {
    let at = l10n::moment(l10n::locale(), civil(shown_at));
    view! { <AsOf at again/> }.into_any()
}

/// News while the page stays open, and the warning before the access ends: last in the page.
pub(super) fn open_page(request: &Request, again: ShowAgain) -> AnyView {
    let stream = Path::Events(request.id.clone()).here();
    let stream = format!("{stream}?{SHOWN}={}", request.mark);
    view! {
        <LiveNews stream again/>
        {warning(&request.id)}
    }
    .into_any()
}

/// The warning before the access to a request ends.
pub(in crate::pages) fn warning(request: &str) -> AnyView {
    let access = Path::Access(request.to_owned()).here();
    let closed = Path::Request(request.to_owned()).here();
    let minutes = portal().rules().access_minutes;
    let leave = Path::Finish.here();
    view! { <SessionWarning minutes access closed leave/> }.into_any()
}

/// The address of this page, to see it again in place.
pub(in crate::pages) fn this_page() -> ShowAgain {
    ShowAgain::Link(path_only())
}

/// Whether this page gives back what came after the end of the access.
pub(in crate::pages) fn is_late() -> bool {
    query(LATE.0) == LATE.1 && refused().is_some_and(|refused| refused.faults.is_empty())
}

/// Says that what was typed is back, and not sent.
pub(in crate::pages) fn late_notice() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Success title=t!("late-back-title")>
            <p>{t!("late-back-text")}</p>
        </Notice>
    }
    .into_any()
}

/// Says, on the page that opens a request, that what was typed waits.
pub(super) fn late_wait() -> Option<AnyView> {
    (query(LATE.0) == LATE.1).then(|| {
        view! {
            <Notice kind=NoticeKind::Warning title=t!("late-title")>
                <p>{t!("late-text")}</p>
            </Notice>
        }
        .into_any()
    })
}
