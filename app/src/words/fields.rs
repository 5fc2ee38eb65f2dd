//! Words about a field: its mark, the expected format, the names of its parts, the rules of its files.

use domain::{
    answers::AttachedFile,
    field::{About, Field, FieldKind, FileKind, Need, Period, Role},
    text::Text,
};

use crate::{
    l10n::{locale, spoken, weight},
    t,
};

/// "Adresse électronique (obligatoire)": both marks are written, on every field (RGAA 11.10.1 and 11.10.2).
#[must_use]
pub fn marked(label: String, need: Need) -> String {
    match need {
        Need::Required => t!("field-required", label = label),
        Need::Optional => t!("field-optional", label = label),
    }
}

/// The expected format, unless the hint of the catalogue already shows an example (RGAA 11.10.5).
#[must_use]
pub fn default_hint(field: &Field) -> Option<String> {
    let shows = |sign: fn(char) -> bool| {
        field
            .hint
            .as_ref()
            .is_some_and(|hint: &Text| spoken(hint).words.contains(sign))
    };
    match &field.kind {
        FieldKind::Email if !shows(|sign| sign == '@') => Some(t!("hint-email")),
        FieldKind::Phone if !shows(char::is_numeric) => Some(t!("hint-phone")),
        FieldKind::Date { .. } if !shows(char::is_numeric) => {
            Some(t!("hint-date", example = date_example(field)))
        }
        FieldKind::Number { min, max } if !shows(char::is_numeric) => Some(t!(
            "hint-number",
            min = min.to_string(),
            max = max.to_string()
        )),
        _ => None,
    }
}

/// A date that this field would accept, as one types it. Written in full here: an example made from today
/// would change what a page says from one day to the next.
#[must_use]
pub fn date_example(field: &Field) -> String {
    let FieldKind::Date {
        period, max_age, ..
    } = &field.kind
    else {
        return String::new();
    };
    let birth = field.about == About::Oneself || field.role == Some(Role::ApplicantBirthDate);
    let (day, month, year) = match (period, max_age) {
        (Period::Future, _) => ("27", "3", "2030"),
        (_, Some(age)) if *age < 60 => ("27", "3", "2020"),
        (Period::Past, _) if birth => ("27", "3", "1957"),
        _ => ("27", "3", "2025"),
    };
    t!("date-typed", day = day, month = month, year = year)
}

/// Name of a part of a composite field, in a sentence.
#[must_use]
pub fn part_name(part: &str) -> String {
    match part {
        "day" => t!("part-day"),
        "month" => t!("part-month"),
        "year" => t!("part-year"),
        "line1" => t!("part-line1"),
        "line2" => t!("part-line2"),
        "postal_code" => t!("part-postal-code"),
        "city" => t!("part-city"),
        "country" => t!("part-country"),
        "family_name" => t!("part-family-name"),
        "usage_name" => t!("part-usage-name"),
        "given_names" => t!("part-given-names"),
        other => other.to_owned(),
    }
}

/// "PDF, JPG ou PNG".
#[must_use]
pub fn kinds_in_words(kinds: &[FileKind]) -> String {
    let names: Vec<&str> = kinds.iter().map(|kind| name_of(*kind)).collect();
    match names.split_last() {
        None => String::new(),
        Some((&last, [])) => last.to_owned(),
        Some((&last, rest)) => t!("list-or", first = rest.join(&t!("list-comma")), last = last),
    }
}

const fn name_of(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "PDF",
        FileKind::Jpeg => "JPG",
        FileKind::Png => "PNG",
    }
}

/// Greatest weight of a file, as devices count it.
#[must_use]
pub fn greatest_weight(max_mebibytes: u16) -> String {
    t!("weight-megabytes", amount = max_mebibytes.to_string())
}

/// Kinds, weight and number of files: "PDF, JPG ou PNG, 10 Mo au plus, 3 fichiers au plus".
#[must_use]
pub fn file_rules(kinds: &[FileKind], max_files: u16, max_mebibytes: u16) -> String {
    t!(
        "file-rules",
        kinds = kinds_in_words(kinds),
        weight = greatest_weight(max_mebibytes),
        count = max_files
    )
}

/// Kind and weight of a file after its name: ", PDF, 1,2 Mo".
#[must_use]
pub fn file_words(file: &AttachedFile) -> String {
    let kind = [FileKind::Pdf, FileKind::Jpeg, FileKind::Png]
        .into_iter()
        .find(|kind| kind.media_type() == file.media_type)
        .map_or_else(|| file.media_type.clone(), |kind| name_of(kind).to_owned());
    t!(
        "file-facts",
        kind = kind,
        weight = weight(locale(), file.bytes)
    )
}
