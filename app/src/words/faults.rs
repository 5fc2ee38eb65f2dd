//! Faults in words: what to do, with the limits of the field and an example (RGAA 11.10, 11.11; WCAG 3.3.3).

use domain::{
    field::{Field, FieldKind, Meaning},
    validation::FaultCode,
};

use super::fields::{date_example, greatest_weight, kinds_in_words};
use crate::{
    l10n::words,
    ports::{FileFault, FileProblem},
    t,
};

/// What to do about a fault. Neither the name of the field nor "Erreur : " is in it: the field adds the one,
/// the summary the other.
#[must_use]
pub fn fault_words(field: &Field, part: Option<&str>, code: FaultCode) -> String {
    match code {
        FaultCode::Missing => missing(field, part),
        FaultCode::TooShort | FaultCode::TooLong => length(field, code),
        FaultCode::Email => t!("fault-email"),
        FaultCode::Phone => t!("fault-phone"),
        FaultCode::NotMobile => t!("fault-not-mobile"),
        FaultCode::DateIncomplete => incomplete(field, part),
        FaultCode::DateUnreal => unreal(field, part),
        FaultCode::DateFuture => t!("fault-date-future", example = date_example(field)),
        FaultCode::DatePast => t!("fault-date-past", example = date_example(field)),
        FaultCode::TooYoung | FaultCode::TooOld => age(field, code),
        FaultCode::Number => number(field, code),
        FaultCode::TooSmall => number(field, code),
        FaultCode::TooGreat => number(field, code),
        FaultCode::Choice => unlisted(field),
        FaultCode::TooFewChoices => too_few(field),
        FaultCode::PostalCode => t!("fault-postal-code"),
        FaultCode::NotAccepted => t!("fault-not-accepted"),
        FaultCode::NotSame | FaultCode::NotDifferent | FaultCode::NotAfter | FaultCode::Before => {
            comparison(field, code)
        }
        FaultCode::TooManyFiles | FaultCode::FileKind | FaultCode::FileTooHeavy => {
            file(field, code)
        }
        FaultCode::Characters => characters(field, part),
    }
}

fn missing(field: &Field, part: Option<&str>) -> String {
    match (&field.kind, part) {
        (FieldKind::ShortText { example, .. }, _) => {
            t!("fault-missing-short", example = words(example))
        }
        (FieldKind::LongText { .. }, _) => t!("fault-missing-long"),
        (FieldKind::Email, _) => t!("fault-missing-email"),
        (FieldKind::Phone, _) => t!("fault-missing-phone"),
        (FieldKind::Date { .. }, _) => t!("fault-missing-date", example = date_example(field)),
        (FieldKind::Number { min, max }, _) => {
            t!(
                "fault-missing-number",
                min = min.to_string(),
                max = max.to_string()
            )
        }
        (FieldKind::YesNo, _) => t!("fault-missing-yes-no"),
        (FieldKind::OneOf { .. }, _) => t!("fault-missing-choice"),
        (FieldKind::SeveralOf { .. }, _) => too_few(field),
        (FieldKind::Address, Some("line1")) => t!("fault-missing-line1"),
        (FieldKind::Address, Some("postal_code")) => t!("fault-missing-postal-code"),
        (FieldKind::Address, Some("city")) => t!("fault-missing-city"),
        (FieldKind::Address, _) => t!("fault-missing-address"),
        (FieldKind::Person, Some("family_name")) => t!("fault-missing-family-name"),
        (FieldKind::Person, Some("given_names")) => t!("fault-missing-given-names"),
        (FieldKind::Person, _) => t!("fault-missing-person"),
        (FieldKind::File { accept, .. }, _) => {
            t!("fault-missing-file", kinds = kinds_in_words(accept))
        }
        (FieldKind::Statement, _) => t!("fault-not-accepted"),
        (FieldKind::Information { .. } | FieldKind::Group { .. }, _) => t!("fault-missing-any"),
    }
}

fn length(field: &Field, code: FaultCode) -> String {
    let (min, max) = match &field.kind {
        FieldKind::ShortText {
            min_length,
            max_length,
            ..
        }
        | FieldKind::LongText {
            min_length,
            max_length,
        } => (*min_length, *max_length),
        FieldKind::Email => (0, 254),
        _ => (0, 100),
    };
    match (code, &field.kind) {
        (
            code,
            FieldKind::ShortText {
                meaning: Some(Meaning::HandOverCode),
                example,
                ..
            },
        ) => {
            if code == FaultCode::TooShort {
                t!("fault-code-short", example = words(example))
            } else {
                t!("fault-code-long", example = words(example))
            }
        }
        (FaultCode::TooShort, FieldKind::ShortText { example, .. }) => {
            t!(
                "fault-too-short-example",
                count = min,
                example = words(example)
            )
        }
        (FaultCode::TooShort, _) => t!("fault-too-short", count = min),
        (_, FieldKind::ShortText { example, .. }) => {
            t!(
                "fault-too-long-example",
                count = max,
                example = words(example)
            )
        }
        _ => t!("fault-too-long", count = max),
    }
}

