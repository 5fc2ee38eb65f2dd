//! Personal data at rest: sealed (XChaCha20-Poly1305) or, to be looked up without being read, digested
//! with a key (HMAC-SHA-256). Each sealed thing is bound to its place: moved elsewhere, it does not open.

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Serialize, de::DeserializeOwned};
use sha2::Sha256;

use super::keys::Keys;
use crate::ports::Randomness;

/// Bytes of a nonce: long enough to be drawn at random for ever.
const NONCE: usize = 24;
/// First byte of everything sealed, so that another way can come later.
const VERSION: u8 = 1;

/// What a digest is for. The same text gives unrelated digests for two purposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    TrackingCode,
    EmailProof,
    BirthDateProof,
    Attempts,
    AccessToken,
    SurveyAnswers,
    KeyCheck,
}

/// What is sealed cannot be opened: another key, another place, or damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stored data cannot be opened with this key")]
pub struct Unreadable;

pub(super) struct Vault {
    cipher: XChaCha20Poly1305,
    index: [u8; 32],
}

impl Vault {
    pub(super) fn new(keys: &Keys) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(&keys.derive("sealing").into()),
            index: keys.derive("look-ups"),
        }
    }

    /// Seals bytes for a place such as `request:<id>:answers`.
    pub(super) fn seal(
        &self,
        place: &str,
        plain: &[u8],
        randomness: &dyn Randomness,
    ) -> Result<Vec<u8>, Unreadable> {
        let mut nonce = [0; NONCE];
        randomness.fill(&mut nonce);
        let payload = Payload {
            msg: plain,
            aad: place.as_bytes(),
        };
        let sealed = self
            .cipher
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| Unreadable)?;
        Ok([&[VERSION][..], &nonce, &sealed].concat())
    }

    /// Opens what was sealed for the same place.
    pub(super) fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let (version, rest) = sealed.split_first().ok_or(Unreadable)?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(Unreadable)?;
        if *version != VERSION {
            return Err(Unreadable);
        }
        let payload = Payload {
            msg: sealed,
            aad: place.as_bytes(),
        };
        self.cipher
            .decrypt(&XNonce::from(*nonce), payload)
            .map_err(|_| Unreadable)
    }

    /// Seals a value as JSON.
    pub(super) fn seal_json<T: Serialize>(
        &self,
        place: &str,
        value: &T,
        randomness: &dyn Randomness,
    ) -> Result<Vec<u8>, Unreadable> {
        let plain = serde_json::to_vec(value).map_err(|_| Unreadable)?;
        self.seal(place, &plain, randomness)
    }

    /// Opens a value sealed as JSON.
    pub(super) fn open_json<T: DeserializeOwned>(
        &self,
        place: &str,
        sealed: &[u8],
    ) -> Result<T, Unreadable> {
        serde_json::from_slice(&self.open(place, sealed)?).map_err(|_| Unreadable)
    }

    /// Opens a text.
    pub(super) fn open_text(&self, place: &str, sealed: &[u8]) -> Result<String, Unreadable> {
        String::from_utf8(self.open(place, sealed)?).map_err(|_| Unreadable)
    }

    /// A digest that only the holder of the key can make.
    pub(super) fn digest(&self, purpose: Purpose, text: &str) -> [u8; 32] {
        let purpose: &[u8] = match purpose {
            Purpose::TrackingCode => b"tracking code",
            Purpose::EmailProof => b"proof: e-mail",
            Purpose::BirthDateProof => b"proof: birth date",
            Purpose::Attempts => b"attempts",
            Purpose::AccessToken => b"access token",
            Purpose::SurveyAnswers => b"survey answers",
            Purpose::KeyCheck => b"key check",
        };
        digest(&self.index, &[purpose, text.as_bytes()])
    }
}

pub(super) fn digest(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC fills a short key with zeros up to its block of 64 bytes: done here, nothing can fail.
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    for part in parts {
        // Lengths first: "ab","c" and "a","bc" are two messages.
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::testing::CountedRandomness;

    #[test]
    fn what_is_sealed_for_one_request_does_not_open_for_another() {
        let vault = Vault::new(&Keys::new([7; 32]));
        let sealed = vault.seal(
            "request:a",
            "née Dupont".as_bytes(),
            &CountedRandomness::default(),
        );
        let sealed = sealed.unwrap();
        assert_eq!(vault.open_text("request:a", &sealed).unwrap(), "née Dupont");
        assert_eq!(vault.open("request:b", &sealed), Err(Unreadable));
        assert_eq!(
            Vault::new(&Keys::new([8; 32])).open("request:a", &sealed),
            Err(Unreadable)
        );
        assert!(!sealed.windows(6).any(|window| window == b"Dupont"));
    }

    #[test]
    fn the_same_text_serves_one_purpose_only() {
        let vault = Vault::new(&Keys::new([7; 32]));
        let code = vault.digest(Purpose::TrackingCode, "ABC");
        assert_eq!(code, vault.digest(Purpose::TrackingCode, "ABC"));
        assert_ne!(code, vault.digest(Purpose::Attempts, "ABC"));
    }
}
