//! Writing to the service about a request, and reading what it wrote.

use std::sync::Arc;

use domain::{
    field::{Field, FieldKind, FileKind, Need},
    locale::Locale,
    procedure::Procedure,
    request::AuthorKind,
    text::Text,
};
use jiff::civil::DateTime;
use leptos::prelude::*;

use super::{
    closed,
    forms::{not_begun, one_page},
    live::{as_of, open_page, this_page},
    thread,
};
use crate::{
    components::{
        BackLink, ErrorSummary, FormState, Notice, NoticeKind, Questions, Scope, ServiceContact,
        ShowAgain, Submit, Thread, assist, words_of,
    },
    l10n,
    pages::{
        drafts::step::{
            KEY, form_state, hidden_inputs, is_again, key_of, problem_summary, version_to_send,
        },
        hand_over::guest,
        page::{Heading, PageTitle},
    },
    paths::Path,
    ports::{Draft, Request},
    request::{portal, query, refused, segment},
    t,
};

/// Identifier of the form, and of its one step.
pub const FORM: &str = "message";

/// Query parameter and value of a page that shows what was just sent.
pub const SENT: (&str, &str) = ("envoye", "message");

/// Query parameter and value that make the message a complaint.
pub const COMPLAINT: (&str, &str) = ("objet", "reclamation");

/// Greatest number of files, and of mebibytes of each.
const FILES: (u16, u16) = (5, 10);

/// The form in which a resident writes: a text, and files if they like.
#[must_use]
pub fn form() -> Procedure {
    let text = |words: fn(Locale) -> String| {
        Text(
            Locale::ALL
                .into_iter()
                .map(|locale| (locale, words(locale)))
                .collect(),
        )
    };
    let field = |key: &str, label, hint, need, kind| Field {
        key: key.to_owned(),
        label,
        hint,
        need,
        about: Default::default(),
        when: None,
        compare: None,
        role: None,
        kind,
    };
    let fields = vec![
        field(
            "text",
            text(|locale| crate::t_in!(locale, "messages-text")),
            Some(text(|locale| crate::t_in!(locale, "messages-text-hint"))),
            Need::Required,
            FieldKind::LongText {
                min_length: 0,
                max_length: 5000,
            },
        ),
        field(
            "files",
            text(|locale| crate::t_in!(locale, "messages-files")),
            None,
            Need::Optional,
            FieldKind::File {
                accept: vec![FileKind::Pdf, FileKind::Jpeg, FileKind::Png],
                max_files: FILES.0,
                max_mebibytes: FILES.1,
            },
        ),
    ];
    let title = text(|locale| crate::t_in!(locale, "messages-write"));
    one_page(FORM, title, fields)
}

/// Page of the messages of a request.
#[component]
pub fn MessagesPage() -> impl IntoView {
    let id = segment("request");
    Suspend::new(async move {
        let portal = portal();
        let request = match portal.request(&id).await {
            Ok(request) => request,
            Err(reason) => return closed(&reason),
        };
        let draft = match portal.message_draft(&id).await {
            Ok(draft) => draft,
            Err(reason) => return closed(&reason),
        };
        portal.thread_shown(&request).await;
        page(&request, draft)
    })
}

fn page(request: &Request, draft: Option<Draft>) -> AnyView {
    let messages = thread::messages(request);
    let shown = if messages.is_empty() {
        view! { <p>{t!("messages-none")}</p> }.into_any()
    } else {
        view! { <Thread messages/> }.into_any()
    };
    let sent = (query(SENT.0) == SENT.1 && refused().is_none()).then(|| {
        view! {
            <Notice kind=NoticeKind::Success title=t!("messages-sent-title")>
                <p>{t!("messages-sent-text")}</p>
            </Notice>
        }
    });
    let title = l10n::words(&request.procedure.title);
    let may_write = portal().office().messages && request.may_act();
    let write = may_write.then(|| write(request, draft));
    // What is being typed is kept when the page is shown again.
    let again = if write.is_some() {
        ShowAgain::Form
    } else {
        this_page()
    };
    view! {
        <PageTitle title=t!("messages-title", procedure = title)/>
        {problem_summary(form().steps.remove(0).fields, "#ecrire")}
        {write.as_ref().map(|write| write.summary())}
        <BackLink href=Path::Request(request.id.clone()).here() to=t!("messages-back")/>
        <Heading>{t!("messages-heading")}</Heading>
        <p>{words_of(&request.procedure.title)}</p>
        {as_of(request.shown_at, again.clone())}
        {guest::of_request(request)}
        {sent}
        <h2>{t!("messages-thread")}</h2>
        {shown}
        {write.map(|write| write.form())}
        <ServiceContact service=request.procedure.service.clone()/>
        {open_page(request, again)}
    }
    .into_any()
}

/// The query of the address to which a form is sent.
#[must_use]
pub fn address(key: &str, complaint: Option<(&str, &str)>) -> String {
    let complaint = complaint
        .map(|(name, value)| format!("&{name}={value}"))
        .unwrap_or_default();
    format!("?{KEY}={key}{complaint}")
}

/// The form below the thread.
struct Write {
    action: String,
    version: u32,
    is_complaint: bool,
    fields: Vec<Field>,
    state: FormState,
}

fn write(request: &Request, draft: Option<Draft>) -> Write {
    let key = key_of(draft.as_ref());
    let is_complaint = query(COMPLAINT.0) == COMPLAINT.1;
    let form = Arc::new(form());
    let saved = draft
        .as_ref()
        .and_then(|draft| draft.content.steps.get(FORM))
        .cloned()
        .unwrap_or_default();
    let draft = draft.unwrap_or_else(|| not_begun(&key, Arc::clone(&form)));
    let step = &form.steps[0];
    let state = form_state(&draft, step, saved.typed, Scope::Page);
    let complaint = is_complaint.then_some(COMPLAINT);
    Write {
        action: format!(
            "{}{}",
            Path::Messages(request.id.clone()).here(),
            address(&key, complaint)
        ),
        version: version_to_send(saved.version),
        is_complaint,
        fields: step.fields.clone(),
        state,
    }
}

impl Write {
    fn summary(&self) -> AnyView {
        let (fields, state) = (self.fields.clone(), self.state.clone());
        view! { <ErrorSummary fields state again=is_again()/> }.into_any()
    }

    fn form(self) -> AnyView {
        let Self {
            action,
            version,
            is_complaint,
            fields,
            state,
        } = self;
        let heading = if is_complaint {
            t!("messages-complain")
        } else {
            t!("messages-write")
        };
        let note = is_complaint.then(|| view! { <p>{t!("messages-complain-text")}</p> });
        let faults = state.faults.clone();
        view! {
            <h2 id="ecrire" tabindex="-1">{heading}</h2>
            {note}
            <form
                id="step-form"
                method="post"
                action=action
                enctype="multipart/form-data"
                novalidate
                aria-labelledby="ecrire"
            >
                {hidden_inputs(version, &faults)}
                <Questions fields=fields.clone() state/>
                <Submit label=t!("messages-send") name="do" value="send"/>
            </form>
            {assist::upload_assist(&fields)}
        }
        .into_any()
    }
}

/// A moment where the authority is.
pub(super) fn civil(at: jiff::Timestamp) -> DateTime {
    at.to_zoned(portal().zone()).datetime()
}

/// Whether the other side wrote it.
pub(super) const fn is_of_service(author: AuthorKind) -> bool {
    matches!(author, AuthorKind::Staff | AuthorKind::System)
}
