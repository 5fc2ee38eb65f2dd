//! The router judges answers again, by the rules of the domain: a client may be wrong, old or hostile.

use domain::{
    answers::{Answer, Answers},
    journey::{Journey, Stage, StageState},
    procedure::{Procedure, Step},
    retyped::{self, WrongKind},
    validation::{Fault, FaultCode},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::problem::{Answered, FieldProblem, Problem};

/// The civil day in France at an instant: "today" for the rules of a form.
#[must_use]
pub fn day_in_france(at: Timestamp) -> Date {
    let zone = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).date()
}

/// The answers, normalised, when they are complete and right for this procedure on this day.
///
/// # Errors
/// `validation_failed` with one entry per fault: JSON pointer and code.
pub fn check_answers(procedure: &Procedure, answers: &Answers, today: Date) -> Answered<Answers> {
    check_steps(&procedure.steps, answers, today)
}

/// The same for any form.
///
/// # Errors
/// The same.
pub fn check_steps(steps: &[Step], answers: &Answers, today: Date) -> Answered<Answers> {
    let draft = retyped::draft(steps, answers)
        .map_err(|wrong| Problem::validation(wrong.iter().map(wrong_kind).collect()))?;
    let journey = Journey::new(steps, &draft, today);
    let mut problems: Vec<FieldProblem> = journey.stages.iter().flat_map(faults_of).collect();
    unexpected(answers, &journey.answers, "#/answers", &mut problems);
    if problems.is_empty() {
        Ok(journey.answers)
    } else {
        Err(Problem::validation(problems))
    }
}

fn wrong_kind(wrong: &WrongKind) -> FieldProblem {
    let detail = format!("an answer of type `{}` is expected", wrong.expected);
    FieldProblem::new(&*wrong.pointer, "kind", &detail)
}

fn faults_of(stage: &Stage<'_>) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    for page in &stage.faults {
        let list = stage
            .step
            .repeat
            .as_ref()
            .zip(page.item)
            .map_or_else(String::new, |(repeat, id)| {
                format!("/{}/value/{}", repeat.key, id.saturating_sub(1))
            });
        problems.extend(page.faults.iter().map(|fault| problem_of(fault, &list)));
    }
    if let (StageState::Incomplete | StageState::Untouched, Some(repeat), true) =
        (stage.state, &stage.step.repeat, problems.is_empty())
    {
        let pointer = format!("#/answers/{}", repeat.key);
        problems.push(FieldProblem::new(
            pointer,
            "too_few_items",
            "items are missing",
        ));
    }
    problems
}

fn problem_of(fault: &Fault, list: &str) -> FieldProblem {
    let part = fault
        .part
        .map_or_else(String::new, |part| format!("/value/{part}"));
    let code = code(fault.code);
    FieldProblem::new(
        format!("#/answers{list}/{}{part}", fault.key),
        code,
        detail(fault.code),
    )
}

/// Answers that no applicable field asks for. Left alone while there are faults in the same place: what
/// is wrong is not unexpected.
fn unexpected(given: &Answers, kept: &Answers, pointer: &str, problems: &mut Vec<FieldProblem>) {
    for (key, answer) in &given.0 {
        let here = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
        let faulty = problems.iter().any(|problem| {
            problem
                .pointer
                .strip_prefix(&here)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        match (answer, kept.get(key)) {
            (Answer::Items(given), Some(Answer::Items(kept))) if !faulty => {
                for (index, (given, kept)) in given.iter().zip(kept).enumerate() {
                    let pointer = format!("{here}/value/{index}");
                    unexpected(given, kept, &pointer, problems);
                }
            }
            (_, None) if !faulty => {
                let detail = "no question of this form that applies asks for this";
                problems.push(FieldProblem::new(here, "unexpected", detail));
            }
            _ => {}
        }
    }
}

/// Name on the wire of a fault.
#[must_use]
pub const fn code(fault: FaultCode) -> &'static str {
    match fault {
        FaultCode::Missing => "missing",
        FaultCode::TooShort => "too_short",
        FaultCode::TooLong => "too_long",
        FaultCode::Email => "email",
        FaultCode::Phone => "phone",
        FaultCode::NotMobile => "not_mobile",
        FaultCode::DateIncomplete => "date_incomplete",
        FaultCode::DateUnreal => "date_unreal",
        FaultCode::DateFuture => "date_future",
        FaultCode::DatePast => "date_past",
        FaultCode::TooYoung => "too_young",
        FaultCode::TooOld => "too_old",
        FaultCode::Number => "number",
        FaultCode::TooSmall => "too_small",
        FaultCode::TooGreat => "too_great",
        FaultCode::Choice => "choice",
        FaultCode::TooFewChoices => "too_few_choices",
        FaultCode::PostalCode => "postal_code",
        FaultCode::NotAccepted => "not_accepted",
        FaultCode::NotSame => "not_same",
        FaultCode::NotDifferent => "not_different",
        FaultCode::NotAfter => "not_after",
        FaultCode::Before => "before",
        FaultCode::TooManyFiles => "too_many_files",
        FaultCode::FileKind => "file_kind",
        FaultCode::FileTooHeavy => "file_too_heavy",
        FaultCode::Characters => "characters",
    }
}

const fn detail(fault: FaultCode) -> &'static str {
    match fault {
        FaultCode::Missing => "an answer is needed",
        _ => "the answer breaks a rule of its field",
    }
}
