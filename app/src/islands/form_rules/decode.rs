//! Reads the rules of a page back (browser side). Anything unexpected gives nothing: the form stays as it is.

use std::str::{FromStr, Split};

use domain::{
    answers::{Answer, Answers},
    condition::Condition,
    field::{About, Choice, Comparison, Field, FieldKind, Meaning, Need, Period, Relation},
    text::Text,
};
use jiff::civil::Date;

use super::{END, FaultWords, FormRules, PluralWords};

/// The rules of a page from the text of [`encode`](super::encode).
#[must_use]
pub fn decode(text: &str) -> Option<FormRules> {
    let mut page = Reader(text.split(END));
    Some(FormRules {
        id_prefix: page.word()?,
        today: page.date()?,
        fields: page.list(Reader::field)?,
        earlier: page.answers()?,
        faults: page.list(|page| {
            Some(FaultWords {
                key: page.word()?,
                part: page.word()?,
                code: page.number()?,
                words: page.word()?,
            })
        })?,
        added: page.plural()?,
        left: page.plural()?,
        over: page.plural()?,
    })
}

struct Reader<'a>(Split<'a, char>);

impl Reader<'_> {
    fn token(&mut self) -> Option<&str> {
        self.0.next()
    }

    fn word(&mut self) -> Option<String> {
        self.token().map(str::to_owned)
    }

    fn number<N: FromStr>(&mut self) -> Option<N> {
        self.token()?.parse().ok()
    }

    fn date(&mut self) -> Option<Date> {
        Date::new(self.number()?, self.number()?, self.number()?).ok()
    }

    fn list<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count: usize = self.number()?;
        (0..count).map(|_| read(self)).collect()
    }

    fn plural(&mut self) -> Option<PluralWords> {
        self.list(|page| Some((page.word()?, page.word()?)))
            .map(PluralWords)
    }

    fn field(&mut self) -> Option<Field> {
        Some(Field {
            key: self.word()?,
            label: Text::default(),
            hint: None,
            need: if self.token()? == "!" {
                Need::Required
            } else {
                Need::Optional
            },
            about: About::default(),
            when: self.optional_condition()?,
            compare: self.comparison()?,
            role: None,
            kind: self.kind()?,
        })
    }

    fn comparison(&mut self) -> Option<Option<Comparison>> {
        let must_be = match self.token()? {
            "-" => return Some(None),
            "=" => Relation::SameAs,
            "!" => Relation::DifferentFrom,
            ">" => Relation::After,
            _ => Relation::NotBefore,
        };
        Some(Some(Comparison {
            must_be,
            field: self.word()?,
        }))
    }

    fn condition(&mut self) -> Option<Condition> {
        self.optional_condition()?
    }

    /// Recursion ends with the text: each level reads at least one token.
    fn optional_condition(&mut self) -> Option<Option<Condition>> {
        Some(Some(match self.token()? {
            "-" => return Some(None),
            "&" => Condition::All(self.list(Self::condition)?),
            "|" => Condition::Any(self.list(Self::condition)?),
            "!" => Condition::Not(Box::new(self.condition()?)),
            "=" => Condition::Is {
                field: self.word()?,
                value: self.word()?,
            },
            ">" => Condition::AtLeast {
                field: self.word()?,
                value: self.number()?,
            },
            "?" => Condition::Answered {
                field: self.word()?,
            },
            _ => return None,
        }))
    }

    fn kind(&mut self) -> Option<FieldKind> {
        Some(match self.token()? {
            "s" => FieldKind::ShortText {
                min_length: self.number()?,
                max_length: self.number()?,
                example: Text::default(),
                meaning: match self.token()? {
                    "f" => Some(Meaning::FamilyName),
                    "g" => Some(Meaning::GivenNames),
                    "c" => Some(Meaning::City),
                    "o" => Some(Meaning::Organisation),
                    "t" => Some(Meaning::TrackingCode),
                    "h" => Some(Meaning::HandOverCode),
                    _ => None,
                },
            },
            "l" => FieldKind::LongText {
                min_length: self.number()?,
                max_length: self.number()?,
            },
            "e" => FieldKind::Email,
            "p" => FieldKind::Phone,
            "d" => FieldKind::Date {
                period: match self.token()? {
                    "p" => Period::Past,
                    "f" => Period::Future,
                    _ => Period::Any,
                },
                // Only "-" is no number.
                min_age: self.token()?.parse().ok(),
                max_age: self.token()?.parse().ok(),
            },
            "n" => FieldKind::Number {
                min: self.number()?,
                max: self.number()?,
            },
            "y" => FieldKind::YesNo,
            "o" => FieldKind::OneOf {
                options: self.list(Self::option)?,
            },
            "m" => FieldKind::SeveralOf {
                options: self.list(Self::option)?,
                min: self.number()?,
            },
            "a" => FieldKind::Address,
            "i" => FieldKind::Person,
            "t" => FieldKind::Statement,
            "g" => FieldKind::Group {
                fields: self.list(Self::field)?,
            },
            "-" => FieldKind::Information { body: Vec::new() },
            _ => return None,
        })
    }

    fn option(&mut self) -> Option<Choice> {
        Some(Choice {
            value: self.word()?,
            label: Text::default(),
            hint: None,
        })
    }

    fn answers(&mut self) -> Option<Answers> {
        let mut answers = Answers::default();
        for _ in 0..self.number::<usize>()? {
            let key = self.word()?;
            answers.0.insert(key, self.answer()?);
        }
        Some(answers)
    }

    fn answer(&mut self) -> Option<Answer> {
        Some(match self.token()? {
            "t" => Answer::Text(self.word()?),
            "c" => Answer::Choice(self.word()?),
            "m" => Answer::Choices(self.list(Self::word)?),
            "d" => Answer::Date(self.date()?),
            "n" => Answer::Number(self.number()?),
            "y" => Answer::YesNo(true),
            "x" => Answer::YesNo(false),
            // Answered, with nothing that a condition could compare.
            "-" => Answer::Items(Vec::new()),
            _ => return None,
        })
    }
}
