//! When a field, a group or a step applies, from the answers given so far.

use serde::{Deserialize, Serialize};

use crate::answers::{Answer, Answers};

/// A condition on earlier answers. A field that is not answered, or that does not apply itself,
/// satisfies none of the comparisons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(no_recursion))]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Every condition holds.
    All(Vec<Condition>),
    /// At least one condition holds.
    Any(Vec<Condition>),
    /// The condition does not hold.
    Not(Box<Condition>),
    /// The answer is this choice (one of), contains it (several of), or is `yes` / `no`.
    Is {
        /// Key of the field.
        field: String,
        /// Expected value.
        value: String,
    },
    /// The number answered is at least this.
    AtLeast {
        /// Key of the field.
        field: String,
        /// Smallest number that satisfies.
        value: i64,
    },
    /// The field has an answer.
    Answered {
        /// Key of the field.
        field: String,
    },
}

impl Condition {
    /// Whether the condition holds for these answers.
    #[must_use]
    pub fn holds(&self, answers: &Answers) -> bool {
        self.holds_with(&|key| answers.get(key))
    }

    /// Whether the condition holds when `find` looks answers up: those of a page above those of earlier pages.
    #[must_use]
    pub fn holds_with<'a>(&self, find: &dyn Fn(&str) -> Option<&'a Answer>) -> bool {
        match self {
            Self::All(conditions) => conditions
                .iter()
                .all(|condition| condition.holds_with(find)),
            Self::Any(conditions) => conditions
                .iter()
                .any(|condition| condition.holds_with(find)),
            Self::Not(condition) => !condition.holds_with(find),
            Self::Is { field, value } => find(field).is_some_and(|answer| answer.is(value)),
            Self::AtLeast { field, value } => find(field)
                .and_then(Answer::as_number)
                .is_some_and(|number| number >= *value),
            Self::Answered { field } => find(field).is_some(),
        }
    }

    /// Keys of the fields that this condition reads.
    #[must_use]
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::All(conditions) | Self::Any(conditions) => {
                conditions.iter().flat_map(Self::fields).collect()
            }
            Self::Not(condition) => condition.fields(),
            Self::Is { field, .. } | Self::AtLeast { field, .. } | Self::Answered { field } => {
                vec![field]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Condition;
    use crate::answers::{Answer, Answers};

    fn answers() -> Answers {
        let meals = Answer::Choices(vec!["monday".to_owned(), "friday".to_owned()]);
        Answers(
            [
                ("moved", Answer::YesNo(false)),
                ("housing", Answer::Choice("rent".to_owned())),
                ("meals", meals),
                ("rooms", Answer::Number(3)),
            ]
            .map(|(key, answer)| (key.to_owned(), answer))
            .into(),
        )
    }

    fn is(field: &str, value: &str) -> Condition {
        Condition::Is {
            field: field.to_owned(),
            value: value.to_owned(),
        }
    }

    fn at_least(value: i64) -> Condition {
        Condition::AtLeast {
            field: "rooms".to_owned(),
            value,
        }
    }

    #[test]
    fn a_condition_reads_each_kind_of_answer() {
        let right = [
            is("moved", "no"),
            is("housing", "rent"),
            is("meals", "friday"),
            at_least(3),
        ];
        let wrong = [
            is("moved", "yes"),
            is("housing", "own"),
            is("meals", "sunday"),
            at_least(4),
        ];
        assert!(right.iter().all(|condition| condition.holds(&answers())));
        assert!(!wrong.iter().any(|condition| condition.holds(&answers())));
        assert!(Condition::All(right.to_vec()).holds(&answers()));
        assert!(!Condition::Any(wrong.to_vec()).holds(&answers()));
        assert!(Condition::Any(vec![wrong[0].clone(), right[0].clone()]).holds(&answers()));
    }

    #[test]
    fn a_question_without_answer_satisfies_no_comparison() {
        let nothing = Answers::default();
        for condition in [
            is("moved", "no"),
            at_least(0),
            Condition::Answered {
                field: "moved".to_owned(),
            },
        ] {
            assert!(!condition.holds(&nothing));
            assert!(Condition::Not(Box::new(condition)).holds(&nothing));
        }
        assert!(
            Condition::Answered {
                field: "moved".to_owned()
            }
            .holds(&answers())
        );
    }
}
