//! One page of a questionnaire.

use std::sync::Arc;

use domain::{
    answers::Answers,
    procedure::Step,
    submitted::Submitted,
    survey::{Questionnaire, Subject},
    validation::check_fields,
};
use leptos::prelude::*;

use super::{DONE, SURE, subject_words};
use crate::{
    components::{
        AuthorityContact, ErrorSummary, Notice, NoticeKind, Questions, Secondary, Submit, assist,
        words_of,
    },
    l10n,
    pages::{
        drafts::step::{
            KEY, hidden_inputs, is_again, more_questions, problem_summary, refused_state,
        },
        page::{Heading, PageTitle},
    },
    ports::Problem,
    request::{portal, refused},
    t,
};

/// What a page of a questionnaire is made of.
pub(super) struct Shown<'a> {
    /// The questionnaire.
    pub(super) questionnaire: &'a Arc<Questionnaire>,
    /// Its page.
    pub(super) step: &'a Step,
    /// What it is about.
    pub(super) subject: &'a Subject,
    /// What was typed in this page before.
    pub(super) saved: Submitted,
    /// Right answers of earlier pages.
    pub(super) earlier: Answers,
    /// Where the form goes.
    pub(super) action: String,
    /// Something was kept before this page.
    pub(super) is_begun: bool,
    /// What comes after the form.
    pub(super) after: Option<AnyView>,
}

pub(super) fn page(shown: Shown<'_>) -> AnyView {
    let Shown {
        questionnaire,
        step,
        subject,
        action,
        is_begun,
        saved,
        earlier,
        after,
    } = shown;
    let (fields, today) = (step.fields.clone(), portal().today());
    let mut state = refused_state();
    if refused().is_none() {
        state.typed = saved;
    }
    let files = Default::default();
    let here = check_fields(&fields, &state.typed, &files, &earlier, today).answers;
    state.answers = earlier;
    state.answers.0.extend(here.0);
    let catalogue = portal().catalogue().ok();
    let about = catalogue.and_then(|catalogue| subject_words(subject, &catalogue));
    let about = about.map(|words| view! { <p class="lead">{words}</p> });
    // What was just refused is not kept: only one of both is said.
    let kept = (is_begun && refused().is_none()).then(|| {
        view! {
            <Notice kind=NoticeKind::Success title=t!("opinion-kept-title")>
                <p>{t!("opinion-kept-text")}</p>
            </Notice>
        }
    });
    let personal = refused().is_some_and(|it| it.problem == Some(Problem::PersonalData));
    let is_last = questionnaire
        .steps
        .last()
        .is_some_and(|last| last.id == step.id);
    let buttons = buttons(is_begun, is_last, personal);
    let title = if is_begun {
        &step.title
    } else {
        &questionnaire.title
    };
    let (title, heading) = (l10n::words(title), words_of(title));
    view! {
        <PageTitle title=title/>
        {problem_summary(Vec::new(), "#step-form")}
        <ErrorSummary fields=fields.clone() state=state.clone() again=is_again()/>
        <Heading>{heading}</Heading>
        {about}
        {kept}
        <p>{t!("opinion-promise")}</p>
        <form id="step-form" method="post" action=action novalidate aria-labelledby="titre">
            {(!is_begun).then(|| view! { <input type="hidden" name=KEY value=key()/> })}
            {hidden_inputs(0, &state.faults)}
            <Questions fields=fields.clone() state=state.clone() more=more_questions()/>
            {buttons}
        </form>
        {assist::form_assist(&fields, &state, today)}
        {after}
        <AuthorityContact authority=portal().authority()/>
    }
    .into_any()
}

/// The key of the form: that of the page that was refused, or a new one.
fn key() -> String {
    let kept = refused().map(|refused| refused.typed.first(KEY).to_owned());
    kept.filter(|key| !key.is_empty())
        .unwrap_or_else(|| portal().form_key())
}

fn buttons(is_begun: bool, is_last: bool, personal: bool) -> AnyView {
    let send = match (is_begun, is_last) {
        (false, _) => t!("opinion-send"),
        (true, false) => t!("opinion-send-more"),
        (true, true) => t!("opinion-done"),
    };
    let sure = personal.then(|| {
        view! { <Secondary label=t!("opinion-send-as-it-is") name="do" value=SURE/> }
    });
    let done = (is_begun && !is_last).then(|| {
        view! { <Secondary label=t!("opinion-done") name="do" value=DONE/> }
    });
    view! {
        <Submit label=send name="do" value="send"/>
        {sure}
        {done}
    }
    .into_any()
}
