//! Withdrawing a request: what it means, then one button.

use std::collections::BTreeMap;

use domain::{
    field::{Field, FieldKind, Need},
    locale::Locale,
    text::Text,
};
use leptos::prelude::*;

use super::{closed, live::warning};
use crate::{
    components::{
        BackLink, ErrorSummary, Notice, NoticeKind, Questions, ServiceContact, Submit, words_of,
    },
    l10n,
    pages::{
        drafts::step::{hidden_inputs, is_again, problem_summary, refused_state},
        page::{Heading, PageTitle},
    },
    paths::Path,
    ports::{Absence, Request},
    request::{portal, segment},
    t,
};

/// Name of the field of the reason.
pub const REASON: &str = "reason";

/// The one question, in one language.
#[must_use]
pub fn fields(locale: Locale) -> Vec<Field> {
    let text = |words: String| Text(BTreeMap::from([(locale, words)]));
    vec![Field {
        key: REASON.to_owned(),
        label: text(crate::t_in!(locale, "withdraw-reason")),
        hint: Some(text(crate::t_in!(locale, "withdraw-reason-hint"))),
        need: Need::Optional,
        about: Default::default(),
        when: None,
        compare: None,
        role: None,
        kind: FieldKind::LongText {
            min_length: 0,
            max_length: 1000,
        },
    }]
}

/// Page of a withdrawal.
#[component]
pub fn WithdrawPage() -> impl IntoView {
    let id = segment("request");
    Suspend::new(async move {
        match portal().request(&id).await {
            // A code never gives this.
            Ok(request) if request.guest.is_some() => closed(&Absence::Unknown),
            Ok(request) => page(&request),
            Err(reason) => closed(&reason),
        }
    })
}

fn page(request: &Request) -> AnyView {
    let title = l10n::words(&request.procedure.title);
    let possible = portal().office().withdrawal && super::actions::is_open(request);
    let content = if possible {
        form(request)
    } else {
        view! {
            <Notice kind=NoticeKind::Information title=t!("withdraw-impossible-title")>
                <p>{t!("withdraw-impossible-text")}</p>
            </Notice>
        }
        .into_any()
    };
    view! {
        <PageTitle title=t!("withdraw-title", procedure = title)/>
        {problem_summary(Vec::new(), "#titre")}
        <BackLink href=Path::Request(request.id.clone()).here() to=t!("messages-back")/>
        <Heading>{t!("withdraw-heading")}</Heading>
        <p>{words_of(&request.procedure.title)}</p>
        {content}
        <ServiceContact service=request.procedure.service.clone()/>
        {warning(&request.id)}
    }
    .into_any()
}

fn form(request: &Request) -> AnyView {
    let fields = fields(l10n::locale());
    let state = refused_state();
    let keep = Path::Request(request.id.clone()).here();
    view! {
        <ErrorSummary fields=fields.clone() state=state.clone() again=is_again()/>
        <ul>
            <li>{t!("withdraw-effect-stop")}</li>
            <li>{t!("withdraw-effect-again")}</li>
            <li>{t!("withdraw-effect-keep")}</li>
        </ul>
        <form
            id="step-form"
            method="post"
            action=Path::Withdraw(request.id.clone()).here()
            novalidate
            aria-labelledby="titre"
        >
            {hidden_inputs(0, &state.faults)}
            <Questions fields state/>
            <Submit label=t!("withdraw-button")/>
        </form>
        <p><a href=keep>{t!("withdraw-keep")}</a></p>
    }
    .into_any()
}