fn incomplete(field: &Field, part: Option<&str>) -> String {
    let example = date_example(field);
    match part {
        Some("day") => t!("fault-date-day-missing", example = example),
        Some("month") => t!("fault-date-month-missing", example = example),
        Some("year") => t!("fault-date-year-missing", example = example),
        _ => t!("fault-missing-date", example = example),
    }
}

fn unreal(field: &Field, part: Option<&str>) -> String {
    let example = date_example(field);
    match part {
        Some("day") => t!("fault-date-day-unreal", example = example),
        Some("month") => t!("fault-date-month-unreal", example = example),
        Some("year") => t!("fault-date-year-unreal", example = example),
        _ => t!("fault-date-unreal", example = example),
    }
}

fn age(field: &Field, code: FaultCode) -> String {
    let FieldKind::Date {
        min_age, max_age, ..
    } = &field.kind
    else {
        return t!("fault-missing-any");
    };
    if code == FaultCode::TooYoung {
        t!(
            "fault-too-young",
            count = min_age.unwrap_or_default(),
            example = date_example(field)
        )
    } else {
        t!(
            "fault-too-old",
            count = max_age.unwrap_or_default(),
            example = date_example(field)
        )
    }
}

fn number(field: &Field, code: FaultCode) -> String {
    let FieldKind::Number { min, max } = &field.kind else {
        return t!("fault-missing-any");
    };
    let (min, max) = (min.to_string(), max.to_string());
    match code {
        FaultCode::TooSmall => t!("fault-too-small", min = min, max = max),
        FaultCode::TooGreat => t!("fault-too-great", min = min, max = max),
        _ => t!("fault-number", min = min, max = max),
    }
}

fn unlisted(field: &Field) -> String {
    match &field.kind {
        FieldKind::ShortText { example, .. } => t!("fault-no-street", example = words(example)),
        _ => t!("fault-choice"),
    }
}

fn too_few(field: &Field) -> String {
    match &field.kind {
        FieldKind::SeveralOf { min, .. } => t!("fault-too-few-choices", count = (*min).max(1)),
        _ => t!("fault-missing-choice"),
    }
}

fn comparison(field: &Field, code: FaultCode) -> String {
    match (code, &field.kind) {
        (FaultCode::NotSame, FieldKind::Email) => t!("fault-not-same-email"),
        (FaultCode::NotSame, _) => t!("fault-not-same"),
        (FaultCode::NotDifferent, _) => t!("fault-not-different"),
        (FaultCode::NotAfter, FieldKind::Date { .. }) => {
            t!("fault-date-not-after", example = date_example(field))
        }
        (FaultCode::NotAfter, _) => t!("fault-number-not-after"),
        (_, FieldKind::Date { .. }) => t!("fault-date-before", example = date_example(field)),
        _ => t!("fault-number-before"),
    }
}

fn characters(field: &Field, part: Option<&str>) -> String {
    match (&field.kind, part) {
        (FieldKind::Person, Some("given_names")) => t!("fault-characters-given-names"),
        (FieldKind::Person, _) => t!("fault-characters-name"),
        (
            FieldKind::ShortText {
                meaning: Some(Meaning::TrackingCode),
                example,
                ..
            },
            _,
        ) => t!("fault-tracking-code", example = words(example)),
        (
            FieldKind::ShortText {
                meaning: Some(Meaning::HandOverCode),
                example,
                ..
            },
            _,
        ) => t!("fault-code-wrong", example = words(example)),
        (FieldKind::ShortText { example, .. }, _) => {
            t!("fault-characters-short", example = words(example))
        }
        (FieldKind::Address, _) => t!("fault-characters-address"),
        _ => t!("fault-characters"),
    }
}

fn file(field: &Field, code: FaultCode) -> String {
    let &FieldKind::File {
        ref accept,
        max_files,
        max_mebibytes,
    } = &field.kind
    else {
        return t!("fault-missing-any");
    };
    match code {
        FaultCode::TooManyFiles => t!("fault-too-many-files", count = max_files),
        FaultCode::FileKind => t!("fault-file-kind-any", kinds = kinds_in_words(accept)),
        _ => t!(
            "fault-file-too-heavy-any",
            weight = greatest_weight(max_mebibytes)
        ),
    }
}

/// What to do about a file that was refused when it was sent, with its name.
#[must_use]
pub fn file_fault_words(field: &Field, problem: &FileProblem) -> String {
    let &FieldKind::File {
        ref accept,
        max_files,
        max_mebibytes,
    } = &field.kind
    else {
        return t!("fault-missing-any");
    };
    let name = problem.filename.clone();
    match problem.code {
        FileFault::Empty => t!("fault-file-empty", name = name),
        FileFault::Kind => t!(
            "fault-file-kind",
            name = name,
            kinds = kinds_in_words(accept)
        ),
        FileFault::Mismatch => t!(
            "fault-file-mismatch",
            name = name,
            kinds = kinds_in_words(accept)
        ),
        FileFault::TooHeavy => {
            t!(
                "fault-file-too-heavy",
                name = name,
                weight = greatest_weight(max_mebibytes)
            )
        }
        FileFault::TooMany => t!("fault-too-many-files", count = max_files),
        FileFault::Broken => t!("fault-file-broken", name = name),
        FileFault::NoneChosen => t!("fault-missing-file", kinds = kinds_in_words(accept)),
    }
}
