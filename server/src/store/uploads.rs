//! Rows of attached files. The file itself lies in the object store under the same identifier; its name
//! lies in the sealed content of the draft or submission, nowhere else.

use database::{Database, Row, Write};
use domain::answers::AttachedFile;
use jiff::Timestamp;

use super::{StoreError, millis};

/// A row of `uploads`.
#[derive(Clone)]
pub struct StoredUpload {
    /// Identifier, and name of the object.
    pub id: String,
    /// The draft it was attached to.
    pub draft_id: String,
    /// Key of the field.
    pub field: String,
    /// Media type found by content.
    pub media_type: String,
    /// Weight in bytes.
    pub bytes: u64,
    /// SHA-256 of the plain content, hexadecimal.
    pub sha256: String,
    /// Its wrapped data key.
    pub data_key: Vec<u8>,
}

impl StoredUpload {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.text("id")?,
            draft_id: row.text("draft_id")?,
            field: row.text("field")?,
            media_type: row.text("media_type")?,
            bytes: u64::try_from(row.int("bytes")?)
                .map_err(|_| StoreError::Unreadable("uploads.bytes"))?,
            sha256: row.text("sha256")?,
            data_key: row.bytes("data_key")?,
        })
    }

    /// The file as the forms know it, under the name the person's device gave it.
    #[must_use]
    pub fn named(&self, filename: String) -> AttachedFile {
        AttachedFile {
            id: self.id.clone(),
            filename,
            media_type: self.media_type.clone(),
            bytes: self.bytes,
            sha256: self.sha256.clone(),
        }
    }
}

/// A file by its identifier.
///
/// # Errors
/// The database refuses.
pub async fn find(database: &Database, id: &str) -> Result<Option<StoredUpload>, StoreError> {
    let row = database
        .fetch_optional("SELECT * FROM uploads WHERE id = $1", &[id.into()])
        .await?;
    row.as_ref().map(StoredUpload::read).transpose()
}

/// Stores the row of a file whose object is durable.
///
/// # Errors
/// The database refuses.
pub async fn insert(
    tx: &mut Write<'_>,
    upload: &StoredUpload,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO uploads (id, draft_id, field, media_type, bytes, sha256, data_key, created_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let params = [
        (&upload.id).into(),
        (&upload.draft_id).into(),
        (&upload.field).into(),
        (&upload.media_type).into(),
        i64::try_from(upload.bytes).unwrap_or(i64::MAX).into(),
        (&upload.sha256).into(),
        (&upload.data_key).into(),
        millis(now).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// Deletes the row of a file.
///
/// # Errors
/// The database refuses.
pub async fn delete(tx: &mut Write<'_>, id: &str) -> Result<(), StoreError> {
    tx.execute("DELETE FROM uploads WHERE id = $1", &[id.into()])
        .await?;
    Ok(())
}

/// Deletes the rows of a draft's files; gives the identifiers of the objects to delete after the commit.
///
/// # Errors
/// The database refuses.
pub async fn delete_of(tx: &mut Write<'_>, draft: &str) -> Result<Vec<String>, StoreError> {
    let rows = tx
        .fetch_all(
            "DELETE FROM uploads WHERE draft_id = $1 RETURNING id",
            &[draft.into()],
        )
        .await?;
    rows.iter().map(|row| Ok(row.text("id")?)).collect()
}
