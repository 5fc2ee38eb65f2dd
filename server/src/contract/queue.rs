//! At the place: saying that one is there, reading when one is called, how many wait.

use backoffice::api::queue::Arrival;
use domain::queue::{PlaceNow, Queued};

use super::{Client, ContractError, Patience, address::Address, transport::Call};

impl Client {
    /// Says that the resident is at the place of their appointment; said again, it is the same ticket.
    ///
    /// # Errors
    /// No usable answer; too early, too late, or an appointment that does not stand.
    pub async fn arrive(&self, id: &str, key: &str) -> Result<Queued, ContractError> {
        let path = ["requests", id, "appointment", "arrival"];
        let told = self
            .post(&path, &Arrival {}, key, Patience::Visitor)
            .await?;
        told.json()
    }

    /// Where the holder of a request stands at the place.
    ///
    /// # Errors
    /// No usable answer; `not_found` before they said that they are there.
    pub async fn queue_of(&self, id: &str) -> Result<Queued, ContractError> {
        let call = Call::get(Address::new(&["requests", id, "queue"])?);
        self.call(call, Patience::Visitor).await?.json()
    }

    /// How many wait at a place and for how long, and when it receives people.
    ///
    /// # Errors
    /// No usable answer, or no such place.
    pub async fn waiting_at(&self, location: &str) -> Result<PlaceNow, ContractError> {
        let call = Call::get(Address::new(&["locations", location, "waiting"])?);
        self.call(call, Patience::Visitor).await?.json()
    }
}
