//! Files: recognised by their content, sealed, kept 24 hours unless a request names them.

use std::sync::Arc;

use database::{DatabaseError, Row};
use object_store::{ObjectStoreExt, path::Path};

use super::{Inner, OpenError, Unreadable, once, vault::Vault};
use crate::{
    api::{
        back_office::{Call, IncomingFile, Novelty, Tagged, Written},
        etag,
        headers::digest_of_sha256,
        problem::{Answered, Problem, ProblemCode},
        uploads::{Upload, UploadRejection, UploadStatus},
    },
    ports::{is_id, new_id},
};

/// Media types accepted, found by content.
pub(super) const MEDIA_TYPES: [&str; 3] = ["application/pdf", "image/jpeg", "image/png"];

/// Where the sealed content of a file is kept.
pub(super) fn object(id: &str) -> Path {
    Path::from(format!("uploads/{id}"))
}

/// The place to which the content of a file is bound.
pub(super) fn content_place(id: &str) -> String {
    format!("upload:{id}:content")
}

fn filename_place(id: &str) -> String {
    format!("upload:{id}:filename")
}

/// Kind by the first bytes; what a browser announces is not believed.
pub(super) fn media_type(content: &[u8]) -> Answered<&'static str> {
    infer::get(content)
        .and_then(|kind| {
            MEDIA_TYPES
                .into_iter()
                .find(|known| *known == kind.mime_type())
        })
        .ok_or_else(|| Problem::upload_rejected(UploadRejection::Type))
}

/// The name of a file, sealed for it.
pub(super) fn sealed_filename(
    office: &Inner,
    id: &str,
    filename: &str,
) -> Result<Vec<u8>, Unreadable> {
    let place = filename_place(id);
    office
        .vault
        .seal(&place, filename.as_bytes(), &*office.randomness)
}

/// The content of a file, opened.
pub(super) async fn content(office: &Inner, id: &str) -> Result<Vec<u8>, OpenError> {
    let sealed = office.objects.get(&object(id)).await?.bytes().await?;
    Ok(office.vault.open(&content_place(id), &sealed)?)
}

pub(super) async fn receive(
    office: &Arc<Inner>,
    call: Call,
    file: IncomingFile,
) -> Answered<Written<Upload>> {
    let id = new_id(&*office.randomness);
    let upload = Upload {
        id: id.clone(),
        filename: file.filename,
        media_type: media_type(&file.content)?.to_owned(),
        bytes: file.content.len() as u64,
        digest: digest_of_sha256(&file.sha256),
        status: UploadStatus::Ready,
        reason: None,
    };
    // The content first: a row never names a file that is not there. If the write below fails or repeats
    // an earlier call, this copy is deleted; after a crash the purge finds it.
    let sealed = office
        .vault
        .seal(&content_place(&id), &file.content, &*office.randomness)?;
    drop(file.content);
    office.objects.put(&object(&id), sealed.into()).await?;
    let written = record(office, call, upload, file.sha256).await;
    if !matches!(&written, Ok(written) if written.value.id == id)
        && let Err(error) = office.objects.delete(&object(&id)).await
    {
        tracing::warn!(%error, "an unused copy of a file stays until the purge");
    }
    written
}

async fn record(
    office: &Arc<Inner>,
    call: Call,
    upload: Upload,
    sha256: [u8; 32],
) -> Answered<Written<Upload>> {
    let inner = Arc::clone(office);
    let filename = sealed_filename(&inner, &upload.id, &upload.filename)?;
    let bytes = i64::try_from(upload.bytes).unwrap_or(i64::MAX);
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                tx.execute(
                    "INSERT INTO backoffice_uploads (id, filename, media_type, bytes, sha256, created_at)
                     VALUES ($1, $2, $3, $4, $5, $6)",
                    &[
                        (&upload.id).into(),
                        filename.into(),
                        (&upload.media_type).into(),
                        bytes.into(),
                        sha256.into(),
                        inner.clock.now().as_microsecond().into(),
                    ],
                )
                .await?;
                let etag = version(&upload.digest);
                let written = Written { value: upload, etag, novelty: Novelty::New };
                let resource = format!("/v1/uploads/{}", written.value.id);
                once::keep(&inner, tx, &call, &resource, &written).await?;
                Ok(written)
            })
        })
        .await
}

pub(super) async fn read(office: &Inner, id: &str) -> Answered<Tagged<Upload>> {
    let row = if is_id(id) {
        office
            .database
            .fetch_optional(
                "SELECT id, filename, media_type, bytes, sha256 FROM backoffice_uploads WHERE id = $1",
                &[id.into()],
            )
            .await?
    } else {
        None
    };
    let value = from_row(&row.ok_or_else(Problem::not_found)?, &office.vault)?;
    let etag = version(&value.digest);
    Ok(Tagged { value, etag })
}

pub(super) async fn delete(office: &Inner, id: &str, if_match: &str) -> Answered<()> {
    let present = read(office, id).await?;
    etag::matching(if_match, &present.etag)?;
    let row = present.value.id.clone();
    let deleted = office
        .database
        .write::<_, DatabaseError, _>(move |tx| {
            Box::pin(async move {
                let deleted = tx
                    .execute(
                        "DELETE FROM backoffice_uploads WHERE id = $1 AND request_id IS NULL",
                        &[(&row).into()],
                    )
                    .await?;
                if deleted > 0 {
                    // A call that is sent again must not answer with a file that is gone.
                    let resource = format!("/v1/uploads/{row}");
                    let sql = "DELETE FROM backoffice_calls WHERE resource = $1";
                    tx.execute(sql, &[resource.into()]).await?;
                }
                Ok(deleted)
            })
        })
        .await?;
    if deleted == 0 {
        return Err(Problem::new(ProblemCode::InvalidState).detail("a request names this file"));
    }
    Ok(office.objects.delete(&object(id)).await?)
}

/// A file as its row tells it.
pub(super) fn from_row(row: &Row, vault: &Vault) -> Answered<Upload> {
    let id = row.text("id")?;
    Ok(Upload {
        filename: vault.open_text(&filename_place(&id), &row.bytes("filename")?)?,
        media_type: row.text("media_type")?,
        bytes: u64::try_from(row.int("bytes")?).unwrap_or_default(),
        digest: digest_of_sha256(&row.bytes("sha256")?),
        status: UploadStatus::Ready,
        reason: None,
        id,
    })
}

/// A file never changes: its digest is its version.
fn version(digest: &str) -> String {
    etag::of_parts(&[digest])
}
