//! Files of a draft: attached, detached, given back to who attached them.

use std::{io, sync::Arc};

use app::ports::{Absence, FileFault};
use bytes::Bytes;
use domain::{
    answers::AttachedFile,
    field::{FieldKind, ungrouped},
    procedure::Step,
};
use futures::Stream;

use super::{
    AttachError, Desk, SaveError, Visitor,
    change::{Change, Rule, admit, log_store},
    steps::find,
};
use crate::{
    store::{
        accesses::Right,
        drafts::{self, Purpose},
        uploads::{self, StoredUpload},
    },
    uploads::{FileRule, FileStream, ReceiveError, clean_name},
};

/// Weight of a whole request in bytes: 200 MiB.
const WHOLE: u64 = 200 * 1024 * 1024;

/// A file to give back. Serve it as a download: its content is a stranger's.
pub struct OpenedFile {
    /// Name to give it.
    pub filename: String,
    /// Media type found by content.
    pub media_type: String,
    /// Weight in bytes.
    pub bytes: u64,
    /// The content.
    pub stream: FileStream,
}

impl OpenedFile {
    /// A text made here.
    pub(crate) fn of_text(media_type: &str, text: String) -> Self {
        let bytes = text.len() as u64;
        Self {
            filename: String::new(),
            media_type: media_type.to_owned(),
            bytes,
            stream: Box::pin(futures::stream::once(async move { Ok(text.into()) })),
        }
    }
}

impl Desk {
    /// Attaches a file to a field of a step. The answer comes once the file is durable.
    ///
    /// # Errors
    /// The file breaks a rule, the draft is unknown, ended or sent, or the storage fails.
    pub async fn attach(
        &self,
        visitor: &Visitor,
        draft: &str,
        step: &str,
        field: &str,
        filename: &str,
        bytes: impl Stream<Item = io::Result<Bytes>> + Send,
    ) -> Result<AttachedFile, AttachError> {
        let (rule, most) = self.file_rule(visitor, draft, step, field).await?;
        let (id, filename) = (self.0.vault.new_id(), clean_name(filename));
        let received = self.0.files.receive(&id, &filename, &rule, bytes).await;
        let received = received.map_err(|error| match error {
            ReceiveError::File(fault) => AttachError::File(fault),
            ReceiveError::Storage => AttachError::Unavailable,
        })?;
        let upload = StoredUpload {
            id,
            draft_id: draft.to_owned(),
            field: field.to_owned(),
            media_type: received.kind.media_type().to_owned(),
            bytes: received.bytes,
            sha256: received.sha256,
            data_key: received.data_key,
        };
        let file = upload.named(filename);
        let kept = self
            .keep_file(visitor, draft, upload, file.clone(), most)
            .await;
        match kept {
            Ok(kept) if kept.id == file.id => Ok(file),
            // The same file was there already (the button was pressed twice): the first copy stays.
            Ok(kept) => {
                self.0.files.delete(&file.id).await;
                Ok(kept)
            }
            // A write in doubt may have kept the row: the sweep of orphans decides, not this moment.
            Err(SaveError::Unavailable) => Err(AttachError::Unavailable),
            Err(error) => {
                self.0.files.delete(&file.id).await;
                Err(error.into())
            }
        }
    }

    /// Takes a file away. Taking away twice is taking away.
    ///
    /// # Errors
    /// The draft is unknown, ended or sent, or no database.
    pub async fn detach(
        &self,
        visitor: &Visitor,
        draft: &str,
        file: &str,
    ) -> Result<(), SaveError> {
        let rule: Rule<bool> = Arc::new({
            let file = file.to_owned();
            move |_, content| {
                let mut gone = false;
                for files in content.draft.files.values_mut() {
                    let count = files.len();
                    files.retain(|known| known.id != file);
                    gone |= files.len() < count;
                }
                Ok(if gone {
                    Change::Detach(true, file.clone())
                } else {
                    Change::Keep(false)
                })
            }
        });
        if self.change(visitor, draft, rule).await?.outcome {
            self.0.files.delete(file).await;
        }
        Ok(())
    }

