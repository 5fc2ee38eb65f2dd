//! The code itself: nine syllables that anyone can say on the phone, write down and type, as three little words.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::signs;

/// Consonants: one of each pair that the telephone, French spelling or the ear of another language confuses (no p
/// beside b, no n beside m, no s, which French reads z between vowels, no g, which it reads j before i). Eleven, a
/// prime number, which the check needs.
const CONSONANTS: [u8; 11] = *b"bdfjklmrtvz";

/// Vowels that every language of the portal tells apart. Three: a prime number too.
const VOWELS: [u8; 3] = *b"aio";

/// Syllables: eight drawn at random, then the check.
const SYLLABLES: usize = 9;

/// Letters of a code.
const LETTERS: usize = 2 * SYLLABLES;

/// Syllables of one little word.
const WORD: usize = 3;

/// What opens a request or a draft elsewhere: "bakoti-morafi-lidaja". It opens it alone, without a proof, so it is
/// written to no log: `Debug` shows `***`.
///
/// The eight drawn syllables hold 33⁸ values: 1.4 × 10¹², 40.4 bits. That is enough because a code lives a week at
/// most and wrong ones are limited for the whole portal (`server/src/portal/taking_up.rs`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HandOverCode([u8; LETTERS]);

/// Why a text is not a hand-over code. Told at once: it says nothing of which codes exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HandOverCodeError {
    /// Fewer letters than a code has.
    #[error("a hand-over code has eighteen letters; some are missing")]
    TooShort,
    /// More letters than a code has.
    #[error("a hand-over code has eighteen letters; there are more")]
    TooLong,
    /// A sign that sounds like none of a code, or letters that make no syllables.
    #[error("a hand-over code is made of syllables of two letters")]
    Letter,
    /// Nine possible syllables, of which a letter is wrong or two are swapped.
    #[error("the hand-over code holds a typing mistake")]
    Check,
}

/// Ranks of the consonants and of the vowels of a code.
type Ranks = ([u8; SYLLABLES], [u8; SYLLABLES]);

impl HandOverCode {
    /// A code from sixteen random bytes. Reducing 128 bits modulo 33⁸ favours no code by more than one part in 2⁸⁷.
    #[must_use]
    pub fn from_entropy(entropy: &[u8; 16]) -> Self {
        let mut rest = u128::from_be_bytes(*entropy);
        let mut draw = |prime: u128| {
            let rank = u8::try_from(rest % prime).unwrap_or_default();
            rest /= prime;
            rank
        };
        let mut ranks: Ranks = Default::default();
        for place in 0..SYLLABLES - 1 {
            ranks.0[place] = draw(11);
            ranks.1[place] = draw(3);
        }
        // The last weights are 1: these ranks bring both sums to a multiple of their prime.
        let (consonants, vowels) = sums(&ranks);
        ranks.0[SYLLABLES - 1] = (11 - consonants) % 11;
        ranks.1[SYLLABLES - 1] = (3 - vowels) % 3;
        Self::of_ranks(&ranks)
    }

    fn of_ranks((consonants, vowels): &Ranks) -> Self {
        let mut letters = [0; LETTERS];
        for place in 0..SYLLABLES {
            letters[2 * place] = CONSONANTS[usize::from(consonants[place])];
            letters[2 * place + 1] = VOWELS[usize::from(vowels[place])];
        }
        Self(letters)
    }

    /// Reads a code as people type, paste or hear it: any case, with or without accents, spaces and dashes; a letter
    /// that no code holds is read as the one that sounds like it.
    ///
    /// # Errors
    /// Says whether letters are missing or too many, make no syllables, or disagree with the check.
    pub fn parse(typed: &str) -> Result<Self, HandOverCodeError> {
        let heard = heard(typed).ok_or(HandOverCodeError::Letter)?;
        if heard.len() < LETTERS {
            return Err(HandOverCodeError::TooShort);
        }
        if heard.len() > LETTERS {
            return Err(HandOverCodeError::TooLong);
        }
        let mut ranks: Ranks = Default::default();
        for (place, letters) in heard.chunks_exact(2).enumerate() {
            let rank = |letters: &[u8], wanted| letters.iter().position(|letter| *letter == wanted);
            let found = (rank(&CONSONANTS, letters[0]), rank(&VOWELS, letters[1]));
            let (Some(consonant), Some(vowel)) = found else {
                return Err(HandOverCodeError::Letter);
            };
            ranks.0[place] = u8::try_from(consonant).unwrap_or_default();
            ranks.1[place] = u8::try_from(vowel).unwrap_or_default();
        }
        if sums(&ranks) != (0, 0) {
            return Err(HandOverCodeError::Check);
        }
        Ok(Self::of_ranks(&ranks))
    }

