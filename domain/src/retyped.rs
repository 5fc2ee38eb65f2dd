//! Puts typed answers back into the form that a person would have sent: the one validation judges them again, and a
//! person corrects them without typing them anew.

use std::collections::BTreeMap;

use crate::{
    answers::{Answer, Answers, AttachedFile},
    draft::{DraftContent, Entry, Item},
    field::{Field, FieldKind},
    procedure::Step,
    submitted::Submitted,
};

/// An answer whose kind is not that of its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongKind {
    /// Where it stands, as a JSON pointer (RFC 6901) in a fragment: `#/answers/children/value/0/age`.
    pub pointer: String,
    /// Name of the kind expected, as in [`expected_kind`].
    pub expected: &'static str,
}

/// The draft behind answers.
///
/// # Errors
/// Each answer whose kind is not that of its field.
pub fn draft(steps: &[Step], answers: &Answers) -> Result<DraftContent, Vec<WrongKind>> {
    let mut retyping = Retyping::default();
    let mut draft = DraftContent::default();
    for step in steps {
        match &step.repeat {
            None => {
                let typed = retyping.page(&step.fields, answers, "#/answers");
                draft
                    .steps
                    .insert(step.id.clone(), Entry { version: 1, typed });
            }
            Some(repeat) => {
                let pointer = format!("#/answers/{}", repeat.key);
                let items = match answers.get(&repeat.key) {
                    None => &[][..],
                    Some(Answer::Items(items)) => items.as_slice(),
                    Some(_) => {
                        retyping.wrong_kind(&pointer, "items");
                        &[][..]
                    }
                };
                let items = (1..).zip(items).map(|(id, item)| {
                    let pointer = format!("{pointer}/value/{}", id - 1);
                    let typed = retyping.page(&step.fields, item, &pointer);
                    Item {
                        id,
                        entry: Entry { version: 1, typed },
                    }
                });
                draft.items.insert(step.id.clone(), items.collect());
                // Its list was seen too: an optional one may stay empty.
                draft.steps.insert(
                    step.id.clone(),
                    Entry {
                        version: 1,
                        typed: Submitted::default(),
                    },
                );
            }
        }
    }
    draft.files = retyping.files;
    if retyping.problems.is_empty() {
        Ok(draft)
    } else {
        Err(retyping.problems)
    }
}

#[derive(Default)]
struct Retyping {
    files: BTreeMap<String, Vec<AttachedFile>>,
    problems: Vec<WrongKind>,
}

impl Retyping {
    fn wrong_kind(&mut self, pointer: &str, expected: &'static str) {
        self.problems.push(WrongKind {
            pointer: pointer.to_owned(),
            expected,
        });
    }

    fn page(&mut self, fields: &[Field], answers: &Answers, pointer: &str) -> Submitted {
        let mut typed = Vec::new();
        self.fields(fields, answers, pointer, &mut typed);
        Submitted(typed)
    }

    fn fields(
        &mut self,
        fields: &[Field],
        answers: &Answers,
        pointer: &str,
        typed: &mut Vec<(String, String)>,
    ) {
        for field in fields {
            if let FieldKind::Group { fields } = &field.kind {
                self.fields(fields, answers, pointer, typed);
                continue;
            }
            let Some(answer) = answers.get(&field.key) else {
                continue;
            };
            if let (FieldKind::File { .. }, Answer::Files(files)) = (&field.kind, answer) {
                self.files.insert(field.key.clone(), files.clone());
            } else if let Some(inputs) = inputs(field, answer) {
                typed.extend(inputs);
            } else {
                let pointer = format!("{pointer}/{}", field.key);
                self.wrong_kind(&pointer, expected_kind(&field.kind));
            }
        }
    }
}

