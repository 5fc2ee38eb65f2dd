//! Requests once sent: receipt, opening with a code, following.

pub mod follow;
pub mod receipt;
pub mod request;
pub mod sent;
