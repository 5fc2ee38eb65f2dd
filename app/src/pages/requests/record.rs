//! A whole request on one page, to read, to print, to take away: what the PDF says too, word for word.

mod answers;
mod content;
mod outcome;
mod story;
mod visit;

use std::sync::Arc;

use domain::locale::Locale;
use leptos::prelude::*;

use super::{closed, live::warning};
use crate::{
    components::{BackLink, Notice, NoticeKind, PaperView, ServiceContact},
    l10n,
    pages::page::{Heading, PageTitle},
    paper::Paper,
    paths::Path,
    ports::{Portal, RecordWeights, Request},
    request::{portal, segment},
    t,
};

/// Page of the whole record of a request.
#[component]
pub fn RecordPage() -> impl IntoView {
    let id = segment("request");
    Suspend::new(async move {
        let portal = portal();
        let request = match portal.request(&id).await {
            Ok(request) => request,
            Err(reason) => return closed(&reason),
        };
        let paper = content::paper(&request);
        let weights = portal.record_weights(&request, &paper).await;
        page(&request, paper, &weights)
    })
}

/// The paper of a request outside of a page, for its PDF.
#[must_use]
pub fn paper(locale: Locale, portal: Arc<dyn Portal>, request: &Request) -> Paper {
    Owner::new().with(|| {
        provide_context(locale);
        provide_context(portal);
        content::paper(request)
    })
}

fn page(request: &Request, paper: Paper, weights: &RecordWeights) -> AnyView {
    let (name, heading) = (paper.name.clone(), paper.title.clone());
    view! {
        <PageTitle title=name/>
        <BackLink href=Path::Request(request.id.clone()).here() to=t!("messages-back")/>
        <Heading>{heading}</Heading>
        {downloads(request, weights)}
        <PaperView paper/>
        <ServiceContact service=request.procedure.service.clone()/>
        {warning(&request.id)}
    }
    .into_any()
}

/// The two files, each with its kind and weight (RGAA 13.3); what cannot be made now is said.
fn downloads(request: &Request, weights: &RecordWeights) -> impl IntoView + use<> {
    let weight = |bytes: u64| l10n::weight(l10n::locale(), bytes);
    let id = request.id.clone();
    let pdf = weights.pdf.map(|bytes| {
        let href = Path::RecordPdf(id.clone()).here();
        view! { <li><a href=href download="">{t!("record-pdf", weight = weight(bytes))}</a></li> }
    });
    let sorry = weights.pdf.is_none().then(|| {
        view! {
            <Notice kind=NoticeKind::Information title=t!("record-no-pdf-title")>
                <p>{t!("record-no-pdf-text")}</p>
            </Notice>
        }
    });
    let href = Path::RecordData(id).here();
    let data = t!("record-data", weight = weight(weights.data));
    view! {
        {sorry}
        <section class="record-files" aria-labelledby="record-files">
            <h2 id="record-files">{t!("record-download")}</h2>
            <ul>
                {pdf}
                <li><a href=href download="">{data}</a></li>
            </ul>
            <p>{t!("record-private")}</p>
        </section>
    }
}
