//! A sheet to print and hang at a place: a code to scan and an address to type lead to the question about it.

use domain::survey::Moment;
use leptos::prelude::*;

use crate::{
    components::{AuthorityContact, BackLink, QrCode, words_of},
    l10n,
    pages::{
        errors::{ErrorKind, ErrorPage},
        page::{Heading, PageTitle, not_found},
    },
    paths::Path,
    request::{portal, segment},
    t,
};

/// Page of the sheet.
#[component]
pub fn PosterPage() -> impl IntoView {
    let id = segment("place");
    let Ok(catalogue) = portal().catalogue() else {
        return view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any();
    };
    let is_asked = catalogue.questionnaire(Moment::Place).is_some();
    let Some(place) = catalogue.place(&id).filter(|_| is_asked) else {
        return not_found();
    };
    let authority = portal().authority();
    let address = format!(
        "{}{}",
        authority.public_url,
        Path::OpinionOfPlace(id.clone()).here()
    );
    let shown = address.clone();
    let name = l10n::words(&place.name);
    view! {
        <PageTitle title=t!("poster-title", place = name)/>
        <BackLink href=Path::Place(id).here() to=place.name.clone()/>
        <Heading>{t!("poster-heading")}</Heading>
        <p class="lead">{words_of(&place.name)}</p>
        <p>{t!("poster-text")}</p>
        <QrCode text=address label=t!("poster-qr")/>
        <p>{t!("poster-address")}" "<bdi dir="ltr">{shown}</bdi></p>
        <p>{t!("poster-agent")}</p>
        <AuthorityContact authority/>
    }
    .into_any()
}
