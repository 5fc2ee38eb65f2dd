//! What fields made of several inputs share. Each part has its own faults, so that the summary of faults leads
//! to the input that is wrong.

use super::{FaultCode, Problem, Reading, text};
use crate::{answers::Answer, signs};

/// A part, cleaned; empty with a problem noted when it cannot be kept.
pub(super) fn read_part(
    typed: &str,
    part: &'static str,
    max: u16,
    problems: &mut Vec<Problem>,
    is_right: impl Fn(&str) -> bool,
) -> String {
    let code = match text::measured(typed, 0, max, signs::one_line) {
        Ok(line) if line.is_empty() || is_right(&line) => return line,
        Ok(_) => FaultCode::Characters,
        Err(code) => code,
    };
    problems.push((Some(part), code));
    String::new()
}

/// Notes the needed parts that are empty and have no other problem.
pub(super) fn need<const N: usize>(
    parts: &[&'static str; N],
    values: [&str; N],
    problems: &mut Vec<Problem>,
) {
    for (part, value) in parts.iter().zip(values) {
        if value.is_empty() && problems.iter().all(|(other, _)| *other != Some(*part)) {
            problems.push((Some(part), FaultCode::Missing));
        }
    }
}

/// The answer, or the problems in the order of the form. Not sorted: a sort weighs more in the browser than
/// the few comparisons it saves here.
pub(super) fn finish(answer: Answer, problems: &[Problem], parts: &[&'static str]) -> Reading {
    if problems.is_empty() {
        return Ok(Some(answer));
    }
    let of_part = |part| {
        problems
            .iter()
            .copied()
            .filter(move |(other, _)| *other == Some(part))
    };
    Err(parts.iter().copied().flat_map(of_part).collect())
}
