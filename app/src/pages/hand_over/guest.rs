//! What is said to who is here thanks to a code: what they may do, until when, and how to end it.

use domain::hand_over::Scope;
use leptos::prelude::*;

use crate::{
    components::{Notice, NoticeKind, Secondary},
    pages::requests::receipt::moment,
    paths::Path,
    ports::{Draft, Guest, Request},
    t,
};

/// First on the pages of a request opened with a code; nothing for whose it is.
pub(in crate::pages) fn of_request(request: &Request) -> Option<AnyView> {
    let guest = request.guest?;
    let finish = Path::Finish.here();
    let leave = view! { <p><a href=finish>{t!("guest-done")}</a></p> };
    Some(notice(guest, leave.into_any()))
}

/// First on the pages of a draft that a code shares; nothing for whose it is.
pub(in crate::pages) fn of_draft(draft: &Draft) -> Option<AnyView> {
    let guest = draft.guest?;
    let action = Path::Leave(draft.id.clone()).here();
    let leave = view! {
        <p>{t!("guest-leave-text")}</p>
        <form method="post" action=action aria-label=t!("guest-done")>
            <Secondary label=t!("guest-done")/>
        </form>
    };
    Some(notice(guest, leave.into_any()))
}

fn notice(guest: Guest, leave: AnyView) -> AnyView {
    let until = moment(guest.until);
    let may = match guest.scope {
        Scope::Read => t!("guest-may-read", until = until),
        Scope::Act => t!("guest-may-act", until = until),
        Scope::Continue => t!("guest-may-continue", until = until),
    };
    view! {
        <Notice kind=NoticeKind::Information title=t!("guest-title")>
            <p>{may}</p>
            {leave}
        </Notice>
    }
    .into_any()
}
