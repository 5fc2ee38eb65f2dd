//! What the server writes is what the browser reads.

use domain::{
    answers::{Answer, Answers},
    condition::Condition,
    field::{About, Choice, Comparison, Field, FieldKind, Meaning, Need, Period, Relation},
    text::Text,
};

use super::{FaultWords, FormRules, PluralWords, SLOT, decode::decode, encode::encode};

fn field(key: &str, kind: FieldKind) -> Field {
    Field {
        key: key.to_owned(),
        label: Text::default(),
        hint: None,
        need: Need::Required,
        about: About::default(),
        when: None,
        compare: None,
        role: None,
        kind,
    }
}

fn options() -> Vec<Choice> {
    ["a", "b"]
        .map(|value| Choice {
            value: value.to_owned(),
            label: Text::default(),
            hint: None,
        })
        .to_vec()
}

fn rules() -> FormRules {
    let is = |field: &str| Condition::Is {
        field: field.to_owned(),
        value: "yes".to_owned(),
    };
    let mut dependent = field("dependent", FieldKind::Email);
    dependent.need = Need::Optional;
    dependent.when = Some(Condition::All(vec![
        Condition::Not(Box::new(is("earlier"))),
        Condition::Any(vec![
            is("alone"),
            Condition::AtLeast {
                field: "children".to_owned(),
                value: -2,
            },
            Condition::Answered {
                field: "plan".to_owned(),
            },
        ]),
    ]));
    let mut later = field(
        "end",
        FieldKind::Date {
            period: Period::Future,
            min_age: Some(18),
            max_age: None,
        },
    );
    later.compare = Some(Comparison {
        must_be: Relation::NotBefore,
        field: "start".to_owned(),
    });
    let short = |meaning| FieldKind::ShortText {
        min_length: 2,
        max_length: 40,
        example: Text::default(),
        meaning,
    };
    let fields = vec![
        field("name", short(Some(Meaning::GivenNames))),
        field("title", short(None)),
        field(
            "story",
            FieldKind::LongText {
                min_length: 0,
                max_length: 500,
            },
        ),
        dependent,
        later,
        field(
            "number",
            FieldKind::Number {
                min: -5,
                max: 12_000_000_000,
            },
        ),
        field("choice", FieldKind::OneOf { options: options() }),
        field(
            "several",
            FieldKind::SeveralOf {
                options: options(),
                min: 1,
            },
        ),
        field(
            "group",
            FieldKind::Group {
                fields: vec![
                    field("phone", FieldKind::Phone),
                    field("yes", FieldKind::YesNo),
                    field("where", FieldKind::Address),
                    field("who", FieldKind::Person),
                    field("true", FieldKind::Statement),
                    field("read", FieldKind::Information { body: Vec::new() }),
                ],
            },
        ),
    ];
    let earlier = [
        ("city", Answer::Text("Saint-Étienne".to_owned())),
        ("kind", Answer::Choice("a".to_owned())),
        (
            "kinds",
            Answer::Choices(vec!["a".to_owned(), "b".to_owned()]),
        ),
        ("start", Answer::Date(jiff::civil::date(2026, 2, 28))),
        ("children", Answer::Number(3)),
        ("alone", Answer::YesNo(false)),
    ];
    FormRules {
        id_prefix: "f-children-2-".to_owned(),
        today: jiff::civil::date(2026, 11, 22),
        fields,
        earlier: Answers(earlier.map(|(key, answer)| (key.to_owned(), answer)).into()),
        faults: vec![FaultWords {
            key: "end".to_owned(),
            part: "day".to_owned(),
            code: 7,
            words: "Erreur : « jour », par exemple 27".to_owned(),
        }],
        added: PluralWords(vec![("one".to_owned(), "1 question".to_owned())]),
        left: PluralWords::default(),
        over: PluralWords::default(),
    }
}

#[test]
fn the_browser_reads_the_very_rules_that_the_server_wrote() {
    let rules = rules();
    assert_eq!(decode(&encode(&rules)), Some(rules));
}

#[test]
fn a_line_break_in_an_answer_or_in_words_cannot_shift_what_follows() {
    let mut rules = rules();
    rules
        .earlier
        .0
        .insert("story".to_owned(), Answer::Text("one\ntwo".to_owned()));
    let read = decode(&encode(&rules)).expect("readable");
    assert_eq!(
        read.earlier.get("story"),
        Some(&Answer::Text("one two".to_owned()))
    );
    assert_eq!(read.faults, rules.faults);
}

#[test]
fn a_text_cut_anywhere_is_refused_and_never_panics() {
    let text = encode(&rules());
    for (end, _) in text.char_indices() {
        let _ = decode(&text[..end]);
    }
    assert_eq!(decode(""), None);
    assert_eq!(decode("f-\n2026\n13\n1\n"), None);
}

#[test]
fn an_answer_that_only_counts_as_given_stays_one() {
    let mut rules = rules();
    rules
        .earlier
        .0
        .insert("plan".to_owned(), Answer::Files(Vec::new()));
    let read = decode(&encode(&rules)).expect("readable");
    assert!(read.earlier.get("plan").is_some());
}

#[test]
fn a_number_is_said_in_the_plural_form_of_its_language() {
    let words = PluralWords(vec![
        ("one".to_owned(), format!("{SLOT} question ajoutée")),
        ("other".to_owned(), format!("{SLOT} questions ajoutées")),
    ]);
    assert_eq!(words.say("one", 1), "1 question ajoutée");
    assert_eq!(words.say("other", 3), "3 questions ajoutées");
    assert_eq!(words.say("many", 1_000_000), "1000000 questions ajoutées");
    assert_eq!(PluralWords::default().say("one", 1), "");
}
