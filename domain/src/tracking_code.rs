//! The tracking code: short, speakable on the phone, and one wrong sign or two swapped ones are noticed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::signs;

/// Signs of a code. 29 of them: nothing that looks or sounds like another (no 0/O, 1/I/L, 5/S, 8/B),
/// and a prime number, which the check sign needs.
const ALPHABET: [u8; 29] = *b"23456789ACDEFGHJKMNPQRTUVWXYZ";

/// Signs of a code: eleven drawn at random, then the check sign.
const SIGNS: usize = 12;

/// What a resident keeps to follow a request. It opens the request together with a proof (birth date or
/// e-mail address), so it is written to no log: `Debug` shows `***`.
///
/// The eleven drawn signs hold 29¹¹ values (53 bits).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TrackingCode([u8; SIGNS]);

/// Why a text is not a tracking code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrackingCodeError {
    /// Not twelve signs.
    #[error("a tracking code has twelve signs")]
    Length,
    /// A sign that no code holds.
    #[error("a tracking code holds only digits 2 to 9 and some letters")]
    Sign,
    /// Twelve possible signs, of which one is wrong or two are swapped.
    #[error("the tracking code holds a typing mistake")]
    Check,
}

impl TrackingCode {
    /// A code from sixteen random bytes. Reducing 128 bits modulo 29¹¹ favours no code by more than one
    /// part in 2⁷⁴.
    #[must_use]
    pub fn from_entropy(entropy: &[u8; 16]) -> Self {
        let mut rest = u128::from_be_bytes(*entropy);
        let mut ranks = [0_u8; SIGNS];
        for rank in ranks.iter_mut().take(SIGNS - 1) {
            *rank = u8::try_from(rest % 29).unwrap_or_default();
            rest /= 29;
        }
        // The last weight is 1: this rank brings the sum to a multiple of 29.
        ranks[SIGNS - 1] = u8::try_from((29 - weighted_sum(&ranks)) % 29).unwrap_or_default();
        Self(ranks.map(|rank| ALPHABET[usize::from(rank)]))
    }

    /// Reads a code as people type, paste or dictate it: any case, with or without spaces and dashes.
    ///
    /// # Errors
    /// Says whether a sign is impossible, the length is wrong or the check sign disagrees.
    pub fn parse(typed: &str) -> Result<Self, TrackingCodeError> {
        let mut ranks = [0_u8; SIGNS];
        let mut count = 0;
        for sign in typed.chars().filter(|sign| !is_separator(*sign)) {
            let sign = signs::fold_digit(sign).to_ascii_uppercase();
            let rank = ALPHABET
                .iter()
                .position(|known| char::from(*known) == sign)
                .ok_or(TrackingCodeError::Sign)?;
            if let Some(place) = ranks.get_mut(count) {
                *place = u8::try_from(rank).unwrap_or_default();
            }
            count += 1;
        }
        if count != SIGNS {
            return Err(TrackingCodeError::Length);
        }
        if weighted_sum(&ranks) != 0 {
            return Err(TrackingCodeError::Check);
        }
        Ok(Self(ranks.map(|rank| ALPHABET[usize::from(rank)])))
    }

    /// The twelve signs without dashes: the form that is hashed for look-ups.
    #[must_use]
    pub fn compact(&self) -> String {
        self.spelled().collect()
    }

    /// The signs one by one, to be read aloud.
    pub fn spelled(&self) -> impl Iterator<Item = char> + '_ {
        self.0.iter().map(|sign| char::from(*sign))
    }
}

/// Sum modulo 29 with weights 12 down to 1. The weights differ and 29 is prime, so a wrong sign or a swap
/// of any two different signs always changes the sum.
fn weighted_sum(ranks: &[u8; SIGNS]) -> usize {
    ranks
        .iter()
        .zip((1..=SIGNS).rev())
        .map(|(rank, weight)| usize::from(*rank) * weight)
        .sum::<usize>()
        % 29
}

/// Spaces and dashes of every kind, and the invisible marks that right-to-left pages add when copied.
fn is_separator(sign: char) -> bool {
    sign.is_whitespace() || signs::is_dash(sign) || signs::is_invisible(sign)
}

impl fmt::Display for TrackingCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, sign) in self.spelled().enumerate() {
            if index > 0 && index % 4 == 0 {
                out.write_str("-")?;
            }
            write!(out, "{sign}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for TrackingCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("***")
    }
}

