//! What people wrote, as the tools of agents read and sort it. The portal reads none of it: a token of their own opens it.

use std::{fmt, str::FromStr};

use domain::{
    answers::Answers,
    locale::Locale,
    quality::{PublishedOpinion, Reply},
    survey::{Subject, Way},
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::idempotency::hex;

/// An answer that counts, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Opinion {
    /// Its identifier.
    pub id: String,
    /// What became of it.
    pub state: OpinionState,
    /// The publication, while its text is public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication_id: Option<String>,
    /// Why it is withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Tags that agents gave it.
    pub tags: Vec<Tag>,
    /// The day on which it came.
    pub received_on: Date,
    /// What it is about.
    pub subject: Subject,
    /// What was asked.
    pub questionnaire_id: String,
    /// The version that was answered.
    pub version: String,
    /// By which way it came.
    pub way: Way,
    /// Language of the person.
    pub language: Locale,
    /// What was answered, by key of field.
    pub answers: Answers,
}

/// What became of an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OpinionState {
    /// Nobody decided yet.
    New,
    /// A text of it was published.
    Published,
    /// It will not be public, for a reason.
    Withheld,
}

impl OpinionState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::New, Self::Published, Self::Withheld];

    /// Its name on the wire, at the terminal and in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Published => "published",
            Self::Withheld => "withheld",
        }
    }

    /// The state of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// Which opinions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpinionFilter {
    /// About this.
    pub subject: Option<Subject>,
    /// Only those in which something was written, or a call is asked for.
    pub with_words: bool,
    /// Only those with this tag.
    pub tag: Option<Tag>,
    /// Only those in this state.
    pub state: Option<OpinionState>,
}

/// Longest tag.
const LONGEST_TAG: usize = 30;

/// A short word by which agents find opinions again: `guichet`, `delai-2026`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, pattern = "^[a-z0-9-]{1,30}$")]
pub struct Tag(String);

/// A text that is no tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a tag is 1 to {LONGEST_TAG} lower-case letters, digits and `-`: `{0}` is not")]
pub struct NotATag(String);

impl FromStr for Tag {
    type Err = NotATag;

    fn from_str(text: &str) -> Result<Self, NotATag> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for Tag {
    type Error = NotATag;

    fn try_from(text: String) -> Result<Self, NotATag> {
        let is_sign = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
        if (1..=LONGEST_TAG).contains(&text.len()) && text.bytes().all(is_sign) {
            Ok(Self(text))
        } else {
            Err(NotATag(text))
        }
    }
}

impl From<Tag> for String {
    fn from(tag: Tag) -> Self {
        tag.0
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Tag {
    /// The tag as it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What an agent wants to make public of an opinion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewPublication {
    /// Key of the question, when several texts were written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Words instead of those of the person, when masking is not enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Language of the words; that of the person's pages when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Locale>,
    /// What the authority answers, for everybody to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
}

/// Exactly what would be public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Preview {
    /// What it is about.
    pub subject: Subject,
    /// First day of its month.
    pub month: Date,
    /// The words, masked.
    pub text: String,
    /// Their language.
    pub language: Locale,
    /// What the authority answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
    /// Why it is withheld so far, for the agent alone: whoever publishes it has read that too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withheld_because: Option<String>,
}

/// Signs of the word by which an agent says what was shown.
const PROOF: usize = 8;

impl Preview {
    /// A word that only these very words have: whoever gives it has seen them.
    #[must_use]
    pub fn proof(&self) -> String {
        let mut proof = hex(&Sha256::digest(format!("{self:?}")));
        proof.truncate(PROOF);
        proof
    }

    /// What becomes public under an identifier.
    #[must_use]
    pub fn published(self, id: String) -> PublishedOpinion {
        PublishedOpinion {
            id,
            subject: self.subject,
            month: self.month,
            text: self.text,
            language: self.language,
            reply: self.reply,
        }
    }
}

/// Answer of `POST /v1/opinions/{id}/publication-preview`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Shown {
    /// What would be public; nothing is yet.
    #[serde(flatten)]
    pub preview: Preview,
    /// The word that says that exactly this was shown.
    pub as_shown: String,
}

/// Body of `PUT /v1/opinions/{id}/publication`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Publishing {
    /// What to make public: the same as was shown.
    #[serde(flatten)]
    pub new: NewPublication,
    /// The word that stood beside what was shown.
    pub as_shown: String,
}

/// Why an opinion is not public, or not any more: for agents, never for the public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reason {
    /// The reason.
    pub reason: String,
}

/// What an agent did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OpinionActKind {
    /// Gave tags.
    Tagged,
    /// Took tags away.
    Untagged,
    /// Published a text.
    Published,
    /// Decided that it will not be public.
    Withheld,
    /// Took a publication back.
    TakenBack,
    /// Took a copy of everything.
    Exported,
}

impl OpinionActKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Tagged,
        Self::Untagged,
        Self::Published,
        Self::Withheld,
        Self::TakenBack,
        Self::Exported,
    ];

    /// Name in the journal.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tagged => "tagged",
            Self::Untagged => "untagged",
            Self::Published => "published",
            Self::Withheld => "withheld",
            Self::TakenBack => "taken-back",
            Self::Exported => "exported",
        }
    }
}

/// Who did what with what people said, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpinionAct {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub agent: String,
    /// What.
    #[serde(rename = "act")]
    pub kind: OpinionActKind,
    /// The opinion, or the publication that was taken back; empty for everything.
    pub about: String,
    /// Tags or reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_one_short_word() {
        for wrong in ["", "Attente", "deux mots", "é", &"a".repeat(31)] {
            assert_eq!(wrong.parse::<Tag>(), Err(NotATag(wrong.to_owned())));
            assert!(serde_json::from_value::<Tag>(wrong.into()).is_err());
        }
        let longest = "a".repeat(30);
        assert_eq!(longest.parse::<Tag>().unwrap().as_str(), longest);
    }

    #[test]
    fn the_name_of_a_state_is_the_one_on_the_wire() {
        for state in OpinionState::ALL {
            assert_eq!(serde_json::to_value(state).unwrap(), state.name());
            assert_eq!(OpinionState::from_name(state.name()), Some(state));
        }
    }

    #[test]
    fn the_word_of_what_was_shown_changes_with_each_part_of_it() {
        let shown = Preview {
            subject: Subject::Place("hall".to_owned()),
            month: Date::constant(2026, 11, 1),
            text: "Trop long".to_owned(),
            language: Locale::French,
            reply: None,
            withheld_because: None,
        };
        let reply = |text: &str| Reply {
            text: text.to_owned(),
            language: Locale::French,
        };
        let mut others = vec![shown.clone(); 7];
        others[0].subject = Subject::Procedure("hall".to_owned());
        others[1].month = Date::constant(2026, 10, 1);
        others[2].text = "Trop long.".to_owned();
        others[3].language = Locale::Arabic;
        others[4].reply = Some(reply("Merci"));
        others[5].reply = Some(reply("Merci."));
        others[6].withheld_because = Some("Un voisin".to_owned());
        let mut words: Vec<String> = others.iter().map(Preview::proof).collect();
        words.push(shown.proof());
        words.sort();
        words.dedup();
        assert_eq!(words.len(), 8);
    }
}
