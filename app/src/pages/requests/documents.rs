//! Documents that the service asks for: which, why, by when; given some at a time.

use std::sync::Arc;

use domain::{
    field::{Field, FieldKind, Need},
    info_request::{AskedDocument, DocumentState, Extension, InfoRequest},
    locale::Locale,
    procedure::Procedure,
    text::Text,
};
use leptos::prelude::*;

use super::{
    closed,
    demand::{deadline, due_documents},
    forms::{not_begun, one_page},
    live::{as_of, open_page, this_page},
};
use crate::{
    components::{
        BackLink, ErrorSummary, Notice, NoticeKind, Questions, Scope, Secondary, ServiceContact,
        ShowAgain, Submit, assist, words_of,
    },
    l10n,
    pages::{
        drafts::step::{KEY, form_state, hidden_inputs, is_again, key_of, problem_summary},
        hand_over::guest,
        page::{Heading, PageTitle},
    },
    paths::Path,
    ports::{Draft, PendingAct, PendingKind, Request},
    request::{portal, segment},
    t,
};

/// Identifier of the form, and of its one page.
pub const FORM: &str = "documents";

/// Greatest weight of one file, in mebibytes.
const MEBIBYTES: u16 = 10;

/// The form of what the service waits for: one question per document that is due.
#[must_use]
pub fn form(asked: Option<&InfoRequest>) -> Procedure {
    let fields = asked.map(fields).unwrap_or_default();
    one_page(FORM, Text([(Locale::French, String::new())].into()), fields)
}

fn fields(asked: &InfoRequest) -> Vec<Field> {
    let language = asked.language.unwrap_or(Locale::French);
    asked
        .documents
        .iter()
        .filter(|document| document.is_due())
        .map(|document| Field {
            key: document.id.clone(),
            label: Text([(language, document.title.clone())].into()),
            hint: None,
            need: Need::Required,
            about: Default::default(),
            when: None,
            compare: None,
            role: None,
            kind: FieldKind::File {
                accept: document.accept.clone(),
                max_files: document.max_files.into(),
                max_mebibytes: MEBIBYTES,
            },
        })
        .collect()
}

/// Page of the documents of a request.
#[component]
pub fn DocumentsPage() -> impl IntoView {
    let id = segment("request");
    Suspend::new(async move {
        let request = match portal().request(&id).await {
            Ok(request) => request,
            Err(reason) => return closed(&reason),
        };
        match portal().documents_draft(&id).await {
            Ok(draft) => page(&request, draft),
            Err(reason) => closed(&reason),
        }
    })
}

fn page(request: &Request, draft: Option<Draft>) -> AnyView {
    let title = l10n::words(&request.procedure.title);
    let asked = request.facts.info_request.as_ref();
    let again = if due_documents(asked, &request.pending).is_empty() {
        this_page()
    } else {
        ShowAgain::Form
    };
    let (summary, content) = match &request.facts.info_request {
        Some(asked) if !asked.documents.is_empty() => {
            let (summary, form) = if request.may_act() {
                give(request, asked, draft)
            } else {
                (().into_any(), ().into_any())
            };
            (
                Some(summary),
                view! { {overview(request, asked)} {form} }.into_any(),
            )
        }
        _ => (None, nothing_asked()),
    };
    view! {
        <PageTitle title=t!("documents-title", procedure = title)/>
        {problem_summary(Vec::new(), "#step-form")}
        {summary}
        <BackLink href=Path::Request(request.id.clone()).here() to=t!("messages-back")/>
        <Heading>{t!("documents-heading")}</Heading>
        <p>{words_of(&request.procedure.title)}</p>
        {as_of(request.shown_at, again.clone())}
        {guest::of_request(request)}
        {content}
        <ServiceContact service=request.procedure.service.clone()/>
        {open_page(request, again)}
    }
    .into_any()
}

fn nothing_asked() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Information title=t!("documents-none-title")>
            <p>{t!("documents-none-text")}</p>
        </Notice>
    }
    .into_any()
}

/// What is asked, and how each document stands.
fn overview(request: &Request, asked: &InfoRequest) -> impl IntoView + use<> {
    let language = asked.language.map(Locale::tag);
    let documents = asked
        .documents
        .iter()
        .map(|document| one(request, document, language))
        .collect_view();
    let text = asked
        .text
        .clone()
        .map(|text| view! { <p dir="auto" lang=language>{text}</p> });
    view! {
        {deadline(asked)}
        {text}
        {documents}
    }
}

