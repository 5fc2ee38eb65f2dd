//! A procedure (démarche) as the catalogue describes it: what a resident reads before, fills in, and is told after.

use serde::{Deserialize, Serialize};

use crate::{
    condition::Condition,
    field::{Field, FieldKind, Role, ungrouped},
    text::Text,
};

/// A procedure offered by the authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Procedure {
    /// Identifier and part of its address: lower-case letters, digits and `-`.
    pub id: String,
    /// Changes when the form changes; drafts remember it.
    pub form_version: String,
    /// Title, as an action: "Demander un acte de naissance".
    pub title: Text,
    /// What it is, in one or two sentences.
    pub summary: Text,
    /// Can I do this? Who may ask, one sentence each.
    pub eligibility: Vec<Text>,
    /// What do I need? What to have at hand, one item each.
    pub checklist: Vec<Text>,
    /// Minutes needed to fill it in.
    pub minutes: u16,
    /// What it costs.
    pub cost: Cost,
    /// Usual time until the answer.
    pub usual_delay: Delay,
    /// Time limit set by law, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_delay: Option<LegalDelay>,
    /// Where the rules come from.
    pub legal_sources: Vec<LegalSource>,
    /// What a resident may do against a refusal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<RemedyRule>,
    /// Other ways than this form.
    pub channels: Vec<Channel>,
    /// Themes it is listed under.
    pub themes: Vec<Term>,
    /// Life events it belongs to.
    pub life_events: Vec<Term>,
    /// Words people search with, in each language, separated by commas.
    pub keywords: Text,
    /// Service in charge.
    pub service: Service,
    /// Days that the request and its files are kept after its end.
    pub retention_days: u16,
    /// What happens after sending, one sentence each, in order.
    pub what_next: Vec<Text>,
    /// The form.
    pub steps: Vec<Step>,
    /// Last words on the receipt.
    pub closing: Text,
    /// Whether one comes in person for it, at a time chosen before the form.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub visit: bool,
    /// Where people say how it went instead of the portal's own question, such as "Je donne mon avis" of the State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opinion_url: Option<String>,
    /// Present when it is not a procedure of its own, but a way to write to the authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door: Option<Door>,
}

/// A way to write to the authority that is followed like a request, with its code, its delay and its answer. An opinion is
/// none: it bears no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Asking something.
    Question,
    /// Saying that something went wrong, and expecting an answer within a delay.
    Complaint,
}

impl Procedure {
    /// The field of a key, of any step, also inside a group.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        let every = self.steps.iter().flat_map(|step| ungrouped(&step.fields));
        every.into_iter().find(|field| field.key == key)
    }

    /// The fields of a role, outside lists: who asks is asked once, on one page or another.
    pub fn fields_of_role(&self, role: Role) -> impl Iterator<Item = &Field> {
        let pages = self.steps.iter().filter(|step| step.repeat.is_none());
        pages
            .flat_map(|step| ungrouped(&step.fields))
            .filter(move |field| field.role == Some(role))
    }

    /// Keys that answers may have: those of fields, and of lists for repeatable steps; in the order of the form.
    #[must_use]
    pub fn answer_keys(&self) -> Vec<&str> {
        let mut keys = Vec::new();
        for step in &self.steps {
            match &step.repeat {
                Some(repeat) => keys.push(repeat.key.as_str()),
                None => keys.extend(
                    ungrouped(&step.fields)
                        .into_iter()
                        .filter(|field| !matches!(field.kind, FieldKind::Information { .. }))
                        .map(|field| field.key.as_str()),
                ),
            }
        }
        keys
    }
}

/// One page of the form, or one page per item when it repeats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Step {
    /// Identifier and part of its address: lower-case letters, digits and `-`; unique in the procedure.
    pub id: String,
    /// Heading of the page.
    pub title: Text,
    /// Paragraph under the heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introduction: Option<Text>,
    /// The step applies only when this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Present when the step holds a list of items, each filled in on its own page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
    /// The questions.
    pub fields: Vec<Field>,
}

/// Rules and words of a repeatable step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Repeat {
    /// Key of the list in the answers.
    pub key: String,
    /// Smallest number of items.
    pub min: u16,
    /// Greatest number of items.
    pub max: u16,
    /// One item, without article: "Enfant". Labels read "Enfant 2 : prénom".
    pub noun: Text,
    /// Words of the button that adds one: "Ajouter un enfant".
    pub add: Text,
    /// Key of the field whose answer names an item in the list, such as the given names.
    pub name_field: String,
}

/// What a procedure costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cost {
    /// Nothing.
    Free,
    /// An amount.
    Amount {
        /// Euro cents.
        cents: u32,
        /// What the amount depends on.
        note: Text,
    },
}

/// A usual time, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Delay {
    /// Number of days.
    pub days: u16,
    /// Calendar or working days.
    #[serde(default)]
    pub count: DayCount,
}

/// Which days count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DayCount {
    /// Every day.
    #[default]
    Calendar,
    /// Monday to Friday.
    Working,
}

/// A time limit set by law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LegalDelay {
    /// Months from the day the request was received.
    pub months: u16,
    /// What silence means after that.
    pub silence: Silence,
    /// The text that says so.
    pub source: LegalSource,
}

/// What the authority's silence means once the legal time has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// The request is accepted.
    Acceptance,
    /// The request is refused.
    Refusal,
}

impl Silence {
    /// Name in the catalogue and on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Acceptance => "acceptance",
            Self::Refusal => "refusal",
        }
    }

    /// Reads a name of [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Acceptance, Self::Refusal]
            .into_iter()
            .find(|silence| silence.name() == name)
    }
}

/// A text of law or regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LegalSource {
    /// What it says, in a few words.
    pub label: Text,
    /// Its reference, in French: "Code civil, article 34".
    pub reference: String,
    /// Where to read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A way to contest a refusal, as the procedure states it. A decision gives it its last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RemedyRule {
    /// What it is.
    pub label: Text,
    /// To whom it is addressed, one line each, in French.
    pub addressee: Vec<String>,
    /// Where it may be made online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Months after the notice of the decision; absent: at any time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
    /// The text that gives it.
    pub source: LegalSource,
}

/// Another way to do the procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Channel {
    /// Kind of way.
    pub kind: ChannelKind,
    /// What to do, with address, hours or number.
    pub label: Text,
}

/// Ways to reach a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// At the counter.
    Counter,
    /// By phone.
    Phone,
    /// By post.
    Post,
    /// By e-mail.
    Email,
}

/// A theme or a life event: an identifier and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Term {
    /// Identifier and fragment of its address.
    pub id: String,
    /// Words shown.
    pub title: Text,
}

/// A service of the authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Service {
    /// Identifier.
    pub id: String,
    /// Name shown.
    pub name: Text,
    /// Phone number, as it is dialled in France: "02 61 91 00 10".
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// When it answers.
    pub hours: Text,
}
