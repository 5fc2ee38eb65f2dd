//! What every page shares: its title, its heading, and the banner of an old catalogue.

use std::sync::Arc;

use http::StatusCode;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    components::{Notice, NoticeKind},
    l10n,
    ports::{Absence, Catalogue, Ending, Problem},
    request::{portal, refused, set_status},
    t,
};

use super::errors::{ErrorKind, ErrorPage};

/// Title of the document: most specific first, `Erreur :` before everything on a refused form (RGAA 8.6).
#[component]
pub fn PageTitle(
    /// Title of the page, without the name of the site.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    let in_error = refused().is_some_and(|refused| {
        !refused.faults.is_empty() || refused.problem.as_ref().is_some_and(Problem::is_error)
    });
    let title = if in_error {
        t!("title-error", title = title)
    } else {
        title
    };
    let site = portal().authority().name.clone();
    let words = l10n::plain(&t!("title-of-page", title = title, site = site));
    // leptos writes the title as it is: `</title>` in a search would end it.
    view! { <Title text=html_escape::encode_text(&words).into_owned()/> }
}

/// Heading of the page; takes the focus after a navigation in place.
#[component]
pub fn Heading(children: Children) -> impl IntoView {
    view! { <h1 id="titre" tabindex="-1">{children()}</h1> }
}

/// A page made of the catalogue, or the page that says that it cannot be had. The page puts [`CatalogueAge`] right
/// after its heading: before what may be out of date.
pub fn with_catalogue<V: IntoView + 'static>(page: impl FnOnce(Arc<Catalogue>) -> V) -> AnyView {
    match portal().catalogue() {
        Ok(catalogue) => page(catalogue).into_any(),
        Err(_) => view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any(),
    }
}

/// A part of a page made of the catalogue, with how old it is before it; without it, the rest of the page still says
/// whom to call.
pub fn with_catalogue_part<V: IntoView + 'static>(
    part: impl FnOnce(Arc<Catalogue>) -> V,
) -> AnyView {
    match portal().catalogue() {
        Ok(catalogue) => view! { <CatalogueAge/> {part(catalogue)} }.into_any(),
        Err(_) => view! {
            <Notice kind=NoticeKind::Warning title=t!("error-unavailable-title")>
                <p>{t!("error-unavailable-text")}</p>
            </Notice>
        }
        .into_any(),
    }
}

/// How old the catalogue is, when it is not of today.
#[component]
pub fn CatalogueAge() -> impl IntoView {
    let since = portal()
        .catalogue()
        .ok()
        .and_then(|catalogue| catalogue.stale_since);
    since.map(|since| {
        let at = l10n::moment(l10n::locale(), since.to_zoned(portal().zone()).datetime());
        view! {
            <Notice kind=NoticeKind::Information title=t!("catalogue-old-title")>
                <p>{t!("catalogue-old-text", at = at)}</p>
            </Notice>
        }
    })
}

/// The page for something that cannot be shown.
#[must_use]
pub fn absence(absence: &Absence) -> AnyView {
    let kind = match absence {
        Absence::Unknown => ErrorKind::NotFound,
        Absence::Ended(Ending::Erased) => ErrorKind::Erased,
        Absence::Ended(Ending::Expired) => ErrorKind::Expired,
        Absence::Ended(Ending::Given) => ErrorKind::OpinionGiven,
        Absence::Ended(Ending::TooLate) => ErrorKind::OpinionTooLate,
        Absence::Unavailable => ErrorKind::Unavailable,
    };
    view! { <ErrorPage kind/> }.into_any()
}

/// Unknown address or object.
#[must_use]
pub fn not_found() -> AnyView {
    set_status(StatusCode::NOT_FOUND);
    view! { <ErrorPage kind=ErrorKind::NotFound/> }.into_any()
}
