//! What is wrong with a form as a whole, said like the errors of its questions: it takes the focus and is announced.

use domain::{field::Field, submitted::Submitted};
use leptos::prelude::*;

use super::{HumanHelp, error_summary::framed, words_of};
use crate::{ports::Problem, t};

/// What happened and where to go on. Nothing for a refused file: the error summary says it, at its question. The
/// heading changes when the same problem comes again: the same words again would stay silent.
///
/// RGAA 7.5 (alert in the group that takes the focus), 6.1 (the link says what to do), 9.3 (saved answers are a list
/// of descriptions), 8.10 (`dir="auto"` on what was typed); WCAG 2.5.8 (links 44 px high), 3.3.1, 3.3.3.
#[component]
pub fn ProblemSummary(
    /// What is wrong.
    problem: Problem,
    /// The page already showed this problem.
    again: bool,
    /// Questions of the page: they name the answers that another tab saved.
    fields: Vec<Field>,
    /// Where to go on: a fragment, for a link to an address would throw away what was typed.
    #[prop(into)]
    target: String,
) -> impl IntoView {
    let (title, content) = match problem {
        Problem::File(_) => return None,
        Problem::Conflict { saved, .. } => {
            let saved = saved_answers(&fields, &saved);
            let content = view! {
                <p>{t!("problem-conflict-text")}</p>
                <dl>{saved}</dl>
                {link(target, t!("problem-conflict-link"))}
            };
            (t!("problem-conflict-title"), content.into_any())
        }
        Problem::NoSuchRequest => (
            t!("problem-no-request-title"),
            link(target, t!("problem-no-request-text")),
        ),
        Problem::NoSuchCode => (
            t!("problem-no-code-title"),
            link(target, t!("problem-no-code-text")),
        ),
        Problem::EnoughCodes => (
            t!("problem-enough-codes-title"),
            link(target, t!("problem-enough-codes-text")),
        ),
        Problem::Incomplete => (
            t!("problem-incomplete-title"),
            link(target, t!("problem-incomplete-text")),
        ),
        Problem::TimeTaken => (
            t!("problem-time-taken-title"),
            link(target, t!("problem-time-taken-text")),
        ),
        Problem::NoTime => (
            t!("problem-no-time-title"),
            link(target, t!("problem-no-time-text")),
        ),
        Problem::SeveralStreets(_) => (
            t!("problem-several-streets-title"),
            link(target, t!("problem-several-streets-text")),
        ),
        Problem::SameNumber => (
            t!("problem-same-number-title"),
            link(target, t!("problem-same-number-text")),
        ),
        Problem::TooManyPeople { people, documents } => {
            let mut most = t!("visit-people", count = people);
            if documents > 0 {
                most = format!(
                    "{most}{}{}",
                    t!("list-comma"),
                    t!("visit-documents", count = documents)
                );
            }
            (
                t!("problem-too-many-people-title"),
                link(target, t!("problem-too-many-people-text", most = most)),
            )
        }
        Problem::PersonalData => (
            t!("problem-personal-data-title"),
            link(target, t!("problem-personal-data-text")),
        ),
        Problem::Danger(dangers) => {
            let content = view! {
                <HumanHelp dangers/>
                {link(target, t!("danger-go-on"))}
            };
            (t!("danger-title"), content.into_any())
        }
        Problem::OfficeAway => (
            t!("problem-office-away-title"),
            link(target, t!("problem-office-away-text")),
        ),
        Problem::Unavailable => (
            t!("problem-unavailable-title"),
            link(target, t!("problem-unavailable-text")),
        ),
        Problem::TooMany { wait } => (
            t!("problem-too-many-title"),
            link(
                target,
                t!("problem-too-many-text", minutes = wait.div_ceil(60)),
            ),
        ),
    };
    let title = if again {
        t!("problem-again", title = title)
    } else {
        title
    };
    Some(framed(title, content))
}

fn link(target: String, words: String) -> AnyView {
    view! {
        <p>
            <a class="error-summary__link" href=target>
                {words}
            </a>
        </p>
    }
    .into_any()
}

/// What the other tab saved, question by question, as it was typed.
fn saved_answers(fields: &[Field], saved: &Submitted) -> Vec<AnyView> {
    fields
        .iter()
        .filter_map(|field| {
            let prefix = format!("{}.", field.key);
            let typed: Vec<&str> = saved
                .0
                .iter()
                .filter(|(name, value)| {
                    (*name == field.key || name.starts_with(&prefix)) && !value.trim().is_empty()
                })
                .map(|(_, value)| value.as_str())
                .collect();
            let label = words_of(&field.label);
            (!typed.is_empty()).then(|| {
                view! {
                    <div>
                        <dt>{label}</dt>
                        <dd dir="auto">{typed.join(" ")}</dd>
                    </div>
                }
                .into_any()
            })
        })
        .collect()
}
