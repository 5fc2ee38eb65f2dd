//! What the service expects of the resident: first on the page of a request, with its last day.

use domain::{
    info_request::{AskedDocument, InfoRequest, Mark, MarkReason},
    locale::Locale,
    procedure::Procedure,
};
use leptos::prelude::*;

use crate::{
    components::{LinkButton, Notice, NoticeKind, Submit, words_of},
    l10n,
    paths::Path,
    ports::{HeldRequest, PendingAct, PendingKind, Request},
    request::portal,
    t,
};

/// The last day to answer and how many days are left; nothing when the service set none.
pub(super) fn deadline(asked: &InfoRequest) -> Option<AnyView> {
    let due = asked.due_on?;
    let left = portal()
        .today()
        .until(due)
        .map_or(0, |span| span.get_days());
    let day = l10n::date(l10n::locale(), due);
    let words = if left < 0 {
        t!("demand-late", day = day)
    } else {
        t!("demand-due", day = day, left = left)
    };
    Some(view! { <p><strong>{words}</strong></p> }.into_any())
}

/// The marked answers that the resident did not correct yet.
fn due_marks<'a>(asked: Option<&'a InfoRequest>, pending: &[PendingAct]) -> Vec<&'a Mark> {
    let waits = |act: &PendingAct| act.kind == PendingKind::Correction && !act.is_refused();
    if pending.iter().any(waits) {
        return Vec::new();
    }
    asked
        .iter()
        .flat_map(|asked| &asked.marks)
        .filter(|mark| !mark.corrected)
        .collect()
}

/// The documents that the resident did not give yet, or must give again.
pub(super) fn due_documents<'a>(
    asked: Option<&'a InfoRequest>,
    pending: &[PendingAct],
) -> Vec<&'a AskedDocument> {
    let given = |document: &AskedDocument| {
        pending.iter().any(|act| {
            matches!(&act.kind, PendingKind::Document { document: known, .. } if *known == document.id)
                && !act.is_refused()
        })
    };
    let asked = asked.iter().flat_map(|asked| &asked.documents);
    asked
        .filter(|document| document.is_due() && !given(document))
        .collect()
}

/// Whether the service waits for something that the resident did not do yet.
pub(crate) fn expects(request: &HeldRequest) -> bool {
    something_due(request.info_request.as_ref(), &request.pending)
}

/// The same of a request that is shown.
pub(super) fn is_due(request: &Request) -> bool {
    something_due(request.facts.info_request.as_ref(), &request.pending)
}

fn something_due(asked: Option<&InfoRequest>, pending: &[PendingAct]) -> bool {
    !due_marks(asked, pending).is_empty()
        || !due_documents(asked, pending).is_empty()
        || due_words(asked, pending)
}

/// Whether the service asked in words only, as some back offices do, and the resident did not write since.
fn due_words(asked: Option<&InfoRequest>, pending: &[PendingAct]) -> bool {
    let wrote =
        |act: &PendingAct| matches!(act.kind, PendingKind::Message { .. }) && !act.is_refused();
    asked.is_some_and(|asked| asked.marks.is_empty() && asked.documents.is_empty())
        && !pending.iter().any(wrote)
}

/// Whether the page already asks to correct: one button for it is enough.
pub(super) fn asks_to_correct(request: &Request) -> bool {
    !due_marks(request.facts.info_request.as_ref(), &request.pending).is_empty()
}

