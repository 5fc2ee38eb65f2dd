//! Opaque cursors: the sort key of the last item seen, so that a walk neither loses nor repeats an item
//! while others are added.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};

use super::problem::{Answered, Problem, ProblemCode};

/// Where a walk goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// Number of the sort key: microseconds, or place in the list.
    pub number: i64,
    /// Identifier that decides between equal numbers; may be empty.
    pub id: String,
}

impl Cursor {
    /// The text given to clients.
    #[must_use]
    pub fn encode(&self) -> String {
        BASE64.encode(format!("1:{}:{}", self.number, self.id))
    }

    /// Reads a text of [`Self::encode`].
    ///
    /// # Errors
    /// `invalid_cursor`.
    pub fn decode(text: &str) -> Answered<Self> {
        let read = || {
            let plain = String::from_utf8(BASE64.decode(text).ok()?).ok()?;
            let (number, id) = plain.strip_prefix("1:")?.split_once(':')?;
            Some(Self {
                number: number.parse().ok()?,
                id: id.to_owned(),
            })
        };
        read().ok_or_else(|| Problem::new(ProblemCode::InvalidCursor))
    }
}