    /// The letters without dashes: the form that is hashed for look-ups.
    #[must_use]
    pub fn compact(&self) -> String {
        self.0.iter().map(|letter| char::from(*letter)).collect()
    }

    /// The syllables of each little word, to be said one by one.
    pub fn words(&self) -> impl Iterator<Item = Vec<String>> + '_ {
        self.0.chunks(2 * WORD).map(|word| {
            let syllables = word.chunks(2);
            syllables
                .map(|syllable| syllable.iter().map(|letter| char::from(*letter)).collect())
                .collect()
        })
    }
}

/// Sums that are 0 for a right code. Consonants count 9 down to 1, modulo 11: the weights differ, so a wrong one or a
/// swap of any two shows. Vowels count 1 and 2 in turn, modulo 3: a wrong one or a swap of neighbours shows. A
/// consonant that takes the place of a vowel makes no syllable.
fn sums((consonants, vowels): &Ranks) -> (u8, u8) {
    let sum = |ranks: &[u8], weight: fn(usize) -> usize, prime: usize| {
        let terms = ranks.iter().zip((0..SYLLABLES).rev());
        let sum: usize = terms
            .map(|(rank, from_end)| usize::from(*rank) * weight(from_end))
            .sum();
        u8::try_from(sum % prime).unwrap_or_default()
    };
    (
        sum(consonants, |from_end| from_end + 1, 11),
        sum(vowels, |from_end| from_end % 2 + 1, 3),
    )
}

/// The letters that one hears, each as a code writes it; nothing when a sign sounds like none of them.
fn heard(typed: &str) -> Option<Vec<u8>> {
    let plain: String = typed.chars().filter_map(plain).collect();
    let mut plain = plain.as_str();
    let mut letters = Vec::new();
    while let Some(first) = plain.chars().next() {
        // One sound, several letters.
        let sounds = [
            ("eau", b'o'),
            ("au", b'o'),
            ("ou", b'o'),
            ("qu", b'k'),
            ("ph", b'f'),
        ];
        let sound = sounds
            .iter()
            .find(|(written, _)| plain.starts_with(written));
        let (length, letter) = match sound {
            Some((written, letter)) => (written.len(), *letter),
            None => (first.len_utf8(), one(first)?),
        };
        letters.push(letter);
        plain = &plain[length..];
    }
    Some(letters)
}

/// A letter as a code writes it.
const fn one(letter: char) -> Option<u8> {
    Some(match letter {
        'a' => b'a',
        'i' | 'e' | 'y' => b'i',
        'o' | 'u' => b'o',
        'b' | 'p' => b'b',
        'd' => b'd',
        'f' => b'f',
        'j' | 'g' => b'j',
        'k' | 'c' | 'q' => b'k',
        'l' => b'l',
        'm' | 'n' => b'm',
        'r' => b'r',
        't' => b't',
        'v' | 'w' => b'v',
        'z' | 's' => b'z',
        _ => return None,
    })
}

/// Lower case without accents; nothing for what stands between letters.
fn plain(sign: char) -> Option<char> {
    let between = sign.is_whitespace()
        || signs::is_dash(sign)
        || signs::is_invisible(sign)
        || matches!(sign, '.' | ',' | '·' | '\u{0300}'..='\u{036F}');
    (!between).then(|| match sign {
        'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'î' | 'ï' | 'Î' | 'Ï' => 'i',
        'ô' | 'ö' | 'Ô' | 'Ö' => 'o',
        'ù' | 'û' | 'ü' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ç' | 'Ç' => 's',
        other => other.to_ascii_lowercase(),
    })
}

impl fmt::Display for HandOverCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, letter) in self.0.iter().enumerate() {
            if index > 0 && index % (2 * WORD) == 0 {
                out.write_str("-")?;
            }
            write!(out, "{}", char::from(*letter))?;
        }
        Ok(())
    }
}

impl fmt::Debug for HandOverCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("***")
    }
}

impl TryFrom<String> for HandOverCode {
    type Error = HandOverCodeError;

    fn try_from(typed: String) -> Result<Self, Self::Error> {
        Self::parse(&typed)
    }
}

