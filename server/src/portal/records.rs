//! Everything about a request, for whoever holds the access to it: weights for the page, and the files themselves.

use std::sync::Arc;

use app::{
    pages::requests::record,
    paper::Paper,
    ports::{Absence, RecordWeights, Request},
};
use bytes::Bytes;
use domain::locale::Locale;
use futures::{StreamExt, stream};

use super::{Desk, OpenedFile, Visitor};
use crate::documents::request_file;

impl Desk {
    /// How heavy the two files are.
    pub(super) async fn record_weights_of(
        &self,
        request: &Request,
        paper: &Paper,
    ) -> RecordWeights {
        let pdf = self.printed(paper.clone()).await;
        RecordWeights {
            pdf: pdf.map(|pdf| pdf.len() as u64),
            data: self.data(request).map_or(0, |data| data.len() as u64),
        }
    }

    /// The PDF of a request; `None` when it cannot be made: its page says the same.
    ///
    /// # Errors
    /// No access, or the storage does not answer.
    pub async fn record_pdf(
        &self,
        visitor: &Visitor,
        locale: Locale,
        request: &str,
    ) -> Result<Option<OpenedFile>, Absence> {
        let request = self.request_of(visitor, request).await?;
        let portal = self.view(*visitor, String::new());
        let paper = record::paper(locale, portal, &request);
        let pdf = self.printed(paper).await;
        Ok(pdf.map(|pdf| opened(&request, "pdf", "application/pdf", pdf)))
    }

    /// The same for programs.
    ///
    /// # Errors
    /// No access, or the storage does not answer.
    pub async fn record_data(
        &self,
        visitor: &Visitor,
        request: &str,
    ) -> Result<OpenedFile, Absence> {
        let request = self.request_of(visitor, request).await?;
        let data = self.data(&request).ok_or(Absence::Unavailable)?;
        Ok(opened(&request, "json", "application/json", data))
    }

    async fn printed(&self, paper: Paper) -> Option<Vec<u8>> {
        let author = Arc::clone(&self.0.authority);
        self.0.press.pdf(paper, author.legal_name.clone()).await
    }

    fn data(&self, request: &Request) -> Option<Vec<u8>> {
        request_file(request, &self.0.authority, self.now()).ok()
    }
}

/// The file under the number of the request, or without one while the service gave none.
fn opened(request: &Request, extension: &str, media_type: &str, content: Vec<u8>) -> OpenedFile {
    let number = request.number.as_ref();
    let number = number
        .map(|number| format!("-{number}"))
        .unwrap_or_default();
    OpenedFile {
        filename: format!("demande{number}.{extension}"),
        media_type: media_type.to_owned(),
        bytes: content.len() as u64,
        stream: stream::iter([Ok(Bytes::from(content))]).boxed(),
    }
}
