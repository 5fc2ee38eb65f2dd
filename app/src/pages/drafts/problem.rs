//! What is wrong with a form as a whole, said like an error summary: it takes the focus and is announced.

use domain::{field::Field, submitted::Submitted};
use leptos::prelude::*;

use super::step::is_again;
use crate::{components::words_of, ports::Problem, request::refused, t};

/// The problem of the refused POST that this page answers, if any.
/// `fields` puts the saved answers of a conflict into words; `target` is where to go on in this page.
#[component]
pub fn ProblemSummary(
    /// Questions of the page.
    fields: Vec<Field>,
    /// Where to go on: a fragment, for a link to an address would throw away what was typed.
    #[prop(into)]
    target: String,
) -> impl IntoView {
    let problem = refused().and_then(|refused| refused.problem.clone());
    problem.map(|problem| match problem {
        // Said by the error summary, at its field.
        Problem::File(_) => ().into_any(),
        Problem::Conflict { saved, .. } => {
            let saved = saved_answers(&fields, &saved);
            framed(
                t!("problem-conflict-title"),
                view! {
                    <p>{t!("problem-conflict-text")}</p>
                    <dl>{saved}</dl>
                    {link(target, t!("problem-conflict-link"))}
                }
                .into_any(),
            )
        }
        Problem::NoSuchRequest => framed(
            t!("problem-no-request-title"),
            link(target, t!("problem-no-request-text")),
        ),
        Problem::Incomplete => framed(
            t!("problem-incomplete-title"),
            link(target, t!("problem-incomplete-text")),
        ),
        Problem::Unavailable => framed(
            t!("problem-unavailable-title"),
            link(target, t!("problem-unavailable-text")),
        ),
        Problem::TooMany { wait } => framed(
            t!("problem-too-many-title"),
            link(
                target,
                t!("problem-too-many-text", minutes = wait.div_ceil(60)),
            ),
        ),
    })
}

fn link(target: String, words: String) -> AnyView {
    view! { <p><a class="error-summary__link" href=target>{words}</a></p> }.into_any()
}

/// Same structure as the error summary: named group that takes the focus, alert inside. The heading changes when the
/// same problem comes again: the same words again would stay silent.
fn framed(title: String, content: AnyView) -> AnyView {
    let title = if is_again() {
        t!("problem-again", title = title)
    } else {
        title
    };
    view! {
        <div id="error-summary" class="error-summary" role="group" tabindex="-1" autofocus aria-labelledby="es-t">
            <div role="alert">
                <h2 class="error-summary__title" id="es-t">{title}</h2>
                {content}
            </div>
        </div>
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
                view! { <div><dt>{label}</dt><dd dir="auto">{typed.join(" ")}</dd></div> }
                    .into_any()
            })
        })
        .collect()
}
