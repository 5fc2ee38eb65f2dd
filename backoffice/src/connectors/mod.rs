//! Connectors: each stands behind the contract in front of a foreign system. What that system cannot do is declared
//! absent, never faked.

pub mod request_tracker;
mod transport;

pub use self::transport::{Broken, Transport, TransportError};
