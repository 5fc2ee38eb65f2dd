//! Who asks: nobody in particular, known only by a cookie whose digest owns drafts and accesses.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::Desk;
use crate::secrets::Keys;

/// SHA-256 of the 32 bytes in a visitor's cookie. The cookie itself is never stored.
#[derive(Clone, Copy)]
pub struct OwnerHash([u8; 32]);

/// The visitor of one web request.
#[derive(Debug, Clone, Copy, Default)]
pub struct Visitor {
    /// `None`: no cookie, so nothing is theirs.
    pub owner: Option<OwnerHash>,
}

/// A visitor who has just been given a cookie.
pub struct NewVisitor {
    /// Value of the cookie: 32 random bytes in base64url.
    pub token: String,
    /// The visitor it stands for.
    pub visitor: Visitor,
}

impl OwnerHash {
    /// Whoever follows a link, without a cookie: as many as hold it count as one.
    pub(crate) fn of_link(word: &str) -> Self {
        Self(Sha256::digest(word).into())
    }

    pub(crate) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl PartialEq for OwnerHash {
    /// In constant time: how long a refusal takes tells nothing about the digest.
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for OwnerHash {}

impl std::fmt::Debug for OwnerHash {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("OwnerHash(***)")
    }
}

impl Visitor {
    /// The visitor of a cookie; a cookie that this portal cannot have given is no cookie.
    #[must_use]
    pub fn from_token(token: &str) -> Self {
        let owner = URL_SAFE_NO_PAD
            .decode(token)
            .ok()
            .filter(|bytes| bytes.len() == 32)
            .map(|bytes| OwnerHash(Sha256::digest(bytes).into()));
        Self { owner }
    }

    /// Whether something that belongs to `owner` is theirs.
    pub(crate) fn owns(&self, owner: &[u8]) -> bool {
        self.owner.is_some_and(|own| own.0.ct_eq(owner).into())
    }
}

impl Desk {
    /// A cookie and its visitor, for someone who has none yet.
    #[must_use]
    pub fn new_visitor(&self) -> NewVisitor {
        let mut bytes = [0; 32];
        self.0.vault.fill(&mut bytes);
        let token = URL_SAFE_NO_PAD.encode(bytes);
        NewVisitor {
            visitor: Visitor::from_token(&token),
            token,
        }
    }

    /// Keys, for what visitors carry themselves.
    pub(crate) fn keys(&self) -> &Keys {
        self.0.vault.keys()
    }

    /// A number drawn by chance.
    pub(crate) fn draw(&self) -> u32 {
        let mut bytes = [0; 4];
        self.0.vault.fill(&mut bytes);
        u32::from_be_bytes(bytes)
    }
}
