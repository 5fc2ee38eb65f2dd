//! Seals and opens the personal columns of rows, and draws identifiers.

use std::sync::Arc;

use backoffice::ports::Randomness;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};

use crate::secrets::{DataKey, Keys, SealError};

/// Keys and randomness together. Cheap to clone, so that write jobs own one.
#[derive(Clone)]
pub struct Vault {
    keys: Arc<Keys>,
    randomness: Arc<dyn Randomness>,
}

/// A data key and its wrapped form for the row.
#[derive(Clone)]
pub struct NewKey {
    /// To seal with.
    pub key: DataKey,
    /// To store.
    pub wrapped: Vec<u8>,
}

impl Vault {
    /// A vault.
    #[must_use]
    pub fn new(keys: Keys, randomness: Arc<dyn Randomness>) -> Self {
        Self {
            keys: Arc::new(keys),
            randomness,
        }
    }

    /// The keys, for blind look-ups.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The source of randomness.
    #[must_use]
    pub fn randomness(&self) -> &dyn Randomness {
        &*self.randomness
    }

    /// Random bytes.
    pub fn fill(&self, bytes: &mut [u8]) {
        self.randomness.fill(bytes);
    }

    /// An identifier that nobody can guess: 128 random bits in base64url (22 signs).
    #[must_use]
    pub fn new_id(&self) -> String {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Whether a text may be an identifier of [`Self::new_id`].
    #[must_use]
    pub fn is_id(text: &str) -> bool {
        URL_SAFE_NO_PAD
            .decode(text)
            .is_ok_and(|bytes| bytes.len() == 16)
    }

    /// Draws the data key of a row. `place` is its table and identifier: `drafts:abc`.
    ///
    /// # Errors
    /// The cipher refuses.
    pub fn new_key(&self, place: &str) -> Result<NewKey, SealError> {
        let key = DataKey::draw(self.randomness());
        let wrapped = self.keys.wrap(&key, place, self.randomness())?;
        Ok(NewKey { key, wrapped })
    }

    /// The data key of a row.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn key(&self, place: &str, wrapped: &[u8]) -> Result<DataKey, SealError> {
        self.keys.unwrap(wrapped, place)
    }

    /// Seals a value under the wrapped key of its row.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn seal<T: Serialize>(
        &self,
        place: &str,
        wrapped: &[u8],
        value: &T,
    ) -> Result<Vec<u8>, SealError> {
        self.key(place, wrapped)?
            .seal(place, value, self.randomness())
    }

    /// Opens a value under the wrapped key of its row.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn open<T: DeserializeOwned>(
        &self,
        place: &str,
        wrapped: &[u8],
        sealed: &[u8],
    ) -> Result<T, SealError> {
        self.key(place, wrapped)?.open(place, sealed)
    }
}
