//! The list page of a repeatable step: items by name, each with its change link and its remove button.

use std::sync::Arc;

use domain::{
    answers::{Answer, Answers},
    draft::Item,
    journey::Journey,
    procedure::{Repeat, Step},
    validation::{Checked, check_fields},
};
use leptos::prelude::*;

use super::{
    banner::{banner, controls},
    open::draft_footer,
    step::{ContinueButton, hidden_inputs, page_head, step_heading},
};
use crate::{
    components::{
        FormChanged, HoldLonger, ItemList, ItemRow, LinkButton, Notice, NoticeKind, Secondary,
        message_with, words_of,
    },
    l10n,
    pages::hand_over::guest,
    paths::{ItemPath, Path},
    ports::Draft,
    t,
};

/// Value of the button that brings back the item last removed.
pub const RESTORE: &str = "restore";

/// List page of a repeatable step.
pub(super) fn list(draft: &Arc<Draft>, journey: &Journey<'_>, step: &Step) -> AnyView {
    let Some(repeat) = &step.repeat else {
        return ().into_any();
    };
    let none = Vec::new();
    let items = draft.content.items.get(&step.id).unwrap_or(&none);
    let path = Path::Step {
        draft: draft.id.clone(),
        step: step.id.clone(),
    }
    .here();
    let rows = items
        .iter()
        .enumerate()
        .map(|(index, item)| row(draft, step, repeat, &journey.answers, index + 1, item))
        .collect::<Vec<_>>();
    let add = Path::Item {
        draft: draft.id.clone(),
        step: step.id.clone(),
        item: ItemPath::New,
    }
    .here();
    let room = items.len() < usize::from(repeat.max);
    let removed = draft
        .content
        .removed
        .get(&step.id)
        .filter(|_| room)
        .map(|item| {
            let checked = check(draft, step, &journey.answers, item);
            let name = name_of(repeat, &checked);
            brought_back(name.unwrap_or_else(|| l10n::words(&repeat.noun)))
        });
    view! {
        {page_head(draft, journey, step, l10n::words(&step.title), step.fields.clone(), "#liste")}
        {step_heading(journey, step)}
        {guest::of_draft(draft)}
        {banner(draft)}
        {draft.form_changed.then(|| view! { <FormChanged/> })}
        {step.introduction.as_ref().map(|text| view! { <p>{words_of(text)}</p> })}
        <form id="step-form" method="post" action=path novalidate aria-labelledby="titre">
            {hidden_inputs(0, &[])}
            <h2 id="liste" tabindex="-1">{t!("items-count", count = items.len())}</h2>
            {removed}
            <ItemList items=rows/>
            {if room {
                view! { <p><LinkButton href=add label=words_of(&repeat.add).into_any()/></p> }.into_any()
            } else {
                view! { <p>{t!("items-full", max = repeat.max)}</p> }.into_any()
            }}
            <ContinueButton/>
        </form>
        {controls(draft, HoldLonger::Form)}
        {draft_footer(draft)}
    }
    .into_any()
}

/// Says which item was just removed, and brings it back at a press (RGAA 11.12).
fn brought_back(name: String) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Information title=t!("items-removed", name = name.clone())>
            <p><Secondary label=t!("items-restore", name = name) name="do" value=RESTORE/></p>
        </Notice>
    }
}

fn check(draft: &Draft, step: &Step, answers: &Answers, item: &Item) -> Checked {
    check_fields(
        &step.fields,
        &item.entry.typed,
        &draft.content.files,
        answers,
        draft.today,
    )
}

/// What the person called an item, if they did.
fn name_of(repeat: &Repeat, checked: &Checked) -> Option<String> {
    checked.answers.get(&repeat.name_field).map(answer_name)
}

fn row(
    draft: &Draft,
    step: &Step,
    repeat: &Repeat,
    answers: &Answers,
    number: usize,
    item: &Item,
) -> ItemRow {
    let checked = check(draft, step, answers, item);
    let noun = l10n::words(&repeat.noun);
    let name = name_of(repeat, &checked)
        .unwrap_or_else(|| t!("items-unnamed", noun = noun, number = number));
    let numbered = message_with(&repeat.noun, |noun| {
        t!("items-name", noun = noun, number = number)
    });
    let change = Path::Item {
        draft: draft.id.clone(),
        step: step.id.clone(),
        item: ItemPath::Existing(item.id),
    }
    .here();
    ItemRow {
        numbered,
        name,
        incomplete: !checked.faults.is_empty(),
        change,
        id: item.id,
    }
}

/// What one calls an item: a person's given names, or the text typed.
fn answer_name(answer: &Answer) -> String {
    match answer {
        Answer::Person(person) => person.given_names.clone(),
        Answer::Text(text) => text.clone(),
        _ => String::new(),
    }
}
