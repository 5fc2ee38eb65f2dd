//! Answers in the words of the form, for the terminal.

use domain::{
    answers::Answer,
    field::{Field, FieldKind},
    locale::Locale,
};

/// An answer in the words of its field; as it was typed when the field is unknown.
pub(super) fn words(field: Option<&Field>, answer: &Answer) -> String {
    let label = |value: &String| match field.map(|field| &field.kind) {
        Some(FieldKind::OneOf { options } | FieldKind::SeveralOf { options, .. }) => options
            .iter()
            .find(|option| option.value == *value)
            .map_or_else(
                || value.clone(),
                |option| option.label.in_locale(Locale::French).words.to_owned(),
            ),
        _ => value.clone(),
    };
    let filled = |parts: &[&String]| {
        let parts: Vec<&str> = parts
            .iter()
            .map(|part| part.as_str())
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(", ")
    };
    match answer {
        Answer::Text(text) => text.clone(),
        Answer::Date(date) => date.to_string(),
        Answer::Number(number) => number.to_string(),
        Answer::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Answer::Choice(value) => label(value),
        Answer::Choices(values) => values.iter().map(label).collect::<Vec<_>>().join(", "),
        Answer::Address(it) => {
            filled(&[&it.line1, &it.line2, &it.postal_code, &it.city, &it.country])
        }
        Answer::Person(it) => filled(&[&it.given_names, &it.family_name, &it.usage_name]),
        Answer::Files(files) => files
            .iter()
            .map(|file| file.filename.as_str())
            .collect::<Vec<_>>()
            .join(", "),
        Answer::Items(items) => items.len().to_string(),
    }
}
