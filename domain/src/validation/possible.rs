//! Faults that a field may have: the page prepares their words once, in the language of the person.

use super::{
    FaultCode, Problem,
    address::{ADDRESS_NEEDED, ADDRESS_PARTS},
    comparison,
    person::{PERSON_NEEDED, PERSON_PARTS},
};
use crate::{
    date_input::PARTS,
    field::{Field, FieldKind, Period},
};

/// Every fault that [`check_field`](super::check_field) or a comparison can give for this field, by part.
/// The fields of a group have their own.
#[must_use]
pub fn possible_faults(field: &Field) -> Vec<(Option<&'static str>, FaultCode)> {
    let mut faults = Vec::new();
    of_absence(field, &mut faults);
    of_kind(field, &mut faults);
    faults.extend(
        field
            .compare
            .as_ref()
            .map(|rule| (None, comparison::fault_of(rule.must_be))),
    );
    faults
}

/// Faults of what is not there.
fn of_absence(field: &Field, faults: &mut Vec<Problem>) {
    let missing = |part: &&'static str| (Some(*part), FaultCode::Missing);
    match &field.kind {
        FieldKind::Information { .. } | FieldKind::Group { .. } | FieldKind::Statement => {}
        FieldKind::Person => faults.extend(PERSON_NEEDED.iter().map(missing)),
        FieldKind::Address if field.is_required() => {
            faults.extend(ADDRESS_NEEDED.iter().map(missing))
        }
        FieldKind::Address => {}
        _ if field.is_required() => faults.push((None, FaultCode::Missing)),
        _ => {}
    }
}

/// Faults of what is there.
fn of_kind(field: &Field, faults: &mut Vec<Problem>) {
    use FaultCode as Code;
    let mut whole = |codes: &[FaultCode]| faults.extend(codes.iter().map(|code| (None, *code)));
    match &field.kind {
        FieldKind::ShortText { min_length, .. } | FieldKind::LongText { min_length, .. } => {
            whole(&[Code::TooLong, Code::Characters]);
            if *min_length > 1 {
                whole(&[Code::TooShort]);
            }
        }
        FieldKind::Email => whole(&[Code::Email]),
        FieldKind::Phone => whole(&[Code::Phone]),
        FieldKind::Date {
            period,
            min_age,
            max_age,
        } => {
            whole(&[Code::DateUnreal]);
            match period {
                Period::Any => {}
                Period::Past => whole(&[Code::DateFuture]),
                Period::Future => whole(&[Code::DatePast]),
            }
            if min_age.is_some() {
                whole(&[Code::TooYoung]);
            }
            if max_age.is_some() {
                whole(&[Code::TooOld]);
            }
            of_parts(&PARTS, &[Code::DateIncomplete, Code::DateUnreal], faults);
        }
        FieldKind::Number { .. } => whole(&[Code::Number, Code::TooSmall, Code::TooGreat]),
        FieldKind::YesNo | FieldKind::OneOf { .. } => whole(&[Code::Choice]),
        FieldKind::SeveralOf { min, .. } => {
            whole(&[Code::Choice]);
            if *min > 1 && field.is_required() {
                whole(&[Code::TooFewChoices]);
            }
        }
        FieldKind::Address => {
            of_parts(&ADDRESS_PARTS, &[Code::TooLong, Code::Characters], faults);
            of_parts(&["postal_code"], &[Code::PostalCode], faults);
        }
        FieldKind::Person => of_parts(&PERSON_PARTS, &[Code::TooLong, Code::Characters], faults),
        FieldKind::File { .. } => whole(&[Code::TooManyFiles, Code::FileKind, Code::FileTooHeavy]),
        FieldKind::Statement => whole(&[Code::NotAccepted]),
        FieldKind::Information { .. } | FieldKind::Group { .. } => {}
    }
}

fn of_parts(parts: &[&'static str], codes: &[FaultCode], faults: &mut Vec<Problem>) {
    faults.extend(
        parts
            .iter()
            .flat_map(|part| codes.iter().map(|code| (Some(*part), *code))),
    );
}
