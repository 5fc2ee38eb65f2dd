//! Complaining about a request: what a complaint is, then what goes along with it, as its author wishes.

use std::sync::Arc;

use domain::procedure::{Door, Procedure};
use leptos::prelude::*;

use super::{closed, live::warning};
use crate::{
    components::{BackLink, Secondary, ServiceContact, Submit, words_of},
    l10n,
    pages::{
        drafts::step::KEY,
        page::{Heading, PageTitle, not_found},
        procedures::procedure::delay_words,
    },
    paths::Path,
    ports::{Absence, Request},
    request::{portal, segment},
    t,
};

/// Value of the button that takes along the number of the request and how its author is reached.
pub const CARRY: &str = "carry";

/// The way to complain about a request, when there is one.
pub(super) fn offered(request: &Request) -> Option<Arc<Procedure>> {
    let catalogue = portal().catalogue().ok()?;
    let complaint = catalogue.door(Door::Complaint)?;
    let is_open = request.guest.is_none() && request.procedure.id != complaint.id;
    is_open.then(|| Arc::clone(complaint))
}

/// Page before a complaint about a request.
#[component]
pub fn ComplainPage() -> impl IntoView {
    let id = segment("request");
    Suspend::new(async move {
        match portal().request(&id).await {
            // A code never gives this.
            Ok(request) if request.guest.is_some() => closed(&Absence::Unknown),
            Ok(request) => match offered(&request) {
                Some(complaint) => page(&request, &complaint),
                None => not_found(),
            },
            Err(reason) => closed(&reason),
        }
    })
}

fn page(request: &Request, complaint: &Procedure) -> AnyView {
    let id = request.id.clone();
    let action = format!(
        "{}?{KEY}={}",
        Path::Complain(id.clone()).here(),
        portal().form_key()
    );
    let about = l10n::words(&request.procedure.title);
    let delay = delay_words(complaint.usual_delay);
    view! {
        <PageTitle title=t!("complain-title", procedure = about)/>
        <BackLink href=Path::Request(id.clone()).here() to=t!("messages-back")/>
        <Heading>{t!("complain-heading")}</Heading>
        <p class="lead">{words_of(&request.procedure.title)}</p>
        <p>{words_of(&complaint.summary)}</p>
        <p>{t!("complain-delay", delay = delay)}</p>
        <h2 id="reprendre">{t!("complain-carry-heading")}</h2>
        <p>{t!("complain-carry-text")}</p>
        <form id="step-form" method="post" action=action aria-labelledby="reprendre">
            <Submit label=t!("complain-carry") name="do" value=CARRY/>
            <Secondary label=t!("complain-alone") name="do" value="alone"/>
        </form>
        <ServiceContact service=complaint.service.clone()/>
        {warning(&id)}
    }
    .into_any()
}
