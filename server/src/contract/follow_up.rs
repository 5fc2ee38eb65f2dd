//! What residents do about a request once sent, on its way to the back office.

use axum::body::Bytes;
use backoffice::api::{
    capabilities::Capabilities,
    follow_up::{ExtensionDemand, GivenDocument, NewCorrection, NewMessage, ReadMark, Withdrawal},
    headers,
    requests::Request,
};
use domain::{correction::Correction, delays::Delays, info_request::InfoRequest, message::Message};
use serde::{Serialize, de::DeserializeOwned};

use super::{Answer, Client, ContractError, Fetched, Patience, address::Address, transport::Call};

impl Client {
    /// What the back office offers.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn capabilities(&self) -> Result<Capabilities, ContractError> {
        let address = Address::new(&["capabilities"])?;
        let answer = self.call(Call::get(address), Patience::Worker).await?;
        answer.json()
    }

    /// The thread of a request, oldest first.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn messages(
        &self,
        id: &str,
        patience: Patience,
    ) -> Result<Vec<Message>, ContractError> {
        let path = ["requests", id, "messages"];
        let mut messages: Vec<Message> = match self.collection(&path, None, patience).await? {
            Fetched::New { items, .. } => items,
            Fetched::Unchanged => Vec::new(),
        };
        messages.sort_by_key(|message| message.at);
        Ok(messages)
    }

    /// Sends a message; sent again with the same key, it is the same message.
    ///
    /// # Errors
    /// No usable answer, or the message is refused.
    pub async fn send_message(
        &self,
        id: &str,
        message: &NewMessage,
        key: &str,
    ) -> Result<Message, ContractError> {
        self.act(&["requests", id, "messages"], message, key).await
    }

    /// Tells that the resident read the messages of the service.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn mark_read(
        &self,
        id: &str,
        mark: &ReadMark,
        key: &str,
    ) -> Result<(), ContractError> {
        let path = ["requests", id, "messages", "read"];
        self.post(&path, mark, key, Patience::Visitor).await?;
        Ok(())
    }

    /// Withdraws a request; again with the same key, it is the same withdrawal.
    ///
    /// # Errors
    /// No usable answer, or the request ended meanwhile.
    pub async fn withdraw(
        &self,
        id: &str,
        withdrawal: &Withdrawal,
        key: &str,
    ) -> Result<Request, ContractError> {
        self.act(&["requests", id, "withdrawal"], withdrawal, key)
            .await
    }

    /// Sends a correction; sent again with the same key, it is the same correction.
    ///
    /// # Errors
    /// No usable answer, or the correction is refused.
    pub async fn correct(
        &self,
        id: &str,
        correction: &NewCorrection,
        key: &str,
    ) -> Result<Correction, ContractError> {
        self.act(&["requests", id, "corrections"], correction, key)
            .await
    }

    /// Gives a document that was asked for; again with the same key, it is the same.
    ///
    /// # Errors
    /// No usable answer, or it is not expected any more.
    pub async fn give_document(
        &self,
        id: &str,
        given: &GivenDocument,
        key: &str,
    ) -> Result<InfoRequest, ContractError> {
        self.act(&["requests", id, "documents"], given, key).await
    }

    /// Asks for more time; again with the same key, it is the same demand.
    ///
    /// # Errors
    /// No usable answer, or it was asked already.
    pub async fn extend(
        &self,
        id: &str,
        demand: &ExtensionDemand,
        key: &str,
    ) -> Result<InfoRequest, ContractError> {
        self.act(&["requests", id, "extension"], demand, key).await
    }

    /// The content of a document that was delivered.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn document(&self, id: &str, document: &str) -> Result<Bytes, ContractError> {
        let address = Address::new(&["requests", id, "documents", document])?;
        let answer = self.call(Call::get(address), Patience::Visitor).await?;
        Ok(answer.body)
    }

    /// How long past requests of a procedure took.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn delays(&self, procedure: &str) -> Result<Delays, ContractError> {
        let address = Address::new(&["procedures", procedure, "delays"])?;
        let answer = self.call(Call::get(address), Patience::Worker).await?;
        answer.json()
    }

    async fn act<T: DeserializeOwned>(
        &self,
        path: &[&str],
        body: &impl Serialize,
        key: &str,
    ) -> Result<T, ContractError> {
        self.post(path, body, key, Patience::Worker).await?.json()
    }

    pub(super) async fn post(
        &self,
        path: &[&str],
        body: &impl Serialize,
        key: &str,
        patience: Patience,
    ) -> Result<Answer, ContractError> {
        let mut call = Call::post_json(Address::new(path)?, body)?;
        call.header(headers::IDEMPOTENCY_KEY, key);
        self.call(call, patience).await
    }
}
