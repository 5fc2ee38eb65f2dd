//! The built `parvis` as operators run it: started, asked how it is, stopped, killed. Each test has its own
//! folder, ports and processes.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

mod account;
mod away;
mod browser;
mod dice;
mod killed;
mod operators;
mod program;
mod readiness;
mod request_tracker;
mod resident;
mod settings;
