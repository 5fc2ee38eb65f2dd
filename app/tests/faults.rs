//! Every fault that a question can have is put into words that say what to do, in every language.
#![cfg(feature = "ssr")]

use app::{components::examples::fields, pages::hand_over::take_up, words::faults::fault_words};
use domain::{
    field::{Field, FieldKind},
    locale::Locale,
    validation::{FaultCode, possible_faults},
};
use leptos::prelude::*;

fn every_field() -> Vec<Field> {
    let inner = match fields::other_parent().kind {
        FieldKind::Group { fields } => fields,
        _ => Vec::new(),
    };
    fields::all()
        .into_iter()
        .chain([fields::proof()])
        .chain(take_up::fields(Locale::French))
        .chain(inner)
        .collect()
}

fn words_in(locale: Locale, field: &Field, part: Option<&str>, code: FaultCode) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(locale);
        fault_words(field, part, code)
    })
}

#[test]
fn a_resident_reads_what_to_do_about_every_fault() {
    for field in every_field() {
        for (part, code) in possible_faults(&field) {
            for locale in Locale::ALL {
                let words = words_in(locale, &field, part, code);
                let name = format!(
                    "{} {part:?} {code:?} in {}: {words}",
                    field.key,
                    locale.tag()
                );
                assert!(
                    words.chars().count() > 10,
                    "too short to say what to do: {name}"
                );
                assert!(!words.contains("No localization"), "{name}");
                assert!(!words.contains('{'), "an argument is missing: {name}");
            }
        }
    }
}

#[test]
fn a_fault_of_format_shows_a_right_answer() {
    let formats = [
        (fields::email(), FaultCode::Email, "nom@exemple.fr"),
        (fields::email(), FaultCode::Missing, "nom@exemple.fr"),
        (fields::phone(), FaultCode::Phone, "06 39 98 12 34"),
        (fields::birth_date(), FaultCode::DateUnreal, "27 3 1957"),
        (fields::birth_date(), FaultCode::DateFuture, "27 3 1957"),
        (fields::copies(), FaultCode::Number, "entre 1 et 5"),
        (
            fields::place(),
            FaultCode::TooShort,
            "devant le 12 rue des Tilleuls",
        ),
        (fields::address(), FaultCode::PostalCode, "75011"),
    ];
    for (field, code, example) in formats {
        let words = words_in(Locale::French, &field, None, code);
        assert!(words.contains(example), "{words} shows no {example}");
    }
}

#[test]
fn different_faults_of_a_question_are_told_differently() {
    for field in every_field() {
        let mut told: Vec<(String, FaultCode)> = Vec::new();
        for (part, code) in possible_faults(&field) {
            let words = words_in(Locale::French, &field, part, code);
            let same = told.iter().find(|(other, _)| *other == words);
            // "None ticked" and "too few ticked" ask for the same thing.
            let alike = [
                FaultCode::Missing,
                FaultCode::TooFewChoices,
                FaultCode::NotAccepted,
            ];
            assert!(
                same.is_none_or(|(_, other)| *other == code || alike.contains(other)),
                "{}: {code:?} and {same:?} sound the same",
                field.key
            );
            told.push((words, code));
        }
    }
}