    /// Opens a file of a draft for its holder.
    ///
    /// # Errors
    /// Unknown or foreign, ended, or the storage fails.
    pub async fn open_file(
        &self,
        visitor: &Visitor,
        draft: &str,
        file: &str,
    ) -> Result<OpenedFile, Absence> {
        let unavailable = |error| {
            log_store(&error);
            Absence::Unavailable
        };
        let found = drafts::find(&self.0.database, draft)
            .await
            .map_err(unavailable)?;
        let row = admit(found, visitor, self.now())?;
        if let Some(request) = row.purpose.about() {
            self.access_to(visitor, request, Right::Act).await?;
        }
        let content = row.open(&self.0.vault).map_err(unavailable)?;
        let named = content
            .draft
            .files
            .into_values()
            .flatten()
            .find(|known| known.id == file);
        let named = named.ok_or(Absence::Unknown)?;
        let upload = uploads::find(&self.0.database, file)
            .await
            .map_err(unavailable)?;
        let upload = upload
            .filter(|upload| upload.draft_id == draft)
            .ok_or(Absence::Unknown)?;
        let stream = self
            .0
            .files
            .open(&upload)
            .await
            .map_err(|_| Absence::Unavailable)?;
        Ok(OpenedFile {
            filename: named.filename,
            media_type: upload.media_type,
            bytes: upload.bytes,
            stream,
        })
    }

    /// What the field accepts, before a single byte is read.
    async fn file_rule(
        &self,
        visitor: &Visitor,
        draft: &str,
        step: &str,
        field: &str,
    ) -> Result<(FileRule, usize), AttachError> {
        let unavailable = |error| {
            log_store(&error);
            AttachError::Unavailable
        };
        let forms = self.forms()?;
        let found = drafts::find(&self.0.database, draft)
            .await
            .map_err(unavailable)?;
        let row = admit(found, visitor, self.now()).map_err(SaveError::from)?;
        if let Some(request) = row.request_id {
            return Err(AttachError::Sent(request));
        }
        let found = match &row.purpose {
            Purpose::Documents(request) => {
                let form = self
                    .documents_form(request)
                    .await
                    .map_err(SaveError::from)?;
                form.steps.iter().find_map(|step| file_field(step, field))
            }
            _ => file_field(find(&forms, &row, step)?.1, field),
        };
        let (rule, most) = found.ok_or(AttachError::Unknown)?;
        // Whether there is room is decided once the file is known: the same one twice needs no second place.
        Ok((rule, most))
    }

    async fn keep_file(
        &self,
        visitor: &Visitor,
        draft: &str,
        upload: StoredUpload,
        file: AttachedFile,
        most: usize,
    ) -> Result<AttachedFile, SaveError> {
        let rule: Rule<AttachedFile> = Arc::new(move |_, content| {
            let whole: u64 = content
                .draft
                .files
                .values()
                .flatten()
                .map(|known| known.bytes)
                .sum();
            let files = content.draft.files.entry(upload.field.clone()).or_default();
            let same = files
                .iter()
                .find(|known| known.sha256 == file.sha256 && known.filename == file.filename);
            if let Some(same) = same {
                return Ok(Change::Keep(same.clone()));
            }
            if files.len() >= most {
                return Err(SaveError::Full);
            }
            if whole + file.bytes > WHOLE {
                return Err(SaveError::TooLarge);
            }
            files.push(file.clone());
            Ok(Change::Attach(file.clone(), upload.clone()))
        });
        Ok(self.change(visitor, draft, rule).await?.outcome)
    }
}

/// The rule of a file field of a step, and how many files it takes.
fn file_field(step: &Step, key: &str) -> Option<(FileRule, usize)> {
    ungrouped(&step.fields)
        .into_iter()
        .filter(|field| field.key == key)
        .find_map(|field| match &field.kind {
            FieldKind::File {
                accept,
                max_files,
                max_mebibytes,
            } => {
                let max_bytes = u64::from(*max_mebibytes) * 1024 * 1024;
                Some((
                    FileRule {
                        accept: accept.clone(),
                        max_bytes,
                    },
                    usize::from(*max_files),
                ))
            }
            _ => None,
        })
}

impl From<FileFault> for AttachError {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}
