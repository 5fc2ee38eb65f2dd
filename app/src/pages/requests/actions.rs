//! What a resident can do about a request, and what the service expects first.

use domain::{message::unread, request::Status};
use leptos::prelude::*;

use super::{
    appointment, complain,
    demand::{demand, is_due},
    messages::COMPLAINT,
    notices,
};
use crate::{
    components::{Notice, NoticeKind, Secondary},
    pages::drafts::step::KEY,
    paths::Path,
    ports::{PendingAct, PendingKind, Request},
    request::{portal, query},
    t,
};

/// Query parameter that says what was just done.
pub const DONE: &str = "fait";

/// Values of [`DONE`].
pub mod done {
    /// The request was withdrawn.
    pub const WITHDRAWAL: &str = "retrait";
    /// The service was reminded.
    pub const REMINDER: &str = "relance";
    /// Answers were corrected.
    pub const CORRECTION: &str = "correction";
    /// Documents were given.
    pub const DOCUMENTS: &str = "documents";
    /// More time was asked for.
    pub const EXTENSION: &str = "delai";
    /// How to be told was chosen.
    pub const NOTICES: &str = "avis";
    /// The appointment was moved.
    pub const MOVE: &str = "deplacement";
    /// More or fewer people come, at the same hour.
    pub const PEOPLE: &str = "personnes";
    /// The service was told that the resident will be late.
    pub const LATE: &str = "retard";
}

/// Whether the resident withdrew the request and the service does not show it yet.
pub(super) fn is_withdrawn_here(request: &Request) -> bool {
    let waits = |act: &PendingAct| act.kind == PendingKind::Withdrawal && !act.is_refused();
    request.pending.iter().any(waits)
}

/// Whether nothing is decided and nothing ended it.
pub(super) fn is_open(request: &Request) -> bool {
    request.status.is_open() && !is_withdrawn_here(request)
}

/// What was just done, what is new and what is expected: first on the page.
pub(super) fn first_things(request: &Request) -> impl IntoView + use<> {
    let done = match query(DONE).as_str() {
        done::WITHDRAWAL if appointment::state(request).is_some() => {
            Some((t!("done-cancelling-title"), t!("done-cancelling-text")))
        }
        done::MOVE => Some((t!("done-moved-title"), t!("done-moved-text"))),
        done::PEOPLE => appointment::same_hour(request),
        done::LATE => Some((t!("done-late-title"), t!("done-late-text"))),
        done::WITHDRAWAL => Some((t!("done-withdrawal-title"), t!("done-withdrawal-text"))),
        done::REMINDER => Some((t!("done-reminder-title"), t!("done-reminder-text"))),
        done::CORRECTION => Some((t!("done-correction-title"), t!("done-correction-text"))),
        done::DOCUMENTS => Some((t!("done-documents-title"), t!("done-documents-text"))),
        done::EXTENSION => Some((t!("done-extension-title"), t!("done-extension-text"))),
        done::NOTICES => Some((t!("done-notices-title"), notices::chosen(&request.notices))),
        _ => None,
    };
    let done = done.map(|(title, text)| {
        view! { <Notice kind=NoticeKind::Success title><p>{text}</p></Notice> }
    });
    let count = unread(&request.messages);
    let thread = Path::Messages(request.id.clone()).here();
    let new = (count > 0).then(|| {
        view! {
            <Notice kind=NoticeKind::Information title=t!("request-unread", count = count)>
                <p><a href=thread>{t!("request-read")}</a></p>
            </Notice>
        }
    });
    let refused = request.pending.iter().any(|act| act.is_refused()).then(|| {
        let phone = request.procedure.service.phone.clone();
        view! {
            <Notice kind=NoticeKind::Warning title=t!("request-refused-title")>
                <p>{t!("request-refused-text", phone = phone)}</p>
            </Notice>
        }
    });
    view! { {done} {refused} {notices::out_of_reach(request)} {demand(request)} {new} }
}

