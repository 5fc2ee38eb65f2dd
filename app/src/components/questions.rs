//! The questions of one page of a form, whatever their kind.

mod address;
mod check;
mod choices;
mod date;
mod file;
mod group;
mod information;
mod line;
mod long_text;
mod parts;
mod person;
mod question;

use std::{
    collections::{BTreeMap, BTreeSet},
    slice,
};

use domain::{
    answers::{Answers, AttachedFile},
    field::{Field, FieldKind, ungrouped},
    submitted::Submitted,
    validation::{Fault, applies},
};
use leptos::prelude::*;

use super::{Notice, NoticeKind};
use crate::{ports::FileProblem, t};
pub(crate) use question::Question;

/// What a page of a form shows: what was typed, what is wrong, what was answered before.
#[derive(Debug, Clone, Default)]
pub struct FormState {
    /// What the person typed in this page.
    pub typed: Submitted,
    /// What is wrong, in the order of the page.
    pub faults: Vec<Fault>,
    /// Valid answers of this page and of the earlier ones: conditions read them.
    pub answers: Answers,
    /// Files attached so far, by key of field.
    pub files: BTreeMap<String, Vec<AttachedFile>>,
    /// A file just refused.
    pub file_problem: Option<FileProblem>,
    /// What the questions are about.
    pub scope: Scope,
    /// Identifier of the draft, for the links to its files.
    pub draft: Option<String>,
    /// Identifiers of files that the service has already, and that cannot be opened here.
    pub elsewhere: BTreeSet<String>,
}

/// What the questions of a page are about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Scope {
    /// The procedure as a whole.
    #[default]
    Page,
    /// One item of a repeatable step: labels begin with "Enfant 2 : " (accessibility reference, 5.7).
    Item {
        /// Key of the list.
        group: String,
        /// Number of the item, from 1.
        number: usize,
        /// What an item is, in the language of the request: "Enfant".
        noun: String,
    },
}

/// Identifier of a control, the only place that makes one: `f-<key>`, `f-<key>-<part>`,
/// `f-<group>-<n>-<key>` in an item. Hint and error add `-hint` and `-error`.
#[must_use]
pub fn control_id(scope: &Scope, key: &str, part: Option<&str>) -> String {
    let mut id = match scope {
        Scope::Page => format!("f-{key}"),
        Scope::Item { group, number, .. } => format!("f-{group}-{number}-{key}"),
    };
    if let Some(part) = part {
        id.push('-');
        id.push_str(part);
    }
    id
}

/// Every question of a page, in order. One that does not apply now is in the page but `hidden`, so that the
/// form assistance can show it at once; without it the server shows it with the next answer.
///
/// RGAA 11.1 to 11.11, 11.13; details stand at each kind in `questions/`.
#[component]
pub fn Questions(
    /// Questions in order.
    fields: Vec<Field>,
    /// What was typed, what is wrong.
    state: FormState,
    /// Key of the first question that the answers just saved brought: it is told right before it.
    #[prop(optional_no_strip)]
    more: Option<String>,
) -> impl IntoView {
    let is_first = |field: &Field| {
        let new = more.as_deref();
        new.is_some_and(|new| {
            ungrouped(slice::from_ref(field))
                .into_iter()
                .any(|it| it.key == new)
        })
    };
    fields
        .iter()
        .map(|field| {
            let told = is_first(field).then(told);
            view! { {told}{view_of(&Question::new(field, &state))} }
        })
        .collect_view()
}

/// That the answers just saved brought questions, where they begin.
fn told() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Information title=t!("step-more-title") id="suite">
            <p>{t!("step-more-text")}</p>
        </Notice>
    }
}

/// One question in its wrapper.
fn view_of(question: &Question<'_>) -> AnyView {
    let field = question.field;
    let control = match &field.kind {
        FieldKind::ShortText { .. }
        | FieldKind::Email
        | FieldKind::Phone
        | FieldKind::Number { .. } => line::view(question),
        FieldKind::LongText { max_length, .. } => long_text::view(question, *max_length),
        FieldKind::Date { .. } => date::view(question),
        FieldKind::YesNo => choices::yes_no(question),
        FieldKind::OneOf { options } => choices::one_of(question, options),
        FieldKind::SeveralOf { options, .. } => choices::several_of(question, options),
        FieldKind::Address => address::view(question),
        FieldKind::Person => person::view(question),
        FieldKind::File {
            accept,
            max_files,
            max_mebibytes,
        } => file::view(question, accept, *max_files, *max_mebibytes),
        FieldKind::Statement => check::view(question),
        FieldKind::Information { body } => information::view(question, body),
        FieldKind::Group { fields } => group::view(question, fields),
    };
    let hidden = !applies(field, &question.state.answers);
    view! {
        <div class="field" data-field=field.key.clone() hidden=hidden>
            {control}
        </div>
    }
    .into_any()
}
