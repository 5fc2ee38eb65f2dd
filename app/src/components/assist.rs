//! The islands that assist a form, with their rules in the language of the request. They stand after the form:
//! without WebAssembly they are empty, and the form works as it is.

use domain::{
    answers::Answers,
    condition::Condition,
    field::{Field, FieldKind},
    validation::{FaultCode, possible_faults},
};
use jiff::civil::Date;
use leptos::prelude::*;

use super::{FormState, control_id};
use crate::{
    islands::{
        form_assist::FormAssist,
        form_rules::{self, CATEGORIES, FaultWords, FormRules, PluralWords, SLOT, encode::encode},
        upload_assist::UploadAssist,
        upload_rules::{self, FileRules, UploadRules},
    },
    ports::{FileFault, FileProblem},
    t,
    words::faults::{fault_words, file_fault_words},
};

/// Assistance of a page of questions: errors when one leaves a question, dependent questions, counts.
pub fn form_assist(fields: &[Field], state: &FormState, today: Date) -> impl IntoView + use<> {
    let rules = encode(&rules_of(fields, state, today));
    view! {
        <div id=form_rules::HOLDER data-rules=rules hidden>
            <FormAssist/>
        </div>
    }
}

/// Assistance of a page of files: which file is chosen, and whether it can be accepted.
pub fn upload_assist(fields: &[Field]) -> impl IntoView + use<> {
    let fields = fields.iter().filter_map(file_rules).collect();
    let rules = UploadRules {
        chosen: t!("upload-chosen", name = slot()),
        fields,
    }
    .encode();
    view! {
        <div id=upload_rules::HOLDER data-rules=rules hidden>
            <UploadAssist/>
        </div>
    }
}

fn rules_of(fields: &[Field], state: &FormState, today: Date) -> FormRules {
    let every: Vec<&Field> = flat(fields);
    let long = every
        .iter()
        .any(|field| matches!(field.kind, FieldKind::LongText { .. }));
    let dependent = every.iter().any(|field| field.when.is_some());
    FormRules {
        id_prefix: control_id(&state.scope, "", None),
        today,
        fields: fields.to_vec(),
        earlier: read_here(&every, &state.answers),
        faults: every.iter().flat_map(|field| faults_of(field)).collect(),
        added: plural(dependent, |category| {
            t!("assist-added", category = category, count = slot())
        }),
        left: plural(long, |category| {
            t!("assist-left", category = category, count = slot())
        }),
        over: plural(long, |category| {
            t!("assist-over", category = category, count = slot())
        }),
    }
}

/// Questions with those of groups, in the order of the page.
fn flat(fields: &[Field]) -> Vec<&Field> {
    let mut every = Vec::new();
    for field in fields {
        every.push(field);
        if let FieldKind::Group { fields } = &field.kind {
            every.extend(flat(fields));
        }
    }
    every
}

/// Answers of other pages that this one reads, and no other: a page holds no more than it needs.
fn read_here(fields: &[&Field], answers: &Answers) -> Answers {
    let conditions = fields
        .iter()
        .filter_map(|field| field.when.as_ref())
        .flat_map(Condition::fields);
    let compared = fields
        .iter()
        .filter_map(|field| field.compare.as_ref())
        .map(|rule| rule.field.as_str());
    let elsewhere = conditions
        .chain(compared)
        .filter(|key| fields.iter().all(|field| field.key != *key));
    Answers(
        elsewhere
            .filter_map(|key| Some((key.to_owned(), answers.get(key)?.clone())))
            .collect(),
    )
}

fn faults_of(field: &Field) -> Vec<FaultWords> {
    let words = |(part, code): (Option<&str>, FaultCode)| FaultWords {
        key: field.key.clone(),
        part: part.unwrap_or_default().to_owned(),
        code: code as u8,
        words: t!("field-error", words = fault_words(field, part, code)),
    };
    possible_faults(field).into_iter().map(words).collect()
}

/// Where the browser puts a number or a name.
fn slot() -> String {
    SLOT.to_string()
}

