//! What is wrong with "You said, we did": languages that are missing, what does not exist, a measure that nothing shows. A day to
//! come is right: the entry appears then.

use domain::{
    place::Place,
    procedure::Procedure,
    procedure_check::{Defect, DefectReason, PathPart},
    quality::Improvement,
    survey::Subject,
};

use super::{read::key, texts::missing};

/// Defects of an entry.
pub(super) fn of_improvement(
    improvement: &Improvement,
    procedures: &[Procedure],
    places: &[Place],
) -> Vec<Defect> {
    let mut defects = missing(vec![key("said")], &improvement.said);
    defects.extend(missing(vec![key("did")], &improvement.did));
    let is_sign = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
    if improvement.id.is_empty() || !improvement.id.bytes().all(is_sign) {
        defects.push(Defect {
            path: vec![key("id")],
            reason: DefectReason::IdSyntax,
        });
    }
    let unknown = match &improvement.subject {
        None => None,
        Some(Subject::Procedure(id)) => {
            let known = procedures.iter().any(|it| it.id == *id);
            (!known).then_some("no such procedure")
        }
        Some(Subject::Place(id)) => {
            let known = places.iter().any(|it| it.id == *id);
            (!known).then_some("no such place")
        }
        Some(Subject::Page(_)) => Some("a procedure, a place, or nothing for the whole authority"),
    };
    if let Some(reason) = unknown {
        defects.push(told(vec![key("subject")], reason));
        return defects;
    }
    let subject = improvement.subject.as_ref();
    if improvement
        .measure
        .is_some_and(|it| !it.is_shown_of(subject))
    {
        let reason = "no page shows this measure of such a thing";
        defects.push(told(vec![key("measure")], reason));
    }
    defects
}

fn told(path: Vec<PathPart>, reason: &'static str) -> Defect {
    Defect {
        path,
        reason: DefectReason::Improvement(reason),
    }
}
