//! The document around every page: language, direction, inlined stylesheet, landmarks, live regions.

use std::sync::Arc;

use domain::{field::Role, locale::Locale, survey::Moment};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::{MetaTags, provide_meta_context};

use crate::{
    components::{PageQuestion, SiteFooter, SiteHeader, SkipLinks, SkipTarget, words_of},
    l10n,
    pages::{drafts::step::KEY, errors::ErrorKind, opinions::page_names},
    paths::Path,
    request::{path_only, portal, refused},
    routes::Pages,
    t,
};

/// Prepares rendering: call it once, before the first page, inside the runtime.
pub fn prepare() {
    // A second call (several portals in one test) changes nothing.
    let _ = any_spawner::Executor::init_tokio();
}

/// The whole document.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    provide_meta_context();
    let locale = l10n::locale();
    let alternates = Locale::ALL
        .map(|other| {
            let path = crate::paths::translated(&path_only(), other);
            let address = format!("{}{path}", portal().authority().public_url);
            view! { <link rel="alternate" hreflang=other.tag() href=address/> }
        })
        .collect_view();
    view! {
        <!DOCTYPE html>
        <html lang=locale.tag() dir=locale.dir()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                // The server puts the one stylesheet in: the same bytes on every page, not rendered each time.
                <style></style>
                <HydrationScripts options islands=true/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                {alternates}
                <MetaTags/>
            </head>
            <body>
                <Frame/>
            </body>
        </html>
    }
}

/// Landmarks around the page, and the two live regions that navigation writes in (RGAA 7.5, 9.2, 12.6, 12.7).
#[component]
fn Frame() -> impl IntoView {
    let path_and_query = crate::request::path_and_query();
    let authority = portal().authority();
    let question = page_question();
    view! {
        <SkipLinks targets=skip_targets(question.is_some())/>
        <SiteHeader authority=Arc::clone(&authority) path_and_query/>
        <main id="contenu" tabindex="-1">
            <Pages/>
        </main>
        <SiteFooter authority question/>
        <div id="live" role="status" data-loading=t!("navigation-loading")></div>
        <div id="live-error" role="alert"></div>
    }
}

/// What one can jump to on this page.
fn skip_targets(asks_whether_clear: bool) -> Vec<SkipTarget> {
    let path = path_only();
    let searches = [Path::Home.here(), Path::Procedures.here()].contains(&path)
        && use_context::<ErrorKind>().is_none()
        && (path == Path::Home.here() || portal().catalogue().is_ok());
    let search = searches.then_some(SkipTarget::Search);
    std::iter::once(SkipTarget::Content)
        .chain(search)
        .chain([SkipTarget::Help])
        .chain(asks_whether_clear.then_some(SkipTarget::PageQuestion))
        .collect()
}

/// Whether this page is clear: asked where one reads, never in the middle of a form nor on a page of an error.
fn page_question() -> Option<PageQuestion> {
    let catalogue = portal().catalogue().ok()?;
    let asked = catalogue.questionnaire(Moment::Page)?;
    let field = asked.field_of_role(Role::PageClear)?;
    let name = page_names::name_of(&path_only(), &catalogue)?;
    let is_shown = use_context::<ErrorKind>().is_none() && refused().is_none();
    is_shown.then(|| PageQuestion {
        action: Path::OpinionOfPage(name).here(),
        question: words_of(&field.label).into_any(),
        name: field.key.clone(),
        key: (KEY, portal().form_key()),
    })
}

/// The nonce of this answer, for the CSP header.
#[must_use]
pub fn nonce() -> Option<String> {
    use_nonce().map(|nonce| nonce.to_string())
}
