//! What the kit found, case by case.

use std::fmt;

/// Why a case failed, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(super) struct Fault(pub(super) String);

/// One case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseReport {
    /// Group of cases, as the contract names them.
    pub group: &'static str,
    /// What must hold.
    pub name: &'static str,
    /// Whether it does.
    pub outcome: Outcome,
}

/// Whether a case holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It does.
    Passed,
    /// The back office declares that it lacks this capability.
    Skipped(&'static str),
    /// It does not; the sentence says what was seen.
    Failed(String),
}

/// Every case, in the order in which it ran.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The cases.
    pub cases: Vec<CaseReport>,
}

impl Report {
    pub(super) fn add(&mut self, group: &'static str, name: &'static str, held: Result<(), Fault>) {
        let outcome = match held {
            Ok(()) => Outcome::Passed,
            Err(fault) => Outcome::Failed(fault.0),
        };
        self.cases.push(CaseReport {
            group,
            name,
            outcome,
        });
    }

    pub(super) fn skip(&mut self, group: &'static str, name: &'static str, lacks: &'static str) {
        self.cases.push(CaseReport {
            group,
            name,
            outcome: Outcome::Skipped(lacks),
        });
    }

    /// The cases that failed.
    pub fn failures(&self) -> impl Iterator<Item = &CaseReport> {
        self.cases
            .iter()
            .filter(|case| matches!(case.outcome, Outcome::Failed(_)))
    }

    /// Whether every case held or was skipped.
    #[must_use]
    pub fn conforms(&self) -> bool {
        self.failures().next().is_none()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for case in &self.cases {
            match &case.outcome {
                Outcome::Passed => writeln!(formatter, "passed   {}: {}", case.group, case.name)?,
                Outcome::Skipped(lacks) => {
                    writeln!(
                        formatter,
                        "skipped  {}: {} (no `{lacks}`)",
                        case.group, case.name
                    )?;
                }
                Outcome::Failed(sentence) => {
                    writeln!(
                        formatter,
                        "FAILED   {}: {}: {sentence}",
                        case.group, case.name
                    )?;
                }
            }
        }
        let count = |wanted: fn(&Outcome) -> bool| {
            self.cases
                .iter()
                .filter(|case| wanted(&case.outcome))
                .count()
        };
        let passed = count(|outcome| matches!(outcome, Outcome::Passed));
        let skipped = count(|outcome| matches!(outcome, Outcome::Skipped(_)));
        write!(
            formatter,
            "{passed} passed, {} failed, {skipped} skipped",
            self.failures().count()
        )
    }
}