impl TryFrom<String> for TrackingCode {
    type Error = TrackingCodeError;

    fn try_from(typed: String) -> Result<Self, Self::Error> {
        Self::parse(&typed)
    }
}

impl From<TrackingCode> for String {
    fn from(code: TrackingCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ALPHABET, TrackingCode, TrackingCodeError};

    fn any_code() -> impl Strategy<Value = TrackingCode> {
        any::<[u8; 16]>().prop_map(|entropy| TrackingCode::from_entropy(&entropy))
    }

    #[test]
    fn a_code_typed_by_hand_is_read_in_every_usual_form() {
        let code = TrackingCode::from_entropy(&[7; 16]);
        let shown = code.to_string();
        assert_eq!(shown.len(), 14);
        let compact = code.compact();
        for typed in [
            shown.clone(),
            compact.clone(),
            shown.to_lowercase(),
            shown.replace('-', " "),
            shown.replace('-', "\u{2011}"),
            shown.replace('-', "\u{00A0}\u{2013} "),
            format!("\u{200E} {shown}\n"),
        ] {
            assert_eq!(TrackingCode::parse(&typed), Ok(code), "{typed}");
        }
        assert_eq!(code.spelled().collect::<String>(), compact);
    }

    #[test]
    fn digits_of_an_arabic_keyboard_are_read() {
        let code = TrackingCode::from_entropy(&[0; 16]);
        assert_eq!(code.compact(), "222222222222");
        assert_eq!(TrackingCode::parse("٢٢٢٢ ٢٢٢٢ ۲۲۲۲"), Ok(code));
    }

    #[test]
    fn a_mistake_is_told_by_its_kind() {
        assert_eq!(TrackingCode::parse(""), Err(TrackingCodeError::Length));
        assert_eq!(
            TrackingCode::parse("2222-2222-222"),
            Err(TrackingCodeError::Length)
        );
        assert_eq!(
            TrackingCode::parse("2222-2222-2222-2"),
            Err(TrackingCodeError::Length)
        );
        assert_eq!(
            TrackingCode::parse("2222-2222-222O"),
            Err(TrackingCodeError::Sign)
        );
        assert_eq!(
            TrackingCode::parse("2222-2222-2223"),
            Err(TrackingCodeError::Check)
        );
    }

    #[test]
    fn a_code_never_reaches_a_log_by_its_debug_form() {
        assert_eq!(format!("{:?}", TrackingCode::from_entropy(&[3; 16])), "***");
    }

    #[test]
    fn a_code_travels_in_json_as_it_is_shown() {
        let code = TrackingCode::from_entropy(&[9; 16]);
        let json = serde_json::to_string(&code).unwrap();
        assert_eq!(json, format!("\"{code}\""));
        assert_eq!(serde_json::from_str::<TrackingCode>(&json).unwrap(), code);
        assert!(serde_json::from_str::<TrackingCode>("\"2222-2222-2223\"").is_err());
    }

    proptest! {
        #[test]
        fn every_wrong_sign_is_noticed(code in any_code()) {
            let signs: Vec<char> = code.spelled().collect();
            for place in 0..signs.len() {
                for other in ALPHABET.map(char::from).into_iter().filter(|sign| *sign != signs[place]) {
                    let mut wrong = signs.clone();
                    wrong[place] = other;
                    let wrong: String = wrong.into_iter().collect();
                    prop_assert_eq!(TrackingCode::parse(&wrong), Err(TrackingCodeError::Check));
                }
            }
        }

        #[test]
        fn every_swap_of_two_signs_is_noticed(code in any_code()) {
            let signs: Vec<char> = code.spelled().collect();
            for left in 0..signs.len() {
                for right in left + 1..signs.len() {
                    let mut swapped = signs.clone();
                    swapped.swap(left, right);
                    let swapped: String = swapped.into_iter().collect();
                    let same = signs[left] == signs[right];
                    prop_assert_eq!(TrackingCode::parse(&swapped).is_ok(), same);
                }
            }
        }

        #[test]
        fn anything_typed_is_a_code_or_a_told_mistake(typed in "\\PC{0,40}") {
            if let Ok(code) = TrackingCode::parse(&typed) {
                prop_assert_eq!(TrackingCode::parse(&code.to_string()), Ok(code));
            }
        }
    }
}
