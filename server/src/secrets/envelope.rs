//! Sealing of small contents (answers, codes, last known states) with XChaCha20-Poly1305.
//! Sealed form: nonce of 24 bytes, then the ciphertext with its tag.

use backoffice::ports::Randomness;
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use serde::{Serialize, de::DeserializeOwned};

/// Length of a nonce in bytes. Long enough to be drawn at random for each message.
const NONCE: usize = 24;

/// A random key for one draft, one request or one file.
#[derive(Clone)]
pub struct DataKey([u8; 32]);

/// Why a content cannot be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The cipher or the encoding refused.
    #[error("the content cannot be sealed")]
    Sealed,
    /// Wrong key, wrong place or damaged bytes.
    #[error("the sealed content cannot be opened")]
    Opened,
}

impl DataKey {
    /// A new key.
    #[must_use]
    pub fn draw(randomness: &dyn Randomness) -> Self {
        let mut bytes = [0; 32];
        randomness.fill(&mut bytes);
        Self(bytes)
    }

    pub(super) const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals a value as JSON. `place` (table and identifier) is authenticated with it, so that a sealed
    /// content moved to another row does not open.
    ///
    /// # Errors
    /// The value has no JSON form.
    pub fn seal<T: Serialize>(
        &self,
        place: &str,
        value: &T,
        randomness: &dyn Randomness,
    ) -> Result<Vec<u8>, SealError> {
        let json = serde_json::to_vec(value).map_err(|_| SealError::Sealed)?;
        seal(&self.0, place, &json, randomness)
    }

    /// Opens a value sealed by [`DataKey::seal`] for the same place.
    ///
    /// # Errors
    /// Wrong key or place, damaged bytes, or JSON of another type.
    pub fn open<T: DeserializeOwned>(&self, place: &str, sealed: &[u8]) -> Result<T, SealError> {
        let json = open(&self.0, place, sealed)?;
        serde_json::from_slice(&json).map_err(|_| SealError::Opened)
    }
}

pub(super) fn seal(
    key: &[u8; 32],
    place: &str,
    content: &[u8],
    randomness: &dyn Randomness,
) -> Result<Vec<u8>, SealError> {
    let mut nonce = [0; NONCE];
    randomness.fill(&mut nonce);
    let cipher = XChaCha20Poly1305::new(key.into());
    let payload = Payload {
        msg: content,
        aad: place.as_bytes(),
    };
    let sealed = cipher
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| SealError::Sealed)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

pub(super) fn open(key: &[u8; 32], place: &str, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    let (nonce, sealed) = sealed
        .split_first_chunk::<NONCE>()
        .ok_or(SealError::Opened)?;
    let cipher = XChaCha20Poly1305::new(key.into());
    let payload = Payload {
        msg: sealed,
        aad: place.as_bytes(),
    };
    cipher
        .decrypt(&XNonce::from(*nonce), payload)
        .map_err(|_| SealError::Opened)
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DataKey(***)")
    }
}

#[cfg(test)]
mod tests {
    use backoffice::ports::testing::CountedRandomness;

    use super::*;

    #[test]
    fn what_a_resident_typed_opens_only_with_its_key_and_in_its_place() {
        let randomness = CountedRandomness::default();
        let (key, other) = (DataKey::draw(&randomness), DataKey::draw(&randomness));
        let name = "Canari".to_owned();
        let sealed = key.seal("drafts:1", &name, &randomness).unwrap();
        assert_ne!(
            sealed,
            key.seal("drafts:1", &name, &randomness).unwrap(),
            "never twice the same"
        );
        assert_eq!(key.open::<String>("drafts:1", &sealed), Ok(name));
        assert_eq!(
            key.open::<String>("drafts:2", &sealed),
            Err(SealError::Opened)
        );
        assert_eq!(
            other.open::<String>("drafts:1", &sealed),
            Err(SealError::Opened)
        );
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert_eq!(
                key.open::<String>("drafts:1", &changed),
                Err(SealError::Opened)
            );
        }
        assert_eq!(
            key.open::<String>("drafts:1", &sealed[..10]),
            Err(SealError::Opened)
        );
    }
}
