//! Words as people type them to search: without case, accents, vowel marks, apostrophes or hyphens. One place, so that
//! whatever is searched for is found alike.

use crate::signs::{fold_digit, is_invisible};

/// The words of a text, folded, in their order: "L’École-Neuve" is `l`, `ecole`, `neuve`.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded: String = text
        .chars()
        .filter(|sign| !is_mark(*sign))
        .flat_map(char::to_lowercase)
        // Lower case may bring a mark of its own: the dot of "İ".
        .filter(|sign| !is_mark(*sign))
        .flat_map(fold)
        .collect();
    folded
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What is written on letters or between them and is no letter: accents apart, vowel marks, the line that stretches an
/// Arabic word, invisible signs.
const fn is_mark(sign: char) -> bool {
    is_invisible(sign)
        || matches!(sign, '\u{0300}'..='\u{036F}' | '\u{0640}' | '\u{064B}'..='\u{0655}')
}

/// Letters people type instead of accented ones.
fn fold(sign: char) -> impl Iterator<Item = char> {
    let (first, second) = match sign {
        'à' | 'â' | 'ä' | 'á' | 'ã' => ('a', None),
        'é' | 'è' | 'ê' | 'ë' => ('e', None),
        'î' | 'ï' | 'í' => ('i', None),
        'ô' | 'ö' | 'ó' => ('o', None),
        'ù' | 'û' | 'ü' | 'ú' => ('u', None),
        'ÿ' => ('y', None),
        'ç' => ('c', None),
        'ñ' => ('n', None),
        'œ' => ('o', Some('e')),
        'æ' => ('a', Some('e')),
        'أ' | 'إ' | 'آ' => ('ا', None),
        'ة' => ('ه', None),
        'ى' => ('ي', None),
        other => (fold_digit(other), None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_found_with_or_without_accents_and_capitals() {
        assert_eq!(words("École MATERNELLE"), words("ecole maternelle"));
        assert_eq!(words("Nœud"), words("noeud"));
        // As some keyboards write it: the letter, then its accent.
        assert_eq!(words("e\u{301}cole"), ["ecole"]);
    }

    #[test]
    fn apostrophes_hyphens_and_stops_part_words() {
        let square = ["place", "de", "l", "hotel", "de", "ville"];
        for written in [
            "Place de l’Hôtel-de-Ville",
            "PLACE DE L'HOTEL DE VILLE",
            " place  de l`hôtel–de–ville. ",
        ] {
            assert_eq!(words(written), square);
        }
    }

    #[test]
    fn arabic_is_found_with_or_without_marks_in_any_digits() {
        assert_eq!(words("المدرسة"), words("المدرسه"));
        assert_eq!(words("مُـدرّسة ١٤"), ["مدرسه", "14"]);
    }

    #[test]
    fn nothing_has_no_words() {
        assert!(words(" -’ \u{200E}").is_empty());
    }
}
