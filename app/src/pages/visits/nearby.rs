//! The question near which address one looks for a place, and the one which of several streets is meant. The server checks
//! the answers with the same fields. What is typed is used once and kept nowhere: not in the address of a page either.

use std::collections::BTreeMap;

use domain::{
    field::{Choice, Field, FieldKind, Need},
    locale::Locale,
    position::Position,
    street::FoundAddress,
    text::Text,
};

use crate::{pages::requests::notices::field, t_in};

/// Names of the fields of the form.
pub mod names {
    /// The address typed.
    pub const ADDRESS: &str = "adresse";
    /// The street chosen among several.
    pub const STREET: &str = "rue";
}

/// Value of the button that sends the form: the page has another form, whose buttons choose a time.
pub const NEAR: &str = "near";

/// Fragment of the first time of each place, where the distances are.
pub const PLACES: &str = "#lieux";

/// A street of the sample commune serves as an example: its name is plain enough anywhere.
const EXAMPLE: &str = "8 rue de la Gare";

/// Most characters of an address.
const LONGEST: u16 = 150;

/// The question for the address, in one language. Nobody has to say where they come from; whoever sends the form without
/// an address is asked for one all the same.
#[must_use]
pub fn address(locale: Locale) -> Field {
    field(
        locale,
        names::ADDRESS,
        t_in!(locale, "times-near-address"),
        Some(t_in!(locale, "times-near-hint")),
        Need::Optional,
        FieldKind::ShortText {
            min_length: 0,
            max_length: LONGEST,
            example: in_french(EXAMPLE),
            meaning: None,
        },
    )
}

/// The question which street is meant, in one language. [`chosen`] reads its answer.
#[must_use]
pub fn street(locale: Locale, found: &[FoundAddress]) -> Field {
    let options = found.iter().enumerate().map(|(rank, address)| Choice {
        // Two streets may meet in one point: the rank keeps their answers apart.
        value: format!("{rank}:{}", address.position),
        label: in_french(&address.label),
        hint: None,
    });
    field(
        locale,
        names::STREET,
        t_in!(locale, "times-near-street"),
        None,
        Need::Required,
        FieldKind::OneOf {
            options: options.collect(),
        },
    )
}

/// Where the street is that was chosen among several.
#[must_use]
pub fn chosen(answer: &str) -> Option<Position> {
    answer.split_once(':')?.1.parse().ok()
}

/// Names of streets are not translated.
fn in_french(words: &str) -> Text {
    Text(BTreeMap::from([(Locale::French, words.to_owned())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_to_which_street_is_its_position() {
        let position = Position::at(47.308_09, -4.889_39).unwrap();
        let label = "Rue du Lavoir, Ardane-les-Tilleuls".to_owned();
        let found = FoundAddress { label, position };
        let question = street(Locale::Arabic, &[found.clone(), found]);
        let FieldKind::OneOf { options } = question.kind else {
            panic!("one street is chosen");
        };
        assert_ne!(options[0].value, options[1].value);
        for option in options {
            assert_eq!(chosen(&option.value), Some(position));
        }
        for wrong in ["", "0", "47.3,-4.9", "0:47.3", "0:rue du Lavoir"] {
            assert_eq!(chosen(wrong), None, "{wrong}");
        }
    }
}
