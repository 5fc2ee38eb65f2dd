//! What the form assistance must know of a page, as one compact text: the server writes it, the browser reads
//! it. Rules travel as domain values without their words; the words of possible faults come ready made.

use domain::{answers::Answers, field::Field};
use jiff::civil::Date;

#[cfg(any(feature = "hydrate", test))]
pub mod decode;
#[cfg(any(feature = "ssr", test))]
pub mod encode;
#[cfg(test)]
mod tests;

/// Id of the element whose `data-rules` holds the text.
pub const HOLDER: &str = "form-assist";
/// Name of the hidden input that the form assistance adds, with the value `yes`: this page showed dependent questions
/// at once, so the server need not show it again for them.
pub const ASSISTED: &str = "_assisted";
/// Stands where a number or a name goes in a prepared sentence.
pub const SLOT: char = '\u{FFFC}';
/// Between two tokens; words come with their line breaks made spaces.
pub(crate) const END: char = '\n';

/// One page of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRules {
    /// What ids of controls begin with: `f-`, or `f-children-2-` in an item.
    pub id_prefix: String,
    /// The day of the request, in the time zone of the authority.
    pub today: Date,
    /// Questions without their words.
    pub fields: Vec<Field>,
    /// Answers of other pages that conditions and comparisons of this one read.
    pub earlier: Answers,
    /// Words of every possible fault, as they stand at a control.
    pub faults: Vec<FaultWords>,
    /// "1 question ajoutée"; empty when no question depends on another.
    pub added: PluralWords,
    /// "Il vous reste 12 caractères"; empty without long text.
    pub left: PluralWords,
    /// "12 caractères en trop"; empty without long text.
    pub over: PluralWords,
}

/// What is shown at a control for one fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultWords {
    /// Key of the field.
    pub key: String,
    /// Part of a composite field, empty for the whole.
    pub part: String,
    /// `FaultCode` as a number: both sides come from one build.
    pub code: u8,
    /// "Erreur : saisissez une adresse comme nom@exemple.fr".
    pub words: String,
}

/// One sentence per plural category of the language (CLDR), with [`SLOT`] for the number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PluralWords(pub Vec<(String, String)>);

/// CLDR categories, as `Intl.PluralRules` names them.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl PluralWords {
    /// The sentence of a category with its number. Plain digits, as the server writes them.
    #[must_use]
    pub fn say(&self, category: &str, number: usize) -> String {
        let sentence = |wanted: &str| self.0.iter().find(|(name, _)| name == wanted);
        sentence(category)
            .or_else(|| sentence("other"))
            .map(|(_, words)| words.replace(SLOT, &number.to_string()))
            .unwrap_or_default()
    }
}
