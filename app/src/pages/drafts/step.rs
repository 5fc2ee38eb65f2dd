//! One step of a form: an ordinary page of questions, a page of files, or the list of a repeatable step.

use std::sync::Arc;

use domain::{
    field::{Field, FieldKind},
    journey::Journey,
    procedure::Step,
    submitted::Submitted,
    validation::{Fault, check_fields},
};
use leptos::prelude::*;

use super::{
    banner::{banner, controls},
    open::{draft_footer, journey, with_draft},
};
use crate::{
    components::{
        BackLink, ErrorSummary, FormChanged, FormState, HoldLonger, ProblemSummary, Questions,
        Scope, StepHeader, Submit, assist, back_link::PageName, words_of,
    },
    l10n,
    pages::{
        hand_over::guest,
        page::{PageTitle, not_found},
        requests::live::{is_late, late_notice},
    },
    paths::Path,
    ports::{Draft, Problem},
    request::{portal, query, refused, segment},
    t,
};

/// Query parameter and value that bring back to the review after a change.
pub const BACK: (&str, &str) = ("retour", "verification");

/// Query parameter that brings back to a page with the questions that an answer added: the key of the first one.
pub const MORE: &str = "suite";

/// Where they begin, as the end of an address.
pub const MORE_HERE: &str = "#suite";

/// Page of one step.
#[component]
pub fn StepPage() -> impl IntoView {
    let (draft, step) = (segment("draft"), segment("step"));
    Suspend::new(async move {
        with_draft(draft, move |draft| {
            let journey = journey(&draft);
            let Some(stage) = journey.stage(&step) else {
                return not_found();
            };
            if stage.step.repeat.is_some() {
                super::items::list(&draft, &journey, stage.step)
            } else {
                questions(&draft, &journey, stage.step)
            }
        })
        .await
    })
}

fn questions(draft: &Arc<Draft>, journey: &Journey<'_>, step: &Step) -> AnyView {
    let entry = draft.content.steps.get(&step.id);
    let saved = entry.map(|entry| entry.typed.clone()).unwrap_or_default();
    let version = version_to_send(entry.map_or(0, |entry| entry.version));
    let state = form_state(draft, step, saved, Scope::Page);
    let path = Path::Step {
        draft: draft.id.clone(),
        step: step.id.clone(),
    }
    .here();
    let files = step
        .fields
        .iter()
        .any(|field| matches!(field.kind, FieldKind::File { .. }));
    let assist = if files {
        assist::upload_assist(&step.fields).into_any()
    } else {
        assist::form_assist(&step.fields, &state, draft.today).into_any()
    };
    view! {
        {page_head(draft, journey, step, l10n::words(&step.title), step.fields.clone(), "#step-form")}
        <ErrorSummary fields=step.fields.clone() state=state.clone() again=is_again()/>
        {step_heading(journey, step)}
        {guest::of_draft(draft)}
        {banner(draft)}
        {draft.form_changed.then(|| view! { <FormChanged/> })}
        {step.introduction.as_ref().map(|text| view! { <p>{words_of(text)}</p> })}
        <form
            id="step-form"
            method="post"
            action=path
            enctype=files.then_some("multipart/form-data")
            novalidate
            aria-labelledby="titre"
        >
            {hidden_inputs(version, &state.faults)}
            <Questions fields=step.fields.clone() state more=more_questions()/>
            <ContinueButton/>
        </form>
        {assist}
        {controls(draft, HoldLonger::Form)}
        {draft_footer(draft)}
    }
    .into_any()
}

/// Title, way back and problem of the whole form: the same on every page of a draft. `target` is a place of this
/// page: a link to the page itself would throw away what was typed.
pub(super) fn page_head(
    draft: &Arc<Draft>,
    journey: &Journey<'_>,
    step: &Step,
    heading: String,
    fields: Vec<Field>,
    target: &'static str,
) -> impl IntoView + use<> {
    let (position, total) = journey.position(&step.id).unwrap_or((1, 1));
    let title = t!(
        "step-title",
        position = position,
        total = total,
        step = heading,
        procedure = l10n::words(&draft.procedure.title)
    );
    let (back, name): (_, PageName) = match journey.before(&step.id) {
        Some(before) => (
            Path::Step {
                draft: draft.id.clone(),
                step: before.id.clone(),
            }
            .here(),
            before.title.clone().into(),
        ),
        None if draft.visit.is_some() => (
            Path::DraftTimes(draft.id.clone()).here(),
            t!("times-heading").into(),
        ),
        None => (
            Path::Procedure(draft.procedure.id.clone()).here(),
            draft.procedure.title.clone().into(),
        ),
    };
    // Whoever corrects goes from the list of answers to one page, and back.
    let back = if draft.corrects.is_some() {
        let href = Path::Review(draft.id.clone()).here();
        view! { <BackLink href to=t!("correction-back")/> }.into_any()
    } else {
        view! { <BackLink href=back to=name/> }.into_any()
    };
    view! {
        <PageTitle title/>
        {problem_summary(fields, target)}
        {back}
    }
}

pub(super) fn step_heading(journey: &Journey<'_>, step: &Step) -> impl IntoView + use<> {
    let title = words_of(&step.title);
    view! { <StepHeader position=journey.position(&step.id)>{title}</StepHeader> }
}

