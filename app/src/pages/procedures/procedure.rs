//! One procedure before beginning it: can I, what do I need, how long, how much, what next, other ways.

use std::sync::Arc;

use domain::{
    appointment::AppointmentType,
    procedure::{Channel, Cost, DayCount, Delay, LegalDelay, LegalSource, Procedure, Silence},
    survey::{Moment, Subject},
};
use leptos::prelude::*;

use crate::{
    components::{
        Facts, LinkButton, Notice, NoticeKind, ServiceContact, Submit, message_with, words_of,
    },
    l10n,
    pages::page::{CatalogueAge, Heading, PageTitle, not_found, with_catalogue},
    paths::Path,
    ports::Catalogue,
    request::{portal, segment},
    t,
};

/// Page of a procedure; its button begins a draft.
#[component]
pub fn ProcedurePage() -> impl IntoView {
    let id = segment("procedure");
    with_catalogue(move |catalogue| match catalogue.procedure(&id) {
        Some(procedure) => sheet(procedure, &catalogue).into_any(),
        None => not_found(),
    })
}

fn sheet(procedure: &Arc<Procedure>, catalogue: &Catalogue) -> impl IntoView + use<> {
    let mut facts = vec![
        (t!("procedure-cost"), cost_words(&procedure.cost)),
        (
            t!("procedure-minutes"),
            t!("procedure-minutes-count", count = procedure.minutes).into_any(),
        ),
    ];
    // One waits for the day of a visit, not for an answer.
    if !procedure.visit {
        facts.push((
            t!("procedure-delay"),
            delay_words(procedure.usual_delay).into_any(),
        ));
    }
    let title = words_of(&procedure.title);
    let begin = if procedure.visit {
        book(procedure, catalogue)
    } else {
        begin(procedure)
    };
    view! {
        <PageTitle title=l10n::words(&procedure.title)/>
        <Heading>{title}</Heading>
        <CatalogueAge/>
        <p class="lead">{words_of(&procedure.summary)}</p>
        <Facts facts/>
        {list_section("eligibility", t!("procedure-eligibility"), &procedure.eligibility)}
        {list_section("checklist", t!("procedure-checklist"), &procedure.checklist)}
        {begin}
        {help(procedure, catalogue)}
        {ordered_section("next", t!("procedure-next"), &procedure.what_next)}
        {procedure.legal_delay.as_ref().map(legal_delay)}
        <section aria-labelledby="other-ways">
            <h2 id="other-ways">{t!("procedure-other-ways")}</h2>
            <p>{t!("procedure-other-ways-text")}</p>
            <ul>{procedure.channels.iter().map(channel).collect::<Vec<_>>()}</ul>
        </section>
        <section aria-labelledby="rules">
            <h2 id="rules">{t!("procedure-rules")}</h2>
            <ul>{procedure.legal_sources.iter().map(|source| view! { <li>{source_words(source)}</li> }).collect::<Vec<_>>()}</ul>
        </section>
        {quality_link(procedure)}
        <ServiceContact service=procedure.service.clone()/>
    }
}

/// The way to what others said of it, where people are asked.
fn quality_link(procedure: &Procedure) -> Option<AnyView> {
    let catalogue = portal().catalogue().ok()?;
    catalogue.questionnaire(Moment::Procedure)?;
    let subject = Subject::Procedure(procedure.id.clone());
    let href = Path::Quality(Some(subject)).here();
    let view = (!procedure.visit).then(|| view! { <p><a href=href>{t!("quality-link")}</a></p> });
    view.map(IntoAny::into_any)
}

/// The button that begins a draft.
fn begin(procedure: &Procedure) -> AnyView {
    let action = Path::Procedure(procedure.id.clone()).here();
    view! {
        <form method="post" action=action>
            <Submit label=t!("procedure-begin")/>
        </form>
        <p>{t!("procedure-begin-note", days = portal().rules().draft_days)}</p>
    }
    .into_any()
}

