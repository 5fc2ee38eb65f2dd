//! What the service asked of residents, read back: demands with their marks and documents.

use database::Row;
use domain::{
    answers::AttachedFile,
    field::FileKind,
    info_request::{AskedDocument, DocumentState, Extension, InfoRequest, Mark, MarkReason},
    locale::Locale,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Inner, attaching, events::instant, view::View};
use crate::api::problem::Answered;

/// Kinds of files accepted for a document.
pub(super) const ACCEPT: [FileKind; 3] = [FileKind::Pdf, FileKind::Jpeg, FileKind::Png];
/// Greatest number of files for one document: the pages that a phone photographs one by one.
pub(super) const MAX_FILES: u8 = 5;

/// A demand of the service, open or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// What was asked, and what came.
    pub info_request: InfoRequest,
    /// When nothing of it was left to do; `None` while the resident is expected to act.
    pub closed_at: Option<Timestamp>,
}

/// What is sealed of a document asked for.
#[derive(Serialize, Deserialize)]
pub(super) struct DocumentWords {
    pub(super) title: String,
    pub(super) why: String,
    pub(super) examples: Vec<String>,
}

pub(super) fn words_place(request_id: &str, demand: i64) -> String {
    format!("request:{request_id}:demand:{demand}")
}

pub(super) fn mark_place(request_id: &str, mark: i64) -> String {
    format!("request:{request_id}:mark:{mark}")
}

pub(super) fn document_place(request_id: &str, document: i64) -> String {
    format!("request:{request_id}:asked-document:{document}")
}

pub(super) fn refusal_place(request_id: &str, document: i64) -> String {
    format!("request:{request_id}:refusal:{document}")
}

/// The one demand that is open.
pub(super) async fn open(
    office: &Inner,
    view: &mut View<'_, '_>,
    request_id: &str,
) -> Answered<Option<InfoRequest>> {
    let all = all(office, view, request_id).await?;
    let open = all.into_iter().find(|demand| demand.closed_at.is_none());
    Ok(open.map(|demand| demand.info_request))
}

/// Every demand of a request, the oldest first.
pub(super) async fn all(
    office: &Inner,
    view: &mut View<'_, '_>,
    request_id: &str,
) -> Answered<Vec<Demand>> {
    let rows = view
        .rows(
            "SELECT position, asked_at, words, language, due_on, extension, closed_at
               FROM backoffice_info_requests WHERE request_id = $1 ORDER BY position",
            &[request_id.into()],
        )
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let marks = view
        .rows(
            "SELECT position, info_request, answer_key, reason, words, corrected_at
               FROM backoffice_marks WHERE request_id = $1 ORDER BY position",
            &[request_id.into()],
        )
        .await?;
    let documents = view
        .rows(
            "SELECT position, info_request, words, state, refusal
               FROM backoffice_asked_documents WHERE request_id = $1 ORDER BY position",
            &[request_id.into()],
        )
        .await?;
    let files = view
        .rows(
            "SELECT id, filename, media_type, bytes, sha256, document FROM backoffice_uploads
              WHERE request_id = $1 AND document IS NOT NULL ORDER BY created_at, id",
            &[request_id.into()],
        )
        .await?;
    let reading = Reading { office, request_id };
    rows.iter()
        .map(|row| reading.demand(row, &marks, &documents, &files))
        .collect()
}

struct Reading<'a> {
    office: &'a Inner,
    request_id: &'a str,
}

impl Reading<'_> {
    fn demand(
        &self,
        row: &Row,
        marks: &[Row],
        documents: &[Row],
        files: &[Row],
    ) -> Answered<Demand> {
        let position = row.int("position")?;
        let place = words_place(self.request_id, position);
        let text = row
            .optional_bytes("words")?
            .map(|sealed| self.office.vault.open_text(&place, &sealed))
            .transpose()?;
        let marks = of(marks, "info_request", position)?
            .map(|row| self.mark(row))
            .collect::<Answered<_>>()?;
        let documents = of(documents, "info_request", position)?
            .map(|row| self.document(row, files))
            .collect::<Answered<_>>()?;
        Ok(Demand {
            info_request: InfoRequest {
                id: position.to_string(),
                asked_at: instant(row.int("asked_at")?),
                text,
                language: row
                    .optional_text("language")?
                    .as_deref()
                    .and_then(Locale::from_tag),
                due_on: row
                    .optional_text("due_on")?
                    .and_then(|day| day.parse().ok()),
                extension: row
                    .optional_text("extension")?
                    .as_deref()
                    .map(Extension::from_name),
                marks,
                documents,
            },
            closed_at: row.optional_int("closed_at")?.map(instant),
        })
    }

    fn mark(&self, row: &Row) -> Answered<Mark> {
        let place = mark_place(self.request_id, row.int("position")?);
        Ok(Mark {
            key: row.text("answer_key")?,
            reason: MarkReason::from_name(&row.text("reason")?),
            text: self.office.vault.open_text(&place, &row.bytes("words")?)?,
            corrected: row.optional_int("corrected_at")?.is_some(),
        })
    }

    fn document(&self, row: &Row, files: &[Row]) -> Answered<AskedDocument> {
        let (position, vault) = (row.int("position")?, &self.office.vault);
        let place = document_place(self.request_id, position);
        let words: DocumentWords = vault.open_json(&place, &row.bytes("words")?)?;
        let place = refusal_place(self.request_id, position);
        let refusal = row
            .optional_bytes("refusal")?
            .map(|sealed| vault.open_text(&place, &sealed))
            .transpose()?;
        let files = of(files, "document", position)?
            .map(|row| attaching::attached(row, vault))
            .collect::<Answered<Vec<AttachedFile>>>()?;
        Ok(AskedDocument {
            id: position.to_string(),
            title: words.title,
            why: words.why,
            examples: words.examples,
            accept: ACCEPT.to_vec(),
            max_files: MAX_FILES,
            state: DocumentState::from_name(&row.text("state")?),
            refusal,
            files,
        })
    }
}

/// The rows that belong to one parent.
fn of<'a>(
    rows: &'a [Row],
    column: &str,
    parent: i64,
) -> Answered<impl Iterator<Item = &'a Row> + use<'a>> {
    let mut own = Vec::new();
    for row in rows {
        if row.int(column)? == parent {
            own.push(row);
        }
    }
    Ok(own.into_iter())
}
