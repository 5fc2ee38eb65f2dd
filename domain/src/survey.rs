//! Questionnaires as the catalogue describes them: what is asked, when, about what.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    answers::Answers,
    field::{Field, Role, ungrouped},
    procedure::Step,
    submitted::Submitted,
    text::Text,
    validation::check_fields,
};

/// Whom one may have asked for help: values of the choices of [`Role::Help`].
pub const HELP: [&str; 5] = ["phone", "counter", "email", "mediator", "relative"];

/// Some pages of questions, each of which can be skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Questionnaire {
    /// Identifier: lower-case letters, digits and `-`.
    pub id: String,
    /// Changes when the questions change; answers remember it.
    pub version: String,
    /// When it is asked.
    pub moment: Moment,
    /// Days that what people wrote is kept. What was counted stays, and names nobody.
    pub retention_days: u16,
    /// Title: "How did your request go?".
    pub title: Text,
    /// Pages of questions. The first one is asked alone.
    pub steps: Vec<Step>,
}

/// When a questionnaire is asked; once for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// A request was sent.
    Procedure,
    /// An appointment is over.
    Visit,
    /// A request was answered.
    Answer,
    /// A page was read.
    Page,
    /// Someone is at a place.
    Place,
}

/// What an answer is about: exactly one thing, so that what is said of the whole is the sum of what is said of its parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Subject {
    /// A procedure, by its identifier.
    Procedure(String),
    /// A place, by its identifier.
    Place(String),
    /// A page of the portal, by its name.
    Page(String),
}

/// By which way an answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// By the person, on the portal.
    Online,
    /// By an agent, for someone at the counter.
    Counter,
    /// By an agent, for someone on the phone.
    Phone,
}

impl Questionnaire {
    /// What is right of what was typed, page after page; only before a page, when one is given.
    #[must_use]
    pub fn answers(
        &self,
        pages: &BTreeMap<String, Submitted>,
        before: Option<&str>,
        today: Date,
    ) -> Answers {
        let mut answers = Answers::default();
        let steps = self.steps.iter();
        for step in steps.take_while(|step| before != Some(step.id.as_str())) {
            if let Some(typed) = pages.get(&step.id) {
                let checked = check_fields(&step.fields, typed, &BTreeMap::new(), &answers, today);
                answers.0.extend(checked.answers.0);
            }
        }
        answers
    }

    /// The page after one, among those that these answers leave.
    #[must_use]
    pub fn next_after(&self, step: &str, answers: &Answers) -> Option<&Step> {
        let after = self.steps.iter().skip_while(|it| it.id != step).skip(1);
        let applies = |step: &&Step| step.when.as_ref().is_none_or(|when| when.holds(answers));
        after.into_iter().find(applies)
    }

    /// The field of a role.
    #[must_use]
    pub fn field_of_role(&self, role: Role) -> Option<&Field> {
        let every = self.steps.iter().flat_map(|step| ungrouped(&step.fields));
        every.into_iter().find(|field| field.role == Some(role))
    }
}

impl Moment {
    /// Every moment.
    pub const ALL: [Self; 5] = [
        Self::Procedure,
        Self::Visit,
        Self::Answer,
        Self::Page,
        Self::Place,
    ];

    /// Name on the wire and in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Procedure => "procedure",
            Self::Visit => "visit",
            Self::Answer => "answer",
            Self::Page => "page",
            Self::Place => "place",
        }
    }

    /// Whether it is about such a thing.
    #[must_use]
    pub const fn is_about(self, subject: &Subject) -> bool {
        matches!(
            (self, subject),
            (Self::Procedure | Self::Answer, Subject::Procedure(_))
                | (Self::Visit | Self::Place, Subject::Place(_))
                | (Self::Page, Subject::Page(_))
        )
    }
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Online, Self::Counter, Self::Phone];

    /// The way of a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }

    /// Name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Counter => "counter",
            Self::Phone => "phone",
        }
    }
}

impl Subject {
    /// Name of its kind, on the wire and in files.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Procedure(_) => "procedure",
            Self::Place(_) => "place",
            Self::Page(_) => "page",
        }
    }

    /// Its identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Procedure(id) | Self::Place(id) | Self::Page(id) => id,
        }
    }

    /// The subject of a kind and an identifier; `None` for any other word.
    #[must_use]
    pub fn new(kind: &str, id: String) -> Option<Self> {
        match kind {
            "procedure" => Some(Self::Procedure(id)),
            "place" => Some(Self::Place(id)),
            "page" => Some(Self::Page(id)),
            _ => None,
        }
    }
}
