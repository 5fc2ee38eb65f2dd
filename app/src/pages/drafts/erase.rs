//! Erasing a draft: an extra step before what cannot be undone (RGAA 11.12).

use leptos::prelude::*;

use super::open::with_draft;
use crate::{
    components::{BackLink, ServiceContact, Submit, message_with},
    l10n,
    pages::page::{Heading, PageTitle, not_found},
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
            // Its holder alone erases it.
            if draft.guest.is_some() {
                return not_found();
            }
            let title = &draft.procedure.title;
            view! {
                <PageTitle title=t!("erase-title", title = l10n::words(title))/>
                <BackLink href=Path::Review(draft.id.clone()).here() to=t!("erase-back")/>
                <Heading>{t!("erase-heading")}</Heading>
                <p>{message_with(title, |title| t!("erase-text", title = title))}</p>
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
