//! Encryption of files, chunk by chunk, so that memory stays the same whatever a file weighs.
//! Stored form: prefix of 16 random bytes, then chunks of 64 KiB with their tags. Each chunk is bound to
//! its file, its rank and whether it is the last: none can be moved, repeated or cut off unnoticed.

use backoffice::ports::Randomness;
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};

use super::envelope::{DataKey, SealError};

/// Plain bytes of a chunk.
pub const CHUNK: usize = 64 * 1024;
/// Stored bytes of a whole chunk.
pub const SEALED_CHUNK: usize = CHUNK + 16;
/// Bytes of the prefix.
pub const PREFIX: usize = 16;

/// Seals or opens the chunks of one file, in order.
pub struct Chunks {
    cipher: XChaCha20Poly1305,
    file: String,
    prefix: [u8; PREFIX],
    rank: u64,
}

/// Whether more chunks follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// Others follow.
    Inner,
    /// The file ends here.
    Last,
}

impl Chunks {
    /// Begins to seal a file; [`Chunks::prefix`] is written first.
    #[must_use]
    pub fn seal_file(key: &DataKey, file: &str, randomness: &dyn Randomness) -> Self {
        let mut prefix = [0; PREFIX];
        randomness.fill(&mut prefix);
        Self::open_file(key, file, prefix)
    }

    /// Begins to open a file whose prefix was read.
    #[must_use]
    pub fn open_file(key: &DataKey, file: &str, prefix: [u8; PREFIX]) -> Self {
        let cipher = XChaCha20Poly1305::new(key.bytes().into());
        Self {
            cipher,
            file: file.to_owned(),
            prefix,
            rank: 0,
        }
    }

    /// First bytes of the stored form.
    #[must_use]
    pub const fn prefix(&self) -> &[u8; PREFIX] {
        &self.prefix
    }

    /// Seals the next chunk.
    ///
    /// # Errors
    /// The cipher refuses; cannot happen for 64 KiB.
    pub fn seal(&mut self, plain: &[u8], position: Position) -> Result<Vec<u8>, SealError> {
        let (nonce, place) = self.next(position);
        let payload = Payload {
            msg: plain,
            aad: place.as_bytes(),
        };
        self.cipher
            .encrypt(&nonce, payload)
            .map_err(|_| SealError::Sealed)
    }

    /// Opens the next chunk.
    ///
    /// # Errors
    /// Damaged, moved, repeated or cut off.
    pub fn open(&mut self, sealed: &[u8], position: Position) -> Result<Vec<u8>, SealError> {
        let (nonce, place) = self.next(position);
        let payload = Payload {
            msg: sealed,
            aad: place.as_bytes(),
        };
        self.cipher
            .decrypt(&nonce, payload)
            .map_err(|_| SealError::Opened)
    }

    fn next(&mut self, position: Position) -> (XNonce, String) {
        let mut nonce = [0; 24];
        nonce[..PREFIX].copy_from_slice(&self.prefix);
        nonce[PREFIX..].copy_from_slice(&self.rank.to_be_bytes());
        let end = if position == Position::Last {
            "last"
        } else {
            "inner"
        };
        let place = format!("files:{}:{}:{end}", self.file, self.rank);
        self.rank += 1;
        (XNonce::from(nonce), place)
    }
}
