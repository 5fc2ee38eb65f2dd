//! Documents that the service delivers with its decision, for whoever holds the access to the request.

use app::ports::Absence;
use backoffice::api::idempotency::hex;
use bytes::Bytes;
use futures::{StreamExt, stream};
use sha2::{Digest, Sha256};

use super::{Desk, OpenedFile, Visitor, reading::unavailable};
use crate::store::submissions;

impl Desk {
    /// Opens a document of a decision; it is the one whose fingerprint the decision gives, or none.
    ///
    /// # Errors
    /// No access, no such document, or the back office does not give it now.
    pub async fn open_document(
        &self,
        visitor: &Visitor,
        request: &str,
        document: &str,
    ) -> Result<OpenedFile, Absence> {
        let shown = self.request_of(visitor, request).await?;
        let decision = shown.facts.decision.ok_or(Absence::Unknown)?;
        let named = decision
            .documents
            .into_iter()
            .find(|known| known.file.id == document)
            .ok_or(Absence::Unknown)?
            .file;
        let found = submissions::find(&self.0.database, request).await;
        let submission = found.map_err(unavailable)?.ok_or(Absence::Unknown)?;
        let id = submission.backoffice_id.ok_or(Absence::Unknown)?;
        let content = self.0.backoffice.document(&id, document).await;
        let content: Bytes = content.map_err(|error| {
            tracing::warn!(code = error.code(), "a document cannot be read now");
            if error.is_not_found() {
                Absence::Unknown
            } else {
                Absence::Unavailable
            }
        })?;
        if hex(&Sha256::digest(&content)) != named.sha256 {
            tracing::error!("a document is not the one that was decided");
            return Err(Absence::Unavailable);
        }
        Ok(OpenedFile {
            filename: named.filename,
            media_type: named.media_type,
            bytes: content.len() as u64,
            stream: stream::iter([Ok(content)]).boxed(),
        })
    }
}
