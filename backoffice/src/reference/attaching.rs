//! Giving uploads to a request, each once: a file that belongs to another request is as good as unknown.

use database::{Database, Row, Write};
use domain::answers::{Answer, Answers, AttachedFile};

use super::{uploads, vault::Vault};
use crate::api::{
    idempotency::hex,
    problem::{Answered, FieldProblem, Problem},
};

/// Gives the files of the answers to the request. Each must be here, free or the request's own already, and what
/// the answers say it is.
pub(super) async fn to_answers(
    tx: &mut Write<'_>,
    request_id: &str,
    answers: &Answers,
) -> Answered<()> {
    let mut wrong = Vec::new();
    for (pointer, file) in files(answers, "#/answers") {
        let row = tx
            .fetch_optional(
                "UPDATE backoffice_uploads SET request_id = $1
                  WHERE id = $2 AND (request_id IS NULL OR request_id = $1)
                  RETURNING media_type, bytes, sha256",
                &[request_id.into(), (&file.id).into()],
            )
            .await?;
        wrong.extend(fault(&pointer, row.as_ref(), file)?);
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Problem::validation(wrong))
    }
}

/// What is wrong with a file of answers, given the row of its upload.
fn fault(pointer: &str, row: Option<&Row>, file: &AttachedFile) -> Answered<Option<FieldProblem>> {
    let Some(row) = row else {
        return Ok(Some(unknown(pointer)));
    };
    let same = row.text("media_type")? == file.media_type
        && u64::try_from(row.int("bytes")?) == Ok(file.bytes)
        && row.bytes("sha256")? == bytes_of(&file.sha256);
    let other = || FieldProblem::new(pointer, "other_upload", "the upload is not this file");
    Ok((!same).then(other))
}

fn unknown(pointer: impl Into<String>) -> FieldProblem {
    FieldProblem::new(pointer, "unknown_upload", "no such upload is free")
}

/// The bytes of a hexadecimal text.
pub(super) fn bytes_of(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2)
        .filter_map(|at| u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok())
        .collect()
}

/// Files of the answers that no request has yet; the others must be of this request. Nothing is given yet.
pub(super) async fn free_of_answers(
    database: &Database,
    request_id: &str,
    answers: &Answers,
) -> Answered<Vec<String>> {
    let (mut free, mut wrong) = (Vec::new(), Vec::new());
    for (pointer, file) in files(answers, "#/answers") {
        let row = database
            .fetch_optional(
                "SELECT request_id, media_type, bytes, sha256 FROM backoffice_uploads
                  WHERE id = $2 AND (request_id IS NULL OR request_id = $1)",
                &[request_id.into(), (&file.id).into()],
            )
            .await?;
        wrong.extend(fault(&pointer, row.as_ref(), file)?);
        if let Some(row) = row
            && row.optional_text("request_id")?.is_none()
        {
            free.push(file.id.clone());
        }
    }
    if wrong.is_empty() {
        Ok(free)
    } else {
        Err(Problem::validation(wrong))
    }
}

/// Refuses uploads that a message cannot take. Nothing is given yet.
pub(super) async fn free(database: &Database, ids: &[String]) -> Answered<()> {
    let mut wrong = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        let sql = "SELECT id FROM backoffice_uploads WHERE id = $1 AND request_id IS NULL";
        if database.fetch_optional(sql, &[id.into()]).await?.is_none() {
            wrong.push(unknown(format!("#/uploads/{at}")));
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Problem::validation(wrong))
    }
}

/// Every file of some answers, with its JSON pointer.
/// Whether the answers hold a file.
pub(super) fn any(answers: &Answers) -> bool {
    !files(answers, "").is_empty()
}

fn files<'a>(answers: &'a Answers, pointer: &str) -> Vec<(String, &'a AttachedFile)> {
    let mut found = Vec::new();
    for (key, answer) in &answers.0 {
        match answer {
            Answer::Files(files) => found.extend(
                files
                    .iter()
                    .enumerate()
                    .map(|(at, file)| (format!("{pointer}/{key}/value/{at}"), file)),
            ),
            Answer::Items(items) => {
                for (at, item) in items.iter().enumerate() {
                    found.extend(self::files(item, &format!("{pointer}/{key}/value/{at}")));
                }
            }
            _ => {}
        }
    }
    found
}

/// Gives free uploads to a message of the request.
pub(super) async fn to_message(
    tx: &mut Write<'_>,
    vault: &Vault,
    (request_id, message): (&str, i64),
    ids: &[String],
) -> Answered<Vec<AttachedFile>> {
    let sql = "UPDATE backoffice_uploads SET request_id = $1, message = $2
                WHERE id = $3 AND request_id IS NULL
                RETURNING id, filename, media_type, bytes, sha256";
    let rows = each(tx, sql, (request_id, message), ids).await?;
    rows.iter().map(|row| attached(row, vault)).collect()
}

/// Gives free uploads to a document that the service asked for.
pub(super) async fn to_document(
    tx: &mut Write<'_>,
    place: (&str, i64),
    ids: &[String],
) -> Answered<()> {
    let sql = "UPDATE backoffice_uploads SET request_id = $1, document = $2
                WHERE id = $3 AND request_id IS NULL RETURNING id";
    each(tx, sql, place, ids).await.map(drop)
}

/// Runs a statement for each upload; one that changes nothing was not free.
async fn each(
    tx: &mut Write<'_>,
    sql: &'static str,
    (request_id, position): (&str, i64),
    ids: &[String],
) -> Answered<Vec<Row>> {
    let mut rows = Vec::with_capacity(ids.len());
    let mut wrong = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        let params = [request_id.into(), position.into(), id.into()];
        match tx.fetch_optional(sql, &params).await? {
            Some(row) => rows.push(row),
            None => wrong.push(unknown(format!("#/uploads/{at}"))),
        }
    }
    if wrong.is_empty() {
        Ok(rows)
    } else {
        Err(Problem::validation(wrong))
    }
}

/// A file of a request as its row tells it.
pub(super) fn attached(row: &Row, vault: &Vault) -> Answered<AttachedFile> {
    let upload = uploads::from_row(row, vault)?;
    Ok(AttachedFile {
        id: upload.id,
        filename: upload.filename,
        media_type: upload.media_type,
        bytes: upload.bytes,
        sha256: hex(&row.bytes("sha256")?),
    })
}
