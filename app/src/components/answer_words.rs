//! An answer in words, for the review, the receipt and the page of a request.

use domain::{
    answers::{Address, Answer, AttachedFile, Person},
    field::{Choice, Field, FieldKind},
};
use leptos::prelude::*;

use super::words_of;
use crate::{
    l10n::{date, locale},
    t,
    words::fields::file_words,
};

/// Something a person typed: isolated, in the direction of its own writing (RGAA 8.10).
fn typed(text: &str) -> AnyView {
    view! { <bdi>{text.to_owned()}</bdi> }.into_any()
}

fn choice(options: &[Choice], value: &str) -> AnyView {
    options
        .iter()
        .find(|option| option.value == value)
        .map_or_else(|| typed(value), |option| words_of(&option.label).into_any())
}

fn address(address: &Address) -> Vec<AnyView> {
    let town = format!("{} {}", address.postal_code, address.city);
    [&address.line1, &address.line2, &town, &address.country]
        .into_iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .map(typed)
        .collect()
}

fn person(person: &Person) -> Vec<AnyView> {
    let mut lines = vec![
        (t!("part-family-name"), person.family_name.clone()),
        (t!("part-usage-name"), person.usage_name.clone()),
        (t!("part-given-names"), person.given_names.clone()),
    ];
    lines.retain(|(_, value)| !value.is_empty());
    lines
        .into_iter()
        .map(|(part, value)| {
            view! { <span>{format!("{} ", t!("answer-part", part = part))} <bdi>{value}</bdi></span> }.into_any()
        })
        .collect()
}

/// A French number as it is said, "06 39 98 12 34"; any other as it is dialled from everywhere.
#[must_use]
pub fn phone(number: &str) -> String {
    let national: Option<Vec<char>> = number
        .strip_prefix("+33")
        .map(|rest| std::iter::once('0').chain(rest.chars()).collect());
    match national {
        Some(signs) if signs.len() == 10 => {
            let pairs: Vec<String> = signs.chunks(2).map(|pair| pair.iter().collect()).collect();
            pairs.join("\u{a0}")
        }
        _ => number.to_owned(),
    }
}

fn file(file: &AttachedFile) -> AnyView {
    view! { <bdi>{file.filename.clone()}</bdi> {file_words(file)} }.into_any()
}

/// The lines of an answer: several for an address or a list of choices, none when there is nothing to show.
#[must_use]
pub fn answer_lines(field: &Field, answer: &Answer) -> Vec<AnyView> {
    match (&field.kind, answer) {
        (FieldKind::Statement, Answer::YesNo(true)) => vec![t!("answer-accepted").into_any()],
        (_, Answer::YesNo(true)) => vec![t!("answer-yes").into_any()],
        (_, Answer::YesNo(false)) => vec![t!("answer-no").into_any()],
        (FieldKind::OneOf { options }, Answer::Choice(value)) => vec![choice(options, value)],
        (FieldKind::SeveralOf { options, .. }, Answer::Choices(values)) => {
            values.iter().map(|value| choice(options, value)).collect()
        }
        (FieldKind::Email, Answer::Text(text)) => {
            vec![view! { <bdi dir="ltr">{text.clone()}</bdi> }.into_any()]
        }
        (FieldKind::Phone, Answer::Text(text)) => {
            vec![view! { <bdi dir="ltr">{phone(text)}</bdi> }.into_any()]
        }
        (_, Answer::Text(text)) => text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(typed)
            .collect(),
        (_, Answer::Date(day)) => vec![date(locale(), *day).into_any()],
        (_, Answer::Number(number)) => vec![number.to_string().into_any()],
        (_, Answer::Choice(value)) => vec![typed(value)],
        (_, Answer::Choices(values)) => values.iter().map(|value| typed(value)).collect(),
        (_, Answer::Address(value)) => address(value),
        (_, Answer::Person(value)) => person(value),
        (_, Answer::Files(files)) => files.iter().map(file).collect(),
        // Items are sections of their own (`domain::review`).
        (_, Answer::Items(_)) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::phone;

    #[test]
    fn a_resident_reads_their_number_as_they_say_it() {
        assert_eq!(phone("+33639981234"), "06\u{a0}39\u{a0}98\u{a0}12\u{a0}34");
        assert_eq!(phone("+3225551212"), "+3225551212");
    }
}
