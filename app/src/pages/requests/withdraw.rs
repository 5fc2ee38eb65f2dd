//! Withdrawing a request: what it means, then one button.

use std::collections::BTreeMap;

use domain::{
    field::{Field, FieldKind, Need},
    locale::Locale,
    text::Text,
};
use leptos::prelude::*;

use super::{appointment, closed, live::warning};
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
    asked(locale, crate::t_in!(locale, "withdraw-reason"))
}

fn asked(locale: Locale, label: String) -> Vec<Field> {
    let text = |words: String| Text(BTreeMap::from([(locale, words)]));
    vec![Field {
        key: REASON.to_owned(),
        label: text(label),
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
    let procedure = l10n::words(&request.procedure.title);
    let possible = portal().office().withdrawal
        && super::actions::is_open(request)
        && appointment::may_cancel(request);
    // A time that may not be given back here any more is still one.
    let visit = appointment::is_visit(request);
    let (title, heading) = if visit {
        (
            t!("withdraw-visit-title", procedure = procedure),
            t!("withdraw-visit-heading"),
        )
    } else {
        (
            t!("withdraw-title", procedure = procedure),
            t!("withdraw-heading"),
        )
    };
    let when = appointment::time_and_place(request).filter(|_| visit);
    let when = when.map(|(when, place)| {
        let place = place.map(|name| view! { {t!("list-comma")}{words_of(&name)} });
        view! { <p><strong>{when}{place}</strong></p> }
    });
    let content = match (possible, visit) {
        (true, true) => cancel(request),
        (true, false) => withdraw(request),
        (false, true) => {
            let phone = request.procedure.service.phone.clone();
            impossible(
                t!("withdraw-visit-impossible-title"),
                t!("move-impossible-text", phone = phone),
            )
        }
        (false, false) => impossible(
            t!("withdraw-impossible-title"),
            t!("withdraw-impossible-text"),
        ),
    };
    view! {
        <PageTitle title/>
        {problem_summary(Vec::new(), "#titre")}
        <BackLink href=Path::Request(request.id.clone()).here() to=t!("messages-back")/>
        <Heading>{heading}</Heading>
        <p>{words_of(&request.procedure.title)}</p>
        {when}
        {content}
        <ServiceContact service=request.procedure.service.clone()/>
        {warning(&request.id)}
    }
    .into_any()
}

fn impossible(title: String, text: String) -> AnyView {
    view! {
        <Notice kind=NoticeKind::Information title>
            <p>{text}</p>
        </Notice>
    }
    .into_any()
}

fn withdraw(request: &Request) -> AnyView {
    let effects = vec![
        t!("withdraw-effect-stop"),
        t!("withdraw-effect-again"),
        t!("withdraw-effect-keep"),
    ];
    let words = Words {
        button: t!("withdraw-button"),
        keep: t!("withdraw-keep"),
    };
    form(request, fields(l10n::locale()), effects, words)
}

/// The same for an appointment: its time goes to someone else.
fn cancel(request: &Request) -> AnyView {
    let locale = l10n::locale();
    let effects = vec![
        t!("withdraw-visit-free"),
        t!("withdraw-visit-again"),
        t!("withdraw-effect-keep"),
    ];
    let words = Words {
        button: t!("withdraw-visit-button"),
        keep: t!("withdraw-visit-keep"),
    };
    let other = appointment::may_move(request) && portal().office().appointments;
    let other = other.then(|| {
        let href = Path::Move(request.id.clone()).here();
        view! { <p><a href=href>{t!("withdraw-visit-move")}</a></p> }
    });
    view! {
        {form(request, asked(locale, t!("withdraw-visit-reason")), effects, words)}
        {other}
    }
    .into_any()
}

/// What the button does, and what the link beside it does.
struct Words {
    button: String,
    keep: String,
}

fn form(request: &Request, fields: Vec<Field>, effects: Vec<String>, words: Words) -> AnyView {
    let state = refused_state();
    let keep = Path::Request(request.id.clone()).here();
    let effects = effects
        .into_iter()
        .map(|words| view! { <li>{words}</li> })
        .collect_view();
    view! {
        <ErrorSummary fields=fields.clone() state=state.clone() again=is_again()/>
        <ul>{effects}</ul>
        <form
            id="step-form"
            method="post"
            action=Path::Withdraw(request.id.clone()).here()
            novalidate
            aria-labelledby="titre"
        >
            {hidden_inputs(0, &state.faults)}
            <Questions fields state/>
            <Submit label=words.button/>
        </form>
        <p><a href=keep>{words.keep}</a></p>
    }
    .into_any()
}
