//! Writes the rules of a page as text (server side).

use domain::{
    answers::{Answer, Answers},
    condition::Condition,
    field::{Choice, Comparison, Field, FieldKind, Meaning, Period, Relation},
};

use super::{END, FormRules, PluralWords};

/// The text that [`decode`](super::decode::decode) reads.
#[must_use]
pub fn encode(rules: &FormRules) -> String {
    let mut page = Writer(String::new());
    page.word(&rules.id_prefix);
    page.date(rules.today);
    page.list(&rules.fields, Writer::field);
    page.answers(&rules.earlier);
    page.list(&rules.faults, |page, fault| {
        page.word(&fault.key);
        page.word(&fault.part);
        page.number(fault.code);
        page.word(&fault.words);
    });
    for words in [&rules.added, &rules.left, &rules.over] {
        page.plural(words);
    }
    page.0
}

struct Writer(String);

impl Writer {
    fn word(&mut self, word: &str) {
        self.0.extend(
            word.chars()
                .map(|sign| if sign == END { ' ' } else { sign }),
        );
        self.0.push(END);
    }

    fn number(&mut self, number: impl ToString) {
        self.word(&number.to_string());
    }

    fn date(&mut self, date: jiff::civil::Date) {
        self.number(date.year());
        self.number(date.month());
        self.number(date.day());
    }

    fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.number(items.len());
        for item in items {
            write(self, item);
        }
    }

    fn plural(&mut self, words: &PluralWords) {
        self.list(&words.0, |page, (category, sentence)| {
            page.word(category);
            page.word(sentence);
        });
    }

    fn field(&mut self, field: &Field) {
        self.word(&field.key);
        self.word(if field.is_required() { "!" } else { "-" });
        self.optional(field.when.as_ref(), Self::condition);
        self.optional(field.compare.as_ref(), Self::comparison);
        self.kind(&field.kind);
    }

    fn optional<T>(&mut self, item: Option<&T>, write: impl Fn(&mut Self, &T)) {
        match item {
            Some(item) => write(self, item),
            None => self.word("-"),
        }
    }

    fn comparison(&mut self, rule: &Comparison) {
        self.word(match rule.must_be {
            Relation::SameAs => "=",
            Relation::DifferentFrom => "!",
            Relation::After => ">",
            Relation::NotBefore => "}",
        });
        self.word(&rule.field);
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::All(conditions) => {
                self.word("&");
                self.list(conditions, Self::condition);
            }
            Condition::Any(conditions) => {
                self.word("|");
                self.list(conditions, Self::condition);
            }
            Condition::Not(condition) => {
                self.word("!");
                self.condition(condition);
            }
            Condition::Is { field, value } => {
                self.word("=");
                self.word(field);
                self.word(value);
            }
            Condition::AtLeast { field, value } => {
                self.word(">");
                self.word(field);
                self.number(value);
            }
            Condition::Answered { field } => {
                self.word("?");
                self.word(field);
            }
        }
    }

    fn kind(&mut self, kind: &FieldKind) {
        match kind {
            FieldKind::ShortText {
                min_length,
                max_length,
                meaning,
                ..
            } => {
                self.word("s");
                self.number(min_length);
                self.number(max_length);
                self.word(match meaning {
                    Some(Meaning::FamilyName) => "f",
                    Some(Meaning::GivenNames) => "g",
                    Some(Meaning::City) => "c",
                    Some(Meaning::Organisation) => "o",
                    Some(Meaning::TrackingCode) => "t",
                    Some(Meaning::HandOverCode) => "h",
                    None => "-",
                });
            }
            FieldKind::LongText {
                min_length,
                max_length,
            } => {
                self.word("l");
                self.number(min_length);
                self.number(max_length);
            }
            FieldKind::Email => self.word("e"),
            FieldKind::Phone => self.word("p"),
            FieldKind::Date {
                period,
                min_age,
                max_age,
            } => {
                self.word("d");
                self.word(match period {
                    Period::Any => "-",
                    Period::Past => "p",
                    Period::Future => "f",
                });
                self.optional(min_age.as_ref(), |page, age| page.number(age));
                self.optional(max_age.as_ref(), |page, age| page.number(age));
            }
            FieldKind::Number { min, max } => {
                self.word("n");
                self.number(min);
                self.number(max);
            }
            FieldKind::YesNo => self.word("y"),
            FieldKind::OneOf { options } => {
                self.word("o");
                self.options(options);
            }
            FieldKind::SeveralOf { options, min } => {
                self.word("m");
                self.options(options);
                self.number(min);
            }
            FieldKind::Address => self.word("a"),
            FieldKind::Person => self.word("i"),
            FieldKind::Statement => self.word("t"),
            // Files are judged by the island of their own page.
            FieldKind::Information { .. } | FieldKind::File { .. } => self.word("-"),
            FieldKind::Group { fields } => {
                self.word("g");
                self.list(fields, Self::field);
            }
        }
    }

    fn options(&mut self, options: &[Choice]) {
        self.list(options, |page, option| page.word(&option.value));
    }

    fn answers(&mut self, answers: &Answers) {
        self.number(answers.0.len());
        for (key, answer) in &answers.0 {
            self.word(key);
            self.answer(answer);
        }
    }

    fn answer(&mut self, answer: &Answer) {
        match answer {
            Answer::Text(text) => {
                self.word("t");
                self.word(text);
            }
            Answer::Choice(choice) => {
                self.word("c");
                self.word(choice);
            }
            Answer::Choices(choices) => {
                self.word("m");
                self.list(choices, |page, choice| page.word(choice));
            }
            Answer::Date(date) => {
                self.word("d");
                self.date(*date);
            }
            Answer::Number(number) => {
                self.word("n");
                self.number(number);
            }
            Answer::YesNo(yes) => self.word(if *yes { "y" } else { "x" }),
            // Only that there is an answer can matter: no condition looks inside these.
            Answer::Address(_) | Answer::Person(_) | Answer::Files(_) | Answer::Items(_) => {
                self.word("-")
            }
        }
    }
}
