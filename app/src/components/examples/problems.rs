//! What may be wrong with a form as a whole, above the form.

use domain::{distress::Danger, submitted::Submitted};
use leptos::prelude::*;

use super::{CANARY, fields};
use crate::{
    components::{FormState, HumanHelp, ProblemSummary, Questions},
    ports::{FileFault, FileProblem, Problem},
};

fn summary(problem: Problem, again: bool) -> AnyView {
    let fields = vec![fields::place(), fields::birth_date()];
    view! {
        <ProblemSummary problem again fields=fields.clone() target="#step-form" />
        <form id="step-form" method="post">
            <Questions fields state=FormState::default() />
        </form>
    }
    .into_any()
}

pub(super) fn conflict() -> AnyView {
    let saved = [
        ("place", CANARY),
        ("birth_date.day", "27"),
        ("birth_date.month", "mars"),
        ("birth_date.year", "1957"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let problem = Problem::Conflict {
        saved: Submitted(saved.into()),
        version: 2,
    };
    summary(problem, false)
}

pub(super) fn personal_data() -> AnyView {
    summary(Problem::PersonalData, false)
}

pub(super) fn no_such_request() -> AnyView {
    summary(Problem::NoSuchRequest, false)
}

pub(super) fn no_such_code() -> AnyView {
    summary(Problem::NoSuchCode, false)
}

pub(super) fn enough_codes() -> AnyView {
    summary(Problem::EnoughCodes, false)
}

pub(super) fn incomplete() -> AnyView {
    summary(Problem::Incomplete, false)
}

pub(super) fn time_taken() -> AnyView {
    summary(Problem::TimeTaken, false)
}

pub(super) fn no_time() -> AnyView {
    summary(Problem::NoTime, false)
}

pub(super) fn several_streets() -> AnyView {
    summary(Problem::SeveralStreets(Vec::new()), false)
}

pub(super) fn same_number() -> AnyView {
    summary(Problem::SameNumber, false)
}

pub(super) fn too_many_people() -> AnyView {
    let problem = Problem::TooManyPeople {
        people: 6,
        documents: 12,
    };
    summary(problem, false)
}

pub(super) fn danger() -> AnyView {
    summary(Problem::Danger(Danger::ALL.to_vec()), false)
}

pub(super) fn human_help() -> AnyView {
    let dangers = vec![Danger::Life];
    view! { <HumanHelp dangers /> }.into_any()
}

pub(super) fn office_away() -> AnyView {
    summary(Problem::OfficeAway, false)
}

pub(super) fn unavailable() -> AnyView {
    summary(Problem::Unavailable, false)
}

pub(super) fn too_many() -> AnyView {
    summary(Problem::TooMany { wait: 90 }, false)
}

pub(super) fn again() -> AnyView {
    summary(Problem::Unavailable, true)
}

pub(super) fn file() -> AnyView {
    let problem = FileProblem {
        key: "proof".to_owned(),
        filename: CANARY.to_owned(),
        code: FileFault::Kind,
    };
    summary(Problem::File(problem), false)
}
