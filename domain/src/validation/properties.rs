//! Properties that hold for every kind of field and anything typed in it.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proptest::{prelude::*, sample::select};

use super::{
    applies, check_field, check_fields, possible_faults,
    strategies::{any_field, any_files, any_kind, any_typed, any_value, field},
};
use crate::{
    answers::{Answer, Answers},
    condition::Condition,
    field::{Comparison, Field, FieldKind, Relation},
    submitted::Submitted,
};

const TODAY: Date = date(2026, 11, 22);

/// An answer as the page would write it back in its inputs.
fn typed_again(answer: &Answer) -> Submitted {
    let one = |value: &str| vec![("k".to_owned(), value.to_owned())];
    let parts = |parts: &[(&str, &str)]| {
        parts
            .iter()
            .map(|(part, value)| (format!("k.{part}"), (*value).to_owned()))
            .collect()
    };
    Submitted(match answer {
        Answer::Text(text) | Answer::Choice(text) => one(text),
        Answer::Date(date) => parts(&[
            ("day", &date.day().to_string()),
            ("month", &date.month().to_string()),
            ("year", &date.year().to_string()),
        ]),
        Answer::Number(number) => one(&number.to_string()),
        Answer::YesNo(yes) => one(if *yes { "yes" } else { "no" }),
        Answer::Choices(values) => values.iter().flat_map(|value| one(value)).collect(),
        Answer::Address(address) => parts(&[
            ("line1", &address.line1),
            ("line2", &address.line2),
            ("postal_code", &address.postal_code),
            ("city", &address.city),
            ("country", &address.country),
        ]),
        Answer::Person(person) => parts(&[
            ("family_name", &person.family_name),
            ("usage_name", &person.usage_name),
            ("given_names", &person.given_names),
        ]),
        Answer::Files(_) | Answer::Items(_) => Vec::new(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn anything_typed_gives_an_answer_or_faults_that_the_page_has_words_for(
        field in any_field(), typed in any_typed(), files in any_files(),
    ) {
        match check_field(&field, &typed, &files, TODAY) {
            Ok(Some(_)) => {}
            Ok(None) => {
                let has_no_answer = matches!(field.kind, FieldKind::Information { .. });
                prop_assert!(has_no_answer || !field.is_required());
            }
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                let possible = possible_faults(&field);
                for fault in faults {
                    prop_assert!(possible.contains(&(fault.part, fault.code)), "{fault:?} {:?}", field.kind);
                }
            }
        }
    }

    #[test]
    fn a_right_answer_is_still_right_when_typed_again(
        field in any_field(), typed in any_typed(), files in any_files(),
    ) {
        if let Ok(Some(answer)) = check_field(&field, &typed, &files, TODAY) {
            let again = match field.kind {
                FieldKind::Statement => Submitted(vec![("k".to_owned(), "on".to_owned())]),
                _ => typed_again(&answer),
            };
            prop_assert_eq!(check_field(&field, &again, &files, TODAY), Ok(Some(answer)));
        }
    }

    #[test]
    fn possible_faults_are_listed_once(field in any_field()) {
        let mut faults = possible_faults(&field);
        let count = faults.len();
        faults.sort_unstable();
        faults.dedup();
        prop_assert_eq!(faults.len(), count);
    }

    #[test]
    fn a_hidden_field_is_neither_answered_nor_wrong_and_comes_back_with_its_condition(
        hidden in any_field(), typed in any_typed(), moved in any::<bool>(),
    ) {
        let asks = field("moved", FieldKind::YesNo);
        let when = Some(Condition::Is { field: "moved".to_owned(), value: "yes".to_owned() });
        let group = FieldKind::Group { fields: vec![hidden.clone()] };
        for page in [
            vec![asks.clone(), Field { when: when.clone(), ..hidden.clone() }],
            vec![asks.clone(), Field { when, ..field("group", group) }],
        ] {
            let mut typed = typed.clone();
            typed.0.push(("moved".to_owned(), if moved { "yes" } else { "no" }.to_owned()));
            let files = BTreeMap::new();
            let checked = check_fields(&page, &typed, &files, &Answers::default(), TODAY);
            prop_assert_eq!(applies(&page[1], &checked.answers), moved);
            prop_assert_eq!(checked.applying.iter().any(|key| key == "k"), moved);
            if moved {
                let alone = check_field(&hidden, &typed, &[], TODAY);
                let (answer, faults) = match alone {
                    Ok(answer) => (answer, Vec::new()),
                    Err(faults) => (None, faults),
                };
                prop_assert_eq!(checked.answers.get("k"), answer.as_ref());
                prop_assert_eq!(checked.faults, faults);
            } else {
                prop_assert_eq!(checked.answers.0.keys().collect::<Vec<_>>(), ["moved"]);
                prop_assert!(checked.faults.is_empty());
            }
        }
    }

    #[test]
    fn faults_of_comparisons_are_among_the_possible_ones(
        kind in any_kind(), typed in any_typed(), other in any_value(),
        must_be in select(vec![Relation::SameAs, Relation::DifferentFrom, Relation::After, Relation::NotBefore]),
    ) {
        let compared = Field {
            compare: Some(Comparison { must_be, field: "other".to_owned() }),
            ..field("k", kind.clone())
        };
        let page = [field("other", kind), compared];
        let mut typed = typed;
        typed.0.push(("other".to_owned(), other));
        let checked = check_fields(&page, &typed, &BTreeMap::new(), &Answers::default(), TODAY);
        let possible = possible_faults(&page[1]);
        for fault in checked.faults.iter().filter(|fault| fault.key == "k") {
            prop_assert!(possible.contains(&(fault.part, fault.code)));
            prop_assert!(checked.answers.get("k").is_none());
        }
    }
}
