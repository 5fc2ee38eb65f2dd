//! "I am done on this computer": what will end, one button, and the page that says that it ended.

use std::collections::BTreeMap;

use domain::{
    field::{Choice, Field, FieldKind, Need},
    locale::Locale,
    submitted::Submitted,
    text::Text,
};
use leptos::prelude::*;

use super::page::{Heading, PageTitle};
use crate::{
    components::{
        AuthorityContact, BackLink, FormState, LinkButton, Notice, NoticeKind, Questions, Submit,
        words_of,
    },
    l10n,
    pages::drafts::step::problem_summary,
    paths::Path,
    ports::{DraftSummary, HeldRequest},
    request::{portal, query},
    t,
};

/// The question about drafts.
pub mod choice {
    /// Name of the question.
    pub const DRAFTS: &str = "drafts";
    /// They are erased.
    pub const ERASE: &str = "erase";
    /// They are kept.
    pub const KEEP: &str = "keep";
}

/// Query parameter and value of a page that says that drafts were kept.
pub const KEPT: (&str, &str) = ("brouillons", "gardes");

/// Page that says what will end.
#[component]
pub fn Finish() -> impl IntoView {
    Suspend::new(async move {
        let portal = portal();
        let requests = portal.requests().await.unwrap_or_default();
        let drafts = portal.drafts().await.unwrap_or_default();
        // Also where nothing is listed: the button takes the cookie back.
        let nothing = requests.is_empty() && drafts.is_empty();
        view! {
            <PageTitle title=t!("finish-page-heading")/>
            {problem_summary(Vec::new(), "#titre")}
            <BackLink href=Path::Home.here() to=t!("finish-back")/>
            <Heading>{t!("finish-page-heading")}</Heading>
            {if nothing { nothing_held() } else { view! { <p>{t!("finish-page-text")}</p> }.into_any() }}
            {held(&requests)}
            // A whole page is loaded, so that nothing of this one stays in the memory of the browser.
            <form id="step-form" method="post" action=Path::Finish.here() novalidate aria-labelledby="titre" data-reload="">
                {drafts_here(&drafts)}
                <Submit label=t!("finish-button")/>
            </form>
            <AuthorityContact authority=portal.authority()/>
        }
    })
}

fn nothing_held() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Information title=t!("finish-nothing-title")>
            <p>{t!("finish-nothing-text")}</p>
        </Notice>
    }
    .into_any()
}

fn held(requests: &[HeldRequest]) -> Option<AnyView> {
    let titles = requests
        .iter()
        .map(|request| view! { <li>{words_of(&request.procedure.title)}</li> })
        .collect_view();
    (!requests.is_empty()).then(|| {
        view! {
            <h2>{t!("finish-requests")}</h2>
            <ul>{titles}</ul>
            <p>{t!("finish-requests-text")}</p>
        }
        .into_any()
    })
}

fn drafts_here(drafts: &[DraftSummary]) -> Option<AnyView> {
    let titles = drafts
        .iter()
        .map(|draft| view! { <li>{words_of(&draft.procedure.title)}</li> })
        .collect_view();
    // On a shared computer one button is enough.
    let typed = Submitted(vec![(choice::DRAFTS.to_owned(), choice::ERASE.to_owned())]);
    let state = FormState {
        typed,
        ..FormState::default()
    };
    (!drafts.is_empty()).then(|| {
        view! {
            <h2>{t!("finish-drafts")}</h2>
            <ul>{titles}</ul>
            <p>{t!("finish-drafts-text")}</p>
            <Questions fields=vec![question(l10n::locale())] state/>
        }
        .into_any()
    })
}

fn question(locale: Locale) -> Field {
    let text = |words: String| Text(BTreeMap::from([(locale, words)]));
    let option = |value: &str, words| Choice {
        value: value.to_owned(),
        label: text(words),
        hint: None,
    };
    Field {
        key: choice::DRAFTS.to_owned(),
        label: text(t!("finish-choice")),
        hint: None,
        need: Need::Required,
        about: Default::default(),
        when: None,
        compare: None,
        role: None,
        kind: FieldKind::OneOf {
            options: vec![
                option(choice::ERASE, t!("finish-choice-erase")),
                option(choice::KEEP, t!("finish-choice-keep")),
            ],
        },
    }
}

/// Page that says that it ended. It knows nothing of whoever was here.
#[component]
pub fn Finished() -> impl IntoView {
    let kept = query(KEPT.0) == KEPT.1;
    let (heading, text) = if kept {
        (t!("finished-kept-heading"), t!("finished-kept-text"))
    } else {
        (t!("finished-heading"), t!("finished-text"))
    };
    let window = (!kept).then(|| view! { <p>{t!("finished-window")}</p> });
    view! {
        <PageTitle title=heading.clone()/>
        <Heading>{heading}</Heading>
        <p class="lead">{text}</p>
        {window}
        <p>{t!("finished-again")}</p>
        <p><LinkButton href=Path::Home.here() label=t!("error-link-home").into_any()/></p>
        <AuthorityContact authority=portal().authority()/>
    }
}

/// The way to that page, for whoever holds something here.
pub(super) fn finish_link() -> AnyView {
    view! { <p><a href=Path::Finish.here()>{t!("finish-link")}</a></p> }.into_any()
}
