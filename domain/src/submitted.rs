//! What a person typed, as an HTML form sends it: names and texts, nothing decided yet.

use serde::{Deserialize, Serialize};

/// Names and values of a form post, in order. A name may come several times (checkboxes).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Submitted(pub Vec<(String, String)>);

impl Submitted {
    /// First value of a name, as typed; empty when absent.
    #[must_use]
    pub fn first(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// Value of a part of a composite field: `birth.day`.
    #[must_use]
    pub fn part(&self, name: &str, part: &str) -> &str {
        self.0
            .iter()
            .find(|(key, _)| {
                key.strip_prefix(name)
                    .and_then(|rest| rest.strip_prefix('.'))
                    .is_some_and(|rest| rest == part)
            })
            .map_or("", |(_, value)| value)
    }

    /// Every value of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}
