//! A ticket: a letter and a number that people read on a screen and hear.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A letter and a number, once per place and day: `P07`. It says what one came for at most, never who one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ticket {
    letter: char,
    number: u32,
}

/// A text that is no ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a ticket is a letter and a number, such as P07")]
pub struct NoTicket;

/// The greatest number of a day: more would no longer be short.
const GREATEST: u32 = 9_999;

impl Ticket {
    /// The letter of what someone comes for: the first one of its identifier. I and O would be read as digits.
    #[must_use]
    pub fn letter_of(kind: &str) -> char {
        let first = kind.chars().next().map(|first| first.to_ascii_uppercase());
        first.filter(|letter| is_letter(*letter)).unwrap_or('A')
    }

    /// The ticket with this letter and this number.
    ///
    /// # Errors
    /// A letter that could be read as a digit, or a number that is none of 1 to 9,999.
    pub fn new(letter: char, number: u32) -> Result<Self, NoTicket> {
        let right = is_letter(letter) && (1..=GREATEST).contains(&number);
        right.then_some(Self { letter, number }).ok_or(NoTicket)
    }

    /// Its letter.
    #[must_use]
    pub const fn letter(self) -> char {
        self.letter
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.number
    }
}

const fn is_letter(letter: char) -> bool {
    letter.is_ascii_uppercase() && !matches!(letter, 'I' | 'O')
}

impl fmt::Display for Ticket {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{:02}", self.letter, self.number)
    }
}

impl FromStr for Ticket {
    type Err = NoTicket;

    /// Reads a ticket as people type it: `p7`, `P 07`.
    fn from_str(text: &str) -> Result<Self, NoTicket> {
        let mut signs = text.chars().filter(|sign| !sign.is_whitespace());
        let letter = signs.next().ok_or(NoTicket)?.to_ascii_uppercase();
        let digits: String = signs.collect();
        if digits.is_empty() || !digits.bytes().all(|sign| sign.is_ascii_digit()) {
            return Err(NoTicket);
        }
        Self::new(letter, digits.parse().map_err(|_| NoTicket)?)
    }
}

impl TryFrom<String> for Ticket {
    type Error = NoTicket;

    fn try_from(text: String) -> Result<Self, NoTicket> {
        text.parse()
    }
}

impl From<Ticket> for String {
    fn from(ticket: Ticket) -> Self {
        ticket.to_string()
    }
}