/// One sentence per plural category, each only once: what is missing is said as `other`.
fn plural(needed: bool, sentence: impl Fn(&'static str) -> String) -> PluralWords {
    if !needed {
        return PluralWords::default();
    }
    let other = sentence("other");
    let special = CATEGORIES
        .into_iter()
        .map(|category| (category.to_owned(), sentence(category)));
    let mut words: Vec<_> = special.filter(|(_, words)| *words != other).collect();
    words.push(("other".to_owned(), other));
    PluralWords(words)
}

fn file_rules(field: &Field) -> Option<FileRules> {
    let FieldKind::File {
        accept,
        max_mebibytes,
        ..
    } = &field.kind
    else {
        return None;
    };
    let extensions: Vec<&str> = accept
        .iter()
        .flat_map(|kind| kind.extensions())
        .copied()
        .collect();
    let refusal = |code| {
        let problem = FileProblem {
            key: field.key.clone(),
            filename: slot(),
            code,
        };
        t!("field-error", words = file_fault_words(field, &problem))
    };
    Some(FileRules {
        key: field.key.clone(),
        extensions: extensions.join(" "),
        max_bytes: u64::from(*max_mebibytes) * 1_048_576,
        wrong_kind: refusal(FileFault::Kind),
        too_heavy: refusal(FileFault::TooHeavy),
    })
}

#[cfg(test)]
mod tests {
    use domain::{
        condition::Condition,
        field::{About, Choice, Need},
        locale::Locale,
        text::Text,
    };

    use super::*;
    use crate::islands::form_rules::decode::decode;

    fn text(words: &str) -> Text {
        Text(
            Locale::ALL
                .into_iter()
                .map(|locale| (locale, words.to_owned()))
                .collect(),
        )
    }

    fn field(key: &str, kind: FieldKind) -> Field {
        Field {
            key: key.to_owned(),
            label: text("Question"),
            hint: None,
            need: Need::Required,
            about: About::Oneself,
            when: None,
            compare: None,
            role: None,
            kind,
        }
    }

    fn fields() -> Vec<Field> {
        let options = ["own", "other"]
            .map(|value| Choice {
                value: value.to_owned(),
                label: text(value),
                hint: None,
            })
            .to_vec();
        let mut story = field(
            "story",
            FieldKind::LongText {
                min_length: 0,
                max_length: 500,
            },
        );
        let is = |field: &str, value: &str| Condition::Is {
            field: field.to_owned(),
            value: value.to_owned(),
        };
        story.when = Some(Condition::All(vec![
            is("situation", "other"),
            is("elsewhere", "yes"),
        ]));
        let file = FieldKind::File {
            accept: vec![domain::field::FileKind::Jpeg],
            max_files: 1,
            max_mebibytes: 5,
        };
        vec![
            field("situation", FieldKind::OneOf { options }),
            field(
                "group",
                FieldKind::Group {
                    fields: vec![field("email", FieldKind::Email)],
                },
            ),
            story,
            field(
                "born",
                FieldKind::Date {
                    period: Default::default(),
                    min_age: Some(3),
                    max_age: None,
                },
            ),
            field("proof", file),
        ]
    }

    fn in_language<T>(locale: Locale, make: impl FnOnce() -> T) -> T {
        Owner::new().with(|| {
            provide_context(locale);
            make()
        })
    }

    #[test]
    fn the_browser_has_words_for_every_fault_in_every_language() {
        for locale in Locale::ALL {
            let today = jiff::civil::date(2026, 11, 22);
            let read = in_language(locale, || {
                decode(&encode(&rules_of(&fields(), &FormState::default(), today)))
            });
            let rules = read.expect("readable");
            let possible: usize = flat(&fields())
                .iter()
                .map(|field| possible_faults(field).len())
                .sum();
            assert_eq!(rules.faults.len(), possible);
            assert!(
                rules.faults.iter().all(|fault| fault.words.len() > 10),
                "{}",
                locale.tag()
            );
            for words in [&rules.added, &rules.left, &rules.over] {
                assert!(words.say("other", 12).contains("12"), "{}", locale.tag());
                assert!(!words.say("one", 1).is_empty());
            }
        }
    }

    #[test]
    fn a_page_holds_only_the_answers_of_other_pages_that_it_reads() {
        let answers = [
            ("situation", "other"),
            ("elsewhere", "yes"),
            ("secret", "x"),
        ]
        .map(|(key, value)| {
            (
                key.to_owned(),
                domain::answers::Answer::Choice(value.to_owned()),
            )
        });
        let state = FormState {
            answers: Answers(answers.into()),
            ..FormState::default()
        };
        let rules = in_language(Locale::French, || {
            rules_of(&fields(), &state, jiff::civil::date(2026, 11, 22))
        });
        assert_eq!(rules.earlier.0.keys().collect::<Vec<_>>(), ["elsewhere"]);
    }

    #[test]
    fn the_words_for_a_refused_file_leave_room_for_its_name() {
        for locale in Locale::ALL {
            let rules =
                in_language(locale, || fields().iter().find_map(file_rules)).expect("a file");
            assert!(rules.wrong_kind.contains(SLOT) && rules.too_heavy.contains(SLOT));
            assert_eq!(rules.extensions, "jpg jpeg");
            assert_eq!(rules.max_bytes, 5 * 1024 * 1024);
        }
    }
}
