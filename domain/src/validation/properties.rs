//! Properties that hold for every kind of field and anything typed in it.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proptest::{collection::vec, prelude::*, sample::select};

use super::{applies, check_field, check_fields, possible_faults};
use crate::{
    answers::{Answer, Answers, AttachedFile},
    condition::Condition,
    field::{Choice, Comparison, Field, FieldKind, FileKind, Meaning, Need, Period, Relation},
    submitted::Submitted,
    text::Text,
};

const TODAY: Date = date(2026, 11, 22);

/// A required field with these rules and no words.
pub(crate) fn field(key: &str, kind: FieldKind) -> Field {
    Field {
        key: key.to_owned(),
        label: Text::default(),
        hint: None,
        need: Need::Required,
        about: crate::field::About::Other,
        when: None,
        compare: None,
        role: None,
        kind,
    }
}

fn options() -> Vec<Choice> {
    let choice = |value: &str| Choice { value: value.to_owned(), label: Text::default(), hint: None };
    ["bus", "bike", "car"].map(choice).to_vec()
}

/// Every kind of field that has answers.
pub(crate) fn any_kind() -> impl Strategy<Value = FieldKind> {
    let meaning = select(vec![None, Some(Meaning::FamilyName), Some(Meaning::City)]);
    let period = select(vec![Period::Any, Period::Past, Period::Future]);
    let age = || select(vec![None, Some(0), Some(18), Some(120)]);
    prop_oneof![
        (0..4_u16, 4..30_u16, meaning).prop_map(|(min_length, max_length, meaning)| {
            FieldKind::ShortText { min_length, max_length, example: Text::default(), meaning }
        }),
        (0..4_u16, 4..60_u16).prop_map(|(min_length, max_length)| FieldKind::LongText { min_length, max_length }),
        Just(FieldKind::Email),
        Just(FieldKind::Phone),
        (period, age(), age())
            .prop_map(|(period, min_age, max_age)| FieldKind::Date { period, min_age, max_age }),
        (-5..5_i64, 5..2000_i64).prop_map(|(min, max)| FieldKind::Number { min, max }),
        Just(FieldKind::YesNo),
        Just(FieldKind::OneOf { options: options() }),
        (0..4_u16).prop_map(|min| FieldKind::SeveralOf { options: options(), min }),
        Just(FieldKind::Address),
        Just(FieldKind::Person),
        Just(FieldKind::File { accept: vec![FileKind::Pdf], max_files: 2, max_mebibytes: 1 }),
        Just(FieldKind::Statement),
        Just(FieldKind::Information { body: Vec::new() }),
    ]
}

fn any_field() -> impl Strategy<Value = Field> {
    (any_kind(), any::<bool>()).prop_map(|(kind, is_required)| Field {
        need: if is_required { Need::Required } else { Need::Optional },
        ..field("k", kind)
    })
}

/// Right, almost right and absurd values.
pub(crate) fn any_value() -> impl Strategy<Value = String> {
    let usual = [
        "", " ", "yes", "no", "on", "bus", "car", "27", "3", "mars", "1957", "2024", "27/3/1957", "29", "2", "France",
        "35000", "Marie", "٤٢", "a@b.fr", "06 12 34 56 78", "+44 20 7946 0000", "-", "\r\n", "<b>",
    ];
    prop_oneof![
        4 => select(usual.map(str::to_owned).to_vec()),
        2 => "\\PC{0,40}",
        1 => any::<String>(),
        1 => (0..2000_usize).prop_map(|length| "9".repeat(length)),
    ]
}

fn any_typed() -> impl Strategy<Value = Submitted> {
    let names = [
        "k", "k.day", "k.month", "k.year", "k.line1", "k.line2", "k.postal_code", "k.city", "k.country",
        "k.family_name", "k.usage_name", "k.given_names",
    ];
    vec((select(names.map(str::to_owned).to_vec()), any_value()), 0..24).prop_map(Submitted)
}

fn any_files() -> impl Strategy<Value = Vec<AttachedFile>> {
    let file = (select(vec!["application/pdf", "image/png"]), 0..(2_u64 << 20)).prop_map(|(kind, bytes)| {
        AttachedFile {
            id: "1".to_owned(),
            filename: "acte.pdf".to_owned(),
            media_type: kind.to_owned(),
            bytes,
            sha256: String::new(),
        }
    });
    vec(file, 0..4)
}

/// An answer as the page would write it back in its inputs.
fn typed_again(answer: &Answer) -> Submitted {
    let one = |value: &str| vec![("k".to_owned(), value.to_owned())];
    let parts = |parts: &[(&str, &str)]| {
        parts.iter().map(|(part, value)| (format!("k.{part}"), (*value).to_owned())).collect()
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
    #![proptest_config(ProptestConfig::with_cases(3000))]

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
