//! Streets of the territory, and finding one of them from an address as people type it. Pure: a back office that has its
//! streets elsewhere may answer in its own way.

use serde::{Deserialize, Serialize};

use crate::{position::Position, searched};

/// Streets that are given at most: more are no longer a choice.
pub const MOST_FOUND: usize = 8;

/// A street of the territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Street {
    /// Identifier.
    pub id: String,
    /// Its name as on its sign: "Rue du Lavoir".
    pub name: String,
    /// The commune in which it is: two communes may have a street of one name.
    pub commune: String,
    /// A point of it, best in its middle.
    pub position: Position,
}

/// An address of the territory that answers what someone typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundAddress {
    /// What tells it from others, in French: "Rue du Lavoir, Ardane-les-Tilleuls".
    pub label: String,
    /// Where it is.
    pub position: Position,
}

/// Kinds of ways, written out and shortened.
const WAYS: [&str; 29] = [
    "all",
    "allee",
    "allees",
    "av",
    "ave",
    "avenue",
    "bd",
    "bld",
    "boulevard",
    "ch",
    "chem",
    "chemin",
    "esplanade",
    "fg",
    "faubourg",
    "imp",
    "impasse",
    "passage",
    "pl",
    "place",
    "quai",
    "route",
    "rte",
    "rue",
    "ruelle",
    "sentier",
    "sq",
    "square",
    "voie",
];

/// Words that stand between the others, and what follows the number of a house.
const BETWEEN: [&str; 17] = [
    "au", "aux", "bis", "de", "des", "du", "en", "et", "la", "le", "les", "quater", "sous", "sur",
    "ter", "un", "une",
];

fn is_way(word: &str) -> bool {
    WAYS.contains(&word)
}

fn has_digit(word: &str) -> bool {
    word.contains(|sign: char| sign.is_ascii_digit())
}

/// Whether a word tells one street from another. Kinds of ways do not: people say "rue" for every one of them.
fn tells(word: &&String) -> bool {
    let known = is_way(word) || BETWEEN.contains(&word.as_str());
    !known && !has_digit(word) && word.chars().count() > 1
}

/// The words of an address, with "saint" written out.
fn words(text: &str) -> Vec<String> {
    let whole = |word: String| match word.as_str() {
        "st" => "saint".to_owned(),
        "ste" => "sainte".to_owned(),
        _ => word,
    };
    searched::words(text).into_iter().map(whole).collect()
}

/// The words of a typed address that name its street: without the number of the house, what stands before it, nor the
/// postal code, where people usually write them. A street is enough to say how far a place is; who lives there is nobody's business.
#[must_use]
pub fn street_words(typed: &str) -> Vec<String> {
    let mut words = words(typed);
    words.retain(|word| word.len() != 5 || !word.bytes().all(|sign| sign.is_ascii_digit()));
    // "Bâtiment 2, 14 rue du Lavoir": the last number before the kind of the way is that of the house. "14, Les Lilas":
    // without a kind, a number that stands first is.
    let house = match words.iter().position(|word| is_way(word)) {
        Some(way) => words[..way]
            .iter()
            .rposition(|word| has_digit(word))
            .map_or(0, |at| at + 1),
        None => words.iter().take_while(|word| has_digit(word)).count(),
    };
    let follows = |word: &&String| house > 0 && ["bis", "ter", "quater"].contains(&word.as_str());
    let end = words[house..].iter().take_while(follows).count();
    words.drain(..house + end);
    // "Rue du Lavoir 14"; of "Rue du 8 Mai 1945", what is left still finds it. "Allée 3" stays whole.
    let last = words.iter().rposition(|word| !has_digit(word));
    let name = last.map_or(0, |at| at + 1);
    if words[..name].iter().any(|word| tells(&word)) {
        words.truncate(name);
    }
    words
}

/// How well a street answers, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    /// Its whole name was typed.
    Whole,
    /// Every word that was typed begins a word of it.
    EveryWord,
    /// Every word that tells streets apart does.
    TellingWords,
}

/// Streets, ready to be searched.
#[derive(Debug, Clone, Default)]
pub struct Streets(Vec<Known>);

#[derive(Debug, Clone)]
struct Known {
    name: Vec<String>,
    commune: Vec<String>,
    found: FoundAddress,
}

impl Streets {
    /// These streets.
    #[must_use]
    pub fn new(streets: &[Street]) -> Self {
        let known = |street: &Street| Known {
            name: words(&street.name),
            commune: words(&street.commune),
            found: FoundAddress {
                label: format!("{}, {}", street.name, street.commune),
                position: street.position,
            },
        };
        let mut all: Vec<Known> = streets.iter().map(known).collect();
        all.sort_by(|one, other| (&one.name, &one.commune).cmp(&(&other.name, &other.commune)));
        Self(all)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The streets that answer a typed address best, in alphabetical order, `most` and [`MOST_FOUND`] at most. Every word
    /// that tells streets apart must begin a word of the street or of its commune; words such as "rue" or "de la" only
    /// choose among those. None when nothing typed tells streets apart.
    #[must_use]
    pub fn find(&self, typed: &str, most: usize) -> Vec<FoundAddress> {
        let typed = street_words(typed);
        let answers = self.0.iter().filter_map(|known| {
            let answer = known.answers(&typed)?;
            Some((answer, known))
        });
        let answers: Vec<_> = answers.collect();
        let best = answers.iter().map(|(answer, _)| *answer).min();
        answers
            .into_iter()
            .filter(|(answer, _)| Some(*answer) == best)
            .take(most.min(MOST_FOUND))
            .map(|(_, known)| known.found.clone())
            .collect()
    }
}

impl Known {
    fn answers(&self, typed: &[String]) -> Option<Answer> {
        let part = typed.strip_suffix(self.commune.as_slice()).unwrap_or(typed);
        if part == self.name {
            return Some(Answer::Whole);
        }
        let begins = |words: &[String], wanted: &String| {
            words.iter().any(|word| word.starts_with(wanted.as_str()))
        };
        let here = |word: &String| begins(&self.name, word) || begins(&self.commune, word);
        let mut telling = part.iter().filter(tells);
        // The commune alone is no street.
        if !telling.clone().any(|word| begins(&self.name, word)) || !telling.all(here) {
            return None;
        }
        Some(if part.iter().all(here) {
            Answer::EveryWord
        } else {
            Answer::TellingWords
        })
    }
}

#[cfg(test)]
mod tests;
