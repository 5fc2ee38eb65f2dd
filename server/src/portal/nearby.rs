//! The address near which someone looks for a place. It is asked about and forgotten: nothing of it is stored or logged.

use domain::street::{FoundAddress, street_words};

use super::{Desk, VisitError};

/// Most characters that are asked for: the contract takes no more.
const LONGEST: usize = 200;

impl Desk {
    /// Addresses of the territory like one that was typed; none when its words say no street. The number of the house
    /// stays here: the call has the words in its address, which another machine may write down.
    ///
    /// # Errors
    /// The back office knows no streets ([`VisitError::Unknown`]), or does not answer.
    pub async fn addresses_like(&self, typed: &str) -> Result<Vec<FoundAddress>, VisitError> {
        if !self.office().addresses {
            return Err(VisitError::Unknown);
        }
        let words = street_words(typed).join(" ");
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let words: String = words.chars().take(LONGEST).collect();
        self.0.backoffice.addresses(&words).await.map_err(|error| {
            tracing::warn!(code = error.code(), "an address is not looked for");
            VisitError::Away
        })
    }
}
