//! The tracking code: short, speakable on the phone, and one wrong sign or two swapped ones are noticed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::digits;

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
            let sign = digits::fold_char(sign).to_ascii_uppercase();
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
    ranks.iter().zip((1..=SIGNS).rev()).map(|(rank, weight)| usize::from(*rank) * weight).sum::<usize>()
        % 29
}

/// Spaces and dashes of every kind, and the invisible marks that right-to-left pages add when copied.
fn is_separator(sign: char) -> bool {
    sign.is_whitespace() || digits::is_dash(sign) || digits::is_invisible(sign)
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
