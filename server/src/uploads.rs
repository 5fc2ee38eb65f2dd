//! Attached files: received as a stream, checked, encrypted and made durable, in memory that does not grow
//! with their weight. A row is written only after the object is durable, so no row ever points to nothing.

mod kinds;
mod reading;

use std::{io, sync::Arc, time::Duration};

use app::ports::FileFault;
use bytes::Bytes;
use domain::field::FileKind;
use futures::{Stream, StreamExt};
use jiff::Timestamp;
use object_store::{MultipartUpload, ObjectStore, ObjectStoreExt, PutPayload, path::Path};
use sha2::{Digest, Sha256};

pub use kinds::clean_name;
pub use reading::FileStream;

use crate::{
    secrets::files::{CHUNK, Chunks, Position, SEALED_CHUNK},
    store::Vault,
};

/// Bytes looked at to tell the kind of a file.
const HEAD: usize = 8 * 1024;
/// Sealed bytes sent to the file store at once: what one upload takes of the memory.
const PART: usize = 16 * SEALED_CHUNK;
/// Longest silence of a connection that sends a file.
const SILENCE: Duration = Duration::from_secs(60);

/// Where files are kept, each under its identifier.
#[derive(Clone)]
pub struct FileStore {
    objects: Arc<dyn ObjectStore>,
    vault: Vault,
}

/// What a field accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRule {
    /// Kinds of files.
    pub accept: Vec<FileKind>,
    /// Greatest weight in bytes.
    pub max_bytes: u64,
}

/// A file that is durable and waits for its row.
#[derive(Debug, Clone)]
pub struct Received {
    /// Kind found by content.
    pub kind: FileKind,
    /// Weight in bytes.
    pub bytes: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
    /// Its wrapped data key.
    pub data_key: Vec<u8>,
}

/// Why a file is not received. Nothing of it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiveError {
    /// The file itself.
    #[error("the file is refused: {0:?}")]
    File(FileFault),
    /// The object store does not take it.
    #[error("the file store does not take it")]
    Storage,
}

impl FileStore {
    /// A store of files over an object store.
    #[must_use]
    pub fn new(objects: Arc<dyn ObjectStore>, vault: Vault) -> Self {
        Self { objects, vault }
    }

    /// Receives a file under a new identifier.
    ///
    /// # Errors
    /// The file breaks a rule, the connection breaks, or the store refuses; nothing is kept then.
    pub async fn receive<S>(
        &self,
        id: &str,
        filename: &str,
        rule: &FileRule,
        bytes: S,
    ) -> Result<Received, ReceiveError>
    where
        S: Stream<Item = io::Result<Bytes>> + Send,
    {
        let mut source = Source {
            bytes: Box::pin(bytes),
            left: rule.max_bytes,
            hash: Sha256::new(),
        };
        let mut plain = Vec::with_capacity(2 * CHUNK);
        while plain.len() < HEAD && source.fill(&mut plain).await? {}
        let kind = kinds::check(&plain, filename, &rule.accept).map_err(ReceiveError::File)?;
        let key = self
            .vault
            .new_key(&place(id))
            .map_err(|_| ReceiveError::Storage)?;
        let chunks = Chunks::seal_file(&key.key, id, self.vault.randomness());
        let upload = self
            .objects
            .put_multipart(&path(id))
            .await
            .map_err(storage)?;
        let mut sealed = Sealing {
            upload,
            part: chunks.prefix().to_vec(),
            chunks,
        };
        let stored = sealed.pour(&mut source, plain).await;
        if let Err(error) = stored {
            if let Err(error) = sealed.upload.abort().await {
                tracing::warn!(error = %kind_of(&error), "an unfinished file could not be removed");
            }
            return Err(error);
        }
        let weight = rule.max_bytes - source.left;
        let sha256 = hexadecimal(&source.hash.finalize());
        Ok(Received {
            kind,
            bytes: weight,
            sha256,
            data_key: key.wrapped,
        })
    }

    /// Deletes a file. One that does not exist counts as deleted; another failure is left to the sweep.
    pub async fn delete(&self, id: &str) {
        match self.objects.delete(&path(id)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => tracing::warn!(error = %kind_of(&error), "a file could not be deleted"),
        }
    }

