//! "You said, we did": written by the authority in its catalogue, public from its day on.

use domain::{quality::Improvement, survey::Subject};

use super::answering::is_known;
use crate::{
    api::{
        check::day_in_france,
        problem::{Answered, Problem},
    },
    reference::Inner,
};

/// Those of a subject, or all of them, the latest first.
pub(in crate::reference) fn improvements(
    office: &Inner,
    subject: Option<Subject>,
) -> Answered<Vec<Improvement>> {
    if subject.as_ref().is_some_and(|it| !is_known(office, it)) {
        return Err(Problem::not_found());
    }
    let today = day_in_france(office.clock.now());
    let all = office.catalogue.improvements.iter();
    let mut shown: Vec<Improvement> = all
        .filter(|it| it.date <= today && it.is_about(subject.as_ref()))
        .cloned()
        .collect();
    shown.sort_by(|one, other| (other.date, &one.id).cmp(&(one.date, &other.id)));
    Ok(shown)
}
