//! Rules of fields: from what was typed to a typed answer, or to faults that a page puts into words.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{
    answers::{Answer, Answers, AttachedFile},
    field::Field,
    submitted::Submitted,
};

/// A fault of one field. The page turns it into words; the code never carries a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Key of the field.
    pub key: String,
    /// Part of a composite field that is wrong (`day`, `postal_code`); `None` for the whole field.
    pub part: Option<&'static str>,
    /// What is wrong.
    pub code: FaultCode,
}

/// What is wrong with an answer. Limits (lengths, ages, numbers) are read from the field itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultCode {
    /// Nothing typed or chosen in a required field.
    Missing,
    /// Shorter than `min_length`.
    TooShort,
    /// Longer than `max_length`.
    TooLong,
    /// Not an e-mail address.
    Email,
    /// Not a phone number.
    Phone,
    /// Day, month or year missing while another is there.
    DateIncomplete,
    /// Not numbers, or no such day in the calendar.
    DateUnreal,
    /// After today, in a `past` field.
    DateFuture,
    /// Before today, in a `future` field.
    DatePast,
    /// Younger than `min_age`.
    TooYoung,
    /// Older than `max_age`.
    TooOld,
    /// Not a whole number.
    Number,
    /// Under `min`.
    TooSmall,
    /// Over `max`.
    TooGreat,
    /// Not a choice of the list.
    Choice,
    /// Fewer choices than `min`.
    TooFewChoices,
    /// Postal code that is not five digits in a French address, or not 2 to 12 signs in a foreign one.
    PostalCode,
    /// Statement not accepted.
    NotAccepted,
    /// Must be the same as the compared field.
    NotSame,
    /// Must differ from the compared field.
    NotDifferent,
    /// Must be after the compared field.
    NotAfter,
    /// Must not be before the compared field.
    Before,
    /// More files than `max_files`.
    TooManyFiles,
    /// A file of a kind that the field does not accept.
    FileKind,
    /// A file heavier than `max_mebibytes`.
    FileTooHeavy,
    /// Control characters or other signs that no name or sentence holds.
    Characters,
}

/// What one page gives: the answers that are right, and the faults, both only for fields that apply.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Answers of this page.
    pub answers: Answers,
    /// Faults, in the order of the page.
    pub faults: Vec<Fault>,
}

/// Checks one field alone, without comparison. `Ok(None)`: optional and left empty, or nothing to answer.
///
/// # Errors
/// Every fault of the field.
pub fn check_field(
    field: &Field,
    typed: &Submitted,
    files: &[AttachedFile],
    today: Date,
) -> Result<Option<Answer>, Vec<Fault>> {
    let _ = (field, typed, files, today);
    Ok(None)
}

/// Checks one page.
#[must_use]
pub fn check_fields(
    fields: &[Field],
    typed: &Submitted,
    files: &BTreeMap<String, Vec<AttachedFile>>,
    earlier: &Answers,
    today: Date,
) -> Checked {
    let _ = (fields, typed, files, earlier, today);
    Checked::default()
}

/// Whether a field applies.
#[must_use]
pub fn applies(field: &Field, answers: &Answers) -> bool {
    field.when.as_ref().is_none_or(|when| when.holds(answers))
}

/// Every fault that [`check_field`] or a comparison can give for this field.
#[must_use]
pub fn possible_faults(field: &Field) -> Vec<(Option<&'static str>, FaultCode)> {
    let _ = field;
    Vec::new()
}