/// Names and values of the inputs of one field; `None` when the answer is not of its kind.
fn inputs(field: &Field, answer: &Answer) -> Option<Vec<(String, String)>> {
    let key = &field.key;
    let one = |value: &str| vec![(key.clone(), value.to_owned())];
    let part = |name: &str, value: &str| (format!("{key}.{name}"), value.to_owned());
    Some(match (&field.kind, answer) {
        (
            FieldKind::ShortText { .. }
            | FieldKind::LongText { .. }
            | FieldKind::Email
            | FieldKind::Phone,
            Answer::Text(text),
        ) => one(text),
        (FieldKind::OneOf { .. }, Answer::Choice(choice)) => one(choice),
        (FieldKind::Number { .. }, Answer::Number(number)) => one(&number.to_string()),
        (FieldKind::YesNo, Answer::YesNo(yes)) => one(if *yes { "yes" } else { "no" }),
        (FieldKind::Statement, Answer::YesNo(true)) => one("on"),
        (FieldKind::SeveralOf { .. }, Answer::Choices(choices)) => choices
            .iter()
            .map(|choice| (key.clone(), choice.clone()))
            .collect(),
        (FieldKind::Date { .. }, Answer::Date(date)) => vec![
            part("day", &date.day().to_string()),
            part("month", &date.month().to_string()),
            part("year", &format!("{:04}", date.year())),
        ],
        (FieldKind::Address, Answer::Address(address)) => vec![
            part("line1", &address.line1),
            part("line2", &address.line2),
            part("postal_code", &address.postal_code),
            part("city", &address.city),
            part("country", &address.country),
        ],
        (FieldKind::Person, Answer::Person(person)) => vec![
            part("family_name", &person.family_name),
            part("usage_name", &person.usage_name),
            part("given_names", &person.given_names),
        ],
        _ => return None,
    })
}

/// Name on the wire of the kind of answer that a field takes.
#[must_use]
pub const fn expected_kind(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::ShortText { .. }
        | FieldKind::LongText { .. }
        | FieldKind::Email
        | FieldKind::Phone => "text",
        FieldKind::Date { .. } => "date",
        FieldKind::Number { .. } => "number",
        FieldKind::YesNo | FieldKind::Statement => "yes_no",
        FieldKind::OneOf { .. } => "choice",
        FieldKind::SeveralOf { .. } => "choices",
        FieldKind::Address => "address",
        FieldKind::Person => "person",
        FieldKind::File { .. } => "files",
        FieldKind::Information { .. } | FieldKind::Group { .. } => "nothing",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::{Date, date};

    use super::draft;
    use crate::{
        answers::{Answer, Answers},
        draft::{DraftContent, Entry, Item},
        examples::{CHILD, HOME, YOU, procedure, typed},
        journey::Journey,
    };

    const TODAY: Date = date(2026, 11, 22);

    fn parent() -> DraftContent {
        let entry = |values: &[(&str, &str)]| Entry {
            version: 1,
            typed: typed(values),
        };
        let mut you = YOU;
        you[7].1 = "yes";
        let pages: [(&str, &[(&str, &str)]); 4] = [
            ("you", &you),
            ("home", &HOME),
            ("documents", &[]),
            ("confirmation", &[("honour", "on")]),
        ];
        let child = Item {
            id: 4,
            entry: entry(&CHILD),
        };
        DraftContent {
            steps: pages
                .map(|(step, values)| (step.to_owned(), entry(values)))
                .into(),
            items: BTreeMap::from([("children".to_owned(), vec![child])]),
            ..DraftContent::default()
        }
    }

    #[test]
    fn answers_put_back_into_their_form_are_the_same_answers() {
        let procedure = procedure();
        let answers = Journey::new(&procedure.steps, &parent(), TODAY).answers;
        assert!(answers.0.len() > 8, "too little is answered: {answers:?}");
        let again = draft(&procedure.steps, &answers).unwrap();
        let journey = Journey::new(&procedure.steps, &again, TODAY);
        assert_eq!(journey.answers, answers);
        assert!(journey.first_incomplete().is_none());
    }

    #[test]
    fn an_answer_of_another_kind_is_told_with_its_place() {
        let wrong = Answers(BTreeMap::from([("rooms".to_owned(), Answer::YesNo(true))]));
        let problems = draft(&procedure().steps, &wrong).unwrap_err();
        assert_eq!(problems[0].pointer, "#/answers/rooms");
        assert_eq!(problems[0].expected, "number");
    }
}
