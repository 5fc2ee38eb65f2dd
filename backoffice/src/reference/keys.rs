//! The one secret of the office, where it comes from, and the check that it is still the same.

use std::{
    fmt,
    fs::{self, OpenOptions},
    io::{self, ErrorKind, Write},
    path::Path,
};

use database::DatabaseError;

use super::{
    Inner, OpenError,
    vault::{Purpose, Unreadable, digest},
};
use crate::ports::Randomness;

/// The one secret from which this office derives the others.
#[derive(Clone)]
pub struct Keys([u8; 32]);

/// Why the key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The file cannot be read or made.
    #[error("the key file cannot be read or made")]
    File(#[from] io::Error),
    /// Not 32 bytes.
    #[error("a key file holds exactly 32 bytes")]
    Length,
}

impl Keys {
    /// Takes 32 bytes that nobody can guess.
    #[must_use]
    pub const fn new(secret: [u8; 32]) -> Self {
        Self(secret)
    }

    /// Reads a key file.
    ///
    /// # Errors
    /// It cannot be read, or does not hold 32 bytes.
    pub fn load(file: &Path) -> Result<Self, KeysError> {
        let bytes = fs::read(file)?;
        Ok(Self(bytes.try_into().map_err(|_| KeysError::Length)?))
    }

    /// Makes a key file that only its owner may read. Never replaces one: what the old key sealed could
    /// not be read any more.
    ///
    /// # Errors
    /// The file exists already or cannot be written.
    pub fn create(file: &Path, randomness: &dyn Randomness) -> Result<Self, KeysError> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut secret = [0; 32];
        randomness.fill(&mut secret);
        let mut opened = options.open(file)?;
        opened.write_all(&secret)?;
        opened.sync_all()?;
        Ok(Self(secret))
    }

    /// Reads the key file, or makes it on the first start.
    ///
    /// # Errors
    /// It cannot be read or made, or does not hold 32 bytes.
    pub fn load_or_create(file: &Path, randomness: &dyn Randomness) -> Result<Self, KeysError> {
        match Self::load(file) {
            Err(KeysError::File(error)) if error.kind() == ErrorKind::NotFound => {
                Self::create(file, randomness)
            }
            read => read,
        }
    }

    /// A key for one purpose; it serves nowhere else.
    pub(super) fn derive(&self, purpose: &str) -> [u8; 32] {
        digest(&self.0, &[b"parvis back office", purpose.as_bytes()])
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Keys(***)")
    }
}

/// Refuses to work on data sealed with another key: a lost key file that was made anew would otherwise
/// be noticed only when a resident asks for their request.
pub(super) async fn check(office: &Inner) -> Result<(), OpenError> {
    let digest = office.vault.digest(Purpose::KeyCheck, "");
    let mark = digest
        .first_chunk()
        .map_or(0, |bytes| i64::from_be_bytes(*bytes));
    let kept = office
        .database
        .write::<_, DatabaseError, _>(move |tx| {
            Box::pin(async move {
                tx.execute(
                    "INSERT INTO backoffice_counters (name, last) VALUES ('key', $1)
                     ON CONFLICT (name) DO NOTHING",
                    &[mark.into()],
                )
                .await?;
                tx.fetch_optional(
                    "SELECT last FROM backoffice_counters WHERE name = 'key'",
                    &[],
                )
                .await
            })
        })
        .await?;
    match kept.map(|row| row.int("last")).transpose()? {
        Some(kept) if kept == mark => Ok(()),
        _ => Err(Unreadable.into()),
    }
}
