//! Dates as people type them: three parts, or a whole date pasted in the first part.

use jiff::civil::Date;

use crate::validation::FaultCode;

/// Why what was typed is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateFault {
    /// Which part is wrong (`day`, `month`, `year`); `None` for the whole, such as 31 April.
    pub part: Option<&'static str>,
    /// `Missing`, `DateIncomplete` or `DateUnreal`.
    pub code: FaultCode,
}

/// Reads a date.
///
/// # Errors
/// Says which part is wrong.
pub fn parse_parts(day: &str, month: &str, year: &str, today: Date) -> Result<Date, DateFault> {
    let _ = (day, month, year, today);
    Err(DateFault { part: None, code: FaultCode::Missing })
}