    /// Identifiers of the files older than `limit`, whether or not a row knows them.
    ///
    /// # Errors
    /// The object store does not answer.
    pub async fn older_than(&self, limit: Timestamp) -> Result<Vec<String>, ReceiveError> {
        let mut found = Vec::new();
        let mut list = self.objects.list(Some(&Path::from(FOLDER)));
        while let Some(object) = list.next().await {
            let object = object.map_err(storage)?;
            if object.last_modified.timestamp_millis() < limit.as_millisecond() {
                found.extend(object.location.filename().map(str::to_owned));
            }
        }
        Ok(found)
    }
}

const FOLDER: &str = "files";

fn path(id: &str) -> Path {
    Path::from_iter([FOLDER, id])
}

fn place(id: &str) -> String {
    format!("uploads:{id}")
}

/// What arrives, counted and digested.
struct Source<S> {
    bytes: std::pin::Pin<Box<S>>,
    left: u64,
    hash: Sha256,
}

impl<S: Stream<Item = io::Result<Bytes>>> Source<S> {
    /// Appends what comes next; `false` at the end.
    async fn fill(&mut self, plain: &mut Vec<u8>) -> Result<bool, ReceiveError> {
        let next = tokio::time::timeout(SILENCE, self.bytes.next()).await;
        let broken = ReceiveError::File(FileFault::Broken);
        let Some(bytes) = next.map_err(|_| broken)? else {
            return Ok(false);
        };
        let bytes = bytes.map_err(|_| broken)?;
        let weight = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self
            .left
            .checked_sub(weight)
            .ok_or(ReceiveError::File(FileFault::TooHeavy))?;
        self.hash.update(&bytes);
        plain.extend_from_slice(&bytes);
        Ok(true)
    }
}

/// What leaves for the object store.
struct Sealing {
    upload: Box<dyn MultipartUpload>,
    chunks: Chunks,
    part: Vec<u8>,
}

impl Sealing {
    async fn pour<S>(
        &mut self,
        source: &mut Source<S>,
        mut plain: Vec<u8>,
    ) -> Result<(), ReceiveError>
    where
        S: Stream<Item = io::Result<Bytes>>,
    {
        while source.fill(&mut plain).await? {
            // One whole chunk stays behind until more has come: the last one is sealed as the last.
            let mut done = 0;
            while plain.len() - done > CHUNK {
                self.add(&plain[done..done + CHUNK], Position::Inner)
                    .await?;
                done += CHUNK;
            }
            plain.drain(..done);
        }
        while plain.len() > CHUNK {
            let rest = plain.split_off(CHUNK);
            self.add(&plain, Position::Inner).await?;
            plain = rest;
        }
        self.add(&plain, Position::Last).await?;
        self.send().await?;
        self.upload.complete().await.map_err(storage)?;
        Ok(())
    }

    async fn add(&mut self, plain: &[u8], position: Position) -> Result<(), ReceiveError> {
        let sealed = self
            .chunks
            .seal(plain, position)
            .map_err(|_| ReceiveError::Storage)?;
        self.part.extend_from_slice(&sealed);
        if self.part.len() >= PART {
            self.send().await
        } else {
            Ok(())
        }
    }

    async fn send(&mut self) -> Result<(), ReceiveError> {
        if self.part.is_empty() {
            return Ok(());
        }
        let part = PutPayload::from(std::mem::take(&mut self.part));
        self.upload.put_part(part).await.map_err(storage)
    }
}

fn storage(error: object_store::Error) -> ReceiveError {
    tracing::error!(error = %kind_of(&error), "the file store refused");
    ReceiveError::Storage
}

/// The kind of a failure, without the paths that its text holds.
fn kind_of(error: &object_store::Error) -> &'static str {
    use object_store::Error;
    match error {
        Error::NotFound { .. } => "not found",
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => "permission denied",
        Error::AlreadyExists { .. } => "exists already",
        _ => "input or output",
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
            // Writing to a `String` cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}
