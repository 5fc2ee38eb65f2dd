//! The master key of the portal and what is derived from it.

use std::{io::Write, path::Path};

use backoffice::ports::Randomness;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::envelope::{self, DataKey, SealError};

/// Keys derived from the master key: one to wrap data keys, one for blind look-ups.
#[derive(Clone)]
pub struct Keys {
    wrapping: [u8; 32],
    index: [u8; 32],
}

/// What a blind look-up is for. The same text gives unrelated digests for two purposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A tracking code, compact form.
    TrackingCode,
    /// An e-mail address given as proof.
    EmailProof,
    /// A birth date given as proof.
    BirthDateProof,
    /// Wrong attempts on one tracking code.
    CodeAttempts,
    /// Wrong attempts from one origin.
    OriginAttempts,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::TrackingCode => b"tracking code",
            Self::EmailProof => b"proof: e-mail",
            Self::BirthDateProof => b"proof: birth date",
            Self::CodeAttempts => b"attempts: code",
            Self::OriginAttempts => b"attempts: origin",
        }
    }
}

/// Why the master key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The file cannot be read or written.
    #[error("the key file cannot be read or created: {0}")]
    File(#[from] std::io::Error),
    /// Not 32 bytes.
    #[error("the key file must hold exactly 32 bytes")]
    Length,
    /// All bytes alike: a placeholder, not a key.
    #[error("the key file holds a placeholder, not a random key")]
    Placeholder,
}

impl Keys {
    /// Derives the keys from the 32 bytes of the master key.
    ///
    /// # Errors
    /// Refuses a placeholder whose bytes are all alike.
    pub fn new(master: &[u8; 32]) -> Result<Self, KeysError> {
        if master.iter().all(|byte| *byte == master[0]) {
            return Err(KeysError::Placeholder);
        }
        Ok(Self {
            wrapping: mac(master, &[b"parvis: wrap data keys"]),
            index: mac(master, &[b"parvis: blind index"]),
        })
    }

    /// Reads the key file, or creates it readable by its owner alone when it does not exist yet.
    ///
    /// # Errors
    /// The file cannot be read or created, or does not hold a key.
    pub fn load_or_create(path: &Path, randomness: &dyn Randomness) -> Result<Self, KeysError> {
        Self::new(&master_key(path, randomness)?)
    }

    /// Digest of a text for look-ups and comparisons that must not keep the text (HMAC-SHA-256).
    #[must_use]
    pub fn blind(&self, purpose: Purpose, text: &str) -> [u8; 32] {
        mac(&self.index, &[purpose.label(), &[0], text.as_bytes()])
    }

    /// Encrypts a data key for storage beside what it encrypts. `place` binds it to its row.
    ///
    /// # Errors
    /// The cipher refuses; cannot happen for 32 bytes.
    pub fn wrap(
        &self,
        key: &DataKey,
        place: &str,
        randomness: &dyn Randomness,
    ) -> Result<Vec<u8>, SealError> {
        envelope::seal(&self.wrapping, place, key.bytes(), randomness)
    }

    /// Decrypts a data key.
    ///
    /// # Errors
    /// Another master key, another row, or damaged bytes.
    pub fn unwrap(&self, wrapped: &[u8], place: &str) -> Result<DataKey, SealError> {
        let bytes = envelope::open(&self.wrapping, place, wrapped)?;
        Ok(DataKey::from_bytes(
            bytes.try_into().map_err(|_| SealError::Opened)?,
        ))
    }
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC fills a short key up with zeros to a block of 64 bytes; done here, nothing can fail.
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The 32 bytes of a key file, created readable by its owner alone when it does not exist yet.
///
/// # Errors
/// The file cannot be read or created, or does not hold a key.
pub fn master_key(path: &Path, randomness: &dyn Randomness) -> Result<[u8; 32], KeysError> {
    match std::fs::read(path) {
        Ok(bytes) => bytes.try_into().map_err(|_| KeysError::Length),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let mut master = [0; 32];
            randomness.fill(&mut master);
            create(path, &master)?;
            Ok(master)
        }
        Err(error) => Err(error.into()),
    }
}

fn create(path: &Path, master: &[u8; 32]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(master)?;
    file.sync_all()
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Keys(***)")
    }
}
