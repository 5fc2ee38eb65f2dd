//! The islands that assist a form, with their rules in the language of the request. They stand after the form:
//! without WebAssembly they are empty, and the form works as it is.

use domain::{
    answers::Answers,
    condition::Condition,
    field::{Field, FieldKind},
    validation::{FaultCode, possible_faults},
};
use jiff::civil::Date;
use leptos::prelude::*;

use super::{FormState, control_id};
use crate::{
    islands::{
        form_assist::FormAssist,
        form_rules::{self, CATEGORIES, FaultWords, FormRules, PluralWords, SLOT, encode::encode},
        upload_assist::UploadAssist,
        upload_rules::{self, FileRules, UploadRules},
    },
    ports::{FileFault, FileProblem},
    t,
    words::faults::{fault_words, file_fault_words},
};

/// Assistance of a page of questions: errors when one leaves a question, dependent questions, counts.
pub fn form_assist(fields: &[Field], state: &FormState, today: Date) -> impl IntoView + use<> {
    let rules = encode(&rules_of(fields, state, today));
    view! {
        <div id=form_rules::HOLDER data-rules=rules hidden>
            <FormAssist/>
        </div>
    }
}

/// Assistance of a page of files: which file is chosen, and whether it can be accepted.
pub fn upload_assist(fields: &[Field]) -> impl IntoView + use<> {
    let fields = fields.iter().filter_map(file_rules).collect();
    let rules = UploadRules {
        chosen: t!("upload-chosen", name = SLOT),
        fields,
    }
    .encode();
    view! {
        <div id=upload_rules::HOLDER data-rules=rules hidden>
            <UploadAssist/>
        </div>
    }
}

fn rules_of(fields: &[Field], state: &FormState, today: Date) -> FormRules {
    let every: Vec<&Field> = flat(fields);
    let long = every
        .iter()
        .any(|field| matches!(field.kind, FieldKind::LongText { .. }));
    let dependent = every.iter().any(|field| field.when.is_some());
    FormRules {
        id_prefix: control_id(&state.scope, "", None),
        today,
        fields: fields.to_vec(),
        earlier: read_here(&every, &state.answers),
        faults: every.iter().flat_map(|field| faults_of(field)).collect(),
        added: plural(dependent, |category| {
            t!("assist-added", category = category, count = SLOT)
        }),
        left: plural(long, |category| {
            t!("assist-left", category = category, count = SLOT)
        }),
        over: plural(long, |category| {
            t!("assist-over", category = category, count = SLOT)
        }),
    }
}

/// Questions with those of groups, in the order of the page.
fn flat(fields: &[Field]) -> Vec<&Field> {
    let mut every = Vec::new();
    for field in fields {
        every.push(field);
        if let FieldKind::Group { fields } = &field.kind {
            every.extend(flat(fields));
        }
    }
    every
}

/// Answers of other pages that this one reads, and no other: a page holds no more than it needs.
fn read_here(fields: &[&Field], answers: &Answers) -> Answers {
    let conditions = fields
        .iter()
        .filter_map(|field| field.when.as_ref())
        .flat_map(Condition::fields);
    let compared = fields
        .iter()
        .filter_map(|field| field.compare.as_ref())
        .map(|rule| rule.field.as_str());
    let elsewhere = conditions
        .chain(compared)
        .filter(|key| fields.iter().all(|field| field.key != *key));
    Answers(
        elsewhere
            .filter_map(|key| Some((key.to_owned(), answers.get(key)?.clone())))
            .collect(),
    )
}

fn faults_of(field: &Field) -> Vec<FaultWords> {
    let words = |(part, code): (Option<&str>, FaultCode)| FaultWords {
        key: field.key.clone(),
        part: part.unwrap_or_default().to_owned(),
        code: code as u8,
        words: t!("field-error", words = fault_words(field, part, code)),
    };
    possible_faults(field).into_iter().map(words).collect()
}

/// One sentence per plural category, each only once: what is missing is said as `other`.
fn plural(needed: bool, sentence: impl Fn(&'static str) -> String) -> PluralWords {
    if !needed {
        return PluralWords::default();
    }
    let other = sentence("other");
    let special = CATEGORIES
        .into_iter()
        .map(|category| (category.to_owned(), sentence(category)));
    let mut words: Vec<_> = special.filter(|(_, words)| *words != other).collect();
    words.push(("other".to_owned(), other));
    PluralWords(words)
}

fn file_rules(field: &Field) -> Option<FileRules> {
    let FieldKind::File {
        accept,
        max_mebibytes,
        ..
    } = &field.kind
    else {
        return None;
    };
    let extensions: Vec<&str> = accept
        .iter()
        .flat_map(|kind| kind.extensions())
        .copied()
        .collect();
    let refusal = |code| {
        let problem = FileProblem {
            key: field.key.clone(),
            filename: SLOT.to_owned(),
            code,
        };
        t!("field-error", words = file_fault_words(field, &problem))
    };
    Some(FileRules {
        key: field.key.clone(),
        extensions: extensions.join(" "),
        max_bytes: u64::from(*max_mebibytes) * 1_048_576,
        wrong_kind: refusal(FileFault::Kind),
        too_heavy: refusal(FileFault::TooHeavy),
    })
}
