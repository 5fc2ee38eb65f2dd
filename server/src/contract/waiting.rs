//! The waiting list: entering it, where an entry stands, declining what is offered, leaving.

use backoffice::api::waiting_list::{DeclinedOffer, NewWaitingEntry};
use domain::waiting::WaitingEntry;

use super::{Client, ContractError, Patience, address::Address, transport::Call};

const LIST: &str = "waiting-list-entries";

impl Client {
    /// Enters the list; asked again with the same key, it is the same entry.
    ///
    /// # Errors
    /// No usable answer, or the wish can never be met.
    pub async fn join_waiting_list(
        &self,
        new: &NewWaitingEntry,
        key: &str,
    ) -> Result<WaitingEntry, ContractError> {
        let joined = self.post(&[LIST], new, key, Patience::Visitor).await?;
        joined.json()
    }

    /// Where an entry stands.
    ///
    /// # Errors
    /// No usable answer, or no such entry.
    pub async fn waiting_entry(
        &self,
        id: &str,
        patience: Patience,
    ) -> Result<WaitingEntry, ContractError> {
        let call = Call::get(Address::new(&[LIST, id])?);
        self.call(call, patience).await?.json()
    }

    /// Lets the offer of this hold go to the next one; asked again with the same key, it goes once.
    ///
    /// # Errors
    /// No usable answer, or it is not the present offer.
    pub async fn decline_offer(
        &self,
        id: &str,
        hold: &str,
        key: &str,
    ) -> Result<WaitingEntry, ContractError> {
        let offer = DeclinedOffer {
            hold_id: hold.to_owned(),
        };
        let path = [LIST, id, "decline"];
        let declined = self.post(&path, &offer, key, Patience::Visitor).await?;
        declined.json()
    }

    /// Leaves the list; again is the same.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn leave_waiting_list(&self, id: &str) -> Result<(), ContractError> {
        let call = Call::delete(Address::new(&[LIST, id])?);
        self.call(call, Patience::Visitor).await.map(drop)
    }
}
