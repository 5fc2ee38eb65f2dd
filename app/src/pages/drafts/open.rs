//! Opening a draft for a page: its journey, or the page that says why it cannot be shown.

use std::sync::Arc;

use domain::journey::Journey;
use leptos::prelude::*;

use crate::{
    components::{DraftFooter, ServiceContact, Submit, message_with},
    l10n,
    pages::{
        page::{Heading, PageTitle, absence},
        requests::live::warning,
    },
    paths::{Carried, Path},
    ports::Draft,
    request::portal,
    t,
};

/// Loads the draft, then shows `page` with it; a draft already sent leads to its receipt.
pub async fn with_draft<F>(id: String, page: F) -> AnyView
where
    F: FnOnce(Arc<Draft>) -> AnyView,
{
    match open(&id).await {
        Ok(draft) => page(draft),
        Err(other) => other,
    }
}

/// The draft, or the page that says why it is not shown.
pub(in crate::pages) async fn open(id: &str) -> Result<Arc<Draft>, AnyView> {
    match portal().draft(id).await {
        Ok(draft) if draft.sent_as.is_some() => Err(already_sent(&draft)),
        Ok(draft) => Ok(Arc::new(draft)),
        Err(reason) => Err(absence(&reason)),
    }
}

/// Where this person stands in the form.
#[must_use]
pub fn journey(draft: &Draft) -> Journey<'_> {
    Journey::new(&draft.procedure.steps, &draft.content, draft.today)
}

/// A button and not a link: sending again sends nothing, but opens the receipt when the access to it is over.
fn already_sent(draft: &Draft) -> AnyView {
    let text = message_with(&draft.procedure.title, |title| {
        t!("sent-already-text", title = title)
    });
    view! {
        <PageTitle title=t!("sent-already-title")/>
        <Heading>{t!("sent-already-title")}</Heading>
        <p>{text}</p>
        <form method="post" action=Path::Review(draft.id.clone()).here()>
            <Submit label=t!("sent-already-link")/>
        </form>
        <ServiceContact service=draft.procedure.service.clone()/>
    }
    .into_any()
}

/// Under every page of a draft: until when it is kept, how to go on elsewhere, how to erase it, whom to call. Whoever is
/// here thanks to a code neither erases it nor hands it over again.
pub(in crate::pages) fn draft_footer(draft: &Draft) -> AnyView {
    let service = draft.procedure.service.clone();
    if draft.guest.is_some() {
        return view! { <ServiceContact service/> }.into_any();
    }
    let until = l10n::date(
        l10n::locale(),
        draft.expires_at.to_zoned(portal().zone()).date(),
    );
    let erase = Path::Erase(draft.id.clone()).here();
    // A correction shows what the request holds: it ends with the access to it.
    let request = draft.corrects.as_ref();
    let warning = request.map(|corrects| warning(&corrects.request));
    let carried = Carried::Draft(draft.id.clone());
    let elsewhere = draft.corrects.is_none();
    let elsewhere = elsewhere.then(|| Path::HandOver(carried).here());
    view! {
        <DraftFooter until erase elsewhere service/>
        {warning}
    }
    .into_any()
}
