//! Erasing a draft: an extra step before what cannot be undone (RGAA 11.12).

use leptos::prelude::*;

use super::open::with_draft;
use crate::{
    components::{BackLink, ServiceContact, Submit},
    l10n,
    pages::page::{Heading, PageTitle},
    paths::Path,
    request::segment,
    t,
};

/// Confirmation page.
#[component]
pub fn Erase() -> impl IntoView {
    let id = segment("draft");
    Suspend::new(async move {
        with_draft(id, |draft| {
            let title = l10n::words(&draft.procedure.title);
            view! {
                <PageTitle title=t!("erase-title", title = title.clone())/>
                <BackLink href=Path::Review(draft.id.clone()).here() to=t!("erase-back")/>
                <Heading>{t!("erase-heading")}</Heading>
                <p>{t!("erase-text", title = title)}</p>
                <form method="post" action=Path::Erase(draft.id.clone()).here()>
                    <Submit label=t!("erase-button")/>
                </form>
                <ServiceContact service=draft.procedure.service.clone()/>
            }
            .into_any()
        })
        .await
    })
}