/// Links and buttons: write, remind, complain, withdraw. What the back office cannot do is not shown.
pub(super) fn possible(request: &Request, overdue: bool) -> Option<AnyView> {
    let office = portal().office();
    let (write, open) = (office.messages && request.may_act(), is_open(request));
    let withdraw = office.withdrawal
        && open
        && request.guest.is_none()
        && !appointment::has_cancel_link(request);
    let withdraw_words = if appointment::is_visit(request) {
        t!("appointment-cancel")
    } else {
        t!("request-withdraw")
    };
    let thread = Path::Messages(request.id.clone()).here();
    let mistake = thread.clone();
    // A complaint is a request of its own where there is one; a message of its kind elsewhere.
    let own = complain::offered(request).map(|_| Path::Complain(request.id.clone()).here());
    let has_own = own.is_some();
    if !write && !withdraw && !has_own {
        return None;
    }
    let complaint = format!("{thread}?{}={}#ecrire", COMPLAINT.0, COMPLAINT.1);
    let remind = Path::Remind(request.id.clone()).here();
    let leave = Path::Withdraw(request.id.clone()).here();
    let late = (write && overdue && open).then(|| {
        view! {
            <form method="post" action=remind aria-label=t!("request-remind")>
                <Secondary label=t!("request-remind")/>
            </form>
        }
    });
    let view = view! {
        <h2>{t!("request-actions")}</h2>
        {late}
        <ul>
            {write.then(|| view! { <li><a href=thread>{t!("request-write")}</a></li> })}
            {(write && !open).then(|| view! { <li><a href=mistake>{t!("request-mistake")}</a></li> })}
            {own.map(|own| view! { <li><a href=own>{t!("request-complain")}</a></li> })}
            {(write && overdue && !has_own).then(|| view! { <li><a href=complaint>{t!("request-complain")}</a></li> })}
            {withdraw.then(|| view! { <li><a href=leave>{withdraw_words}</a></li> })}
        </ul>
    };
    Some(view.into_any())
}

/// The way to everything on one page, and to its files.
pub(super) fn whole(request: &Request) -> impl IntoView + use<> {
    let href = Path::Record(request.id.clone()).here();
    view! {
        <h2>{t!("record-heading")}</h2>
        <p>{t!("record-text")}</p>
        <p><a href=href>{t!("record-open")}</a></p>
    }
}

/// The button that begins the same procedure again with the same answers; nothing once they are not kept any more,
/// nor for a visit, which begins with a time.
pub(super) fn again(request: &Request) -> Option<AnyView> {
    let catalogue = portal().catalogue().ok()?;
    let offered = catalogue.procedure(&request.procedure.id);
    let begins_so = offered.is_some_and(|procedure| !procedure.visit);
    if request.guest.is_some() || request.answers.0.is_empty() || !begins_so {
        return None;
    }
    let path = Path::Copy(request.id.clone()).here();
    let action = format!("{path}?{KEY}={}", portal().form_key());
    let view = view! {
        <h2>{t!("copy-heading")}</h2>
        <p>{t!("copy-text")}</p>
        <form method="post" action=action aria-label=t!("copy-button")>
            <Secondary label=t!("copy-button")/>
        </form>
    };
    Some(view.into_any())
}

/// What comes next, and whether the resident has something to do.
pub(super) fn next_words(request: &Request) -> String {
    if let Some(words) = appointment::next(request) {
        return words;
    }
    if is_withdrawn_here(request) {
        return t!("next-withdrawal");
    }
    if request.delivered_at.is_none() {
        return t!("next-recorded");
    }
    let phone = request.procedure.service.phone.clone();
    match request.status {
        Status::Submitted => t!("next-submitted"),
        Status::InReview => t!("next-in-review"),
        Status::InfoRequested if is_due(request) => t!("next-demand"),
        // Everything asked for is on its way.
        Status::InfoRequested if request.facts.info_request.is_some() => t!("next-in-review"),
        Status::InfoRequested if portal().office().messages => t!("next-info-requested-write"),
        Status::InfoRequested => t!("next-info-requested", phone = phone),
        Status::AwaitingPayment => t!("next-awaiting-payment", phone = phone),
        Status::Accepted => t!("next-accepted"),
        Status::Rejected => t!("next-rejected", phone = phone),
        Status::Closed | Status::Withdrawn | Status::Expired => t!("next-closed", phone = phone),
        Status::Other => t!("next-other", phone = phone),
    }
}
