//! Giving uploads to a request, each once: a file that belongs to another request is as good as unknown.

use database::{Row, Write};
use domain::answers::{Answer, Answers, AttachedFile};

use super::{uploads, vault::Vault};
use crate::api::{
    headers::digest_of_sha256,
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
        let fault = match row {
            None => Some(("unknown_upload", "no such upload is free")),
            Some(row) => {
                let same = row.text("media_type")? == file.media_type
                    && u64::try_from(row.int("bytes")?) == Ok(file.bytes)
                    && digest_of_sha256(&row.bytes("sha256")?) == announced(&file.sha256);
                (!same).then_some(("other_upload", "the upload is not this file"))
            }
        };
        wrong.extend(fault.map(|(code, detail)| FieldProblem::new(&pointer, code, detail)));
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Problem::validation(wrong))
    }
}

fn announced(hex: &str) -> String {
    let bytes: Vec<u8> = (0..hex.len() / 2)
        .filter_map(|at| u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok())
        .collect();
    digest_of_sha256(&bytes)
}

/// Every file of some answers, with its JSON pointer.
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
            None => wrong.push(FieldProblem::new(
                format!("#/uploads/{at}"),
                "unknown_upload",
                "no such upload is free",
            )),
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
