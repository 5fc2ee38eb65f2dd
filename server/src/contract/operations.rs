//! The operations of the contract that the portal uses, each as one method.

use backoffice::api::{
    events::EventPage,
    headers,
    page::Page,
    requests::{NewRequest, Request, RequestSummary},
    uploads::Upload,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::{answers::AttachedFile, place::Place, procedure::Procedure, request::TimelineEntry};
use http::{StatusCode, header};
use serde::de::DeserializeOwned;

use super::{Client, ContractError, Patience, address::Address, transport::Call};
use crate::uploads::FileStream;

/// Greatest page of a collection.
const LIMIT: &str = "100";
/// Pages read of one collection; a back office that gives more is not believed.
const PAGES: usize = 100;

/// A collection that may be unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched<T> {
    /// The copy with the ETag given is still right.
    Unchanged,
    /// Read again.
    New {
        /// The content.
        items: Vec<T>,
        /// Its ETag.
        etag: Option<String>,
    },
}

/// A file to upload.
pub struct Outgoing<'a> {
    /// What is known of it.
    pub file: &'a AttachedFile,
    /// Its plain content.
    pub bytes: FileStream,
    /// The same at each attempt.
    pub idempotency_key: &'a str,
}

impl Client {
    /// Every procedure.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn procedures(
        &self,
        etag: Option<&str>,
    ) -> Result<Fetched<Procedure>, ContractError> {
        self.collection(&["procedures"], etag, Patience::Worker)
            .await
    }

    /// Every place.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn places(&self, etag: Option<&str>) -> Result<Fetched<Place>, ContractError> {
        self.collection(&["locations"], etag, Patience::Worker)
            .await
    }

    /// Sends a file; sent again with the same key, it is the same upload.
    ///
    /// # Errors
    /// No usable answer, or the file is refused.
    pub async fn upload(&self, outgoing: Outgoing<'_>) -> Result<Upload, ContractError> {
        let file = outgoing.file;
        let address = Address::new(&["uploads"])?;
        let mut call = Call::post_file(address, outgoing.bytes, file.bytes, &file.media_type);
        call.header(headers::IDEMPOTENCY_KEY, outgoing.idempotency_key);
        call.header(headers::CONTENT_DIGEST, &digest(&file.sha256)?);
        call.header(
            header::CONTENT_DISPOSITION,
            &headers::attachment(&file.filename),
        );
        self.call(call, Patience::Worker).await?.json()
    }

    /// Sends a request; sent again with the same key, it is the same request.
    ///
    /// # Errors
    /// No usable answer, or the request is refused.
    pub async fn create(&self, request: &NewRequest, key: &str) -> Result<Request, ContractError> {
        let mut call = Call::post_json(Address::new(&["requests"])?, request)?;
        call.header(headers::IDEMPOTENCY_KEY, key);
        self.call(call, Patience::Worker).await?.json()
    }

    /// The request that was sent with this key, if it arrived.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn sent_with(&self, key: &str) -> Result<Option<RequestSummary>, ContractError> {
        let address = Address::new(&["requests"])?.with("idempotency_key", Some(key));
        let answer = self.call(Call::get(address), Patience::Worker).await?;
        Ok(answer
            .json::<Page<RequestSummary>>()?
            .items
            .into_iter()
            .next())
    }

    /// A request, and its ETag.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn request(
        &self,
        id: &str,
        patience: Patience,
    ) -> Result<(Request, Option<String>), ContractError> {
        let address = Address::new(&["requests", id])?;
        let answer = self.call(Call::get(address), patience).await?;
        Ok((answer.json()?, answer.etag()))
    }

    /// What happened to a request, oldest first.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn timeline(
        &self,
        id: &str,
        patience: Patience,
    ) -> Result<Vec<TimelineEntry>, ContractError> {
        let path = ["requests", id, "timeline"];
        let mut entries: Vec<TimelineEntry> = match self.collection(&path, None, patience).await? {
            Fetched::New { items, .. } => items,
            Fetched::Unchanged => Vec::new(),
        };
        // The contract fixes an order for each collection, not this one.
        entries.sort_by_key(|entry| entry.at);
        Ok(entries)
    }

    /// Events after a cursor, oldest first.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn events(&self, after: Option<&str>) -> Result<EventPage, ContractError> {
        let address = Address::new(&["events"])?
            .with("after", after)
            .with("limit", Some(LIMIT));
        self.call(Call::get(address), Patience::Worker)
            .await?
            .json()
    }

    /// A collection of something that not every back office offers; empty where it does not.
    pub(super) async fn collection_if_offered<T: DeserializeOwned>(
        &self,
        path: &[&str],
        known: Option<&str>,
    ) -> Result<Fetched<T>, ContractError> {
        match self.collection(path, known, Patience::Worker).await {
            Err(error) if error.is_absent() => Ok(Fetched::New {
                items: Vec::new(),
                etag: None,
            }),
            fetched => fetched,
        }
    }

    pub(super) async fn collection<T: DeserializeOwned>(
        &self,
        path: &[&str],
        known: Option<&str>,
        patience: Patience,
    ) -> Result<Fetched<T>, ContractError> {
        let (mut items, mut etag, mut cursor) = (Vec::new(), None, None::<String>);
        for page in 0..PAGES {
            let address = Address::new(path)?
                .with("limit", Some(LIMIT))
                .with("cursor", cursor.as_deref());
            let mut call = Call::get(address);
            if let (0, Some(known)) = (page, known) {
                call.header(header::IF_NONE_MATCH, known);
            }
            let answer = self.call(call, patience).await?;
            if answer.status == StatusCode::NOT_MODIFIED {
                return Ok(Fetched::Unchanged);
            }
            if page == 0 {
                etag = answer.etag();
            }
            let more: Page<T> = answer.json()?;
            items.extend(more.items);
            cursor = more.next_cursor;
            if cursor.is_none() {
                return Ok(Fetched::New { items, etag });
            }
        }
        Err(ContractError::TooLong)
    }
}

/// `sha-256=:<base64>:` (RFC 9530) from hexadecimal.
fn digest(hexadecimal: &str) -> Result<String, ContractError> {
    let bytes: Option<Vec<u8>> = (0..hexadecimal.len())
        .step_by(2)
        .map(|at| {
            hexadecimal
                .get(at..at + 2)
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect();
    let bytes = bytes
        .filter(|bytes| bytes.len() == 32)
        .ok_or(ContractError::File)?;
    Ok(format!("sha-256=:{}:", STANDARD.encode(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_of_the_contract_s_example_is_the_same_here() {
        let hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
        assert_eq!(
            digest(hello).as_deref(),
            Ok("sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:")
        );
        assert_eq!(digest("2cf2"), Err(ContractError::File));
    }
}
