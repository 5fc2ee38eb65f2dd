//! The first part's client authentication: one shared token, compared without telling how much of it
//! was right (decision 0002; OAuth client credentials come later).

use std::fmt;

use http::{HeaderMap, header};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// The token that the portal and the back office share. Only its digest stays in memory.
#[derive(Clone)]
pub struct ClientToken([u8; 32]);

impl ClientToken {
    /// Keeps the digest of a token.
    #[must_use]
    pub fn new(token: &str) -> Self {
        Self(Sha256::digest(token).into())
    }

    /// Whether `Authorization: Bearer …` carries this token. Digests have one length, so the time taken
    /// says nothing about the token's.
    #[must_use]
    pub fn opens(&self, headers: &HeaderMap) -> bool {
        let given = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map_or("", |(_, token)| token.trim());
        bool::from(self.0.ct_eq(&<[u8; 32]>::from(Sha256::digest(given)))) && !given.is_empty()
    }
}

impl fmt::Debug for ClientToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ClientToken(***)")
    }
}
