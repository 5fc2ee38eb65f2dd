//! Appointments: what one can come for, free times, holds, another time.

use backoffice::api::appointments::{
    Confirmation, Lateness, NewHold, NewTime, SlotPage, SlotQuery,
};
use domain::{
    appointment::AppointmentType,
    booking::{Appointment, Hold},
};
use serde::Serialize;

use super::{Client, ContractError, Fetched, Patience, address::Address, transport::Call};

/// Body of a call that says nothing more than its address.
#[derive(Serialize)]
struct Nothing {}

impl Client {
    /// What one can come for; nothing where the back office keeps no agendas.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn appointment_types(
        &self,
        etag: Option<&str>,
    ) -> Result<Fetched<AppointmentType>, ContractError> {
        self.collection_if_offered(&["appointment-types"], etag)
            .await
    }

    /// Free times.
    ///
    /// # Errors
    /// No usable answer, or nobody can receive such a visit.
    pub async fn slots(&self, query: &SlotQuery) -> Result<SlotPage, ContractError> {
        let parameters = query.parameters();
        let yes = |flag: Option<bool>| flag.map(|flag| flag.to_string());
        let (limit, first) = (
            parameters.limit.map(|it| it.to_string()),
            yes(parameters.first_only),
        );
        let address = Address::new(&["slots"])?
            .with("purposes", Some(&parameters.purposes))
            .with("help", parameters.help.as_deref())
            .with("mode", Some(&parameters.mode))
            .with("location", parameters.location.as_deref())
            .with("from", Some(&parameters.from))
            .with("to", Some(&parameters.to))
            .with("limit", limit.as_deref())
            .with("first_only", first.as_deref())
            .with("moving", parameters.moving.as_deref());
        self.call(Call::get(address), Patience::Visitor)
            .await?
            .json()
    }

    /// Keeps a time; asked again with the same key, it is the same hold.
    ///
    /// # Errors
    /// No usable answer, or someone else has it.
    pub async fn hold(&self, new: &NewHold, key: &str) -> Result<Hold, ContractError> {
        let held = self.post(&["holds"], new, key, Patience::Visitor).await?;
        held.json()
    }

    /// Keeps a time for longer; again is the same.
    ///
    /// # Errors
    /// No usable answer, or the hold ended.
    pub async fn extend_hold(&self, id: &str) -> Result<Hold, ContractError> {
        let address = Address::new(&["holds", id, "extension"])?;
        let call = Call::post_json(address, &Nothing {})?;
        self.call(call, Patience::Visitor).await?.json()
    }

    /// Gives a time back; again is the same.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn release_hold(&self, id: &str) -> Result<(), ContractError> {
        let call = Call::delete(Address::new(&["holds", id])?);
        self.call(call, Patience::Visitor).await.map(drop)
    }

    /// Says that the resident will be late; said again with the same key, it is said once.
    ///
    /// # Errors
    /// No usable answer, or the appointment is over.
    pub async fn announce_lateness(
        &self,
        id: &str,
        late: Lateness,
        key: &str,
    ) -> Result<Appointment, ContractError> {
        let path = ["requests", id, "appointment", "lateness"];
        let told = self.post(&path, &late, key, Patience::Visitor).await?;
        told.json()
    }

    /// Says that the resident comes; said again with the same key, it is said once.
    ///
    /// # Errors
    /// No usable answer, or the appointment is over.
    pub async fn confirm_attendance(
        &self,
        id: &str,
        key: &str,
    ) -> Result<Appointment, ContractError> {
        let path = ["requests", id, "appointment", "confirmation"];
        let comes = Confirmation {};
        let told = self.post(&path, &comes, key, Patience::Visitor).await?;
        told.json()
    }

    /// Moves the appointment of a request; asked again with the same key, it moves once.
    ///
    /// # Errors
    /// No usable answer, someone else has the time, or it is too late.
    pub async fn reschedule(
        &self,
        id: &str,
        time: &NewTime,
        key: &str,
    ) -> Result<Appointment, ContractError> {
        let address = Address::new(&["requests", id, "appointment"])?;
        let mut call = Call::post_json(address, time)?.into_patch();
        call.header(backoffice::api::headers::IDEMPOTENCY_KEY, key);
        self.call(call, Patience::Visitor).await?.json()
    }
}