fn one(
    request: &Request,
    document: &AskedDocument,
    language: Option<&'static str>,
) -> impl IntoView + use<> {
    let sent_here = request.pending.iter().any(|act| {
        matches!(&act.kind, PendingKind::Document { document: known, .. } if *known == document.id)
            && !act.is_refused()
    });
    let state = match document.state {
        _ if sent_here => t!("document-sent"),
        DocumentState::Asked => t!("document-asked"),
        DocumentState::Given => t!("document-given"),
        DocumentState::Accepted => t!("document-accepted"),
        DocumentState::Refused => t!("document-refused"),
    };
    let refusal = document
        .refusal
        .clone()
        .filter(|_| document.state == DocumentState::Refused)
        .map(|reason| view! { <p dir="auto" lang=language>{reason}</p> });
    let examples = document
        .examples
        .iter()
        .map(|example| view! { <li dir="auto" lang=language>{example.clone()}</li> })
        .collect_view();
    let examples = (!examples.is_empty()).then(|| {
        view! {
            <p>{t!("document-examples")}</p>
            <ul>{examples}</ul>
        }
    });
    view! {
        <h2 dir="auto" lang=language>{document.title.clone()}</h2>
        <p><strong>{state}</strong></p>
        {refusal}
        <p dir="auto" lang=language>{document.why.clone()}</p>
        {examples}
    }
}

/// The form, and the summary of what was wrong with it.
fn give(request: &Request, asked: &InfoRequest, draft: Option<Draft>) -> (AnyView, AnyView) {
    let due = due_documents(Some(asked), &request.pending);
    let due = InfoRequest {
        documents: due.into_iter().cloned().collect(),
        ..asked.clone()
    };
    let form = Arc::new(form(Some(&due)));
    let key = key_of(draft.as_ref());
    let draft = draft.unwrap_or_else(|| not_begun(&key, Arc::clone(&form)));
    let step = &form.steps[0];
    let fields = step.fields.clone();
    if fields.is_empty() {
        let all = view! { <p>{t!("documents-all-given")}</p> };
        return (().into_any(), all.into_any());
    }
    let state = form_state(&draft, step, Default::default(), Scope::Page);
    let faults = state.faults.clone();
    let path = Path::Documents(request.id.clone()).here();
    let summary = {
        let (fields, state) = (fields.clone(), state.clone());
        view! { <ErrorSummary fields state again=is_again()/> }
    };
    let view = view! {
        <h2 id="donner" tabindex="-1">{t!("documents-give")}</h2>
        <p>{t!("documents-give-text")}</p>
        <form
            id="step-form"
            method="post"
            action=format!("{path}?{KEY}={key}")
            enctype="multipart/form-data"
            novalidate
            aria-labelledby="donner"
        >
            {hidden_inputs(0, &faults)}
            <Questions fields=fields.clone() state/>
            <Submit label=t!("documents-send") name="do" value="send"/>
        </form>
        {assist::upload_assist(&fields)}
        {more_time(request, asked)}
    };
    (summary.into_any(), view.into_any())
}

/// The button that asks for more time, or what became of it.
fn more_time(request: &Request, asked: &InfoRequest) -> Option<AnyView> {
    asked.due_on?;
    let waits = |act: &PendingAct| act.kind == PendingKind::Extension && !act.is_refused();
    let words = match asked.extension {
        _ if request.pending.iter().any(waits) => t!("extension-asked"),
        Some(Extension::Asked) => t!("extension-asked"),
        Some(Extension::Granted) => t!("extension-granted"),
        Some(Extension::Refused) => t!("extension-refused"),
        None => {
            let path = Path::Extension(request.id.clone()).here();
            let view = view! {
                <h2>{t!("extension-heading")}</h2>
                <p>{t!("extension-text")}</p>
                <form method="post" action=path aria-label=t!("extension-button")>
                    <Secondary label=t!("extension-button")/>
                </form>
            };
            return Some(view.into_any());
        }
    };
    Some(view! { <p>{words}</p> }.into_any())
}
