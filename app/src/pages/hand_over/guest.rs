//! What is said to who is here thanks to a code: what they may do, until when, and how to end it.

use domain::hand_over::Scope;
use leptos::prelude::*;

use crate::{
    components::{Notice, NoticeKind, Secondary},
    pages::requests::receipt::moment,
    paths::Path,
    ports::{Draft, Guest, Request},
    request::portal,
    t,
};

/// First on the pages of a request opened with a code; nothing for whose it is.
pub(in crate::pages) fn of_request(request: &Request) -> Option<AnyView> {
    let guest = request.guest?;
    let minutes = portal().rules().access_minutes;
    let close = t!("request-close-text", minutes = minutes);
    Some(notice(guest, Path::Request(request.id.clone()), close))
}

/// First on the pages of a draft that a code shares; nothing for whose it is.
pub(in crate::pages) fn of_draft(draft: &Draft) -> Option<AnyView> {
    let guest = draft.guest?;
    Some(notice(
        guest,
        Path::Leave(draft.id.clone()),
        t!("guest-leave-text"),
    ))
}

fn notice(guest: Guest, leave: Path, how: String) -> AnyView {
    let until = moment(guest.until);
    let may = match guest.scope {
        Scope::Read => t!("guest-may-read", until = until),
        Scope::Act => t!("guest-may-act", until = until),
        Scope::Continue => t!("guest-may-continue", until = until),
    };
    view! {
        <Notice kind=NoticeKind::Information title=t!("guest-title")>
            <p>{may}</p>
            <p>{how}</p>
            <form method="post" action=leave.here() aria-label=t!("guest-done")>
                <Secondary label=t!("guest-done")/>
            </form>
        </Notice>
    }
    .into_any()
}
