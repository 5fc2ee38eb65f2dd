//! Corrections: what changes before one sends, and what changed once sent.

use domain::{
    answers::Answer,
    correction::{AnswerChange, Correction, changes},
    journey::Journey,
    procedure::Procedure,
    request::AuthorKind,
};
use leptos::prelude::*;

use super::{
    demand::{asks_to_correct, question},
    receipt::moment,
};
use crate::{
    components::{ChangeList, ChangedAnswer, Notice, NoticeKind, Secondary, Submit, answer_lines},
    paths::Path,
    ports::{Draft, PendingAct, PendingKind, Request},
    request::portal,
    t,
};

/// Changes in words, each with its question.
fn in_words(procedure: &Procedure, changes: &[AnswerChange]) -> Vec<ChangedAnswer> {
    let lines = |key: &str, answer: &Option<Answer>| match (answer, procedure.field(key)) {
        (Some(Answer::Items(items)), _) => {
            vec![t!("items-count", count = items.len()).into_any()]
        }
        (Some(answer), Some(field)) => answer_lines(field, answer),
        _ => Vec::new(),
    };
    changes
        .iter()
        .map(|change| ChangedAnswer {
            label: question(procedure, &change.key),
            before: lines(&change.key, &change.before),
            after: lines(&change.key, &change.after),
        })
        .collect()
}

/// What a correction changes so far, then the button that sends it, or why it cannot be sent yet.
pub(in crate::pages) fn ending(draft: &Draft, journey: &Journey<'_>) -> Option<AnyView> {
    let corrects = draft.corrects.as_ref()?;
    let changed = changes(&corrects.answers, &journey.answers);
    let request = Path::Request(corrects.request.clone()).here();
    let view = if changed.is_empty() {
        view! {
            <Notice kind=NoticeKind::Information title=t!("correction-unchanged-title")>
                <p>{t!("correction-unchanged-text")}</p>
                <p><a href=request>{t!("correction-leave")}</a></p>
            </Notice>
        }
        .into_any()
    } else {
        let rows = in_words(&draft.procedure, &changed);
        let path = Path::Review(draft.id.clone()).here();
        view! {
            <h2>{t!("correction-changes")}</h2>
            <ChangeList changes=rows/>
            <p>{t!("correction-good-faith")}</p>
            <form id="send-form" method="post" action=path aria-label=t!("correction-send")>
                <Submit label=t!("correction-send")/>
            </form>
        }
        .into_any()
    };
    Some(view)
}

/// Corrections of a request, once sent: both sides see the same.
pub(super) fn history(request: &Request) -> Option<AnyView> {
    if request.facts.corrections.is_empty() {
        return None;
    }
    let one = |correction: &Correction| {
        let at = moment(correction.at);
        let title = match correction.author_kind {
            AuthorKind::Mediator => t!("correction-by-mediator", at = at),
            AuthorKind::Staff | AuthorKind::System => t!("correction-by-service", at = at),
            AuthorKind::Citizen => t!("correction-by-you", at = at),
        };
        let changes = in_words(&request.procedure, &correction.changes);
        view! {
            <h3>{title}</h3>
            <ChangeList changes/>
        }
    };
    let all = request.facts.corrections.iter().map(one).collect_view();
    Some(view! { <h2>{t!("correction-history")}</h2> {all} }.into_any())
}

/// The way to correct something by one's own initiative.
pub(super) fn own_initiative(request: &Request) -> Option<AnyView> {
    let waits = |act: &PendingAct| act.kind == PendingKind::Correction && !act.is_refused();
    let possible = portal().office().corrections
        && request.may_act()
        && super::actions::is_open(request)
        && request.delivered_at.is_some()
        && !asks_to_correct(request)
        && !request.pending.iter().any(waits);
    possible.then(|| {
        let path = Path::Correct(request.id.clone()).here();
        view! {
            <h2>{t!("correction-mistake")}</h2>
            <p>{t!("correction-good-faith")}</p>
            <form method="post" action=path aria-label=t!("correction-begin")>
                <Secondary label=t!("correction-begin")/>
            </form>
        }
        .into_any()
    })
}
