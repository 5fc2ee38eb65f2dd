//! Answers to check before sending, each with its change link (RGAA 11.12); then one button that sends.

use std::sync::Arc;

use domain::journey::StageState;
use leptos::prelude::*;

use super::{
    banner::{banner, controls},
    open::{draft_footer, journey, with_draft},
    step::{BACK, problem_summary, shown_input},
};
use crate::{
    components::{
        BackLink, FormChanged, HoldLonger, LinkButton, Notice, NoticeKind, Submit, Summary,
        message_with, words_of,
    },
    l10n,
    pages::{
        hand_over::guest,
        page::{Heading, PageTitle},
        requests::{corrections, sent::draft_sections},
    },
    paths::Path,
    ports::{Draft, DraftVisit},
    request::segment,
    t,
};

/// Review page of a draft.
#[component]
pub fn Review() -> impl IntoView {
    let id = segment("draft");
    Suspend::new(async move { with_draft(id, |draft| page(&draft)).await })
}

fn page(draft: &Arc<Draft>) -> AnyView {
    let journey = journey(draft);
    let procedure = l10n::words(&draft.procedure.title);
    let path = Path::Review(draft.id.clone()).here();
    let sections = draft_sections(draft, &journey, &format!("?{}={}", BACK.0, BACK.1));
    let request = draft.corrects.as_ref().map(|corrects| {
        let href = Path::Request(corrects.request.clone()).here();
        view! { <BackLink href to=t!("messages-back")/> }
    });
    let stages = if request.is_some() {
        &[][..]
    } else {
        &journey.stages[..]
    };
    let last = stages.last().map(|stage| {
        let href = Path::Step {
            draft: draft.id.clone(),
            step: stage.step.id.clone(),
        }
        .here();
        view! { <BackLink href to=stage.step.title.clone()/> }
    });
    let missing: Vec<_> = journey
        .stages
        .iter()
        .filter(|stage| stage.state != StageState::Complete)
        .map(|stage| {
            let href = Path::Step {
                draft: draft.id.clone(),
                step: stage.step.id.clone(),
            }
            .here();
            let name = message_with(&stage.step.title, |step| {
                t!("review-complete-step", step = step)
            });
            view! { <li><a href=href>{name}</a></li> }
        })
        .collect();
    let (title, heading) = if draft.corrects.is_some() {
        let title = t!("correction-title", procedure = procedure);
        (title, t!("correction-heading"))
    } else {
        let title = t!("review-title", procedure = procedure);
        (title, t!("review-heading"))
    };
    let ending = if let Some(first) = journey.first_incomplete() {
        let href = Path::Step {
            draft: draft.id.clone(),
            step: first.step.id.clone(),
        }
        .here();
        view! {
            <Notice kind=NoticeKind::Warning title=t!("review-incomplete-title")>
                <p>{t!("review-incomplete-text")}</p>
                <ul>{missing}</ul>
            </Notice>
            <p><LinkButton href label=t!("review-continue").into_any()/></p>
        }
        .into_any()
    } else if let Some(ending) = corrections::ending(draft, &journey) {
        ending
    } else if let Some(visit) = &draft.visit {
        confirm(draft, visit)
    } else {
        view! {
            <h2>{t!("review-send-heading")}</h2>
            <p>{message_with(&draft.procedure.service.name, |service| t!("review-send-text", service = service))}</p>
            <p>{t!("review-good-faith")}</p>
            <form id="send-form" method="post" action=path>
                {shown_input(&[])}
                <Submit label=t!("review-send")/>
            </form>
        }
        .into_any()
    };
    view! {
        <PageTitle title/>
        {problem_summary(Vec::new(), "#titre")}
        {request}
        {last}
        <Heading>{heading}</Heading>
        <p>{words_of(&draft.procedure.title)}</p>
        {guest::of_draft(draft)}
        {banner(draft)}
        {draft.form_changed.then(|| view! { <FormChanged/> })}
        <Summary sections/>
        {ending}
        {controls(draft, HoldLonger::Address(Path::HoldLonger(draft.id.clone()).here()))}
        {draft_footer(draft)}
    }
    .into_any()
}

/// The button that confirms the time; once it is not kept any more, the way to another one.
fn confirm(draft: &Draft, visit: &DraftVisit) -> AnyView {
    if visit.left.is_none() {
        let href = Path::DraftTimes(draft.id.clone()).here();
        return view! {
            <p><LinkButton href label=t!("hold-choose").into_any()/></p>
        }
        .into_any();
    }
    let conditions: Vec<_> = visit
        .types
        .iter()
        .flat_map(|kind| &kind.conditions)
        .map(|text| view! { <li>{words_of(text)}</li> })
        .collect();
    let accepted = (!conditions.is_empty()).then(|| {
        view! {
            <p>{t!("review-confirm-accept")}</p>
            <ul>{conditions}</ul>
        }
    });
    let service = &draft.procedure.service.name;
    let text = message_with(service, |service| {
        t!("review-confirm-text", service = service)
    });
    view! {
        <h2 id="confirm">{t!("review-confirm-heading")}</h2>
        <p>{text}</p>
        {accepted}
        <p>{t!("review-good-faith")}</p>
        <form
            id="send-form"
            method="post"
            action=Path::Review(draft.id.clone()).here()
            aria-labelledby="confirm"
        >
            {shown_input(&[])}
            <Submit label=t!("review-confirm")/>
        </form>
    }
    .into_any()
}
