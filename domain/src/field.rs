//! Fields of a form as data: what is asked, in which words, under which rules.

use serde::{Deserialize, Serialize};

use crate::{condition::Condition, text::Text};

mod role;

pub use role::Role;

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Field {
    /// Unique in the procedure: lower-case letters, digits and `_`.
    pub key: String,
    /// The question, without the words "required" or "optional", which the page adds.
    pub label: Text,
    /// One sentence of help shown before the control (80 characters at most).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// Whether an answer is needed. Required when absent.
    #[serde(default)]
    pub need: Need,
    /// Whose data this is: decides the `autocomplete` attribute (RGAA 11.13).
    #[serde(default)]
    pub about: About,
    /// The field applies only when this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Comparison with another field of the same step or of an earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare: Option<Comparison>,
    /// What the answer serves for beyond the request itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Kind of answer and its rules.
    #[serde(flatten)]
    pub kind: FieldKind,
}

/// Fields with those of groups in place of the groups, in the order of the page.
#[must_use]
pub fn ungrouped(fields: &[Field]) -> Vec<&Field> {
    fields
        .iter()
        .flat_map(|field| match &field.kind {
            FieldKind::Group { fields } => ungrouped(fields),
            _ => vec![field],
        })
        .collect()
}

/// Whether a field must be answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// An answer is needed.
    #[default]
    Required,
    /// May be left empty.
    Optional,
}

/// Whose data a field asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The person who fills in the form: the browser may suggest their own data.
    Oneself,
    /// Someone or something else: no suggestion.
    #[default]
    Other,
}

/// A rule between two fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comparison {
    /// How this field must relate to the other.
    pub must_be: Relation,
    /// Key of the other field.
    pub field: String,
}

/// How one answer must relate to another; not checked while either is unanswered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same answer.
    SameAs,
    /// Another answer.
    DifferentFrom,
    /// A later date or a greater number.
    After,
    /// The same or a later date, the same or a greater number.
    NotBefore,
}

/// Kinds of fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(no_recursion))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FieldKind {
    /// One line of text. Lengths in characters.
    ShortText {
        /// Smallest length.
        #[serde(default)]
        min_length: u16,
        /// Greatest length.
        #[serde(default = "short_text_length")]
        max_length: u16,
        /// An example of a right answer, shown in error messages (RGAA 11.11).
        example: Text,
        /// Meaning of the text, for `autocomplete`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        meaning: Option<Meaning>,
    },
    /// Several lines of text, with a count of the characters left.
    LongText {
        /// Smallest length.
        #[serde(default)]
        min_length: u16,
        /// Greatest length.
        #[serde(default = "long_text_length")]
        max_length: u16,
    },
    /// E-mail address.
    Email,
    /// Phone number, French or international.
    Phone,
    /// Calendar date in three inputs: day, month, year.
    Date {
        /// Where the date must lie.
        #[serde(default)]
        period: Period,
        /// Smallest age in whole years today.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_age: Option<u16>,
        /// Greatest age in whole years today.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_age: Option<u16>,
    },
    /// Whole number.
    Number {
        /// Smallest number.
        min: i64,
        /// Greatest number.
        max: i64,
    },
    /// Yes or no.
    YesNo,
    /// One choice (radio buttons).
    OneOf {
        /// What one may choose.
        options: Vec<Choice>,
    },
    /// Several choices (checkboxes).
    SeveralOf {
        /// What one may choose.
        options: Vec<Choice>,
        /// Smallest number of choices when the field is required.
        #[serde(default = "one")]
        min: u16,
    },
    /// Postal address typed by hand: `line1`, `line2` (optional), `postal_code`, `city`, `country` (optional, empty = France).
    Address,
    /// A person's identity: `family_name` (birth name), `usage_name` (optional), `given_names`.
    Person,
    /// Files to attach. A step with such a field holds only files and information.
    File {
        /// Accepted kinds.
        accept: Vec<FileKind>,
        /// Greatest number of files.
        #[serde(default = "one")]
        max_files: u16,
        /// Greatest weight of one file in mebibytes (1,048,576 bytes).
        max_mebibytes: u16,
    },
    /// A statement to accept: one checkbox whose label is the statement.
    Statement,
    /// A text to read; no answer. The label is its heading.
    Information {
        /// Paragraphs.
        body: Vec<Text>,
    },
    /// Fields that belong together, under the label as legend. One level only.
    Group {
        /// The fields.
        fields: Vec<Field>,
    },
}

/// Meaning of a short text, for `autocomplete` and the keyboard shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Family name.
    FamilyName,
    /// Given names.
    GivenNames,
    /// Name of a city.
    City,
    /// Organisation.
    Organisation,
    /// Tracking code of a request: a slip of the keyboard shows in its check sign.
    TrackingCode,
    /// Hand-over code: a slip shows in its check syllable.
    HandOverCode,
}

/// Where a date must lie, compared with today.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Any date.
    #[default]
    Any,
    /// Today or before.
    Past,
    /// Today or after.
    Future,
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Choice {
    /// What is stored: lower-case letters, digits and `_`.
    pub value: String,
    /// What is shown.
    pub label: Text,
    /// One sentence of help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
}

/// Kinds of files, recognised by their content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// PDF document.
    Pdf,
    /// JPEG image.
    Jpeg,
    /// PNG image.
    Png,
}

impl FileKind {
    /// Media type, as in `Content-Type`.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// File name extensions in lower case, the usual one first.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
        }
    }
}

const fn short_text_length() -> u16 {
    100
}

const fn long_text_length() -> u16 {
    2000
}

const fn one() -> u16 {
    1
}

impl Field {
    /// Whether an answer is needed.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.need == Need::Required
    }
}
