//! Words of acute distress or danger in what people write: human help comes before anything else. Nothing is kept of what
//! was recognised, and nobody is stopped: who goes on sends what they wrote.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use crate::{
    field::{Field, FieldKind, ungrouped},
    searched,
    submitted::Submitted,
};

/// Phrases, by danger.
const PHRASES: &str = include_str!("distress/phrases.txt");

/// A danger, by who helps against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Danger {
    /// Someone thinks of ending their life.
    Life,
    /// Someone is hit, raped or threatened.
    Violence,
    /// A child is ill-treated.
    Child,
    /// Fire, gas, someone who does not breathe.
    Accident,
    /// Someone has nowhere to sleep.
    Homeless,
}

impl Danger {
    /// Every danger.
    pub const ALL: [Self; 5] = [
        Self::Life,
        Self::Violence,
        Self::Child,
        Self::Accident,
        Self::Homeless,
    ];

    const fn section(self) -> &'static str {
        match self {
            Self::Life => "[life]",
            Self::Violence => "[violence]",
            Self::Child => "[child]",
            Self::Accident => "[accident]",
            Self::Homeless => "[homeless]",
        }
    }
}

/// A phrase as its folded words, and what it tells.
type Phrase = (Vec<String>, Danger);

/// Phrases by their first word.
static KNOWN: LazyLock<BTreeMap<String, Vec<Phrase>>> = LazyLock::new(|| {
    let mut known: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
    for (phrase, danger) in phrases() {
        let words = searched::words(phrase);
        if let Some(first) = words.first() {
            let with_it = known.entry(first.clone()).or_default();
            with_it.push((words, danger));
        }
    }
    known
});

fn phrases() -> impl Iterator<Item = (&'static str, Danger)> {
    let mut section = None;
    let lines = PHRASES.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(move |line| {
        if line.starts_with('[') {
            let mut all = Danger::ALL.into_iter();
            section = all.find(|danger| danger.section() == line);
            return None;
        }
        Some((line, section?))
    })
}

/// The dangers that a text tells of.
#[must_use]
pub fn found(text: &str) -> BTreeSet<Danger> {
    let words = searched::words(text);
    let places = (0..words.len()).filter_map(|at| Some((at, KNOWN.get(&words[at])?)));
    places
        .flat_map(|(at, phrases)| {
            let here = &words[at..];
            let told = phrases
                .iter()
                .filter(move |(phrase, _)| here.starts_with(phrase));
            told.map(|(_, danger)| *danger)
        })
        .collect()
}

/// The dangers that a page tells of in one's own words and that it did not tell of before.
#[must_use]
pub fn newly_told(fields: &[Field], before: &Submitted, typed: &Submitted) -> Vec<Danger> {
    let fields = ungrouped(fields);
    let own_words = |field: &&&Field| {
        matches!(
            field.kind,
            FieldKind::LongText { .. } | FieldKind::ShortText { .. }
        )
    };
    let told = |typed: &Submitted| -> BTreeSet<Danger> {
        let texts = fields.iter().filter(own_words);
        texts
            .flat_map(|field| found(typed.first(&field.key)))
            .collect()
    };
    told(typed).difference(&told(before)).copied().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(danger: Danger) -> BTreeSet<Danger> {
        BTreeSet::from([danger])
    }

    #[test]
    fn each_phrase_belongs_to_a_danger_and_stands_once() {
        let lines = PHRASES.lines().map(str::trim).filter(|line| {
            !(line.is_empty()
                || line.starts_with('#')
                || Danger::ALL.iter().any(|it| it.section() == *line))
        });
        assert_eq!(phrases().count(), lines.count());
        for danger in Danger::ALL {
            assert!(phrases().any(|(_, told)| told == danger), "{danger:?}");
        }
        let folded: BTreeSet<_> = phrases().map(|(text, _)| searched::words(text)).collect();
        assert_eq!(folded.len(), phrases().count());
    }

    #[test]
    fn distress_is_recognised_as_people_write_it() {
        for text in [
            "J’ai ENVIE DE MOURIR, aidez-moi",
            "je vais mettre fin à mes jours.",
            "I want to die",
            "أُريدُ أنْ أموت",
            "J’en ai marre de vivre comme ça",
            "I don't want to live any more",
        ] {
            assert_eq!(found(text), one(Danger::Life), "{text}");
        }
        for text in [
            "Mon mari me frappe",
            "il m'a frappée hier",
            "زوجي يضربني كل يوم",
            "J’ai peur de mon ex, il est revenu",
            "My husband: I'm scared of my husband",
        ] {
            assert_eq!(found(text), one(Danger::Violence), "{text}");
        }
        assert_eq!(found("La voisine bat ses enfants"), one(Danger::Child));
        assert_eq!(
            found("Forte odeur de gaz rue du Lavoir"),
            one(Danger::Accident)
        );
        for text in [
            "Ce soir je dors dehors",
            "Je suis à la rue avec mes enfants",
        ] {
            assert_eq!(found(text), one(Danger::Homeless), "{text}");
        }
    }

    #[test]
    fn ordinary_words_stop_nobody() {
        for text in [
            "La borne d’incendie fuit devant le 3",
            "Le lampadaire est mort depuis lundi, c’est dangereux",
            "Je meurs d’impatience de recevoir l’acte de décès",
            "Le battant de la porte me gêne",
            "Qui peut m’aider à remplir le formulaire ?",
            "Violette Martin, ma fille, entre au CP",
            "Je veux en finir avec ces papiers",
            "Ce bruit me tape sur les nerfs",
            "Ce chauffard est inconscient",
            "Le carrefour est dangereux pour les enfants de l’école",
            "Mon père est mort d’une crise cardiaque en 2019",
            "Il faut battre le tapis, il pleut à la rue du Lavoir",
            "The heating is off in the school",
            "الإنارة معطلة في الشارع",
            "",
        ] {
            assert_eq!(found(text), BTreeSet::new(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_phrase_is_found_wherever_it_stands(
            index in 0..phrases().count(),
            before in "[a-z ]{0,20}",
            after in "[a-z ]{0,20}",
            upper in any::<bool>(),
        ) {
            let (phrase, danger) = phrases().nth(index).unwrap();
            let phrase = if upper { phrase.to_uppercase() } else { phrase.to_owned() };
            let text = format!("{before} {phrase} {after}");
            prop_assert!(found(&text).contains(&danger), "{}", text);
        }

        #[test]
        fn a_phrase_inside_a_longer_word_is_not_one(index in any::<prop::sample::Index>()) {
            let single = phrases().filter(|(it, _)| searched::words(it).len() == 1);
            let (phrase, _) = *index.get(&single.collect::<Vec<_>>());
            prop_assert_eq!(found(&format!("x{phrase}x")), BTreeSet::new());
        }
    }
}
