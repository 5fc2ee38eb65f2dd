//! A wrapper for what must never reach a log: it prints `***`, and its value comes out by one named method.

use std::fmt;

/// Personal data. `Debug` and `Display` print `***`, so that a careless log line tells nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Pii<T>(T);

impl<T> Pii<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself. A search for this name finds every use.
    pub const fn reveal(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Pii<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("***")
    }
}

impl<T> fmt::Display for Pii<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("***")
    }
}

/// `m…@exemple.fr`: enough to recognise one's own address, too little to write to it. Masking twice is
/// masking once.
#[must_use]
pub fn masked(email: &str) -> String {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    let first = local.chars().next().map(String::from).unwrap_or_default();
    format!("{first}…@{domain}")
}

#[cfg(test)]
mod tests {
    use super::{Pii, masked};

    #[test]
    fn the_address_of_a_resident_does_not_show_in_a_log_line() {
        let address = Pii::new("rosalie@example.org".to_owned());
        assert_eq!(format!("{address:?} {address}"), "*** ***");
        assert_eq!(address.reveal(), "rosalie@example.org");
    }

    #[test]
    fn a_resident_recognises_their_address_and_nobody_else_can_use_it() {
        assert_eq!(masked("rosalie@example.org"), "r…@example.org");
        assert_eq!(masked("r…@example.org"), "r…@example.org");
    }
}
