//! Keys and encryption at rest: one random key per draft, request and file, wrapped by the master key.

mod envelope;
pub mod files;
mod keys;

pub use envelope::{DataKey, SealError};
pub use keys::{Keys, KeysError, Purpose, master_key};
