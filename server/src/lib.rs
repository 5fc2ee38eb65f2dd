//! The portal server: what it keeps, what it does for visitors, what it tells the back office.

pub mod config;
pub mod contract;
mod documents;
pub mod http;
pub mod notices;
pub mod operators;
pub mod pii;
pub mod portal;
pub mod run;
pub mod secrets;
pub mod store;
pub mod uploads;
pub mod worker;
