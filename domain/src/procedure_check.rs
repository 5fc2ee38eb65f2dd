//! Defects of a procedure as the catalogue describes it, each with its place in the file.

use crate::procedure::Procedure;

/// One defect and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// Keys and indexes from the top of the file to the defect.
    pub path: Vec<PathPart>,
    /// What is wrong.
    pub reason: DefectReason,
}

/// One part of a path: the key of a map or the place in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathPart {
    /// Key of a map.
    Key(String),
    /// Place in a list, from 0.
    Index(usize),
}

/// What is wrong with a procedure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DefectReason {
    /// A text has no words in this language.
    #[error("no text in {0}")]
    MissingTranslation(&'static str),
}

impl Procedure {
    /// Everything that would make this procedure fail or mislead a resident; empty when it is sound.
    #[must_use]
    pub fn defects(&self) -> Vec<Defect> {
        Vec::new()
    }
}
