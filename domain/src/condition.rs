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
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds_with(find)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds_with(find)),
            Self::Not(condition) => !condition.holds_with(find),
            Self::Is { field, value } => find(field).is_some_and(|answer| answer.is(value)),
            Self::AtLeast { field, value } => {
                find(field).and_then(Answer::as_number).is_some_and(|number| number >= *value)
            }
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