impl From<HandOverCode> for String {
    fn from(code: HandOverCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{CONSONANTS, HandOverCode, HandOverCodeError, VOWELS};

    fn any_code() -> impl Strategy<Value = HandOverCode> {
        any::<[u8; 16]>().prop_map(|entropy| HandOverCode::from_entropy(&entropy))
    }

    fn example() -> HandOverCode {
        HandOverCode::parse("bakoti-morafi-lidaja").unwrap()
    }

    #[test]
    fn a_code_is_three_words_of_three_syllables() {
        let code = HandOverCode::from_entropy(&[0; 16]);
        assert_eq!(code.to_string(), "bababa-bababa-bababa");
        let words: Vec<Vec<String>> = example().words().collect();
        assert_eq!(words[1], ["mo", "ra", "fi"]);
        assert_eq!(words.len(), 3);
    }

    #[test]
    fn a_code_typed_by_hand_or_written_as_one_hears_it_is_read() {
        for typed in [
            "bakoti-morafi-lidaja",
            "BAKOTI MORAFI LIDAJA",
            "ba ko ti. mo ra fi. li da ja.",
            "\u{200E}bakoti\u{2011}morafi\u{00A0}lidaja\n",
            "bàkôtï-morafi-lidaja",
            "bako\u{0302}ti-morafi-lidaja",
            "pacoti-nourafi-lydagà",
            "pakauty-noraphi-lidaja",
            "baquoti-morafi-lidaja",
        ] {
            assert_eq!(HandOverCode::parse(typed), Ok(example()), "{typed}");
        }
    }

    #[test]
    fn a_mistake_is_told_by_its_kind() {
        use HandOverCodeError as Error;
        for (typed, error) in [
            ("", Error::TooShort),
            ("bakoti-morafi-lidaj", Error::TooShort),
            ("bakoti-morafi-lidajaa", Error::TooLong),
            ("bakoti-morafi-lidaj8", Error::Letter),
            ("abkoti-morafi-lidaja", Error::Letter),
            ("bakoti-morafi-lidajo", Error::Check),
            ("kaboti-morafi-lidaja", Error::Check),
        ] {
            assert_eq!(HandOverCode::parse(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn a_code_never_reaches_a_log_by_its_debug_form() {
        assert_eq!(format!("{:?}", example()), "***");
    }

    proptest! {
        #[test]
        fn every_code_is_read_as_it_is_shown(code in any_code()) {
            prop_assert_eq!(HandOverCode::parse(&code.to_string()), Ok(code));
            prop_assert_eq!(HandOverCode::parse(&code.compact()), Ok(code));
        }

        #[test]
        fn every_wrong_letter_is_noticed(code in any_code()) {
            let letters = code.compact().into_bytes();
            for place in 0..letters.len() {
                for other in CONSONANTS.into_iter().chain(VOWELS).filter(|other| *other != letters[place]) {
                    let mut wrong = letters.clone();
                    wrong[place] = other;
                    prop_assert!(HandOverCode::parse(&String::from_utf8(wrong).unwrap()).is_err());
                }
            }
        }

        #[test]
        fn every_letter_left_out_or_said_twice_is_noticed(code in any_code()) {
            let letters = code.compact();
            for place in 0..letters.len() {
                let without = [&letters[..place], &letters[place + 1..]].concat();
                prop_assert_eq!(HandOverCode::parse(&without), Err(HandOverCodeError::TooShort));
                let twice = [&letters[..=place], &letters[place..]].concat();
                prop_assert_eq!(HandOverCode::parse(&twice), Err(HandOverCodeError::TooLong));
            }
        }

        #[test]
        fn every_swap_of_neighbours_is_noticed(code in any_code()) {
            let letters = code.compact().into_bytes();
            // Neighbouring letters; neighbouring consonants, vowels and syllables, when they differ.
            for place in 0..letters.len() - 1 {
                let mut swapped = letters.clone();
                swapped.swap(place, place + 1);
                prop_assert!(HandOverCode::parse(&String::from_utf8(swapped).unwrap()).is_err());
            }
            for place in 0..letters.len() - 2 {
                let mut swapped = letters.clone();
                swapped.swap(place, place + 2);
                let same = swapped == letters;
                prop_assert_eq!(HandOverCode::parse(&String::from_utf8(swapped).unwrap()).is_ok(), same);
            }
            for place in (0..letters.len() - 2).step_by(2) {
                let mut swapped = letters.clone();
                swapped.swap(place, place + 2);
                swapped.swap(place + 1, place + 3);
                let same = swapped == letters;
                prop_assert_eq!(HandOverCode::parse(&String::from_utf8(swapped).unwrap()).is_ok(), same);
            }
        }

        #[test]
        fn any_two_consonants_swapped_are_noticed(code in any_code()) {
            let letters = code.compact().into_bytes();
            for left in (0..letters.len()).step_by(2) {
                for right in (left + 2..letters.len()).step_by(2) {
                    let mut swapped = letters.clone();
                    swapped.swap(left, right);
                    let same = letters[left] == letters[right];
                    prop_assert_eq!(HandOverCode::parse(&String::from_utf8(swapped).unwrap()).is_ok(), same);
                }
            }
        }

        #[test]
        fn anything_typed_is_a_code_or_a_told_mistake(typed in "\\PC{0,60}") {
            if let Ok(code) = HandOverCode::parse(&typed) {
                prop_assert_eq!(HandOverCode::parse(&code.to_string()), Ok(code));
            }
        }
    }
}
