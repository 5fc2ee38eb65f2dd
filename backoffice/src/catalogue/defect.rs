//! One thing wrong in the catalogue, said so that the person who edits it finds the line.

use std::{fmt, path::PathBuf};

/// One thing wrong in one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CatalogueDefect {
    /// The file.
    pub file: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// Keys and places from the top of the file: `steps[2].fields[0].label`. May be empty.
    pub path: String,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for CatalogueDefect {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}:{}:{}: ",
            self.file.display(),
            self.line,
            self.column
        )?;
        if !self.path.is_empty() {
            write!(formatter, "{}: ", self.path)?;
        }
        formatter.write_str(&self.reason)
    }
}

impl std::error::Error for CatalogueDefect {}
