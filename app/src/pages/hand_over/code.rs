//! A code, large: to read out, to copy, to scan, to print.

use leptos::prelude::*;

use super::{Shown, closed, give::uses_words, purpose_words, scope_words, shown};
use crate::{
    components::{
        BackLink, Facts, HandOverCode, Notice, NoticeKind, QrCode, Secondary, ServiceContact,
        words_of,
    },
    l10n,
    pages::{
        page::{Heading, PageTitle},
        requests::receipt::moment,
    },
    paths::{Carried, Path},
    ports::{Absence, HandOver},
    request::{portal, segment},
    t,
};

/// Page of a code of a request.
#[component]
pub fn CodeOfRequest() -> impl IntoView {
    let (carried, code) = (Carried::Request(segment("request")), segment("code"));
    Suspend::new(async move { load(carried, &code).await })
}

/// Page of a code of a draft.
#[component]
pub fn CodeOfDraft() -> impl IntoView {
    let (carried, code) = (Carried::Draft(segment("draft")), segment("code"));
    Suspend::new(async move { load(carried, &code).await })
}

async fn load(carried: Carried, id: &str) -> AnyView {
    let shown = match shown(carried.clone()).await {
        Ok(shown) => shown,
        Err(reason) => return closed(&carried, &reason),
    };
    match shown.codes.iter().find(|code| code.id == id) {
        Some(code) => page(&shown, code),
        None => closed(&carried, &Absence::Unknown),
    }
}

fn page(shown: &Shown, code: &HandOver) -> AnyView {
    let ends = moment(code.ends_at);
    let (count, uses) = uses_words(code);
    let uses = uses
        .into_iter()
        .map(|words| view! { <li>{words}</li> })
        .collect_view();
    let uses = (!uses.is_empty()).then(|| view! { <ul>{uses}</ul> });
    let end = if code.code.is_some() {
        t!("hand-over-until", at = ends)
    } else if code.revoked {
        t!("hand-over-revoked", at = ends)
    } else {
        t!("hand-over-ended", at = ends)
    };
    let facts = vec![
        (
            t!("hand-over-purpose"),
            purpose_words(code.purpose).into_any(),
        ),
        (t!("hand-over-scope"), scope_words(code.scope).into_any()),
        (t!("hand-over-life"), end.into_any()),
    ];
    let back = Path::HandOver(shown.carried.clone()).here();
    let content = match &code.code {
        Some(words) => open(shown, code, *words),
        None => view! {
            <Notice kind=NoticeKind::Information title=t!("hand-over-over-title")>
                <p>{t!("hand-over-over-text")}</p>
            </Notice>
        }
        .into_any(),
    };
    view! {
        <PageTitle title=t!("hand-over-code-title", procedure = l10n::words(&shown.procedure.title))/>
        <BackLink href=back to=t!("hand-over-back")/>
        <Heading>{t!("hand-over-code-heading")}</Heading>
        <p>{words_of(&shown.procedure.title)}</p>
        {content}
        <h2>{t!("hand-over-code-facts")}</h2>
        <Facts facts/>
        <p>{count}</p>
        {uses}
        <ServiceContact service=shown.procedure.service.clone()/>
    }
    .into_any()
}

/// The code while it lives.
fn open(shown: &Shown, given: &HandOver, code: domain::hand_over::HandOverCode) -> AnyView {
    let site = portal().authority().public_url.clone();
    let address = format!("{site}{}", Path::TakeUp.here());
    // After the `#`, which browsers send to nobody: no log on the way holds the code.
    let scanned = format!("{address}#{code}");
    let path = Path::HandOverCode {
        carried: shown.carried.clone(),
        code: given.id.clone(),
    };
    let given_at = moment(given.given_at);
    view! {
        <HandOverCode code/>
        <p>{t!("hand-over-code-say")}</p>
        <ol>
            <li>{t!("hand-over-code-open", address = address)}</li>
            <li>{t!("hand-over-code-type")}</li>
        </ol>
        <p>{t!("hand-over-code-scan")}</p>
        <QrCode text=scanned label=t!("hand-over-code-qr")/>
        <form method="post" action=path.here() aria-label=t!("hand-over-revoke-one", at = given_at)>
            <Secondary label=t!("hand-over-revoke")/>
        </form>
    }
    .into_any()
}
