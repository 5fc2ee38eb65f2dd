//! Files given back: read from the object store, opened chunk by chunk, streamed.

use std::io;

use bytes::{Bytes, BytesMut};
use futures::{StreamExt, stream, stream::BoxStream};
use object_store::ObjectStoreExt;

use super::{FileStore, ReceiveError, path, place, storage};
use crate::{
    secrets::files::{CHUNK, Chunks, PREFIX, Position, SEALED_CHUNK},
    store::uploads::StoredUpload,
};

/// The plain bytes of a file. A damaged chunk ends it with an error, before any byte of that chunk.
pub type FileStream = BoxStream<'static, io::Result<Bytes>>;

struct Opening {
    sealed: BoxStream<'static, object_store::Result<Bytes>>,
    buffer: BytesMut,
    chunks: Chunks,
    left: u64,
}

impl FileStore {
    /// Opens a file to read it.
    ///
    /// # Errors
    /// The object is not there, or does not begin as one of ours.
    pub async fn open(&self, upload: &StoredUpload) -> Result<FileStream, ReceiveError> {
        let found = self.objects.get(&path(&upload.id)).await.map_err(storage)?;
        let key = self.vault.key(&place(&upload.id), &upload.data_key);
        let key = key.map_err(|_| ReceiveError::Storage)?;
        let (mut sealed, mut buffer) = (found.into_stream(), BytesMut::new());
        while buffer.len() < PREFIX {
            let more = sealed.next().await.ok_or(ReceiveError::Storage)?;
            buffer.extend_from_slice(&more.map_err(storage)?);
        }
        let prefix = buffer.split_to(PREFIX);
        let prefix = prefix
            .as_ref()
            .try_into()
            .map_err(|_| ReceiveError::Storage)?;
        let chunks = Chunks::open_file(&key, &upload.id, prefix);
        let opening = Opening {
            sealed,
            buffer,
            chunks,
            left: upload.bytes,
        };
        Ok(stream::try_unfold(opening, next).boxed())
    }
}

async fn next(mut opening: Opening) -> io::Result<Option<(Bytes, Opening)>> {
    if opening.left == 0 {
        return Ok(None);
    }
    let plain = usize::try_from(opening.left)
        .unwrap_or(usize::MAX)
        .min(CHUNK);
    let sealed = plain + (SEALED_CHUNK - CHUNK);
    while opening.buffer.len() < sealed {
        let more = opening.sealed.next().await.ok_or_else(damaged)?;
        opening
            .buffer
            .extend_from_slice(&more.map_err(|_| damaged())?);
    }
    opening.left -= u64::try_from(plain).unwrap_or(opening.left);
    let position = if opening.left == 0 {
        Position::Last
    } else {
        Position::Inner
    };
    let chunk = opening.buffer.split_to(sealed);
    let bytes = opening
        .chunks
        .open(&chunk, position)
        .map_err(|_| damaged())?;
    Ok(Some((Bytes::from(bytes), opening)))
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the stored file is damaged")
}