/// What is asked and not done yet; nothing while the service waits for nothing.
pub(super) fn demand(request: &Request) -> Option<AnyView> {
    let asked = request.facts.info_request.as_ref()?;
    let office = portal().office();
    let marks = due_marks(Some(asked), &request.pending);
    let documents = due_documents(Some(asked), &request.pending);
    let words = due_words(Some(asked), &request.pending);
    if marks.is_empty() && documents.is_empty() && !words {
        return None;
    }
    let language = asked.language.map(Locale::tag);
    let to_correct = (!marks.is_empty()).then(|| {
        let lines = marks
            .iter()
            .map(|mark| mark_line(&request.procedure, mark, language))
            .collect_view();
        let path = Path::Correct(request.id.clone()).here();
        let button = (office.corrections && request.may_act()).then(|| {
            view! {
                <form method="post" action=path aria-label=t!("demand-correct")>
                    <Submit label=t!("demand-correct")/>
                </form>
            }
        });
        view! {
            <p>{t!("demand-marks")}</p>
            <ul>{lines}</ul>
            {button}
        }
    });
    let to_give = (!documents.is_empty()).then(|| {
        let lines = documents
            .iter()
            .map(|document| view! { <li dir="auto" lang=language>{document.title.clone()}</li> })
            .collect_view();
        let href = Path::Documents(request.id.clone()).here();
        let link = (office.documents && request.may_act()).then(|| {
            view! { <p><LinkButton href label=t!("demand-give").into_any()/></p> }
        });
        view! {
            <p>{t!("demand-documents")}</p>
            <ul>{lines}</ul>
            {link}
        }
    });
    let to_answer = (words && office.messages).then(|| {
        let href = Path::Messages(request.id.clone()).here();
        view! { <p><LinkButton href label=t!("demand-answer").into_any()/></p> }
    });
    let text = asked
        .text
        .clone()
        .map(|text| view! { <p dir="auto" lang=language>{text}</p> });
    let last_day = deadline(asked);
    let elsewhere = t!(
        "demand-elsewhere",
        phone = request.procedure.service.phone.clone()
    );
    let view = view! {
        <Notice kind=NoticeKind::Warning title=t!("demand-title")>
            {last_day}
            {text}
            {to_correct}
            {to_give}
            {to_answer}
            <p>{elsewhere}</p>
        </Notice>
    };
    Some(view.into_any())
}

/// A marked answer: which, what is wrong, what the service says.
fn mark_line(
    procedure: &Procedure,
    mark: &Mark,
    language: Option<&'static str>,
) -> impl IntoView + use<> {
    let reason = match mark.reason {
        MarkReason::Incorrect => t!("mark-incorrect"),
        MarkReason::Incomplete => t!("mark-incomplete"),
        MarkReason::Outdated => t!("mark-outdated"),
    };
    view! {
        <li>
            <strong>{question(procedure, &mark.key)}</strong>" "{reason}" "
            <span dir="auto" lang=language>{mark.text.clone()}</span>
        </li>
    }
}

/// The question of a key, or the heading of a list.
pub(super) fn question(procedure: &Procedure, key: &str) -> AnyView {
    let list = procedure.steps.iter().find(|step| {
        step.repeat
            .as_ref()
            .is_some_and(|repeat| repeat.key == *key)
    });
    if let Some(step) = list {
        return words_of(&step.title).into_any();
    }
    match procedure.field(key) {
        Some(field) => words_of(&field.label).into_any(),
        None => key.to_owned().into_any(),
    }
}

#[cfg(test)]
mod tests {
    use domain::message::MessageKind;
    use jiff::Timestamp;

    use super::*;
    use crate::ports::ActFate;

    fn asked_in_words() -> InfoRequest {
        InfoRequest {
            id: "1".to_owned(),
            asked_at: Timestamp::UNIX_EPOCH,
            text: Some("Quelle rue ?".to_owned()),
            language: None,
            due_on: None,
            extension: None,
            marks: Vec::new(),
            documents: Vec::new(),
        }
    }

    #[test]
    fn a_question_in_words_is_due_until_the_resident_writes() {
        let asked = asked_in_words();
        let wrote = |fate| PendingAct {
            kind: PendingKind::Message {
                kind: MessageKind::Message,
                text: "Celle-ci.".to_owned(),
                files: Vec::new(),
            },
            at: Timestamp::UNIX_EPOCH,
            fate,
        };
        assert!(something_due(Some(&asked), &[]));
        assert!(!something_due(Some(&asked), &[wrote(ActFate::Waiting)]));
        assert!(
            something_due(Some(&asked), &[wrote(ActFate::Refused)]),
            "it did not arrive"
        );
        assert!(!something_due(None, &[]));
    }
}
