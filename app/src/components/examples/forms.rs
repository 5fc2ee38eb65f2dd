//! Questions and error summaries in their states.

use domain::{
    answers::{Answer, Answers, AttachedFile},
    submitted::Submitted,
    validation::{Fault, FaultCode},
};
use leptos::prelude::*;

use super::{CANARY, fields};
use crate::{
    components::{ErrorSummary, FormState, Questions, Scope},
    ports::{FileFault, FileProblem},
};

/// Names of every input of the page of examples.
const NAMES: &[&str] = &[
    "place",
    "description",
    "email",
    "phone",
    "birth_date.day",
    "birth_date.month",
    "birth_date.year",
    "copies",
    "address.line1",
    "address.line2",
    "address.postal_code",
    "address.city",
    "address.country",
    "person.family_name",
    "person.usage_name",
    "person.given_names",
    "parent_name",
];

fn typed(pairs: &[(&str, &str)]) -> Submitted {
    Submitted(
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    )
}

fn filled_state() -> FormState {
    FormState {
        typed: typed(&[
            ("place", "Devant l’école"),
            (
                "description",
                "\n\nUn lampadaire est éteint.\nDepuis lundi.",
            ),
            ("email", "nom@exemple.fr"),
            ("phone", "06 39 98 12 34"),
            ("birth_date.day", "27"),
            ("birth_date.month", "mars"),
            ("birth_date.year", "1957"),
            ("copies", "2"),
            ("danger", "yes"),
            ("applicant", "self"),
            ("services", "canteen"),
            ("services", "care"),
            ("address.line1", "12 rue des Tilleuls"),
            ("address.postal_code", "99120"),
            ("address.city", "Ardane-les-Tilleuls"),
            ("person.family_name", "Martin"),
            ("person.given_names", "Léa Marie"),
            ("parent_agrees", "no"),
            ("statement", "on"),
        ]),
        answers: Answers([("danger".to_owned(), Answer::YesNo(true))].into()),
        ..FormState::default()
    }
}

fn fault(key: &str, part: Option<&'static str>, code: FaultCode) -> Fault {
    Fault {
        key: key.to_owned(),
        part,
        code,
    }
}

fn wrong_state() -> FormState {
    FormState {
        typed: typed(&[
            ("email", "nom@exemple"),
            ("birth_date.day", "31"),
            ("birth_date.month", "2"),
        ]),
        faults: vec![
            fault("place", None, FaultCode::Missing),
            fault("description", None, FaultCode::TooShort),
            fault("email", None, FaultCode::Email),
            fault("birth_date", Some("year"), FaultCode::DateIncomplete),
            fault("copies", None, FaultCode::TooGreat),
            fault("danger", None, FaultCode::Missing),
            fault("applicant", None, FaultCode::Missing),
            fault("services", None, FaultCode::TooFewChoices),
            fault("address", Some("line1"), FaultCode::Missing),
            fault("address", Some("postal_code"), FaultCode::PostalCode),
            fault("person", Some("family_name"), FaultCode::Characters),
            fault("parent_agrees", None, FaultCode::Missing),
            fault("statement", None, FaultCode::NotAccepted),
        ],
        ..FormState::default()
    }
}

fn file_state(filename: &str) -> FormState {
    let file = AttachedFile {
        id: "f1".to_owned(),
        filename: filename.to_owned(),
        media_type: "application/pdf".to_owned(),
        bytes: 1_234_567,
        sha256: "0".repeat(64),
    };
    FormState {
        files: [("proof".to_owned(), vec![file])].into(),
        draft: Some("d1".to_owned()),
        ..FormState::default()
    }
}

fn questions(state: FormState) -> AnyView {
    view! { <Questions fields=fields::all() state /> }.into_any()
}

pub(super) fn empty() -> AnyView {
    questions(FormState::default())
}

pub(super) fn filled() -> AnyView {
    questions(filled_state())
}

pub(super) fn wrong() -> AnyView {
    questions(wrong_state())
}

pub(super) fn hostile() -> AnyView {
    let typed = Submitted(
        NAMES
            .iter()
            .map(|name| ((*name).to_owned(), CANARY.to_owned()))
            .collect(),
    );
    let files = view! { <Questions fields=vec![fields::proof()] state=file_state(CANARY) /> };
    view! { {questions(FormState { typed, ..FormState::default() })} {files} }.into_any()
}

pub(super) fn item() -> AnyView {
    let scope = Scope::Item {
        group: "children".to_owned(),
        number: 2,
        noun: "Enfant".to_owned(),
    };
    questions(FormState {
        scope,
        ..wrong_state()
    })
}

pub(super) fn untranslated() -> AnyView {
    let state = FormState {
        faults: vec![fault("place", None, FaultCode::Missing)],
        ..FormState::default()
    };
    let fields = vec![fields::untranslated()];
    view! {
        <ErrorSummary fields=fields.clone() state=state.clone() again=false />
        <Questions fields state />
    }
    .into_any()
}

fn summary(state: FormState, again: bool) -> AnyView {
    view! {
        <ErrorSummary fields=fields::all() state=state.clone() again />
        {questions(state)}
    }
    .into_any()
}

pub(super) fn summary_first() -> AnyView {
    summary(wrong_state(), false)
}

pub(super) fn summary_again() -> AnyView {
    summary(wrong_state(), true)
}

pub(super) fn summary_none() -> AnyView {
    summary(FormState::default(), true)
}

pub(super) fn file_empty() -> AnyView {
    view! { <Questions fields=vec![fields::proof()] state=FormState::default() /> }.into_any()
}

pub(super) fn file_attached() -> AnyView {
    view! { <Questions fields=vec![fields::proof()] state=file_state("carte.pdf") /> }.into_any()
}

pub(super) fn file_refused() -> AnyView {
    let problem = FileProblem {
        key: "proof".to_owned(),
        filename: "photo.heic".to_owned(),
        code: FileFault::Kind,
    };
    let state = FormState {
        file_problem: Some(problem),
        ..file_state("carte.pdf")
    };
    let fields = vec![fields::proof()];
    view! {
        <ErrorSummary fields=fields.clone() state=state.clone() again=false />
        <Questions fields state />
    }
    .into_any()
}