/// What the form shows: what was just refused, otherwise what is saved.
pub(crate) fn form_state(draft: &Draft, step: &Step, saved: Submitted, scope: Scope) -> FormState {
    let refused = refused();
    let typed = refused
        .as_ref()
        .map_or(saved, |refused| refused.typed.clone());
    let files = draft.content.files.clone();
    let (steps, content) = (&draft.procedure.steps, &draft.content);
    let mut answers = Journey::before_step(steps, &step.id, content, draft.today).answers;
    let here = check_fields(&step.fields, &typed, &files, &answers, draft.today).answers;
    answers.0.extend(here.0);
    FormState {
        typed,
        faults: refused
            .as_ref()
            .map(|refused| refused.faults.clone())
            .unwrap_or_default(),
        answers,
        files,
        file_problem: refused.and_then(|refused| match &refused.problem {
            Some(Problem::File(problem)) => Some(problem.clone()),
            _ => None,
        }),
        scope,
        draft: Some(draft.id.clone()),
        elsewhere: draft
            .corrects
            .iter()
            .flat_map(|corrects| corrects.answers.files())
            .map(|file| file.id.clone())
            .collect(),
    }
}

/// Version to send with the form: after a conflict, the one that overwrites knowingly.
pub(crate) fn version_to_send(saved: u32) -> u32 {
    match refused().and_then(|refused| refused.problem.clone()) {
        Some(Problem::Conflict { version, .. }) => version,
        // What came late was typed over what was seen then: a change since is told as a conflict.
        _ if is_late() => refused()
            .and_then(|refused| refused.typed.first(hidden::VERSION).parse().ok())
            .unwrap_or(saved),
        _ => saved,
    }
}

/// What a form of one page holds: what was typed and what is wrong with it, when it was refused.
pub(crate) fn refused_state() -> FormState {
    let refused = refused();
    let refused = refused.as_deref();
    FormState {
        typed: refused.map(|it| it.typed.clone()).unwrap_or_default(),
        faults: refused.map(|it| it.faults.clone()).unwrap_or_default(),
        ..FormState::default()
    }
}

pub(crate) fn is_again() -> bool {
    refused().is_some_and(|refused| refused.again)
}

/// What is wrong with the whole form just refused, if anything. `fields` puts the saved answers of a conflict into
/// words; `target` is where to go on in this page.
pub(crate) fn problem_summary(fields: Vec<Field>, target: impl Into<String>) -> Option<AnyView> {
    if is_late() {
        return Some(late_notice());
    }
    let refused = refused()?;
    let problem = refused.problem.clone()?;
    let again = refused.again;
    Some(view! { <ProblemSummary problem again fields target/> }.into_any())
}

/// Names that the form sends beside the answers; they begin with `_`, which no field key does.
pub mod hidden {
    /// Version of the page that the person saw.
    pub const VERSION: &str = "_version";
    /// Faults or problem that the page already showed.
    pub const FAULTS: &str = "_faults";
    /// Where to go after saving.
    pub const BACK: &str = "_back";
    pub use crate::islands::form_rules::ASSISTED;
}

pub(crate) fn hidden_inputs(version: u32, faults: &[Fault]) -> impl IntoView + use<> {
    let back = goes_back();
    view! {
        <input type="hidden" name=hidden::VERSION value=version.to_string()/>
        {shown_input(faults)}
        {back.then(|| view! { <input type="hidden" name=hidden::BACK value=BACK.1/> })}
    }
}

/// What the page shows as wrong, to notice that the same comes again.
pub(in crate::pages) fn shown_input(faults: &[Fault]) -> impl IntoView + use<> {
    let problem = refused().and_then(|refused| refused.problem.clone());
    let shown = problem.map_or_else(|| signature(faults), |problem| problem.name());
    (!shown.is_empty()).then(|| view! { <input type="hidden" name=hidden::FAULTS value=shown/> })
}

/// Faults as one short text, to notice that the same ones come again.
#[must_use]
pub fn signature(faults: &[Fault]) -> String {
    faults
        .iter()
        .map(|fault| {
            format!(
                "{}.{}.{}",
                fault.key,
                fault.part.unwrap_or(""),
                fault.code as u8
            )
        })
        .collect::<Vec<_>>()
        .join(",")
}

/// Key of the form of something about a request: that of what was begun, or a new one.
pub(crate) fn key_of(draft: Option<&Draft>) -> String {
    Some(query(KEY))
        .filter(|key| !key.is_empty() && refused().is_some())
        .or_else(|| draft.map(|draft| draft.id.clone()))
        .unwrap_or_else(|| portal().form_key())
}

/// Query parameter of a form about a request: the key under which it begins one draft, however often it is sent.
pub const KEY: &str = "cle";

fn goes_back() -> bool {
    query(BACK.0) == BACK.1
        || refused().is_some_and(|refused| refused.typed.first(hidden::BACK) == BACK.1)
}

/// Saves and goes on, or back to the review when one came from there.
#[component]
pub(super) fn ContinueButton() -> impl IntoView {
    let label = if goes_back() {
        t!("step-save-and-review")
    } else {
        t!("step-continue")
    };
    view! { <Submit label name="do" value="continue"/> }
}

/// Key of the first question that the answers just saved brought: without JavaScript, it appears only now.
pub(in crate::pages) fn more_questions() -> Option<String> {
    Some(query(MORE)).filter(|key| !key.is_empty() && refused().is_none())
}
