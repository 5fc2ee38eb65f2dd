//! One item of a repeatable step, on its own page; the ordinal is in every label.

use std::sync::Arc;

use domain::procedure::Step;
use leptos::prelude::*;

use super::{
    banner::{banner, controls},
    open::{draft_footer, journey, with_draft},
    step::{form_state, hidden_inputs, is_again, more_questions, problem_summary, version_to_send},
};
use crate::{
    components::{
        BackLink, ErrorSummary, HoldLonger, Questions, Scope, Submit, assist, message_with,
    },
    l10n,
    pages::{
        hand_over::guest,
        page::{Heading, PageTitle, not_found},
    },
    paths::{self, Path},
    ports::Draft,
    request::segment,
    t,
};

/// Page of one item.
#[component]
pub fn ItemPage() -> impl IntoView {
    let (draft, step, item) = (segment("draft"), segment("step"), segment("item"));
    Suspend::new(async move {
        with_draft(draft, move |draft| {
            let journey = journey(&draft);
            match (journey.stage(&step), paths::ItemPath::parse(&item)) {
                (Some(stage), Some(item)) if stage.step.repeat.is_some() => {
                    page(&draft, stage.step, item)
                }
                _ => not_found(),
            }
        })
        .await
    })
}

fn page(draft: &Arc<Draft>, step: &Step, item: paths::ItemPath) -> AnyView {
    let Some(repeat) = &step.repeat else {
        return not_found();
    };
    let none = Vec::new();
    let items = draft.content.items.get(&step.id).unwrap_or(&none);
    let found = match item {
        paths::ItemPath::New => None,
        paths::ItemPath::Existing(id) => match items.iter().position(|item| item.id == id) {
            Some(index) => Some(index),
            None => return not_found(),
        },
    };
    if found.is_none() && items.len() >= usize::from(repeat.max) {
        return not_found();
    }
    let number = found.unwrap_or(items.len()) + 1;
    let entry = found
        .and_then(|index| items.get(index))
        .map(|item| item.entry.clone())
        .unwrap_or_default();
    let noun = l10n::words(&repeat.noun);
    let scope = Scope::Item {
        group: repeat.key.clone(),
        number,
        noun: noun.clone(),
    };
    let state = form_state(draft, step, entry.typed, scope);
    let path = Path::Item {
        draft: draft.id.clone(),
        step: step.id.clone(),
        item,
    }
    .here();
    let list = Path::Step {
        draft: draft.id.clone(),
        step: step.id.clone(),
    }
    .here();
    let heading = message_with(&repeat.noun, |noun| {
        t!("item-heading", noun = noun, number = number)
    });
    let title = t!(
        "item-title",
        item = t!("item-heading", noun = noun, number = number),
        procedure = l10n::words(&draft.procedure.title)
    );
    let assist = assist::form_assist(&step.fields, &state, draft.today);
    view! {
        <PageTitle title/>
        {problem_summary(step.fields.clone(), "#step-form")}
        <ErrorSummary fields=step.fields.clone() state=state.clone() again=is_again()/>
        <BackLink href=list to=step.title.clone()/>
        <Heading>{heading}</Heading>
        {guest::of_draft(draft)}
        {banner(draft)}
        <form id="step-form" method="post" action=path novalidate aria-labelledby="titre">
            {hidden_inputs(version_to_send(entry.version), &state.faults)}
            <Questions fields=step.fields.clone() state more=more_questions()/>
            <Submit label=t!("item-save") name="do" value="continue"/>
        </form>
        {assist}
        {controls(draft, HoldLonger::Form)}
        {draft_footer(draft)}
    }
    .into_any()
}
