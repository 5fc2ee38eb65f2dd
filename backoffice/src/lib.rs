//! The Parvis back-office contract, the reference back office that implements it, the catalogue it
//! serves and the kit that proves any implementation. Knows nothing of the portal.

pub mod api;
pub mod catalogue;
pub mod conformance;
pub mod connectors;
pub mod csv;
pub mod ports;
pub mod reference;
pub mod written;
