//! Rules of fields: from what was typed to a typed answer, or to faults that a page puts into words.

use jiff::civil::Date;

use crate::{
    answers::{Answer, AttachedFile},
    field::{Field, FieldKind},
    submitted::Submitted,
};

mod address;
mod choices;
mod comparison;
mod contact;
mod dates;
mod files;
mod number;
mod page;
mod parts;
mod person;
mod possible;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod strategies;
mod text;

pub use address::ADDRESS_LENGTH;
pub use dates::whole_years;
pub use page::{Checked, applies, check_fields};
pub use person::NAME_LENGTH;
pub use possible::possible_faults;
pub use text::free_text;

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
    /// A phone number that takes no text message.
    NotMobile,
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
    /// Not a choice of the list; for one line of text, no street of the territory.
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

impl FaultCode {
    /// Name in message ids and in the page: `too-short`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooShort => "too-short",
            Self::TooLong => "too-long",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::NotMobile => "not-mobile",
            Self::DateIncomplete => "date-incomplete",
            Self::DateUnreal => "date-unreal",
            Self::DateFuture => "date-future",
            Self::DatePast => "date-past",
            Self::TooYoung => "too-young",
            Self::TooOld => "too-old",
            Self::Number => "number",
            Self::TooSmall => "too-small",
            Self::TooGreat => "too-great",
            Self::Choice => "choice",
            Self::TooFewChoices => "too-few-choices",
            Self::PostalCode => "postal-code",
            Self::NotAccepted => "not-accepted",
            Self::NotSame => "not-same",
            Self::NotDifferent => "not-different",
            Self::NotAfter => "not-after",
            Self::Before => "before",
            Self::TooManyFiles => "too-many-files",
            Self::FileKind => "file-kind",
            Self::FileTooHeavy => "file-too-heavy",
            Self::Characters => "characters",
        }
    }
}

/// A fault before it is given to a field: the part and what is wrong.
type Problem = (Option<&'static str>, FaultCode);

/// What one kind of field makes of what was typed; `Ok(None)` when nothing was.
type Reading = Result<Option<Answer>, Vec<Problem>>;

/// Checks one field alone, without its condition and without comparison.
///
/// The names looked up in `typed` are the key, or for a composite field the key, a full stop and the part:
/// `birth.day`. `Ok(None)`: optional and left empty, or nothing to answer (information, group).
///
/// # Errors
/// Every fault of the field, all within [`possible_faults`].
pub fn check_field(
    field: &Field,
    typed: &Submitted,
    files: &[AttachedFile],
    today: Date,
) -> Result<Option<Answer>, Vec<Fault>> {
    let reading = match read(field, typed, files, today) {
        Ok(None) if field.is_required() => missing(&field.kind),
        reading => reading,
    };
    reading.map_err(|problems| {
        let fault = |(part, code)| Fault {
            key: field.key.clone(),
            part,
            code,
        };
        problems.into_iter().map(fault).collect()
    })
}

/// What it means that nothing was typed in a required field.
fn missing(kind: &FieldKind) -> Reading {
    let code = match kind {
        FieldKind::Information { .. } | FieldKind::Group { .. } => return Ok(None),
        FieldKind::Statement => FaultCode::NotAccepted,
        _ => FaultCode::Missing,
    };
    Err(vec![(None, code)])
}

fn read(field: &Field, typed: &Submitted, files: &[AttachedFile], today: Date) -> Reading {
    let value = typed.first(&field.key);
    let single = match &field.kind {
        FieldKind::ShortText {
            min_length,
            max_length,
            meaning,
            ..
        } => text::short(value, *min_length, *max_length, *meaning),
        FieldKind::LongText {
            min_length,
            max_length,
        } => text::long(value, *min_length, *max_length),
        FieldKind::Email => contact::email(value),
        FieldKind::Phone => contact::phone(value),
        FieldKind::Number { min, max } => number::whole(value, *min, *max),
        FieldKind::YesNo => choices::yes_no(value),
        FieldKind::OneOf { options } => choices::one_of(value, options),
        FieldKind::SeveralOf { options, min } => {
            let min = if field.is_required() { *min } else { 0 };
            choices::several_of(typed.all(&field.key), options, min)
        }
        FieldKind::Statement => choices::statement(value),
        FieldKind::Date {
            period,
            min_age,
            max_age,
        } => {
            return dates::date(typed, field, *period, *min_age, *max_age, today);
        }
        FieldKind::Address => return address::address(typed, field),
        FieldKind::Person => return person::person(typed, field),
        FieldKind::File {
            accept,
            max_files,
            max_mebibytes,
        } => {
            return files::attached(files, accept, *max_files, *max_mebibytes);
        }
        FieldKind::Information { .. } | FieldKind::Group { .. } => Ok(None),
    };
    single.map_err(|code| vec![(None, code)])
}
