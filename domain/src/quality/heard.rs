//! What people wrote that the authority publishes, and what it did about it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Measure;
use crate::{field::Role, locale::Locale, survey::Subject, text::Text};

/// Questions whose answers may be published, one text at a time: never the number of whoever wants to be called back.
pub const PUBLISHABLE: [Role; 2] = [Role::Comment, Role::AccessTrouble];

/// A text that someone wrote, as everybody may read it: nothing else that the same person answered stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedOpinion {
    /// Identifier of the publication, at random: it leads to no answer and tells no order.
    pub id: String,
    /// What it is about.
    pub subject: Subject,
    /// First day of the month in which it was written.
    pub month: Date,
    /// The words, masked.
    pub text: String,
    /// Language of the words.
    pub language: Locale,
    /// What the authority answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
}

/// What the authority answers to a text that it publishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reply {
    /// The words.
    pub text: String,
    /// Their language.
    pub language: Locale,
}

/// "You said, we did": something that changed because of what people said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Improvement {
    /// Identifier: lower-case letters, digits and `-`.
    pub id: String,
    /// The procedure or the place that changed; absent: the whole authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// The day of the change.
    pub date: Date,
    /// What people said.
    pub said: Text,
    /// What the authority did.
    pub did: Text,
    /// The measure that it moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
}

impl Improvement {
    /// Whether it is about this; every one is about the whole authority too.
    #[must_use]
    pub fn is_about(&self, subject: Option<&Subject>) -> bool {
        subject.is_none() || self.subject.as_ref() == subject
    }
}

impl Measure {
    /// Whether the figures of a subject, or of the whole authority, have a line for it: nobody waits for a decision at a
    /// place, and pages are told together, on the page of the whole authority.
    #[must_use]
    pub const fn is_shown_of(self, subject: Option<&Subject>) -> bool {
        match (self, subject) {
            (Self::PageClear, Some(_)) | (_, Some(Subject::Page(_))) => false,
            (
                Self::Satisfaction
                | Self::SatisfactionAssistive
                | Self::Ease
                | Self::Clarity
                | Self::Pace,
                _,
            ) => true,
            (_, Some(Subject::Place(_))) => false,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_improvement_of_a_procedure_is_one_of_the_whole_authority_and_of_no_other() {
        let school = Subject::Procedure("school".to_owned());
        let improvement = Improvement {
            id: "paper".to_owned(),
            subject: Some(school.clone()),
            date: Date::constant(2026, 11, 3),
            said: Text::default(),
            did: Text::default(),
            measure: None,
        };
        assert!(improvement.is_about(None));
        assert!(improvement.is_about(Some(&school)));
        assert!(!improvement.is_about(Some(&Subject::Place("school".to_owned()))));
    }

    #[test]
    fn nobody_looks_for_delays_at_a_place() {
        let place = Subject::Place("hall".to_owned());
        assert!(!Measure::DaysTaken.is_shown_of(Some(&place)));
        assert!(Measure::Ease.is_shown_of(Some(&place)));
        assert!(Measure::DaysTaken.is_shown_of(None));
        assert!(Measure::PageClear.is_shown_of(None));
        assert!(!Measure::PageClear.is_shown_of(Some(&place)));
    }
}
