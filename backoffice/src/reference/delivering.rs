//! Documents that the service delivers: sealed in the store before the decision is written, read back by their owner.

use database::Write;
use domain::answers::AttachedFile;
use jiff::civil::Date;
use object_store::ObjectStoreExt;
use sha2::{Digest, Sha256};

use super::{
    Inner, NewDelivery, StaffError, attaching, reading, staff::said, taking::Taken, uploads,
};
use crate::{
    api::{
        back_office::{DeliveredFile, Reader},
        idempotency::hex,
        problem::{Answered, Problem},
        requests::DeliveredDocument,
    },
    ports::{is_id, new_id},
};

/// A document whose sealed content is in the store already.
pub(super) struct Prepared {
    file: AttachedFile,
    sha256: [u8; 32],
    title: String,
    valid_until: Option<Date>,
}

/// Seals the contents first: a row never names a file that is not there. After a crash the purge finds them.
pub(super) async fn prepare(
    office: &Inner,
    documents: Vec<NewDelivery>,
) -> Result<Vec<Prepared>, StaffError> {
    let mut prepared = Vec::with_capacity(documents.len());
    for document in documents {
        let title = said(&document.title)?.to_owned();
        let bytes = document.content.len() as u64;
        if bytes == 0 || bytes > office.max_upload_bytes {
            return Err(Problem::too_large(office.max_upload_bytes).into());
        }
        let sha256: [u8; 32] = Sha256::digest(&document.content).into();
        let file = AttachedFile {
            id: new_id(&*office.randomness),
            filename: document.filename,
            media_type: uploads::media_type(&document.content)?.to_owned(),
            bytes,
            sha256: hex(&sha256),
        };
        let place = uploads::content_place(&file.id);
        let sealed = office
            .vault
            .seal(&place, &document.content, &*office.randomness)?;
        let location = uploads::object(&file.id);
        office.objects.put(&location, sealed.into()).await?;
        prepared.push(Prepared {
            file,
            sha256,
            title,
            valid_until: document.valid_until,
        });
    }
    Ok(prepared)
}

/// Deletes contents that no decision delivers after all.
pub(super) async fn discard(office: &Inner, ids: &[String]) {
    for id in ids {
        if let Err(error) = office.objects.delete(&uploads::object(id)).await {
            tracing::warn!(%error, "an unused copy of a file stays until the purge");
        }
    }
}

impl Prepared {
    pub(super) fn id(&self) -> String {
        self.file.id.clone()
    }
}

/// Gives the documents to the request.
pub(super) async fn add(
    office: &Inner,
    tx: &mut Write<'_>,
    taken: &Taken,
    prepared: Vec<Prepared>,
) -> Result<Vec<DeliveredDocument>, StaffError> {
    let mut delivered = Vec::with_capacity(prepared.len());
    for (position, document) in (1_i64..).zip(prepared) {
        let file = &document.file;
        let filename = uploads::sealed_filename(office, &file.id, &file.filename)?;
        tx.execute(
            "INSERT INTO backoffice_uploads
               (id, request_id, filename, media_type, bytes, sha256, created_at, delivered)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                (&file.id).into(),
                (&taken.id).into(),
                filename.into(),
                (&file.media_type).into(),
                i64::try_from(file.bytes).unwrap_or(i64::MAX).into(),
                document.sha256.into(),
                taken.at.into(),
                position.into(),
            ],
        )
        .await?;
        delivered.push(DeliveredDocument {
            file: document.file,
            title: document.title,
            valid_until: document.valid_until,
        });
    }
    Ok(delivered)
}

/// A delivered document with its content; what a resident sent is not given back this way.
pub(super) async fn read(
    office: &Inner,
    request_id: &str,
    document: &str,
    reader: Reader,
) -> Answered<DeliveredFile> {
    reading::admit(office, request_id, &reader).await?;
    let row = if is_id(document) {
        office
            .database
            .fetch_optional(
                "SELECT id, filename, media_type, bytes, sha256 FROM backoffice_uploads
                  WHERE id = $1 AND request_id = $2 AND delivered IS NOT NULL",
                &[document.into(), request_id.into()],
            )
            .await?
    } else {
        None
    };
    let row = row.ok_or_else(Problem::not_found)?;
    let file = attaching::attached(&row, &office.vault)?;
    let content = uploads::content(office, &file.id).await?;
    Ok(DeliveredFile {
        filename: file.filename,
        media_type: file.media_type,
        sha256: Sha256::digest(&content).into(),
        content: content.into(),
    })
}
