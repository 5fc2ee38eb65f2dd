//! Addresses of the territory: only words of a street are asked for, never a house.

use backoffice::api::page::Page;
use domain::street::{FoundAddress, MOST_FOUND};

use super::{Client, ContractError, Patience, address::Address, transport::Call};

impl Client {
    /// Addresses that answer some words best, the most likely first. The words stand in the address of the call: they
    /// must say nothing of who asks.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn addresses(&self, words: &str) -> Result<Vec<FoundAddress>, ContractError> {
        let address = Address::new(&["addresses"])?
            .with("q", Some(words))
            .with("limit", Some(&MOST_FOUND.to_string()));
        let answer = self.call(Call::get(address), Patience::Visitor).await?;
        let mut found: Page<FoundAddress> = answer.json()?;
        found.items.truncate(MOST_FOUND);
        Ok(found.items)
    }
}