/// Doing it with someone: appointments that help with this procedure.
fn help(procedure: &Procedure, catalogue: &Catalogue) -> Option<AnyView> {
    let helps = |kind: &&Arc<AppointmentType>| kind.helps_with.contains(&procedure.id);
    let kinds = catalogue.appointment_types.iter().filter(helps);
    let links = kinds.map(|kind| {
        let href = Path::Visit(kind.id.clone()).at_heading();
        view! { <li><a href=href>{words_of(&kind.title)}</a></li> }
    });
    let links = links.collect::<Vec<_>>();
    if links.is_empty() || !portal().office().appointments {
        return None;
    }
    let view = view! {
        <section aria-labelledby="with-someone">
            <h2 id="with-someone">{t!("procedure-help")}</h2>
            <p>{t!("procedure-help-text")}</p>
            <ul>{links}</ul>
        </section>
    };
    Some(view.into_any())
}

/// A visit begins with its time: the way to what one comes for, or the phone when nothing can be booked here.
fn book(procedure: &Procedure, catalogue: &Catalogue) -> AnyView {
    let types: Vec<_> = catalogue
        .appointment_types
        .iter()
        .filter(|kind| {
            let mut forms = kind.modes.iter().map(|mode| kind.procedure_for(*mode));
            forms.any(|form| form == procedure.id)
        })
        .collect();
    if types.is_empty() || !portal().office().appointments {
        let phone = procedure.service.phone.clone();
        return view! {
            <Notice kind=NoticeKind::Information title=t!("visits-none-title")>
                <p>{t!("visits-none-text", phone = phone)}</p>
            </Notice>
        }
        .into_any();
    }
    let path = match types.as_slice() {
        [only] => Path::Visit(only.id.clone()),
        _ => Path::Visits,
    };
    view! {
        <p><LinkButton href=path.here() label=t!("visits-heading").into_any()/></p>
        <p>{t!("procedure-visit-note")}</p>
    }
    .into_any()
}

fn list_section(
    id: &'static str,
    heading: String,
    texts: &[domain::text::Text],
) -> impl IntoView + use<> {
    let items = texts
        .iter()
        .map(|text| view! { <li>{words_of(text)}</li> })
        .collect::<Vec<_>>();
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            <ul>{items}</ul>
        </section>
    }
}

fn ordered_section(
    id: &'static str,
    heading: String,
    texts: &[domain::text::Text],
) -> impl IntoView + use<> {
    let items = texts
        .iter()
        .map(|text| view! { <li>{words_of(text)}</li> })
        .collect::<Vec<_>>();
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            <ol>{items}</ol>
        </section>
    }
}

fn legal_delay(delay: &LegalDelay) -> impl IntoView + use<> {
    let rule = match delay.silence {
        Silence::Acceptance => t!("procedure-silence-acceptance", months = delay.months),
        Silence::Refusal => t!("procedure-silence-refusal", months = delay.months),
    };
    view! {
        <section aria-labelledby="silence">
            <h2 id="silence">{t!("procedure-silence")}</h2>
            <p>{rule}</p>
            <p>{source_words(&delay.source)}</p>
        </section>
    }
}

/// The label says by itself how: "Par téléphone : 02 61 91 00 12".
fn channel(channel: &Channel) -> impl IntoView + use<> {
    view! { <li>{words_of(&channel.label)}</li> }
}

fn source_words(source: &LegalSource) -> impl IntoView + use<> {
    let reference = source.reference.clone();
    let reference = match &source.url {
        Some(url) => {
            view! { <a href=url.clone() rel="external" lang="fr">{reference}</a> }.into_any()
        }
        None => view! { <span lang="fr">{reference}</span> }.into_any(),
    };
    view! { {words_of(&source.label)}" – "{reference} }
}

/// Cost in words.
#[must_use]
pub fn cost_words(cost: &Cost) -> AnyView {
    match cost {
        Cost::Free => t!("procedure-free").into_any(),
        Cost::Amount { cents, note } => {
            let amount = l10n::money(l10n::locale(), *cents);
            message_with(note, |note| {
                t!("procedure-amount", amount = amount, note = note)
            })
        }
    }
}

/// Usual delay in words.
#[must_use]
pub fn delay_words(delay: Delay) -> String {
    match delay.count {
        DayCount::Calendar => t!("delay-calendar-days", count = delay.days),
        DayCount::Working => t!("delay-working-days", count = delay.days),
    }
}
